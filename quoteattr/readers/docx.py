"""Read DOCX, the format of Word.

The text consists of the paragraphs in order, one per line, and of the rows of tables, the cells
parted by tabs if each is of one line; offsets refer to that text. Headers, footers, footnotes and
text boxes are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from quoteattr.extras import require
from quoteattr.readers.fields import FieldMapping
from quoteattr.readers.rows import Entry, LocatedArticle
from quoteattr.records import Article, Failure


def read_docx(file: BinaryIO, name: str, mapping: FieldMapping) -> Iterator[Entry]:
    """Read one article from a DOCX.

    Raises:
        MissingExtraError: python-docx is not installed.
    """
    require("docx", "docx")
    import docx

    document = docx.Document(file)
    text = "\n".join(_lines(document))
    if text.strip():
        properties = document.core_properties
        authors = (properties.author,) if properties.author else ()
        yield LocatedArticle(Article(text, title=properties.title or None, authors=authors), name)
    else:
        yield Failure(name, "a DOCX without text; write it in paragraphs, not in text boxes")


def _lines(container: Any) -> Iterator[str]:
    """Yield the paragraphs of a document or a cell, with those in its tables."""
    for block in container.iter_inner_content():
        if hasattr(block, "text"):
            yield block.text
            continue
        for row in block.rows:
            yield from _row(row)


def _row(row: Any) -> Iterator[str]:
    """The row of a table as one line, or the lines of its cells where one has several."""
    cells = dict.fromkeys(row.cells)  # a cell that spans several columns is repeated for each
    contents = [list(_lines(cell)) for cell in cells]
    if all(len(lines) == 1 for lines in contents):
        yield "\t".join(line for (line,) in contents)
    else:
        yield from (line for lines in contents for line in lines)
