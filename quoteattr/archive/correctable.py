"""The part of an archive that people write: corrections, reviews, merged names."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from types import EllipsisType
from typing import Unpack

from quoteattr.archive.corrections.changes import QuoteChange
from quoteattr.archive.corrections.correction import Correction, Origin
from quoteattr.archive.corrections.edits import Imported, apply_edits
from quoteattr.archive.corrections.formats import file_format
from quoteattr.archive.corrections.log import CorrectionLog
from quoteattr.archive.corrections.merges import SpeakerMerge, SpeakerMergeLog
from quoteattr.archive.corrections.names import speaker_names
from quoteattr.archive.corrections.reviews import Review, ReviewLog, gold_article, latest
from quoteattr.archive.corrections.sheet import ArticleRows
from quoteattr.archive.corrections.span_review import (
    SpanAnswer,
    SpanReview,
    answered_quotes,
    check_answers,
    quoted_spans,
)
from quoteattr.archive.search import Filters, make_query
from quoteattr.archive.store import Store
from quoteattr.archive.tables import read_record
from quoteattr.checks import check_flag, check_path, check_text
from quoteattr.coref.entities.people import People, Person
from quoteattr.evaluation.brat import GoldArticle
from quoteattr.records import Span


class CorrectableArchive:
    """An archive whose records people can correct.

    Args:
        store: the open file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._merges = SpeakerMergeLog(store)
        self._log = CorrectionLog(store, self._merges)
        self._reviews = ReviewLog(store)

    def correct(
        self,
        source: str,
        span: tuple[int, int],
        *,
        speaker: str | EllipsisType | None = ...,
        kind: str | EllipsisType = ...,
        new_span: tuple[int, int] | None = None,
        nobody: bool = False,
        by: str = "",
        via: str = "api",
        note: str = "",
    ) -> Correction:
        """Correct a quote: its speaker, its kind or its boundaries, or say that it is not a quote.

        The archive keeps the machine's output; search, groups, speakers, audit and export use the
        corrections. If the article is added again with another text, the correction is moved to the
        same words, or is lost.

        Args:
            source: the source of the article.
            span: the span of the quote in the archive: the start of its first part, and the end of
                its last.
            speaker: the name of the right speaker; None: the speaker is unknown.
            kind: ``direct``, ``mixed``, ``indirect``, ``post`` or ``turn``.
            new_span: the right boundaries, without quotation marks.
            nobody: nobody said this: it is not a quote.
            by: the person who corrects it.
            via: the tool, such as ``api`` or ``page``.
            note: a remark.

        Raises:
            InputError: there is no such article, nothing to correct, or a value has the wrong type.
            OptionError: there is no such quote, or a value does not exist.
            SourceError: the file cannot be written.

        >>> from quoteattr import Article, QuoteArchive
        >>> archive = QuoteArchive(":memory:")
        >>> article = Article("Ada Berg left Bo Holm. “It will rain,” she said.", id="a")
        >>> added = archive.add([article])
        >>> correction = archive.correct("a", (24, 37), speaker="Bo Holm", by="ed")
        >>> correction.before.speaker, correction.after.speaker, archive.search()[0].speaker
        ('Ada Berg', 'Bo Holm', 'Bo Holm')
        """
        with self._store.transaction():
            change = QuoteChange(speaker, kind, new_span, nobody)
            return self._log.correct(source, span, change, Origin(by, via, note))

    def add_quote(
        self,
        source: str,
        span: tuple[int, int],
        *,
        speaker: str | None,
        kind: str = "direct",
        by: str = "",
        via: str = "api",
        note: str = "",
    ) -> Correction:
        """Add a quote that was missed.

        Args:
            source: the source of the article.
            span: the span of the quote, without quotation marks.
            speaker: the name of the speaker; None: the speaker is unknown.
            kind: ``direct``, ``mixed``, ``indirect``, ``post`` or ``turn``.
            by: the person who adds it.
            via: the tool, such as ``api`` or ``page``.
            note: a remark.

        Raises:
            InputError: there is no such article, it has no text, or a value has the wrong type.
            OptionError: the archive already has the quote, or a value does not exist.
            SourceError: the file cannot be written.
        """
        with self._store.transaction():
            return self._log.add(source, span, speaker, kind, Origin(by, via, note))

    def undo(
        self, correction_id: int, *, by: str = "", via: str = "api", note: str = ""
    ) -> Correction:
        """Undo a correction; later corrections of the same quote remain.

        Args:
            correction_id: ``Correction.id``. Undoing an undo restores the correction.
            by: the person who undoes it.
            via: the tool, such as ``api`` or ``page``.
            note: a remark.

        Returns:
            The undo, a correction with an id of its own.

        Raises:
            InputError: the id is not a whole number.
            OptionError: there is no such correction, or it is undone.
            SourceError: the file cannot be written.
        """
        with self._store.transaction():
            return self._log.undo(correction_id, Origin(by, via, note))

    def names(self, source: str) -> tuple[str, ...]:
        """The names that may be the right speaker of a quote of an article.

        Args:
            source: the source of the article.

        Returns:
            The quoted speakers, by descending number of quotes, then everybody else whom the
            article names.

        Raises:
            InputError: there is no such article.
        """
        records = self._store.records(self._store.number(source, "names()"))
        return speaker_names(records.articles[0].text, records)

    def corrections(self, source: str | None = None) -> list[Correction]:
        """All corrections, the newest last, including those that were undone or are lost.

        Args:
            source: the source of an article; None for all.

        Raises:
            InputError: ``source`` is not a string.
        """
        check_text(source, "source", optional=True)
        return self._log.corrections(source)

    def review(
        self,
        source: str,
        *,
        scope: str = "marks",
        blind: bool = False,
        by: str = "",
        via: str = "api",
        note: str = "",
    ) -> Review:
        """Record that somebody reviewed all quotes of an article.

        Args:
            source: the source of the article.
            scope: ``marks`` if all words between quotation marks were reviewed; ``all`` if all
                speech was, including reported clauses.
            blind: whether the reviewer did not see the machine's output.
            by: the reviewer.
            via: the tool, such as ``api`` or ``page``.
            note: a remark.

        Raises:
            InputError: there is no such article, or a value has the wrong type.
            OptionError: there is no such scope.
            SourceError: the file cannot be written.
        """
        with self._store.transaction():
            return self._reviews.review(source, scope, blind, Origin(by, via, note))

    def quoted_spans(self, source: str) -> list[Span]:
        """The spans between quotation marks in an article, for :meth:`review_spans`.

        Args:
            source: the source of the article.

        Raises:
            InputError: there is no such article.
        """
        article = self._store.article(self._store.number(source, "quoted_spans()"))
        return quoted_spans(article.text)

    def review_spans(
        self,
        source: str,
        answers: Iterable[SpanAnswer],
        *,
        blind: bool = True,
        by: str = "",
        via: str = "api",
        note: str = "",
    ) -> SpanReview:
        """Record who said each quoted span of an article, and a review of its marks.

        If the answer differs from the machine's, it is entered as a correction. Another form of the
        same name is not a difference; a speaker who is described but not named is the same as one
        whom the article does not name.

        Args:
            source: the source of the article.
            answers: one for each of :meth:`quoted_spans`.
            blind: whether the reviewer did not see the machine's output.
            by: the reviewer.
            via: the tool, such as ``api`` or ``page``.
            note: a remark.

        Raises:
            InputError: there is no such article, or a value has the wrong type.
            OptionError: a quoted span has no answer, or a span is not a quoted span.
            SourceError: the file cannot be written.

        >>> from quoteattr import Article, QuoteArchive
        >>> archive = QuoteArchive(":memory:")
        >>> added = archive.add([Article("“It will rain,” Ada Berg said to Bo Holm.", id="a")])
        >>> (span,) = archive.quoted_spans("a")
        >>> entered = archive.review_spans("a", [SpanAnswer(span, "Bo Holm")], by="ed")
        >>> entered.right, entered.spans, archive.search()[0].speaker, entered.review.blind
        (0, 1, 'Bo Holm', True)
        """
        origin = Origin(by, via, note)
        with self._store.transaction():
            number = self._store.number(source, "review_spans()")
            checked = check_answers(self._store.article(number).text, answers)
            quotes = answered_quotes(self._log.quotes(number), checked)
            edits = [edit for quote in quotes for edit in quote.edits(source)]
            entered = [self._log.apply(edit, origin) for edit in edits]
            review = self._reviews.review(source, "marks", blind, origin)
        return SpanReview(
            review,
            tuple(correction for correction in entered if correction is not None),
            spans=len(checked),
            right=sum(quote.right for quote in quotes),
        )

    def reviews(self) -> list[Review]:
        """All reviews, the newest last, including those of texts that have changed since."""
        return self._reviews.reviews()

    def gold(self) -> list[GoldArticle]:
        """The reviewed articles with their corrected quotes.

        Only articles whose current text was reviewed are included; the last review counts. Names
        are those of the article, not those of :meth:`merge_speakers`.

        Returns:
            The input of ``quoteattr.evaluation.evaluate.evaluate`` and
            ``quoteattr.training.train.train``; ``blind`` is false if the reviewer saw the machine's
            output.
        """
        golds = []
        for review in latest(self.reviews()):
            number = self._store.number(review.source, "gold()")
            records = self._log.quotes(number)
            golds.append(gold_article(self._store.article(number), records, review))
        return golds

    def merge_speakers(
        self,
        names: Iterable[str],
        into: str | Person,
        *,
        by: str = "",
        via: str = "api",
        note: str = "",
    ) -> SpeakerMerge:
        """Record that names are one person's in all articles, now and later.

        Names are compared letter by letter, except for typography, as with ``people=``.

        Args:
            names: the names, as in the records.
            into: the name that the records get, or a person with aliases, id, role and gender.
            by: the person who merges them.
            via: the tool, such as ``api`` or ``page``.
            note: a remark.

        Raises:
            InputError: a value has the wrong type, or a name has no word.
            SourceError: the file cannot be written.

        >>> from quoteattr import Article, QuoteArchive
        >>> archive = QuoteArchive(":memory:")
        >>> added = archive.add([Article("“It will rain,” the mayor said.", id="a")])
        >>> merge = archive.merge_speakers(["the mayor"], Person("Ada Berg", id="Q1"))
        >>> archive.search()[0].speaker, archive.search()[0].speaker_id
        ('Ada Berg', 'Q1')
        """
        with self._store.transaction():
            before = self._merges.people()
            merge = self._merges.merge(names, into, Origin(by, via, note))
            self._refresh(before)
        return merge

    def undo_merge(
        self, merge_id: int, *, by: str = "", via: str = "api", note: str = ""
    ) -> SpeakerMerge:
        """Undo a merge of names; undoing an undo restores it.

        Args:
            merge_id: ``SpeakerMerge.id``.
            by: the person who undoes it.
            via: the tool, such as ``api`` or ``page``.
            note: a remark.

        Raises:
            OptionError: there is no such merge, or it is undone.
            SourceError: the file cannot be written.
        """
        with self._store.transaction():
            before = self._merges.people()
            undo = self._merges.undo(merge_id, Origin(by, via, note))
            self._refresh(before)
        return undo

    def _refresh(self, before: People | None) -> None:
        """Update the records that contain other people than before."""
        for number in self._merges.changed_articles(before):
            self._log.refresh(number)

    def speaker_merges(self) -> list[SpeakerMerge]:
        """All merges of names, the newest last, including those that were undone."""
        return self._merges.merges()

    def write_sheet(
        self,
        path: str | os.PathLike[str],
        format: str | None = None,
        *,
        words: str | None = None,
        **filters: Unpack[Filters],
    ) -> int:
        """Write quotes to a file or folder in which people correct them.

        Quotes of articles without a source are left out, since they cannot be corrected.

        Args:
            path: the file or folder.
            format: ``xlsx`` or ``csv``, a sheet; ``brat``, a folder; ``label-studio``, tasks as
                JSON; ``web-annotation``. By default that of the suffix. For brat and Label Studio,
                all quotes of an article are written if one of them matches.
            words: as for :meth:`QuoteArchive.search`.
            filters: as for :meth:`QuoteArchive.search`.

        Returns:
            The number of quotes.

        Raises:
            InputError: as for :meth:`QuoteArchive.search`.
            OptionError: there is no such format, or the file cannot be written.
            MissingExtraError: the format needs an extra.
        """
        form = file_format(check_path(path, "path"), format)
        query = make_query(words, filters)
        sql, values = query.select("record.article, record.plain", self._store)
        rows = self._store.run(
            f"{sql} AND article.source IS NOT NULL ORDER BY record.article, record.number", *values
        ).fetchall()
        count = Counter[None]()

        def articles() -> Iterator[ArticleRows]:
            """The articles, each with its quotes."""
            for number, of_article in groupby(rows, itemgetter(0)):
                records = [read_record(plain) for _, plain in of_article]
                if form.whole_articles:
                    records = list(self._store.records(number))
                count[None] += len(records)
                yield self._store.article(number), records

        form.write(articles(), os.fspath(path))
        return count.total()

    def read_sheet(
        self,
        path: str | os.PathLike[str],
        format: str | None = None,
        *,
        dry_run: bool = False,
        by: str = "",
    ) -> Imported:
        """Enter the corrections that people made in a file or folder.

        Quotes that the file does not mention are not changed, and known corrections are not entered
        again, so you can repeat an interrupted call.

        Args:
            path: the output of :meth:`write_sheet`, filled in.
            format: as for :meth:`write_sheet`.
            dry_run: enter nothing.
            by: the person who filled it in.

        Returns:
            The corrections, and the rejected rows.

        Raises:
            InputError: an argument has the wrong type.
            OptionError: there is no such format, or the file is not such a sheet.
            SourceError: the file cannot be read, or the archive cannot be written.
            MissingExtraError: the format needs an extra.
        """
        check_flag(dry_run, "dry_run")
        form = file_format(check_path(path, "path"), format)
        edits = form.read(os.fspath(path), self._store, self._log)
        return apply_edits(self._store, self._log, edits, Origin(by, form.via), dry_run)
