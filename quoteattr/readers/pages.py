"""Pages of the web: HTML, and web archives (WARC) of it.

The text of an article is what trafilatura finds in its page, and offsets are those in that text.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any, BinaryIO

from quoteattr.extras import require
from quoteattr.readers.fields import Mapped
from quoteattr.readers.rows import Found, Placed
from quoteattr.records import Article, Failure

#: what a web archive calls a page
HTML_TYPES = ("text/html", "application/xhtml+xml")


def read_html(file: BinaryIO, name: str, mapped: Mapped) -> Iterator[Found]:
    """Read one page."""
    article = page(file.read(), mapped)
    if isinstance(article, Article):
        yield Placed(article, name)
    else:
        yield Failure(name, article)


def page(html: bytes | str, mapped: Mapped, url: str | None = None) -> Article | str:
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
        return f"trafilatura: {type(error).__name__}: {error}"
    if found is None or not found.text:
        return "trafilatura finds no article in this page"
    row = {name: getattr(found, name) for name in found.__slots__ if name != "id"}
    return mapped.article({**row, "url": url or found.url})


def read_warc(file: BinaryIO, name: str, mapped: Mapped) -> Iterator[Found]:
    """Read the pages of a web archive, by their addresses; what is no page is passed over.

    Raises:
        MissingExtraError: fastwarc or trafilatura is not there.
    """
    require("warc", "fastwarc", "trafilatura")
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource
    records = ArchiveIterator(file, record_types=kinds, parse_http=True, auto_decode="all")
    for number, record in enumerate(records, 1):
        media, charset = _media(record)
        if media not in HTML_TYPES:
            continue
        url = record.headers.get("WARC-Target-URI")
        article = page(_decoded(record.reader.read(), charset), mapped, url)
        place = f"{name}#{number}"
        if isinstance(article, Article):
            yield Placed(article, place)
        else:
            yield Failure(url or place, article)


def _media(record: Any) -> tuple[str, str | None]:
    """The type of what a server sent, and its charset; no type where it sent an error."""
    if not record.is_http:
        return (record.headers.get("Content-Type") or "").split(";")[0].strip().lower(), None
    if not 200 <= (record.http_headers.status_code or 0) < 300:
        return "", None
    return (record.http_content_type or "").lower(), record.http_charset


def _decoded(data: bytes, charset: str | None) -> bytes | str:
    """A page in the charset that its server told; if that is wrong, trafilatura finds it out."""
    if charset is not None:
        try:
            return data.decode(charset)
        except (UnicodeDecodeError, LookupError):
            pass
    return data
