"""The tables of an archive, and the migration of older layouts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from quoteattr.groups.version_store import versions_schema
from quoteattr.text import replace_surrogates

#: the application id in the header of the SQLite file: "quot"
APPLICATION = 0x71756F74
#: the version of the tables; it is raised when they change, or the format of versions and keys
LAYOUT = 2


def schema() -> str:
    """The SQL that creates the tables, without those of versions."""
    return files("quoteattr.archive").joinpath("schema.sql").read_text("utf-8")


def create(connection: sqlite3.Connection) -> None:
    """Create missing tables, within a transaction of the caller."""
    script = (
        f"{schema()}{versions_schema()}"
        f"PRAGMA application_id = {APPLICATION};\nPRAGMA user_version = {LAYOUT};\n"
    )
    _run(connection, script)


def migrate(connection: sqlite3.Connection) -> None:
    """Migrate tables of layout 1 to the present layout, within a transaction of the caller."""
    # SQLite cannot alter a foreign key: the table is created anew.
    _run(connection, _BEFORE)
    create(connection)
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
    """A field of a record, as a value of a column."""
    value = json.loads(plain).get(name)
    return replace_surrogates(value) if isinstance(value, str) else value


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
