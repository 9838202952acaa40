"""PDF: transcripts, letters, reports.

pypdf extracts the text, page by page; offsets refer to that text. Its lines are those of the page,
so that a hyphen may divide a word at a line end; for ``verify`` that is typography.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any, BinaryIO

from quoteattr.extras import require
from quoteattr.readers.fields import FieldMapping
from quoteattr.readers.rows import Entry, LocatedArticle
from quoteattr.records import Article, Failure


def read_pdf(file: BinaryIO, name: str, mapping: FieldMapping) -> Iterator[Entry]:
    """Read one article from a PDF.

    Raises:
        MissingExtraError: pypdf is not installed.
    """
    require("pdf", "pypdf")
    import pypdf

    # It logs defects of a file; without a handler Python prints the log.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    reader = pypdf.PdfReader(file)
    if reader.is_encrypted and not reader.decrypt(""):
        yield Failure(name, "a PDF that asks for a password; save it without one")
        return
    text = "\n".join(page.extract_text().strip() for page in reader.pages)
    if text.strip():
        yield LocatedArticle(Article(text, **_article_metadata(reader.metadata)), name)
    else:
        yield Failure(name, "a PDF without text, perhaps of pictures; run OCR, as with ocrmypdf")


def _article_metadata(metadata: Any) -> dict[str, Any]:
    """The title and the author in the metadata of a PDF."""
    title = str(getattr(metadata, "title", None) or "").strip()
    author = str(getattr(metadata, "author", None) or "").strip()
    return {"title": title or None, "authors": (author,) if author else ()}
