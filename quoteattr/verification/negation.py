"""Find negations in a text that are missing from a quote."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from quoteattr.compare.difference import FAITHFUL_KINDS, Difference
from quoteattr.compare.normalize import MARKS, WordSequence, normalize_words
from quoteattr.language import ENGLISH
from quoteattr.records import Span

_SENTENCE_ENDS = frozenset(".!?…")
#: maximum number of words between a negation and the quote
_BETWEEN = 4


def lost_negation(text: WordSequence, start: int, differences: Sequence[Difference]) -> Span | None:
    """The first negation of a text that a quote omits.

    Args:
        text: the words of the text.
        start: the offset of the quote in the text.
        differences: the differences. Only those with an editorial sign are searched; any other
            makes the quote unfaithful anyway. An ellipsis may replace whole sentences, whose
            negations negate nothing that the quote keeps.

    Returns:
        The span of the negation in the text, right before the quote or replaced by an ellipsis or
        brackets; the span that brackets replace if these add a negation; None if there is none.
    """
    preceding = _preceding(text, bisect_left(text.starts, start))
    spans = (
        _in_difference(difference)
        for difference in differences
        if difference.kind in FAITHFUL_KINDS and not _is_sentences(text, difference.span)
    )
    return preceding or next(filter(None, spans), None)


def is_negation(key: str) -> bool:
    """The normalized word is a negation.

    >>> [is_negation(key) for key in ("not", "won't", "note")]
    [True, True, False]
    """
    return key in ENGLISH.negations or key.endswith(ENGLISH.negated_ending)


def _preceding(text: WordSequence, first: int) -> Span | None:
    """The negation before a word, at most a few function words and one opening mark away."""
    marks = 0
    for i in range(first - 1, max(first - 2 - _BETWEEN, -1), -1):
        gap = text.between(i + 1)
        marks += sum(c in MARKS for c in gap)
        if marks > 1 or gap.strip(MARKS + "*_ \n\r\t\u00a0>"):
            return None
        if is_negation(text.keys[i]):
            return Span(text.starts[i], text.ends[i]) if _negates(text.keys, i) else None
        if not (text.keys[i] in ENGLISH.negation_joints or ENGLISH.tag(text.keys[i]) == "y"):
            return None
    return None


def _is_sentences(text: WordSequence, omitted: Span) -> bool:
    """Whether the omitted words are whole sentences."""
    bounds = (bisect_left(text.starts, offset) for offset in omitted)
    return all(not _SENTENCE_ENDS.isdisjoint(text.between(i)) for i in bounds)


def _in_difference(difference: Difference) -> Span | None:
    """The span of a negation that only one side of a difference has."""
    text, quote = normalize_words(difference.text), normalize_words(difference.quote)
    lost = [i for i in range(len(text.keys)) if _negates(text.keys, i)]
    added = sum(_negates(quote.keys, i) for i in range(len(quote.keys)))
    if len(lost) == added:
        return None
    if not lost:
        return difference.span
    start = difference.span.start
    return Span(start + text.starts[lost[0]], start + text.ends[lost[0]])


def _negates(keys: Sequence[str], i: int) -> bool:
    """The word is a negation, and the next word does not cancel it."""
    return is_negation(keys[i]) and not (i + 1 < len(keys) and keys[i + 1] in ENGLISH.no_negation)
