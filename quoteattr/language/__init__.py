"""What the finders know of a language: one file each, data only."""
