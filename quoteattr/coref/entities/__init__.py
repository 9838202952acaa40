"""The entities of an article: people and bodies, their attributes, and known people."""
