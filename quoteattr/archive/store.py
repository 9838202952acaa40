"""The SQLite file of an archive: articles and records as rows."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs

from quoteattr.archive import tables
from quoteattr.archive.tables import encode_value, read_record
from quoteattr.archive.version_store import VersionStore
from quoteattr.auditing.words import count_verbatim_words, count_words
from quoteattr.checks import check_text
from quoteattr.errors import InputError, SourceError
from quoteattr.formats.record_dict import record_to_dict
from quoteattr.groups.version import VERBATIM_KINDS
from quoteattr.records import Article, QuoteRecord, QuoteRecords
from quoteattr.text import replace_surrogates, shorten

#: page cache of SQLite, in kilobytes
_CACHE = 64 * 1024
#: the path of an archive in memory
MEMORY = ":memory:"
#: mostly numbers of rows
_LAST = 1 << 63
#: seconds to wait while another process writes
_TIMEOUT = 60.0

#: the statements that begin, commit and roll back a transaction, and those of a nested one
_WHOLE = ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
_PART = ("SAVEPOINT part", "RELEASE part", ("ROLLBACK TO part", "RELEASE part"))

#: the columns of an article: all of its fields
_FIELDS = tuple(field.name for field in attrs.fields(Article))


class Store:
    """An open file of an archive.

    Args:
        path: the file; it is created if it does not exist.
        read_only: whether to only read the file, and never create it.

    Raises:
        SourceError: the file cannot be opened, is not an archive, or has tables of another version.
    """

    def __init__(self, path: str, read_only: bool = False) -> None:
        self._path = path
        #: whether a snapshot is being read, during which nothing can be written
        self._is_snapshot = False
        if "\0" in path:
            raise SourceError(
                f"no file can have the name {shorten(path)}",
                where="path",
                remedy="name another file",
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
        self.versions = VersionStore(self.connection)

    def _prepare(self, read_only: bool) -> None:
        """Create the tables of a new file, or check that a file is an archive."""
        self.run(f"PRAGMA cache_size = -{_CACHE}")
        # A crash of the machine loses at most the last commits; a crash of the process, none.
        self.run("PRAGMA synchronous = NORMAL")
        if not read_only and self._is_empty():
            self._create_tables()
        self._check()

    def _is_empty(self) -> bool:
        """The file has no table."""
        return not self.run("SELECT count(*) FROM sqlite_master").fetchone()[0]

    def _create_tables(self) -> None:
        """Create the tables of a new file."""
        # In WAL mode readers are not blocked while another process writes.
        self.run("PRAGMA journal_mode = WAL")
        with self.transaction():
            if self._is_empty():  # another process may have created them just now
                tables.create_tables(self.connection)

    def _check(self) -> None:
        """Check that the file is an archive with the tables of this version."""
        if self.run("PRAGMA application_id").fetchone()[0] != tables.APPLICATION:
            raise SourceError(
                f"{shorten(self._path)} is not an archive of quoteattr",
                where=self._path,
                remedy="name another file",
            )
        if self.run("PRAGMA user_version").fetchone()[0] != tables.LAYOUT:
            raise SourceError(
                f"{shorten(self._path)} has the tables of another version of quoteattr",
                where=self._path,
                remedy="open it with that version, or add its articles to a new archive",
            )

    def run(self, sql: str, *values: object) -> sqlite3.Cursor:
        """Run a statement.

        Raises:
            SourceError: the file cannot be read or written, for example because it is damaged.
        """
        try:
            return self.connection.execute(sql, tuple(map(encode_value, values)))
        except sqlite3.Error as error:
            raise SourceError(
                f"cannot continue with {shorten(self._path)}: {error}",
                where=self._path,
                remedy="look after the file, or name another one",
            ) from error

    def insert(self, sql: str, *values: object) -> int:
        """Run a statement that inserts a row; return the number of the row."""
        number = self.run(sql, *values).lastrowid
        assert number is not None  # a row was inserted
        return number

    @contextmanager
    def transaction(self, keep: bool = True) -> Iterator[None]:
        """A context in which all statements are committed together, or none.

        A nested transaction is part of the outer one and committed with it.

        Args:
            keep: commit the statements at the end; otherwise roll them back.

        Raises:
            InputError: it begins within a snapshot, which would roll it back.
            SourceError: the file cannot be written, for example because the disk is full.
        """
        if self._is_snapshot:
            raise InputError(
                "the archive is open for reading only",
                where="together()",
                remedy="pass write=True",
            )
        begin, commit, rollback = _PART if self.connection.in_transaction else _WHOLE
        self.run(begin)
        try:
            yield
            for statement in (commit,) if keep else rollback:
                self.run(statement)
        except BaseException as error:
            if self.connection.in_transaction:
                for statement in rollback:
                    self.run(statement)
            if isinstance(error, sqlite3.Error):  # of the version store, which has no path
                raise SourceError(
                    f"cannot write {shorten(self._path)}: {error}",
                    where=self._path,
                    remedy="look after the file, or name another one",
                ) from error
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """A context that reads one state of the file, whatever other processes write."""
        if self.connection.in_transaction:
            yield
            return
        self.run("BEGIN")
        self._is_snapshot = True
        try:
            yield
        finally:
            self._is_snapshot = False
            if self.connection.in_transaction:
                self.run("ROLLBACK")

    # -- writing --------------------------------------------------------------------------

    def find(self, article: Article) -> int | None:
        """The number of the article with the same source, or else the same text; None if new."""
        if article.source is not None:
            cursor = self.run("SELECT number FROM article WHERE source = ?", article.source)
        else:
            cursor = self.run(
                "SELECT number FROM article WHERE digest = ? AND source IS NULL",
                text_digest(article.text),
            )
        row = cursor.fetchone()
        return None if row is None else int(row[0])

    def has(self, article: Article) -> bool:
        """The archive has the article with the same text."""
        number = self.find(article)
        if number is None:
            return False
        (digest,) = self.run("SELECT digest FROM article WHERE number = ?", number).fetchone()
        return bool(digest == text_digest(article.text))

    def number(self, source: str, where: str) -> int:
        """The number of the article with a source.

        Raises:
            InputError: no article has this source.
        """
        check_text(source, "source")
        number = self.find(Article("", id=source))
        if number is None:
            raise InputError(
                f"there is no article {shorten(source)} in the archive",
                where=where,
                remedy="pass the source of one of its records",
            )
        return number

    def add(self, article: Article, records: Iterable[QuoteRecord]) -> int:
        """Insert a new article and its records; return the number of the article."""
        marks = ", ".join("?" * (len(_FIELDS) + 3))
        number = self.insert(
            f"INSERT INTO article (source, digest, moment, {', '.join(_FIELDS)}) VALUES ({marks})",
            *(article.source, text_digest(article.text), sortable(article.moment)),
            *(_to_column(getattr(article, name)) for name in _FIELDS),
        )
        for record in records:
            self._add(record, number)
        return number

    def _add(self, record: QuoteRecord, article: int, number: int | None = None) -> None:
        """Insert a record, its words for the search, and its version for the groups.

        Args:
            record: the record.
            article: the number of its article.
            number: the number of its row; None for the next.
        """
        version = self.versions.add(record) if record.kind in VERBATIM_KINDS else None
        number = self.insert(
            "INSERT INTO record (number, article, speaker, quote, kind, confidence, rule, act,"
            " factuality, words, verbatim, version, plain)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *(number, article, record.speaker, replace_surrogates(record.quote), record.kind),
            *(record.overall_confidence, record.rule and replace_surrogates(record.rule)),
            *(record.act, record.factuality, count_words(record), count_verbatim_words(record)),
            *(version, _to_plain(record)),
        )
        for row in tables.speaker_rows(number, record):
            self.run(tables.INSERT_SPEAKER, *row)
        self.run(
            "INSERT INTO record_words (rowid, quote, speaker) VALUES (?, ?, ?)",
            *(number, *_searchable(record)),
        )

    def remove(self, number: int) -> None:
        """Delete an article, its records, and the versions that no other record has."""
        rows = self.run("SELECT number, version, plain FROM record WHERE article = ?", number)
        self._remove_records(rows.fetchall())
        self.run("DELETE FROM machine_record WHERE article = ?", number)
        self.run("DELETE FROM correction_place WHERE article = ?", number)
        self.run("DELETE FROM article WHERE number = ?", number)

    def _remove_records(self, rows: Iterable[tuple[int, int | None, str]]) -> None:
        """Delete records: their numbers, versions and JSON."""
        versions = set[int]()
        for record, version, plain in rows:
            versions |= set() if version is None else {version}
            self.run(
                "INSERT INTO record_words (record_words, rowid, quote, speaker)"
                " VALUES ('delete', ?, ?, ?)",
                *(record, *_searchable(read_record(plain))),
            )
            self.run("DELETE FROM speaker WHERE record = ?", record)
            self.run("DELETE FROM record WHERE number = ?", record)
        for version in sorted(versions):
            if not self.run("SELECT 1 FROM record WHERE version = ? LIMIT 1", version).fetchone():
                self.versions.remove(version)

    def replace_records(self, number: int, records: Sequence[QuoteRecord]) -> None:
        """Replace the records of an article; those that stay the same keep their rows.

        The numbers are in the order of the records, in which a search lists them.
        """
        rows = self.run("SELECT number, version, plain FROM record WHERE article = ?", number)
        old = {plain: (record, version, plain) for record, version, plain in rows.fetchall()}
        new = {_to_plain(record): record for record in records}
        free = sorted(old[plain] for plain in old.keys() - new.keys())
        vacant = iter([record for record, *_ in free])
        numbers = [old[plain][0] if plain in old else next(vacant, None) for plain in new]
        if any(a is None or b is None or a > b for a, b in pairwise([*numbers, _LAST])):
            # added records have no number between those of the others
            new_rows = [(None, record) for record in new.values()]
            free = list(old.values())
        else:
            changed = zip(numbers, new.items(), strict=True)
            new_rows = [(k, record) for k, (plain, record) in changed if plain not in old]
        self._remove_records(free)
        for k, record in new_rows:
            self._add(record, number, k)

    def is_corrected(self, number: int) -> bool:
        """Whether the machine's records of an article are stored beside the corrected ones."""
        sql = (
            "SELECT EXISTS (SELECT 1 FROM machine_record WHERE article = ?1)"
            " OR EXISTS (SELECT 1 FROM correction_place WHERE article = ?1)"
        )
        return bool(self.run(sql, number).fetchone()[0])

    def keep_machine_records(self, number: int) -> None:
        """Copy the records of an article, so that they can be corrected."""
        self.run(
            "INSERT INTO machine_record SELECT article, number, plain FROM record"
            " WHERE article = ?",
            number,
        )

    # -- reading --------------------------------------------------------------------------

    def article(self, number: int) -> Article:
        """The article with a number."""
        row = self.run(f"SELECT {', '.join(_FIELDS)} FROM article WHERE number = ?", number)
        values = dict(zip(_FIELDS, map(decode_value, row.fetchone()), strict=True))
        return Article(**values | {"authors": json.loads(values["authors"])})

    def records(self, number: int) -> QuoteRecords:
        """The records of the article with a number, and the article."""
        with self.snapshot():
            rows = self.run("SELECT plain FROM record WHERE article = ? ORDER BY number", number)
            return QuoteRecords((read_record(plain) for (plain,) in rows), [self.article(number)])

    def machine_records(self, number: int) -> list[QuoteRecord]:
        """The records of an article as extracted, before corrections."""
        table, order = (
            ("machine_record", "place") if self.is_corrected(number) else ("record", "number")
        )
        rows = self.run(f"SELECT plain FROM {table} WHERE article = ? ORDER BY {order}", number)
        return [read_record(plain) for (plain,) in rows]


def _connect(path: str, read_only: bool) -> sqlite3.Connection:
    """Connect to a file and check that it can be read.

    Raises:
        sqlite3.Error: the file cannot be opened.
        SourceError: the file cannot be read without write access to its folder.
    """
    try:
        return _open(path, "?mode=ro" if read_only else "")
    except sqlite3.Error as error:
        unwritable = _primary_code(error) in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
        if not unwritable or not os.path.isfile(path):
            raise
        # A reader of a file in WAL mode creates another file beside it, which is impossible here.
        log = f"{path}-wal"
        if os.path.isfile(log) and os.path.getsize(log):
            raise SourceError(
                f"cannot read {shorten(path)}: the latest changes are still in {shorten(log)}",
                where=path,
                remedy="copy both files to a writable folder",
            ) from error
        return _open(path, "?mode=ro&immutable=1")


def _open(path: str, options: str) -> sqlite3.Connection:
    """A connection that can read the file."""
    connection = sqlite3.connect(
        f"{Path(path).absolute().as_uri()}{options}" if path != MEMORY else path,
        timeout=_TIMEOUT,
        isolation_level=None,
        uri=path != MEMORY,
    )
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _primary_code(error: sqlite3.Error) -> int:
    """The primary result code of an SQLite error, its low eight bits; 0 if it has none."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def sortable(moment: datetime | None) -> str | None:
    """A moment in UTC as text whose alphabetical order is that of time, to the second.

    >>> sortable(datetime.fromisoformat("0033-04-03T15:00+03:00"))
    '0033-04-03T12:00:00'
    """
    if moment is None:
        return None
    try:
        utc = moment.astimezone(UTC)
    except OverflowError:  # the year in UTC is 0 or 10000, which Python does not have
        utc = datetime.min if moment.year == 1 else datetime.max
    return utc.replace(tzinfo=None).isoformat(timespec="seconds")


def text_digest(text: str) -> bytes:
    """A hash of a text, by which two texts are compared."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _searchable(record: QuoteRecord) -> tuple[str, str]:
    """The texts in which a record is searched: quote and speaker."""
    return replace_surrogates(record.quote), replace_surrogates(record.speaker or "")


def _to_plain(record: QuoteRecord) -> str:
    """A record as JSON."""
    return json.dumps(record_to_dict(record))


def _to_column(value: object) -> object:
    """Encode a field of an article as a value of a column."""
    return json.dumps(value) if isinstance(value, tuple) else value


def decode_value(value: Any) -> Any:
    """Decode a value that ``tables.encode_value`` encoded."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value
