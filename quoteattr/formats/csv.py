"""CSV: one record a row, for data frames and whatever else reads tables."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from typing import IO, Any

from quoteattr.formats.columns import COLUMNS, rows
from quoteattr.records import QuoteRecords


def write_csv(parts: Iterable[QuoteRecords], file: IO[str], header: bool = True) -> None:
    """Write a header and one row a record, each as soon as it is there.

    Without ``header`` the rows go on with a file that has one.

    Lists are JSON in their cell, such as spans, ``[[start, end], …]``; what is None is an empty
    cell. Open the file with ``newline=""``, since quotes may have line ends of their own.

    A text stands in its cell as it is, so that offsets hold and programs read it back. One that
    begins with ``=``, ``+``, ``-`` or ``@`` is a formula to a spreadsheet that opens the file:
    for people, write an Excel sheet, where it is text.
    """
    names = [column.name for column in COLUMNS]
    writer = csv.DictWriter(file, names, lineterminator="\n")
    # Python before 3.13 leaves a lone CR without quotes, and then reads two rows.
    careful = csv.DictWriter(file, names, lineterminator="\n", quoting=csv.QUOTE_ALL)
    if header:
        writer.writeheader()
    for cells in map(_cells, rows(parts)):
        odd = any("\r" in cell for cell in cells.values() if isinstance(cell, str))
        (careful if odd else writer).writerow(cells)


def _cells(values: dict[str, Any]) -> dict[str, Any]:
    """A record's cells."""
    return {k: json.dumps(v) if isinstance(v, tuple) else v for k, v in values.items()}
