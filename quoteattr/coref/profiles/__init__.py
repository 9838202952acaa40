"""Profiles: what an article says about the entities that speak."""
