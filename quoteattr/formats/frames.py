"""Records as data frames: pandas, polars and Arrow, each with the columns of ``io.columns``.

One row a record, in order; CSV, Parquet and Excel have the same columns. What each kind of value
is in each library:

==============================  ==================  ==============================  ==============
value                           pandas              polars                          Arrow
==============================  ==================  ==============================  ==============
words (``speaker``, ``kind``)   ``string``          ``String``                      ``string``
places (``mention_start``)      ``Int64``           ``Int64``                       ``int64``
``confidence`` and the like     ``float64``         ``Float64``                     ``double``
``spans``, ``quoted``           tuples of ``Span``  ``List(Struct({start, end}))``  list of struct
``article_authors``             tuples of ``str``   ``List(String)``                list of string
==============================  ==================  ==============================  ==============

What is None is missing in the way of each. Half a surrogate pair, which damaged text may contain
and no library holds, is U+FFFD there: a text keeps its length, so that the places still fit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quoteattr.extras import require
from quoteattr.formats.columns import COLUMNS, Column, arrow_batch, rows, storable
from quoteattr.records import QuoteRecords, Span

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


def to_pandas(records: QuoteRecords) -> pandas.DataFrame:
    """Make a pandas ``DataFrame``; behind :meth:`QuoteRecords.to_pandas`."""
    require("pandas", "pandas")
    import pandas

    types: dict[type, str] = {str: "string", int: "Int64", float: "float64"}
    told = list(rows([records]))
    return pandas.DataFrame(
        {
            c.name: pandas.Series(_values(told, c), dtype="object" if c.several else types[c.type])
            for c in COLUMNS
        }
    )


def to_polars(records: QuoteRecords) -> polars.DataFrame:
    """Make a polars ``DataFrame``; behind :meth:`QuoteRecords.to_polars`."""
    require("polars", "polars")
    import polars

    types: dict[type, Any] = {
        str: polars.String(),
        int: polars.Int64(),
        float: polars.Float64(),
        Span: polars.Struct(dict.fromkeys(Span._fields, polars.Int64())),
    }
    told = list(rows([records]))
    return polars.DataFrame(
        [
            polars.Series(
                c.name,
                [_listed(value) for value in _values(told, c)],
                polars.List(types[c.type]) if c.several else types[c.type],
            )
            for c in COLUMNS
        ]
    )


def to_arrow(records: QuoteRecords) -> pyarrow.Table:
    """Make an Arrow ``Table``; behind :meth:`QuoteRecords.to_arrow`."""
    require("arrow", "pyarrow")
    import pyarrow

    return pyarrow.Table.from_batches([arrow_batch(list(rows([records])))])


def _values(told: list[dict[str, Any]], column: Column) -> list[Any]:
    """The values of a column, each character whole."""
    return [storable(cells[column.name]) for cells in told]


def _listed(value: Any) -> Any:
    """A tuple as a list, its spans as dictionaries."""
    if not isinstance(value, tuple):
        return value
    return [item._asdict() if isinstance(item, Span) else item for item in value]
