"""Check what a person wants to change in a quote."""

from __future__ import annotations

from types import EllipsisType
from typing import Any, NamedTuple

from attrs import frozen

from quoteattr.archive.corrections.correction import (
    CORRECTED,
    KIND,
    NOBODY,
    SPAN,
    SPEAKER,
    outer_span,
)
from quoteattr.checks import check_choice, check_flag, check_text
from quoteattr.coref.entities.people import Person
from quoteattr.errors import InputError, OptionError
from quoteattr.records import QUOTE_KINDS, QuoteRecord, Span


class QuoteChange(NamedTuple):
    """The changes that a person wants to make to a quote; ``...`` for no change."""

    speaker: str | EllipsisType | None = ...
    kind: str | EllipsisType = ...
    span: Any = None
    nobody: bool = False

    @property
    def changed(self) -> tuple[str, ...]:
        """The names of the values that the person wants to change."""
        is_changed = {
            SPEAKER: self.speaker is not ...,
            KIND: self.kind is not ...,
            SPAN: self.span is not None,
            NOBODY: self.nobody,
        }
        return tuple(filter(is_changed.get, is_changed))

    def is_done(self, record: QuoteRecord) -> bool:
        """Whether a record already has these values, with a speaker that a person gave."""
        speaker = self.speaker is ... or (
            record.speaker == self.speaker and record.rule == CORRECTED
        )
        kind = self.kind is ... or record.kind == self.kind
        span = self.span is None or tuple(outer_span(record)) == tuple(self.span)
        return speaker and kind and span and not self.nobody

    def check(self, where: str) -> None:
        """Check the values.

        Raises:
            InputError: a value has the wrong type, or there is none.
            OptionError: a value does not exist, or *nobody* has a speaker, kind or boundaries.
        """
        check_flag(self.nobody, "nobody")
        if self.speaker is not ... and self.speaker is not None:
            check_speaker(self.speaker)
        if self.kind is not ...:
            check_choice(self.kind, QUOTE_KINDS, "kind")
        if not self.changed:
            raise InputError(
                "there is nothing to correct",
                where=where,
                remedy="pass speaker=, kind=, new_span= or nobody=True",
            )
        if self.nobody and len(self.changed) > 1:
            raise OptionError(
                f"nobody=True with {', '.join(self.changed[:-1])} contradict each other",
                where=where,
                remedy="pass nobody=True alone",
            )


@frozen
class QuoteEdit:
    """The edit of one quote in a document."""

    #: the article
    source: str
    #: the span of the quote in the archive
    span: Span
    change: QuoteChange
    #: whether the machine missed the quote
    missed: bool = False
    note: str = ""
    #: the document, with the row or the annotation
    where: str = ""


def check_speaker(name: object) -> None:
    """Check that a value is a name that a person may give.

    Raises:
        InputError: it is not a string, or has no word.
    """
    check_text(name, "speaker", optional=True)
    if isinstance(name, str):
        Person(name)
