"""Read rows of articles: JSON Lines, JSON, CSV, Parquet, and dictionaries.

Every reader yields one entry per row: an article with its location, or a failure. Rows are numbered
from 1; in formats of lines the number is that of the line.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count
from typing import Any, BinaryIO, NamedTuple

from quoteattr.checks import describe
from quoteattr.errors import InputError
from quoteattr.extras import require
from quoteattr.readers.encodings import DecodingErrors
from quoteattr.readers.fields import FieldMapping
from quoteattr.readers.files import partition_values
from quoteattr.readers.marked_cells import MarkedCells
from quoteattr.readers.streams import TooLargeError
from quoteattr.readers.values import TolerantJson, UnreadableValueError, parse_json
from quoteattr.records import Article, Failure
from quoteattr.text import shorten, shorten_text

#: the longest cell of a CSV, in characters; a longer one means an unclosed quotation mark
MAX_CELL = 10_000_000

#: rows of a Parquet file in memory at a time
BATCH_ROWS = 64

#: maximum number of characters of a CSV header in which the delimiter is detected
MAX_HEADER = 10_000

#: possible delimiters of a CSV
DELIMITERS = ",;\t|"

#: the columns of trafilatura's CSV, which has no header and is delimited by tabs
TRAFILATURA_COLUMNS = (
    "url id fingerprint hostname title image date text comments license pagetype".split()
)

#: keys of lists of articles in JSON that are not names of publishers; in Fundus' files keys are
COLLECTION_NAMES = (
    "articles data docs documents entries hits items posts records results rows stories".split()
)


class LocatedArticle(NamedTuple):
    """An article and its location in the input, its source if it has no other."""

    article: Article
    location: str


#: the entries that readers yield
Entry = LocatedArticle | Failure


def _entry(
    row: Mapping[str, Any], mapping: FieldMapping, name: str, number: int | None, line: bool = True
) -> Entry:
    """The article of a row, or the failure; ``line`` says whether ``number`` is a line number."""
    location = name if number is None else f"{name}#{number}"
    try:
        article = mapping.article(row)
    except Exception as error:  # a row may contain anything; the others are still read
        reason = shorten_text(f"{type(error).__name__}: {error}")
        article = f"it cannot be converted to an article ({reason}); fix the row, or remove it"
    if isinstance(article, Article):
        return LocatedArticle(article, location)
    return Failure(name, article, number) if line else Failure(location, article)


def numbered_lines(file: Iterable[bytes]) -> Iterator[tuple[int, bytes | TooLargeError]]:
    """Yield the lines with their numbers from 1; in place of a line that is too long, the error."""
    lines = iter(file)
    for number in count(1):
        try:
            yield number, next(lines)
        except StopIteration:
            return
        except TooLargeError as error:
            yield number, error


def read_json_lines(file: BinaryIO, name: str, mapping: FieldMapping) -> Iterator[Entry]:
    """Read JSON Lines: one object per line; empty lines are skipped."""
    errors = DecodingErrors(file)
    for number, line in numbered_lines(file):
        if isinstance(line, TooLargeError):
            yield Failure(name, str(line), number)
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield _json_line(line, name, number, mapping, errors)


def _json_line(
    line: bytes, name: str, number: int, mapping: FieldMapping, errors: DecodingErrors
) -> Entry:
    """The entry of one line of JSON Lines."""
    try:
        row = parse_json(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return Failure(name, errors.reason(error, " of the line"), number)
    except UnreadableValueError as error:
        return Failure(name, str(error), number)
    except ValueError as error:
        reason = f"not JSON ({shorten_text(error)}); write one object per line, or remove the line"
        return Failure(name, reason, number)
    if not isinstance(row, dict):
        return Failure(name, _not_an_object(row), number)
    return _entry(row, mapping, name, number)


def read_json(file: BinaryIO, name: str, mapping: FieldMapping) -> Iterator[Entry]:
    """Read JSON: an article, a list of them, or lists under names; JSON Lines, too.

    The whole file is in memory. If lists of articles have their publishers as keys, as in Fundus'
    files, the key is the publisher of the articles that have none.
    """
    data = file.read()
    try:
        rows = TolerantJson(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        yield Failure(name, DecodingErrors(file).reason(error))
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            yield from read_json_lines(io.BytesIO(data), name, mapping)
        else:
            reason = f"not JSON ({error.msg}); fix it there, or name the format with format="
            yield Failure(name, reason, error.lineno)
    else:
        yield from _json_rows(rows, name, mapping)


def _json_rows(rows: TolerantJson, name: str, mapping: FieldMapping) -> Iterator[Entry]:
    """The entries of a parsed JSON file."""
    value = _unwrapped(rows.value, mapping)
    single = isinstance(value, dict) and not _holds_lists(value)
    for number, row in enumerate([value] if single else _rows_of(value), 1):
        if problem := rows.problem(row):
            yield Failure(name if single else f"{name}#{number}", problem)
        elif isinstance(row, dict):
            yield _entry(row, mapping, name, None if single else number, line=False)
        else:
            yield Failure(f"{name}#{number}", _not_an_object(row))


def _unwrapped(value: Any, mapping: FieldMapping) -> Any:
    """The list of articles in the answer of an interface: ``{"status": "ok", "articles": […]}``.

    It may stand one object further in, ``{"response": {"results": […]}}``. Any other value is
    returned as it is.
    """
    if not isinstance(value, dict) or not mapping.missing_text(map(str, value)):
        return value
    objects = [value, *(member for member in value.values() if isinstance(member, dict))]
    lists = [
        member
        for wrapper in objects
        for key, member in wrapper.items()
        if key.lower() in COLLECTION_NAMES and isinstance(member, list) and member
    ]
    wrapped = lists[0] if len(lists) == 1 else []
    return wrapped if wrapped and all(isinstance(row, dict) for row in wrapped) else value


def _not_an_object(row: object) -> str:
    """The reason for the failure of a row that is not an object."""
    kind = type(row).__name__
    return f"not a JSON object but {kind}; write each article as an object with its text"


def _holds_lists(value: dict[str, Any]) -> bool:
    """Whether all values of the object are lists of objects."""
    lists = [member for member in value.values() if isinstance(member, list)]
    rows = [row for member in lists for row in member[:1]]
    return bool(rows) and len(lists) == len(value) and all(isinstance(row, dict) for row in rows)


def _rows_of(value: Any) -> Iterator[Any]:
    """The rows of a list, or of an object of lists."""
    if not isinstance(value, dict):
        yield from value if isinstance(value, list) else [value]
        return
    for key, values in value.items():
        for row in values:
            has_publisher = isinstance(row, dict) and key.lower() not in COLLECTION_NAMES
            yield {**row, "publisher": row.get("publisher") or key} if has_publisher else row


def read_csv(file: BinaryIO, name: str, mapping: FieldMapping) -> Iterator[Entry]:
    """Read a CSV with a header, delimited by commas, semicolons, tabs or bars.

    A file without a header is read as trafilatura's. The number of a row is that of its first line.
    """
    lines = map(_decode_escaped, file)
    first = next(lines, "").removeprefix("\ufeff")
    delimiter = _delimiter(first[:MAX_HEADER], mapping)
    reader = csv.reader(
        chain([first], map(MarkedCells(delimiter).quoted, lines)), delimiter=delimiter
    )
    rows = _cells(reader, DecodingErrors(file))
    number, header = next(rows, (1, []))
    if len(header) == len(TRAFILATURA_COLUMNS) and (header[0] == "null" or "://" in header[0]):
        rows, header = chain([(number, header)], rows), TRAFILATURA_COLUMNS
    if reason := header if isinstance(header, str) else mapping.missing_text(header):
        yield Failure(name, reason, number)
        return
    for number, cells in rows:
        if isinstance(cells, str):
            yield Failure(name, cells, number)
        elif len(cells) > len(header):
            reason = (
                f"{len(cells)} cells below a header of {len(header)}; put a cell that holds the"
                " delimiter between quotation marks"
            )
            yield Failure(name, reason, number)
        else:
            yield _entry(dict(zip(header, cells, strict=False)), mapping, name, number)


def _delimiter(header: str, mapping: FieldMapping) -> str:
    """The delimiter that yields most known fields in a header; in a tie, most fields."""

    def score(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader([header], delimiter=delimiter), [])
        return len(mapping.used_columns(cells)), len(cells)

    return max(DELIMITERS, key=score)


def _decode_escaped(line: bytes) -> str:
    """Decode a line; bytes that are not UTF-8 are escaped and reported with their row."""
    return line.decode("utf-8", "surrogateescape")


def _cells(reader: Any, errors: DecodingErrors) -> Iterator[tuple[int, list[str] | str]]:
    """Yield the non-empty rows, each with its first line; a string is a failure's reason."""
    skipped = 0  # lines that are too long, which the csv reader does not count
    while True:
        number = reader.line_num + skipped + 1
        try:
            cells = _next_cells(reader)
            "".join(cells or ()).encode("utf-8", "surrogateescape").decode("utf-8")
        except csv.Error as error:
            reason = f"not CSV ({error}); look for an unclosed quotation mark"
            yield number, reason
        except UnicodeDecodeError as error:
            yield number, errors.reason(error, " of the row")
        except TooLargeError as error:
            skipped += 1
            yield number, str(error)
        else:
            if cells is None:
                return
            if cells:
                yield number, cells


def _next_cells(reader: Any) -> list[str] | None:
    """Read the next row, which may have cells as long as articles; None at the end.

    The limit on the length of a cell is a setting of the process; it is restored.
    """
    before = csv.field_size_limit(MAX_CELL)
    try:
        return next(reader, None)
    finally:
        csv.field_size_limit(before)


def read_parquet(file: BinaryIO, name: str, mapping: FieldMapping) -> Iterator[Entry]:
    """Read Parquet: only the columns that are used, a few rows at a time.

    The name of a folder may hold the value of a column, as in ``published=2026-05-04``.
    """
    require("parquet", "pyarrow")
    import pyarrow.parquet

    seekable = file if file.seekable() else io.BytesIO(file.read())
    table = pyarrow.parquet.ParquetFile(seekable)
    columns, of_folders = table.schema_arrow.names, partition_values(name)
    if reason := mapping.missing_text(columns):
        yield Failure(name, reason)
        return
    number = 0
    for batch in table.iter_batches(batch_size=BATCH_ROWS, columns=mapping.used_columns(columns)):
        for row in _parquet_rows(batch):
            number += 1
            if isinstance(row, str):
                yield Failure(f"{name}#{number}", row)
            else:
                yield _entry(of_folders | row, mapping, name, number, line=False)


def _parquet_rows(batch: Any) -> list[dict[str, Any] | str]:
    """Yield the rows of a batch; a string is the reason for a failure (a date after 9999)."""
    try:
        rows: list[dict[str, Any] | str] = batch.to_pylist()
    except Exception:  # a single bad row fails the whole batch
        rows = [_parquet_row(batch.slice(index, 1)) for index in range(batch.num_rows)]
    return rows


def _parquet_row(batch: Any) -> dict[str, Any] | str:
    """The row of a batch of one, or the reason why it is unreadable."""
    try:
        row: dict[str, Any] = batch.to_pylist()[0]
    except Exception as error:
        reason = shorten_text(f"{type(error).__name__}: {error}")
        return f"{_unreadable_column(batch)}{reason}; write a value there that Python can hold"
    return row


def _unreadable_column(batch: Any) -> str:
    """The column of a one-row batch that Python cannot represent, as the start of a message."""
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        try:
            column.to_pylist()
        except Exception:
            return f"column {shorten(name)}: "
    return ""


def read_rows(rows: Iterable[Any], name: str, mapping: FieldMapping) -> Iterator[Entry]:
    """Read dictionaries; pass on articles and failures among them.

    Raises:
        InputError: an item is none of these.
    """
    for number, row in enumerate(rows, 1):
        if isinstance(row, Article):
            yield LocatedArticle(row, f"{name}#{number}")
        elif isinstance(row, Failure):
            yield row
        elif isinstance(row, Mapping):
            with_string_keys = {str(key): value for key, value in row.items()}
            yield _entry(with_string_keys, mapping, name, number, line=False)
        else:
            raise InputError(
                f"read() takes rows as dictionaries, not {describe(row)}",
                where="read()",
                remedy="pass paths one by one, as in read(*paths); a data frame as"
                " frame.to_dict('records'); and texts to extract_many() as they are",
            )
