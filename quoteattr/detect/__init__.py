"""Finds what stands in a text: quotes, tokens, chunks, cues, posts."""
