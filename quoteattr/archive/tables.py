"""Create the tables of an archive, and encode the values of their columns."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

from quoteattr.archive.version_store import versions_schema
from quoteattr.auditing.speakers import known_speakers
from quoteattr.formats.record_dict import record_from_dict
from quoteattr.records import QuoteRecord

#: the application id in the header of the SQLite file: "quot"
APPLICATION = 0x71756F74
#: the version of the tables; raise it if they, or the format of versions and keys, change
LAYOUT = 5
#: number of cached records
_REMEMBERED = 512


def schema() -> str:
    """The SQL that creates the tables, except those of versions."""
    return files("quoteattr.archive").joinpath("schema.sql").read_text("utf-8")


def create_tables(connection: sqlite3.Connection) -> None:
    """Create the tables, within a transaction of the caller."""
    script = (
        f"{schema()}{versions_schema()}"
        f"PRAGMA application_id = {APPLICATION};\nPRAGMA user_version = {LAYOUT};\n"
    )
    _run(connection, script)


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
