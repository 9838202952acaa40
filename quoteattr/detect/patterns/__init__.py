"""Patterns over the row of chunks, none of which can hang."""
