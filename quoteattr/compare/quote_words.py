"""Read the words of a quote, with its editorial marks: brackets and ellipses."""

from __future__ import annotations

from collections.abc import Container
from itertools import groupby

import regex
from attrs import frozen

from quoteattr.checks import check_text
from quoteattr.compare.normalize import (
    MARKS,
    WordSequence,
    normalize_gap,
    normalize_words,
    rejoin_hyphenated,
)
from quoteattr.errors import InputError
from quoteattr.text import shorten

#: maximum number of words of a quote to align: time and memory grow with those of quote times text
LONGEST_QUOTE = 2000

_BRACKETS = regex.compile(r"\[[^\[\]]*\]|\([^()]*\)")


@frozen(eq=False)
class QuoteWords:
    """The words of a quote, and which of them its brackets and ellipses mark."""

    words: WordSequence
    #: for each word, whether it is in brackets, wholly or in part
    bracketed: list[bool]
    #: for each word, whether only its first letter is in brackets: [W]e
    recased: list[bool]
    #: for each word, whether an ellipsis precedes it, inside the quote
    elided: list[bool]

    @property
    def size(self) -> int:
        """The number of words."""
        return len(self.bracketed)

    @property
    def unbracketed(self) -> int:
        """The number of words outside brackets, which must occur in the text."""
        return self.bracketed.count(False)

    def marks_omission(self, i: int) -> bool:
        """An ellipsis or brackets mark that words are left out before word ``i``."""
        return self.elided[i] or self.bracketed[i] or self.bracketed[i - 1]

    def pieces(self) -> list[tuple[int, int]]:
        """The ranges of words without brackets and ellipses, end exclusive."""
        numbers = [0]
        for i in range(1, self.size):
            numbers.append(numbers[-1] + self.marks_omission(i))
        grouped = [list(group) for _, group in groupby(range(self.size), numbers.__getitem__)]
        return [(g[0], g[-1] + 1) for g in grouped if not self.bracketed[g[0]]]

    def without_citations(self) -> QuoteWords | None:
        """The quote without reference numbers such as ``[38]``; None if nothing else is left."""
        words = normalize_words(self.words.text, citations=False)
        return parse_edits(words) if words.keys else None

    def rejoined(self, vocabulary: Container[str]) -> QuoteWords:
        """The quote with words joined that a hyphen divides, if these are known."""
        words = rejoin_hyphenated(self.words, vocabulary)
        return self if words is self.words else parse_edits(words)


def read_quote(quote: str, longest: int | None = None) -> QuoteWords:
    """Split a quote into words.

    Args:
        quote: the quote.
        longest: the maximum number of words; None for no limit.

    Raises:
        InputError: the quote is not a string, has no word, or has more than ``longest`` words.
    """
    check_text(quote, "quote")
    words = normalize_words(quote)
    size = len(words.keys)
    if not size:
        raise InputError(
            f"a quote needs at least one word, and {shorten(quote)} has none",
            where="quote",
            remedy="pass at least one word",
        )
    if longest is not None:
        check_length(size, longest)
    return parse_edits(words)


def check_length(size: int, longest: int) -> None:
    """Check the number of words of a quote.

    Raises:
        InputError: ``size`` is more than ``longest``.
    """
    if size > longest:
        raise InputError(
            f"a quote has at most {longest:,} words, not {size:,}",
            where="quote",
            remedy="verify it in parts",
        )


def parse_edits(words: WordSequence) -> QuoteWords:
    """Read the brackets and ellipses of a quote.

    >>> parse_edits(normalize_words("[W]e … build [it]")).bracketed
    [False, False, True]
    """
    bracketed, recased = _brackets(words)
    elided = [i > 0 and "…" in normalize_gap(words.between(i)) for i in range(len(bracketed))]
    return QuoteWords(words, bracketed, recased, elided)


def _brackets(words: WordSequence) -> tuple[list[bool], list[bool]]:
    """Which words are in brackets, and which have only their first letter in brackets."""
    spans = [match.span() for match in _BRACKETS.finditer(words.text)]
    bracketed, recased, at = [], [], 0
    for start, end in zip(words.starts, words.ends, strict=True):
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        inside = at < len(spans) and spans[at][0] < end
        letter = inside and spans[at][1] == start + 2 and end > start + 2
        bracketed.append(inside and not letter)
        recased.append(letter)
    if all(bracketed):  # nothing else is left: (Applause.)
        bracketed = [False] * len(bracketed)
    return bracketed, recased


def without_marks(quote: str) -> str:
    """The quote without surrounding white space and quotation marks.

    A quote that has a mark only at its end keeps it.

    >>> without_marks(" “We wait.” "), without_marks("He said, ‘Wait.’")
    ('We wait.', 'He said, ‘Wait.’')
    """
    quote = quote.strip()
    opened = quote.lstrip(MARKS)
    return strip_marks(opened) if opened != quote else quote


def strip_marks(text: str) -> str:
    """The string without white space and quotation marks at both ends."""
    return text.strip().strip(MARKS).strip()
