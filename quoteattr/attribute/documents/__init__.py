"""The document: an article with its quotes and candidates, and the context of each."""
