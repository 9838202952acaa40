"""Paragraphs of similar lengths side by side, which the network reads together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from quoteattr.tag.features import Ints
from quoteattr.tag.matrices import MOST_ROWS
from quoteattr.tag.paragraphs import Paragraph


def token_indices(paragraphs: Sequence[Paragraph]) -> Ints:
    """The indices of the tokens of some paragraphs."""
    ranges = [np.arange(start, end) for start, end in paragraphs]
    return np.concatenate([np.arange(0), *ranges])


class PackedBatch:
    """Paragraphs side by side, the longest first, one token of each at every step."""

    def __init__(self, batch: Sequence[Paragraph]) -> None:
        """Pack some paragraphs, which are in order of length, the longest first."""
        lengths = np.array([p.end - p.start for p in batch])
        ends = lengths.cumsum()
        #: indices of the tokens, paragraph by paragraph
        self.tokens: Ints = token_indices(batch)
        steps = np.arange(lengths[0])
        active = np.searchsorted(-lengths, -steps, side="left")
        stops = active.cumsum()
        #: the range of each step in ``left`` and ``right``; a paragraph has no steps after its end
        self.steps = [range(stop - n, stop) for n, stop in zip(active, stops, strict=True)]
        step = np.repeat(steps, active)
        paragraph = np.concatenate([np.arange(n) for n in active])
        #: indices into ``tokens``, step by step: from the left, and from the right
        self.left: Ints = (ends - lengths)[paragraph] + step
        self.right: Ints = ends[paragraph] - 1 - step
        #: the paragraph of each of ``tokens``
        self.paragraph: Ints = np.repeat(np.arange(len(lengths)), lengths)
        self._ends: list[int] = [0, *ends.tolist()]

    def bounds(self, paragraph: int) -> tuple[int, int]:
        """The first of ``tokens`` of a paragraph, and the end of its last one."""
        return self._ends[paragraph], self._ends[paragraph + 1]

    def all_bounds(self) -> Iterator[tuple[int, int]]:
        """The bounds of each paragraph."""
        return pairwise(self._ends)


def pack_paragraphs(paragraphs: Sequence[Paragraph]) -> Iterator[PackedBatch]:
    """Batches of paragraphs of similar lengths, the longest first."""
    ordered = sorted(paragraphs, key=lambda p: p.start - p.end)
    for first in range(0, len(ordered), MOST_ROWS):
        yield PackedBatch(ordered[first : first + MOST_ROWS])
