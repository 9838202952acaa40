"""Reported clauses: their document, their acts, and whether they are speech."""
