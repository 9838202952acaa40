"""JSON Lines: one record a line, with what is known of its article, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import IO, Any

from quoteattr.errors import SourceError, shorten_text
from quoteattr.formats.columns import with_articles
from quoteattr.formats.plain import article_of, facts, from_plain, to_json, to_plain
from quoteattr.records import Article, QuoteRecord, QuoteRecords


def write_jsonl(parts: Iterable[QuoteRecords], file: IO[str]) -> None:
    """Write one record a line, each as soon as it is there.

    What is known of the article stands in ``article``, its text left out; where nothing is known
    there is no such key.
    """
    for record, article in with_articles(parts):
        known = facts(article) if article is not None else {}
        file.write(to_json(to_plain(record) | ({"article": known} if known else {})) + "\n")


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
    return (record for record, _ in _read(lines, name))


def read_parts(lines: Iterable[str], name: str = "JSONL") -> Iterator[QuoteRecords]:
    r"""Read what ``write_jsonl`` wrote, article by article, as ``extract_many`` gives records.

    The articles have no text; what else is known of them is there, for ``archive.add_records()``,
    ``group()`` and ``plot.timeline()``. All lines are read before the first records are given,
    since those of an article may stand apart.

    >>> line = (
    ...     '{"speaker": "Ida", "quote": "No", "source": "a", "kind": "post", "spans": [[1, 3]],'
    ...     ' "article": {"published": "2024-05-04"}}'
    ... )
    >>> (records,) = read_parts([line])
    >>> records[0].speaker, records.articles[0].source, records.articles[0].published
    ('Ida', 'a', '2024-05-04')

    Args:
        lines: one record each; empty ones are passed over.
        name: what to call the lines in an error.

    Raises:
        SourceError: A line is no record; the message names the line and the reason.
    """
    parts: dict[tuple[str | None, Article | None], list[QuoteRecord]] = {}
    for record, article in _read(lines, name):
        parts.setdefault((record.source, article), []).append(record)
    for (_, article), records in parts.items():
        yield QuoteRecords(records, [] if article is None else [article])


def read_line(line: str | bytes) -> tuple[QuoteRecord, Article | None]:
    """Read the record of a line, with what is known of its article.

    Raises:
        ValueError: It is no JSON, or no record.
        TypeError: A field is of the wrong type.
        RecursionError: It is nested too deep.
    """
    data: Any = json.loads(line)
    record = from_plain(data)
    return record, article_of(record.source, data.get("article"))


def _read(lines: Iterable[str], name: str) -> Iterator[tuple[QuoteRecord, Article | None]]:
    """The record of each line, with its article."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield read_line(line)
        except (ValueError, TypeError, RecursionError) as error:
            raise SourceError(
                f"not a record ({shorten_text(error)})",
                where=f"{name}, line {number}",
                remedy="pass lines that write() or quoteattr extract wrote as JSONL",
            ) from error
