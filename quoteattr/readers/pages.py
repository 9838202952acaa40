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
from quoteattr.readers.files import MAX_SIZE, UnreadableError, read_whole
from quoteattr.readers.rows import Found, Placed
from quoteattr.records import Article, Failure
from quoteattr.text import shorten_text

#: what a web archive calls a page
HTML_TYPES = ("text/html", "application/xhtml+xml")

#: what trafilatura finds is a row whose fields are known, whatever the caller tells of others
PAGE = Mapped()

#: what to do where a page gives no text
_SAVE_TEXT = "save its text as a file of its own, and pass that"


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
        reason = shorten_text(f"{type(error).__name__}: {error}")
        return f"trafilatura cannot read this page ({reason}); {_SAVE_TEXT}"
    if found is None or not found.text:
        return f"trafilatura finds no article in this page; {_SAVE_TEXT}"
    row = {name: getattr(found, name) for name in found.__slots__ if name != "id"}
    return PAGE.article({**row, "url": url or found.url})


def read_warc(file: BinaryIO, name: str, mapped: Mapped) -> Iterator[Found]:
    """Read the pages of a web archive, by their addresses; what is no page is passed over.

    Raises:
        MissingExtraError: warcio or trafilatura is not there.
    """
    require("warc", "warcio", "trafilatura")
    number = 0
    for number, record in enumerate(_records(file), 1):
        if isinstance(record, str):
            yield Failure(f"{name}#{number}", record)
        elif _media(record)[0] in HTML_TYPES:
            max_size: int = getattr(file, "max_size", MAX_SIZE)
            yield _archived(record, f"{name}#{number}", max_size)
    if number == 0:
        yield Failure(name, "a web archive without a record; make it, as with wget --warc-file")


def _records(file: BinaryIO) -> Iterator[Any]:
    """The records of a web archive; in place of one that cannot be read, what is wrong with it."""
    # Not FastWARC, which is faster, but ends in silence after a page that was sent in chunks (2.0).
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    archive = ArchiveIterator(file)
    archive.INC_RECORD = ""  # or it prints what is told of here as a failure
    load = archive.loader.load_http_headers
    # It ends with an AttributeError where there is no address.
    archive.loader.load_http_headers = lambda kind, url, *rest: load(kind, url or "", *rest)
    more, some = True, False
    while more:
        more = False
        try:
            for record in archive:
                some = True
                yield _addressed(record)
        except ArchiveLoadFailed as error:
            more = _skip_to_next(archive)
            if not some and not more:  # it is no archive at all
                raise
            yield f"not a record ({shorten_text(error)}); make the archive anew, or leave it out"


def _addressed(record: Any) -> Any:
    """A record, or what is wrong if it is a page without an address."""
    if record.rec_type not in ("response", "resource"):
        return record
    address = record.rec_headers.get_header("WARC-Target-URI")
    if address:
        return record
    return "a record without its address (WARC-Target-URI); write it there, or leave the page out"


def _skip_to_next(archive: Any) -> bool:
    """Let an iterator that has met what is no record go on with the next one, if there is one."""
    while line := archive.reader.readline():
        if line.startswith(b"WARC/"):
            archive.next_line, archive.record = line, None
            archive.the_iter = archive._iterate_records()
            return True
    return False


def _archived(record: Any, place: str, max_size: int) -> Found:
    """The article in a page of a web archive."""
    url = record.rec_headers.get_header("WARC-Target-URI")
    try:
        data = read_whole(record.content_stream().read, max_size)
        article = page(_decoded(data, _media(record)[1]), url)
    except UnreadableError as error:
        article = str(error)
    except Exception as error:  # such as a page that was compressed and is cut off
        article = f"a page that cannot be read ({shorten_text(error)}); fetch it anew"
    return (
        Placed(article, place) if isinstance(article, Article) else Failure(url or place, article)
    )


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
