"""A text made ready, once, for many quotes to be looked for in it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from attrs import evolve

from quoteattr.engine import extract
from quoteattr.find.quotes import find_quotes
from quoteattr.records import Article, QuoteRecord, QuoteRecords, Span
from quoteattr.verification.align import Haystack
from quoteattr.verification.fold import words

#: most characters of a text in which the speaker is looked for: an article has them, and of a
#: volume only what lies around a place is read
_READ = 40_000
#: most words of a clause that interrupts a quote
_CLAUSE = 25


class Page:
    """The text of an article, its words, what stands between its marks, and who says it."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.words = words(article.text)
        self.running = Haystack(self.words.keys, range(len(self.words.keys)))

    @cached_property
    def stretches(self) -> list[Span]:
        """What stands between marks."""
        return [Span(quote.start, quote.end) for quote in find_quotes(self.article.text)]

    @cached_property
    def spoken(self) -> Haystack:
        """The words between marks; an empty key where no quote can go on."""
        keys, places = list[str](), list[int]()
        last = Span(0, 0)
        for stretch in self.stretches:
            first = bisect_right(self.words.starts, stretch.start - 1)
            if keys and not self._goes_on(last, stretch, first - places[-1] - 1):
                keys.append("")
                places.append(places[-1])
            until = bisect_right(self.words.starts, stretch.end - 1)
            keys += self.words.keys[first:until]
            places += range(first, until)
            last = stretch
        return Haystack(keys, places)

    def _goes_on(self, last: Span, following: Span, between: int) -> bool:
        """A quote may go on from one stretch between marks to the next."""
        gap = self.article.text[last.end : following.start]
        return between <= 0 or (between <= _CLAUSE and len(gap.splitlines()) <= 1)

    def in_marks(self, at: int) -> bool:
        """A character stands between marks."""
        i = bisect_right(self.stretches, (at, len(self.article.text))) - 1
        return i >= 0 and at < self.stretches[i].end

    def said(self, places: list[int]) -> list[QuoteRecord | None]:
        """For each of these words, in order, the record in which it stands."""
        starts = [self.words.starts[i] for i in places]
        records = self._records(starts[0], starts[-1])
        # a reported clause may hold words between marks that have a record of their own
        spans = [
            sorted((span, at) for at, r in enumerate(records) if test(r.kind) for span in r.spans)
            for test in ("indirect".__ne__, "indirect".__eq__)
        ]
        found = (next(filter(None, (_holder(each, at) for each in spans)), None) for at in starts)
        return [None if at is None else records[at[1]] for at in found]

    def _records(self, start: int, end: int) -> QuoteRecords:
        """The records of the text; of a volume, those around a place."""
        text = self.article.text
        if len(text) <= _READ:
            return self._all_records
        start, end = max(start - _READ // 2, 0), min(end + _READ // 2, len(text))
        begin = text.find("\n", start, start + _READ // 4) + 1 or start
        # blanks for what is not read: each place in the text is still the same
        part = "\n".rjust(begin) + text[begin:end] if begin else text[:end]
        return extract(evolve(self.article, text=part))

    @cached_property
    def _all_records(self) -> QuoteRecords:
        """The records of the text."""
        return extract(self.article)


def _holder(spans: list[tuple[Span, int]], at: int) -> tuple[Span, int] | None:
    """The span, of several in order, that holds a character."""
    i = bisect_right(spans, at, key=lambda each: each[0].start) - 1
    return spans[i] if i >= 0 and at < spans[i][0].end else None
