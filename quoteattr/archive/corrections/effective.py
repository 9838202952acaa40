"""Compute the effective records of an article: the machine's, with corrections applied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter

from attrs import evolve, frozen

from quoteattr.archive.corrections.correction import (
    KIND,
    SPAN,
    SPEAKER,
    Correction,
    QuoteValue,
    outer_span,
)
from quoteattr.archive.corrections.records import HumanValues, added_record, corrected_record
from quoteattr.records import Article, QuoteRecord, Span
from quoteattr.records.span import overlap

#: minimum Jaccard index of the characters of a corrected quote and of its machine record
_SAME_QUOTE = 0.5
#: the same for a quote that a person added: one that overlaps another is a separate quote
_SAME_ADDED = 0.9


@frozen
class EffectiveQuote:
    """A quote after all corrections."""

    record: QuoteRecord
    #: the machine's record of the quote; None if it missed it
    machine: QuoteRecord | None
    #: the id of the first correction of the quote; None if nobody corrected it
    first: int | None = None


def effective_quotes(
    machine: Sequence[QuoteRecord], corrections: Iterable[Correction], article: Article
) -> list[EffectiveQuote]:
    """Apply corrections to the machine's records of an article.

    Returns:
        The quotes, in the order of the text.
    """
    quotes = [EffectiveQuote(record, record) for record in machine]
    ordered = sorted(corrections, key=attrgetter("first", "id"))
    for _, of_quote in groupby(ordered, key=attrgetter("first")):
        _QuoteCorrections(tuple(of_quote), article, machine).apply(quotes)
    return sorted(quotes, key=lambda quote: outer_span(quote.record))


@frozen
class _QuoteCorrections:
    """All corrections of one quote, in the order of their ids."""

    corrections: tuple[Correction, ...]
    article: Article
    #: the machine's records of the article
    machine: Sequence[QuoteRecord]

    def apply(self, quotes: list[EffectiveQuote]) -> None:
        """Apply the corrections to the quotes."""
        active = [correction for correction in self.corrections if correction.is_active]
        first, place = self.corrections[0], self._place()
        if place is None:
            return
        k = _find(quotes, place, _SAME_ADDED if first.action == "add" else _SAME_QUOTE)
        if not active or (k is None and first.action == "add" and first not in active):
            if k is not None:  # everything was undone; a later correction belongs to the same quote
                quotes[k] = evolve(quotes[k], first=first.id)
            return
        machine = None if k is None else quotes.pop(k).machine
        last = active[-1].after
        if last is None:  # nobody said this
            return
        record = self._record(machine, place, last, _values(active))
        # If another correction has added the same words, the later one counts.
        quotes[:] = [quote for quote in quotes if not _is_human_at(quote, outer_span(record))]
        quotes.append(EffectiveQuote(record, machine, first.id))

    def _place(self) -> Span | None:
        """The span of the quote: that of its first correction that is not lost."""
        entered = (correction for correction in self.corrections if correction.action != "undo")
        places = (
            place for correction in entered for place in (correction.place, correction.new_place)
        )
        return next((place for place in places if place is not None), None)

    def _record(
        self, machine: QuoteRecord | None, place: Span, last: QuoteValue, values: HumanValues
    ) -> QuoteRecord:
        """The record with the corrected values; without a machine record, all are the person's."""
        if machine is not None:
            return corrected_record(machine, values, self.article, self.machine)
        speaker = last.speaker if values.speaker is None else values.speaker[0]
        span, kind = values.span or place, values.kind or last.kind
        return added_record(span, kind, speaker, self.article, self.machine)


def _values(active: Iterable[Correction]) -> HumanValues:
    """The corrected values of a quote: the last of each."""
    values = HumanValues()
    for correction in active:
        after = correction.after
        if after is None:
            continue
        if SPEAKER in correction.changed:
            values = evolve(values, speaker=(after.speaker,))
        if KIND in correction.changed:
            values = evolve(values, kind=after.kind)
        if SPAN in correction.changed:
            values = evolve(values, span=correction.new_place)
    return values


def _find(quotes: Sequence[EffectiveQuote], place: Span, least: float) -> int | None:
    """The index of the machine's quote at a span, if it is not corrected yet.

    Args:
        quotes: the quotes.
        place: the span that a person corrected.
        least: the minimum Jaccard index of the two spans.
    """
    shares = [
        (overlap(outer_span(quote.record), place), -k)
        for k, quote in enumerate(quotes)
        if quote.first is None
    ]
    share, k = max(shares, default=(0.0, 0))
    return -k if share >= least else None


def _is_human_at(quote: EffectiveQuote, span: Span) -> bool:
    """Whether a quote with this span was added or corrected by a person."""
    return quote.first is not None and outer_span(quote.record) == span


def find_quote(quotes: Iterable[EffectiveQuote], span: Span) -> EffectiveQuote | None:
    """The quote with the words at a span; None if there is none."""
    return next((quote for quote in quotes if outer_span(quote.record) == span), None)
