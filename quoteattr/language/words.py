"""Parse the tables of a language: words and phrases as sets."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Split a text into a set of words.

    >>> sorted(words("he she"))
    ['he', 'she']
    """
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """Split a text into a set of phrases, separated by bars.

    >>> sorted(phrases("video clip|audio"))
    ['audio', 'video clip']
    """
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))
