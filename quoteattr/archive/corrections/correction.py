"""Corrections: what people changed in the records of an archive, and what the machine had said."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

from attrs import Factory, evolve, frozen

import quoteattr
from quoteattr.archive.corrections.selectors import Selector, select
from quoteattr.checks import check_fields
from quoteattr.records import QuoteKind, QuoteRecord, Span

Action = Literal["correct", "add", "undo"]

#: what a person may change of a quote, as ``Correction.changed`` names it
SPEAKER, KIND, SPAN, NOBODY = "speaker", "kind", "span", "nobody"

#: the rule of a record whose speaker a person gave
CORRECTED = "corrected"


@frozen
class Origin:
    """Who entered something, by which way, and why."""

    #: a name, or any other mark; empty if nobody gave it
    by: str = ""
    #: ``api``, ``page``, ``sheet`` …
    via: str = "api"
    note: str = ""
    #: the moment in UTC, as ISO 8601
    at: str = Factory(lambda: datetime.now(UTC).isoformat(timespec="seconds"))
    #: the version of the package
    version: str = Factory(lambda: quoteattr.__version__)

    __attrs_post_init__ = check_fields


@frozen
class QuoteValue:
    """What somebody said of a quote: its speaker, kind and bounds."""

    #: None: the speaker is unknown
    speaker: str | None
    kind: QuoteKind
    #: the first character of the quote, and one past its last, in the text of that time
    start: int
    end: int
    #: the words from the first to the last character, and what stands before and behind them
    exact: str
    prefix: str = ""
    suffix: str = ""

    __attrs_post_init__ = check_fields

    @property
    def selector(self) -> Selector:
        """The words, with what stands around them."""
        return Selector(self.exact, self.prefix, self.suffix, self.start, self.end)


@frozen
class Correction:
    """What somebody corrected, and what the machine had said.

    A correction is never changed: whoever undoes it adds another, with ``action="undo"``.
    """

    id: int
    #: the article
    source: str
    #: ``correct`` (also *nobody said this*), ``add`` (a missed quote) or ``undo``
    action: Action
    #: the words of the quote when it was corrected, with 32 characters before and behind them
    exact: str
    prefix: str
    suffix: str
    #: where they stood, in characters of the text of that time, end exclusive
    start: int
    end: int
    #: what the machine had said; None if it had missed the quote
    before: QuoteValue | None
    #: what the quote is after the correction; None: nobody said this
    after: QuoteValue | None
    #: what the person gave: some of ``speaker``, ``kind``, ``span`` and ``nobody``
    changed: tuple[str, ...]
    #: who corrected it
    by: str
    #: by which way: ``api``, ``page``, ``sheet`` …
    via: str
    #: when, in UTC, as ISO 8601
    at: str
    note: str
    #: the version of the package
    version: str
    #: the first correction of the same quote; its own id if it is that one
    first: int
    #: the correction that this one undoes
    undoes: int | None = None
    #: the correction that undid this one
    undone_by: int | None = None
    #: where the words stand in the present text; None if they are lost
    place: Span | None = None
    #: where the words of changed bounds stand in the present text
    new_place: Span | None = None

    __attrs_post_init__ = check_fields

    @property
    def is_lost(self) -> bool:
        """The present text does not have the words, or the archive not the article."""
        return (self.new_place if self._has_bounds else self.place) is None

    @property
    def is_active(self) -> bool:
        """The correction has an effect: it is not an undo, not undone and not lost."""
        return self.action != "undo" and self.undone_by is None and not self.is_lost

    @property
    def selector(self) -> Selector:
        """The words of the quote, with what stands around them."""
        return Selector(self.exact, self.prefix, self.suffix, self.start, self.end)

    @property
    def _has_bounds(self) -> bool:
        """The person gave the bounds of the quote."""
        return SPAN in self.changed and self.after is not None


def outer_span(record: QuoteRecord) -> Span:
    """The span from the first to the last character of a record's words."""
    return Span(record.spans[0].start, record.spans[-1].end)


def value_of(record: QuoteRecord, text: str) -> QuoteValue:
    """What a record says of its quote.

    Args:
        record: the record.
        text: the text of its article; empty if it is unknown.
    """
    words = select(text, outer_span(record))
    if not text:  # a record from a file, without its article
        words = evolve(words, exact=record.quote)
    return QuoteValue(
        record.speaker,
        record.kind,
        words.start,
        words.end,
        words.exact,
        words.prefix,
        words.suffix,
    )
