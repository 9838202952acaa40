"""Resolve pronouns to entities, and infer the gender of names from pronouns."""
