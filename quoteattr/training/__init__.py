"""Trains the model on annotated articles, and measures it by cross-validation."""
