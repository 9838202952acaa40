"""Patterns over chunks, matched together: they say what each says alone, in bounded memory."""

import random

import pytest

from quoteattr.detect.patterns import pattern_set
from quoteattr.detect.patterns.pattern import RowPattern
from quoteattr.detect.patterns.pattern_set import ANY, NONE, PatternSet

PATTERNS = ["[xyT]*S", ".*y.*", "N(?:,[^,]{1,4},)?S", "", "[^./]*h[^./]*"]


def rows():
    """Rows of up to twelve chunks, half of them of few kinds."""
    lot = random.Random(7)
    return ["".join(lot.choices("xySN,h.T", k=lot.randrange(12))) for _ in range(400)]


@pytest.mark.parametrize("backward", [False, True])
@pytest.mark.parametrize("most", [1, 3, pattern_set.MOST_STATES])
def test_patterns_say_together_what_each_says_alone(monkeypatch, most, backward):
    """However few states are kept, and from whichever end a row is read."""
    monkeypatch.setattr(pattern_set, "MOST_STATES", most)
    alone = [RowPattern(pattern) for pattern in PATTERNS]
    together = PatternSet(PATTERNS, backward)
    for row in rows():
        assert list(together.matches(row)) == [pattern.fullmatch(row) for pattern in alone]
        assert len(together) <= most


def test_a_state_is_kept():
    together = PatternSet(PATTERNS)
    together.matches("xyS")
    kept = len(together)
    together.matches("xyS")
    assert len(together) == kept


@pytest.mark.parametrize("backward", [False, True])
def test_all_parts_of_a_row_in_one_reading(backward):
    patterns = PatternSet(PATTERNS, backward)
    for row in rows():
        lengths = [len(row), 0, len(row) // 2]
        rows_read = [row[len(row) - length :] if backward else row[:length] for length in lengths]
        expected = [list(patterns.matches(read)) for read in rows_read]
        assert list(map(list, patterns.matches_by_length(row, lengths))) == expected


def test_a_row_is_read_until_all_is_decided():
    """What follows makes no difference to a pattern that has failed, or that takes anything."""
    patterns = PatternSet(["xy.*", "[xyT]*S"])
    patterns.matches("xyN" + "hT" * 40)
    assert len(patterns) == len("xyN")


def test_what_any_row_matches_and_what_none_does():
    assert [list(PatternSet([ANY, NONE]).matches(row)) for row in ("", "N", "NS")] == [[1, 0]] * 3


def test_what_is_given_back_cannot_be_changed():
    with pytest.raises(ValueError, match="read-only"):
        PatternSet([ANY]).matches("N")[0] = 0


def test_rows_that_match_the_same_share_what_is_given_back():
    """Thousands of states are kept; of what they match there are few kinds."""
    together = PatternSet(["xyS", ANY, "xyS", NONE])
    assert list(together.matches("xyS")) == [1, 1, 1, 0]
    assert together.matches("x") is together.matches("hh")


def test_a_set_of_no_pattern_matches_nothing():
    assert list(PatternSet([]).matches("xy")) == []
