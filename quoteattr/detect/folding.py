"""Fold chunks: some spans of the text become one chunk each, as a quoted span is one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from quoteattr.detect.alphabet import QUOTE
from quoteattr.detect.chunks import Chunks
from quoteattr.records import Span


class Fold(NamedTuple):
    """A span of the text that becomes one chunk."""

    span: Span
    #: the tag of the chunk
    tag: str


def fold(chunks: Chunks, folds: Sequence[Fold]) -> Chunks:
    """Make a sequence of chunks in which some spans are one chunk each.

    Args:
        chunks: a sequence of chunks.
        folds: spans in order that do not overlap; a chunk that starts in one becomes part of it.
            A span in which no chunk starts is left out.

    Returns:
        The new sequence, whose ``origin`` has the index of the old chunk for each new one.
    """
    row, last = Chunks(chunks.language), 0
    origin: list[int] = []
    for span, tag in folds:
        first, stop = (max(last, bisect_left(chunks.starts, place)) for place in span)
        if first < stop:
            row.extend(chunks, last, first)
            row.add(tag, *span, chunks.heads[first])
            origin += (*range(last, first), -1)
            last = stop
    row.extend(chunks, last, len(chunks.row))
    origin += range(last, len(chunks.row))
    row.quote_chunks = [i for i, tag in enumerate(row.row) if tag == QUOTE]
    row.indefinite = {i for i, old in enumerate(origin) if old in chunks.indefinite}
    row.tags = "".join(row.row)
    row.origin = origin
    return row
