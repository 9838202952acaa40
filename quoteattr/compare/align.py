"""Align the words of a quote with those of a passage."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from quoteattr.compare.normalize import WordSequence
from quoteattr.compare.quote_words import QuoteWords

#: the costs of a word only in the quote, of a changed word, and of a word only in the text
_INSERTED, _CHANGED, _CUT = 100, 100, 25
#: the same next to brackets in the quote; and the cost of a word that an ellipsis replaces
_BRACKETED_INSERTED, _BRACKETED_CHANGED, _BRACKETED_CUT, _ELIDED = 10, 10, 15, 1

#: maximum number of words that one ellipsis replaces
ELLIPSIS = 100

#: the number of a word of the quote and of a word of the text; None for a gap
Step = tuple[int | None, int | None]

_DIAGONAL, _UP, _LEFT = 0, 1, 2


def align(
    quote: QuoteWords, quote_ids: npt.NDArray[np.int64], text_ids: npt.NDArray[np.int64]
) -> Iterator[Step]:
    """Align a quote with the passage of a text that has the least cost.

    This is Sellers' algorithm (1980) for approximate substring search: the text before and after
    the passage costs nothing. Unlike a general edit distance, brackets and ellipses in the quote
    set the costs of their words. The table has one row per word of the quote; the moves are stored
    in one byte each.

    Args:
        quote: the quote.
        quote_ids: a number for each word of the quote, the same for equal words.
        text_ids: the same for the words of the text.

    Yields:
        The aligned words, in order.
    """
    moves = np.empty((len(quote_ids) + 1, len(text_ids) + 1), np.uint8)
    moves[0] = _LEFT
    costs = np.zeros(len(text_ids) + 1, np.int64)
    ramp = np.arange(len(text_ids) + 1)
    for i, word in enumerate(quote_ids):
        bracketed = quote.bracketed[i]
        up = costs + (_BRACKETED_INSERTED if bracketed else _INSERTED)
        diagonal = np.full_like(up, up.max() + _CHANGED)
        same = text_ids == word
        changed = _BRACKETED_CHANGED if bracketed else _CHANGED
        diagonal[1:] = costs[:-1] + np.where(same, 0, changed)
        best = np.minimum(up, diagonal)
        cut = _cut_cost(quote, i + 1)
        costs = np.minimum.accumulate(best - cut * ramp) + cut * ramp if cut else best
        is_up = diagonal > up
        is_up[1:] |= (diagonal[1:] == up[1:]) & ~same
        moves[i + 1] = np.where(costs < best, _LEFT, np.where(is_up, _UP, _DIAGONAL))
    return reversed(_trace(moves, int(np.argmin(costs))))


def _cut_cost(quote: QuoteWords, i: int) -> int:
    """The cost of a word that only the text has, before word ``i`` of the quote."""
    if i == quote.size:
        return 0
    if quote.elided[i]:
        return _ELIDED
    return _BRACKETED_CUT if quote.bracketed[i] or quote.bracketed[i - 1] else _CUT


def _trace(moves: npt.NDArray[np.uint8], j: int) -> list[Step]:
    """The path through the table that ends in the last row, at column ``j``, backwards."""
    i, steps = len(moves) - 1, list[Step]()
    while i:
        move = int(moves[i, j])
        i -= move != _LEFT
        j -= move != _UP
        steps.append((None if move == _LEFT else i, None if move == _UP else j))
    return steps


def extend_ends(text: WordSequence, steps: list[Step]) -> list[Step]:
    """Align unmatched words at both ends of a quote with the words that the text has there.

    They are aligned within one sentence: only spaces and brackets separate them.
    """
    matched = [at for at, (_, j) in enumerate(steps) if j is not None]
    first, last = matched[0], matched[-1]
    steps = list(steps)
    for at in range(first - 1, -1, -1):
        j = steps[at + 1][1]
        if not j or text.between(j).strip("[]()") != " ":
            break
        steps[at] = (steps[at][0], j - 1)
    for at in range(last + 1, len(steps)):
        j = steps[at - 1][1]
        if j is None or j + 1 == len(text.keys) or text.between(j + 1).strip("[]()") != " ":
            break
        steps[at] = (steps[at][0], j + 1)
    return steps
