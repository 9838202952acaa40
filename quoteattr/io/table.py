"""A table for people in a terminal: who said what, how surely, and where."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from typing import NamedTuple, TextIO

from wcwidth import clip, ljust, width

from quoteattr.records import QuoteRecord

#: how wide the table is where nobody knows the width of the terminal
FALLBACK = (100, 24)

#: between two columns
GAP = "  "

#: the quote never gets less, however narrow the terminal
LEAST_QUOTE = 8

#: joiners that shape letters and emoji; every other invisible character is left out
JOINERS = "\u200c\u200d"


def _clip_end(text: str, room: int) -> str:
    """The text, its end cut off where there is no room for it."""
    return text if width(text) <= room else clip(text, 0, room - 1).rstrip() + "…"


def _clip_start(text: str, room: int) -> str:
    """The text, its start cut off where there is no room: a path is known by its end."""
    whole = width(text)
    return text if whole <= room else "…" + clip(text, whole - room + 1, whole)


class Column(NamedTuple):
    """A column of the table."""

    title: str
    #: the words in the cell
    cell: Callable[[QuoteRecord], str]
    #: shortens them
    fit: Callable[[str, int], str] = _clip_end
    #: the share of the table that it may take at most; 0, in one column, for what the others leave
    share: float = 1.0


#: the columns in order
COLUMNS: tuple[Column, ...] = (
    Column("speaker", lambda r: "—" if r.speaker is None else r.speaker, share=0.2),
    Column("quote", lambda r: r.quote, share=0),
    Column("kind", lambda r: r.kind),
    Column("confidence", lambda r: f"{r.confidence:.0%}"),
    Column("source", lambda r: r.source or "", fit=_clip_start, share=0.2),
)


def write_table(records: Iterable[QuoteRecord], file: TextIO, columns: int | None = None) -> None:
    """Write a table that is as wide as the terminal, once all records are there.

    Args:
        records: shown one a row, in order.
        file: where to.
        columns: width of the table in character cells; that of the terminal if None.
    """
    room = columns or shutil.get_terminal_size(FALLBACK).columns
    rows = [[_one_line(c.cell(r), room) for c in COLUMNS] for r in records]
    if not rows:
        file.write("no quotes found\n")
        return
    titles = [c.title for c in COLUMNS]
    widths = _widths([titles, *rows], room)
    for row in (titles, ["─" * w for w in widths], *rows):
        file.write(_draw(row, widths) + "\n")


def _one_line(text: str, room: int) -> str:
    """The start of a text in characters that a terminal shows and that do not move its cursor."""
    # No cell is wider than the table; the tenfold leaves room for combining marks.
    words = " ".join(text.split())
    words = words if len(words) <= 10 * room else words[: 10 * room]
    return "".join(c for c in words if c.isprintable() or c in JOINERS)


def _widths(rows: list[list[str]], room: int) -> list[int]:
    """The width of each column: what its cells need, within its share of the room."""
    needed = [max(map(width, cells)) for cells in zip(*rows, strict=True)]
    widths = [
        min(need, max(len(column.title), int(column.share * room))) if column.share else 0
        for need, column in zip(needed, COLUMNS, strict=True)
    ]
    rest = max(LEAST_QUOTE, room - sum(widths) - len(GAP) * (len(COLUMNS) - 1))
    return [wide or min(need, rest) for wide, need in zip(widths, needed, strict=True)]


def _draw(row: list[str], widths: list[int]) -> str:
    """One line of the table."""
    cells = [
        ljust(column.fit(cell, room), room)
        for column, cell, room in zip(COLUMNS, row, widths, strict=True)
    ]
    return GAP.join(cells).rstrip()
