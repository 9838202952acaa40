"""The log of corrections: enter them, and keep the effective records up to date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs
from attrs import evolve, frozen

from quoteattr.archive.corrections.changes import QuoteChange, QuoteEdit, check_speaker
from quoteattr.archive.corrections.correction import (
    KIND,
    SPAN,
    SPEAKER,
    Correction,
    Origin,
    QuoteValue,
    value_of,
)
from quoteattr.archive.corrections.correction_rows import INSERT, SELECT, read_correction, row_of
from quoteattr.archive.corrections.effective import EffectiveQuote, effective_quotes, find_quote
from quoteattr.archive.corrections.merges import SpeakerMergeLog
from quoteattr.archive.corrections.selectors import Selector, locate, select
from quoteattr.archive.store import Store, decode_value
from quoteattr.checks import check_choice
from quoteattr.coref.entities.people import People
from quoteattr.errors import InputError, OptionError
from quoteattr.records import QUOTE_KINDS, Article, QuoteKind, QuoteRecord, Span
from quoteattr.text import shorten


@frozen
class _Decision:
    """A decision about some words of an article."""

    #: the words, and the quote before
    words: QuoteValue
    #: the quote after; None if nobody said it
    after: QuoteValue | None
    #: the fields that the decision changes
    changed: tuple[str, ...]


@frozen
class _ArticleState:
    """An article of the archive with its corrected quotes."""

    number: int
    article: Article
    quotes: tuple[EffectiveQuote, ...]

    def span(self, value: Any, where: str) -> Span:
        """Check a span, and strip white space at its ends.

        Raises:
            InputError: the article has no text, or the value is not a pair of whole numbers.
            OptionError: there are no words at the span.
        """
        text = self.article.text
        if not text:
            raise InputError(
                f"the archive does not have the text of {shorten(self.article.source)}",
                where=where,
                remedy="add the article with its text",
            )
        span = Span(value)
        words = text[slice(*span)]
        if not words.strip() or span.end > len(text):
            raise OptionError(
                f"there are no words at {tuple(span)}, the text has {len(text):,} characters",
                where=where,
                remedy="pass (start, end) in characters of the text",
            )
        start = span.start + len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))

    def quote_at(self, value: Any, where: str) -> EffectiveQuote:
        """The quote at a span.

        Raises:
            InputError: the value is not a pair of whole numbers.
            OptionError: there is none.
        """
        quote = find_quote(self.quotes, Span(value))
        if quote is None:
            raise OptionError(
                f"{shorten(self.article.source)} has no quote at {tuple(Span(value))}",
                where=where,
                remedy="pass the first character of a record's first span and the end of its last;"
                " add_quote() enters a missed quote",
            )
        return quote


class CorrectionLog:
    """The corrections of an archive, and their effect on its records.

    All methods that write are called within a transaction.
    """

    def __init__(self, store: Store, merges: SpeakerMergeLog) -> None:
        self._store, self._merges = store, merges

    # -- entering -------------------------------------------------------------------------

    def correct(self, source: str, span: Any, change: QuoteChange, origin: Origin) -> Correction:
        """Enter a correction of the quote at a span."""
        change.check("correct()")
        state = self._state(source, "correct()")
        quote = state.quote_at(span, "correct(span=…)")
        before = value_of(quote.record, state.article.text)
        after = None if change.nobody else self._after(before, change, state)
        decision = _Decision(before, after, change.changed)
        return self._enter(state, quote, decision, origin)

    def _after(self, before: QuoteValue, change: QuoteChange, state: _ArticleState) -> QuoteValue:
        """The state of a quote after a correction."""
        if change.speaker is not ...:
            before = evolve(before, speaker=change.speaker)
        if change.kind is not ...:
            before = evolve(before, kind=_kind(change.kind))
        if change.span is None:
            return before
        span = state.span(change.span, "correct(new_span=…)")
        if span != (before.start, before.end) and find_quote(state.quotes, span) is not None:
            raise OptionError(
                f"there is another quote at {tuple(span)}",
                where="correct(new_span=…)",
                remedy="correct that one, and pass nobody=True for this one",
            )
        return evolve(before, **attrs.asdict(select(state.article.text, span)))

    def add(
        self, source: str, span: Any, speaker: str | None, kind: str, origin: Origin
    ) -> Correction:
        """Enter a quote that the machine missed."""
        check_speaker(speaker)
        check_choice(kind, QUOTE_KINDS, "kind")
        state = self._state(source, "add_quote()")
        place = state.span(span, "add_quote(span=…)")
        if find_quote(state.quotes, place) is not None:
            raise OptionError(
                f"the archive already has a quote at {tuple(place)}",
                where="add_quote(span=…)",
                remedy="call correct()",
            )
        words = attrs.asdict(select(state.article.text, place))
        value = QuoteValue(speaker, _kind(kind), **words)
        decision = _Decision(value, value, (SPEAKER, KIND, SPAN))
        return self._enter(state, None, decision, origin)

    def apply(self, edit: QuoteEdit, origin: Origin) -> Correction | None:
        """Enter the edit of a quote; return None if the archive already has it.

        Raises:
            QuoteattrError: as for ``correct`` and ``add``.
        """
        origin = evolve(origin, note=edit.note)
        change, quotes = edit.change, self._state(edit.source, "source").quotes
        quote = find_quote(quotes, edit.span)
        if quote is None and change.nobody and self._is_denied(edit):
            return None
        if quote is None and edit.missed:
            speaker = None if change.speaker is ... else change.speaker
            kind = "direct" if change.kind is ... else change.kind
            return self.add(edit.source, edit.span, speaker, kind, origin)
        change.check("the edit")
        if quote is not None and change.is_done(quote.record):
            return None
        return self.correct(edit.source, edit.span, change, origin)

    def _is_denied(self, edit: QuoteEdit) -> bool:
        """Whether a person has entered that nobody said the words of an edit."""
        return any(
            correction.is_active and correction.after is None and correction.place == edit.span
            for correction in self.corrections(edit.source)
        )

    def undo(self, number: int, origin: Origin) -> Correction:
        """Enter an undo of a correction."""
        undone = self._with_id(number)
        if undone.undone_by is not None:
            raise OptionError(
                f"correction {number} is already undone, by {undone.undone_by}",
                where="undo()",
                remedy=f"undo({undone.undone_by}) makes it count again",
            )
        undo = evolve(undone, action="undo", undoes=undone.id, changed=(), **attrs.asdict(origin))
        article = self._store.find(Article("", id=undone.source))
        after = undone.before if article is None else self._after_undo(undo, article)
        return self._insert(article, evolve(undo, after=after), origin)

    def _after_undo(self, undo: Correction, number: int) -> QuoteValue | None:
        """The state of a quote after an undo; None if there is no such quote."""
        article = self._store.article(number)
        earlier = self.corrections(undo.source)
        corrections = _mark_undone([*earlier, evolve(undo, id=earlier[-1].id + 1)])
        quotes = effective_quotes(self._store.machine_records(number), corrections, article)
        quote = next((quote_edit for quote_edit in quotes if quote_edit.first == undo.first), None)
        first = next(correction for correction in corrections if correction.id == undo.first)
        if quote is None and first.place is not None:
            quote = find_quote(quotes, first.place)
        return None if quote is None else value_of(quote.record, article.text)

    def _enter(
        self,
        state: _ArticleState,
        quote: EffectiveQuote | None,
        decision: _Decision,
        origin: Origin,
    ) -> Correction:
        """Enter a correction of a quote, or the addition of one that was missed."""
        machine, words = None if quote is None else quote.machine, decision.words
        correction = Correction(
            id=0,
            source=str(state.article.source),
            action="add" if quote is None else "correct",
            exact=words.exact,
            prefix=words.prefix,
            suffix=words.suffix,
            start=words.start,
            end=words.end,
            before=None if machine is None else value_of(machine, state.article.text),
            after=decision.after,
            changed=decision.changed,
            first=(quote and quote.first) or 0,
            **attrs.asdict(origin),
        )
        return self._insert(state.number, correction, origin)

    def _insert(self, article: int | None, correction: Correction, origin: Origin) -> Correction:
        """Insert a correction, and update the records of its article."""
        if article is not None:
            self._keep_machine(article)
        number = self._store.insert(INSERT, *row_of(correction, origin))
        correction = evolve(correction, id=number, first=correction.first or number)
        if article is not None:
            text = self._store.article(article).text
            correction = self._place(article, text, correction, is_new=correction.action != "undo")
            self.refresh(article)
        return correction

    # -- reading --------------------------------------------------------------------------

    def corrections(self, source: str | None = None) -> list[Correction]:
        """The corrections of an article, or of all, in the order of entering."""
        where, values = ("", ()) if source is None else ("WHERE source = ?", (source,))
        rows = self._store.run(f"{SELECT} {where} ORDER BY id", *values)
        return _mark_undone([read_correction(row) for row in rows])

    def _with_id(self, number: object) -> Correction:
        """The correction with an id.

        Raises:
            InputError: the id is not a whole number.
            OptionError: there is none.
        """
        if isinstance(number, bool) or not isinstance(number, int):
            raise InputError(
                f"the id of a correction is a whole number, not {shorten(number)}",
                where="undo()",
                remedy="pass Correction.id",
            )
        row = self._store.run("SELECT source FROM correction WHERE id = ?", number).fetchone()
        if row is None:
            raise OptionError(
                f"there is no correction {number}",
                where="undo()",
                remedy="pass the id of one of corrections()",
            )
        of_article = self.corrections(decode_value(row[0]))
        return next(correction for correction in of_article if correction.id == number)

    def _state(self, source: str, where: str) -> _ArticleState:
        """An article and its quotes.

        Raises:
            InputError: no article has this source.
        """
        number = self._store.number(source, where)
        article = self._store.article(number)
        return _ArticleState(number, article, tuple(self._quotes(number, article)))

    def quotes(self, number: int) -> list[QuoteRecord]:
        """The corrected records of an article, with merged names applied."""
        return [quote.record for quote in self._quotes(number, self._store.article(number))]

    def _quotes(self, number: int, article: Article) -> list[EffectiveQuote]:
        """The corrected quotes of an article."""
        corrections = self.corrections(article.source) if article.source is not None else []
        return effective_quotes(self._store.machine_records(number), corrections, article)

    # -- keeping the records up to date ---------------------------------------------------

    def add_article(self, article: Article, records: Sequence[QuoteRecord]) -> None:
        """Insert an article with newly extracted records, and apply its corrections."""
        number = self._store.add(article, records)
        corrections = self.corrections(article.source) if article.source is not None else []
        if corrections:
            self._keep_machine(number)
            for correction in corrections:
                self._place(number, article.text, correction)
        people = self._merges.people()
        if corrections or (people and _concerns(people, records)):
            self.refresh(number)

    def refresh(self, number: int) -> None:
        """Update the records of an article after a correction or a merge of names."""
        self._keep_machine(number)
        records = self.quotes(number)
        people = self._merges.people()
        named = [people.identify(record) for record in records] if people else records
        self._store.replace_records(number, named)

    def _keep_machine(self, number: int) -> None:
        """Keep the extracted records of an article before the first change."""
        if not self._store.is_corrected(number):
            self._store.keep_machine_records(number)

    def _place(
        self, article: int, text: str, correction: Correction, is_new: bool = False
    ) -> Correction:
        """Locate a correction in the text of an article.

        Args:
            article: the number of the article.
            text: its text.
            correction: the correction.
            is_new: whether it was made in this text.

        Returns:
            The correction with its span.
        """
        place = _locate(text, correction.selector, is_new)
        new = None
        if SPAN in correction.changed and correction.after is not None:
            new = _locate(text, correction.after.selector, is_new)
        self._store.run(
            "INSERT INTO correction_place VALUES (?, ?, ?, ?, ?, ?)",
            *(correction.id, article, *(place or (None, None)), *(new or (None, None))),
        )
        return evolve(correction, place=place, new_place=new)


def _locate(text: str, selector: Selector, is_new: bool) -> Span | None:
    """Locate the words of a selector; a new one was made in this text."""
    return Span(selector.start, selector.end) if is_new else locate(text, selector)


def _concerns(people: People, records: Iterable[QuoteRecord]) -> bool:
    """Whether a speaker of some records has a name of a known person."""
    return any(people.identify(record) is not record for record in records)


def _kind(kind: str) -> QuoteKind:
    """A kind that was checked."""
    return kind  # type: ignore[return-value]


def _mark_undone(corrections: list[Correction]) -> list[Correction]:
    """Corrections with the id of the one that undid each; an undo may be undone itself."""
    undone_by: dict[int, int] = {}
    for correction in reversed(corrections):
        if correction.undoes is not None and correction.id not in undone_by:
            undone_by.setdefault(correction.undoes, correction.id)
    return [
        correction
        if correction.undone_by == undone_by.get(correction.id)
        else evolve(correction, undone_by=undone_by.get(correction.id))
        for correction in corrections
    ]
