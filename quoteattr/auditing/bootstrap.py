"""Intervals of shares by the bootstrap over articles.

What one article quotes hangs together, so that articles are drawn, not speakers: as many articles
as there are, with replacement, 1,000 times; the middle 95 of 100 of the shares are the interval
(B. Efron and R. Tibshirani, *An Introduction to the Bootstrap*, 1993, the percentile interval). The
seed is fixed: the same articles give the same interval.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]

#: times that articles are drawn
DRAWS = 1_000
#: the middle share of the drawn ones that the interval holds, in per cent
_LOW, _HIGH = 2.5, 97.5
#: fewest articles with something to count; fewer say nothing of others
MIN_ARTICLES = 5
#: most kinds of articles that are drawn as kinds, by how many there are of each
_MOST_KINDS = 64
#: most articles that are drawn at a time
_BLOCK = 2_000_000


def interval(parts: Counts, wholes: Counts) -> tuple[float, float] | None:
    """The 95% interval of the share that the parts have in the wholes.

    Args:
        parts: one number an article, such as women whose gender is shown.
        wholes: one number an article, such as all whose gender is shown.

    Returns:
        The bounds; None if fewer than five articles have anything to count.

    >>> interval(np.array([1] * 5 + [0] * 5), np.array([1] * 10))
    (0.2, 0.8)
    """
    counted = wholes > 0
    if counted.sum() < MIN_ARTICLES:
        return None
    pairs = np.column_stack([parts, wholes])
    kinds, numbers = np.unique(pairs, axis=0, return_counts=True)
    rng = np.random.default_rng(0)
    drawn = (
        _draw_kinds(kinds, numbers, rng) if len(kinds) <= _MOST_KINDS else _draw_rows(pairs, rng)
    )
    drawn = drawn[drawn[:, 1] > 0]
    low, high = np.percentile(drawn[:, 0] / drawn[:, 1], [_LOW, _HIGH])
    return round(float(low), 4), round(float(high), 4)


def _draw_kinds(kinds: Counts, numbers: Counts, rng: np.random.Generator) -> Counts:
    """The sums of each draw, where few kinds of articles make many: the same, only faster."""
    total = int(numbers.sum())
    sums: Counts = rng.multinomial(total, numbers / total, size=DRAWS) @ kinds
    return sums


def _draw_rows(pairs: Counts, rng: np.random.Generator) -> Counts:
    """The sums of each draw."""
    size = len(pairs)
    at_once = max(1, _BLOCK // size)
    sums = [
        pairs[rng.integers(0, size, (min(at_once, DRAWS - done), size))].sum(axis=1)
        for done in range(0, DRAWS, at_once)
    ]
    return np.concatenate(sums)
