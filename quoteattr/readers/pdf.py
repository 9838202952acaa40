"""PDF: transcripts, letters, reports.

pypdf extracts the text, page by page; offsets refer to that text. Its lines are those of the page,
so that a hyphen may divide a word at a line end; for ``verify`` that is typography. Running headers
and footers and the numbers of pages, which part a sentence that goes on, are left out.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from quoteattr.extras import require
from quoteattr.readers.fields import FieldMapping
from quoteattr.readers.rows import Entry, LocatedArticle
from quoteattr.records import Article, Failure

#: lines at the top and at the bottom of a page that may be a running header or footer
_EDGE = 2
_DIGITS, _NUMBER = re.compile(r"\d+"), "#"


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
    pages = [page.extract_text().strip().splitlines() for page in reader.pages]
    text = "\n".join("\n".join(lines) for lines in _without_running_lines(pages))
    if text.strip():
        yield LocatedArticle(Article(text, **_article_metadata(reader.metadata)), name)
    else:
        yield Failure(name, "a PDF without text, perhaps of pictures; run OCR, as with ocrmypdf")


def _without_running_lines(pages: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """The lines of each page, but for those at its edges that other pages have at theirs."""
    edges = Counter(
        masked
        for lines in pages
        for masked in {_masked(line) for line in (*lines[:_EDGE], *lines[-_EDGE:])}
    )

    def is_running(line: str) -> bool:
        masked = _masked(line)
        return edges[masked] > 1 or masked == _NUMBER

    for lines in pages:
        first, last = 0, len(lines)
        while first < min(_EDGE, last) and is_running(lines[first]):
            first += 1
        while last > max(first, len(lines) - _EDGE) and is_running(lines[last - 1]):
            last -= 1
        yield lines[first:last] if len(pages) > 1 else lines


def _masked(line: str) -> str:
    """A line with each number the same, as the pages count."""
    return _DIGITS.sub(_NUMBER, line.strip())


def _article_metadata(metadata: Any) -> dict[str, Any]:
    """The title and the author in the metadata of a PDF."""
    title = str(getattr(metadata, "title", None) or "").strip()
    author = str(getattr(metadata, "author", None) or "").strip()
    return {"title": title or None, "authors": (author,) if author else ()}
