"""Patterns from the tables of a language."""

from __future__ import annotations

from collections.abc import Iterable

import regex

#: a pattern that matches nothing
NOTHING = r"(?!)"


def any_of(words: Iterable[str]) -> str:
    r"""A pattern of any of some words or phrases, tried in this order; of none, it never matches.

    >>> any_of(["as told to", "said"]), any_of([])
    ('as\\ told\\ to|said', '(?!)')
    """
    return "|".join(map(regex.escape, words)) or NOTHING
