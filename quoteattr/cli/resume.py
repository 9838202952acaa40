"""Going on with a file of records where a run before ended, be it in the middle of a line."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import IO, Any, BinaryIO, NamedTuple

from attrs import field, frozen

from quoteattr.errors import OptionError, SourceError
from quoteattr.formats.columns import COLUMNS
from quoteattr.formats.csv import write_csv
from quoteattr.formats.formats import FORMATS, OutputFormat
from quoteattr.formats.jsonl import read_jsonl, write_jsonl
from quoteattr.readers.rows import CELL
from quoteattr.records import Article, Failure, QuoteRecords
from quoteattr.text import shorten, shorten_text


@frozen
class Before:
    """What a file holds already."""

    #: the sources, the last apart, of which all is there
    done: set[bytes] = field(factory=set)
    #: the last source: the run may have ended before all of its records were written
    last: bytes | None = None
    #: how many of its records are there
    count: int = 0
    #: bytes of the file until the end of the last whole record
    size: int = 0

    def left(self, articles: Iterable[Article | Failure]) -> Iterator[Article | Failure]:
        """What is still to be done."""
        return (item for item in articles if isinstance(item, Failure) or self.lacks(item.source))

    def lacks(self, source: str | None) -> bool:
        """Records of a source may be missing."""
        return _key(source) not in self.done

    def missing(self, records: QuoteRecords) -> QuoteRecords:
        """The records of an article that are not there yet."""
        told = [_key(article.source) for article in records.articles]
        return records[self.count :] if told == [self.last] else records


def _key(source: str | None) -> bytes:
    """A source as text files hold it."""
    return (source or "").encode("utf-8", "backslashreplace")


class _Lines:
    """The lines of a file, as text; one that is cut off is left out."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        #: bytes until the end of the line that was given last
        self.end = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._file:
            if line.endswith(b"\n"):
                self.end += len(line)
                yield line.decode("utf-8")


def _sources_of_jsonl(lines: _Lines) -> Iterator[str | None]:
    """The source of each record."""
    return (record.source for record in read_jsonl(lines, "the file"))


def _sources_of_csv(lines: _Lines) -> Iterator[str | None]:
    """The source of each row; the last may be cut off in a cell of several lines."""
    names = [column.name for column in COLUMNS]
    place, size = names.index("source"), len(names)
    limit = csv.field_size_limit(CELL)
    try:
        rows = csv.reader(lines, strict=True)
        if next(rows, names) != names:
            raise SourceError(
                "its first line is not the header of quotes",
                where="line 1",
                remedy="name a CSV that quoteattr extract wrote",
            )
        for cells in rows:
            if len(cells) != size:
                raise SourceError(
                    f"line {rows.line_num} has {len(cells)} cells, not {size}",
                    where=f"line {rows.line_num}",
                    remedy="mend it",
                )
            yield cells[place]
    except csv.Error as error:
        if "unexpected end of data" not in str(error):
            raise SourceError(
                f"line {rows.line_num} is not CSV ({error})",
                where=f"line {rows.line_num}",
                remedy="mend it",
            ) from error
    finally:
        csv.field_size_limit(limit)


class _Resumable(NamedTuple):
    """A format of lines."""

    sources: Callable[[_Lines], Iterator[str | None]]
    #: writes to a file that has records already
    write: Callable[[Iterable[QuoteRecords], IO[Any]], None]


_RESUMABLE: dict[OutputFormat, _Resumable] = {
    FORMATS["jsonl"]: _Resumable(_sources_of_jsonl, write_jsonl),
    FORMATS["csv"]: _Resumable(_sources_of_csv, partial(write_csv, header=False)),
}


def is_resumable(form: OutputFormat) -> bool:
    """A run that ended can go on with a file of this format."""
    return any(form.write in (known.write, whole.write) for whole, known in _RESUMABLE.items())


def resume(output: str | None, form: OutputFormat) -> tuple[Before, OutputFormat]:
    """Look into the output of a run before, and leave it as it is.

    Returns:
        What stands in it, and the format that goes on with it.

    Raises:
        OptionError: Nothing of that kind can be gone on with.
        SourceError: The file is not what that format writes.
    """
    if output is None:
        raise OptionError("--resume goes on with a file", where="--resume", remedy="add -o FILE")
    known = _RESUMABLE.get(form)
    if known is None:
        raise OptionError(
            "--resume goes on with jsonl and csv, and no other format",
            where="--resume",
            remedy="write one of them",
        )
    if not os.path.exists(output):
        return Before(), form
    if not os.path.isfile(output):
        problem = f"--resume goes on with a file, which {shorten(output)} is not"
        raise OptionError(problem, where="--resume", remedy="name another file")
    try:
        before = _look(output, known)
    except (SourceError, UnicodeDecodeError) as error:
        problem = f"--resume cannot go on with {shorten(output)}: {_problem(error)}"
        raise SourceError(problem, where="--resume", remedy="name another file") from error
    return before, form._replace(write=known.write) if before.size else form


def _problem(error: Exception) -> str:
    """What is wrong with the file of a run before."""
    if isinstance(error, SourceError):
        named = error.where is None or error.where in error.problem
        return error.problem if named else f"{error.where}: {error.problem}"
    return shorten_text(error)


def _look(output: str, known: _Resumable) -> Before:
    """What a file holds."""
    done: set[bytes] = set()
    last: bytes | None = None
    count = size = 0
    with open(output, "rb") as file:
        lines = _Lines(file)
        for source in map(_key, known.sources(lines)):
            if source != last:
                done |= {last} if last is not None else set()
                last, count = source, 0
            count, size = count + 1, lines.end
    return Before(done, last, count, size)
