"""Read web pages: HTML files and web archives (WARC).

trafilatura extracts the text of an article from its page; offsets refer to the extracted text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import regex

from quoteattr.detect.html_tags import find_tag, is_page
from quoteattr.extras import require
from quoteattr.readers.fields import FieldMapping
from quoteattr.readers.markup import text_of_html
from quoteattr.readers.rows import Entry, LocatedArticle
from quoteattr.readers.streams import MAX_SIZE, UnreadableError, read_whole
from quoteattr.records import Article, Failure
from quoteattr.text import shorten_text

#: the media types of pages in a web archive
HTML_TYPES = ("text/html", "application/xhtml+xml")

#: trafilatura's result is a row with known fields; the caller's ``fields`` do not apply to it
_TRAFILATURA_MAPPING = FieldMapping(html=False)

# trafilatura drops the marks of <q>, block quotes and their authors in a <cite>, <footer> or
# caption, and everything in a <div> of the class *embed*.
_ONLY_ASCII = "latin-1"
_QUOTATION = regex.compile(r"<(?P<end>/?)q(?:\s[^<>]*)?>", regex.IGNORECASE)
_BLOCKQUOTE = regex.compile(
    r"(?P<figure><figure\b[^<>]*>\s*)?<blockquote\b[^<>]*>(?P<words>.*?)</blockquote\s*>"
    r"(?P<words>\s*<figcaption\b.*?</figcaption\s*>)?(?(figure)(?:\s*</figure\s*>)?)",
    regex.IGNORECASE | regex.DOTALL,
)
#: the author at the end of a block quote, after the end of a sentence
_SIGNED = regex.compile(
    r"(?P<words>.*?(?:[.?!…\"”’]|&(?:quot|rdquo|rsquo|hellip|#8221|#8217|#8230);))"
    r"(?:\s|</?(?:p|div|br|em|strong|i|b)\b[^<>]*>|[—–-]|&[mn]dash;|&#821[12];)*+"
    r"<(?P<tag>cite|footer|figcaption)\b[^<>]*>(?P<author>.*?)</(?P=tag)\s*>"
    r"(?:\s|</(?:p|div|footer)\s*>)*+",
    regex.IGNORECASE | regex.DOTALL,
)
#: a dash, also as the bytes of UTF-8 read one by one
_DASH = r"(?:[—–]|\xe2\x80[\x93\x94]|&[mn]dash;|&#821[12];)"
#: the same after a dash on a line of its own
_DASHED = regex.compile(
    r"(?P<words>.*?(?:[.?!…\"”’]|&(?:quot|rdquo|rsquo|hellip|#8221|#8217|#8230);)\s*)"
    rf"(?:<br\s*/?>|</p>\s*<p\b[^<>]*>)\s*{_DASH}(?P<author>[^<>@]{{2,90}})"
    r"(?:\s|</p\s*>)*+",
    regex.IGNORECASE | regex.DOTALL,
)
_OPENS, _PARAGRAPH = regex.compile(r"\s*(?:[“\"«]|&(?:ldquo|quot|laquo|#8220);)"), "<p>{}</p>"
_PARAGRAPHS = regex.compile(r"\s*</?(?:p|div)\b[^<>]*>\s*|(?:<br\s*/?>\s*){2,}", regex.IGNORECASE)
_TAG = regex.compile(r"<[^<>]*>")
_EMBEDDING = regex.compile(
    r"<div\s[^<>]*\bclass\s*=[^<>]*embed[^<>]*>(?=\s*<blockquote\b)", regex.IGNORECASE
)

#: characters of a page that hardly has more than one paragraph
_SHORT = 600
#: the remedy if no text is extracted
_SAVE_TEXT = "save its text as a file of its own, and pass that"


def read_html(file: BinaryIO, name: str, mapping: FieldMapping) -> Iterator[Entry]:
    """Read one page."""
    article = article_from_html(file.read())
    if isinstance(article, Article):
        yield LocatedArticle(article, name)
    else:
        yield Failure(name, article)


def article_from_html(html: bytes | str, url: str | None = None) -> Article | str:
    """The article of a page, or of an HTML fragment, or the reason why there is none.

    Args:
        html: the page. If it has no ``<html>`` or ``<body>``, all of its text is the article.
        url: its address; by default the one in the page.

    Raises:
        MissingExtraError: trafilatura is not installed.
    """
    require("html", "trafilatura")
    import logging  # only pages need it

    import trafilatura

    # It logs failures that are reported here; without a handler Python prints the log.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        extraction: Any = trafilatura.bare_extraction(
            _with_quotes(html), url=url, include_comments=False, with_metadata=True
        )
    except Exception as error:  # a page may contain anything
        reason = shorten_text(f"{type(error).__name__}: {error}")
        return f"trafilatura cannot read this page ({reason}); {_SAVE_TEXT}"
    part = _text_of_part(html)
    if part is None and extraction is not None and len(extraction.text or "") < _SHORT:
        part = _unbroken(html, extraction.text or "")
    if part is None and (extraction is None or not extraction.text):
        return f"trafilatura finds no article in this page; {_SAVE_TEXT}"
    if extraction is None:
        return Article(part or "", url=url)
    row = {name: getattr(extraction, name) for name in extraction.__slots__ if name != "id"}
    row = {**row, "url": url or extraction.url, "text": part or extraction.text}
    return _TRAFILATURA_MAPPING.article(row)


def _text_of_part(html: bytes | str) -> str | None:
    """The text of an HTML fragment; None for a whole page or a text without tags."""
    page = _decoded(html)
    if page is None or is_page(page) or find_tag(page) is None:
        return None
    return text_of_html(page) or None


def _unbroken(html: bytes | str, broken: str) -> str | None:
    """All the text of a page with few words, where trafilatura breaks its lines at each tag."""
    page = _decoded(html)
    if page is None:
        return None
    text = text_of_html(page)
    paragraphs = [line for line in text.splitlines() if line.strip()]
    breaks = len(broken.splitlines()) > len(paragraphs)
    return text if breaks and 0 < len(text) < _SHORT else None


def _decoded(html: bytes | str) -> str | None:
    """The page as text; None if it is not UTF-8."""
    try:
        return html if isinstance(html, str) else html.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _with_quotes(html: bytes | str) -> bytes | str:
    """The page with the quotes that trafilatura would drop; everything else unchanged."""
    if isinstance(html, bytes):
        return _keep_quotes(html.decode(_ONLY_ASCII)).encode(_ONLY_ASCII)
    return _keep_quotes(html)


def _keep_quotes(html: str) -> str:
    """Insert marks for ``<q>`` and block quotes with an author; remove the class of embeds."""
    html = _QUOTATION.sub(lambda tag: "&rdquo;" if tag["end"] else "&ldquo;", html)
    return _BLOCKQUOTE.sub(_signed, _EMBEDDING.sub("<div>", html))


def _signed(quote: regex.Match[str]) -> str:
    """A block quote with an author as marked paragraphs above a signature; others unchanged."""
    words = "".join(quote.captures("words"))
    signed = _SIGNED.fullmatch(words) or _DASHED.fullmatch(words)
    if signed is None:
        return quote.group()
    paragraphs = [words for words in _PARAGRAPHS.split(signed["words"]) if words.strip()]
    if not _OPENS.match(paragraphs[0]):
        paragraphs = [f"&ldquo;{words}" for words in paragraphs]
        paragraphs[-1] += "&rdquo;"
    author = f"&mdash; {_TAG.sub('', signed['author']).strip().lstrip('—–-').strip()}"
    return "".join(map(_PARAGRAPH.format, (*paragraphs, author)))


def read_warc(file: BinaryIO, name: str, mapping: FieldMapping) -> Iterator[Entry]:
    """Read the pages of a web archive; other records are skipped.

    Raises:
        MissingExtraError: warcio or trafilatura is not installed.
    """
    require("warc", "warcio", "trafilatura")
    number = 0
    for number, record in enumerate(_records(file), 1):
        if isinstance(record, str):
            yield Failure(f"{name}#{number}", record)
        elif _media_type(record)[0] in HTML_TYPES:
            max_size: int = getattr(file, "max_size", MAX_SIZE)
            yield _page_entry(record, f"{name}#{number}", max_size)
    if number == 0:
        yield Failure(name, "a web archive without a record; create it, as with wget --warc-file")


def _records(file: BinaryIO) -> Iterator[Any]:
    """Yield the records of a web archive; in place of an unreadable one, the reason."""
    # Not FastWARC: it is faster, but stops without an error after a chunked page (2.0).
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    archive = ArchiveIterator(file)
    archive.INC_RECORD = ""  # otherwise it prints failures that are reported here
    load = archive.loader.load_http_headers
    # It raises AttributeError if there is no address.
    archive.loader.load_http_headers = lambda kind, url, *more: load(kind, url or "", *more)
    has_next, has_record = True, False
    while has_next:
        has_next = False
        try:
            for record in archive:
                has_record = True
                yield _with_address(record)
        except ArchiveLoadFailed as error:
            has_next = _skip_to_next(archive)
            if not has_record and not has_next:  # the file is not an archive
                raise
            yield f"not a record ({shorten_text(error)}); create the archive again, or remove it"


def _with_address(record: Any) -> Any:
    """A record, or the reason for the failure of a page without an address."""
    if record.rec_type not in ("response", "resource"):
        return record
    address = record.rec_headers.get_header("WARC-Target-URI")
    if address:
        return record
    return "a record without its address (WARC-Target-URI); add it, or remove the page"


def _skip_to_next(archive: Any) -> bool:
    """Advance an archive iterator from invalid data to the next record; False if there is none."""
    while line := archive.reader.readline():
        if line.startswith(b"WARC/"):
            archive.next_line, archive.record = line, None
            archive.the_iter = archive._iterate_records()
            return True
    return False


def _page_entry(record: Any, location: str, max_size: int) -> Entry:
    """The entry of a page of a web archive."""
    url = record.rec_headers.get_header("WARC-Target-URI")
    try:
        data = read_whole(record.content_stream().read, max_size)
        article = article_from_html(_decode(data, _media_type(record)[1]), url)
    except UnreadableError as error:
        article = str(error)
    except Exception as error:  # for example a compressed page that is cut off
        article = f"a page that cannot be read ({shorten_text(error)}); fetch it again"
    if isinstance(article, Article):
        return LocatedArticle(article, location)
    return Failure(url or location, article)


def _media_type(record: Any) -> tuple[str, str | None]:
    """The media type and charset of a record; ``none/none`` if the server sent an error."""
    headers, http = None, record.http_headers
    if record.rec_type == "resource":
        headers = record.rec_headers
    elif record.rec_type == "response" and http and (http.statusline or "").startswith("2"):
        headers = http
    from email.message import Message  # only crawls need it

    content = Message()
    content["Content-Type"] = (headers and headers.get_header("Content-Type")) or "none/none"
    return content.get_content_type(), content.get_content_charset()


def _decode(data: bytes, charset: str | None) -> bytes | str:
    """Decode a page by the charset of its server; if that fails, trafilatura detects it."""
    if charset is not None:
        try:
            return data.decode(charset)
        except (UnicodeDecodeError, LookupError):
            pass
    return data
