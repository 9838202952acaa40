"""JSON Lines: one record a line, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TextIO

from quoteattr.errors import SourceError
from quoteattr.io.plain import from_plain, to_plain
from quoteattr.records import QuoteRecord


def write_jsonl(records: Iterable[QuoteRecord], file: TextIO) -> None:
    """Write one record a line, each as soon as it is there."""
    for record in records:
        file.write(_line(record) + "\n")


def _line(record: QuoteRecord) -> str:
    r"""A record as one line that any UTF-8 file can hold.

    Half a surrogate pair, which damaged text may contain, has no UTF-8; as ``\udXXX`` it has its
    place in JSON.
    """
    line = json.dumps(to_plain(record), ensure_ascii=False)
    return line.encode("utf-8", "backslashreplace").decode("utf-8")


def read_jsonl(lines: Iterable[str], name: str = "JSONL") -> Iterator[QuoteRecord]:
    r"""Read what ``write_jsonl`` wrote: an open file, or any lines.

    >>> line = '{"speaker": "Ida", "quote": "No", "source": "a", "kind": "post", "spans": [[1, 3]]}'
    >>> [record.speaker for record in read_jsonl([line, "\n"])]
    ['Ida']

    Args:
        lines: one record each; empty ones are passed over.
        name: what to call the lines in an error.

    Raises:
        SourceError: A line is no record; the message names the line and the reason.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield from_plain(json.loads(line))
        except (ValueError, TypeError) as error:
            raise SourceError(f"{name}, line {number}: not a record ({error})") from error
