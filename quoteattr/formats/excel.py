"""An Excel sheet for reporters: who said what, with confidence and source (extra ``excel``)."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import IO, Any, NamedTuple

from quoteattr.extras import require
from quoteattr.formats.columns import record_rows
from quoteattr.records import QuoteRecords

#: the limits of Excel: rows of a sheet, UTF-16 units of a cell, links of a sheet, length of a link
MOST_ROWS, MOST_UNITS, MOST_LINKS, LONGEST_LINK = 1_048_576, 32_767, 65_530, 2_079

#: what a sheet cannot hold: control characters, halves of surrogate pairs, non-characters
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

#: addresses that become links: not scripts, and not files
_LINK = re.compile('https?://[^\\s<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]+', re.IGNORECASE)


class ExcelColumn(NamedTuple):
    """A column of the sheet."""

    title: str
    #: in characters
    width: float
    #: returns the value from a row of ``columns.record_row``
    value: Callable[[dict[str, Any]], str | float | None]
    #: the format of its cells, one of ``_CELL_FORMATS``
    format: str = "plain"


#: the formats of cells
_CELL_FORMATS: dict[str, dict[str, Any]] = {
    "plain": {"valign": "top"},
    "wrapped": {"valign": "top", "text_wrap": True},
    # like ``text.percent``, which shows more than 99% as 99%; the value stays
    "percent": {"valign": "top", "num_format": '[>0.99]"99%";0%'},
    "link": {"valign": "top", "font_color": "#0563C1", "underline": 1},
    "title": {"bold": True, "bottom": 1},
}


def _address(values: dict[str, Any]) -> str | None:
    """The address of the article."""
    source: str | None = values["source"]
    return values["article_url"] or (source if source and _LINK.fullmatch(source) else None)


def _confidence(values: dict[str, Any]) -> float:
    """The confidence, as in ``QuoteRecord.overall_confidence``."""
    by_name: float | None = values["speaker_confidence"]
    return float(values["confidence"]) if by_name is None else by_name


#: the columns in order
EXCEL_COLUMNS: tuple[ExcelColumn, ...] = (
    ExcelColumn("Speaker", 26, lambda v: v["speaker"], "wrapped"),
    ExcelColumn("Quote", 80, lambda v: v["quote"], "wrapped"),
    ExcelColumn("Kind", 9, lambda v: v["kind"]),
    ExcelColumn("Act", 9, lambda v: v["act"]),
    ExcelColumn("Confidence", 12, _confidence, "percent"),
    ExcelColumn("Words for the speaker", 24, lambda v: v["mention_text"], "wrapped"),
    ExcelColumn("Title", 40, lambda v: v["article_title"], "wrapped"),
    ExcelColumn("Publisher", 18, lambda v: v["article_publisher"]),
    ExcelColumn("Published", 12, lambda v: v["article_published"]),
    ExcelColumn("Authors", 20, lambda v: ", ".join(v["article_authors"] or ()) or None, "wrapped"),
    ExcelColumn("Source", 30, lambda v: v["source"]),
    ExcelColumn("Link", 30, _address, "link"),
    # later columns come last, so that no column moves
    ExcelColumn("Role", 30, lambda v: v["speaker_role"] or v["speaker_known_role"], "wrapped"),
    ExcelColumn("Speaker is", 14, lambda v: v["speaker_kind"]),
    ExcelColumn("Gender shown", 8, lambda v: v["speaker_gender"]),
    ExcelColumn("Affiliation", 22, lambda v: v["speaker_affiliation"], "wrapped"),
    ExcelColumn("Paragraph", 60, lambda v: v["paragraph_text"], "wrapped"),
)


def write_excel(collections: Iterable[QuoteRecords], file: IO[bytes]) -> None:
    """Write a sheet with a frozen header and filters, one row per record.

    All text is text: one that begins with ``=`` is not a formula. A text that is longer than a cell
    (32,767 UTF-16 units) is cut and ends in ``…``; a control character becomes U+FFFD. After
    1,048,575 records another sheet begins. The file is written when all records are available; if
    their stream ends early, the file is complete, with the records until then.

    Raises:
        MissingExtraError: XlsxWriter is not installed.
    """
    with open_workbook(file) as book:
        _fill_book(book, collections)


@contextmanager
def open_workbook(file: IO[bytes]) -> Iterator[Any]:
    """Open a new workbook, which is written to a file at the end.

    Raises:
        MissingExtraError: XlsxWriter is not installed.
    """
    require("excel", "xlsxwriter")
    import xlsxwriter

    # A temporary file, since XlsxWriter has its own error for a file that cannot be written.
    with tempfile.TemporaryFile() as complete:
        try:
            # constant_memory: a row is on disk as soon as the next begins.
            with xlsxwriter.Workbook(complete, {"constant_memory": True}) as book:
                yield book
        except xlsxwriter.exceptions.FileCreateError as error:
            raise OSError(*error.args[0].args[:2], tempfile.gettempdir()) from error
        finally:
            complete.seek(0)
            shutil.copyfileobj(complete, file)


def _fill_book(book: Any, collections: Iterable[QuoteRecords]) -> None:
    """Write the records into as many sheets as needed."""
    formats = {name: book.add_format(properties) for name, properties in _CELL_FORMATS.items()}
    sheet = _Sheet(book, formats)
    for values in record_rows(collections):
        if sheet.last == MOST_ROWS - 1:
            sheet = _Sheet(book, formats)
        sheet.add(values)


class _Sheet:
    """A sheet of the book, filled row by row."""

    def __init__(self, book: Any, formats: dict[str, Any]) -> None:
        number = len(book.worksheets()) + 1
        self.sheet = book.add_worksheet("Quotes" if number == 1 else f"Quotes {number}")
        self.formats = formats
        #: the index of the last filled row, and the number of links
        self.last = self.links = 0
        self.sheet.freeze_panes(1, 0)
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0)
        for place, column in enumerate(EXCEL_COLUMNS):
            self.sheet.set_column(place, place, column.width)
            self.sheet.write_string(0, place, column.title, formats["title"])
        self.sheet.autofilter(0, 0, 0, len(EXCEL_COLUMNS) - 1)

    def add(self, values: dict[str, Any]) -> None:
        """Write the next row."""
        self.last += 1
        for place, column in enumerate(EXCEL_COLUMNS):
            self._write_cell(place, column.value(values), column.format)
        self.sheet.autofilter(0, 0, self.last, len(EXCEL_COLUMNS) - 1)

    def _write_cell(self, place: int, value: str | float | None, form: str) -> None:
        """Write a cell: a number, a link or text."""
        cell_format = self.formats[form]
        if isinstance(value, int | float):
            self.sheet.write_number(self.last, place, value, cell_format)
        elif value and not (form == "link" and self._write_link(place, value)):
            self.sheet.write_string(self.last, place, fit_cell(value), cell_format)

    def _write_link(self, place: int, url: str) -> bool:
        """Write a link; return False if the value is not one or Excel cannot hold it."""
        if not _LINK.fullmatch(url) or len(url) > LONGEST_LINK or self.links == MOST_LINKS:
            return False
        self.links += 1
        status: int = self.sheet.write_url(self.last, place, url, self.formats["link"], url)
        return status == 0


def fit_cell(text: str) -> str:
    """Replace and cut off what a cell cannot hold."""
    text = _ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if text.startswith("<r>") and text.endswith("</r>"):
        text += " "  # otherwise XlsxWriter takes it for its own markup
    units = text.encode("utf-16-le")
    if len(units) > 2 * MOST_UNITS:
        text = units[: 2 * MOST_UNITS - 2].decode("utf-16-le", "ignore") + "…"
    return text
