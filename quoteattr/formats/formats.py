"""The formats that records can be written in: one table, one line a format."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath
from typing import IO, Any, NamedTuple

from quoteattr.checks import check_choice, check_path, check_several, describe
from quoteattr.errors import InputError, OptionError, shorten
from quoteattr.extras import require
from quoteattr.formats.csv import write_csv
from quoteattr.formats.excel import write_excel
from quoteattr.formats.jsonl import write_jsonl
from quoteattr.formats.output import replacing
from quoteattr.formats.parquet import write_parquet
from quoteattr.formats.schema_org import write_schema_org
from quoteattr.formats.table import write_table
from quoteattr.formats.web_annotation import write_web_annotation
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
        path: the file. What is there is replaced once the new file is whole: an error leaves it as
            it was, and Ctrl-C leaves a file with the records until then. A device or a pipe is
            written as it is.
        format: one of ``FORMATS``; by default what the file's name ends in.

    Raises:
        OptionError: No format goes by that name or ending, or the file cannot be written.
        MissingExtraError: The format needs an extra; the message says what to install.
        InputError: ``records`` is neither of these.
    """
    name = check_path(path, "path")
    if format is not None:
        check_choice(format, FORMATS, "format")
    form = format_of(name) if format is None else FORMATS[format]
    if form.extra:
        require(*form.extra)
    parts = _parts(records)
    with replacing(name, form.binary) as file:
        form.write(parts, file)


def _parts(records: QuoteRecords | Iterable[QuoteRecords]) -> Iterator[QuoteRecords]:
    """The records article by article; raises at once on what cannot hold any."""
    if isinstance(records, QuoteRecords):
        return iter([records])
    return map(_part, check_several(records, "write()", _WANTED))


def _part(part: object) -> QuoteRecords:
    """The records of one article."""
    if not isinstance(part, QuoteRecords):
        raise InputError(
            f"write() takes {_WANTED}, not {describe(part)}",
            where="write()",
            remedy="make QuoteRecords([…]) of records",
        )
    return part
