"""A text made ready, once, for many quotes to be looked for in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from operator import itemgetter

from attrs import evolve

from quoteattr.engine import extract
from quoteattr.find.quotes import find_quotes
from quoteattr.records import Article, QuoteRecord, QuoteRecords, Span
from quoteattr.verification.haystack import Haystack
from quoteattr.wording.fold import words

#: most characters of a text that is read as a whole for the speaker; of a longer one, a volume,
#: so many around the place are
WHOLE, AROUND = 40_000, 20_000
#: most words of a clause that interrupts a quote
_CLAUSE = 25


#: spans in order, each with its record
_Table = list[tuple[Span, QuoteRecord]]


class Page:
    """The text of an article, its words, what stands between its marks, and who says it."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.words = words(article.text)
        self._read = dict[int, list[_Table]]()
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
            first = bisect_left(self.words.starts, stretch.start)
            if keys and not self._goes_on(last, stretch, first - places[-1] - 1):
                keys.append("")
                places.append(places[-1])
            until = bisect_left(self.words.starts, stretch.end)
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
        short = len(self.article.text) <= WHOLE
        tables = self._tables(0 if short else starts[0] // (AROUND // 4))
        # what was said between marks comes first: a reported clause may hold it
        return [next(filter(None, (_holder(table, at) for table in tables)), None) for at in starts]

    def _tables(self, block: int) -> list[_Table]:
        """The spans of the records, quotes and reported clauses apart; read once a block."""
        if block not in self._read:
            records = self._records(block)
            self._read[block] = [
                sorted(
                    (
                        (span, record)
                        for record in records
                        if is_it(record.kind)
                        for span in record.spans
                    ),
                    key=itemgetter(0),
                )
                for is_it in ("indirect".__ne__, "indirect".__eq__)
            ]
        return self._read[block]

    def _records(self, block: int) -> QuoteRecords:
        """The records of the text; of a volume, those in and around a quarter of what is read."""
        text = self.article.text
        if len(text) <= WHOLE:
            return extract(self.article)
        start = max(block - 1, 0) * (AROUND // 4)
        # blanks for what is not read, so that each place in the text is still the same
        part = "\n".rjust(start) + text[start : start + AROUND] if start else text[:AROUND]
        return extract(evolve(self.article, text=part))


def _holder(table: _Table, at: int) -> QuoteRecord | None:
    """The record that holds a character."""
    i = bisect_right(table, at, key=lambda each: each[0].start) - 1
    return table[i][1] if i >= 0 and at < table[i][0].end else None
