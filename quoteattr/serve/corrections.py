"""Check submitted corrections by their words, and for overlaps."""

from __future__ import annotations

import re
from types import EllipsisType
from typing import Any

from attrs import frozen
from starlette.exceptions import HTTPException

from quoteattr.archive.archive import QuoteArchive
from quoteattr.archive.corrections.correction import Correction, outer_span
from quoteattr.records import QuoteRecord, QuoteRecords, Span
from quoteattr.view.markup import visible

_LINE_END = re.compile("\r\n?")


class OverlapError(HTTPException):
    """The words also belong to another quote; the caller may allow this.

    Attributes:
        others: the records that contain them.
    """

    def __init__(self, others: list[QuoteRecord]) -> None:
        places = ", ".join(f"{start}–{end}" for start, end in map(outer_span, others))
        super().__init__(409, f"the words overlap with another quote, at {places}; allow_overlap")
        self.others = others


@frozen
class Selection:
    """A span of an article that a user selects, and its words as a browser shows them."""

    start: int
    end: int
    words: str

    def span(self, text: str) -> Span:
        """The span, if the text has the words there.

        Raises:
            HTTPException: it has other words: the text has changed, or the offsets are not code
                points.
        """
        if self.start < self.end <= len(text) and same_words(
            text[self.start : self.end], self.words
        ):
            return Span(self.start, self.end)
        raise HTTPException(
            409, "the article does not have these words at these offsets; load it again"
        )


@frozen
class Change:
    """The changes that a person makes to a quote; ``...`` for no change."""

    source: str
    quote: Selection
    speaker: str | EllipsisType | None = ...
    kind: str | EllipsisType = ...
    bounds: Selection | None = None
    nobody: bool = False
    allow_overlap: bool = False
    note: str = ""

    def apply(self, archive: QuoteArchive, by: str, via: str) -> Correction:
        """Enter the correction.

        Raises:
            OverlapError: the new boundaries overlap with another quote.
            HTTPException: the article does not have the words or the quote.
        """
        records = article_records(archive, self.source)
        text = records.articles[0].text
        span = self.quote.span(text)
        bounds = None if self.bounds is None else self.bounds.span(text)
        if bounds is not None and not self.allow_overlap:
            check_overlap(records, bounds, but=span)
        values: dict[str, Any] = {"speaker": self.speaker, "kind": self.kind}
        if self.nobody:
            values = {"nobody": True}
        elif bounds is not None:
            values["new_span"] = bounds
        return archive.correct(self.source, span, **values, by=by, via=via, note=self.note)


@frozen
class Addition:
    """A quote that was missed."""

    source: str
    #: None if the words occur once in the article
    selection: Selection | None
    words: str
    speaker: str | None
    kind: str
    allow_overlap: bool = False
    note: str = ""

    def apply(self, archive: QuoteArchive, by: str, via: str) -> Correction:
        """Enter the quote.

        Raises:
            OverlapError: the words also belong to another quote.
            HTTPException: the article does not have the words, or has them several times.
        """
        records = article_records(archive, self.source)
        text = records.articles[0].text
        span = find_words(text, self.words) if self.selection is None else self.selection.span(text)
        if not self.allow_overlap:
            check_overlap(records, span)
        return archive.add_quote(
            self.source,
            span,
            speaker=self.speaker,
            kind=self.kind,
            by=by,
            via=via,
            note=self.note,
        )


def article_records(archive: QuoteArchive, source: str) -> QuoteRecords:
    """The records of an article.

    Raises:
        HTTPException: the archive has no article with this source.
    """
    if source not in archive:
        raise HTTPException(404, "the archive has no article with this source")
    return archive.article(source)


def same_words(first: str, second: str) -> bool:
    r"""Whether two texts look the same in a browser, which shows all line ends alike.

    >>> same_words("a\r\nb", "a\nb"), same_words("é", "e\u0301")
    (True, False)
    """
    return _shown(first) == _shown(second)


def _shown(text: str) -> str:
    """A text as a browser shows it."""
    return _LINE_END.sub("\n", visible(text))


def find_words(text: str, words: str) -> Span:
    r"""Locate words that a person typed; white space counts as one space.

    Raises:
        HTTPException: they do not occur in the text, or more than once.

    >>> find_words("He said no,\nnever.", "no, never")
    Span(start=8, end=17)
    """
    patterns = map(re.escape, words.split())
    pattern = r"\s+".join(patterns) if words.strip() else "(?!)"
    places = list(re.finditer(pattern, text))
    if len(places) != 1:
        times = "does not have these words" if not places else "has these words more than once"
        raise HTTPException(409, f"the article {times}; select them in the text, or copy more")
    return Span(*places[0].span())


def check_overlap(records: QuoteRecords, span: Span, but: Span | None = None) -> None:
    """Check that no other quote contains any of the words.

    Raises:
        OverlapError: one does.
    """
    others = [
        record
        for record in records
        if outer_span(record) != but
        and any(span.start < end and start < span.end for start, end in record.spans)
    ]
    if others:
        raise OverlapError(others)
