"""The archive: articles, records and groups in one SQLite file."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Literal, Self, Unpack

from attrs import evolve, frozen

from quoteattr.api import Readable, extract_many, readable
from quoteattr.archive.audits import count_quoted
from quoteattr.archive.browse import ArchivedArticle, Facet, count_facets, list_articles
from quoteattr.archive.correctable import CorrectableArchive
from quoteattr.archive.groups import find_groups
from quoteattr.archive.likely import likely_articles
from quoteattr.archive.search import Filters, SearchQuery, make_query
from quoteattr.archive.speakers import SpeakerCount, count_speakers
from quoteattr.archive.store import Store, decode_value
from quoteattr.archive.tables import read_record
from quoteattr.auditing.audit import FIELDS, audit
from quoteattr.auditing.labels import Labels
from quoteattr.auditing.result import Audit
from quoteattr.auditing.speakers import AuditedArticle, QuotedSpeaker
from quoteattr.checks import (
    check_count,
    check_fields,
    check_flag,
    check_path,
    check_several,
    check_text,
    describe,
)
from quoteattr.coref.entities.people import KnownPeople
from quoteattr.errors import InputError
from quoteattr.extras import require
from quoteattr.formats import formats
from quoteattr.groups.group import QuoteGroup
from quoteattr.model.model import Model
from quoteattr.records import QUOTE_KINDS, Article, Failure, QuoteRecords

#: maximum number of articles in one transaction
_BATCH = 64
#: the largest integer of SQLite
_LARGEST = (1 << 63) - 1


@frozen
class Added:
    """Counts of the articles and records that an archive has added."""

    #: new articles
    new: int = 0
    #: articles whose text has changed, and which were replaced
    changed: int = 0
    #: articles that the archive had with the same text
    known: int = 0
    #: records of the new and the changed articles
    records: int = 0
    #: articles that failed; they are not in the archive and may be added again
    failures: tuple[Failure, ...] = ()

    __attrs_post_init__ = check_fields


@frozen
class _Filtered:
    """The records of an archive that match a query, for an audit."""

    store: Store
    query: SearchQuery

    def quoted_speakers(self) -> tuple[list[AuditedArticle], list[QuotedSpeaker]]:
        """Count the speakers of each article."""
        return count_quoted(self.store, self.query)


def _check_records(records: object) -> Iterable[QuoteRecords]:
    """The records, article by article; raises InputError for other values."""
    single = [records] if isinstance(records, QuoteRecords) else None
    for of_article in single or check_several(records, "add_records()", "a list of QuoteRecords"):
        if not isinstance(of_article, QuoteRecords):
            raise InputError(
                f"expected QuoteRecords, not {describe(of_article)}",
                where="add_records()",
                remedy="pass the result of extract() or extract_many()",
            )
        yield of_article


def _article(records: QuoteRecords) -> Article:
    """The article of some records; raises InputError if it is not exactly one, and identified."""
    count = len(records.articles)
    nameless = count == 1 and not records.articles[0].text and records.articles[0].source is None
    if count != 1 or (nameless and records):
        raise InputError(
            f"records of one article are wanted, with it, not of {'any' if nameless else count}",
            where="add_records()",
            remedy="pass the result of extract() or extract_many() for articles with an id",
        )
    return records.articles[0]


class _NewArticles:
    """The articles that an archive does not have yet; counts the others."""

    def __init__(self, articles: Iterable[Article | Failure], store: Store) -> None:
        self._articles, self._store = articles, store
        self.known = 0

    def __iter__(self) -> Iterator[Article | Failure]:
        for article in self._articles:
            if isinstance(article, Article) and self._store.has(article):
                self.known += 1
            else:
                yield article


class QuoteArchive(CorrectableArchive):
    """Articles, their records and the groups of their quotes, in one file.

    The file is an SQLite database; several processes may read it, and one at a time may write.

    Args:
        path: the file; it is created if it does not exist. ``:memory:`` keeps it in memory.
        read_only: whether to only read the file, and never create it.

    Raises:
        InputError: ``path`` is not a path.
        SourceError: the file cannot be opened, read or written, now or later, or is not an archive.
        MissingExtraError: the extra ``groups`` is not installed.

    >>> archive = QuoteArchive(":memory:")
    >>> archive.add([Article("“The bridge is safe,” said Ada Berg.", id="a")]).records
    1
    >>> archive.search("bridge")[0].speaker
    'Ada Berg'
    """

    def __init__(self, path: str | os.PathLike[str], *, read_only: bool = False) -> None:
        require("groups", "rapidfuzz")
        check_flag(read_only, "read_only")
        super().__init__(Store(check_path(path, "path"), read_only))

    def close(self) -> None:
        """Close the file; the end of a ``with`` block does the same."""
        self._store.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        """The number of records."""
        return int(self._store.run("SELECT count(*) FROM record").fetchone()[0])

    def __contains__(self, source: object) -> bool:
        """Whether the archive has an article with a source."""
        return isinstance(source, str) and self._store.find(Article("", id=source)) is not None

    @contextmanager
    def together(self, *, write: bool = False) -> Iterator[None]:
        """A context in which several calls see one state of the archive, whatever others write.

        Args:
            write: whether the calls change the archive: then other writers wait until the end, and
                after an error nothing is changed.

        Raises:
            InputError: ``write`` is neither True nor False; or, without it, a call changes the
                archive.
            SourceError: the file cannot be read, or written.

        >>> archive = QuoteArchive(":memory:")
        >>> with archive.together(write=True):
        ...     added = archive.add([Article("“It will rain,” said Ida Holm.", id="a")])
        ...     review = archive.review("a")
        """
        check_flag(write, "write")
        with self._store.transaction() if write else self._store.snapshot():
            yield

    # -- writing --------------------------------------------------------------------------

    def add(
        self,
        articles: Iterable[Readable | Failure],
        *,
        workers: int = 1,
        progress: bool = False,
        kinds: Collection[str] = QUOTE_KINDS,
        acts: Collection[str] | None = None,
        min_confidence: float | None = None,
        people: KnownPeople | None = None,
        model: Model | Literal["encoder"] | None = None,
    ) -> Added:
        """Extract the records of articles and add both.

        An article that the archive has with the same source and text is skipped, so that the same
        call resumes an interrupted run. An article whose text has changed is replaced. An error
        loses at most the last 64 articles.

        Args:
            articles: as for :func:`quoteattr.extract_many`. Give them an ``id``: an article without
                one is identified by its text alone.
            workers: as for :func:`quoteattr.extract_many`.
            progress: as for :func:`quoteattr.extract_many`; known articles are not counted.
            kinds: as for :func:`quoteattr.extract`.
            acts: as for :func:`quoteattr.extract`.
            min_confidence: as for :func:`quoteattr.extract`.
            people: as for :func:`quoteattr.extract`.
            model: as for :func:`quoteattr.extract`.

        Raises:
            InputError: a value is not an article.
            OptionError: an option has a value that does not exist.
            SourceError: the file cannot be written.
        """
        checked = check_several(articles, "add()", "a list of articles")
        new = _NewArticles(map(readable, checked), self._store)
        records = extract_many(
            new,
            workers=workers,
            progress=progress,
            kinds=kinds,
            acts=acts,
            min_confidence=min_confidence,
            people=people,
            model=model,
        )
        added = self.add_records(records)
        return evolve(added, known=added.known + new.known)

    def add_records(self, records: QuoteRecords | Iterable[QuoteRecords]) -> Added:
        """Add records that were extracted before, with their articles.

        Args:
            records: the result of ``extract`` for one article, a list of such results, or the
                result of ``extract_many``.

        Raises:
            InputError: a value is not a record, or its article is missing or ambiguous.
            SourceError: the file cannot be written.
        """
        count = Counter[str]()
        failures: list[Failure] = []
        by_article = iter(_check_records(records))
        while batch := list(islice(by_article, _BATCH)):
            with self._store.transaction():
                for of_article in batch:
                    failures += of_article.failures
                    if not of_article.failures:
                        self._add_article(of_article, count)
        return Added(**count, failures=tuple(failures))

    def _add_article(self, records: QuoteRecords, count: Counter[str]) -> None:
        """Add an article with its records."""
        article = _article(records)
        number = self._store.find(article)
        # Records from a file have no article text; the archive may have it.
        textless = bool(records) and not article.text
        if self._store.has(article) or (textless and number is not None):
            count["known"] += 1
            return
        if number is not None:
            self._store.remove(number)
        self._log.add_article(article, records)
        count["new" if number is None else "changed"] += 1
        count["records"] += len(records)

    def remove(self, source: str) -> None:
        """Delete an article with its records.

        Args:
            source: the source of the article.

        Raises:
            InputError: no article has this source.
        """
        with self._store.transaction():
            self._store.remove(self._store.number(source, "remove(source)"))

    # -- reading --------------------------------------------------------------------------

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
        return count_speakers(
            (decode_value(name), root, count, decode_value(source))
            for name, root, count, source in rows
        )

    def audit(
        self,
        by: str | Collection[str] = FIELDS,
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
