"""The words of a quote, folded, and beside those of another wording or of a text."""
