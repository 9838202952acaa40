"""A token: a word, a punctuation mark, or a whole quote."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from quoteattr.detect.alphabet import PARAGRAPH_END


class Token(NamedTuple):
    """A word or a punctuation mark outside quotes, or a whole quote."""

    #: one of ``alphabet.CHUNK_TAGS``
    tag: str
    #: first character in the text
    start: int
    #: one past the last character
    end: int
    #: in lower case, apostrophes straight
    word: str
    #: whether it begins with a capital
    capital: bool


#: a token from the tuple of its fields, in half the time that its constructor takes
token_of = partial(tuple.__new__, Token)
#: the token before the first and after the last one
EDGE = Token(PARAGRAPH_END, 0, 0, "", False)


def word_at(tokens: Sequence[Token], i: int) -> str:
    """The word of token i; empty beyond the text."""
    return tokens[i].word if 0 <= i < len(tokens) else ""


def tag_at(tokens: Sequence[Token], i: int) -> str:
    """The tag of token i; the end of a paragraph beyond the text."""
    return tokens[i].tag if 0 <= i < len(tokens) else PARAGRAPH_END
