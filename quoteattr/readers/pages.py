"""Pages of the web: HTML, and web archives (WARC) of it.

The text of an article is what trafilatura finds in its page, and offsets are those in that text.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from email.message import Message
from typing import Any, BinaryIO

from quoteattr.extras import require
from quoteattr.readers.fields import Mapped
from quoteattr.readers.rows import Found, Placed
from quoteattr.records import Article, Failure

#: what a web archive calls a page
HTML_TYPES = ("text/html", "application/xhtml+xml")

#: what trafilatura finds is a row whose fields are known, whatever the caller tells of others
PAGE = Mapped()


def read_html(file: BinaryIO, name: str, mapped: Mapped) -> Iterator[Found]:
    """Read one page."""
    article = page(file.read())
    if isinstance(article, Article):
        yield Placed(article, name)
    else:
        yield Failure(name, article)


def page(html: bytes | str, url: str | None = None) -> Article | str:
    """The article in a page, or in one line why there is none.

    Raises:
        MissingExtraError: trafilatura is not there.
    """
    require("html", "trafilatura")
    import trafilatura

    # It logs what we tell as a failure; without a handler Python prints that.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        found: Any = trafilatura.bare_extraction(
            html, url=url, include_comments=False, with_metadata=True
        )
    except Exception as error:  # a page may be anything
        return " ".join(f"trafilatura: {type(error).__name__}: {error}".split())
    if found is None or not found.text:
        return "trafilatura finds no article in this page"
    row = {name: getattr(found, name) for name in found.__slots__ if name != "id"}
    return PAGE.article({**row, "url": url or found.url})


def read_warc(file: BinaryIO, name: str, mapped: Mapped) -> Iterator[Found]:
    """Read the pages of a web archive, by their addresses; what is no page is passed over.

    Raises:
        MissingExtraError: warcio or trafilatura is not there.
    """
    require("warc", "warcio", "trafilatura")
    # Not FastWARC, which is faster, but ends in silence after a page that was sent in chunks (2.0).
    from warcio.archiveiterator import ArchiveIterator

    number = 0
    for number, record in enumerate(ArchiveIterator(file), 1):
        media, charset = _media(record)
        if media not in HTML_TYPES:
            continue
        url = record.rec_headers.get_header("WARC-Target-URI")
        article = page(_decoded(record.content_stream().read(), charset), url)
        place = f"{name}#{number}"
        if isinstance(article, Article):
            yield Placed(article, place)
        else:
            yield Failure(url or place, article)
    if number == 0:
        yield Failure(name, "a web archive without a record")


def _media(record: Any) -> tuple[str, str | None]:
    """The type of what a server sent, and its charset; another type where it sent an error."""
    answer = record.http_headers
    headers = None
    if record.rec_type == "resource":
        headers = record.rec_headers
    elif record.rec_type == "response" and answer and (answer.statusline or "").startswith("2"):
        headers = answer
    content = Message()
    content["Content-Type"] = (headers and headers.get_header("Content-Type")) or "none/none"
    return content.get_content_type(), content.get_content_charset()


def _decoded(data: bytes, charset: str | None) -> bytes | str:
    """A page in the charset that its server told; if that is wrong, trafilatura finds it out."""
    if charset is not None:
        try:
            return data.decode(charset)
        except (UnicodeDecodeError, LookupError):
            pass
    return data
