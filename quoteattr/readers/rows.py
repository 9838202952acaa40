"""Rows of articles: JSON Lines, JSON, CSV, Parquet, and dictionaries.

Every reader yields the rows one by one, each with its number from 1 (a line of the file, where
lines are its rows), and a failure in place of a row that is none.
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
from quoteattr.readers.encodings import Faults
from quoteattr.readers.fields import Mapped
from quoteattr.readers.files import TooLargeError
from quoteattr.readers.values import Rows, UnreadableValueError, loads
from quoteattr.records import Article, Failure
from quoteattr.text import shorten, shorten_text

#: the longest cell of a CSV, in characters: more is a quotation mark that is never closed
CELL = 10_000_000

#: rows of a Parquet file that are in memory at a time
ROWS = 64

#: the characters of a header, at most, that tell what parts the cells of a CSV
HEADER = 10_000

#: what may part them
DELIMITERS = ",;\t|"

#: trafilatura writes CSV without a header, parted by tabs
TRAFILATURA = "url id fingerprint hostname title image date text comments license pagetype".split()

#: a list in JSON under such a name is not of a publisher of that name, as Fundus writes
PLAIN_LISTS = "articles data docs documents hits items records results rows".split()


class Placed(NamedTuple):
    """An article, and what to call it if nothing else is its own."""

    article: Article
    place: str


#: what a reader of this package yields
Found = Placed | Failure


def _placed(
    row: Mapping[str, Any], mapped: Mapped, name: str, number: int | None, line: bool = True
) -> Found:
    """The article in a row, or why it has none."""
    place = name if number is None else f"{name}#{number}"
    try:
        article = mapped.article(row)
    except Exception as error:  # a row may hold anything; the others shall not suffer from it
        reason = shorten_text(f"{type(error).__name__}: {error}")
        article = f"no article can be made of it ({reason}); mend the row, or leave it out"
    if isinstance(article, Article):
        return Placed(article, place)
    return Failure(name, article, number) if line else Failure(place, article)


def numbered(file: Iterable[bytes]) -> Iterator[tuple[int, bytes | TooLargeError]]:
    """The lines from 1, or in the place of one that is too long what is wrong."""
    lines = iter(file)
    for number in count(1):
        try:
            yield number, next(lines)
        except StopIteration:
            return
        except TooLargeError as error:
            yield number, error


def read_jsonl(file: BinaryIO, name: str, mapped: Mapped) -> Iterator[Found]:
    """Read JSON Lines: one object a line; empty lines are passed over."""
    faults = Faults(file)
    for number, line in numbered(file):
        if isinstance(line, TooLargeError):
            yield Failure(name, str(line), number)
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield _json_line(line, name, number, mapped, faults)


def _json_line(line: bytes, name: str, number: int, mapped: Mapped, faults: Faults) -> Found:
    """The article in one line."""
    try:
        row = loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return Failure(name, faults.reason(error, " of the line"), number)
    except UnreadableValueError as error:
        return Failure(name, str(error), number)
    except ValueError as error:
        reason = f"not JSON ({shorten_text(error)}); write one object a line, or leave the line out"
        return Failure(name, reason, number)
    if not isinstance(row, dict):
        return Failure(name, _no_object(row), number)
    return _placed(row, mapped, name, number)


def read_json(file: BinaryIO, name: str, mapped: Mapped) -> Iterator[Found]:
    """Read JSON: an article, a list of them, or lists under names; JSON Lines, too.

    The file is in memory as a whole. Where articles stand in lists under the names of their
    publishers, as Fundus writes them, a name is the publisher of those that name none.
    """
    data = file.read()
    try:
        rows = Rows(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        yield Failure(name, Faults(file).reason(error))
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            yield from read_jsonl(io.BytesIO(data), name, mapped)
        else:
            reason = f"not JSON ({error.msg}); mend it there, or tell what the file is with format="
            yield Failure(name, reason, error.lineno)
    else:
        yield from _json_rows(rows, name, mapped)


def _json_rows(rows: Rows, name: str, mapped: Mapped) -> Iterator[Found]:
    """The articles in the value of a file."""
    single = isinstance(rows.value, dict) and not _holds_lists(rows.value)
    for number, row in enumerate([rows.value] if single else _listed(rows.value), 1):
        if fault := rows.fault(row):
            yield Failure(name if single else f"{name}#{number}", fault)
        elif isinstance(row, dict):
            yield _placed(row, mapped, name, None if single else number, line=False)
        else:
            yield Failure(f"{name}#{number}", _no_object(row))


def _no_object(row: object) -> str:
    """What is wrong with a row that is no object, and what to do."""
    kind = type(row).__name__
    return f"not an object of JSON but {kind}; write each article as an object with its text"


def _holds_lists(value: dict[str, Any]) -> bool:
    """An object is nothing but lists of objects."""
    lists = [part for part in value.values() if isinstance(part, list)]
    rows = [row for part in lists for row in part[:1]]
    return bool(rows) and len(lists) == len(value) and all(isinstance(row, dict) for row in rows)


def _listed(value: Any) -> Iterator[Any]:
    """The rows in a list, or in lists under names."""
    if not isinstance(value, dict):
        yield from value if isinstance(value, list) else [value]
        return
    for key, part in value.items():
        for row in part:
            named = isinstance(row, dict) and key.lower() not in PLAIN_LISTS
            yield {**row, "publisher": row.get("publisher") or key} if named else row


def read_csv(file: BinaryIO, name: str, mapped: Mapped) -> Iterator[Found]:
    """Read a CSV with a header, parted by commas, semicolons, tabs or bars.

    A file without a header is taken as trafilatura writes it. A row starts at its line.
    """
    lines = map(_escaped, file)
    first = next(lines, "").removeprefix("\ufeff")
    reader = csv.reader(chain([first], lines), delimiter=_delimiter(first[:HEADER], mapped))
    rows = _cells(reader, Faults(file))
    number, header = next(rows, (1, []))
    if len(header) == len(TRAFILATURA) and (header[0] == "null" or "://" in header[0]):
        rows, header = chain([(number, header)], rows), TRAFILATURA
    if reason := header if isinstance(header, str) else mapped.lacks(header):
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
            yield _placed(dict(zip(header, cells, strict=False)), mapped, name, number)


def _delimiter(header: str, mapped: Mapped) -> str:
    """What parts the cells of a header: what gives most fields that are known, or most fields."""

    def worth(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader([header], delimiter=delimiter), [])
        return len(mapped.wanted(cells)), len(cells)

    return max(DELIMITERS, key=worth)


def _escaped(line: bytes) -> str:
    """A line, bytes that are not UTF-8 escaped, to be told of with the row that they stand in."""
    return line.decode("utf-8", "surrogateescape")


def _cells(reader: Any, faults: Faults) -> Iterator[tuple[int, list[str] | str]]:
    """The rows that are not empty, each with its line, or in one line why it is none."""
    skipped = 0  # lines too long to be read, which the reader does not count
    while True:
        number = reader.line_num + skipped + 1
        try:
            cells = _next_cells(reader)
            "".join(cells or ()).encode("utf-8", "surrogateescape").decode("utf-8")
        except csv.Error as error:
            reason = f"not CSV ({error}); look for a quotation mark that is not closed"
            yield number, reason
        except UnicodeDecodeError as error:
            yield number, faults.reason(error, " of the row")
        except TooLargeError as error:
            skipped += 1
            yield number, str(error)
        else:
            if cells is None:
                return
            if cells:
                yield number, cells


def _next_cells(reader: Any) -> list[str] | None:
    """The next row, which may have cells as long as articles; None at the end.

    How long they may be is a setting of the whole process, and is put back.
    """
    before = csv.field_size_limit(CELL)
    try:
        return next(reader, None)
    finally:
        csv.field_size_limit(before)


def read_parquet(file: BinaryIO, name: str, mapped: Mapped) -> Iterator[Found]:
    """Read Parquet: only the columns that are wanted, a few rows at a time."""
    require("parquet", "pyarrow")
    import pyarrow.parquet

    seekable = file if file.seekable() else io.BytesIO(file.read())
    table = pyarrow.parquet.ParquetFile(seekable)
    columns = table.schema_arrow.names
    if reason := mapped.lacks(columns):
        yield Failure(name, reason)
        return
    number = 0
    for batch in table.iter_batches(batch_size=ROWS, columns=mapped.wanted(columns)):
        for row in _parquet_rows(batch):
            number += 1
            if isinstance(row, str):
                yield Failure(f"{name}#{number}", row)
            else:
                yield _placed(row, mapped, name, number, line=False)


def _parquet_rows(batch: Any) -> list[dict[str, Any] | str]:
    """The rows of a batch, or in one line why one cannot be read, such as a date after 9999."""
    try:
        rows: list[dict[str, Any] | str] = batch.to_pylist()
    except Exception:  # one bad row is enough
        rows = [_parquet_row(batch.slice(place, 1)) for place in range(batch.num_rows)]
    return rows


def _parquet_row(batch: Any) -> dict[str, Any] | str:
    """The row in a batch of one."""
    try:
        row: dict[str, Any] = batch.to_pylist()[0]
    except Exception as error:
        reason = shorten_text(f"{type(error).__name__}: {error}")
        return f"{_bad_column(batch)}{reason}; write a value there that Python can hold"
    return row


def _bad_column(batch: Any) -> str:
    """The column of a batch of one row whose value Python cannot hold, for a message."""
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        try:
            column.to_pylist()
        except Exception:
            return f"column {shorten(name)}: "
    return ""


def read_rows(rows: Iterable[Any], name: str, mapped: Mapped) -> Iterator[Found]:
    """Read dictionaries; articles and failures may stand among them.

    Raises:
        InputError: An item is none of these.
    """
    for number, row in enumerate(rows, 1):
        if isinstance(row, Article):
            yield Placed(row, f"{name}#{number}")
        elif isinstance(row, Failure):
            yield row
        elif isinstance(row, Mapping):
            named = {str(key): value for key, value in row.items()}
            yield _placed(named, mapped, name, number, line=False)
        else:
            raise InputError(
                f"read() takes rows as dictionaries, not {describe(row)}",
                where="read()",
                remedy="pass paths one by one, as in read(*paths); a data frame as"
                " frame.to_dict('records'); and texts to extract_many() as they are",
            )
