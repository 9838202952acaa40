"""Extract records from a Parquet file of articles with Daft: daft_records.py ARTICLES FOLDER."""

import sys

import daft
import pyarrow

from quoteattr.arrow import extract_batches, record_schema

records = daft.DataType.from_arrow_type(pyarrow.list_(pyarrow.struct(list(record_schema()))))


@daft.func.batch(return_dtype=records)
def extract(text: daft.Series, source: daft.Series) -> list[list[dict]]:
    """The records of each article of a batch, as a list."""
    articles = zip(text.to_arrow(), source.to_arrow(), strict=True)
    batches = (pyarrow.record_batch({"text": [t], "source": [s]}) for t, s in articles)
    return [[row for b in extract_batches([batch]) for row in b.to_pylist()] for batch in batches]


if __name__ == "__main__":
    frame = daft.read_parquet(sys.argv[1])
    lists = frame.select(extract(frame["text"], frame["source"]).alias("record"))
    record = daft.col("record")  # null for an article without records
    rows = lists.explode(record).where(record.not_null())
    rows.select(record.unnest()).write_parquet(sys.argv[2])
