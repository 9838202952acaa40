"""Find quoted spans: the words between quotation marks.

``quotation_marks.py`` finds the marks and ``mark_pairs.py`` pairs them.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import NamedTuple

from attrs import frozen

from quoteattr.detect.layout import flatten
from quoteattr.detect.marks.dashes import find_dash_speech
from quoteattr.detect.marks.mark_pairs import ParagraphsBeside, pair_marks
from quoteattr.detect.marks.quotation_marks import BLANK, WORDS, Mark, find_marks, opens
from quoteattr.language import ENGLISH, Language
from quoteattr.language.marks import ZERO_WIDTH
from quoteattr.records import Span

#: line breaks
_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
#: characters that a quotation neither begins nor ends with
_BLANK = "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + ZERO_WIDTH


@frozen
class QuotedSpan:
    """The words between two quotation marks, within one paragraph."""

    #: start of the words, without marks and outer white space
    start: int
    #: end of the words, exclusive
    end: int
    #: start of the opening mark
    outer_start: int
    #: end of the closing mark; the same as ``end`` if there is none
    outer_end: int
    #: whether it has a closing mark
    closed: bool
    #: whether it continues the quoted span before it, which the previous paragraph left open
    continues: bool
    #: the opening mark, verbatim
    mark: str


class _MarkedLine(NamedTuple):
    """A non-empty line, and its marks."""

    start: int
    end: int
    marks: list[Mark]


def find_quotes(text: str, language: Language = ENGLISH) -> list[QuotedSpan]:
    """Find the quoted spans of a text, in order; if they are nested, only the outer ones.

    A quoted span lies within one paragraph and has at least one word character. Quoted spans never
    overlap. This works on any string and never raises.

    >>> text = "“We don’t know,” he said."
    >>> [text[q.start:q.end] for q in find_quotes(text)]
    ['We don’t know,']
    """
    text = flatten(text)
    quotes: list[QuotedSpan] = []
    lines = [_MarkedLine(*span, find_marks(text, span, language)) for span in paragraph_spans(text)]
    unclosed = False
    for line, following in zip_longest(lines, lines[1:]):
        pairs = pair_marks(text, line.marks, ParagraphsBeside(unclosed, _led_by(following)))
        spans = [_quoted(text, line, opening, closing, unclosed) for opening, closing in pairs]
        in_line = [span for span in spans if span is not None]
        unclosed = bool(in_line) and not in_line[-1].closed
        quotes += in_line
    return quotes or _dash_speech(text, [Span(line.start, line.end) for line in lines], language)


def paragraph_spans(text: str) -> list[Span]:
    r"""The non-empty lines of the text, without line breaks, in order.

    >>> paragraph_spans("One.\r\n\r\nTwo.")
    [Span(start=0, end=4), Span(start=8, end=12)]
    """
    spans, start = [], 0
    for line in text.splitlines(keepends=True):
        content = line.rstrip(_BREAKS)
        if content.strip() and not BLANK.fullmatch(content):
            spans.append(Span(start, start + len(content)))
        start += len(line)
    return spans


def _dash_speech(text: str, lines: list[Span], language: Language) -> list[QuotedSpan]:
    """The speech that dashes introduce, in a text without quotation marks."""
    return [
        QuotedSpan(start, end, dash, end, closed=True, continues=False, mark=text[dash])
        for (start, end), dash in find_dash_speech(text, lines, language)
    ]


def _led_by(line: _MarkedLine | None) -> str:
    """The family of the mark that begins the paragraph; empty if there is none."""
    leads = line and line.marks and line.marks[0].leads and opens(line.marks[0])
    return line.marks[0].family if line and leads else ""


def _quoted(
    text: str, line: _MarkedLine, opening: Mark, closing: Mark | None, unclosed: bool
) -> QuotedSpan | None:
    """The words between two marks, or to the end of the paragraph; None if there are none."""
    end = closing.start if closing else line.end
    words = text[opening.end : end]
    if not WORDS.search(words):
        return None
    start = end - len(words.lstrip(_BLANK))
    end -= len(words) - len(words.rstrip(_BLANK))
    return QuotedSpan(
        start,
        end,
        outer_start=opening.start,
        outer_end=closing.end if closing else end,
        closed=closing is not None,
        continues=unclosed and opening.leads,
        mark=opening.text,
    )
