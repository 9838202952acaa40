"""Readers of texts, and the formats that records are written in."""
