"""Decide who speaks a quote: constraints, trees, confidence."""
