"""Segment quoted spans by fixed rules, so that no system chooses its own test items.

The engine distinguishes more cases (``detect/quotes.py``); this segmenter never changes, so that
metrics stay comparable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoteattr.records import Span

_LINE = re.compile(r"[^\n]+")
_MARK = re.compile('[“„«”»"＂]')
_OPENING = frozenset("“„«")
#: no space needed before a mark after one of the first; a closing mark may precede the second
_BEFORE_OPENING, _AFTER_CLOSING = frozenset("([—–-―,:;'‘"), frozenset(".,;:!?)—–-")


def find_quoted_spans(text: str) -> Iterator[Span]:
    """Find the spans between double quotation marks, paragraph by paragraph.

    A mark opens if no quoted span is open and the mark looks like an opening one; a quoted span
    that is still open at the end of its paragraph ends there.

    Yields:
        Spans in characters of the text, end exclusive, without the marks.

    >>> text = 'He said, "Go," and then: “Or stay.'
    >>> [text[start:end] for start, end in find_quoted_spans(text)]
    ['Go,', 'Or stay.']
    """
    for line in _LINE.finditer(text):
        for start, end in _between_marks(line[0].replace("``", "“ ").replace("''", "” ")):
            yield Span(line.start() + start, line.start() + end)


def _between_marks(line: str) -> Iterator[tuple[int, int]]:
    """The quoted spans of one paragraph."""
    start, padded = None, f" {line} "
    for mark in _MARK.finditer(line):
        before, after = padded[mark.start()], padded[mark.end() + 1]
        if start is None:
            start = mark.end() if _opens(mark[0], before, after) else None
        elif _closes(mark[0], before, after):
            yield start, mark.start()
            start = None
    if start is not None and len(line) - start > 2:
        yield start, len(line)


def _opens(mark: str, before: str, after: str) -> bool:
    """Whether the mark is an opening one, or precedes a word and follows none."""
    return mark in _OPENING or (
        not after.isspace() and (before.isspace() or before in _BEFORE_OPENING)
    )


def _closes(mark: str, before: str, after: str) -> bool:
    """Whether the mark is not an opening one, or is an opening one turned the wrong way."""
    return (
        mark not in _OPENING
        or after.isspace()
        or (after in _AFTER_CLOSING and not before.isspace())
    )
