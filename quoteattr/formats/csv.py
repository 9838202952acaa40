"""CSV: one record per row, for data frames and all programs that read tables."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from typing import IO, Any

from quoteattr.formats.columns import COLUMNS, record_rows
from quoteattr.records import QuoteRecords


def write_csv(collections: Iterable[QuoteRecords], file: IO[str], header: bool = True) -> None:
    """Write a header and one row per record, each as soon as it is available.

    A list is JSON in its cell, such as spans, ``[[start, end], …]``; None is an empty cell.

    A text is unchanged in its cell, so that offsets are valid and programs can read it back. A
    spreadsheet interprets a text that begins with ``=``, ``+``, ``-`` or ``@`` as a formula: for
    people, write an Excel sheet, in which it is text.

    Args:
        collections: the records, article by article.
        file: where to write, opened with ``newline=""``, since quotes may hold line ends.
        header: write the header; without it the rows continue a file.
    """
    names = [column.name for column in COLUMNS]
    writer = csv.DictWriter(file, names, lineterminator="\n")
    # Python before 3.13 leaves a lone CR without quotes, and then reads two rows.
    quoting = csv.DictWriter(file, names, lineterminator="\n", quoting=csv.QUOTE_ALL)
    if header:
        writer.writeheader()
    for cells in map(_cells, record_rows(collections)):
        has_cr = any("\r" in cell for cell in cells.values() if isinstance(cell, str))
        (quoting if has_cr else writer).writerow(cells)


def _cells(values: dict[str, Any]) -> dict[str, Any]:
    """The cells of a record."""
    return {k: json.dumps(v) if isinstance(v, tuple) else v for k, v in values.items()}
