"""Records in one SQLite file: added, searched, grouped."""
