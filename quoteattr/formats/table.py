"""Tables for people in a terminal; of records: who said what, how surely, and where."""

from __future__ import annotations

import shutil
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, chain
from typing import IO, Generic, NamedTuple, TypeVar

from quoteattr.records import QuoteRecord, QuoteRecords, percent

#: what a row tells of
Item = TypeVar("Item")

#: how wide the table is where nobody knows the width of the terminal
FALLBACK = (100, 24)

#: between two columns
GAP = "  "

#: the column that takes what is left never gets less, however narrow the terminal
LEAST_REST = 8

#: joiners that shape letters and emoji; every other invisible character is left out
JOINERS = "\u200c\u200d"


#: general categories of characters that take no cell of their own: marks, joiners
NO_CELL = ("Mn", "Me", "Cf")


def _ends(text: str) -> list[int]:
    """In which character cell each character ends; a wide one, as of Chinese, takes two.

    A terminal may draw a family of joined emoji as one, in fewer cells; it never needs more.
    """
    return list(accumulate(map(_cells, text)))


def _cells(character: str) -> int:
    """How many cells a character takes."""
    if unicodedata.category(character) in NO_CELL:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width(text: str) -> int:
    """How many character cells a terminal needs for a text.

    >>> width("Zoë"), width("Zoe\u0308"), width("引用")
    (3, 3, 4)
    """
    return sum(map(_cells, text))


def _clip_end(text: str, room: int) -> str:
    """The text, its end cut off where there is no room for it."""
    ends = _ends(text)
    if not ends or ends[-1] <= room:
        return text
    return text[: bisect_right(ends, room - 1)].rstrip() + "…"


def _clip_start(text: str, room: int) -> str:
    """The text, its start cut off where there is no room: a path is known by its end."""
    ends = _ends(text)
    if not ends or ends[-1] <= room:
        return text
    last_cut = ends[bisect_left(ends, ends[-1] - room + 1)]
    return "…" + text[bisect_right(ends, last_cut) :]


def _fill(text: str, room: int) -> str:
    """The text with spaces after it, as wide as its column."""
    return text + " " * (room - width(text))


class Column(NamedTuple, Generic[Item]):
    """A column of a table."""

    title: str
    #: the words in the cell
    cell: Callable[[Item], str]
    #: shortens them
    fit: Callable[[str, int], str] = _clip_end
    #: the share of the table that it may take at most; 0, in one column, for what the others leave
    share: float = 1.0


#: the columns of records in order
COLUMNS: tuple[Column[QuoteRecord], ...] = (
    Column("speaker", lambda r: "—" if r.speaker is None else r.speaker, share=0.2),
    Column("quote", lambda r: r.quote, share=0),
    Column("kind", lambda r: r.kind),
    Column("confidence", lambda r: percent(r.overall_confidence)),
    Column("source", lambda r: r.source or "", fit=_clip_start, share=0.2),
)


def write_table(parts: Iterable[QuoteRecords], file: IO[str], columns: int | None = None) -> None:
    """Write a table that is as wide as the terminal, once all records are there.

    Args:
        parts: their records are shown one a row, in order.
        file: where to.
        columns: width of the table in character cells; that of the terminal if None.
    """
    draw(chain.from_iterable(parts), COLUMNS, file, "no quotes found", columns)


def draw(
    items: Iterable[Item],
    columns: Sequence[Column[Item]],
    file: IO[str],
    none: str,
    room: int | None = None,
) -> None:
    """Write a table, once all that it tells of is there.

    Args:
        items: what the rows tell of, in order.
        columns: the columns in order.
        file: where to.
        none: what is written where there is nothing.
        room: width of the table in character cells; that of the terminal if None.
    """
    room = room or shutil.get_terminal_size(FALLBACK).columns
    rows = [[_one_line(column.cell(item), room) for column in columns] for item in items]
    if not rows:
        file.write(f"{none}\n")
        return
    titles = [column.title for column in columns]
    widths = _widths([titles, *rows], columns, room)
    for row in (titles, ["─" * w for w in widths], *rows):
        file.write(_draw(row, columns, widths) + "\n")


def _one_line(text: str, room: int) -> str:
    """The start of a text in characters that a terminal shows and that do not move its cursor."""
    # No cell is wider than the table; the tenfold leaves room for combining marks.
    words = " ".join(text.split())
    words = words if len(words) <= 10 * room else words[: 10 * room]
    return "".join(c for c in words if c.isprintable() or c in JOINERS)


def _widths(rows: list[list[str]], columns: Sequence[Column[Item]], room: int) -> list[int]:
    """The width of each column: what its cells need, within its share of the room."""
    needed = [max(map(width, cells)) for cells in zip(*rows, strict=True)]
    widths = [
        min(need, max(len(column.title), int(column.share * room))) if column.share else 0
        for need, column in zip(needed, columns, strict=True)
    ]
    rest = max(LEAST_REST, room - sum(widths) - len(GAP) * (len(columns) - 1))
    return [wide or min(need, rest) for wide, need in zip(widths, needed, strict=True)]


def _draw(row: list[str], columns: Sequence[Column[Item]], widths: list[int]) -> str:
    """One line of the table."""
    cells = [
        _fill(column.fit(cell, room), room)
        for column, cell, room in zip(columns, row, widths, strict=True)
    ]
    return GAP.join(cells).rstrip()
