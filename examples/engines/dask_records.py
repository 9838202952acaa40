"""Extract records from a Parquet file of articles with Dask: dask_records.py ARTICLES FOLDER."""

import sys

import dask
import pyarrow
import pyarrow.parquet as pq

from quoteattr.arrow import extract_batches, record_schema


@dask.delayed
def write_group(articles: str, number: int, folder: str) -> None:
    """Write the records of a row group; another run writes the same file."""
    batches = pq.ParquetFile(articles).iter_batches(100, row_groups=[number])
    table = pyarrow.Table.from_batches(extract_batches(batches), record_schema())
    pq.write_table(table, f"{folder}/{number:06}.parquet")


def main(articles: str, folder: str) -> None:
    """A task for each row group, in as many processes as there are cores."""
    groups = range(pq.ParquetFile(articles).num_row_groups)
    dask.compute(*(write_group(articles, n, folder) for n in groups), scheduler="processes")


if __name__ == "__main__":
    main(*sys.argv[1:])
