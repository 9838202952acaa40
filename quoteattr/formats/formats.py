"""The table of formats that records can be written in, and ``quoteattr.write``."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath
from typing import IO, Any, NamedTuple

from quoteattr.checks import check_choice, check_path, check_several, describe
from quoteattr.errors import InputError, OptionError
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
from quoteattr.text import shorten


class OutputFormat(NamedTuple):
    """A format that records can be written in.

    Each writer takes records as ``extract_many`` yields them, article by article, and keeps as few
    in memory as it can. If their stream ends early, by Ctrl-C too, the file is complete.
    """

    #: writes to a file that is opened for bytes if ``binary``, else for text with ``newline=""``
    write: Callable[[Iterable[QuoteRecords], IO[Any]], None]
    #: the suffixes of file names with this format
    suffixes: tuple[str, ...] = ()
    #: whether the writer writes nothing until all records are available
    needs_all: bool = False
    binary: bool = False
    #: the extra that it needs, and the modules of that: the arguments of ``extras.require``
    extra: tuple[str, ...] = ()
    #: whether the writer uses the articles of the records, for their metadata
    articles: bool = False


#: the argument of ``write``, in messages
_RECORDS = "what extract() or extract_many() gave"

#: the formats by name
FORMATS: dict[str, OutputFormat] = {
    "table": OutputFormat(write_table, needs_all=True),
    "jsonl": OutputFormat(write_jsonl, (".jsonl", ".ndjson"), articles=True),
    "csv": OutputFormat(write_csv, (".csv",), articles=True),
    "parquet": OutputFormat(
        write_parquet, (".parquet",), binary=True, extra=("parquet", "pyarrow"), articles=True
    ),
    "xlsx": OutputFormat(
        write_excel,
        (".xlsx",),
        needs_all=True,
        binary=True,
        extra=("excel", "xlsxwriter"),
        articles=True,
    ),
    "web-annotation": OutputFormat(write_web_annotation, (".anno.jsonld",), articles=True),
    "schema-org": OutputFormat(write_schema_org, (".schema.jsonld",), articles=True),
}


def format_of(path: str) -> OutputFormat:
    """The format that the suffix of a file name stands for; JSONL for a name without suffix.

    >>> format_of("quotes.csv") is FORMATS["csv"]
    True

    Raises:
        OptionError: no format has that suffix.
    """
    name = PurePath(path).name.lower()
    for form in FORMATS.values():
        if name.endswith(form.suffixes):
            return form
    if suffix := PurePath(name).suffix:
        names = ", ".join(FORMATS)
        raise OptionError(
            f"no format has the suffix {shorten(suffix)}",
            where="the name of the file",
            remedy=f"add --format (in Python format=), one of {names}",
        )
    return FORMATS["jsonl"]


def write(
    records: QuoteRecords | Iterable[QuoteRecords],
    path: str | os.PathLike[str],
    format: str | None = None,
) -> None:
    """Write records to a file.

    Args:
        records: the result of ``extract`` for one article, or of ``extract_many`` for several,
            which are written one by one.
        path: the file. An existing file is replaced once the new one is complete: an error leaves
            it as it was, and Ctrl-C leaves a file with the records until then. A device or a pipe
            is written directly.
        format: one of ``FORMATS``; by default that of the file's suffix.

    Raises:
        OptionError: the format does not exist, or the file cannot be written.
        MissingExtraError: the format needs an extra; the message says what to install.
        InputError: ``records`` is neither of these.
    """
    name = check_path(path, "path")
    if format is not None:
        check_choice(format, FORMATS, "format")
    form = format_of(name) if format is None else FORMATS[format]
    if form.extra:
        require(*form.extra)
    collections = _as_collections(records)
    with replacing(name, form.binary) as file:
        form.write(collections, file)


def _as_collections(records: QuoteRecords | Iterable[QuoteRecords]) -> Iterator[QuoteRecords]:
    """The records article by article; raise at once if the value is not iterable."""
    if isinstance(records, QuoteRecords):
        return iter([records])
    return map(_check_collection, check_several(records, "write()", _RECORDS))


def _check_collection(records: object) -> QuoteRecords:
    """Check that a value is a collection of the records of one article.

    Raises:
        InputError: it is something else.
    """
    if not isinstance(records, QuoteRecords):
        raise InputError(
            f"write() takes {_RECORDS}, not {describe(records)}",
            where="write()",
            remedy="wrap records in QuoteRecords([…])",
        )
    return records
