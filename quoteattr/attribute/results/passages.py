"""Find the paragraph of a quote, and the sentences around it.

A record contains its paragraph, words and position, so that it can show its context without the
article, even after it was written to a file and read again. The records of one paragraph share one
object. Of a very long paragraph only the part around the quote is kept, so that the records of a
text without paragraphs do not contain it many times.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from quoteattr.checks import check_count
from quoteattr.language import ENGLISH
from quoteattr.language.patterns import lazy_regex
from quoteattr.records import Phrase, QuoteRecord

#: maximum number of characters of a paragraph that are kept before a quote, and after it
MOST_AROUND = 2000
_NONBLANK_LINE = lazy_regex(r"\S[^\r\n]*+")
#: the end of a sentence, with the marks that close it
_SENTENCE_END = lazy_regex(r"(?P<last>\S*)[.!?…]+[\"'”’»)\]]*\s+(?=[\p{Lu}\p{N}\"'“‘«(\[])")


class Paragraphs:
    """The paragraphs of one article."""

    def __init__(self, text: str, flat: str | None = None) -> None:
        """Find where the paragraphs begin and end.

        Args:
            text: the text of the article.
            flat: the copy of ``detect/layout.py``, with the line breaks of hard-wrapped text
                blanked.
        """
        self._text = text
        places = [match.span() for match in _NONBLANK_LINE.finditer(text if flat is None else flat)]
        self._starts, self._ends = [s for s, _ in places], [e for _, e in places]
        self._phrases: dict[tuple[int, int], Phrase] = {}

    def paragraph(self, first: int, last: int) -> Phrase:
        """The paragraphs from the one at an offset to the one at another."""
        k, end = bisect_right(self._starts, first) - 1, bisect_left(self._ends, last)
        start = self._starts[k] if k >= 0 else first
        stop = self._ends[end] if end < len(self._ends) else len(self._text)
        span = max(start, first - MOST_AROUND), min(stop, last + MOST_AROUND)
        if span not in self._phrases:
            self._phrases[span] = Phrase(*span, self._text[slice(*span)])
        return self._phrases[span]


def context(record: QuoteRecord, sentences: int = 1) -> str:
    """The sentence of a quote with its neighbours; behind :meth:`QuoteRecord.context`."""
    check_count(sentences, "sentences", least=0)
    passage = record.paragraph
    if passage is None:
        return record.quote
    inside = [record.spans[0].start, record.spans[-1].end]
    for words in (record.mention, record.cue):
        if words and passage.start <= words.start and words.end <= passage.end:
            inside += [words.start, words.end]
    low, high = min(inside) - passage.start, max(inside) - passage.start
    starts = [0, *sentence_starts(passage.text)]
    first = max(0, bisect_right(starts, low) - 1 - sentences)
    last = bisect_left(starts, max(high, low + 1)) + sentences
    end = starts[last] if last < len(starts) else len(passage.text)
    return passage.text[starts[first] : end].strip()


def sentence_starts(text: str) -> list[int]:
    """The start of each sentence of a paragraph, except the first.

    >>> sentence_starts("Dr. Berg came. “It rains,” he said. Nobody answered.")
    [15, 36]
    """
    return [
        match.end()
        for match in _SENTENCE_END.finditer(text)
        if f"{match['last']}.".lstrip('"“‘(').lower() not in ENGLISH.abbreviations
    ]
