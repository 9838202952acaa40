"""Find roles: the words that say who somebody is, next to a name or instead of it."""
