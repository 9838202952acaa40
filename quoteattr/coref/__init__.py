"""Coreference: the entities of an article, and the entity that each mention stands for."""
