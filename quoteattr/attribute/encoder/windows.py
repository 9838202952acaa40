"""Prepare the input of the encoder: a window of word pieces around a quote.

A window has the pieces before the quote, the quote itself, and the pieces after it. The quote and
other quotes near it are shortened to their first and last pieces, to make room for the text between
them. Each piece has a role: it belongs to the quote, to another quote, or to a candidate.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.documents.document import Document
from quoteattr.attribute.documents.quote import Quote
from quoteattr.records import Span

#: number of pieces before and after the quote
BEFORE, AFTER = 60, 26
#: number of pieces kept at the start and the end of the quote, and of another quote
QUOTE_ENDS, OTHER_ENDS = (10, 5), (5, 2)
#: maximum number of pieces before and after the quote to scan, with other quotes unshortened
_REACH_BEFORE, _REACH_AFTER = 700, 500
#: the roles of a piece; the first piece of a candidate has a role of its own
ROLES = ("none", "first of a candidate", "candidate", "quote", "other quote")
NONE, FIRST, CANDIDATE, QUOTE, OTHER = range(len(ROLES))
#: the position of a candidate outside the window, and the padding of a row of candidates
OUTSIDE, PADDING = -1, -2

Ints = NDArray[np.int64]


class Encoding(Protocol):
    """A text as pieces."""

    @property
    def ids(self) -> Sequence[int]:
        """The number of each piece in the vocabulary."""
        ...

    @property
    def offsets(self) -> Sequence[tuple[int, int]]:
        """Start and end of each piece, in characters, end exclusive."""
        ...


class WordPieces(Protocol):
    """The interface of a word piece tokenizer, with the special pieces of windows."""

    @property
    def start(self) -> int:
        """The piece at the start of a window."""
        ...

    @property
    def paragraph(self) -> int:
        """The piece between two paragraphs, and at the end of a window."""
        ...

    @property
    def gap(self) -> int:
        """The piece for a gap."""
        ...

    @property
    def mark(self) -> int:
        """The piece before and after the quote."""
        ...

    def encode(self, text: str) -> Encoding:
        """Split a text into pieces."""
        ...


class Window(NamedTuple):
    """The pieces around one quote, and the positions of the candidates."""

    ids: list[int]
    #: the role of each piece
    roles: list[int]
    #: first and last piece of each candidate except nobody; ``OUTSIDE`` if it is not in the window
    candidates: list[tuple[int, int]]
    #: the marks before and after the quote
    quote: tuple[int, int]


@frozen
class ArticlePieces:
    """The word pieces of an article, with a special piece at each line end."""

    ids: list[int]
    starts: list[int]
    ends: list[int]

    @classmethod
    def read(cls, text: str, pieces: WordPieces) -> ArticlePieces:
        """Split an article into word pieces."""
        out = cls([], [], [])
        # a lone surrogate cannot be encoded; a one-to-one replacement keeps the offsets
        encoding = pieces.encode(text.encode("utf-16", "replace").decode("utf-16", "replace"))
        last = 0
        for piece, (start, end) in zip(encoding.ids, encoding.offsets, strict=True):
            if "\n" in text[last:start]:
                out._add(pieces.paragraph, last, start)
            out._add(piece, start, end)
            last = end
        return out

    def _add(self, piece: int, start: int, end: int) -> None:
        self.ids.append(piece)
        self.starts.append(start)
        self.ends.append(end)

    def within(self, span: Span | tuple[int, int]) -> tuple[int, int]:
        """The range of pieces in a span of characters."""
        start, end = span
        return bisect_right(self.ends, start), bisect_left(self.starts, end)


class _Piece(NamedTuple):
    """A piece of a window: the number of a piece of the article, or if negative a special one."""

    number: int
    role: int


@frozen
class WindowReader:
    """Makes the windows of an article's quotes."""

    document: Document
    pieces: WordPieces
    article: ArticlePieces
    #: the pieces of each quote
    quotes: list[tuple[int, int]]

    @classmethod
    def of(cls, document: Document, pieces: WordPieces) -> WindowReader:
        """Split an article into pieces."""
        article = ArticlePieces.read(document.text, pieces)
        spans = [
            article.within((quote.spans[0].start, quote.spans[-1].end)) for quote in document.quotes
        ]
        return cls(document, pieces, article, spans)

    def window(self, quote: Quote, candidates: Sequence[Candidate | None]) -> Window:
        """Make the window of a quote.

        Args:
            quote: a quote of the document.
            candidates: its candidates; None is nobody, and has no position.
        """
        first, end = self.quotes[quote.index]
        left = list(self._around(max(0, first - _REACH_BEFORE), first, quote.index))[-BEFORE:]
        stop = min(len(self.article.ids), end + _REACH_AFTER)
        right = list(self._around(end, stop, quote.index))[:AFTER]
        inside = [_Piece(k, QUOTE) for k in self._shortened(first, end, QUOTE_ENDS)]
        mark = _Piece(-self.pieces.mark, QUOTE)
        sequence = [*left, mark, *inside, mark, *right]
        ids = [self._id(piece) for piece, _ in sequence]
        roles = [NONE, *(role for _, role in sequence), NONE]
        place = {k: n for n, (k, role) in enumerate(sequence, 1) if k >= 0 and role != QUOTE}
        spans = [self._place(place, c) for c in candidates if c is not None]
        for start, last in spans:
            if start != OUTSIDE:
                roles[start : last + 1] = [FIRST] + [CANDIDATE] * (last - start)
        around = len(left) + 1, len(sequence) - len(right)
        return Window([self.pieces.start, *ids, self.pieces.paragraph], roles, spans, around)

    def _id(self, number: int) -> int:
        """The id of a piece of the article, or of a special one."""
        return self.article.ids[number] if number >= 0 else -number

    def _place(self, place: dict[int, int], candidate: Candidate) -> tuple[int, int]:
        """The first and the last piece of a candidate."""
        first, end = self.article.within(self.document.chunks.mention(candidate.chunk))
        start, last = place.get(first, OUTSIDE), place.get(end - 1, OUTSIDE)
        return (start, last) if OUTSIDE < start <= last else (OUTSIDE, OUTSIDE)

    def _shortened(self, first: int, end: int, ends: tuple[int, int]) -> list[int]:
        """The first and the last of some pieces, with a gap for those left out."""
        head, tail = ends
        if end - first <= head + tail + 1:
            return list(range(first, end))
        return [*range(first, first + head), -self.pieces.gap, *range(end - tail, end)]

    def _around(self, first: int, end: int, index: int) -> Iterator[_Piece]:
        """Pieces outside a quote, with other quotes shortened."""
        here = bisect_left(self.quotes, (first, 0))
        for k in range(max(0, here - 1), len(self.quotes)):
            start, stop = self.quotes[k]
            if start >= end:
                break
            if k == index or stop <= first:
                continue
            start, stop = max(start, first), min(stop, end)
            yield from (_Piece(n, NONE) for n in range(first, start))
            yield from (_Piece(n, OTHER) for n in self._shortened(start, stop, OTHER_ENDS))
            first = stop
        yield from (_Piece(n, NONE) for n in range(first, end))


class WindowBatch(NamedTuple):
    """Windows as arrays, padded to the same length; no piece has the id 0."""

    #: windows × pieces
    ids: Ints
    roles: Ints
    #: windows × candidates × 2
    candidates: Ints
    #: windows × 2
    quote: Ints


def stack_windows(windows: Sequence[Window]) -> WindowBatch:
    """Pack windows into arrays."""
    most = max([1, *(len(window.candidates) for window in windows)])
    shape = len(windows), max(len(window.ids) for window in windows)
    ids, roles = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    candidates = np.full((len(windows), most, 2), PADDING, dtype=np.int64)
    for k, window in enumerate(windows):
        ids[k, : len(window.ids)] = window.ids
        roles[k, : len(window.roles)] = window.roles
        if window.candidates:
            candidates[k, : len(window.candidates)] = window.candidates
    return WindowBatch(ids, roles, candidates, np.array([w.quote for w in windows]))
