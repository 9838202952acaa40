"""Tables for people at a terminal; of records: speaker, quote, kind, confidence and source."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import IO, Generic, Literal, NamedTuple, TypeVar

from quoteattr.records import QuoteRecord, QuoteRecords
from quoteattr.text import one_line, percent, printable

#: the type of the objects that a table lists, one per row
Item = TypeVar("Item")

#: columns and lines of a terminal whose size is unknown
FALLBACK_SIZE = (100, 24)


class TableColumn(NamedTuple, Generic[Item]):
    """A column of a table."""

    title: str
    #: returns the text of the cell
    cell: Callable[[Item], str]
    #: maximum share of the table's width; 0, in one column, for the remaining width
    share: float = 1.0
    #: the side of the text that is cut off if there is no room
    clipped: Literal["start", "end"] = "end"


#: the columns of records, in order
RECORD_TABLE: tuple[TableColumn[QuoteRecord], ...] = (
    TableColumn("speaker", lambda r: "—" if r.speaker is None else r.speaker, share=0.2),
    TableColumn("quote", lambda r: r.quote, share=0),
    TableColumn("kind", lambda r: r.kind),
    TableColumn("confidence", lambda r: percent(r.overall_confidence)),
    # the end of a path identifies it
    TableColumn("source", lambda r: r.source or "", share=0.2, clipped="start"),
)


def write_table(
    collections: Iterable[QuoteRecords], file: IO[str], width: int | None = None
) -> None:
    """Write a table of records, once all records are available.

    Args:
        collections: the records, article by article; one row each, in order.
        file: where to write.
        width: of the table, in character cells; that of the terminal if None.
    """
    records = chain.from_iterable(collections)
    write_rows(records, RECORD_TABLE, file, empty="no quotes found", width=width)


def write_rows(
    items: Iterable[Item],
    columns: Sequence[TableColumn[Item]],
    file: IO[str],
    *,
    empty: str,
    width: int | None = None,
) -> None:
    """Write a table, once all its items are available.

    Args:
        items: the items that the table lists, one per row, in order.
        columns: the columns, in order.
        file: where to write.
        empty: the line to write if there are no items.
        width: of the table, in character cells; that of the terminal if None.
    """
    # it imports rich, which the command seldom needs
    from quoteattr.formats.table_layout import layout

    width = width or shutil.get_terminal_size(FALLBACK_SIZE).columns
    # no cell is wider than the table; the factor ten leaves room for combining marks
    rows = [
        [printable(one_line(column.cell(item))[: 10 * width]) for column in columns]
        for item in items
    ]
    if not rows:
        file.write(f"{empty}\n")
        return
    titles = [column.title for column in columns]
    shares, sides = [c.share for c in columns], [c.clipped for c in columns]
    for line in layout([titles, *rows], shares, sides, width):
        file.write(line + "\n")
