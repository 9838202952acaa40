"""The tables of an archive, and how those that an older quoteattr made become today's."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from quoteattr.formats.columns import whole_characters
from quoteattr.groups.forest import versions_schema

#: what SQLite has in the header of the file, to know it by: "quot"
APPLICATION = 0x71756F74
#: the version of the tables; counts up when they change, or what versions and keys are made of
LAYOUT = 2


def schema() -> str:
    """The SQL that makes the tables, those of versions excepted."""
    return files("quoteattr.archive").joinpath("schema.sql").read_text("utf-8")


def make(connection: sqlite3.Connection) -> None:
    """Make the tables that are missing, within a transaction of the caller's."""
    script = (
        f"{schema()}{versions_schema()}"
        f"PRAGMA application_id = {APPLICATION};\nPRAGMA user_version = {LAYOUT};\n"
    )
    _run(connection, script)


def renew(connection: sqlite3.Connection) -> None:
    """Turn tables of layout 1 into those of today, within a transaction of the caller's."""
    # SQLite cannot change what a column references: the table is made anew.
    _run(connection, _BEFORE)
    make(connection)
    connection.create_function("field", 2, _field)
    _run(connection, _AFTER)


_BEFORE = """
DROP INDEX record_article;
DROP INDEX record_speaker;
DROP INDEX record_version;
ALTER TABLE record RENAME TO record_of_layout_1;
"""
_AFTER = """
INSERT INTO record
SELECT
    number, article, speaker, field(plain, 'quote'), kind, confidence, field(plain, 'rule'), words,
    version, plain
FROM record_of_layout_1;
DROP TABLE record_of_layout_1;
UPDATE article SET moment = substr('000' || moment, -19) WHERE length(moment) < 19;
"""


def _field(plain: str, name: str) -> Any:
    """A field of a record, as a column can hold it."""
    value = json.loads(plain).get(name)
    return whole_characters(value) if isinstance(value, str) else value


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
