"""Constructions: patterns of chunks and words that leave one speaker only, or nobody."""
