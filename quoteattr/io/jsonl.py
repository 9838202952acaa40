"""JSON Lines: one record a line, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import IO

from quoteattr.errors import SourceError
from quoteattr.io.plain import from_plain, to_json, to_plain
from quoteattr.records import QuoteRecord, QuoteRecords


def write_jsonl(parts: Iterable[QuoteRecords], file: IO[str]) -> None:
    """Write one record a line, each as soon as it is there."""
    for record in chain.from_iterable(parts):
        file.write(to_json(to_plain(record)) + "\n")


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
        except (ValueError, TypeError, RecursionError) as error:
            raise SourceError(f"{name}, line {number}: not a record ({error})") from error
