"""An article indexed once, so that many quotes can be searched in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from attrs import evolve, field, frozen

from quoteattr.api import extract
from quoteattr.compare.alignment import Alignment
from quoteattr.compare.normalize import (
    WordSequence,
    has_citations,
    hyphenated_words,
    normalize_words,
    rejoin_hyphenated,
)
from quoteattr.compare.quote_words import QuoteWords
from quoteattr.detect.quotes import find_quotes
from quoteattr.records import Article, QuoteRecord, QuoteRecords, Span
from quoteattr.verification.word_index import WordIndex

#: maximum number of characters of a text that is extracted as a whole; of a longer text, this many
#: around the passage are extracted
WHOLE, AROUND = 40_000, 20_000
#: maximum number of letters of a word that may be the end of another word: *’s*
_FRAGMENT = 2
#: maximum number of words of a clause that interrupts a quote
_CLAUSE = 25


#: spans in order, each with its record
_RecordSpans = list[tuple[Span, QuoteRecord]]


class Tokenization(NamedTuple):
    """How to split a text into words, if there is more than one way."""

    #: whether a reference number, such as ``[38]``, is a word
    citations: bool = False
    #: words that are joined if a hyphen divides them, also at a line end
    joined: frozenset[str] = frozenset()

    def split(self, text: str) -> WordSequence:
        """The words of a string."""
        words = normalize_words(text, self.citations)
        return rejoin_hyphenated(words, self.joined) if self.joined else words


@frozen(eq=False)
class TokenizedText:
    """The words of a text, with an index of all and one of those in quotation marks."""

    words: WordSequence
    quoted_spans: Sequence[Span]
    all_words: WordIndex = field(init=False)
    _quoted: list[WordIndex] = field(init=False, factory=list)

    @all_words.default
    def _all_words(self) -> WordIndex:
        return WordIndex(self.words.keys, range(len(self.words.keys)))

    @property
    def quoted_words(self) -> WordIndex:
        """The words in quotation marks; an empty key separates spans of different quotes."""
        if not self._quoted:
            self._quoted.append(self._index_quoted())
        return self._quoted[0]

    def _index_quoted(self) -> WordIndex:
        keys, places = list[str](), list[int]()
        last = Span(0, 0)
        for span in self.quoted_spans:
            first = bisect_left(self.words.starts, span.start)
            if keys and not self._may_continue(last, span, first - places[-1] - 1):
                keys.append("")
                places.append(places[-1])
            until = bisect_left(self.words.starts, span.end)
            keys += self.words.keys[first:until]
            places += range(first, until)
            last = span
        return WordIndex(keys, places)

    def _may_continue(self, span: Span, following: Span, between: int) -> bool:
        """A quote may continue from one quoted span to the next, ``between`` words later."""
        gap = self.words.text[span.end : following.start]
        return between <= 0 or (between <= _CLAUSE and len(gap.splitlines()) <= 1)


class IndexedArticle:
    """An article with its words, its quoted spans and its records, each computed once."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._spans_of_block = dict[int, list[_RecordSpans]]()
        self._records_of_block = dict[int | None, QuoteRecords]()
        self._tokenized = dict[Tokenization, TokenizedText]()
        self.keys = frozenset(self.tokenize(Tokenization()).words.keys)

    @cached_property
    def quoted_spans(self) -> list[Span]:
        """The spans between quotation marks."""
        return [Span(quote.start, quote.end) for quote in find_quotes(self.article.text)]

    @cached_property
    def hyphenated(self) -> frozenset[str]:
        """The words of the text that a hyphen divides, without it."""
        return frozenset(hyphenated_words(self.tokenize(Tokenization()).words))

    def tokenize(self, tokenization: Tokenization) -> TokenizedText:
        """Split the text into words."""
        if tokenization in self._tokenized:
            return self._tokenized[tokenization]
        tokenized = TokenizedText(tokenization.split(self.article.text), self.quoted_spans)
        if not tokenization.joined:  # which words are joined depends on the quote
            self._tokenized[tokenization] = tokenized
        return tokenized

    def tokenizations(self, quote: QuoteWords) -> Iterator[tuple[QuoteWords, Tokenization]]:
        """The ways to split a quote and the text into words, the most likely first."""
        cited = has_citations(quote.words.text)
        plain = quote.without_citations() if cited else quote
        if plain is not None:
            yield plain, Tokenization()
        if cited:
            yield quote, Tokenization()
        if cited or has_citations(self.article.text):
            yield quote, Tokenization(citations=True)
        joined = (plain or quote).rejoined(self.keys)
        if joined is not quote or not self.hyphenated.isdisjoint(joined.words.keys):
            yield joined, Tokenization(joined=frozenset(joined.words.keys))

    def may_contain(self, quote: QuoteWords) -> bool:
        """All words of a quote occur in the text in order, possibly as parts of words."""
        if "&" in quote.words.text:  # the string may end inside an entity, which changes the words
            return True
        index = self.tokenize(Tokenization()).all_words
        keys = quote.words.keys
        if not all(key in self.keys or key in index.joined for key in keys):
            return False
        # A word at the end of a part may be half of a word of the text.
        whole = [key for key in keys[1:-1] if len(key) > _FRAGMENT and key in self.keys]
        remaining = iter(index.keys)
        return all(key in remaining for key in whole)

    def is_quoted(self, offset: int) -> bool:
        """Whether the character is between quotation marks."""
        i = bisect_right(self.quoted_spans, (offset, len(self.article.text))) - 1
        return i >= 0 and offset < self.quoted_spans[i].end

    def records_at(self, offsets: Sequence[int]) -> list[QuoteRecord | None]:
        """For each character, in ascending order of offsets, the record that contains it."""
        tables = self._record_spans(self._block(offsets[0]))
        # Quotes in marks come first, since a reported clause may contain them.
        return [
            next(filter(None, (_record_at(table, offset) for table in tables)), None)
            for offset in offsets
        ]

    def exact_spans(self, alignment: Alignment) -> tuple[Span, ...] | None:
        """The spans of a quote without differences, if it occurs character for character.

        It may occur in the running text, in its quoted spans, or in the parts that a record joins
        by a space, such as the paragraphs of a turn.
        """
        exact = alignment.exact_spans()
        start, end = alignment.spans()[0].start, alignment.spans()[-1].end
        if exact is not None or len(self.article.text[start:end].splitlines()) < 2:
            return exact
        spans = (record.spans for record in self.records(start))
        around = (quoted for quoted in spans if quoted[0].start <= start < quoted[-1].end)
        return next(filter(None, map(alignment.exact_spans, around)), None)

    def _block(self, offset: int) -> int:
        """The block of the text to extract for a character; 0 for a text extracted as a whole."""
        return 0 if len(self.article.text) <= WHOLE else offset // (AROUND // 4)

    def _record_spans(self, block: int) -> list[_RecordSpans]:
        """Tables of the spans of quotes and of those of reported clauses."""
        if block not in self._spans_of_block:
            records = self._block_records(block)
            self._spans_of_block[block] = [
                sorted(
                    (
                        (span, record)
                        for record in records
                        if belongs(record.kind) and (record.mention or record.cue)
                        for span in record.spans
                    ),
                    key=itemgetter(0),
                )
                for belongs in ("indirect".__ne__, "indirect".__eq__)
            ]
        return self._spans_of_block[block]

    def records(self, offset: int | None) -> QuoteRecords:
        """The records of the text, including unattributed ones.

        Args:
            offset: in a long text, return only the records around this character; None for all.
        """
        return self._block_records(None if offset is None else self._block(offset))

    def _block_records(self, block: int | None) -> QuoteRecords:
        """The records of the text; for a long text, those in and around a block."""
        if block not in self._records_of_block:
            text = self.article.text
            if block is not None and len(text) > WHOLE:
                start = max(block - 1, 0) * (AROUND // 4)
                # Blanks replace the text before the block, so that offsets remain valid.
                text = "\n".rjust(start) * bool(start) + text[start : start + AROUND]
            article = evolve(self.article, text=text)
            self._records_of_block[block] = extract(article, min_confidence=0, unattributed=True)
        return self._records_of_block[block]


def _record_at(table: _RecordSpans, offset: int) -> QuoteRecord | None:
    """The record that contains a character."""
    i = bisect_right(table, offset, key=lambda entry: entry[0].start) - 1
    return table[i][1] if i >= 0 and offset < table[i][0].end else None
