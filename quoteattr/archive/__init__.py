"""Store articles and records in one SQLite file, with search, groups and speakers."""
