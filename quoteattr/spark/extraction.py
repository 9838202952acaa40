"""Extract records from the articles of a Spark data frame."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Unpack

from quoteattr.api import make_options
from quoteattr.arrow import article_columns, extract_batches, record_schema
from quoteattr.extras import require
from quoteattr.options import ExtractOptions

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame


def extract(
    frame: DataFrame,
    *,
    text: str = "text",
    source: str | None = "source",
    keep: Collection[str] = (),
    **options: Unpack[ExtractOptions],
) -> DataFrame:
    """Extract the records of articles, in the executors, when the result is needed.

    The rows are those of :func:`quoteattr.arrow.extract_batches`: the records of
    :func:`quoteattr.extract_many`, and a row with ``failure`` for each faulty article. quoteattr
    must be installed where the executors run; docs/scale.md shows how.

    Args:
        frame: articles, one per row; from Spark or Spark Connect.
        text: the column with the text.
        source: the column with the name of the source; None if there is none.
        keep: columns of the articles to copy to each row of records.
        options: as for :func:`quoteattr.extract`.

    Raises:
        InputError: an argument is of the wrong type, or a column is missing.
        OptionError: an option does not exist.
        MissingExtraError: the extra ``spark`` is not installed.
    """
    require("spark", "pyspark", "pyarrow")
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

    columns = article_columns(text, source, keep)
    make_options(**options)
    articles = frame.select(*columns.read(frame.columns))
    schema = to_arrow_schema(articles.schema)
    columns.check(schema)
    records = record_schema(schema.field(name) for name in columns.keep)

    def run(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        return extract_batches(batches, text=text, source=source, keep=columns.keep, **options)

    return articles.mapInArrow(run, from_arrow_schema(records))
