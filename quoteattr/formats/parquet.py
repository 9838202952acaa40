"""Parquet: one record a row, for archives and data frames (extra ``parquet``)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from quoteattr.extras import require
from quoteattr.formats.columns import arrow_batch, arrow_schema, rows
from quoteattr.records import QuoteRecords

#: records that are held in memory and written as one row group
GROUP = 10_000


def write_parquet(parts: Iterable[QuoteRecords], file: IO[bytes]) -> None:
    """Write the columns of ``formats/columns.py``, a row group whenever enough records are there.

    Half a surrogate pair, which Parquet cannot hold, becomes U+FFFD. What ends the stream of
    records early leaves a file that is whole, with the records until then.

    Raises:
        MissingExtraError: pyarrow is not there.
    """
    require("parquet", "pyarrow")
    import pyarrow.parquet

    group = []
    with pyarrow.parquet.ParquetWriter(file, arrow_schema()) as writer:
        try:
            for values in rows(parts):
                group.append(values)
                if len(group) == GROUP:
                    writer.write_batch(arrow_batch(group))
                    group.clear()
        finally:
            if group:
                writer.write_batch(arrow_batch(group))
