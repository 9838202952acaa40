"""Learns the weights from annotated articles, and measures how often they are right."""
