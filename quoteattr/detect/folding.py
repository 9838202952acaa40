"""Fold chunks: some spans of the text become one chunk each, as a quoted span is one."""

from __future__ import annotations

from array import array
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
        The new sequence, whose ``origin`` has the index of the old chunk for each new one; also for
        a fold of one chunk that only changes its class: *according to | him*.
    """
    row, starts = Chunks(chunks.language), chunks.starts
    origin = array("i")
    unread = 0
    for span, tag in folds:
        first = bisect_left(starts, span.start, unread)
        stop = bisect_left(starts, span.end, first)
        if first == stop:
            continue
        row.extend(chunks, unread, first)
        row.add(tag, *span, chunks.heads[first])
        is_fold = tag == QUOTE or span != (starts[first], chunks.ends[first])
        origin.extend((*range(unread, first), -1 if is_fold else first))
        unread = stop
    row.extend(chunks, unread, len(starts))
    origin.extend(range(unread, len(starts)))
    row.quote_chunks = [i for i, tag in enumerate(row.row) if tag == QUOTE]
    row.indefinite = {i for i, old in enumerate(origin) if old in chunks.indefinite}
    row.origin = origin
    row.join_tags()
    return row
