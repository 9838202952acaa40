"""A table of cases as one test: every case runs, and every failure is listed."""

import inspect

import pytest
from tables import for_each


@pytest.fixture
def limit():
    return 2


def failures_of(test, **fixtures):
    """The notes of the cases that fail."""
    with pytest.raises(BaseExceptionGroup) as info:
        test(**fixtures)
    return [error.__notes__ for error in info.value.exceptions]


def test_every_case_that_fails_is_listed():
    @for_each(("number", "square"), [(1, 1), (2, 5), (3, 9), (4, 17)])
    def test(number, square):
        assert number**2 == square

    assert failures_of(test) == [
        ["case: {'number': 2, 'square': 5}"],
        ["case: {'number': 4, 'square': 17}"],
    ]


def test_a_case_may_fail_by_any_error():
    @for_each("value", [1, None, "a"])
    def test(value):
        if value == "a":
            pytest.fail("not a number")
        assert value + 1

    assert failures_of(test) == [["case: {'value': None}"], ["case: {'value': 'a'}"]]


@for_each("a, b", [(0, 1), (1, 0)])
@for_each("c", [0, 1])
def test_tables_can_be_combined_and_take_fixtures(limit, a, b, c):
    assert a + b + c <= limit


def test_pytest_sees_the_fixtures_alone():
    assert [*inspect.signature(test_tables_can_be_combined_and_take_fixtures).parameters] == [
        "limit"
    ]


def test_a_table_has_as_many_values_as_names():
    @for_each("a, b", [(1, 2, 3)])
    def test(a, b):
        """Never runs."""

    with pytest.raises(ValueError, match="argument 2 is longer"):
        test()


def test_a_table_without_cases_is_refused():
    with pytest.raises(AssertionError, match="tests nothing"):
        for_each("a", [])


def test_a_case_with_a_mark_is_refused():
    with pytest.raises(AssertionError, match=r"pytest\.param"):
        for_each("a", [pytest.param(1, marks=pytest.mark.slow)])
