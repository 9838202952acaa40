"""Writes down the tables of a language: words and phrases as sets."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text.

    >>> sorted(words("he she"))
    ['he', 'she']
    """
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of a text, a bar between two.

    >>> sorted(phrases("video clip|audio"))
    ['audio', 'video clip']
    """
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))
