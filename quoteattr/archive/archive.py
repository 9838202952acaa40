"""The archive: articles, records and groups in one SQLite file."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Literal, Self

from attrs import evolve, frozen

from quoteattr.api import Readable, extract_many, readable
from quoteattr.archive.correctable import CorrectableArchive
from quoteattr.archive.searchable import SearchableArchive
from quoteattr.archive.store import Store
from quoteattr.checks import check_fields, check_flag, check_path, check_several, describe
from quoteattr.coref.entities.people import KnownPeople
from quoteattr.errors import InputError
from quoteattr.extras import require
from quoteattr.model.model import Model
from quoteattr.records import QUOTE_KINDS, Article, Failure, QuoteRecords

#: maximum number of articles in one transaction
_BATCH = 64


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
            f"expected records of one article, with it, not of {'any' if nameless else count}",
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


class QuoteArchive(SearchableArchive, CorrectableArchive):
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
