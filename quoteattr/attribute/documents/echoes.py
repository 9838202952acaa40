"""Find repeated words in an article: terms, and parts of quotes, for example in a heading."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from quoteattr.attribute.documents.quote import Quote
from quoteattr.detect.quotes import QuotedSpan
from quoteattr.language.patterns import lazy_regex

#: words, and the bar between quoted spans
_WORDS = lazy_regex(r"[\p{L}\p{M}\p{N}]++|\|")
#: longer quoted spans, in characters, are not repeated
_LONG = 120
#: number of characters that are searched, so that each search costs the same
_SOUGHT = 200_000
#: minimum number of words that nobody else would say
_OWN_WORDS = 2


class Echoes:
    """How often the words of a quoted span occur elsewhere in the document.

    Terms are repeated, in marks and without; words that somebody said are repeated in part, for
    example in a headline.
    """

    def __init__(self, text: str, quotes: Sequence[QuotedSpan]) -> None:
        self._words = [_bare(text[quoted.start : quoted.end]) for quoted in quotes]
        self._count = Counter(self._words)
        pieces, last = list[str](), 0
        for quoted in quotes:
            pieces.append(text[last : quoted.outer_start])
            last = quoted.outer_end
        self._outside = "|".join((*pieces, text[last:]))
        self._marked = f"|{'|'.join(self._words)}|"[:_SOUGHT]

    @cached_property
    def _unquoted(self) -> str:
        """The words outside quoted spans, computed only for articles with such spans."""
        return f" {_bare(self._outside)} "[:_SOUGHT]

    def of(self, k: int) -> dict[str, int]:
        """The counts for quoted span k."""
        words = self._words[k]
        if not words or len(words) > _LONG:
            return {}
        same = self._count[words]
        inside = max(0, self._marked.count(words) - same) if " " in words else 0
        outside = self._unquoted.count(f" {words} ")
        return {"repeated": same - 1, "echoed": inside, "unmarked": outside}


class QuoteLookup:
    """The words of quotes, to search for others.

    Each search costs the same: it ends ``_SOUGHT`` characters from the first quote.
    """

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._quotes = quotes
        texts = [_spaced(quote.text) for quote in quotes]
        self._joined = "|".join(texts)[:_SOUGHT]
        self._starts = [0, *accumulate(len(text) + 1 for text in texts)]

    def only_quote_with(self, text: str) -> Quote | None:
        """The only quote that contains the words of a text, if these are enough."""
        words = _spaced(text)
        if len(words.split()) < _OWN_WORDS:
            return None
        first, last = self._joined.find(words), self._joined.rfind(words)
        if first < 0:
            return None
        k = bisect_right(self._starts, first) - 1
        return self._quotes[k] if last < self._starts[k + 1] else None


def _bare(words: str) -> str:
    """Letters and digits in lower case, with a space between words."""
    return " ".join(_WORDS.findall(words.lower()))


def _spaced(words: str) -> str:
    """The same, with a space before and after each word, so that parts of words do not match."""
    return f" {_bare(words)} "
