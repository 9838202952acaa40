"""The formats that records can be written in: one table, one line a format."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import NamedTuple, TextIO

from quoteattr.errors import OptionError
from quoteattr.io.csv import write_csv
from quoteattr.io.jsonl import write_jsonl
from quoteattr.io.table import write_table
from quoteattr.records import QuoteRecord


class Format(NamedTuple):
    """A way to write records."""

    #: writes records to a file opened for text, with ``newline=""``
    write: Callable[[Iterable[QuoteRecord], TextIO], None]
    #: how the name of a file ends that is meant to have this format
    suffixes: tuple[str, ...] = ()
    #: whether all records are read before the first is written
    waits: bool = False


FORMATS: dict[str, Format] = {
    "table": Format(write_table, waits=True),
    "jsonl": Format(write_jsonl, (".jsonl", ".ndjson")),
    "csv": Format(write_csv, (".csv",)),
}


def format_of(path: str) -> Format:
    """The format that a file's name asks for; JSONL if the name has no ending.

    >>> format_of("quotes.csv") is FORMATS["csv"]
    True

    Raises:
        OptionError: No format goes by that ending.
    """
    suffix = PurePath(path).suffix.lower()
    for form in FORMATS.values():
        if suffix in form.suffixes:
            return form
    if suffix:
        known = ", ".join(FORMATS)
        raise OptionError(f"no format is known by {suffix!r}; add --format, one of {known}")
    return FORMATS["jsonl"]
