"""Read records that were written as JSONL or Parquet, article by article.

A Parquet folder may be partitioned, as Spark and others write it (``day=2026-05-04``): the value in
the name of a folder is the value of a column. Besides the columns of the Parquet export, a row may
have ``failure`` (what went wrong in an article) and ``group_id`` (its group, from
:func:`quoteattr.spark.group`).
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quoteattr.checks import check_path
from quoteattr.errors import SourceError
from quoteattr.extras import require
from quoteattr.formats.columns import COLUMNS, FAILURE_COLUMN, GROUP_COLUMN, record_from_row
from quoteattr.formats.jsonl import read_with_articles
from quoteattr.formats.record_dict import article_from_metadata
from quoteattr.groups.group import QuoteGroup, group_order, make_group
from quoteattr.readers.files import check_exists, partition_values, search_folder
from quoteattr.records import Article, Failure, QuoteRecord, QuoteRecords
from quoteattr.text import shorten_text

#: rows of a Parquet file in memory at a time, in addition to the records
_BATCH_ROWS = 1_000
_KINDS = (".parquet", ".jsonl", ".ndjson")

#: a record with its article and its group
Member = tuple[QuoteRecord, Article | None, str | None]


def read_records(*paths: str | os.PathLike[str]) -> Iterator[QuoteRecords]:
    """Read records that ``write`` or Spark wrote, article by article, like ``extract_many``.

    ``QuoteArchive.add_records``, ``group`` and ``audit`` accept them. The articles have metadata
    but no text. All rows are read before the first records are yielded, since those of one article
    may be in different places: read a large table one folder at a time, such as a day.

    Args:
        paths: files (Parquet, JSONL), or folders of them with their subfolders, which may be
            partitioned.

    Yields:
        The records of each article, and a collection without an article for each failure.

    Raises:
        SourceError: a path does not exist, or holds no records.
        MissingExtraError: the extra ``parquet`` is not installed.
    """
    yield from by_article(_members(paths))


def by_article(members: Iterable[Member | Failure]) -> Iterator[QuoteRecords]:
    """Yield the records of each article, and a collection without an article for each failure."""
    records = defaultdict[tuple[str | None, Article | None], list[QuoteRecord]](list)
    for member in members:
        if isinstance(member, Failure):
            yield QuoteRecords(failures=[member])
        else:
            record, article, _ = member
            records[record.source, article].append(record)
    for (_, article), of_article in records.items():
        # In order of position: partitions do not keep the order of rows.
        in_order = sorted(of_article, key=lambda record: record.spans)
        yield QuoteRecords(in_order, [] if article is None else [article])


def read_groups(*paths: str | os.PathLike[str]) -> list[QuoteGroup]:
    """Read groups that :func:`quoteattr.spark.group` made, with all columns of their records.

    Args:
        paths: as for :func:`read_records`; the rows have ``group_id``.

    Returns:
        The groups, in the order of :func:`quoteattr.group`.

    Raises:
        SourceError: a path does not exist, or holds no groups.
        MissingExtraError: the extra ``parquet`` is not installed.
    """
    records = defaultdict[str, list[QuoteRecord]](list)
    articles: dict[str | None, Article] = {}
    for member in _members(paths):
        if isinstance(member, Failure):
            continue
        record, article, group_id = member
        if group_id is None:
            raise SourceError(
                f"a record without {GROUP_COLUMN}",
                where="read_groups()",
                remedy="write the result of quoteattr.spark.group(records, keep=records.columns)",
            )
        records[group_id].append(record)
        articles |= {} if article is None else {record.source: article}
    groups = (make_group(of_group, articles) for of_group in records.values())
    return sorted(groups, key=group_order)


def _members(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Member | Failure]:
    """The records in some files and folders."""
    for location in paths:
        path = check_path(location, "read_records()")
        check_exists(path)
        files = search_folder(path, _KINDS).files if os.path.isdir(path) else [path]
        if not files:
            raise SourceError(
                f"a folder without {', '.join(f'*{kind}' for kind in _KINDS)}",
                where=path,
                remedy="pass one with records",
            )
        for file in files:
            yield from _read_parquet(file) if file.endswith(_KINDS[0]) else _read_jsonl(file)


def _read_jsonl(path: str) -> Iterator[Member]:
    """The records of a JSONL file."""
    with open(path, encoding="utf-8") as lines:
        for record, article in read_with_articles(lines, path):
            yield record, article, None


def _read_parquet(path: str) -> Iterator[Member | Failure]:
    """The records of a Parquet file; columns that it does not have are empty."""
    require("parquet", "pyarrow")
    import pyarrow
    import pyarrow.parquet

    fixed = partition_values(path)
    try:
        with pyarrow.parquet.ParquetFile(path) as table:
            columns = [name for name in table.schema_arrow.names if name in _READ_COLUMNS]
            for batch in table.iter_batches(_BATCH_ROWS, columns=columns):
                for row in batch.to_pylist():
                    yield read_member(fixed | row)
    except (pyarrow.ArrowException, ValueError, TypeError, KeyError) as error:
        raise SourceError(
            f"not a record ({shorten_text(error)})",
            where=path,
            remedy="pass records that write() or quoteattr.spark.extract wrote",
        ) from error


_READ_COLUMNS = frozenset((FAILURE_COLUMN, GROUP_COLUMN, *(column.name for column in COLUMNS)))


def read_member(row: Mapping[str, Any]) -> Member | Failure:
    """Read the record of a row, or the failure of its article.

    Raises:
        KeyError: a column is missing.
        InputError: a value is of the wrong type.
    """
    if row.get(FAILURE_COLUMN) is not None:
        return Failure(row.get("source"), row[FAILURE_COLUMN])
    record = record_from_row(row)
    metadata = {
        column.path[-1]: row[column.name]
        for column in COLUMNS
        if column.of_article and row.get(column.name) is not None
    }
    return record, article_from_metadata(record.source, metadata or None), row.get(GROUP_COLUMN)
