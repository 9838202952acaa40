"""An Excel sheet for reporters: who said what, how surely, and where (extra ``excel``)."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterable
from typing import IO, Any, NamedTuple

from quoteattr.extras import require
from quoteattr.formats.columns import rows
from quoteattr.records import QuoteRecords

#: what Excel holds: rows of a sheet, UTF-16 units of a cell, links of a sheet, length of a link
MOST_ROWS, MOST_UNITS, MOST_LINKS, LONGEST_LINK = 1_048_576, 32_767, 65_530, 2_079

#: what no sheet can hold: control characters, halves of surrogate pairs, non-characters
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

#: what becomes a link: nothing that runs, and nothing that opens a file
_LINK = re.compile('https?://[^\\s<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]+', re.IGNORECASE)


class Column(NamedTuple):
    """A column of the sheet."""

    title: str
    #: in characters
    width: float
    #: the value, of what ``columns.row`` gives
    value: Callable[[dict[str, Any]], str | float | None]
    #: its format, one of ``_FORMATS``
    format: str = "plain"


#: how cells look
_FORMATS: dict[str, dict[str, Any]] = {
    "plain": {"valign": "top"},
    "wrapped": {"valign": "top", "text_wrap": True},
    # As records.percent has it: what is more than 99% is shown as that, and kept as it is.
    "percent": {"valign": "top", "num_format": '[>0.99]"99%";0%'},
    "link": {"valign": "top", "font_color": "#0563C1", "underline": 1},
    "title": {"bold": True, "bottom": 1},
}


def _address(values: dict[str, Any]) -> str | None:
    """Where the article can be read."""
    source: str | None = values["source"]
    return values["article_url"] or (source if source and _LINK.fullmatch(source) else None)


def _confidence(values: dict[str, Any]) -> float:
    """How sure the speaker is, as ``QuoteRecord.overall_confidence`` has it."""
    known: float | None = values["speaker_confidence"]
    return float(values["confidence"]) if known is None else known


#: the columns in order
COLUMNS: tuple[Column, ...] = (
    Column("Speaker", 26, lambda v: v["speaker"], "wrapped"),
    Column("Quote", 80, lambda v: v["quote"], "wrapped"),
    Column("Kind", 9, lambda v: v["kind"]),
    Column("Confidence", 12, _confidence, "percent"),
    Column("Words for the speaker", 24, lambda v: v["mention_text"], "wrapped"),
    Column("Title", 40, lambda v: v["article_title"], "wrapped"),
    Column("Publisher", 18, lambda v: v["article_publisher"]),
    Column("Published", 12, lambda v: v["article_published"]),
    Column("Authors", 20, lambda v: ", ".join(v["article_authors"] or ()) or None, "wrapped"),
    Column("Source", 30, lambda v: v["source"]),
    Column("Link", 30, _address, "link"),
)


def write_excel(parts: Iterable[QuoteRecords], file: IO[bytes]) -> None:
    """Write a sheet with a frozen header and filters, one row a record.

    All text is text: what begins with ``=`` is no formula. A text that is longer than a cell
    (32,767 UTF-16 units) is cut and ends in ``…``; a control character becomes U+FFFD. After
    1,048,575 records another sheet begins. The file is written when all records are there; what
    ends their stream early leaves a file that is whole, with the records until then.

    Raises:
        MissingExtraError: XlsxWriter is not there.
    """
    require("excel", "xlsxwriter")
    import xlsxwriter

    # A file of its own, since XlsxWriter has an error of its own for one that cannot be written.
    with tempfile.TemporaryFile() as whole:
        try:
            # constant_memory: a row is on disk as soon as the next begins.
            with xlsxwriter.Workbook(whole, {"constant_memory": True}) as book:
                _fill_book(book, parts)
        except xlsxwriter.exceptions.FileCreateError as error:
            raise OSError(*error.args[0].args[:2], tempfile.gettempdir()) from error
        finally:
            whole.seek(0)
            shutil.copyfileobj(whole, file)


def _fill_book(book: Any, parts: Iterable[QuoteRecords]) -> None:
    """Fill one sheet after the other."""
    formats = {name: book.add_format(look) for name, look in _FORMATS.items()}
    sheet = _Sheet(book, formats)
    for values in rows(parts):
        if sheet.last == MOST_ROWS - 1:
            sheet = _Sheet(book, formats)
        sheet.add(values)


class _Sheet:
    """A sheet that is being filled."""

    def __init__(self, book: Any, formats: dict[str, Any]) -> None:
        number = len(book.worksheets()) + 1
        self.sheet = book.add_worksheet("Quotes" if number == 1 else f"Quotes {number}")
        self.formats = formats
        #: the last row that is filled, and how many links there are
        self.last = self.links = 0
        self.sheet.freeze_panes(1, 0)
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0)
        for place, column in enumerate(COLUMNS):
            self.sheet.set_column(place, place, column.width)
            self.sheet.write_string(0, place, column.title, formats["title"])
        self.sheet.autofilter(0, 0, 0, len(COLUMNS) - 1)

    def add(self, values: dict[str, Any]) -> None:
        """Fill the next row."""
        self.last += 1
        for place, column in enumerate(COLUMNS):
            self._fill(place, column.value(values), column.format)
        self.sheet.autofilter(0, 0, self.last, len(COLUMNS) - 1)

    def _fill(self, place: int, value: str | float | None, form: str) -> None:
        """Fill a cell: with a number, a link or text, and with nothing else."""
        look = self.formats[form]
        if isinstance(value, int | float):
            self.sheet.write_number(self.last, place, value, look)
        elif value and not (form == "link" and self._link(place, value)):
            self.sheet.write_string(self.last, place, _fit(value), look)

    def _link(self, place: int, url: str) -> bool:
        """Fill a cell with a link, if it is one and Excel can hold it."""
        if not _LINK.fullmatch(url) or len(url) > LONGEST_LINK or self.links == MOST_LINKS:
            return False
        self.links += 1
        status: int = self.sheet.write_url(self.last, place, url, self.formats["link"], url)
        return status == 0


def _fit(text: str) -> str:
    """The text as a cell can hold it."""
    text = _ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if text.startswith("<r>") and text.endswith("</r>"):
        text += " "  # or else XlsxWriter takes it for markup of its own
    units = text.encode("utf-16-le")
    if len(units) > 2 * MOST_UNITS:
        text = units[: 2 * MOST_UNITS - 2].decode("utf-16-le", "ignore") + "…"
    return text
