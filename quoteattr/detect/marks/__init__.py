"""Quotation marks: which of them are quotes, and which closes which; speech that a dash opens."""
