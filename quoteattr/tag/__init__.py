"""Reported clauses outside marks: word embeddings, the tagger, and clauses from its labels."""
