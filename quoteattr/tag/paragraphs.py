"""The paragraphs of an article, as the tagger reads them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from quoteattr.detect.alphabet import PARAGRAPH_END, QUOTE
from quoteattr.detect.token import Token, tags_of

#: maximum number of tokens of a paragraph: the rest is another paragraph
LONGEST_PARAGRAPH = 512


class Paragraph(NamedTuple):
    """Tokens of one paragraph: ``tokens[start:end]``."""

    start: int
    end: int


def split_paragraphs(tokens: Sequence[Token]) -> list[Paragraph]:
    """The paragraphs of an article, none longer than ``LONGEST_PARAGRAPH`` tokens."""
    ends = [i for i, tag in enumerate(tags_of(tokens)) if tag == PARAGRAPH_END]
    starts = [0, *(end + 1 for end in ends)]
    return [
        Paragraph(first, min(first + LONGEST_PARAGRAPH, end))
        for start, end in zip(starts, [*ends, len(tokens)], strict=True)
        for first in range(start, end, LONGEST_PARAGRAPH)
    ]


def paragraphs_with(places: Sequence[int], tokens: Sequence[Token]) -> list[Paragraph]:
    """The paragraphs of some tokens, whose indices are in order."""
    return [
        paragraph
        for paragraph in split_paragraphs(tokens)
        if bisect_left(places, paragraph.start) < bisect_left(places, paragraph.end)
    ]


def quoted_paragraphs(tokens: Sequence[Token]) -> list[Paragraph]:
    """The paragraphs that contain a quoted span."""
    return paragraphs_with([i for i, tag in enumerate(tags_of(tokens)) if tag == QUOTE], tokens)
