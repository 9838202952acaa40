"""E-mails: ``.eml``, as mail programs save a message.

The text of an article is that of the message, the plain part before the HTML one, without its head
and attachments; its subject is the title, the sender the author. Offsets refer to that text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from quoteattr.readers.fields import FieldMapping
from quoteattr.readers.markup import text_of_html
from quoteattr.readers.rows import Entry, LocatedArticle
from quoteattr.records import Article, Failure
from quoteattr.text import shorten_text

if TYPE_CHECKING:  # needed by e-mails alone
    from email.message import EmailMessage

#: the parts that may hold the text, the likeliest first
_PREFERRED = ("plain", "html")


def read_mail(file: BinaryIO, name: str, mapping: FieldMapping) -> Iterator[Entry]:
    """Read one message."""
    try:
        article = _article(file.read())
    except Exception as error:  # a message may contain anything
        yield Failure(name, f"an e-mail that cannot be read ({shorten_text(error)}); save it anew")
        return
    if article is None:
        yield Failure(name, "an e-mail without text; save what is attached to it as files")
    else:
        yield LocatedArticle(article, name)


def _article(data: bytes) -> Article | None:
    """The article of a message; None where it has no text."""
    from email import message_from_bytes, policy
    from email.message import EmailMessage

    message = message_from_bytes(data, _class=EmailMessage, policy=policy.default)
    text = _text(message)
    if not text.strip():
        return None
    head = {"title": message["Subject"], "author": _sender(message), "date": message["Date"]}
    row = {key: str(value) for key, value in head.items() if value}
    article = FieldMapping(html=False).article({**row, "text": text})
    return article if isinstance(article, Article) else None


def _text(message: EmailMessage) -> str:
    """The words of a message."""
    body = message.get_body(preferencelist=_PREFERRED)
    if body is None:
        return ""
    content: str = body.get_content()
    return text_of_html(content) if body.get_content_subtype() == "html" else content


def _sender(message: EmailMessage) -> str:
    """Who sent a message: the name, or else the address."""
    addresses = message["From"].addresses if message["From"] else ()
    return next((address.display_name or address.addr_spec for address in addresses), "")
