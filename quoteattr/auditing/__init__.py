"""Audits: whom a publication quotes, by kind of speaker, shown gender and role."""
