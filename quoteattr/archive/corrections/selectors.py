"""Locate words of an article again after its text has changed, with selectors.

A selector has the parts of a ``TextQuoteSelector`` and a ``TextPositionSelector`` of the W3C Web
Annotation model: the words, their context on both sides, and their position.
"""

from __future__ import annotations

import regex
from attrs import frozen

from quoteattr.formats.web_annotation import CONTEXT_LENGTH
from quoteattr.records import Span

#: words of at least this length are the same words at any position; shorter ones, such as *No*,
#: need _LEAST_CONTEXT characters of the same context
_LONG = 24
#: minimum number of characters of context that must be unchanged around short words
_LEAST_CONTEXT = 6


@frozen
class Selector:
    """Words of a text, with their context.

    Attributes:
        exact: the words.
        prefix: up to 32 characters before them.
        suffix: up to 32 characters after them.
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

    The words must be the same except for white space. If they occur several times, the occurrence
    with the most similar context is chosen, then the nearest.

    Args:
        text: the current text of the article.
        selector: made from an earlier text.

    Returns:
        The span; None if the words are not there. Short words must also have the same context as
        before.

    >>> locate("It rained. “No,” he said.", select("“No,” he said.", Span(1, 4)))
    Span(start=12, end=15)
    """
    words = selector.exact.split()
    if not words:
        return None
    # Words within longer words, such as *No* in *November*, do not count.
    before = r"(?<!\w)" if selector.exact[0].isalnum() else ""
    after = r"(?!\w)" if selector.exact[-1].isalnum() else ""
    pattern = before + r"\s+".join(map(regex.escape, words)) + after
    places = [Span(*match.span()) for match in regex.finditer(pattern, text)]
    if len(selector.exact) < _LONG:
        places = [place for place in places if _has_context(text, selector, place)]
    return max(places, key=lambda place: _rank(text, selector, place), default=None)


def _rank(text: str, selector: Selector, place: Span) -> tuple[int, int]:
    """The similarity of an occurrence to a selector: its context, then its position."""
    return sum(_common_context(text, selector, place)), -abs(place.start - selector.start)


def _has_context(text: str, selector: Selector, place: Span) -> bool:
    """Whether enough characters around an occurrence match a selector."""
    least = min(_LEAST_CONTEXT, len(selector.prefix) + len(selector.suffix))
    return sum(_common_context(text, selector, place)) >= least


def _common_context(text: str, selector: Selector, place: Span) -> tuple[int, int]:
    """The numbers of matching characters before and after an occurrence."""
    before = text[max(0, place.start - CONTEXT_LENGTH) : place.start]
    after = text[place.end : place.end + CONTEXT_LENGTH]
    return _common(before[::-1], selector.prefix[::-1]), _common(after, selector.suffix)


def _common(first: str, second: str) -> int:
    """The length of the common prefix of two texts; all white space is equal."""
    pairs = zip(first, second, strict=False)
    differing = (k for k, (a, b) in enumerate(pairs) if a != b and not (a + b).isspace())
    return next(differing, min(len(first), len(second)))
