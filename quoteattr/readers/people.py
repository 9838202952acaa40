"""Read lists of known people from CSV files."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from typing import Any

from quoteattr.checks import check_path
from quoteattr.coref.entities.people import People, Person
from quoteattr.errors import QuoteattrError, SourceError
from quoteattr.readers.sheets import csv_rows
from quoteattr.text import shorten

#: the columns; all but the name may be missing or empty
PEOPLE_COLUMNS = ("name", "aliases", "id", "role", "gender")
#: the separator of two aliases
SEPARATOR = "|"


def read_people(path: str | os.PathLike[str]) -> People:
    """Read known people from a CSV file, for ``people=``.

    Args:
        path: a file in UTF-8 with a header and the columns ``name``, ``aliases`` (several are
            separated by ``|``), ``id``, ``role`` and ``gender`` (``m``, ``f`` or empty). All but
            ``name`` may be missing; other columns are ignored.

    Raises:
        SourceError: the file cannot be read, has no column ``name``, or a row is wrong.
    """
    file = check_path(path, "read_people()")
    with csv_rows(file) as rows:
        return People(_read_rows(rows, file))


def _read_rows(rows: csv.DictReader[str], file: str) -> Iterator[Person]:
    """Yield the person of each row."""
    if "name" not in (rows.fieldnames or ()):
        raise SourceError(
            f"{shorten(file)} has no column “name”",
            where=file,
            remedy=f"give it a header with {', '.join(PEOPLE_COLUMNS)}",
        )
    for row in rows:
        try:
            yield Person(**_fields(row))
        except QuoteattrError as error:
            raise SourceError(
                error.problem,
                where=f"{shorten(file)}, line {rows.line_num}",
                remedy=error.remedy,
            ) from error


def _fields(row: dict[str, str | None]) -> dict[str, Any]:
    """The non-empty fields of a person in a row."""
    fields: dict[str, Any] = {
        name: value.strip() for name in PEOPLE_COLUMNS if (value := row.get(name) or "").strip()
    }
    aliases = fields.pop("aliases", "").split(SEPARATOR)
    return {"name": "", **fields, "aliases": [a.strip() for a in aliases if a.strip()]}
