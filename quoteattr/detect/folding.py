"""Fold chunks: some spans of the text become one chunk each, as a quoted span is one."""

from __future__ import annotations

from array import array
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
    row = Chunks(chunks.language)
    origin = array("i")
    waiting = list(reversed(folds))
    end = -1
    for i, (tag, start) in enumerate(zip(chunks.tags, chunks.starts, strict=True)):
        if start < end:
            continue
        is_fold = False
        while waiting and waiting[-1].span.end <= start:
            waiting.pop()
        if waiting and waiting[-1].span.start <= start:
            fold_ = waiting.pop()
            end = fold_.span.end
            is_fold = fold_.tag == QUOTE or fold_.span != (start, chunks.ends[i])
            row.add(fold_.tag, *fold_.span, chunks.heads[i])
        else:
            row.add(tag, start, chunks.ends[i], chunks.heads[i], chunks.mention_starts[i])
        origin.append(-1 if is_fold else i)
    row.quote_chunks = [i for i, tag in enumerate(row.row) if tag == QUOTE]
    row.indefinite = {i for i, old in enumerate(origin) if old in chunks.indefinite}
    row.origin = origin
    row.join_tags()
    return row
