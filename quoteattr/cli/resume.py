"""Resume a run: append to the output of an earlier run, which may end within a line."""

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
from quoteattr.readers.rows import MAX_CELL
from quoteattr.records import Article, Failure, QuoteRecords
from quoteattr.text import shorten, shorten_text


@frozen
class PreviousOutput:
    """The content of the output of an earlier run."""

    #: the sources whose records are complete: all but the last
    done: set[bytes] = field(factory=set)
    #: the last source, whose records may be incomplete
    last: bytes | None = None
    #: the number of its records
    count: int = 0
    #: number of bytes up to the end of the last complete record
    size: int = 0

    def remaining(self, articles: Iterable[Article | Failure]) -> Iterator[Article | Failure]:
        """The articles that are not complete, and the failures."""
        return (
            article
            for article in articles
            if isinstance(article, Failure) or self.may_lack(article.source)
        )

    def may_lack(self, source: str | None) -> bool:
        """Whether records of a source may be missing."""
        return _key(source) not in self.done

    def missing_records(self, records: QuoteRecords) -> QuoteRecords:
        """The records of an article that the output lacks."""
        sources = [_key(article.source) for article in records.articles]
        return records[self.count :] if sources == [self.last] else records


def _key(source: str | None) -> bytes:
    """A source as encoded in text files."""
    return (source or "").encode("utf-8", "backslashreplace")


class _WholeLines:
    """Yields the lines of a file as text, without an incomplete last line."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        #: number of bytes up to the end of the last line yielded
        self.end = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._file:
            if line.endswith(b"\n"):
                self.end += len(line)
                yield line.decode("utf-8")


def _sources_of_jsonl(lines: _WholeLines) -> Iterator[str | None]:
    """The source of each record."""
    return (record.source for record in read_jsonl(lines, "the file"))


def _sources_of_csv(lines: _WholeLines) -> Iterator[str | None]:
    """The source of each row; the last row may be incomplete, in a cell of several lines."""
    names = [column.name for column in COLUMNS]
    column, width = names.index("source"), len(names)
    limit = csv.field_size_limit(MAX_CELL)
    try:
        rows = csv.reader(lines, strict=True)
        if next(rows, names) != names:
            raise SourceError(
                "its first line is not the header of a table of quotes",
                where="line 1",
                remedy="name a CSV file that quoteattr extract wrote",
            )
        for cells in rows:
            if len(cells) != width:
                raise SourceError(
                    f"line {rows.line_num} has {len(cells)} cells, not {width}",
                    where=f"line {rows.line_num}",
                    remedy="fix it",
                )
            yield cells[column]
    except csv.Error as error:
        if "unexpected end of data" not in str(error):
            raise SourceError(
                f"line {rows.line_num} is not CSV ({error})",
                where=f"line {rows.line_num}",
                remedy="fix it",
            ) from error
    finally:
        csv.field_size_limit(limit)


class _Resumable(NamedTuple):
    """How to resume a format of lines."""

    #: yields the source of each record in a file
    sources: Callable[[_WholeLines], Iterator[str | None]]
    #: appends to a file that has records
    write: Callable[[Iterable[QuoteRecords], IO[Any]], None]


_RESUMABLE: dict[OutputFormat, _Resumable] = {
    FORMATS["jsonl"]: _Resumable(_sources_of_jsonl, write_jsonl),
    FORMATS["csv"]: _Resumable(_sources_of_csv, partial(write_csv, header=False)),
}


def is_resumable(form: OutputFormat) -> bool:
    """Whether a run can be resumed with a file of this format."""
    return any(
        form.write in (resumable.write, full.write) for full, resumable in _RESUMABLE.items()
    )


def resume(output: str | None, form: OutputFormat) -> tuple[PreviousOutput, OutputFormat]:
    """Read the output of an earlier run, without changing it.

    Args:
        output: the file; None for standard output.
        form: the format of the output.

    Returns:
        The content of the file, and the format that appends to it.

    Raises:
        OptionError: the output is not a file, or its format cannot be resumed.
        SourceError: the file is not of that format.
    """
    if output is None:
        raise OptionError("--resume needs an output file", where="--resume", remedy="add -o FILE")
    resumable = _RESUMABLE.get(form)
    if resumable is None:
        raise OptionError(
            "--resume supports only jsonl and csv",
            where="--resume",
            remedy="use one of them",
        )
    if not os.path.exists(output):
        return PreviousOutput(), form
    if not os.path.isfile(output):
        problem = f"--resume needs a regular file, which {shorten(output)} is not"
        raise OptionError(problem, where="--resume", remedy="name another file")
    try:
        previous = _read_previous(output, resumable)
    except (SourceError, UnicodeDecodeError) as error:
        problem = f"--resume cannot continue {shorten(output)}: {_problem(error)}"
        raise SourceError(problem, where="--resume", remedy="name another file") from error
    return previous, form._replace(write=resumable.write) if previous.size else form


def _problem(error: Exception) -> str:
    """The problem of the output of an earlier run, with its location."""
    if isinstance(error, SourceError):
        named = error.where is None or error.where in error.problem
        return error.problem if named else f"{error.where}: {error.problem}"
    return shorten_text(error)


def _read_previous(output: str, resumable: _Resumable) -> PreviousOutput:
    """Read the sources in the output of an earlier run."""
    done: set[bytes] = set()
    last: bytes | None = None
    count = size = 0
    with open(output, "rb") as file:
        lines = _WholeLines(file)
        for source in map(_key, resumable.sources(lines)):
            if source != last:
                done |= {last} if last is not None else set()
                last, count = source, 0
            count, size = count + 1, lines.end
    return PreviousOutput(done, last, count, size)
