"""CSV: one record a row, for spreadsheets and data frames."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from typing import Any, TextIO

import attrs

from quoteattr.io.plain import FIELDS, NESTED, to_plain
from quoteattr.records import QuoteRecord


def _columns(field: str) -> list[str]:
    """The columns of a field: one, or one for each part of an object."""
    if field not in NESTED:
        return [field]
    return [f"{field}_{part}" for part in attrs.fields_dict(NESTED[field])]


#: the header: ``speaker``, ``quote`` … ``mention_start`` … ``confidence``
COLUMNS: tuple[str, ...] = tuple(column for field in FIELDS for column in _columns(field))


def write_csv(records: Iterable[QuoteRecord], file: TextIO) -> None:
    """Write a header and one row a record, each as soon as it is there.

    Spans are JSON in their cell, ``[[start, end], …]``; what is None is an empty cell. Open the
    file with ``newline=""``, since quotes may have line ends of their own.
    """
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_row(to_plain(record)) for record in records)


def _row(plain: dict[str, Any]) -> dict[str, Any]:
    """A record's cells."""
    cells: dict[str, Any] = {}
    for field, value in plain.items():
        if field in NESTED:
            cells |= {f"{field}_{part}": cell for part, cell in (value or {}).items()}
        else:
            cells[field] = json.dumps(value) if isinstance(value, list) else value
    return cells
