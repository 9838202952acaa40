"""Coreference: the entities of an article, and the entity to which each mention refers."""
