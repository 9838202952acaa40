"""Cut the text of an article into segments where highlights begin and end.

Highlights of different records may overlap or be nested: a reported clause contains quotes, and a
quote may contain the name of a person who speaks elsewhere. No highlight begins or ends within a
segment, and each segment lists all the highlights that cover it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

import regex

from quoteattr.language.marks import FAMILIES
from quoteattr.records import QuoteRecord, Span

#: ``verbatim``: words of a quote between marks or in a post; ``reported``: of a reported clause
Role = Literal["verbatim", "reported", "mention", "cue"]

#: any quotation mark, the longest first
_MARK = regex.compile(
    r"\L<marks>",
    marks=[mark for family in FAMILIES.values() for marks in family for mark in marks],
)


class Highlight(NamedTuple):
    """A part of the text with its role in one record."""

    start: int
    end: int
    role: Role
    #: the index of the record
    record_index: int


class Segment(NamedTuple):
    """A part of the text that is covered by the same highlights throughout."""

    start: int
    end: int
    #: outer highlights before those nested in them
    highlights: tuple[Highlight, ...]


def highlights_of(record: QuoteRecord, index: int) -> Iterator[Highlight]:
    """The highlights of a record."""
    verbatim = record.verbatim
    yield from (Highlight(*span, "verbatim", index) for span in verbatim)
    reported = _subtract(record.spans, verbatim)
    yield from (Highlight(*span, "reported", index) for span in reported)
    if record.mention is not None:
        yield Highlight(record.mention.start, record.mention.end, "mention", index)
    if record.cue is not None:
        yield Highlight(record.cue.start, record.cue.end, "cue", index)


def _subtract(spans: Iterable[Span], removed: Iterable[Span]) -> Iterator[Span]:
    """Subtract spans from others; both in order."""
    removed = list(removed)
    for start, end in spans:
        for hole in removed:
            if hole.start < end and start < hole.end:
                if start < hole.start:
                    yield Span(start, hole.start)
                start = hole.end
        if start < end:
            yield Span(start, end)


def cut_segments(
    length: int, highlights: Iterable[Highlight], cuts: Iterable[int] = ()
) -> Iterator[Segment]:
    """Cut a text into segments.

    Args:
        length: the length of the text, in characters; highlights beyond it are cut off.
        highlights: the highlights, in any order.
        cuts: further positions to cut at.

    Yields:
        The segments in order; they cover the whole text.

    >>> quote, name = Highlight(2, 9, "verbatim", 0), Highlight(4, 6, "mention", 1)
    >>> [(s.start, s.end, len(s.highlights)) for s in cut_segments(10, [quote, name])]
    [(0, 2, 0), (2, 4, 1), (4, 6, 2), (6, 9, 1), (9, 10, 0)]
    """
    opening: dict[int, list[Highlight]] = defaultdict(list)
    closing: dict[int, list[Highlight]] = defaultdict(list)
    for highlight in sorted(set(highlights), key=lambda h: (h.start, -h.end)):
        if highlight.start < min(highlight.end, length):
            opening[highlight.start].append(highlight)
            closing[highlight.end].append(highlight)
    places = {place for place in (*opening, *closing, *cuts) if 0 < place < length}
    open_now: dict[Highlight, None] = {}
    for start, end in pairwise(sorted({0, length, *places})):
        for highlight in closing[start]:
            del open_now[highlight]
        open_now |= dict.fromkeys(opening[start])
        yield Segment(start, end, tuple(open_now))


def after_mark(text: str, place: int) -> int:
    """The end of the quotation mark at an offset; the offset itself if there is none.

    >>> after_mark("“Go.” He did.", 4)
    5
    """
    mark = _MARK.match(text, place)
    return int(mark.end()) if mark else place
