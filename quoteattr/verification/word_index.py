"""Search a sequence of words for a quote, exactly or approximately.

Both are linear in the text. Exact search is a substring search; approximate search aligns the quote
with the few windows that share most words with it in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

import numpy as np
import numpy.typing as npt
from attrs import field, frozen

from quoteattr.compare.align import ELLIPSIS, Step, align
from quoteattr.compare.quote_words import QuoteWords

#: minimum number of consecutive words that an altered quote shares with the text
RUN = 3
#: minimum number, and share, of words that the nearest passage shares with a quote, in order
_FEWEST, _SHARE = 2, 0.4
#: maximum number of windows that are aligned
_WINDOWS = 8
#: minimum share of the best window's common words for another window to be aligned
_LIKELY = 0.7
#: minimum number of words of a window in addition to those of the quote
_MARGIN = 5


@frozen(eq=False)
class WordIndex:
    """Words to search for quotes: all words of a text, or those in quotation marks."""

    #: normalized words; an empty string matches nothing
    keys: list[str]
    #: the number of each word in the text, ascending
    places: Sequence[int]
    #: all keys in one string
    joined: str = field(init=False)
    #: the offset of each key in ``joined``
    offsets: npt.NDArray[np.int64] = field(init=False)

    @joined.default
    def _joined(self) -> str:
        return "\n" + "".join(f"{key}\n" for key in self.keys)

    @offsets.default
    def _offsets(self) -> npt.NDArray[np.int64]:
        return np.fromiter(accumulate((len(k) + 1 for k in self.keys), initial=0), np.int64)


def find_exact(quote: QuoteWords, index: WordIndex) -> Iterator[list[Step]]:
    """Yield alignments in which the words of a quote are consecutive, from left to right."""
    pattern = "\n" + "".join(f"{key}\n" for key in quote.words.keys)
    at = index.joined.find(pattern)
    while at >= 0:
        first = int(np.searchsorted(index.offsets, at))
        yield [(i, first + i) for i in range(quote.size)]
        at = index.joined.find(pattern, at + 1)


def find_near(quote: QuoteWords, index: WordIndex) -> Iterator[list[Step]]:
    """Yield alignments of a quote with the most similar windows, the most likely first."""
    ids = {key: i for i, key in enumerate(dict.fromkeys(quote.words.keys))}
    quote_ids = [ids[key] for key in quote.words.keys]
    text_ids = [ids.get(key, -1) for key in index.keys]
    for start, end in _windows(quote, quote_ids, text_ids):
        steps = align(quote, np.array(quote_ids), np.array(text_ids[start:end]))
        yield [(i, None if j is None else start + j) for i, j in steps]


def _windows(
    quote: QuoteWords, quote_ids: list[int], text_ids: list[int]
) -> Iterable[tuple[int, int]]:
    """The windows of a text that share most words with the longest part of a quote, in order.

    If none shares enough words for an altered quote, only the best one, for the nearest passage.
    """
    from rapidfuzz.distance import LCSseq
    from rapidfuzz.process import extract

    first, last = max(quote.pieces(), key=lambda piece: piece[1] - piece[0])
    size = last - first
    step = size + max(_MARGIN, size // 4)
    windows = [text_ids[at : at + 2 * step] for at in range(0, max(len(text_ids) - step, 1), step)]
    best = extract(
        quote_ids[first:last],
        windows,
        scorer=LCSseq.similarity,
        limit=_WINDOWS,
        score_cutoff=min(size, max(_FEWEST, int(_SHARE * size))),
    )
    before = step + first + ELLIPSIS * sum(quote.elided[: first + 1])
    after = step + quote.size - last + ELLIPSIS * sum(quote.elided[last:])
    enough = min(size, max(RUN, size // 2))
    likely = [at for _, score, at in best if score >= max(enough, _LIKELY * best[0][1])]
    likely = likely or [at for _, _, at in best[:1]]
    spans = ((at * step - before, (at + 2) * step + after) for at in likely)
    return dict.fromkeys((max(start, 0), min(end, len(text_ids))) for start, end in spans)
