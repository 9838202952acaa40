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
#: where the interval begins and ends among the drawn shares in order
_LOW, _HIGH = 0.025, 0.975
#: fewest articles with something to count; fewer say nothing of others
MIN_ARTICLES = 5
#: most kinds of articles that are drawn as kinds, by how many there are of each
_MOST_KINDS = 64
#: most articles that are drawn one by one; more are drawn in so many batches, each of articles that
#: were put together at random, which vary as the articles do
_MOST_ROWS = 500


def interval(numerators: Counts, denominators: Counts) -> tuple[float, float] | None:
    """The 95% interval of a ratio of two sums over articles.

    Args:
        numerators: one number an article, such as women whose gender is shown.
        denominators: one number an article, such as all whose gender is shown.

    Returns:
        The bounds; None if fewer than five articles have anything to count.

    >>> interval(np.array([1] * 5 + [0] * 5), np.array([1] * 10))
    (0.2, 0.8)
    """
    counted = denominators > 0
    if counted.sum() < MIN_ARTICLES:
        return None
    pairs = np.column_stack([numerators, denominators])
    _, first, numbers = np.unique(
        denominators << 32 | numerators, return_index=True, return_counts=True
    )
    kinds = pairs[first]
    rng = np.random.default_rng(0)
    if len(kinds) <= _MOST_KINDS:
        drawn = _draw_kinds(kinds, numbers, rng)
    else:  # kind by kind, so that the order of the articles changes nothing
        drawn = _draw_rows(np.repeat(kinds, numbers, axis=0), rng)
    drawn = drawn[drawn[:, 1] > 0]
    shares = np.sort(drawn[:, 0] / drawn[:, 1])
    low, high = (float(shares[round(place * (len(shares) - 1))]) for place in (_LOW, _HIGH))
    return round(low, 4), round(high, 4)


def _draw_kinds(kinds: Counts, numbers: Counts, rng: np.random.Generator) -> Counts:
    """The sums of each draw, where few kinds of articles make many: the same, only faster."""
    total = int(numbers.sum())
    sums: Counts = rng.multinomial(total, numbers / total, size=DRAWS) @ kinds
    return sums


def _draw_rows(pairs: Counts, rng: np.random.Generator) -> Counts:
    """The sums of each draw."""
    if len(pairs) > _MOST_ROWS:
        batches = np.zeros((_MOST_ROWS, 2), dtype=np.int64)
        np.add.at(batches, rng.permutation(len(pairs)) % _MOST_ROWS, pairs)
        pairs = batches
    drawn: Counts = rng.integers(0, len(pairs), (DRAWS, len(pairs)))
    return np.stack([column[drawn].sum(axis=1) for column in pairs.T], axis=1)
