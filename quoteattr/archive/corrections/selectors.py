"""Selectors: words of an article that can be located again after its text has changed.

A selector has the parts of a ``TextQuoteSelector`` and a ``TextPositionSelector`` of the W3C Web
Annotation model: the words, what stands before and behind them, and their position.
"""

from __future__ import annotations

import regex
from attrs import frozen

from quoteattr.formats.web_annotation import CONTEXT_LENGTH
from quoteattr.records import Span

#: words of at least this length are the same words wherever they stand; shorter ones, such as *No*,
#: need the characters of _LEAST_CONTEXT around them
_LONG = 24
#: least number of characters that must be unchanged around short words
_LEAST_CONTEXT = 6


@frozen
class Selector:
    """Words of a text, with what stands around them.

    Attributes:
        exact: the words.
        prefix: up to 32 characters before them.
        suffix: up to 32 characters behind them.
        start: the first character, an index into the text.
        end: one past the last character.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


def select(text: str, span: Span) -> Selector:
    """Make the selector of a span.

    >>> select("“No,” he said.", Span(1, 4))
    Selector(exact='No,', prefix='“', suffix='” he said.', start=1, end=4)
    """
    start, end = span
    return Selector(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT_LENGTH) : start],
        suffix=text[end : end + CONTEXT_LENGTH],
        start=start,
        end=end,
    )


def locate(text: str, selector: Selector) -> Span | None:
    """Locate the words of a selector in another text.

    The words must be the same but for white space. Of several places the one counts whose
    surroundings are most alike, then the nearest.

    Args:
        text: the present text of the article.
        selector: made of an earlier text.

    Returns:
        The place, None if the words are not there. Short words must also stand between the same
        characters as before.

    >>> locate("It rained. “No,” he said.", select("“No,” he said.", Span(1, 4)))
    Span(start=12, end=15)
    """
    words = selector.exact.split()
    if not words:
        return None
    # Words within longer words, *No* in *November*, are others.
    before = r"(?<!\w)" if selector.exact[0].isalnum() else ""
    behind = r"(?!\w)" if selector.exact[-1].isalnum() else ""
    pattern = before + r"\s+".join(map(regex.escape, words)) + behind
    places = [Span(*match.span()) for match in regex.finditer(pattern, text)]
    if len(selector.exact) < _LONG:
        places = [place for place in places if _has_context(text, selector, place)]
    return max(places, key=lambda place: _rank(text, selector, place), default=None)


def _rank(text: str, selector: Selector, place: Span) -> tuple[int, int]:
    """How much a place is like that of a selector: its surroundings, then its position."""
    return sum(_common_context(text, selector, place)), -abs(place.start - selector.start)


def _has_context(text: str, selector: Selector, place: Span) -> bool:
    """Enough characters around a place are those of a selector."""
    least = min(_LEAST_CONTEXT, len(selector.prefix) + len(selector.suffix))
    return sum(_common_context(text, selector, place)) >= least


def _common_context(text: str, selector: Selector, place: Span) -> tuple[int, int]:
    """The numbers of characters before and behind a place that are those of a selector."""
    before = text[max(0, place.start - CONTEXT_LENGTH) : place.start]
    behind = text[place.end : place.end + CONTEXT_LENGTH]
    return _common(before[::-1], selector.prefix[::-1]), _common(behind, selector.suffix)


def _common(first: str, second: str) -> int:
    """The length of the common beginning of two texts, one white space like another."""
    pairs = zip(first, second, strict=False)
    differing = (k for k, (a, b) in enumerate(pairs) if a != b and not (a + b).isspace())
    return next(differing, min(len(first), len(second)))
