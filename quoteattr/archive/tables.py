"""Create the tables of an archive, and migrate older layouts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

from quoteattr.archive.version_store import VersionStore, versions_schema
from quoteattr.auditing.speakers import known_speakers
from quoteattr.auditing.words import count_verbatim_words
from quoteattr.formats.record_dict import record_from_dict
from quoteattr.groups.version import VERBATIM_KINDS
from quoteattr.records import QuoteRecord
from quoteattr.text import replace_surrogates

#: the application id in the header of the SQLite file: "quot"
APPLICATION = 0x71756F74
#: the version of the tables; raise it if they, or the format of versions and keys, change
LAYOUT = 5
#: the first layout with the table ``speaker``, before which ``record`` had other columns; the first
#: with the tables of corrections; and the first with versions independent of the order of arrival
WITH_SPEAKERS, WITH_CORRECTIONS, WITH_VERSIONS = 3, 4, 5
#: number of cached records
_REMEMBERED = 512


def schema() -> str:
    """The SQL that creates the tables, except those of versions."""
    return files("quoteattr.archive").joinpath("schema.sql").read_text("utf-8")


def create_tables(connection: sqlite3.Connection) -> None:
    """Create missing tables, within a transaction of the caller."""
    script = (
        f"{schema()}{versions_schema()}"
        f"PRAGMA application_id = {APPLICATION};\nPRAGMA user_version = {LAYOUT};\n"
    )
    _run(connection, script)


def migrate(connection: sqlite3.Connection) -> None:
    """Migrate tables of an older layout to the current one, within a transaction of the caller."""
    (layout,) = connection.execute("PRAGMA user_version").fetchone()
    if layout < WITH_SPEAKERS:
        # SQLite cannot alter a foreign key: the table is created again.
        _run(connection, _SET_RECORDS_ASIDE)
    if layout < WITH_VERSIONS:
        _run(connection, "DROP TABLE version;\nDROP TABLE key;\n")
    create_tables(connection)
    if layout < WITH_SPEAKERS:
        _move_records(connection)
    if layout < WITH_VERSIONS:
        _add_versions(connection)


def _move_records(connection: sqlite3.Connection) -> None:
    """Move the records of a table with fewer columns, and add their speakers."""
    connection.create_function("field", 2, _field)
    connection.create_function("verbatim", 1, _verbatim)
    _run(connection, _COPY_RECORDS)
    for number, plain in connection.execute("SELECT number, plain FROM record"):
        connection.executemany(INSERT_SPEAKER, speaker_rows(number, read_record(plain)))


def _add_versions(connection: sqlite3.Connection) -> None:
    """Add the versions of all records."""
    versions = VersionStore(connection)
    for number, plain in connection.execute("SELECT number, plain FROM record").fetchall():
        record = read_record(plain)
        version = versions.add(record) if record.kind in VERBATIM_KINDS else None
        connection.execute("UPDATE record SET version = ? WHERE number = ?", (version, number))


_SET_RECORDS_ASIDE = """
DROP VIEW IF EXISTS quote;
DROP INDEX record_article;
DROP INDEX record_speaker;
DROP INDEX record_version;
ALTER TABLE record RENAME TO older_record;
ALTER TABLE article ADD COLUMN section;
"""
_COPY_RECORDS = """
INSERT INTO record
SELECT
    number, article, speaker, field(plain, 'quote'), kind, confidence, field(plain, 'rule'),
    coalesce(field(plain, 'act'), 'speech'), field(plain, 'factuality'), words, verbatim(plain),
    version, plain
FROM older_record;
DROP TABLE older_record;
UPDATE article SET moment = substr('000' || moment, -19) WHERE length(moment) < 19;
"""


def _field(plain: str, name: str) -> Any:
    """A field of a record, as a value of a column."""
    value = json.loads(plain).get(name)
    return replace_surrogates(value) if isinstance(value, str) else value


def _verbatim(plain: str) -> int:
    """The number of verbatim words of a record."""
    return count_verbatim_words(read_record(plain))


@lru_cache(maxsize=_REMEMBERED)
def read_record(plain: str) -> QuoteRecord:
    """The record of the JSON in a row.

    Cached, since all records of an article are read again after each correction.
    """
    return record_from_dict(json.loads(plain))


#: the statement that inserts a row of ``speaker_rows``
INSERT_SPEAKER = "INSERT INTO speaker VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


def speaker_rows(number: int | None, record: QuoteRecord) -> Iterator[tuple[Any, ...]]:
    """The rows of a record's speakers."""
    for place, speaker in enumerate(known_speakers(record)):
        values = (speaker.name, speaker.kind, speaker.gender, speaker.role, speaker.affiliation)
        yield (number, place, *map(encode_value, (*values, speaker.id)))


def encode_value(value: object) -> object:
    """Encode a value for SQLite; text with a lone surrogate becomes bytes."""
    if isinstance(value, str) and not value.isascii():
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            return value.encode("utf-8", "surrogatepass")
    return value


def _run(connection: sqlite3.Connection, script: str) -> None:
    """Run the statements of a script, one by one: ``executescript`` would end the transaction."""
    for statement in _statements(script):
        connection.execute(statement)


def _statements(script: str) -> Iterator[str]:
    """The statements of a script."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
