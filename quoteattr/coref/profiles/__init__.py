"""Profiles: what an article says of an entity that speaks."""
