"""Constructions: patterns of chunks and words that leave only one speaker, or nobody."""
