"""Attributes quotes to speakers: rules as evidence, what they are worth, and the decision."""
