"""Correct the tags of tokens by their context."""
