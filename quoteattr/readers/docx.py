"""DOCX: what Word and others write.

The text is that of the paragraphs and the cells of tables, in their order, one a line, and offsets
are those in that text. Headers, footers, footnotes and text boxes are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from quoteattr.extras import require
from quoteattr.readers.fields import Mapped
from quoteattr.readers.rows import Found, Placed
from quoteattr.records import Article, Failure


def read_docx(file: BinaryIO, name: str, mapped: Mapped) -> Iterator[Found]:
    """Read one article from a DOCX.

    Raises:
        MissingExtraError: python-docx is not there.
    """
    require("docx", "docx")
    import docx

    document = docx.Document(file)
    text = "\n".join(_lines(document))
    if text.strip():
        facts = document.core_properties
        authors = (facts.author,) if facts.author else ()
        yield Placed(Article(text, title=facts.title or None, authors=authors), name)
    else:
        yield Failure(name, "a DOCX without text; write it in paragraphs, not in text boxes")


def _lines(container: Any) -> Iterator[str]:
    """The paragraphs of a document or a cell, those in the cells of its tables among them."""
    for block in container.iter_inner_content():
        if hasattr(block, "text"):
            yield block.text
            continue
        cells = (cell for row in block.rows for cell in row.cells)
        for cell in dict.fromkeys(cells):  # one that spans several columns is there once for each
            yield from _lines(cell)
