"""Finds reported clauses: what somebody said, thought or wrote, told without marks or only in part.

The tagger (``find/tagger.py``) reads where content, cues and sources stand; here its labels become
spans. A stretch between marks is one token for it, so that where a clause touches marks, the marks
decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from quoteattr.find.tagger import BEGIN, CUE, INSIDE, SOURCE, Tagged, Tagger
from quoteattr.find.tokens import Token
from quoteattr.records import Span

#: classes of tokens that a clause neither begins nor ends with
_PUNCTUATION = frozenset(',:.-()/"')


@frozen
class Clause:
    """A reported clause, from its first to its last word, without the *that* before it."""

    span: Span
    #: indices of the stretches between marks that stand in it
    quotes: tuple[int, ...]
    #: the least probability that one of its tokens is content, or that it ends where it does
    likely: float


@frozen
class Reported:
    """The reported clauses of an article, and all that reports, in order of the text."""

    clauses: tuple[Clause, ...] = ()
    #: what is read as the words that report
    cues: tuple[Span, ...] = ()
    #: what is read as the words that stand for who is reported
    sources: tuple[Span, ...] = ()


def find_reported(text: str, tokens: Sequence[Token], tagger: Tagger) -> Reported:
    """Find the reported clauses of an article.

    Args:
        text: the article as given.
        tokens: its tokens, each stretch between marks one.
        tagger: labels them.

    Returns:
        Clauses that hold at least one word outside marks, with the cues and sources around.
    """
    tagged = tagger.tag(text, tokens)
    numbers = _quote_numbers(tokens)
    clauses = (
        clause
        for first, last in _contents(tagged.labels)
        if (clause := _clause(tokens, tagged, numbers, first, last))
    )
    return Reported(
        tuple(clauses),
        tuple(_spans(tokens, tagged.labels, CUE)),
        tuple(_spans(tokens, tagged.labels, SOURCE)),
    )


def _quote_numbers(tokens: Sequence[Token]) -> dict[int, int]:
    """The index of the stretch between marks that a token is."""
    quotes = (i for i, token in enumerate(tokens) if token.symbol == "Q")
    return {token: number for number, token in enumerate(quotes)}


def _contents(labels: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last token of each content."""
    first = None
    for i, label in enumerate(labels):
        if first is not None and label != INSIDE:
            yield first, i - 1
            first = None
        if label == BEGIN or (label == INSIDE and first is None):
            first = i
    if first is not None:
        yield first, len(labels) - 1


def _clause(
    tokens: Sequence[Token], tagged: Tagged, numbers: dict[int, int], first: int, last: int
) -> Clause | None:
    """The clause of a content, None if all of it stands between marks."""
    likely = tagged.likely[first : last + 1, [BEGIN, INSIDE]].sum(axis=1).min()
    if last + 1 < len(tokens):
        likely = min(likely, 1 - tagged.likely[last + 1, INSIDE])
    introduced = first > 0 and tokens[first - 1].symbol not in "./"
    while first <= last and tokens[first].symbol in _PUNCTUATION:
        first += 1
    if introduced and first < last and tokens[first].symbol == "t":
        first += 1
    while first <= last and tokens[last].symbol in _PUNCTUATION:
        last -= 1
    inside = range(first, last + 1)
    if all(tokens[i].symbol == "Q" or tokens[i].symbol in _PUNCTUATION for i in inside):
        return None
    span = Span(tokens[first].start, tokens[last].end)
    quotes = tuple(numbers[i] for i in inside if i in numbers)
    return Clause(span, quotes, float(likely))


def _spans(tokens: Sequence[Token], labels: Sequence[int], wanted: int) -> Iterator[Span]:
    """Each run of tokens with a label."""
    start = end = None
    for token, label in zip(tokens, labels, strict=True):
        if label == wanted:
            start, end = token.start if start is None else start, token.end
        elif start is not None and end is not None:
            yield Span(start, end)
            start = None
    if start is not None and end is not None:
        yield Span(start, end)
