"""A wording set beside the fullest one, cut where they begin and cease to differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from quoteattr.compare.difference import Difference
from quoteattr.compare.normalize import normalize_words
from quoteattr.compare.quote_words import LONGEST
from quoteattr.view.markup import clip


class Passage(NamedTuple):
    """A passage of both wordings."""

    #: None where both have the same words, if in another typography
    difference: Difference | None
    #: what the fullest wording has here
    fullest: str
    #: what the other one has here
    quote: str

    @property
    def same(self) -> str:
        """The words of both, as the other wording has them.

        Around words that only the fullest one has there is white space in that one alone, and
        these must not run into their neighbours when they are shown.
        """
        before = " " if _opens(self.fullest) and not _opens(self.quote) else ""
        told = before + self.quote
        return told + (" " if _closes(self.fullest) and not _closes(told) else "")


def _opens(text: str) -> bool:
    """White space comes before the first word; where there is none, it comes first."""
    gap = _before(text)
    return any(map(str.isspace, gap if gap != text else text[:1]))


def _closes(text: str) -> bool:
    """White space comes after the last word; where there is none, it comes last."""
    gap = _after(text)
    return any(map(str.isspace, gap if gap != text else text[-1:]))


def _before(text: str) -> str:
    """What comes before the first letter or digit."""
    return "".join(takewhile(lambda c: not c.isalnum(), text))


def _after(text: str) -> str:
    """What comes after the last letter or digit."""
    return _before(text[::-1])[::-1]


def _common(a: str, b: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def redline(fullest: str, quote: str, differences: Iterable[Difference]) -> Iterator[Passage]:
    """Cut two wordings into passages.

    Args:
        fullest: the fullest wording.
        quote: the other one.
        differences: between them, in order of the fullest one; see ``Variant.differences``.

    Yields:
        The passages in order: the ``fullest`` of all of them are together the fullest wording,
        the ``quote`` of all the other one, character for character.

    >>> from quoteattr.groups.differences import differences
    >>> full, other = "We will rebuild the pier.", "We shall rebuild the pier!"
    >>> for passage in redline(full, other, differences(other, full)):
    ...     print(passage.difference, [passage.fullest, passage.quote])
    None ['We ', 'We ']
    changed “will” → “shall” ['will', 'shall']
    None [' rebuild the pier.', ' rebuild the pier!']
    """
    at = quote_at = 0
    for each in differences:
        # One ellipsis may stand for words on both sides of a full stop: it is shown once.
        start, quote_start = max(at, each.span.start), max(quote_at, each.quote_span.start)
        if each.kind == "cut":
            # The comma before what is cut is that which the other wording has there.
            quote_start += _common(_after(fullest[at:start]), quote[quote_start:])
        if start > at or quote_start > quote_at:
            yield Passage(None, fullest[at:start], quote[quote_at:quote_start])
        at, quote_at = max(start, each.span.end), max(quote_start, each.quote_span.end)
        yield Passage(each, fullest[start:at], quote[quote_start:quote_at])
    if at < len(fullest) or quote_at < len(quote):
        yield Passage(None, fullest[at:], quote[quote_at:])


def caveat(fullest: str, quote: str) -> str:
    """That not all is compared, if so: the end of a long wording may differ unmarked."""
    long = any(
        len(each) > LONGEST and len(normalize_words(each).keys) > LONGEST
        for each in (fullest, quote)
    )
    return f"only the first {LONGEST:,} words are compared" if long and fullest != quote else ""


def within(passages: Iterable[Passage], length: int | None) -> Sequence[Passage]:
    """The first passages, as many as are shown in so many characters; the last one is clipped."""
    kept: list[Passage] = []
    room = length
    for passage in passages:
        if room is not None:
            if room <= 0:
                break
            difference, *both = passage
            passage = Passage(difference, *(clip(each, room) for each in both))
            room -= len(passage.quote) + (len(passage.fullest) if difference else 0)
        kept.append(passage)
    return kept
