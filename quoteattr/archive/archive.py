"""An archive: articles, records and groups in one file, which may grow for years."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Self, Unpack

from attrs import evolve, frozen

from quoteattr.api import Readable, extract_many, readable
from quoteattr.archive.groups import find_groups
from quoteattr.archive.search import Filters, wanted
from quoteattr.archive.speakers import Speaker, count_speakers
from quoteattr.archive.store import Store, read_record, unbound
from quoteattr.checks import (
    check_count,
    check_fields,
    check_flag,
    check_path,
    check_several,
    check_text,
    describe,
)
from quoteattr.errors import InputError, shorten
from quoteattr.extras import require
from quoteattr.formats import formats
from quoteattr.groups.group import QuoteGroup
from quoteattr.records import QUOTE_KINDS, Article, Failure, QuoteRecords

#: most articles that are entered in one transaction
_BATCH = 64
#: the largest number that SQLite has
_LARGEST = (1 << 63) - 1


@frozen
class Added:
    """What became of the articles that were given to an archive."""

    #: articles that are new
    new: int = 0
    #: articles that were there with another text, which this one has replaced
    changed: int = 0
    #: articles that were there with this text, and were left as they are
    known: int = 0
    #: the records of the new and the changed ones
    records: int = 0
    #: what could not be read or worked on; it is not in the archive, and may be given again
    failures: tuple[Failure, ...] = ()

    __attrs_post_init__ = check_fields


def _parts(found: object) -> Iterable[QuoteRecords]:
    """Records article by article; raises on what is none."""
    several = [found] if isinstance(found, QuoteRecords) else None
    for part in several or check_several(found, "add_records()", "a list of QuoteRecords"):
        if not isinstance(part, QuoteRecords):
            raise InputError(
                f"QuoteRecords are wanted, not {describe(part)}",
                where="add_records()",
                remedy="pass what extract() or extract_many() gives",
            )
        yield part


def _article(records: QuoteRecords) -> Article:
    """The article of some records; raises where it is not one, or could be any."""
    many = len(records.articles)
    nameless = many == 1 and not records.articles[0].text and records.articles[0].source is None
    if many != 1 or (nameless and records):
        raise InputError(
            f"records of one article are wanted, with it, not of {'any' if nameless else many}",
            where="add_records()",
            remedy="pass what extract() or extract_many() gives, of articles with an id",
        )
    return records.articles[0]


class _Unknown:
    """Articles that are not in an archive yet, one by one; counts the others."""

    def __init__(self, articles: Iterable[Article | Failure], store: Store) -> None:
        self._articles, self._store = articles, store
        self.known = 0

    def __iter__(self) -> Iterator[Article | Failure]:
        for article in self._articles:
            if isinstance(article, Article) and self._store.has(article):
                self.known += 1
            else:
                yield article


class QuoteArchive:
    """Articles, who said what in them, and the groups of quotes that stand in several, in one file.

    The file is an SQLite database; several processes may read it, and one at a time may write.

    Args:
        path: the file; one that is not there is made. ``:memory:`` is no file, and kept nowhere.
        read_only: whether nothing is to be written, nor a file made.

    Raises:
        InputError: ``path`` is no path.
        SourceError: it cannot be opened, read or written, now or later, or is no archive.
        MissingExtraError: The extra ``groups`` is not installed.

    >>> archive = QuoteArchive(":memory:")
    >>> archive.add([Article("“The bridge is safe,” said Ada Berg.", id="a")]).records
    1
    >>> archive.search("bridge")[0].speaker
    'Ada Berg'
    """

    def __init__(self, path: str | os.PathLike[str], *, read_only: bool = False) -> None:
        require("groups", "rapidfuzz")
        check_flag(read_only, "read_only")
        self._store = Store(check_path(path, "path"), read_only)

    def close(self) -> None:
        """Close the file; leaving the archive as a context manager does the same."""
        self._store.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        """How many records there are."""
        return int(self._store.run("SELECT count(*) FROM record").fetchone()[0])

    # -- writing --------------------------------------------------------------------------

    def add(
        self,
        articles: Iterable[Readable | Failure],
        *,
        workers: int = 1,
        progress: bool = False,
        kinds: Collection[str] = QUOTE_KINDS,
    ) -> Added:
        """Read articles, and keep them with their records and groups.

        An article that is there already, by its source and its text, is left, so that a run that
        was cut off is taken up by the same call. One whose text has changed is replaced. What has
        been written so far stays, whatever happens: at most the last 64 articles are read anew.

        Args:
            articles: as for :func:`quoteattr.extract_many`. Give them an ``id``: an article without
                one is known by its text alone.
            workers: as for :func:`quoteattr.extract_many`.
            progress: as for :func:`quoteattr.extract_many`; known articles are not counted.
            kinds: as for :func:`quoteattr.extract`.

        Raises:
            InputError: an article is none.
            OptionError: an option has a value that does not exist.
            SourceError: the file cannot be written.
        """
        several = check_several(articles, "add()", "a list of articles")
        unknown = _Unknown(map(readable, several), self._store)
        found = extract_many(unknown, workers=workers, progress=progress, kinds=kinds)
        added = self.add_records(found)
        return evolve(added, known=added.known + unknown.known)

    def add_records(self, found: QuoteRecords | Iterable[QuoteRecords]) -> Added:
        """Keep records that are there already, with their articles.

        Args:
            found: what ``extract`` gives, of one article or several in a list, or all that
                ``extract_many`` yields.

        Raises:
            InputError: these are no records, or come without their article, or with several.
            SourceError: the file cannot be written.
        """
        count = Counter[str]()
        failures: list[Failure] = []
        parts = iter(_parts(found))
        while batch := list(islice(parts, _BATCH)):
            with self._store.transaction():
                for records in batch:
                    failures += records.failures
                    if not records.failures:
                        self._enter(records, count)
        return Added(**count, failures=tuple(failures))

    def _enter(self, records: QuoteRecords, count: Counter[str]) -> None:
        """Enter the records of one article."""
        article = _article(records)
        number = self._store.find(article)
        # Records of a file come without the text of their article, which may be there.
        without = bool(records) and not article.text
        if self._store.has(article) or (without and number is not None):
            count["known"] += 1
            return
        if number is not None:
            self._store.remove(number)
        self._store.add(article, records)
        count["new" if number is None else "changed"] += 1
        count["records"] += len(records)

    def remove(self, source: str) -> None:
        """Take an article out, with its records.

        Raises:
            InputError: there is none with this source.
        """
        check_text(source, "source")
        with self._store.transaction():
            number = self._store.find(Article("", id=source))
            if number is None:
                raise InputError(
                    f"there is no article {shorten(source)} in the archive",
                    where="remove(source)",
                    remedy="pass the source of one of its records",
                )
            self._store.remove(number)

    # -- reading --------------------------------------------------------------------------

    def records(self) -> Iterator[QuoteRecords]:
        """Give all records, article by article, in order of their coming."""
        last = 0
        while row := self._store.run(
            "SELECT number FROM article WHERE number > ? ORDER BY number LIMIT 1", last
        ).fetchone():
            (last,) = row
            yield self._store.records(last)

    def search(
        self, words: str | None = None, *, limit: int | None = 100, **filters: Unpack[Filters]
    ) -> QuoteRecords:
        """Find records by their words, and by what is known of them.

        Args:
            words: what must stand in the quote or in the speaker's name.
            limit: most records that are given; None for all.
            filters: see :class:`Wanted` for these and for ``words``.

        Returns:
            The records, with their articles: those first that the words fit best; without words,
            the newest.

        Raises:
            InputError: an option is of the wrong type, or there are too many words.
            OptionError: an option has a value that does not exist.

        >>> archive = QuoteArchive(":memory:")
        >>> articles = [Article("“It will rain,” said Ida Holm.", id="a", published="2024-05-04")]
        >>> added = archive.add(articles)
        >>> [r.speaker for r in archive.search("rain", speaker="Holm", since="2024-05")]
        ['Ida Holm']
        """
        check_count(limit, "limit", least=0, optional=True)
        sql, values = wanted(words, filters).select("record.plain, article.number", self._store)
        order = "article.moment DESC, record.number" if words is None else "rank, record.number"
        most = -1 if limit is None else min(limit, _LARGEST)
        rows = self._store.run(f"{sql} ORDER BY {order} LIMIT ?", *values, most).fetchall()
        articles = dict.fromkeys(number for _, number in rows)
        return QuoteRecords(
            (read_record(plain) for plain, _ in rows), map(self._store.article, articles)
        )

    def groups(
        self, words: str | None = None, *, min_sources: int = 2, **filters: Unpack[Filters]
    ) -> Iterator[QuoteGroup]:
        """Give the utterances that stand in several places, those with most sources first.

        Args:
            words: what must stand in one of the records.
            min_sources: in how many articles it must stand; 1 also gives what one repeats.
            filters: what else must be true of one of the records; see :class:`Wanted`.

        Raises:
            InputError: as for :meth:`search`.
            OptionError: an option has a value that does not exist.
        """
        check_count(min_sources, "min_sources")
        chosen = wanted(words, filters) if words is not None or filters else None
        return find_groups(self._store, min(min_sources, _LARGEST), chosen)

    def speakers(self, words: str | None = None, **filters: Unpack[Filters]) -> list[Speaker]:
        """Tell who is quoted, and how much, by name: who is not named anywhere is left out.

        Forms of a name are put together across articles. A last name that several people have
        is told to be one's where another source of the same quote names that one in full.

        Args:
            words: what must stand in their quotes.
            filters: what else must be true of these; see :class:`Wanted`.

        Returns:
            The speakers, those quoted most often first.

        Raises:
            InputError: as for :meth:`search`.
            OptionError: an option has a value that does not exist.
        """
        sql, values = wanted(words, filters).select(
            "record.speaker, (SELECT root FROM version WHERE id = record.version), record.words,"
            " article.source",
            self._store,
        )
        rows = self._store.run(f"{sql} ORDER BY record.number", *values)
        return count_speakers((unbound(name), *rest, unbound(of)) for name, *rest, of in rows)

    def export(self, path: str | os.PathLike[str], format: str | None = None) -> None:
        """Write all records to a file, with what is known of their articles.

        Args:
            path: as for :func:`quoteattr.write`.
            format: as for :func:`quoteattr.write`.

        Raises:
            OptionError: there is no such format, or the file cannot be written.
            MissingExtraError: the format needs an extra.
        """
        formats.write(self.records(), path, format)
