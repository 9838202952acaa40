"""Comparison: words of quotes normalized and aligned with other wordings or texts; names."""
