"""Correct the capitals of texts, and of paragraphs, whose letters are all of one case.

There, a capital does not make a known word a name, and a name may have none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

import regex

from quoteattr.detect.alphabet import OTHER_WORD
from quoteattr.detect.token import Token
from quoteattr.language import Language
from quoteattr.language.patterns import lazy_regex

#: a word in capitals at the start of a paragraph, or a short one and another: *A COUNCIL has*
_OPENING_CAPITALS = lazy_regex(
    r"^[^\S\r\n]*+(?:\p{Lu}{1,3}[^\S\r\n])?+\p{Lu}{4,}+[^\S\r\n](?=\p{Ll})", regex.M
)


def correct_capitals(text: str, tokens: Sequence[Token], language: Language) -> list[Token]:
    """Correct the capitals of the tokens of a text."""
    if text.isupper():
        return _without_capitals(tokens, language)
    if text.islower():
        return _with_capitals(tokens, language)
    return _without_opening_capitals(text, tokens, language)


class _KnownWords:
    """The words of the dictionary, including offices, that are not given names."""

    def __init__(self, language: Language) -> None:
        dictionary = language.ordinary_words | language.speaking_nouns | language.roles
        self.words = frozenset(dictionary - language.given_names.keys())


def _without_capitals(tokens: Sequence[Token], language: Language) -> list[Token]:
    """The tokens of a text in capitals, where a capital does not make a known word a name."""
    known_words = language.derived(_KnownWords).words
    return [
        token._replace(capital=False)
        if token.word in language.word_tags or token.word in known_words
        else token
        for token in tokens
    ]


def _without_opening_capitals(
    text: str, tokens: Sequence[Token], language: Language
) -> list[Token]:
    """The tokens of a text whose paragraphs open in capitals: *A COUNCIL has apologised*.

    These are unchanged where a given name is among them: *IDA BERG has*.
    """
    given_names, lowered = language.given_names, list(tokens)
    for opening in _OPENING_CAPITALS.finditer(text):
        first = bisect_left(tokens, opening.start(), key=attrgetter("start"))
        stop = bisect_left(tokens, opening.end(), key=attrgetter("start"))
        if not any(token.word in given_names for token in tokens[first:stop]):
            lowered[first:stop] = _without_capitals(tokens[first:stop], language)
    return lowered


def _with_capitals(tokens: Sequence[Token], language: Language) -> list[Token]:
    """The tokens of a text in lower case, with capitals for full names and repeated last names.

    A full name is a given name and an unknown word: *ida holm*.
    """
    known_words, names = language.derived(_KnownWords).words, set[str]()
    for first, second in pairwise(tokens):
        is_full_name = first.tag == second.tag == OTHER_WORD and first.word in language.given_names
        if is_full_name and second.word.isalpha() and second.word not in known_words:
            names.update((first.word, second.word))
    return [
        token._replace(capital=True) if token.word in names and token.tag == OTHER_WORD else token
        for token in tokens
    ]
