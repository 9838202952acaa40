"""Attribute quotes to speakers: rules as evidence, trees that weigh them, and the decision."""
