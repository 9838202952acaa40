"""Read the rows of a sheet that a person made or filled in: CSV or Excel."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from quoteattr.errors import SourceError
from quoteattr.extras import require
from quoteattr.text import shorten, shorten_text


@contextmanager
def open_csv(path: str, remedy: str) -> Iterator[IO[str]]:
    """Open a CSV file in UTF-8, with or without a byte order mark.

    Args:
        path: the file.
        remedy: what to do if it cannot be read.

    Raises:
        SourceError: the file cannot be read, also while its rows are read.
    """
    try:
        with open(path, encoding="utf-8-sig", newline="") as lines:
            yield lines
    except SourceError:  # it is an OSError, too
        raise
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SourceError(
            f"cannot read {shorten(path)}: {_reason(error)}", where=path, remedy=remedy
        ) from error


@contextmanager
def csv_rows(path: str, delimiters: str = ",") -> Iterator[csv.DictReader[str]]:
    """Open a CSV file whose first line has the titles of its columns.

    Args:
        path: the file.
        delimiters: the possible delimiters; the one that is most frequent in the first line is
            used.

    Raises:
        SourceError: as for ``open_csv``.
    """
    with open_csv(path, "pass a CSV file in UTF-8") as lines:
        header = lines.readline()
        lines.seek(0)
        yield csv.DictReader(lines, delimiter=max(delimiters, key=header.count))


def excel_rows(path: str) -> list[tuple[Any, ...]]:
    """Yield the rows of the first sheet of an Excel file, each with a value for each cell.

    Raises:
        MissingExtraError: the extra ``excel`` is missing.
        SourceError: the file cannot be read.
    """
    require("excel", "openpyxl")
    import openpyxl

    try:
        with open(path, "rb") as file:
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
            return list(book.worksheets[0].iter_rows(values_only=True))
    except Exception as error:  # openpyxl raises errors of any kind
        raise SourceError(
            f"cannot read {shorten(path)}: {_reason(error)}",
            where=path,
            remedy="save it again as .xlsx or CSV",
        ) from error


def _reason(error: Exception) -> str:
    """Why a file cannot be read: the words of the operating system, without number and path."""
    return shorten_text(getattr(error, "strerror", None) or error)
