"""An article's text cut where what is marked in it begins and ends.

Stretches of different records may overlap or lie in one another: a reported clause holds quotes, a
quote holds the name of somebody who speaks elsewhere. Cut into pieces, none of them begins or ends
within another, and each piece knows all that it is part of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

import regex

from quoteattr.language.marks import FAMILIES
from quoteattr.records import QuoteRecord, Span

#: words of a quote that are the speaker's own, in marks or in a post, are ``verbatim``, those of a
#: reported clause ``reported``
Role = Literal["verbatim", "reported", "mention", "cue"]

#: any quotation mark, the longest first
_MARK = regex.compile(
    r"\L<marks>",
    marks=[mark for family in FAMILIES.values() for marks in family for mark in marks],
)


class Stretch(NamedTuple):
    """What a stretch of the text is to one record."""

    start: int
    end: int
    role: Role
    #: the record's index
    number: int


class Piece(NamedTuple):
    """A piece of the text that is marked in one way."""

    start: int
    end: int
    #: what it is part of: outer stretches before those that lie in them
    stretches: tuple[Stretch, ...]


def stretches(record: QuoteRecord, number: int) -> Iterator[Stretch]:
    """All that is marked for a record."""
    exact = record.verbatim
    yield from (Stretch(*span, "verbatim", number) for span in exact)
    yield from (Stretch(*span, "reported", number) for span in _without(record.spans, exact))
    if record.mention is not None:
        yield Stretch(record.mention.start, record.mention.end, "mention", number)
    if record.cue is not None:
        yield Stretch(record.cue.start, record.cue.end, "cue", number)


def _without(spans: Iterable[Span], holes: Iterable[Span]) -> Iterator[Span]:
    """What is left of some spans without the holes; all of them in order."""
    holes = list(holes)
    for start, end in spans:
        for hole in holes:
            if hole.start < end and start < hole.end:
                if start < hole.start:
                    yield Span(start, hole.start)
                start = hole.end
        if start < end:
            yield Span(start, end)


def pieces(length: int, marked: Iterable[Stretch], cuts: Iterable[int] = ()) -> Iterator[Piece]:
    """Cut a text of some length; what reaches over its end is cut off there.

    Args:
        length: of the text, in characters.
        marked: where to cut, in any order.
        cuts: more places to cut at.

    Yields:
        The pieces, which together are the whole text.

    >>> quote, name = Stretch(2, 9, "verbatim", 0), Stretch(4, 6, "mention", 1)
    >>> [(p.start, p.end, len(p.stretches)) for p in pieces(10, [quote, name])]
    [(0, 2, 0), (2, 4, 1), (4, 6, 2), (6, 9, 1), (9, 10, 0)]
    """
    opening: dict[int, list[Stretch]] = defaultdict(list)
    closing: dict[int, list[Stretch]] = defaultdict(list)
    for stretch in sorted(set(marked), key=lambda s: (s.start, -s.end)):
        if stretch.start < min(stretch.end, length):
            opening[stretch.start].append(stretch)
            closing[stretch.end].append(stretch)
    places = {place for place in (*opening, *closing, *cuts) if 0 < place < length}
    inside: dict[Stretch, None] = {}
    for start, end in pairwise(sorted({0, length, *places})):
        for stretch in closing[start]:
            del inside[stretch]
        inside |= dict.fromkeys(opening[start])
        yield Piece(start, end, tuple(inside))


def after_mark(text: str, place: int) -> int:
    """The place after the quotation mark that stands here; the place itself where none does.

    >>> after_mark("“Go.” He did.", 4)
    5
    """
    found = _MARK.match(text, place)
    return int(found.end()) if found else place
