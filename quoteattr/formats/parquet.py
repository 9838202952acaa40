"""Parquet: one record per row, for archives and data frames (extra ``parquet``)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from quoteattr.extras import require
from quoteattr.formats.columns import arrow_batch, arrow_schema, record_rows
from quoteattr.records import QuoteRecords

#: number of records that are held in memory and written as one row group
ROW_GROUP_SIZE = 10_000


def write_parquet(collections: Iterable[QuoteRecords], file: IO[bytes]) -> None:
    """Write the columns of ``formats/columns.py`` in row groups.

    Half a surrogate pair, which Parquet cannot hold, becomes U+FFFD. If the stream of records ends
    early, the file is complete, with the records until then.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    require("parquet", "pyarrow")
    import pyarrow.parquet

    rows = []
    with pyarrow.parquet.ParquetWriter(file, arrow_schema()) as writer:
        try:
            for values in record_rows(collections):
                rows.append(values)
                if len(rows) == ROW_GROUP_SIZE:
                    writer.write_batch(arrow_batch(rows))
                    rows.clear()
        finally:
            if rows:
                writer.write_batch(arrow_batch(rows))
