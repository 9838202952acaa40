"""Compute intervals of shares by a bootstrap over articles.

Speakers in one article are correlated, so articles are resampled, not speakers: as many articles as
there are, with replacement, 1,000 times; the middle 95 of 100 of the shares are the interval
(B. Efron and R. Tibshirani, *An Introduction to the Bootstrap*, 1993, the percentile interval). The
seed is fixed: the same articles give the same interval.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]

#: number of resamples
DRAWS = 1_000
#: the quantiles of the resampled shares that bound the interval
_LOW, _HIGH = 0.025, 0.975
#: minimum number of articles with something to count; fewer do not represent others
MIN_ARTICLES = 5
#: maximum number of distinct kinds of articles that are resampled by their counts
_MOST_KINDS = 64
#: maximum number of articles that are resampled one by one; more are resampled in this many random
#: batches, which vary like the articles
_MOST_ROWS = 500


def interval(numerators: Counts, denominators: Counts) -> tuple[float, float] | None:
    """The 95% interval of a ratio of two sums over articles.

    Args:
        numerators: one number per article, such as women whose gender is shown.
        denominators: one number per article, such as all people whose gender is shown.

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
    else:  # kind by kind, so that the order of the articles does not matter
        drawn = _draw_rows(np.repeat(kinds, numbers, axis=0), rng)
    drawn = drawn[drawn[:, 1] > 0]
    shares = np.sort(drawn[:, 0] / drawn[:, 1])
    low, high = (float(shares[round(place * (len(shares) - 1))]) for place in (_LOW, _HIGH))
    return round(low, 4), round(high, 4)


def _draw_kinds(kinds: Counts, numbers: Counts, rng: np.random.Generator) -> Counts:
    """The sums of each resample, if the articles are of few kinds: the same result, but faster."""
    total = int(numbers.sum())
    sums: Counts = rng.multinomial(total, numbers / total, size=DRAWS) @ kinds
    return sums


def _draw_rows(pairs: Counts, rng: np.random.Generator) -> Counts:
    """The sums of each resample."""
    if len(pairs) > _MOST_ROWS:
        batches = np.zeros((_MOST_ROWS, 2), dtype=np.int64)
        np.add.at(batches, rng.permutation(len(pairs)) % _MOST_ROWS, pairs)
        pairs = batches
    drawn: Counts = rng.integers(0, len(pairs), (DRAWS, len(pairs)))
    return np.stack([column[drawn].sum(axis=1) for column in pairs.T], axis=1)
