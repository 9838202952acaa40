"""JSON Lines: write one record per line, with the metadata of its article, and read it back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import IO, Any

from quoteattr.errors import SourceError
from quoteattr.formats.columns import with_articles
from quoteattr.formats.record_dict import (
    article_from_metadata,
    article_metadata,
    record_from_dict,
    record_to_dict,
    to_json_line,
)
from quoteattr.records import Article, QuoteRecord, QuoteRecords
from quoteattr.text import shorten_text


def write_jsonl(collections: Iterable[QuoteRecords], file: IO[str]) -> None:
    """Write one record per line, each as soon as it is available.

    The key ``article`` has the metadata of the article, without the text; it is left out if nothing
    is known.
    """
    for record, article in with_articles(collections):
        data = record_to_dict(record)
        if article is not None and (metadata := article_metadata(article)):
            data["article"] = metadata
        file.write(to_json_line(data) + "\n")


def read_jsonl(lines: Iterable[str], name: str = "JSONL") -> Iterator[QuoteRecord]:
    r"""Read what ``write_jsonl`` wrote: an open file, or any lines.

    >>> line = '{"speaker": "Ida", "quote": "No", "source": "a", "kind": "post", "spans": [[1, 3]]}'
    >>> [record.speaker for record in read_jsonl([line, "\n"])]
    ['Ida']

    Args:
        lines: one record each; empty ones are skipped.
        name: what to call the lines in an error.

    Raises:
        SourceError: a line is not a record; the message names the line and the reason.
    """
    return (record for record, _ in read_with_articles(lines, name))


def read_jsonl_by_article(lines: Iterable[str], name: str = "JSONL") -> Iterator[QuoteRecords]:
    r"""Read what ``write_jsonl`` wrote, article by article, as ``extract_many`` yields records.

    The articles have metadata but no text, for ``archive.add_records()``, ``group()`` and
    ``plot.timeline()``. All lines are read before the first records are yielded, since those of an
    article may not be adjacent.

    >>> line = (
    ...     '{"speaker": "Ida", "quote": "No", "source": "a", "kind": "post", "spans": [[1, 3]],'
    ...     ' "article": {"published": "2024-05-04"}}'
    ... )
    >>> (records,) = read_jsonl_by_article([line])
    >>> records[0].speaker, records.articles[0].source, records.articles[0].published
    ('Ida', 'a', '2024-05-04')

    Args:
        lines: one record each; empty ones are skipped.
        name: what to call the lines in an error.

    Raises:
        SourceError: a line is not a record; the message names the line and the reason.
    """
    by_article: dict[tuple[str | None, Article | None], list[QuoteRecord]] = {}
    for record, article in read_with_articles(lines, name):
        by_article.setdefault((record.source, article), []).append(record)
    for (_, article), records in by_article.items():
        yield QuoteRecords(records, [] if article is None else [article])


def read_line(line: str | bytes) -> tuple[QuoteRecord, Article | None]:
    """Read the record of a line, and the metadata of its article.

    Raises:
        ValueError: the line is not JSON, or not a record.
        TypeError: a field is of the wrong type.
        RecursionError: the JSON is nested too deep.
    """
    data: Any = json.loads(line)
    record = record_from_dict(data)
    return record, article_from_metadata(record.source, data.get("article"))


def read_with_articles(
    lines: Iterable[str], name: str
) -> Iterator[tuple[QuoteRecord, Article | None]]:
    """Read the record of each line, with the metadata of its article.

    Raises:
        SourceError: a line is not a record; the message names the line and the reason.
    """
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
