"""Make a word diff of one wording against the fullest one, as segments for display."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from quoteattr.compare.difference import Difference
from quoteattr.compare.normalize import normalize_words
from quoteattr.compare.quote_words import LONGEST_QUOTE
from quoteattr.text import clip


class DiffSegment(NamedTuple):
    """Corresponding parts of the two wordings."""

    #: None if both have the same words, perhaps in another typography
    difference: Difference | None
    #: the part of the fullest wording
    fullest: str
    #: the part of the other wording
    quote: str

    @property
    def common(self) -> str:
        """The words of both, as written in the other wording.

        Around words that only the fullest wording has, white space may be missing in the other one;
        it is added, so that these words do not run into their neighbours.
        """
        common = self.quote
        if _begins_with_space(self.fullest) and not _begins_with_space(common):
            common = " " + common
        if _ends_with_space(self.fullest) and not _ends_with_space(common):
            common += " "
        return common


def _begins_with_space(text: str) -> bool:
    """White space comes before the first word; in a text without words, it comes first."""
    gap = _before_words(text)
    return any(map(str.isspace, gap if gap != text else text[:1]))


def _ends_with_space(text: str) -> bool:
    """White space comes after the last word; in a text without words, it comes last."""
    gap = _after_words(text)
    return any(map(str.isspace, gap if gap != text else text[-1:]))


def _before_words(text: str) -> str:
    """The characters before the first letter or digit."""
    return "".join(takewhile(lambda c: not c.isalnum(), text))


def _after_words(text: str) -> str:
    """The characters after the last letter or digit."""
    return _before_words(text[::-1])[::-1]


def _common_prefix(a: str, b: str) -> int:
    """The length of the common prefix."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def diff_segments(
    fullest: str, quote: str, differences: Iterable[Difference]
) -> Iterator[DiffSegment]:
    """Cut two wordings into segments.

    Args:
        fullest: the fullest wording.
        quote: the other one.
        differences: the differences between them, in order of the fullest one; see
            ``Variant.differences``.

    Yields:
        The segments in order: their ``fullest`` join to the fullest wording, their ``quote`` to the
        other one, character for character.

    >>> from quoteattr.groups.differences import differences
    >>> full, quote = "We will rebuild the pier.", "We shall rebuild the pier!"
    >>> for segment in diff_segments(full, quote, differences(quote, full)):
    ...     print(segment.difference, [segment.fullest, segment.quote])
    None ['We ', 'We ']
    changed “will” → “shall” ['will', 'shall']
    None [' rebuild the pier.', ' rebuild the pier!']
    """
    at = quote_at = 0
    for difference in differences:
        # One ellipsis may replace words on both sides of a full stop: it is shown once.
        start, quote_start = (
            max(at, difference.span.start),
            max(quote_at, difference.quote_span.start),
        )
        if difference.kind == "cut":
            # The comma before the cut words is the one that the other wording has there.
            quote_start += _common_prefix(_after_words(fullest[at:start]), quote[quote_start:])
        if start > at or quote_start > quote_at:
            yield DiffSegment(None, fullest[at:start], quote[quote_at:quote_start])
        at, quote_at = max(start, difference.span.end), max(quote_start, difference.quote_span.end)
        yield DiffSegment(difference, fullest[start:at], quote[quote_start:quote_at])
    if at < len(fullest) or quote_at < len(quote):
        yield DiffSegment(None, fullest[at:], quote[quote_at:])


def limit_note(fullest: str, quote: str) -> str:
    """A note that the end of a long wording was not compared; empty if all of it was."""
    long = any(
        len(words) > LONGEST_QUOTE and len(normalize_words(words).keys) > LONGEST_QUOTE
        for words in (fullest, quote)
    )
    return (
        f"only the first {LONGEST_QUOTE:,} words are compared" if long and fullest != quote else ""
    )


def truncate_diff(segments: Iterable[DiffSegment], length: int | None) -> Sequence[DiffSegment]:
    """The first segments that fit a number of characters, the last one clipped."""
    kept: list[DiffSegment] = []
    room = length
    for segment in segments:
        if room is not None:
            if room <= 0:
                break
            difference, *texts = segment
            segment = DiffSegment(difference, *(clip(text, room) for text in texts))
            room -= len(segment.quote) + (len(segment.fullest) if difference else 0)
        kept.append(segment)
    return kept
