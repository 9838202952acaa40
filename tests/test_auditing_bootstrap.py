"""Intervals: the same whenever the articles are, narrower the more there are."""

import numpy as np
import pytest

from quoteattr.auditing import bootstrap
from quoteattr.auditing.bootstrap import interval


def counts(size, seed=5):
    """Women and all, of some articles."""
    rng = np.random.default_rng(seed)
    denominators = rng.integers(0, 6, size)
    return rng.binomial(denominators, 0.3), denominators


def test_the_interval_holds_the_share_and_is_the_same_again():
    numerators, denominators = counts(200)
    low, high = interval(numerators, denominators)
    assert 0 <= low < numerators.sum() / denominators.sum() < high <= 1
    assert interval(numerators, denominators) == (low, high)


def test_more_articles_make_it_narrower():
    (low, high), (lower, higher) = (interval(*counts(size)) for size in (1000, 50))
    assert high - low < (higher - lower) / 3


def test_it_is_that_of_the_normal_distribution_where_there_are_many():
    numerators, denominators = counts(2000)
    share, residuals = (
        numerators.sum() / denominators.sum(),
        numerators - denominators * numerators.sum() / denominators.sum(),
    )
    error = 1.96 * np.sqrt((residuals**2).sum()) / denominators.sum()
    assert interval(numerators, denominators) == pytest.approx(
        (share - error, share + error), abs=0.004
    )


@pytest.mark.parametrize("size", [400, 3000])
def test_articles_that_all_differ_are_drawn_one_by_one_or_in_batches(size):
    rng = np.random.default_rng(1)
    numerators, rest = rng.integers(0, 1000, (2, size))
    denominators = numerators + rest
    share, residuals = (
        numerators.sum() / denominators.sum(),
        numerators - denominators * numerators.sum() / denominators.sum(),
    )
    error = 1.96 * np.sqrt((residuals**2).sum()) / denominators.sum()
    assert interval(numerators, denominators) == pytest.approx(
        (share - error, share + error), rel=0.02
    )


@pytest.mark.parametrize("size", [200, 400, 3000])
def test_the_order_of_the_articles_changes_nothing(size):
    numerators, rest = np.random.default_rng(1).integers(0, 1000, (2, size))
    shuffled = np.random.default_rng(2).permutation(size)
    wholes = numerators + rest
    assert interval(numerators, wholes) == interval(numerators[shuffled], wholes[shuffled])


@pytest.mark.parametrize("counted", [0, 4])
def test_few_articles_have_none(counted):
    denominators = np.array([1] * counted + [0] * 20)
    assert interval(denominators, denominators) is None


def test_draws_without_anything_to_count_are_left_out():
    denominators = np.array([1] * bootstrap.MIN_ARTICLES + [0] * 300)
    assert interval(denominators, denominators) == (1.0, 1.0)
