"""The formats for writing records."""
