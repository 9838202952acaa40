"""Audits: whom a publication quotes, by kind of speaker, gender shown and role."""
