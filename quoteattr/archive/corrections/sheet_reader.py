"""Read the sheet of an archive that a person has filled in."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from quoteattr.archive.corrections.changes import QuoteChange, QuoteEdit
from quoteattr.archive.corrections.correction import outer_span
from quoteattr.archive.corrections.log import CorrectionLog
from quoteattr.archive.corrections.sheet import (
    NOBODY,
    NOTE,
    RIGHT_KIND,
    RIGHT_SPEAKER,
    SHEET_COLUMNS,
    UNKNOWN,
    YES,
    cell_id,
    cell_text,
    read_csv_cell,
)
from quoteattr.archive.store import Store
from quoteattr.errors import OptionError
from quoteattr.readers.sheets import excel_rows, open_csv
from quoteattr.records import Article, Failure, QuoteRecord, Span
from quoteattr.text import one_line, shorten

#: what a person may write for *yes* and *no*
_YES = frozenset((YES, "y", "x", "true", "1", "1.0", "nobody"))
_NO = frozenset(("", "no", "n", "false", "0", "0.0"))
#: number of rows in which the titles are searched
_MOST_BEFORE_TITLES = 10
#: possible delimiters of CSV
_DELIMITERS = ",;\t"
#: the columns that identify the quote of a row
_IDENTIFYING = ("id", "article", "start", "end", "quote")

#: a row of the sheet, by title
Row = Mapping[str, str]


class SheetReader:
    """Reads the rows of a sheet, and compares their locked cells with the archive."""

    def __init__(self, store: Store, log: CorrectionLog) -> None:
        self._store, self._log = store, log
        #: the rows of one article are usually adjacent
        self._records = lru_cache(maxsize=1)(self._find_records)
        self._corrections = lru_cache(maxsize=1)(log.corrections)

    def edits(self, path: str) -> Iterator[QuoteEdit | Failure]:
        """Read the edits of a sheet.

        Args:
            path: the sheet; Excel if it ends in ``.xlsx``, else CSV.

        Yields:
            An edit for each row that is filled in, and a failure for each that cannot be read.

        Raises:
            SourceError: the file cannot be read.
            OptionError: it lacks the columns of a sheet.
            MissingExtraError: openpyxl is not installed.
        """
        read = _read_excel if path.lower().endswith(".xlsx") else _read_csv
        for number, row in _named_rows(read(path), path):
            place = f"{path}, row {number}"
            try:
                edit = self._edit(place, row)
            except OptionError as error:
                yield Failure(place, str(error))
            else:
                if edit is not None:
                    yield edit

    def _edit(self, place: str, row: Row) -> QuoteEdit | None:
        """The edit in a row; None if there is none.

        Raises:
            OptionError: a locked cell is changed, or a cell cannot be read.
        """
        change = _change(row)
        record = self._records(row["article"]).get(row["id"])
        if record is None:
            return _of_missing(place, row, change)
        self._check_locked(row, record)
        if not change.changed:
            return None
        return QuoteEdit(row["article"], outer_span(record), change, note=row[NOTE], where=place)

    def _find_records(self, source: str) -> dict[str, QuoteRecord]:
        """The records of an article by their ids; none if there is no such article."""
        number = self._store.find(Article("", id=source))
        records = [] if number is None else self._store.records(number)
        return {cell_id(record): record for record in records}

    def _check_locked(self, row: Row, record: QuoteRecord) -> None:
        """Check that the locked cells are unchanged.

        Raises:
            OptionError: one is not.
        """
        for column in SHEET_COLUMNS:
            if column.value is None or column.title not in row:
                continue
            cells = {cell_text(column.value(record))}
            if column.title in ("speaker", "kind"):  # the values when the sheet was written
                cells |= set(self._earlier(column.title, record))
            if one_line(row[column.title]) not in set(map(one_line, cells)):
                raise OptionError(
                    f"the locked cell “{column.title}” has {shorten(row[column.title])}, not"
                    f" {shorten(cell_text(column.value(record)))}",
                    where=column.title,
                    remedy=f"restore it, and write into “{RIGHT_SPEAKER}” or “{RIGHT_KIND}” what is"
                    " right",
                )

    def _earlier(self, title: str, record: QuoteRecord) -> Iterator[str]:
        """The earlier speakers or kinds of a quote that people corrected."""
        for correction in self._corrections(record.source):
            if outer_span(record) in (correction.place, correction.new_place):
                for value in (correction.before, correction.after):
                    if value is not None:
                        yield cell_text(value.speaker if title == "speaker" else value.kind)


def _change(row: Row) -> QuoteChange:
    """The changes that a person has filled in.

    Raises:
        OptionError: the cell of *nobody* is neither yes nor no.
    """
    speaker, kind, nobody = (one_line(row[title]) for title in (RIGHT_SPEAKER, RIGHT_KIND, NOBODY))
    if nobody.lower() not in _YES | _NO:
        raise OptionError(
            f"“{NOBODY}” has {shorten(nobody)}", where=NOBODY, remedy=f"write {YES}, or nothing"
        )
    return QuoteChange(
        speaker=(None if speaker.lower() == UNKNOWN else speaker) if speaker else ...,
        kind=kind.lower() if kind else ...,
        nobody=nobody.lower() in _YES,
    )


def _of_missing(place: str, row: Row, change: QuoteChange) -> QuoteEdit | None:
    """The edit of a row whose quote is not in the archive, perhaps since nobody said it.

    Raises:
        OptionError: the row says something else, or its locked cells are changed.
    """
    if not change.changed:
        return None
    if change.changed == ("nobody",) and row["start"].isdecimal() and row["end"].isdecimal():
        span = Span(int(row["start"]), int(row["end"]))
        return QuoteEdit(row["article"], span, change, note=row[NOTE], where=place)
    raise OptionError(
        f"the archive has no quote {shorten(row['id'])} of the article {shorten(row['article'])}",
        where=", ".join(_IDENTIFYING),
        remedy="restore the locked cells, or write the sheet again if the article or the boundaries"
        " have changed since",
    )


def _named_rows(rows: Iterator[Sequence[str]], path: str) -> Iterator[tuple[int, Row]]:
    """The non-empty rows below the titles, each with its number in the sheet.

    Raises:
        OptionError: there are no titles, or a column is missing.
    """
    titles: list[str] = []
    for number, cells in enumerate(rows, 1):
        if not titles:
            names = [one_line(cell).lower() for cell in cells]
            if {"id", "quote"} <= set(names):
                titles = names
                _check_titles(titles, path)
            elif number >= _MOST_BEFORE_TITLES:
                break
        elif any(map(str.strip, cells)):
            padded = [*cells, *[""] * (len(titles) - len(cells))]
            yield number, dict(zip(titles, padded, strict=False))
    if not titles:
        _check_titles([], path)


def _check_titles(titles: Sequence[str], path: str) -> None:
    """Check that a sheet has the required columns.

    Raises:
        OptionError: a column is missing.
    """
    needed = (*_IDENTIFYING, RIGHT_SPEAKER, RIGHT_KIND, NOBODY, NOTE)
    missing = [title for title in needed if title not in titles]
    if missing:
        raise OptionError(
            f"the sheet {shorten(path)} has no column “{missing[0]}”",
            where=path,
            remedy="fill in a sheet that quoteattr archive sheet has written, and keep its titles",
        )


def _read_csv(path: str) -> Iterator[list[str]]:
    """The rows of a CSV file."""
    with open_csv(path, "save it as CSV in UTF-8") as lines:
        first = [lines.readline() for _ in range(_MOST_BEFORE_TITLES)]
        lines.seek(0)
        titles = next((line for line in first if line.strip('"').lower().startswith("id")), "")
        delimiter = max(_DELIMITERS, key=titles.count)
        for cells in csv.reader(lines, delimiter=delimiter):
            yield list(map(read_csv_cell, cells))


def _read_excel(path: str) -> Iterator[list[str]]:
    """The rows of an Excel file."""
    for row in excel_rows(path):
        yield list(map(_text, row))


def _text(value: Any) -> str:
    """The text of a cell; a program may have turned an integer into a decimal."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)
