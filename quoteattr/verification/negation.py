"""Negations that a quotation lost: words that turn what was said into its opposite."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from quoteattr.compare.difference import TOLD, Difference
from quoteattr.compare.fold import MARKS, Words, words
from quoteattr.detect.lexicon import word_class
from quoteattr.language.en import tables as en
from quoteattr.records import Span

#: most words between a negation and the quote that it negates
_BETWEEN = 2


def lost_negation(text: Words, start: int, differences: Sequence[Difference]) -> Span | None:
    """The first negation of a text that a quote of it does not have, None if there is none.

    Args:
        text: the words of the text.
        start: where the quote begins in it.
        differences: what differs. Those without a sign count in any case and are left out here.

    Returns:
        Where the negation stands in the text: right before the quote, or in what an ellipsis or
        brackets replace. Where brackets put a negation in, the place that they stand for.
    """
    before = _before(text, bisect_left(text.starts, start))
    spans = (_in_difference(each) for each in differences if each.kind in TOLD)
    return before or next(filter(None, spans), None)


def is_negation(key: str) -> bool:
    """A word without case negates.

    >>> [is_negation(key) for key in ("not", "won't", "note")]
    [True, True, False]
    """
    return key in en.NEGATIONS or key.endswith(en.NEGATED_ENDING)


def _before(text: Words, first: int) -> Span | None:
    """The negation right before a word, but for a few small words and one opening mark."""
    marks = 0
    for i in range(first - 1, max(first - 2 - _BETWEEN, -1), -1):
        gap = text.between(i + 1)
        marks += sum(c in MARKS for c in gap)
        if marks > 1 or gap.strip(MARKS + "*_ \n\r\t\u00a0>"):
            return None
        if is_negation(text.keys[i]):
            negates = i + 1 == len(text.keys) or text.keys[i + 1] not in en.NO_NEGATION
            return Span(text.starts[i], text.ends[i]) if negates else None
        if not (text.keys[i] in en.NEGATION_JOINTS or word_class(text.keys[i]) == "y"):
            return None
    return None


def _in_difference(difference: Difference) -> Span | None:
    """The negation that one side of a difference has more of than the other."""
    found, quoted = words(difference.text), words(difference.quote)
    lost = [i for i, key in enumerate(found.keys) if _negates(found.keys, i)]
    put_in = sum(_negates(quoted.keys, i) for i in range(len(quoted.keys)))
    if len(lost) == put_in:
        return None
    if not lost:
        return difference.span
    start = difference.span.start
    return Span(start + found.starts[lost[0]], start + found.ends[lost[0]])


def _negates(keys: Sequence[str], i: int) -> bool:
    """A word negates, and what follows does not take it back."""
    return is_negation(keys[i]) and not (i + 1 < len(keys) and keys[i + 1] in en.NO_NEGATION)
