"""Compare the quotes that annotators marked in an article with those of the archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from types import EllipsisType
from typing import Any, NamedTuple

from quoteattr.archive.corrections.changes import QuoteChange, QuoteEdit
from quoteattr.archive.corrections.correction import outer_span
from quoteattr.archive.corrections.names import article_speakers
from quoteattr.archive.corrections.selectors import locate, select
from quoteattr.errors import OptionError, QuoteattrError
from quoteattr.records import Failure, QuoteRecord, Span
from quoteattr.records.span import overlap
from quoteattr.text import alphanumeric, shorten, shorten_text

#: minimum Jaccard index of the characters of an annotated quote and of its record
_SAME_QUOTE = 0.5


class AnnotatedQuote(NamedTuple):
    """A quote as annotated."""

    #: its spans in the archive's text
    span: Span
    #: the file and the annotation, for messages
    where: str
    #: ``...`` if the annotation does not say
    speaker: str | EllipsisType | None = ...
    kind: str | EllipsisType = ...
    #: whether nobody said this
    nobody: bool = False


class EntryFormat(NamedTuple):
    """The terms for the entries of a file, for messages."""

    #: the term for one entry
    noun: str
    #: the problem of an unreadable entry, and the remedy
    broken: str
    remedy: str


def edits_of_entries(
    path: str,
    entries: Iterable[Any],
    form: EntryFormat,
    edits: Callable[[Any, str], Iterable[QuoteEdit]],
) -> Iterator[QuoteEdit | Failure]:
    """Read the entries of a JSON file one by one; a faulty one does not stop the others.

    Args:
        path: the file.
        entries: its entries, as parsed JSON.
        form: the terms for them.
        edits: a function from an entry and its location in the file to its edits.

    Yields:
        The edits, and a failure for each faulty entry.
    """
    for number, entry in enumerate(entries, 1):
        place = f"{path}, {form.noun} {number}"
        try:
            yield from edits(entry, place)
        except QuoteattrError as error:
            yield Failure(place, str(error))
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            yield Failure(place, f"{form.broken} ({shorten_text(repr(error))}); {form.remedy}")


def annotation_edits(
    source: str,
    records: Sequence[QuoteRecord],
    quotes: Sequence[AnnotatedQuote],
    missing: str | None = None,
) -> Iterator[QuoteEdit]:
    """Find what annotators changed in an article.

    Args:
        source: the article.
        records: its records in the archive.
        quotes: the annotated quotes.
        missing: the file, if records without an annotation in it are not quotes; None if they
            remain.

    Yields:
        An edit for each quote that is different in the archive, or missing there.
    """
    pairs = dict(_match(records, quotes))
    for k, quote in enumerate(quotes):
        record = records[pairs[k]] if k in pairs else None
        if record is None and not quote.nobody:
            change = QuoteChange(quote.speaker, quote.kind)
            yield QuoteEdit(source, quote.span, change, missed=True, where=quote.where)
        elif record is not None:
            change = _change(record, quote)
            if change.changed:
                yield QuoteEdit(source, outer_span(record), change, where=quote.where)
    if missing is not None:
        for k in sorted(set(range(len(records))) - set(pairs.values())):
            span = outer_span(records[k])
            yield QuoteEdit(source, span, QuoteChange(nobody=True), where=missing)


def _match(
    records: Sequence[QuoteRecord], quotes: Sequence[AnnotatedQuote]
) -> Iterator[tuple[int, int]]:
    """Pairs of an annotated quote and its record, the most similar first."""
    shares = [
        (overlap(quote.span, outer_span(record)), -k, -n)
        for k, quote in enumerate(quotes)
        for n, record in enumerate(records)
    ]
    quote_left, record_left = set(range(len(quotes))), set(range(len(records)))
    for share, k, n in sorted(shares, reverse=True):
        if share < _SAME_QUOTE:
            return
        if -k in quote_left and -n in record_left:
            quote_left.remove(-k)
            record_left.remove(-n)
            yield -k, -n


def _change(record: QuoteRecord, quote: AnnotatedQuote) -> QuoteChange:
    """The differences of an annotated quote from its record."""
    if quote.nobody:
        return QuoteChange(nobody=True)
    return QuoteChange(
        speaker=... if quote.speaker == record.speaker else quote.speaker,
        kind=... if quote.kind == record.kind else quote.kind,
        span=None if quote.span == outer_span(record) else quote.span,
    )


def speaker_at(span: Span, text: str, records: Iterable[QuoteRecord]) -> str:
    """The name of the speaker to whom words of an article refer.

    Returns:
        The name of the person whom the words mention; the words themselves if that person is
        unknown.
    """
    quoted = dict.fromkeys(speaker for record in records for speaker in record.speakers)
    for speaker in (*quoted, *article_speakers(text)):
        if any(s.start < span.end and span.start < s.end for s in speaker.mentions):
            return speaker.name
    return " ".join(text[slice(*span)].split())


def check_words(marked: str, words: str) -> None:
    """Check that the words at annotated offsets are those that the file repeats.

    Raises:
        OptionError: they differ by more than white space and punctuation.
    """
    if alphanumeric(marked) != alphanumeric(words):
        raise OptionError(
            f"the text at the offsets of {shorten(words)} is {shorten(marked)}",
            where="the annotation",
            remedy="count characters of the text as it was written, from 0",
        )


def place_in(text: str, annotated: str, span: Span) -> Span:
    """Locate words that were annotated in a copy of an article in the archive's text.

    Raises:
        OptionError: the archive's text does not have them.
    """
    place = span if text == annotated else locate(text, select(annotated, span))
    if place is None:
        raise OptionError(
            f"the article does not have {shorten(annotated[slice(*span)])}",
            where="the annotation",
            remedy="write the annotations again: the article has changed",
        )
    return place
