"""The learned numbers and their files."""
