"""The part of an archive that people read: search, groups, speakers, audits."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from typing import Unpack

from attrs import frozen

from quoteattr.archive.audits import count_quoted
from quoteattr.archive.browse import ArchivedArticle, Facet, count_facets, list_articles
from quoteattr.archive.groups import find_groups
from quoteattr.archive.likely import likely_articles
from quoteattr.archive.search import Filters, SearchQuery, make_query
from quoteattr.archive.speakers import SpeakerCount, count_quotes_by_speaker
from quoteattr.archive.store import Store, decode_value
from quoteattr.archive.tables import read_record
from quoteattr.auditing.audit import GROUPINGS, audit
from quoteattr.auditing.labels import Labels
from quoteattr.auditing.result import Audit
from quoteattr.auditing.speakers import AuditedArticle, QuotedSpeaker
from quoteattr.checks import check_count, check_several, check_text
from quoteattr.formats import formats
from quoteattr.groups.group import QuoteGroup
from quoteattr.records import Article, QuoteRecords

#: the largest integer of SQLite
_LARGEST = (1 << 63) - 1


@frozen
class _Filtered:
    """The records of an archive that match a query, for an audit."""

    store: Store
    query: SearchQuery

    def quoted_speakers(self) -> tuple[list[AuditedArticle], list[QuotedSpeaker]]:
        """Count the speakers of each article."""
        return count_quoted(self.store, self.query)


class SearchableArchive:
    """An archive whose records people can search, count and export."""

    _store: Store

    def __len__(self) -> int:
        """The number of records."""
        return int(self._store.run("SELECT count(*) FROM record").fetchone()[0])

    def __contains__(self, source: object) -> bool:
        """Whether the archive has an article with a source."""
        return isinstance(source, str) and self._store.find(Article("", id=source)) is not None

    def records(self) -> Iterator[QuoteRecords]:
        """All records, article by article, in order of insertion."""
        last = 0
        while row := self._store.run(
            "SELECT number FROM article WHERE number > ? ORDER BY number LIMIT 1", last
        ).fetchone():
            (last,) = row
            yield self._store.records(last)

    def search(
        self,
        words: str | None = None,
        *,
        limit: int | None = 100,
        offset: int = 0,
        **filters: Unpack[Filters],
    ) -> QuoteRecords:
        """Search records by words and filters.

        Args:
            words: words of the quote or of the speaker's name.
            limit: the maximum number of records; None for all.
            offset: the number of records to skip.
            filters: see :class:`SearchQuery` for these and for ``words``.

        Returns:
            The records, with their articles, by descending relevance (BM25); without words, the
            newest first.

        Raises:
            InputError: an option has the wrong type, or there are too many words.
            OptionError: an option has a value that does not exist.

        >>> from quoteattr import Article, QuoteArchive
        >>> archive = QuoteArchive(":memory:")
        >>> articles = [Article("“It will rain,” said Ida Holm.", id="a", published="2024-05-04")]
        >>> added = archive.add(articles)
        >>> [r.speaker for r in archive.search("rain", speaker="Holm", since="2024-05")]
        ['Ida Holm']
        """
        check_count(limit, "limit", least=0, optional=True)
        check_count(offset, "offset", least=0)
        sql, values = make_query(words, filters).select("record.plain, article.number", self._store)
        order = "article.moment DESC, record.number" if words is None else "rank, record.number"
        most = -1 if limit is None else min(limit, _LARGEST)
        page = (most, min(offset, _LARGEST))
        with self._store.snapshot():
            rows = self._store.run(
                f"{sql} ORDER BY {order} LIMIT ? OFFSET ?", *values, *page
            ).fetchall()
            articles = dict.fromkeys(number for _, number in rows)
            return QuoteRecords(
                (read_record(plain) for plain, _ in rows), map(self._store.article, articles)
            )

    def facets(
        self, words: str | None = None, *, most: int = 20, **filters: Unpack[Filters]
    ) -> dict[str, tuple[Facet, ...]]:
        """Count the records of a search by speaker, publisher, month and kind.

        Args:
            words: as for :meth:`search`.
            most: the maximum number of values of each.
            filters: as for :meth:`search`.

        Returns:
            The most frequent values under ``speaker``, ``publisher`` and ``kind``, the latest under
            ``month``.

        Raises:
            InputError: as for :meth:`search`.
            OptionError: an option has a value that does not exist.

        >>> from quoteattr import Article, QuoteArchive
        >>> archive = QuoteArchive(":memory:")
        >>> added = archive.add([Article("“It will rain,” said Ida Holm.", id="a")])
        >>> archive.facets("rain")["speaker"]
        (Facet(value='Ida Holm', quotes=1),)
        """
        check_count(most, "most")
        return count_facets(self._store, make_query(words, filters), min(most, _LARGEST))

    def articles(self, *, limit: int | None = 100, offset: int = 0) -> list[ArchivedArticle]:
        """The articles without their texts, the most recently added first.

        Args:
            limit: the maximum number of articles; None for all.
            offset: the number of articles to skip.

        Raises:
            InputError: an argument is of the wrong type.
            OptionError: a number is below 0.
        """
        check_count(limit, "limit", least=0, optional=True)
        check_count(offset, "offset", least=0)
        most = -1 if limit is None else min(limit, _LARGEST)
        return list_articles(self._store, most, min(offset, _LARGEST))

    def article(self, source: str) -> QuoteRecords:
        """The records of one article, in order of the text, with the article.

        Args:
            source: the source of the article.

        Raises:
            InputError: no article has this source.
        """
        with self._store.snapshot():
            return self._store.records(self._store.number(source, "article(source)"))

    def likely_articles(self, quotes: Iterable[str], *, characters: int = 500_000) -> list[Article]:
        """Articles that may contain some quotes, for :func:`quoteattr.verify_many`.

        Only the words of records are searched, so an article with a quote that was not extracted is
        returned only if it is among the newest.

        Args:
            quotes: the quotes, in any wording.
            characters: the maximum total length of the texts, in characters.

        Returns:
            The articles whose quotes have the most words in common with these, then the newest.

        Raises:
            InputError: a quote is not a string, or a single string was passed.
            OptionError: ``characters`` is below 1.

        >>> from quoteattr import Article, QuoteArchive
        >>> archive = QuoteArchive(":memory:")
        >>> added = archive.add([Article("“The bridge is safe,” said Ada Berg.", id="a")])
        >>> [article.id for article in archive.likely_articles(["The bridge was never safe"])]
        ['a']
        """
        check_count(characters, "characters")
        checked = list(check_several(quotes, "likely_articles()", "a list of quotes"))
        for quote in checked:
            check_text(quote, "a quote")
        with self._store.snapshot():
            return likely_articles(self._store, checked, characters)

    def groups(
        self, words: str | None = None, *, min_sources: int = 2, **filters: Unpack[Filters]
    ) -> Iterator[QuoteGroup]:
        """The utterances that are quoted more than once, those with the most sources first.

        Args:
            words: words of one of the records.
            min_sources: the minimum number of articles; 1 includes repetitions within one article.
            filters: filters that one of the records must match; see :class:`SearchQuery`.

        Raises:
            InputError: as for :meth:`search`.
            OptionError: an option has a value that does not exist.
        """
        check_count(min_sources, "min_sources")
        query = make_query(words, filters) if words is not None or filters else None
        return find_groups(self._store, min(min_sources, _LARGEST), query)

    def speakers(self, words: str | None = None, **filters: Unpack[Filters]) -> list[SpeakerCount]:
        """Count the quotes of each named speaker.

        The forms of a name are merged across articles. A last name that several people share is
        assigned to the one whom another source of the same quote names in full.

        Args:
            words: words of the quotes.
            filters: filters of the quotes; see :class:`SearchQuery`.

        Returns:
            The speakers, by descending number of quotes.

        Raises:
            InputError: as for :meth:`search`.
            OptionError: an option has a value that does not exist.
        """
        sql, values = make_query(words, filters).select(
            "record.speaker, (SELECT root FROM version WHERE id = record.version), record.words,"
            " article.source",
            self._store,
        )
        rows = self._store.run(f"{sql} ORDER BY record.number", *values)
        return count_quotes_by_speaker(
            (decode_value(name), root, count, decode_value(source))
            for name, root, count, source in rows
        )

    def audit(
        self,
        by: str | Collection[str] = GROUPINGS,
        *,
        labels: Labels | None = None,
        guess: str | None = None,
        **filters: Unpack[Filters],
    ) -> Audit:
        """Count whom the articles quote, like :func:`quoteattr.audit`.

        Args:
            by: as for :func:`quoteattr.audit`.
            labels: as for :func:`quoteattr.audit`.
            guess: as for :func:`quoteattr.audit`.
            filters: filters of the quotes; see :class:`SearchQuery`. Articles without such quotes
                are counted unless ``source``, ``since`` or ``until`` leaves them out.

        Raises:
            InputError: an argument is of the wrong type.
            OptionError: as for :func:`quoteattr.audit`, or an option has a value that does not
                exist.
            SourceError: the sheet of labels cannot be read.

        >>> from quoteattr import Article, QuoteArchive
        >>> archive = QuoteArchive(":memory:")
        >>> added = archive.add([Article("“It will rain,” said Ida Holm.", id="a")])
        >>> archive.audit("section").total.speakers
        1
        """
        counted = _Filtered(self._store, make_query(None, filters))
        return audit(counted, by, labels=labels, guess=guess)

    def quoted_speakers(self) -> tuple[list[AuditedArticle], list[QuotedSpeaker]]:
        """Count the speakers of each article, for an audit."""
        return count_quoted(self._store, SearchQuery())

    def export(self, path: str | os.PathLike[str], format: str | None = None) -> None:
        """Write all records to a file, with the metadata of their articles.

        Args:
            path: as for :func:`quoteattr.write`.
            format: as for :func:`quoteattr.write`.

        Raises:
            OptionError: there is no such format, or the file cannot be written.
            MissingExtraError: the format needs an extra.
        """
        formats.write(self.records(), path, format)
