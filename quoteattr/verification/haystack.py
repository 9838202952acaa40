"""Where a quote stands in a text, word for word or nearly so.

All of it is linear in the text: exact places are found by a search for a string, near ones by
windows that have the most words of the quote in its order, of which the best few are aligned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

import numpy as np
import numpy.typing as npt
from attrs import field, frozen

from quoteattr.compare.align import ELLIPSIS, Step, align
from quoteattr.compare.wanted import Given

#: fewest words in a row that a near place shares with the quote
RUN = 3
#: fewest words, in its order, that the passage has which is nearest to a quote; and their share
_FEWEST, _SHARE = 2, 0.4
#: most windows that are aligned
_WINDOWS = 8
#: least share of the best window's words that another must have to be aligned
_LIKELY = 0.7
#: words of room in a window beside those of the quote, at least
_ROOM = 5


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
        steps = align(given, np.array(quote), np.array(text[start:end]))
        yield [(i, None if j is None else start + j) for i, j in steps]


def _windows(given: Given, quote: list[int], text: list[int]) -> Iterable[tuple[int, int]]:
    """The stretches of a text that have most words of the longest piece of a quote, in order.

    Where none has enough of them for an altered quote, the one that has most: the passage that is
    nearest.
    """
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
        score_cutoff=min(size, max(_FEWEST, int(_SHARE * size))),
    )
    before = step + first + ELLIPSIS * sum(given.elided[: first + 1])
    after = step + given.size - last + ELLIPSIS * sum(given.elided[last:])
    enough = min(size, max(RUN, size // 2))
    likely = [at for _, score, at in best if score >= max(enough, _LIKELY * best[0][1])]
    likely = likely or [at for _, _, at in best[:1]]
    spans = ((at * step - before, (at + 2) * step + after) for at in likely)
    return dict.fromkeys((max(start, 0), min(end, len(text))) for start, end in spans)
