"""PDF: transcripts, letters, reports.

The text is what pypdf finds on the pages, one page after the other, and offsets are those in that
text. Its lines are those of the page, so that a word may be parted by a hyphen; ``verify`` takes
that for typography.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any, BinaryIO

from quoteattr.extras import require
from quoteattr.readers.fields import Mapped
from quoteattr.readers.rows import Found, Placed
from quoteattr.records import Article, Failure


def read_pdf(file: BinaryIO, name: str, mapped: Mapped) -> Iterator[Found]:
    """Read one article from a PDF.

    Raises:
        MissingExtraError: pypdf is not there.
    """
    require("pdf", "pypdf")
    import pypdf

    # It logs what is odd in a file; without a handler Python prints that.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    reader = pypdf.PdfReader(file)
    if reader.is_encrypted and not reader.decrypt(""):
        yield Failure(name, "a PDF that asks for a password; save it without one")
        return
    text = "\n".join(page.extract_text().strip() for page in reader.pages)
    if text.strip():
        yield Placed(Article(text, **_facts(reader.metadata)), name)
    else:
        yield Failure(name, "a PDF without text, perhaps of pictures; run OCR, as with ocrmypdf")


def _facts(metadata: Any) -> dict[str, Any]:
    """What a PDF tells of itself: title and author."""
    title = str(getattr(metadata, "title", None) or "").strip()
    author = str(getattr(metadata, "author", None) or "").strip()
    return {"title": title or None, "authors": (author,) if author else ()}
