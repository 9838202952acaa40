"""Spans: pairs of indices into the text of an article."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from operator import index
from typing import Any, NamedTuple, Self, overload

from quoteattr.checks import check_several
from quoteattr.errors import InputError, OptionError
from quoteattr.text import shorten


class _Bounds(NamedTuple):
    """The fields of a span; a named tuple cannot define ``__new__`` itself."""

    start: int
    end: int


class Span(_Bounds):
    """A part of the text: ``text[start:end]``, in characters, end exclusive.

    Raises:
        InputError: the bounds are not whole numbers.
        OptionError: the span ends before it starts, or starts before the text.
    """

    __slots__ = ()

    @overload
    def __new__(cls, start: int, end: int) -> Self: ...
    @overload
    def __new__(cls, start: Iterable[int]) -> Self: ...
    def __new__(cls, start: Any, end: Any = None) -> Self:
        """Make a span from two numbers, or from one pair of them, as ``attrs.asdict`` does."""
        if type(start) is not int or type(end) is not int or not 0 <= start <= end <= sys.maxsize:
            start, end = _check_bounds(start, end)
        return tuple.__new__(cls, (start, end))


def overlap(first: Span, second: Span) -> float:
    """The share of the characters of two spans that are in both (Jaccard index).

    >>> overlap(Span(0, 4), Span(2, 6)), overlap(Span(0, 4), Span(4, 6))
    (0.3333333333333333, 0.0)
    """
    common = min(first.end, second.end) - max(first.start, second.start)
    whole = max(first.end, second.end) - min(first.start, second.start)
    return max(0, common) / whole if whole else 0.0


def _check_bounds(start: object, end: object) -> tuple[int, int]:
    """Convert the bounds of a span to two Python integers; raise if that is impossible."""
    pair: tuple[Any, ...] = (start, end)
    if end is None and isinstance(start, Iterable) and not isinstance(start, str):
        pair = tuple(start)
    remedy = "pass two whole numbers, 0 <= start <= end, in characters of the text"
    try:
        first, last = map(index, pair)
    except (TypeError, ValueError):
        first, last = -1, -2
    if bool in map(type, pair) or (first, last) == (-1, -2):
        raise InputError(
            f"a span is a pair of whole numbers, not {shorten(pair)}", where="Span", remedy=remedy
        )
    if not 0 <= first <= last <= sys.maxsize:
        raise OptionError(f"the span {shorten(pair)} is not valid", where="Span", remedy=remedy)
    return first, last


def as_spans(pairs: Any) -> tuple[Span, ...]:
    """Convert pairs of integers to spans.

    Raises:
        InputError: the value is not a list of pairs of whole numbers.
        OptionError: a pair ends before it starts, or starts before the text.
    """
    if type(pairs) is tuple and all(type(pair) is Span for pair in pairs):
        return pairs
    return tuple(map(_as_span, check_several(pairs, "spans", "a list of pairs (start, end)")))


def _as_span(pair: Any) -> Span:
    """Convert a pair of integers to a span."""
    return pair if type(pair) is Span else Span(pair)


def check_order(spans: tuple[Span, ...]) -> None:
    """Check that there are spans, and that they are not empty, in order and do not overlap.

    Raises:
        OptionError: they are not.
    """
    last = 0
    for start, end in spans:
        if not last <= start < end:
            break
        last = end
    else:
        if spans:
            return
    raise OptionError(
        f"spans must be in order, not empty, and at least one, not {shorten([*map(tuple, spans)])}",
        where="QuoteRecord.spans",
        remedy="pass the parts of the quote in the order of the text",
    )
