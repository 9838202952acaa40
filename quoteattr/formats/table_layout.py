"""Lay out a table in character cells; a wide character, such as a Chinese one, takes two.

The width of a character comes from rich, which is imported with this module.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

import regex
from rich.cells import cell_len, set_cell_size

#: the side of a text that is cut off if there is no room
Side = Literal["start", "end"]

#: between two columns
GAP = "  "

#: minimum width of the column that takes the remaining width, however narrow the table
MIN_REST = 8


def layout(
    rows: Sequence[Sequence[str]],
    shares: Sequence[float],
    clipped: Sequence[Side],
    width: int,
) -> Iterator[str]:
    """Lay out a table.

    Args:
        rows: the texts of the cells, the titles first; each is one line of printable characters.
        shares: the maximum share of the width for each column; 0, in one column, for the remaining
            width.
        clipped: the side that is cut off in each column.
        width: of the table, in character cells.

    Yields:
        The lines of the table, with a rule below the titles.

    >>> for line in layout([["word", "n"], ["storm", "1"]], (1, 1), ("end", "end"), 20):
    ...     print(line)
    word   n
    ─────  ─
    storm  1
    """
    widths = _column_widths(rows, shares, width)
    titles, *body = rows
    for row in (titles, ["─" * wide for wide in widths], *body):
        cells = [
            set_cell_size(_CLIP[side](cell, wide), wide)
            for cell, wide, side in zip(row, widths, clipped, strict=True)
        ]
        yield GAP.join(cells).rstrip()


def _column_widths(rows: Sequence[Sequence[str]], shares: Sequence[float], width: int) -> list[int]:
    """The width of each column: that of its widest cell, limited by its share of the table."""
    needed = [max(map(cell_len, cells)) for cells in zip(*rows, strict=True)]
    widths = [
        min(need, max(len(title), int(share * width))) if share else 0
        for need, title, share in zip(needed, rows[0], shares, strict=True)
    ]
    left = max(MIN_REST, width - sum(widths) - len(GAP) * (len(shares) - 1))
    return [wide or min(need, left) for wide, need in zip(widths, needed, strict=True)]


def _clip_end(text: str, width: int) -> str:
    """Cut off the end of a text that is wider than a number of cells."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…"


def _clip_start(text: str, width: int) -> str:
    """Cut off the start of a text that is too wide, between two user-perceived characters."""
    if cell_len(text) <= width:
        return text
    ends = (grapheme.end() for grapheme in regex.finditer(r"\X", text))
    return "…" + next(text[end:] for end in ends if cell_len(text[end:]) < width)


_CLIP: dict[Side, Callable[[str, int], str]] = {"start": _clip_start, "end": _clip_end}
