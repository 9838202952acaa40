"""Where a quote stands in a text, word for word or nearly so, and its words beside those there.

All of it is linear in the text: exact places are found by a search for a string, near ones by
windows that have the most words of the quote in its order, of which the best few are aligned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

import numpy as np
import numpy.typing as npt
from attrs import field, frozen

from quoteattr.verification.given import Given

#: what a word costs: one that the quote alone has, one that is another, one that the text alone has
_INSERTED, _CHANGED, _CUT = 100, 100, 25
#: the same where brackets tell of it; and what a word costs that an ellipsis leaves out
_TOLD_INSERTED, _TOLD_CHANGED, _TOLD_CUT, _ELIDED = 10, 10, 15, 1

#: most words of a text that one ellipsis stands for
ELLIPSIS = 100
#: fewest words in a row that a near place shares with the quote
RUN = 3
#: most windows that are aligned
_WINDOWS = 8
#: least share of the best window's words that another must have to be aligned
_LIKELY = 0.7
#: words of room in a window beside those of the quote, at least
_ROOM = 5

#: a word of the quote beside a word of the haystack, or one of them beside nothing
Step = tuple[int | None, int | None]

_DIAGONAL, _UP, _LEFT = 0, 1, 2


@frozen(eq=False)
class Haystack:
    """Words in which a quote is looked for: those of a text, or those between its marks."""

    #: without case; one that is empty is found by nothing
    keys: list[str]
    #: which words of the text they are, rising
    places: Sequence[int]
    #: all keys in one string, and where each begins in it
    joined: str = field(init=False)
    offsets: npt.NDArray[np.int64] = field(init=False)

    @joined.default
    def _joined(self) -> str:
        return "\n" + "".join(f"{key}\n" for key in self.keys)

    @offsets.default
    def _offsets(self) -> npt.NDArray[np.int64]:
        return np.fromiter(accumulate((len(k) + 1 for k in self.keys), initial=0), np.int64)


def exact(given: Given, hay: Haystack) -> Iterator[list[Step]]:
    """Every place where all words of a quote stand in its order, from left to right."""
    wanted = "\n" + "".join(f"{key}\n" for key in given.words.keys)
    at = hay.joined.find(wanted)
    while at >= 0:
        first = int(np.searchsorted(hay.offsets, at))
        yield [(i, first + i) for i in range(given.size)]
        at = hay.joined.find(wanted, at + 1)


def near(given: Given, hay: Haystack) -> Iterator[list[Step]]:
    """The places that are most like a quote, each of them aligned, the likeliest first."""
    ids = {key: i for i, key in enumerate(dict.fromkeys(given.words.keys))}
    quote = [ids[key] for key in given.words.keys]
    text = [ids.get(key, -1) for key in hay.keys]
    for start, end in _windows(given, quote, text):
        steps = _align(given, np.array(quote), np.array(text[start:end]))
        yield [(i, None if j is None else start + j) for i, j in steps]


def _windows(given: Given, quote: list[int], text: list[int]) -> Iterable[tuple[int, int]]:
    """The stretches of a text that have most words of the longest piece of a quote, in order."""
    from rapidfuzz.distance import LCSseq
    from rapidfuzz.process import extract

    first, last = max(given.pieces(), key=lambda piece: piece[1] - piece[0])
    size = last - first
    step = size + max(_ROOM, size // 4)
    stretches = [text[at : at + 2 * step] for at in range(0, max(len(text) - step, 1), step)]
    best = extract(
        quote[first:last],
        stretches,
        scorer=LCSseq.similarity,
        limit=_WINDOWS,
        score_cutoff=min(size, max(RUN, size // 2)),
    )
    before = step + first + ELLIPSIS * sum(given.elided[: first + 1])
    after = step + given.size - last + ELLIPSIS * sum(given.elided[last:])
    likely = [at for _, score, at in best if score >= _LIKELY * best[0][1]]
    spans = ((at * step - before, (at + 2) * step + after) for at in likely)
    return dict.fromkeys((max(start, 0), min(end, len(text))) for start, end in spans)


def _align(
    given: Given, quote: npt.NDArray[np.int64], text: npt.NDArray[np.int64]
) -> Iterator[Step]:
    """The words of a quote beside those of the stretch of a text that costs least.

    Sellers' algorithm (1980) for a string within another: what lies before and after costs
    nothing. It differs from a library's edit distance in that brackets and ellipses tell what
    their words may cost. One row a word of the quote; the ways are kept, a byte each.
    """
    ways = np.empty((len(quote) + 1, len(text) + 1), np.uint8)
    ways[0] = _LEFT
    costs = np.zeros(len(text) + 1, np.int64)
    ramp = np.arange(len(text) + 1)
    for i, word in enumerate(quote):
        told = given.bracketed[i]
        up = costs + (_TOLD_INSERTED if told else _INSERTED)
        diagonal = np.full_like(up, up.max() + _CHANGED)
        same = text == word
        diagonal[1:] = costs[:-1] + np.where(same, 0, _TOLD_CHANGED if told else _CHANGED)
        best = np.minimum(up, diagonal)
        cut = _cut(given, i + 1)
        costs = np.minimum.accumulate(best - cut * ramp) + cut * ramp if cut else best
        other = diagonal > up
        other[1:] |= (diagonal[1:] == up[1:]) & ~same
        ways[i + 1] = np.where(costs < best, _LEFT, np.where(other, _UP, _DIAGONAL))
    return reversed(_trace(ways, int(np.argmin(costs))))


def _cut(given: Given, i: int) -> int:
    """What it costs to leave out a word of the text before word ``i`` of the quote."""
    if i == given.size:
        return 0
    if given.elided[i]:
        return _ELIDED
    return _TOLD_CUT if given.bracketed[i] or given.bracketed[i - 1] else _CUT


def _trace(ways: npt.NDArray[np.uint8], j: int) -> list[Step]:
    """The way through the table that ends in the last row, at column ``j``, backwards."""
    i, steps = len(ways) - 1, list[Step]()
    while i:
        way = int(ways[i, j])
        i -= way != _LEFT
        j -= way != _UP
        steps.append((None if way == _LEFT else i, None if way == _UP else j))
    return steps
