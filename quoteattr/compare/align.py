"""The words of a quote beside those of a stretch of text."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from quoteattr.compare.fold import Words
from quoteattr.compare.wanted import Given

#: what a word costs: one that the quote alone has, one that is another, one that the text alone has
_INSERTED, _CHANGED, _CUT = 100, 100, 25
#: the same where brackets tell of it; and what a word costs that an ellipsis leaves out
_TOLD_INSERTED, _TOLD_CHANGED, _TOLD_CUT, _ELIDED = 10, 10, 15, 1

#: most words of a text that one ellipsis stands for
ELLIPSIS = 100

#: a word of the quote beside a word of the text, or one of them beside nothing
Step = tuple[int | None, int | None]

_DIAGONAL, _UP, _LEFT = 0, 1, 2


def align(
    given: Given, quote: npt.NDArray[np.int64], text: npt.NDArray[np.int64]
) -> Iterator[Step]:
    """The words of a quote beside those of the stretch of a text that costs least.

    Sellers' algorithm (1980) for a string within another: what lies before and after costs
    nothing. It differs from a library's edit distance in that brackets and ellipses tell what
    their words may cost. One row a word of the quote; the ways are kept, a byte each.
    """
    ways = np.empty((len(quote) + 1, len(text) + 1), np.uint8)
    ways[0] = _LEFT
    costs = np.zeros(len(text) + 1, np.int64)
    ramp = np.arange(len(text) + 1)
    for i, word in enumerate(quote):
        told = given.bracketed[i]
        up = costs + (_TOLD_INSERTED if told else _INSERTED)
        diagonal = np.full_like(up, up.max() + _CHANGED)
        same = text == word
        diagonal[1:] = costs[:-1] + np.where(same, 0, _TOLD_CHANGED if told else _CHANGED)
        best = np.minimum(up, diagonal)
        cut = _cut(given, i + 1)
        costs = np.minimum.accumulate(best - cut * ramp) + cut * ramp if cut else best
        other = diagonal > up
        other[1:] |= (diagonal[1:] == up[1:]) & ~same
        ways[i + 1] = np.where(costs < best, _LEFT, np.where(other, _UP, _DIAGONAL))
    return reversed(_trace(ways, int(np.argmin(costs))))


def _cut(given: Given, i: int) -> int:
    """What it costs to leave out a word of the text before word ``i`` of the quote."""
    if i == given.size:
        return 0
    if given.elided[i]:
        return _ELIDED
    return _TOLD_CUT if given.bracketed[i] or given.bracketed[i - 1] else _CUT


def _trace(ways: npt.NDArray[np.uint8], j: int) -> list[Step]:
    """The way through the table that ends in the last row, at column ``j``, backwards."""
    i, steps = len(ways) - 1, list[Step]()
    while i:
        way = int(ways[i, j])
        i -= way != _LEFT
        j -= way != _UP
        steps.append((None if way == _LEFT else i, None if way == _UP else j))
    return steps


def widened(text: Words, steps: list[Step]) -> list[Step]:
    """Set words that the quote alone has, at either end, beside those that the text has there.

    Only beside those of the same sentence: between them is nothing but a space, and brackets.
    """
    found = [at for at, (_, j) in enumerate(steps) if j is not None]
    first, last = found[0], found[-1]
    steps = list(steps)
    for at in range(first - 1, -1, -1):
        j = steps[at + 1][1]
        if not j or text.between(j).strip("[]()") != " ":
            break
        steps[at] = (steps[at][0], j - 1)
    for at in range(last + 1, len(steps)):
        j = steps[at - 1][1]
        if j is None or j + 1 == len(text.keys) or text.between(j + 1).strip("[]()") != " ":
            break
        steps[at] = (steps[at][0], j + 1)
    return steps
