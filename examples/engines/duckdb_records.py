"""Extract records from Parquet with DuckDB: duckdb_records.py ARTICLES RECORDS."""

import sys

import duckdb
import pyarrow

from quoteattr.arrow import extract_batches, record_schema


def main(articles: str, records: str) -> None:
    """Read articles, extract, and write records, all streamed."""
    batches = duckdb.connect().read_parquet(articles).to_arrow_reader(100)
    reader = pyarrow.RecordBatchReader.from_batches(record_schema(), extract_batches(batches))
    duckdb.connect().from_arrow(reader).write_parquet(records)


if __name__ == "__main__":
    main(*sys.argv[1:])
