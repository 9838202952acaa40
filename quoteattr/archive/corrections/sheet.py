"""Write the sheet of an archive: a row for each quote, with empty cells for corrections."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any, NamedTuple

from quoteattr.archive.corrections.correction import outer_span
from quoteattr.archive.corrections.names import speaker_names
from quoteattr.errors import OptionError
from quoteattr.formats.excel import MOST_ROWS, fit_cell, open_workbook
from quoteattr.records import QUOTE_KINDS, Article, QuoteRecord

#: content of the cell for an unknown speaker
UNKNOWN = "speaker unknown"
#: content of the column ``nobody said this``
YES = "yes"
#: titles of the columns that people fill in
RIGHT_SPEAKER, RIGHT_KIND, NOBODY, NOTE = "right speaker", "right kind", "nobody said this", "note"

#: the first row of a sheet
EXPLANATION = (
    f"Fill in the last four columns only. “{RIGHT_SPEAKER}”: who said it, a name of the list or any"
    f" other, or “{UNKNOWN}”. “{RIGHT_KIND}”: {', '.join(QUOTE_KINDS)}. “{NOBODY}”: {YES}, if the"
    " words are no quote. An empty cell changes nothing, nor does a row that you delete. All other"
    " columns are locked. Then: quoteattr archive correct ARCHIVE THIS_FILE --dry-run"
)

#: characters that turn a CSV cell into a formula; an apostrophe before them makes it text
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

#: the rows of one article: the article, and its records
ArticleRows = tuple[Article, list[QuoteRecord]]


class SheetColumn(NamedTuple):
    """A column of the sheet."""

    title: str
    #: in characters
    width: int
    #: returns the value of a record; None for a column that people fill in
    value: Callable[[QuoteRecord], str | int | None] | None
    #: the format of the cells
    format: str = "locked"


def cell_id(record: QuoteRecord) -> str:
    """The id of a record after a letter, so that no program reads it as a number.

    >>> cell_id(QuoteRecord("Ida Holm", "No.", "a.txt", "direct", [(1, 4)]))
    'q27da64e0d0ae173f'
    """
    return f"q{record.id}"


SHEET_COLUMNS: tuple[SheetColumn, ...] = (
    SheetColumn("id", 8, cell_id),
    SheetColumn("article", 18, lambda record: record.source, "wrapped"),
    SheetColumn("start", 7, lambda record: outer_span(record).start),
    SheetColumn("end", 7, lambda record: outer_span(record).end),
    SheetColumn("context", 60, lambda record: record.context(), "wrapped"),
    SheetColumn("quote", 60, lambda record: record.quote, "wrapped"),
    SheetColumn("speaker", 24, lambda record: record.speaker, "wrapped"),
    SheetColumn("kind", 9, lambda record: record.kind),
    SheetColumn(RIGHT_SPEAKER, 24, None, "open"),
    SheetColumn(RIGHT_KIND, 10, None, "open"),
    SheetColumn(NOBODY, 10, None, "open"),
    SheetColumn(NOTE, 30, None, "open"),
)

_PLACES = {column.title: place for place, column in enumerate(SHEET_COLUMNS)}

#: the formats of cells in Excel
_CELL_FORMATS: dict[str, dict[str, Any]] = {
    "locked": {"valign": "top", "font_color": "#595959"},
    "wrapped": {"valign": "top", "text_wrap": True, "font_color": "#595959"},
    "open": {"valign": "top", "text_wrap": True, "locked": False, "bg_color": "#FFF9DB"},
    "title": {"bold": True, "bottom": 1, "valign": "top", "text_wrap": True},
    "explanation": {"italic": True, "valign": "top", "text_wrap": True},
}


def cell_text(value: str | int | None) -> str:
    r"""The text of a locked cell, as stored in a sheet.

    >>> cell_text("“No”\r\nhe said"), cell_text(None), cell_text(7)
    ('“No”\nhe said', '', '7')
    """
    return "" if value is None else fit_cell(str(value))


def write_csv_sheet(articles: Iterable[ArticleRows], file: IO[str]) -> None:
    """Write the sheet as CSV.

    Args:
        articles: the records, article by article.
        file: where to write, opened with ``newline=""``.
    """
    file.write("\ufeff")  # without it, Excel does not read UTF-8
    writer = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow([EXPLANATION])
    writer.writerow([column.title for column in SHEET_COLUMNS])
    for _, records in articles:
        for record in records:
            writer.writerow([_csv_cell(cell_text(value)) for value in _values(record)])


def _csv_cell(text: str) -> str:
    """A text that no program interprets as a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def read_csv_cell(text: str) -> str:
    """The text of a CSV cell, without the apostrophe that makes it text."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def _values(record: QuoteRecord) -> Iterator[str | int | None]:
    """The values of the cells of a record."""
    return (None if column.value is None else column.value(record) for column in SHEET_COLUMNS)


def write_excel_sheet(articles: Iterable[ArticleRows], file: IO[bytes]) -> None:
    """Write the sheet as Excel: locked cells, and lists to choose from.

    Raises:
        MissingExtraError: XlsxWriter is not installed.
        OptionError: there are more quotes than a sheet has rows.
    """
    with open_workbook(file) as book:
        sheet = _ExcelSheet(book)
        for article, records in articles:
            sheet.add(article, records)
        sheet.finish()


class _ExcelSheet:
    """The sheet of a workbook, filled article by article."""

    def __init__(self, book: Any) -> None:
        self._formats = {name: book.add_format(form) for name, form in _CELL_FORMATS.items()}
        self._sheet, self._names = book.add_worksheet("Quotes"), book.add_worksheet("Names")
        self._names.hide()
        #: the index of the next row, and of the next row of names
        self._row, self._name_row = 2, 0
        last = len(SHEET_COLUMNS) - 1
        for place, column in enumerate(SHEET_COLUMNS):
            self._sheet.set_column(place, place, column.width)
        self._sheet.set_row(0, 48)
        self._sheet.merge_range(0, 0, 0, last, EXPLANATION, self._formats["explanation"])
        for place, column in enumerate(SHEET_COLUMNS):
            self._sheet.write_string(1, place, column.title, self._formats["title"])
        self._sheet.freeze_panes(2, 0)
        self._sheet.set_landscape()
        self._sheet.fit_to_pages(1, 0)

    def add(self, article: Article, records: list[QuoteRecord]) -> None:
        """Write the rows of an article."""
        first = self._row
        if first + len(records) > MOST_ROWS:
            raise OptionError(
                f"a sheet has {MOST_ROWS:,} rows, and there are more quotes",
                where="the sheet",
                remedy="select some of them with --since, --until or --source, or write CSV",
            )
        for record in records:
            self._write_row(record)
        names = self._write_names([UNKNOWN, *speaker_names(article.text, records)])
        self._offer(RIGHT_SPEAKER, first, names)

    def _write_row(self, record: QuoteRecord) -> None:
        """Write the row of a record."""
        for place, value in enumerate(_values(record)):
            form = self._formats[SHEET_COLUMNS[place].format]
            if isinstance(value, int):
                self._sheet.write_number(self._row, place, value, form)
            elif value:
                self._sheet.write_string(self._row, place, fit_cell(value), form)
            else:
                self._sheet.write_blank(self._row, place, None, form)
        self._row += 1

    def _write_names(self, names: Iterable[str]) -> str:
        """Write names one below the other on the hidden sheet; return their cells."""
        first = self._name_row
        for name in names:
            self._names.write_string(self._name_row, 0, fit_cell(name))
            self._name_row += 1
        return f"=Names!$A${first + 1}:$A${self._name_row}"

    def _offer(self, title: str, first: int, values: str | list[str], strict: bool = False) -> None:
        """Offer values in a column from a row on; unless ``strict``, others may be typed in."""
        place = _PLACES[title]
        rule = {"validate": "list", "source": values, "show_error": strict}
        self._sheet.data_validation(first, place, max(first, self._row - 1), place, rule)

    def finish(self) -> None:
        """Lock the sheet when all rows are written."""
        self._offer(RIGHT_KIND, 2, list(QUOTE_KINDS), strict=True)
        self._offer(NOBODY, 2, [YES], strict=True)
        self._sheet.autofilter(1, 0, max(1, self._row - 1), len(SHEET_COLUMNS) - 1)
        allowed = ("format_columns", "format_rows", "delete_rows", "autofilter", "sort")
        self._sheet.protect("", dict.fromkeys(allowed, True))
