"""Headings: the words that they quote are of who says them in the article.

*Bridge is ‘a death trap’ ¶ “That bridge is a death trap,” said Mara Holt.* A heading rarely says
who speaks, and its names are of whom the article is about.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from quoteattr.attribute.document import Document, Quote
from quoteattr.detect.alphabet import (
    ACCORDING_TO,
    COLON,
    CUE,
    CUE_PARTICIPLE,
    DASH,
    LABEL,
    PARAGRAPH_END,
)
from quoteattr.language.patterns import lazy_regex

#: most words of a heading, and fewest words that nobody else would say
_HEADING_WORDS, _OWN_WORDS = 20, 2
#: chunks in which a heading ends, and characters of quotes in which its words are looked for
_REACH, _SOUGHT = 40, 200_000
#: by what a heading says who speaks: *‘It ruined us’, says owner*, *Marx: ‘It ruined us’*
_REPORTS = frozenset(CUE + CUE_PARTICIPLE + ACCORDING_TO + COLON + DASH + LABEL)
_WORDS = lazy_regex(r"[\p{L}\p{M}\p{N}]++")


def echoed_quotes(document: Document) -> Iterator[tuple[Quote, Quote]]:
    """Each quote in a heading that does not say who speaks, with one of which it repeats words.

    There is none if the words stand in no quote outside of headings, or in several.
    """
    in_heading = {quote.index for quote in document.quotes if _in_heading(document, quote)}
    if not in_heading:
        return
    below = _QuoteSearch([quote for quote in document.quotes if quote.index not in in_heading])
    for k in sorted(in_heading):
        quote = document.quotes[k]
        repeated = below.only_with(quote.text)
        if repeated:
            yield quote, repeated


class _QuoteSearch:
    """The words of quotes, in which others are looked for.

    Each search costs the same: it ends ``_SOUGHT`` characters from the first quote.
    """

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._quotes = quotes
        texts = [_bare(quote.text) for quote in quotes]
        self._joined = "|".join(texts)[:_SOUGHT]
        self._starts = [0, *accumulate(len(text) + 1 for text in texts)]

    def only_with(self, text: str) -> Quote | None:
        """The only quote in which the words of a text stand, if they are not too few."""
        words = _bare(text)
        if len(words.split()) < _OWN_WORDS:
            return None
        first, last = self._joined.find(words), self._joined.rfind(words)
        if first < 0:
            return None
        k = bisect_right(self._starts, first) - 1
        return self._quotes[k] if last < self._starts[k + 1] else None


def _in_heading(document: Document, quote: Quote) -> bool:
    """The quote stands in a line of few words that is no sentence, and reports nothing."""
    tags = document.tags
    start = tags.rfind(PARAGRAPH_END, max(0, quote.first - _REACH), quote.first) + 1
    end = tags.find(PARAGRAPH_END, quote.last, quote.last + _REACH)
    if (
        end < 0
        or (start == 0 and quote.first >= _REACH)
        or not _REPORTS.isdisjoint(tags[start:end])
    ):
        return False
    line = document.text[document.chunks.starts[start] : document.chunks.starts[end]].rstrip()
    marks = line.rstrip("\"'”’»")
    return len(line.split()) <= _HEADING_WORDS and not marks.endswith(
        (".", ",", "!", "?", ":", ";", "…")
    )


def _bare(words: str) -> str:
    """Letters and digits in lower case, a space before and behind each word."""
    return f" {' '.join(_WORDS.findall(words.lower()))} "
