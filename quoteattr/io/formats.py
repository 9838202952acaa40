"""The formats that records can be written in: one table, one line a format."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath
from typing import IO, Any, Literal, NamedTuple, TextIO, overload

from quoteattr.checks import check_choice, check_path, check_several, describe
from quoteattr.errors import InputError, OptionError, shorten
from quoteattr.extras import require
from quoteattr.io.csv import write_csv
from quoteattr.io.excel import write_excel
from quoteattr.io.jsonl import write_jsonl
from quoteattr.io.parquet import write_parquet
from quoteattr.io.schema_org import write_schema_org
from quoteattr.io.table import write_table
from quoteattr.io.web_annotation import write_web_annotation
from quoteattr.records import QuoteRecords


class Format(NamedTuple):
    """A way to write records.

    Every writer takes records as ``extract_many`` gives them, article by article, and holds no
    more than it must. What ends their stream early, Ctrl-C too, leaves a file that is whole.
    """

    #: writes to a file opened for bytes if ``binary``, and else for text, with ``newline=""``
    write: Callable[[Iterable[QuoteRecords], IO[Any]], None]
    #: how the name of a file ends that is meant to have this format
    suffixes: tuple[str, ...] = ()
    #: whether nothing is written until all records are there
    waits: bool = False
    binary: bool = False
    #: the extra that it needs, and what that brings: the arguments of ``extras.require``
    extra: tuple[str, ...] = ()
    #: whether the articles should come along with the records, for what is known of them
    articles: bool = False


#: what may be written
_WANTED = "what extract() or extract_many() gave"

FORMATS: dict[str, Format] = {
    "table": Format(write_table, waits=True),
    "jsonl": Format(write_jsonl, (".jsonl", ".ndjson"), articles=True),
    "csv": Format(write_csv, (".csv",), articles=True),
    "parquet": Format(
        write_parquet, (".parquet",), binary=True, extra=("parquet", "pyarrow"), articles=True
    ),
    "xlsx": Format(
        write_excel,
        (".xlsx",),
        waits=True,
        binary=True,
        extra=("excel", "xlsxwriter"),
        articles=True,
    ),
    "web-annotation": Format(write_web_annotation, (".anno.jsonld",), articles=True),
    "schema-org": Format(write_schema_org, (".schema.jsonld",), articles=True),
}


def format_of(path: str) -> Format:
    """The format that a file's name asks for; JSONL if the name has no ending.

    >>> format_of("quotes.csv") is FORMATS["csv"]
    True

    Raises:
        OptionError: No format goes by that ending.
    """
    name = PurePath(path).name.lower()
    for form in FORMATS.values():
        if name.endswith(form.suffixes):
            return form
    if suffix := PurePath(name).suffix:
        known = ", ".join(FORMATS)
        raise OptionError(
            f"no format is known by {shorten(suffix)}",
            where="the name of the file",
            remedy=f"add --format (in Python format=), one of {known}",
        )
    return FORMATS["jsonl"]


def write(
    records: QuoteRecords | Iterable[QuoteRecords],
    path: str | os.PathLike[str],
    format: str | None = None,
) -> None:
    """Write records to a file.

    Args:
        records: what ``extract`` gave for one article, or ``extract_many`` for several: those are
            written as they come, whatever their number.
        path: the file; what is there is written over.
        format: one of ``FORMATS``; by default what the file's name ends in.

    Raises:
        OptionError: No format goes by that name or ending, or the file cannot be written.
        MissingExtraError: The format needs an extra; the message says what to install.
        InputError: ``records`` is neither of these.
    """
    path = check_path(path, "path")
    if format is not None:
        check_choice(format, FORMATS, "format")
    form = format_of(path) if format is None else FORMATS[format]
    if form.extra:
        require(*form.extra)
    # Before a file is opened, which empties it.
    if not isinstance(records, QuoteRecords):
        records = check_several(records, "write()", _WANTED)
    if isinstance(records, list | tuple):
        records = list(_parts(records))
    with create(path, form.binary) as file:
        form.write(_parts(records), file)


def _parts(records: QuoteRecords | Iterable[QuoteRecords]) -> Iterator[QuoteRecords]:
    """The records article by article."""
    for part in [records] if isinstance(records, QuoteRecords) else records:
        if not isinstance(part, QuoteRecords):
            raise InputError(
                f"write() takes {_WANTED}, not {describe(part)}",
                where="write()",
                remedy="make QuoteRecords of anything else",
            )
        yield part


@overload
def create(path: str, binary: Literal[False] = False) -> TextIO: ...
@overload
def create(path: str, binary: bool) -> IO[Any]: ...
def create(path: str, binary: bool = False) -> IO[Any]:
    r"""Open a new file for records; half a surrogate pair becomes ``\udXXX`` in text.

    Raises:
        OptionError: It cannot be made.
    """
    try:
        if binary:
            return open(path, "wb")
        return open(path, "w", encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as error:
        raise OptionError(
            f"cannot write {shorten(path)}: {error.strerror}",
            where=path,
            remedy="name another file",
        ) from error
    except ValueError as error:  # a name that no system has
        raise OptionError(
            f"cannot write {shorten(path)}: {error}", where=path, remedy="name another file"
        ) from error
