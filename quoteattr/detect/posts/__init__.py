"""Embedded posts, the lines of e-mail replies, whole letters."""
