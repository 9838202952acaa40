"""Roles: the words by which an article says who somebody is, beside a name or in its place."""
