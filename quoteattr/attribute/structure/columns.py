"""Tables whose columns have speakers: names in one row, and the words of each person below."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quoteattr.attribute.documents.document import Document
from quoteattr.attribute.documents.quote import Quote
from quoteattr.detect.alphabet import NAME, QUOTE
from quoteattr.language.patterns import lazy_regex
from quoteattr.records import Span

#: the separator of the cells of a row, and rows that only separate others: *|---|---|*
_CELL_EDGE, _RULE = lazy_regex(r"\t|\|"), lazy_regex(r"[\s|:\-]*+\Z")
#: maximum number of characters of a row, and of lines between a quote and the row of names
_LONGEST, _LINES = 2000, 40


def speaker_of_column(document: Document, quote: Quote) -> int | None:
    """The chunk of the name at the head of a quote's column; None if there is no such table.

    Each cell of its row is a separate quote; the row of names is above it, possibly with other such
    rows and rules in between, and has the same number of cells.
    """
    text, span = document.text, quote.spans[0]
    row = _cells(text, *_line(text, span.start))
    column = next((k for k, cell in enumerate(row) if cell.start <= span.start < cell.end), -1)
    if len(row) < 2 or column < 0 or not _is_row_of_quotes(document, row):
        return None
    for start, end in _lines_above(text, span.start):
        above = _cells(text, start, end)
        if _RULE.match(text, start, end) or (above and _is_row_of_quotes(document, above)):
            continue
        names = [_name(document, cell) for cell in above]
        return names[column] if len(names) == len(row) and None not in names else None
    return None


def _lines_above(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The lines above that of a character, the nearest first."""
    start, _ = _line(text, at)
    for _ in range(_LINES):
        if not start:
            return
        start, end = _line(text, start - 1)
        yield start, end


def _line(text: str, at: int) -> tuple[int, int]:
    """The start and end of the line of a character."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def _cells(text: str, start: int, end: int) -> Sequence[Span]:
    """The non-empty cells of a line; none if there are no separators, or it is a rule."""
    if end - start > _LONGEST or _RULE.match(text, start, end):
        return ()
    edges = [m.span() for m in _CELL_EDGE.finditer(text, start, end)]
    bounds = [(start, start), *edges, (end, end)]
    cells = [Span(left[1], right[0]) for left, right in pairwise(bounds)]
    return [cell for cell in cells if text[slice(*cell)].strip()] if edges else ()


def _is_row_of_quotes(document: Document, cells: Sequence[Span]) -> bool:
    """Whether each cell contains only a quotation."""
    return all(_is_quote(document, cell) for cell in cells)


def _is_quote(document: Document, cell: Span) -> bool:
    """Whether the cell contains only a quotation."""
    chunks = document.chunks
    inside = _chunks_in(document, cell)
    quoted = [i for i in inside if document.tags[i] == QUOTE]
    return len(quoted) == 1 and all(
        i in quoted or not any(map(str.isalnum, document.text[chunks.starts[i] : chunks.ends[i]]))
        for i in inside
    )


def _name(document: Document, cell: Span) -> int | None:
    """The chunk of the name in a cell; None if it contains anything else."""
    named = [i for i in _chunks_in(document, cell) if document.tags[i] == NAME]
    return named[0] if len(named) == 1 else None


def _chunks_in(document: Document, cell: Span) -> range:
    """The chunks that start in a cell."""
    starts = document.chunks.starts
    return range(bisect_left(starts, cell.start), bisect_left(starts, cell.end))
