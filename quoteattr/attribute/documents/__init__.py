"""The document: an article with its quotes and candidates, each with its context."""
