"""Embedded social posts, as news sites paste them: ``text — Name (@handle) Month D, YYYY``.

The signature is sure; the post is the paragraph that it ends, or the one before it.
"""

from __future__ import annotations

import regex
from attrs import frozen

from quoteattr.language import en
from quoteattr.records import Span

_MONTHS = "|".join(sorted((m.rstrip(".") for m in en.WEEKDAYS_MONTHS), key=len, reverse=True))
#: a dash, a name, a handle in brackets, and then a date or the end of the line
_SIGNATURE = regex.compile(
    r"(?P<dash>[—–―]|--|(?<=\s)-)[^\S\r\n]*+"
    r"(?P<name>[^\r\n—–―(@]{1,80}?(?:\([^\r\n()@]{1,40}\))?)[^\S\r\n]*+"
    r"\((?P<handle>@\w{1,40})\)"
    rf"(?=[^\S\r\n]*+(?:\d{{1,2}}[^\S\r\n]+)?(?:(?:{_MONTHS})\b|\d|[\r\n]|$))",
    regex.IGNORECASE,
)
_LINE_END = regex.compile(r"\r\n?+|\n")
_BLANK_LINE = regex.compile(r"(?>\r\n?+|\n)[^\S\r\n]*+(?>\r\n?+|\n)")
_ORGANISATION_SHORT = regex.compile(r"\s*\([^()]*\)\s*$")


@frozen
class Post:
    """A post and its signature, as spans of the text."""

    text: Span
    cue: Span
    #: the author's name and handle
    author: Span
    #: the author's name
    name: str


def find_posts(text: str) -> list[Post]:
    """Find the embedded posts of an article, in order."""
    if "(@" not in text:
        return []
    posts: list[Post] = []
    for match in _SIGNATURE.finditer(text):
        body = _body(text, posts[-1].author.end if posts else 0, match.start("dash"))
        if body:
            name = _ORGANISATION_SHORT.sub("", match.group("name")).strip()
            author = Span(match.start("name"), match.end("handle") + 1)
            posts.append(Post(body, Span(*match.span("dash")), author, name))
    return posts


def _body(text: str, low: int, end: int) -> Span | None:
    """The post that ends at a signature.

    Where a blank line parts them, the lines up to the blank line before; else the one line.
    """
    stop = end
    while stop > low and text[stop - 1].isspace():
        stop -= 1
    parting = _BLANK_LINE if _BLANK_LINE.search(text, stop, end) else _LINE_END
    start = max((match.end() for match in parting.finditer(text, low, stop)), default=low)
    while start < stop and text[start].isspace():
        start += 1
    return Span(start, stop) if start < stop else None
