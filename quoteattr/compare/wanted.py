"""A quote as it was given: its words, and what it says about itself to have changed."""

from __future__ import annotations

from collections.abc import Container
from itertools import groupby

import regex
from attrs import frozen

from quoteattr.checks import check_text
from quoteattr.compare.fold import MARKS, Words, fold_gap, rejoined, words
from quoteattr.errors import InputError, shorten

#: most words of a quote that does not stand word for word in a text: to align the two takes the
#: square of them
LONGEST = 2000

_BRACKETS = regex.compile(r"\[[^\[\]]*\]|\([^()]*\)")


@frozen(eq=False)
class Given:
    """A quote made ready to be looked for."""

    words: Words
    #: for each word, whether it stands in brackets, altogether or in part
    bracketed: list[bool]
    #: for each word, whether its first letter alone stands in brackets: [W]e
    recased: list[bool]
    #: for each word, whether an ellipsis stands before it, inside the quote
    elided: list[bool]

    @property
    def size(self) -> int:
        """How many words it has."""
        return len(self.bracketed)

    @property
    def own(self) -> int:
        """How many of its words are not bracketed: what must stand in the text."""
        return self.bracketed.count(False)

    def is_told(self, i: int) -> bool:
        """An ellipsis or brackets beside it tell of words that are left out before word ``i``."""
        return self.elided[i] or self.bracketed[i] or self.bracketed[i - 1]

    def pieces(self) -> list[tuple[int, int]]:
        """The stretches of words that hold neither brackets nor an ellipsis."""
        numbers = [0]
        for i in range(1, self.size):
            numbers.append(numbers[-1] + self.is_told(i))
        grouped = [list(group) for _, group in groupby(range(self.size), numbers.__getitem__)]
        return [(g[0], g[-1] + 1) for g in grouped if not self.bracketed[g[0]]]

    def without_citations(self) -> Given | None:
        """It without the numbers of notes, such as ``[38]``; None where nothing else is there."""
        found = words(self.words.text, citations=False)
        return split(found) if found.keys else None

    def rejoined(self, known: Container[str]) -> Given:
        """It with the words joined that a hyphen at a line end parts, where these are known."""
        found = rejoined(self.words, known)
        return self if found is self.words else split(found)


def read_quote(quote: str, longest: int | None = None) -> Given:
    """Make a quote ready.

    Args:
        quote: the quote.
        longest: most words that it may have, if there is a limit.

    Raises:
        InputError: It is no string, has no word, or has more than ``longest``.
    """
    check_text(quote, "quote")
    found = words(quote)
    size = len(found.keys)
    if not size:
        raise InputError(
            f"a quote needs a word to be looked for, and {shorten(quote)} has none",
            where="quote",
            remedy="pass at least one word",
        )
    if longest is not None:
        check_length(size, longest)
    return split(found)


def check_length(size: int, longest: int) -> None:
    """Make sure that a quote has not too many words.

    Raises:
        InputError: It has more than ``longest``.
    """
    if size > longest:
        raise InputError(
            f"a quote has at most {longest:,} words, not {size:,}",
            where="quote",
            remedy="verify it piece by piece",
        )


def split(found: Words) -> Given:
    """Tell the words of a quote apart by what it says of itself."""
    bracketed, recased = _brackets(found)
    elided = [i > 0 and "…" in fold_gap(found.between(i)) for i in range(len(bracketed))]
    return Given(found, bracketed, recased, elided)


def _brackets(found: Words) -> tuple[list[bool], list[bool]]:
    """Which words stand in brackets, and which have their first letter there alone."""
    spans = [match.span() for match in _BRACKETS.finditer(found.text)]
    bracketed, recased, at = [], [], 0
    for start, end in zip(found.starts, found.ends, strict=True):
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        inside = at < len(spans) and spans[at][0] < end
        letter = inside and spans[at][1] == start + 2 and end > start + 2
        bracketed.append(inside and not letter)
        recased.append(letter)
    if all(bracketed):  # nothing else is left: (Applause.)
        bracketed = [False] * len(bracketed)
    return bracketed, recased


def bare(quote: str) -> str:
    """A quote without white space and marks around it; one that only ends in a mark keeps it.

    >>> bare(" “We wait.” "), bare("He said, ‘Wait.’")
    ('We wait.', 'He said, ‘Wait.’')
    """
    quote = quote.strip()
    opened = quote.lstrip(MARKS)
    return stripped(opened) if opened != quote else quote


def stripped(words: str) -> str:
    """Characters without the white space and the marks at both ends."""
    return words.strip().strip(MARKS).strip()
