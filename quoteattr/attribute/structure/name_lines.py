"""Attribute quotes in lists with names on separate lines, all above their quotes or all below.

    Ida Berg, baker
    “It leaks.”
    Otto Marx
    “It does not.”

Several pairs show the side by their first and last lines. A single pair does if the name is below,
after a dash or before a role.
"""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.attribute.documents.document import Document
from quoteattr.attribute.documents.quote import Quote
from quoteattr.detect.alphabet import COLON, NAME, PARAGRAPH_END, QUOTE
from quoteattr.detect.patterns.pattern import encode
from quoteattr.detect.patterns.row_regex import capture
from quoteattr.language.patterns import lazy_regex

#: what may follow a name in its line: a role or age, *, baker*, *(63)*, or an occasion,
#: *after the vote.*
_ROLE = encode("{COMMA} {^END|QUOTE|CUE|COPULA|AUXILIARY}{1,10}")
_IN_BRACKETS = encode("{OPEN_BRACKET} {^END|QUOTE}{1,8} {CLOSE_BRACKET}")
_OCCASION = (
    (encode("{COMMA}?") + capture("occasion", "PREPOSITION|SUBORDINATOR|OTHER_WORD"))
    + encode("{^END|QUOTE|CUE|COLON}{1,16} {SENTENCE_END|COLON}?")
)  # fmt: skip
_NAME_LINE = lazy_regex(
    encode("({NUMBER} {SENTENCE_END}?)? {DASH|STRAY_MARK}{0,2} {NAME}")
    + f"(?:{_ROLE}|{_IN_BRACKETS}|{_OCCASION})?{encode('{STRAY_MARK}?')}"
)
#: a line that is a quote
_QUOTE_LINE = lazy_regex(encode("{STRAY_MARK}? {QUOTE} {SENTENCE_END|STRAY_MARK}{0,2}"))
#: below a quote, what shows by itself that a name signs it: a dash, or a role
_SIGNATURE = lazy_regex(
    encode("{DASH}{1,2} {NAME} | {NAME} {COMMA} {DETERMINER|OTHER_WORD}{0,3} {SPEAKING_NOMINAL}")
)
#: number of lines examined on each side of a quote, and minimum number of quotes in a list
_LINES, _FEWEST = 40, 2

#: a line: its kind, and its first chunk
_Line = tuple[str, int]


def speaker_of_line(document: Document, quote: Quote) -> int | None:
    """The chunk of the name above or below a quote, in a list or a signature; None without one."""
    tags = document.tags
    start = tags.rfind(PARAGRAPH_END, 0, quote.first) + 1
    end = _end(tags, quote.last)
    if not _QUOTE_LINE.fullmatch(tags, start, end):
        return None
    above = list(_alternating(_lines_above(document, start)))
    below = list(_alternating(_lines_below(document, end)))
    quotes = 1 + sum(kind == QUOTE for kind, _ in above + below)
    first = above[-1][0] if above else QUOTE
    last = below[-1][0] if below else QUOTE
    if quotes < _FEWEST or first == last:
        signs = (
            below and _SIGNATURE.match(tags, below[0][1]) and not (above or _is_led_in(tags, start))
        )
        return tags.find(NAME, below[0][1]) if signs else None
    return tags.find(NAME, (above if first == NAME else below)[0][1])


def _is_led_in(tags: str, start: int) -> bool:
    """Whether a colon precedes the line that starts at a chunk."""
    return COLON in tags[max(0, start - 2) : start]


def _alternating(lines: Iterator[_Line]) -> Iterator[_Line]:
    """The lines next to a quote, as long as names and quotes alternate."""
    expected = NAME
    for kind, start in lines:
        if kind != expected:
            return
        yield kind, start
        expected = QUOTE if expected == NAME else NAME


def _lines_above(document: Document, start: int) -> Iterator[_Line]:
    """The lines above the line that starts at a chunk, the nearest first."""
    tags = document.tags
    for _ in range(_LINES):
        end = start - 1
        if end < 0:
            return
        start = tags.rfind(PARAGRAPH_END, 0, end) + 1
        yield _kind(document, start, end), start


def _lines_below(document: Document, end: int) -> Iterator[_Line]:
    """The lines below the line that ends before a chunk, the nearest first."""
    tags = document.tags
    for _ in range(_LINES):
        start = end + 1
        if start >= len(tags):
            return
        end = _end(tags, start)
        yield _kind(document, start, end), start


def _end(tags: str, start: int) -> int:
    """The chunk after the line that contains a chunk."""
    end = tags.find(PARAGRAPH_END, start)
    return len(tags) if end < 0 else end


def _kind(document: Document, start: int, end: int) -> str:
    """The kind of the line in these chunks: a name, a quote, or empty for neither."""
    name = _NAME_LINE.fullmatch(document.tags, start, end)
    if name and (not name["occasion"] or _is_occasion(document, name.start("occasion"))):
        return NAME
    return QUOTE if _QUOTE_LINE.fullmatch(document.tags, start, end) else ""


def _is_occasion(document: Document, i: int) -> bool:
    """Whether chunk i opens the occasion or topic of words: *after the vote*, *on the flood*."""
    language = document.language
    return document.chunks.heads[i] in language.topic_openers | language.occasion_openers
