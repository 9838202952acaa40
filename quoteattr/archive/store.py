"""The file of an archive: its tables, and articles and records as rows of them."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

import attrs

from quoteattr.archive import tables
from quoteattr.errors import SourceError, shorten
from quoteattr.formats.columns import whole_characters
from quoteattr.formats.plain import from_plain, to_plain
from quoteattr.groups import forest
from quoteattr.groups.version import VERBATIM_KINDS
from quoteattr.records import Article, QuoteRecord, QuoteRecords

#: kilobytes of the file that are held in memory
_CACHE = 64 * 1024
#: the name of an archive that is in no file
MEMORY = ":memory:"
#: seconds to wait while another process writes
_PATIENCE = 60.0

#: the columns of an article: its fields, so that none can be forgotten
_FIELDS = tuple(field.name for field in attrs.fields(Article))


class Store:
    """An open file of an archive.

    Args:
        path: the file; one that is not there is made.
        read_only: whether nothing is to be written, nor a file made.

    Raises:
        SourceError: it cannot be opened, or is no archive, or one of a newer version.
    """

    def __init__(self, path: str, read_only: bool = False) -> None:
        self._path = path
        if "\0" in path:
            raise SourceError(
                f"no file can be called {shorten(path)}", where="path", remedy="name another file"
            )
        try:
            self.connection = _connect(path, read_only)
        except sqlite3.Error as error:
            raise SourceError(
                f"cannot open {shorten(path)} as an archive: {error}",
                where=path,
                remedy="name a file that can be read and, unless read_only=True, written",
            ) from error
        try:
            self._prepare(read_only)
        except BaseException:
            self.connection.close()
            raise
        self.forest = forest.Forest(self.connection)

    def _prepare(self, read_only: bool) -> None:
        """Make the tables of a new file, or make sure that a file is an archive."""
        self.run(f"PRAGMA cache_size = -{_CACHE}")
        # A machine that dies takes at most the last commits with it; a process that does, nothing.
        self.run("PRAGMA synchronous = NORMAL")
        if not read_only and self._is_empty():
            self._make()
        self._check()
        if not read_only and self._layout() < tables.LAYOUT:
            self._renew()

    def _is_empty(self) -> bool:
        """There is no table."""
        return not self.run("SELECT count(*) FROM sqlite_master").fetchone()[0]

    def _layout(self) -> int:
        """The version of the tables."""
        return int(self.run("PRAGMA user_version").fetchone()[0])

    def _make(self) -> None:
        """Make the tables of a new file."""
        # What is written stands in a log of its own until it is whole, and readers go on meanwhile.
        self.run("PRAGMA journal_mode = WAL")
        with self.transaction():
            if self._is_empty():  # another process may have made them just now
                tables.make(self.connection)

    def _check(self) -> None:
        """Make sure that a file is an archive."""
        if self.run("PRAGMA application_id").fetchone()[0] != tables.APPLICATION:
            raise SourceError(
                f"{shorten(self._path)} is no archive of quoteattr",
                where=self._path,
                remedy="name another file",
            )
        if self._layout() > tables.LAYOUT:
            raise SourceError(
                f"{shorten(self._path)} was made by a newer quoteattr",
                where=self._path,
                remedy="install that one",
            )

    def _renew(self) -> None:
        """Bring the tables of an older version up to date; to read them as they are does no harm.

        So they are left where the file cannot be written.
        """
        try:
            with self.transaction():
                if self._layout() < tables.LAYOUT:  # another process may have done so just now
                    tables.renew(self.connection)
        except SourceError as error:
            if _primary(error.__cause__) != sqlite3.SQLITE_READONLY:
                raise

    def run(self, sql: str, *values: object) -> sqlite3.Cursor:
        """Run a statement.

        Raises:
            SourceError: the file cannot be read or written: it is damaged or full, say.
        """
        try:
            return self.connection.execute(sql, tuple(map(_bound, values)))
        except sqlite3.Error as error:
            raise SourceError(
                f"cannot go on with {shorten(self._path)}: {error}",
                where=self._path,
                remedy="look after the file, or name another one",
            ) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written in it, or nothing.

        Raises:
            SourceError: the file cannot be written: it is full, say, or another process writes.
        """
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException as error:
            if self.connection.in_transaction:
                self.run("ROLLBACK")
            if isinstance(error, sqlite3.Error):  # of the forest, which knows no files
                raise SourceError(
                    f"cannot write {shorten(self._path)}: {error}",
                    where=self._path,
                    remedy="look after the file, or name another one",
                ) from error
            raise

    # -- writing --------------------------------------------------------------------------

    def find(self, article: Article) -> int | None:
        """The number of an article with the same source, or else the same text; None if new."""
        if article.source is not None:
            found = self.run("SELECT number FROM article WHERE source = ?", article.source)
        else:
            digest = _digest(article.text)
            found = self.run(
                "SELECT number FROM article WHERE digest = ? AND source IS NULL", digest
            )
        row = found.fetchone()
        return None if row is None else int(row[0])

    def has(self, article: Article) -> bool:
        """It is there, with the same text."""
        number = self.find(article)
        sql = "SELECT digest FROM article WHERE number = ?"
        return number is not None and self.run(sql, number).fetchone()[0] == _digest(article.text)

    def add(self, article: Article, records: Iterable[QuoteRecord]) -> None:
        """Enter a new article and its records."""
        marks = ", ".join("?" * (len(_FIELDS) + 3))
        number = self.run(
            f"INSERT INTO article (source, digest, moment, {', '.join(_FIELDS)}) VALUES ({marks})",
            *(article.source, _digest(article.text), sortable(article.moment)),
            *(_plain(getattr(article, name)) for name in _FIELDS),
        ).lastrowid
        for record in records:
            self._add(record, number)

    def _add(self, record: QuoteRecord, article: int | None) -> None:
        """Enter a record, and its words for those who seek and those who group."""
        version = self.forest.add(record) if record.kind in VERBATIM_KINDS else None
        number = self.run(
            "INSERT INTO record (article, speaker, quote, kind, confidence, rule, words, version,"
            " plain) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *(article, record.speaker, whole_characters(record.quote), record.kind),
            *(record.overall_confidence, record.rule and whole_characters(record.rule)),
            *(len(record.quote.split()), version, json.dumps(to_plain(record))),
        ).lastrowid
        self.run(
            "INSERT INTO record_words (rowid, quote, speaker) VALUES (?, ?, ?)",
            *(number, *_sought(record)),
        )

    def remove(self, number: int) -> None:
        """Take an article out, with its records, and with the versions that no other has."""
        rows = self.run("SELECT number, version, plain FROM record WHERE article = ?", number)
        versions = set()
        for record, version, plain in rows.fetchall():
            versions.add(version)
            self.run(
                "INSERT INTO record_words (record_words, rowid, quote, speaker)"
                " VALUES ('delete', ?, ?, ?)",
                *(record, *_sought(read_record(plain))),
            )
        self.run("DELETE FROM record WHERE article = ?", number)
        self.run("DELETE FROM article WHERE number = ?", number)
        for version in sorted(versions - {None}):
            if not self.run("SELECT 1 FROM record WHERE version = ? LIMIT 1", version).fetchone():
                self.forest.remove(version)

    # -- reading --------------------------------------------------------------------------

    def article(self, number: int) -> Article:
        """An article."""
        row = self.run(f"SELECT {', '.join(_FIELDS)} FROM article WHERE number = ?", number)
        values = dict(zip(_FIELDS, map(unbound, row.fetchone()), strict=True))
        return Article(**values | {"authors": json.loads(values["authors"])})

    def records(self, number: int) -> QuoteRecords:
        """The records of an article, with it."""
        rows = self.run("SELECT plain FROM record WHERE article = ? ORDER BY number", number)
        return QuoteRecords((read_record(plain) for (plain,) in rows), [self.article(number)])


def _connect(path: str, read_only: bool) -> sqlite3.Connection:
    """Connect to a file, of which at least the beginning can be read.

    Raises:
        sqlite3.Error: it cannot be opened.
        SourceError: nobody can read it without writing beside it.
    """
    try:
        return _tried(path, "?mode=ro" if read_only else "")
    except sqlite3.Error as error:
        beside = _primary(error) in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
        if not beside or not os.path.isfile(path):
            raise
        # Who reads a file with a log (WAL) makes another one beside it, and may not do so here.
        log = f"{path}-wal"
        if os.path.isfile(log) and os.path.getsize(log):
            raise SourceError(
                f"cannot read {shorten(path)}: what was written last is still in {shorten(log)}",
                where=path,
                remedy="copy both files to a folder that you may write to",
            ) from error
        return _tried(path, "?mode=ro&immutable=1")


def _tried(path: str, options: str) -> sqlite3.Connection:
    """A connection that reads."""
    connection = sqlite3.connect(
        f"{Path(path).absolute().as_uri()}{options}" if path != MEMORY else path,
        timeout=_PATIENCE,
        isolation_level=None,
        uri=path != MEMORY,
    )
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _primary(error: BaseException | None) -> int | None:
    """What went wrong in SQLite, in the first eight bits of its code."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def read_record(plain: str) -> QuoteRecord:
    """The record that is in a row."""
    return from_plain(json.loads(plain))


def sortable(moment: datetime | None) -> str | None:
    """A moment as text that sorts as time does, to the second.

    >>> sortable(datetime.fromisoformat("0033-04-03T15:00+03:00"))
    '0033-04-03T12:00:00'
    """
    if moment is None:
        return None
    try:
        utc = moment.astimezone(UTC)
    except OverflowError:  # in UTC it is in the year 0 or 10000, which Python does not count
        utc = datetime.min if moment.year == 1 else datetime.max
    return utc.replace(tzinfo=None).isoformat(timespec="seconds")


def _digest(text: str) -> bytes:
    """What no other text has."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _sought(record: QuoteRecord) -> tuple[str, str]:
    """The words that a record is sought by."""
    return whole_characters(record.quote), whole_characters(record.speaker or "")


def _plain(value: object) -> object:
    """A value of an article as SQLite can hold it."""
    return json.dumps(value) if isinstance(value, tuple) else value


def _bound(value: object) -> object:
    """Text that has no UTF-8, since half a surrogate pair is in it, as bytes."""
    if isinstance(value, str) and not value.isascii():
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            return value.encode("utf-8", "surrogatepass")
    return value


def unbound(value: Any) -> Any:
    """The value that was bound."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value
