"""The learned parameters and their files."""
