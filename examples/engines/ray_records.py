"""Extract records from a Parquet file of articles with Ray Data: ray_records.py ARTICLES FOLDER."""

import sys

import pyarrow
import ray.data

from quoteattr.arrow import extract_batches, record_schema


def extract(table: pyarrow.Table) -> pyarrow.Table:
    """The records of a batch of articles."""
    return pyarrow.Table.from_batches(extract_batches(table.to_batches()), record_schema())


if __name__ == "__main__":
    articles = ray.data.read_parquet(sys.argv[1])
    articles.map_batches(extract, batch_format="pyarrow", batch_size=100).write_parquet(sys.argv[2])
