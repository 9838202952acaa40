"""A text made ready, once, for many quotes to be looked for in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from attrs import evolve, field, frozen

from quoteattr.api import extract
from quoteattr.compare.fold import Words, has_citations, is_parted, rejoined, words
from quoteattr.compare.wanted import Given
from quoteattr.detect.quotes import find_quotes
from quoteattr.records import Article, QuoteRecord, QuoteRecords, Span
from quoteattr.verification.haystack import Haystack

#: most characters of a text that is read as a whole for the speaker; of a longer one, a volume,
#: so many around the place are
WHOLE, AROUND = 40_000, 20_000
#: most letters of a word that may well be the end of another: *’s*
_PART = 2
#: most words of a clause that interrupts a quote
_CLAUSE = 25


#: spans in order, each with its record
_Table = list[tuple[Span, QuoteRecord]]


class View(NamedTuple):
    """How the words of a text are read where there is more than one way."""

    #: the number of a note, such as ``[38]``, is a word
    citations: bool = False
    #: words that are one where a hyphen at a line end parts them
    joined: frozenset[str] = frozenset()

    def words(self, text: str) -> Words:
        """The words of a string, read like this."""
        found = words(text, self.citations)
        return rejoined(found, self.joined) if self.joined else found


@frozen(eq=False)
class Reading:
    """The words of a text in one view, and those of them that stand between marks."""

    words: Words
    #: what stands between marks
    stretches: Sequence[Span]
    running: Haystack = field(init=False)
    _spoken: list[Haystack] = field(init=False, factory=list)

    @running.default
    def _running(self) -> Haystack:
        return Haystack(self.words.keys, range(len(self.words.keys)))

    @property
    def spoken(self) -> Haystack:
        """The words between marks; an empty key where no quote can go on."""
        if not self._spoken:
            self._spoken.append(self._between_marks())
        return self._spoken[0]

    def _between_marks(self) -> Haystack:
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
        """A quote may go on from one quoted span to the next."""
        gap = self.words.text[last.end : following.start]
        return between <= 0 or (between <= _CLAUSE and len(gap.splitlines()) <= 1)


class Page:
    """The text of an article, its words, what stands between its marks, and who says it."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._tables_read = dict[int, list[_Table]]()
        self._records_read = dict[int | None, QuoteRecords]()
        self._readings = dict[View, Reading]()
        self.keys = frozenset(self.reading(View()).words.keys)

    @cached_property
    def stretches(self) -> list[Span]:
        """What stands between marks."""
        return [Span(quote.start, quote.end) for quote in find_quotes(self.article.text)]

    def reading(self, view: View) -> Reading:
        """The words of the text in a view."""
        if view in self._readings:
            return self._readings[view]
        reading = Reading(view.words(self.article.text), self.stretches)
        if not view.joined:  # those are of one quote
            self._readings[view] = reading
        return reading

    def views(self, given: Given) -> Iterator[tuple[Given, View]]:
        """The ways to read a quote and the text, the likeliest first."""
        cited = has_citations(given.words.text)
        plain = given.without_citations() if cited else given
        if plain is not None:
            yield plain, View()
        if cited:
            yield given, View()
        if cited or has_citations(self.article.text):
            yield given, View(citations=True)
        joined = (plain or given).rejoined(self.keys)
        if joined is not given or is_parted(self.article.text):
            yield joined, View(joined=frozenset(joined.words.keys))

    def may_have(self, given: Given) -> bool:
        """All words of a quote stand in the text, in order, be they parts of its words."""
        if "&" in given.words.text:  # it may end inside an entity, whose words are no more then
            return True
        running = self.reading(View()).running
        keys = given.words.keys
        if not all(key in self.keys or key in running.joined for key in keys):
            return False
        # Where a piece begins or ends, its word may be half of one of the text.
        whole = [key for key in keys[1:-1] if len(key) > _PART and key in self.keys]
        rest = iter(running.keys)
        return all(key in rest for key in whole)

    def in_marks(self, at: int) -> bool:
        """A character stands between marks."""
        i = bisect_right(self.stretches, (at, len(self.article.text))) - 1
        return i >= 0 and at < self.stretches[i].end

    def said(self, starts: Sequence[int]) -> list[QuoteRecord | None]:
        """For each of these characters, in order, the record in which it stands."""
        tables = self._tables(self._block(starts[0]))
        # what was said between marks comes first: a reported clause may hold it
        return [next(filter(None, (_holder(table, at) for table in tables)), None) for at in starts]

    def _block(self, at: int) -> int:
        """The block in which a character is read; 0 where the text is read as a whole."""
        return 0 if len(self.article.text) <= WHOLE else at // (AROUND // 4)

    def _tables(self, block: int) -> list[_Table]:
        """The spans of the records, quotes and reported clauses apart; read once a block."""
        if block not in self._tables_read:
            records = self._records(block)
            self._tables_read[block] = [
                sorted(
                    (
                        (span, record)
                        for record in records
                        if is_it(record.kind) and (record.mention or record.cue)
                        for span in record.spans
                    ),
                    key=itemgetter(0),
                )
                for is_it in ("indirect".__ne__, "indirect".__eq__)
            ]
        return self._tables_read[block]

    def records(self, at: int | None) -> QuoteRecords:
        """The records of the text; of a volume those around a character, or all for None.

        Stretches that nobody said are among them.
        """
        return self._records(None if at is None else self._block(at))

    def _records(self, block: int | None) -> QuoteRecords:
        """The records of the text; of a volume, those in and around a quarter of what is read."""
        if block not in self._records_read:
            text = self.article.text
            if block is not None and len(text) > WHOLE:
                start = max(block - 1, 0) * (AROUND // 4)
                # blanks for what is not read, so that each place in the text is still the same
                text = "\n".rjust(start) * bool(start) + text[start : start + AROUND]
            self._records_read[block] = extract(evolve(self.article, text=text), unattributed=True)
        return self._records_read[block]


def _holder(table: _Table, at: int) -> QuoteRecord | None:
    """The record that holds a character."""
    i = bisect_right(table, at, key=lambda each: each[0].start) - 1
    return table[i][1] if i >= 0 and at < table[i][0].end else None
