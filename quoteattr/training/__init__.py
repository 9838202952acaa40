"""Learns the model from annotated articles, and measures how often they are right."""
