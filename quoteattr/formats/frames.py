"""Convert records to data frames: pandas, polars and Arrow, with the columns of ``columns.py``.

There is one row per record, in order; CSV, Parquet and Excel have the same columns. The types of
the values in each library are:

==============================  ==================  ==============================  ==============
value                           pandas              polars                          Arrow
==============================  ==================  ==============================  ==============
text (``speaker``, ``kind``)    ``string``          ``String``                      ``string``
offsets (``mention_start``)     ``Int64``           ``Int64``                       ``int64``
``confidence`` and the like     ``float64``         ``Float64``                     ``double``
``spans``, ``quoted``           tuples of ``Span``  ``List(Struct({start, end}))``  list of struct
``article_authors``             tuples of ``str``   ``List(String)``                list of string
==============================  ==================  ==============================  ==============

None becomes the missing value of each library. Half a surrogate pair, which damaged text may
contain and no library can hold, becomes U+FFFD: the text keeps its length, so that offsets remain
valid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quoteattr.extras import require
from quoteattr.formats.columns import (
    COLUMNS,
    RecordColumn,
    arrow_batch,
    record_rows,
    without_surrogates,
)
from quoteattr.records import QuoteRecords, Span

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


def to_pandas(records: QuoteRecords) -> pandas.DataFrame:
    """Convert to a pandas ``DataFrame``; behind :meth:`QuoteRecords.to_pandas`."""
    require("pandas", "pandas")
    import pandas

    types: dict[type, str] = {str: "string", int: "Int64", float: "float64"}
    rows = list(record_rows([records]))
    return pandas.DataFrame(
        {
            c.name: pandas.Series(_values(rows, c), dtype="object" if c.several else types[c.type])
            for c in COLUMNS
        }
    )


def to_polars(records: QuoteRecords) -> polars.DataFrame:
    """Convert to a polars ``DataFrame``; behind :meth:`QuoteRecords.to_polars`."""
    require("polars", "polars")
    import polars

    types: dict[type, Any] = {
        str: polars.String(),
        int: polars.Int64(),
        float: polars.Float64(),
        Span: polars.Struct(dict.fromkeys(Span._fields, polars.Int64())),
    }
    rows = list(record_rows([records]))
    return polars.DataFrame(
        [
            polars.Series(
                c.name,
                [_as_list(value) for value in _values(rows, c)],
                polars.List(types[c.type]) if c.several else types[c.type],
            )
            for c in COLUMNS
        ]
    )


def to_arrow(records: QuoteRecords) -> pyarrow.Table:
    """Convert to an Arrow ``Table``; behind :meth:`QuoteRecords.to_arrow`."""
    require("arrow", "pyarrow")
    import pyarrow

    return pyarrow.Table.from_batches([arrow_batch(list(record_rows([records])))])


def _values(rows: list[dict[str, Any]], column: RecordColumn) -> list[Any]:
    """The values of a column, without halves of surrogate pairs."""
    return [without_surrogates(cells[column.name]) for cells in rows]


def _as_list(value: Any) -> Any:
    """Convert a tuple to a list, and its spans to dictionaries."""
    if not isinstance(value, tuple):
        return value
    return [item._asdict() if isinstance(item, Span) else item for item in value]
