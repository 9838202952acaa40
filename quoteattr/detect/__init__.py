"""Finds what stands in a text: quotes, tokens, units, cues, posts."""
