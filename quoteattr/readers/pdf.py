"""Read PDF: transcripts, letters, reports.

pypdf extracts the text, page by page; offsets refer to that text. Its lines are those of the page,
so a hyphen may divide a word at a line end; for ``verify`` that is typography. Running headers and
footers and page numbers, which interrupt sentences, are left out; a line that may be testimony,
such as *A. No.* at the foot of two pages, stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any, BinaryIO

from quoteattr.extras import require
from quoteattr.language.patterns import lazy_regex
from quoteattr.readers.fields import FieldMapping
from quoteattr.readers.rows import Entry, LocatedArticle
from quoteattr.records import Article, Failure

#: lines at the top and at the bottom of a page that may be a running header or footer
_EDGE = 2
#: minimum number of pages that show a running line, and a page number
_HEADED, _NUMBERED = 3, 2
_DIGITS, _NUMBER = lazy_regex(r"\d+"), "#"
#: a numbered line that may be testimony: it begins with a quotation mark or the label of a speaker,
#: or ends a sentence or a quote
_SPOKEN = lazy_regex(
    rf"""^(?:{_NUMBER}\s+)?[\p{{Pi}}\p{{Pf}}„‚"']"""
    rf"""|^(?:{_NUMBER}\s+)?\p{{Lu}}(?:[\p{{L}}\p{{M}}.'’ \-]*:|\.\s|\s\s)"""
    r"""|[.?!…\p{Pi}\p{Pf}"']$"""
)


def read_pdf(file: BinaryIO, name: str, mapping: FieldMapping) -> Iterator[Entry]:
    """Read one article from a PDF.

    Raises:
        MissingExtraError: pypdf is not installed.
    """
    require("pdf", "pypdf")
    import logging

    import pypdf

    # It logs defects of a file; without a handler Python prints the log.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    reader = pypdf.PdfReader(file)
    if reader.is_encrypted and not reader.decrypt(""):
        yield Failure(name, "a PDF that requires a password; save it without one")
        return
    pages = [page.extract_text().strip().splitlines() for page in reader.pages]
    text = "\n".join("\n".join(lines) for lines in _without_running_lines(pages))
    if text.strip():
        yield LocatedArticle(Article(text, **_article_metadata(reader.metadata)), name)
    else:
        yield Failure(name, "a PDF without text, perhaps scanned; run OCR, as with ocrmypdf")


def _without_running_lines(pages: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """The lines of each page, without the running headers and footers."""
    headers = _running_lines([lines[:_EDGE] for lines in pages])
    footers = _running_lines([lines[-_EDGE:] for lines in pages])
    for lines in pages:
        top = list(takewhile(lambda line: _masked(line) in headers, lines[:_EDGE]))
        below = lines[len(top) :]
        bottom = takewhile(lambda line: _masked(line) in footers, below[: -_EDGE - 1 : -1])
        yield below[: len(below) - len(list(bottom))]


def _running_lines(edges: Sequence[Sequence[str]]) -> set[str]:
    """The running lines at the top or bottom of the pages, with their numbers masked."""
    standing: defaultdict[str, list[int]] = defaultdict(list)
    for page, lines in enumerate(edges):
        for masked in set(map(_masked, lines)):
            standing[masked].append(page)
    return {
        masked
        for masked, numbers in standing.items()
        if not _SPOKEN.search(masked) and _runs(numbers, len(edges), masked == _NUMBER)
    }


def _runs(standing: Sequence[int], pages: int, is_number: bool) -> bool:
    """Whether a line is on half of the pages, or on every other one from its first on."""
    if len(standing) == 1 or pages < (_NUMBERED if is_number else _HEADED):
        return False
    return 2 * len(standing) >= pages or [*standing] == [*range(standing[0], pages, 2)]


def _masked(line: str) -> str:
    """A line with all numbers replaced by one, since page numbers differ."""
    return _DIGITS.sub(_NUMBER, line.strip())


def _article_metadata(metadata: Any) -> dict[str, Any]:
    """The title and the author in the metadata of a PDF."""
    title = str(getattr(metadata, "title", None) or "").strip()
    author = str(getattr(metadata, "author", None) or "").strip()
    return {"title": title or None, "authors": (author,) if author else ()}
