"""A correction: what a person changed in a record of an archive, and the original output."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

from attrs import Factory, evolve, frozen

import quoteattr
from quoteattr.archive.corrections.selectors import Selector, select
from quoteattr.checks import check_fields
from quoteattr.records import QuoteKind, QuoteRecord, Span

Action = Literal["correct", "add", "undo"]

#: the values of a quote that a person may change, as in ``Correction.changed``
SPEAKER, KIND, SPAN, NOBODY = "speaker", "kind", "span", "nobody"

#: the rule of a record whose speaker a person gave
CORRECTED = "corrected"


@frozen
class Origin:
    """Who entered something, with which tool, and why."""

    #: a name, or any other identifier; empty if none was given
    by: str = ""
    #: the tool: ``api``, ``page``, ``sheet`` …
    via: str = "api"
    note: str = ""
    #: the moment in UTC, as ISO 8601
    at: str = Factory(lambda: datetime.now(UTC).isoformat(timespec="seconds"))
    #: the version of the package
    version: str = Factory(lambda: quoteattr.__version__)

    __attrs_post_init__ = check_fields


@frozen
class QuoteValue:
    """A state of a quote: its speaker, kind and boundaries."""

    #: None: the speaker is unknown
    speaker: str | None
    kind: QuoteKind
    #: the start and end of the quote in the text of that time
    start: int
    end: int
    #: the words from the first to the last character, and their context
    exact: str
    prefix: str = ""
    suffix: str = ""

    __attrs_post_init__ = check_fields

    @property
    def selector(self) -> Selector:
        """The words, with their context."""
        return Selector(self.exact, self.prefix, self.suffix, self.start, self.end)


@frozen
class Correction:
    """A correction, and the machine's output that it replaces.

    A correction is never changed: undoing it adds another, with ``action="undo"``.
    """

    id: int
    #: the article
    source: str
    #: ``correct`` (also *nobody said this*), ``add`` (a missed quote) or ``undo``
    action: Action
    #: the words of the quote when it was corrected, with 32 characters before and after them
    exact: str
    prefix: str
    suffix: str
    #: their span in the text of that time, in characters, end exclusive
    start: int
    end: int
    #: the quote before; None if the machine missed it
    before: QuoteValue | None
    #: the quote after the correction; None if nobody said this
    after: QuoteValue | None
    #: the values that the person gave: some of ``speaker``, ``kind``, ``span`` and ``nobody``
    changed: tuple[str, ...]
    #: the person who made the correction
    by: str
    #: the tool: ``api``, ``page``, ``sheet`` …
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
    #: the span of the words in the current text; None if they are lost
    place: Span | None = None
    #: the span of the changed boundaries in the current text
    new_place: Span | None = None

    __attrs_post_init__ = check_fields

    @property
    def is_lost(self) -> bool:
        """Whether the current text lacks the words, or the archive lacks the article."""
        return (self.new_place if self._has_bounds else self.place) is None

    @property
    def is_active(self) -> bool:
        """The correction has an effect: it is not an undo, not undone and not lost."""
        return self.action != "undo" and self.undone_by is None and not self.is_lost

    @property
    def selector(self) -> Selector:
        """The words of the quote, with their context."""
        return Selector(self.exact, self.prefix, self.suffix, self.start, self.end)

    @property
    def _has_bounds(self) -> bool:
        """Whether the person changed the boundaries of the quote."""
        return SPAN in self.changed and self.after is not None


def outer_span(record: QuoteRecord) -> Span:
    """The span from the first to the last character of a record's words."""
    return Span(record.spans[0].start, record.spans[-1].end)


def value_of(record: QuoteRecord, text: str) -> QuoteValue:
    """The state of a quote in a record.

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
