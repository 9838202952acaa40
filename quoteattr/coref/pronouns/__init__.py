"""Pronouns: whom they go back to, and what they show of the gender of names."""
