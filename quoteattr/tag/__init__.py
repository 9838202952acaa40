"""Find reported clauses outside marks: word embeddings, the tagger, clauses from its labels."""
