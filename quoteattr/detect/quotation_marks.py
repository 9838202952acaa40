"""Finds the quotation marks of a paragraph, and which way each of them points.

The shape of a mark is unreliable: marks are turned the wrong way, mixed, forgotten, and half of
them are apostrophes. So the characters around a mark count as well: an opening one has room before
it and a word after it, a closing one the other way round. Where shape and surroundings disagree the
surroundings win; where these show nothing (``said,“No”``) the shape decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

import regex

from quoteattr.language import Language
from quoteattr.language.marks import APOSTROPHES, FAMILIES, INVISIBLE, RIGID
from quoteattr.language.patterns import lazy_regex
from quoteattr.records import Span


class Side(Enum):
    """What stands beside a mark."""

    ROOM = auto()  # white space or the edge of the paragraph; before the mark a bracket too
    WORD = auto()  # a word; after the mark also what may begin one: a bracket, ``$``, an ellipsis
    STOP = auto()  # punctuation that ends something
    LINK = auto()  # a dash, a slash, a tag: it may stand on either side


class Direction(Enum):
    """Which way a mark points."""

    OPENS = auto()
    CLOSES = auto()
    EITHER = auto()


class Surroundings(NamedTuple):
    """What stands around a mark, or around several that touch."""

    before: Side
    after: Side
    #: which way the two sides point
    direction: Direction
    #: a digit stands before it
    after_digit: bool
    #: a letter stands before it after which an apostrophe often ends a word
    may_end_word: bool


class Mark(NamedTuple):
    """A quotation mark, or what looks like one."""

    start: int
    end: int
    text: str
    family: str
    #: which way its shape points
    shape: Direction
    #: which way its surroundings point
    direction: Direction
    surroundings: Surroundings
    #: may be the apostrophe of a word or year without its beginning: ’em, ’90s
    clips: bool
    #: nothing stands before it in its paragraph
    leads: bool


_KINDS = {
    mark: (family, direction)
    for family, shapes in FAMILIES.items()
    for direction, shape in zip(
        (Direction.OPENS, Direction.CLOSES, Direction.EITHER), shapes, strict=True
    )
    for mark in shape
}
_SINGLE = "".join(mark for shape in FAMILIES[APOSTROPHES] for mark in shape)
_OTHER = "".join(mark for mark in _KINDS if len(mark) == 1 and mark not in _SINGLE)
_DOUBLED = "|".join(mark for mark in _KINDS if len(mark) == 2)

#: the marks of a cluster; two single ones are one double mark, so these come before each alone
_EITHER = rf"{_DOUBLED}|[{_OTHER}{_SINGLE}]"
#: the same where it opens: a double mark that was typed twice is still one
_OPENS = rf"{_DOUBLED}|(?P<twice>[{_OTHER}])(?P=twice)*|[{_SINGLE}]"
#: the same where it closes: of three single marks the first belongs to an inner quotation
_CLOSES = (
    rf"(?P<one>[{_SINGLE}])(?=(?P=one){{2}}(?!(?P=one)))|{_DOUBLED}"
    rf"|(?P<twice>[{_OTHER}])(?P=twice)*|[{_SINGLE}]"
)
_IN_CLUSTER = {
    Direction.EITHER: lazy_regex(_EITHER, regex.V1),
    Direction.OPENS: lazy_regex(_OPENS, regex.V1),
    Direction.CLOSES: lazy_regex(_CLOSES, regex.V1),
}
#: a word, or what a word may follow at once
_BEGINS_WORD = lazy_regex(r"[\w\p{Ps}\p{S}\p{C}#@&§¡¿…--<>]|\.[.\w]|\.\s\.", regex.V1)
_LINK = lazy_regex(r"[\p{Pd}/*<>]", regex.V1)
_OPENING_BRACKET = lazy_regex(r"[\p{Ps}\p{Pi}]", regex.V1)
_PUNCTUATION = lazy_regex(r"\p{P}", regex.V1)
WORDS = lazy_regex(r"\w+", regex.V1)
BLANK = lazy_regex(rf"[\s{INVISIBLE}]*", regex.V1)
#: most characters of a word that lacks its beginning
_CLIPPED = 10
#: Marks that touch each other. The one search over the whole text, and so in ``re``, which runs
#: from one of a set of characters to the next three times as fast as ``regex``. In this order:
#: a single mark inside a word is an apostrophe; the value of an attribute in markup is skipped as a
#: whole; of commas only two at the beginning of a word are a mark.
_CLUSTER = re.compile(
    rf"[{_OTHER}{_SINGLE},](?:(?!\w)|(?<!\w[{_SINGLE}]))"
    rf'(?:(?<==")[^"]*"|(?:(?<!,)|(?<![\w,],),(?=\w))[{_OTHER}{_SINGLE}{INVISIBLE}]*)'
)


def find_marks(text: str, line: Span, language: Language) -> list[Mark]:
    """Find the marks of a paragraph; none is an apostrophe inside a word or part of markup.

    Args:
        text: the article, its layout blank (``layout.flatten``).
        line: the paragraph.
        language: of the article.
    """
    marks: list[Mark] = []
    for cluster in _CLUSTER.finditer(text, *line):
        start, end = cluster.span()
        surroundings = _surroundings(text, start, end, line, language)
        if surroundings is not None:
            leads = not marks and bool(BLANK.fullmatch(text, line.start, start))
            marks += _split(text, Span(start, end), surroundings, language, leads)
    return marks


def _surroundings(
    text: str, start: int, end: int, line: Span, language: Language
) -> Surroundings | None:
    """What stands around ``text[start:end]``; None where that is no mark at all."""
    while start > line.start and text[start - 1] in INVISIBLE:
        start -= 1
    while end < line.end and text[end] in INVISIBLE:
        end += 1
    last = text[start - 1 : start]
    before, after = _before(last), _after(text[end : end + 3])
    is_single = text[start:end].strip(INVISIBLE) in _SINGLE
    if last == "=" or (before is after is Side.WORD and is_single):
        return None
    direction = _direction(before, after)
    if before is after is Side.ROOM:
        direction = _direction_at_edge(text, start, end, line)
    return Surroundings(before, after, direction, last.isdigit(), last in language.apostrophe_after)


@lru_cache(maxsize=1024)
def _before(last: str) -> Side:
    """What the character before a mark is."""
    if not last or last.isspace() or _OPENING_BRACKET.match(last):
        return Side.ROOM
    if _LINK.match(last):
        return Side.LINK
    return Side.STOP if _PUNCTUATION.match(last) else Side.WORD


@lru_cache(maxsize=4096)
def _after(following: str) -> Side:
    """What the characters after a mark begin."""
    if not following or following[0].isspace():
        return Side.ROOM
    if _BEGINS_WORD.match(following):
        return Side.WORD
    return Side.LINK if _LINK.match(following) else Side.STOP


def _direction(before: Side, after: Side) -> Direction:
    """Which way a mark points between two such sides."""
    if after is Side.WORD:
        return Direction.OPENS if before is Side.ROOM else Direction.EITHER
    return Direction.EITHER if before is Side.ROOM else Direction.CLOSES


def _direction_at_edge(text: str, start: int, end: int, line: Span) -> Direction:
    """A mark with room on both sides opens its paragraph where it begins it, and closes its end."""
    if BLANK.fullmatch(text, line.start, start):
        return Direction.OPENS
    return Direction.CLOSES if BLANK.fullmatch(text, end, line.end) else Direction.EITHER


def _split(
    text: str, cluster: Span, surroundings: Surroundings, language: Language, leads: bool
) -> Iterator[Mark]:
    """The marks of a cluster; only the first may lead the paragraph."""
    for match in _IN_CLUSTER[surroundings.direction].finditer(text, *cluster):
        mark = match.group()
        family, shape = _KINDS.get(mark) or _KINDS[mark[0]]
        direction = shape if family in RIGID else surroundings.direction
        clips = family == APOSTROPHES and (
            shape is Direction.CLOSES or _is_clipped(text, cluster.end, language)
        )
        yield Mark(
            match.start(), match.end(), mark, family, shape, direction, surroundings, clips, leads
        )
        leads = False


def _is_clipped(text: str, start: int, language: Language) -> bool:
    """A number begins here, or a word that lacks its beginning."""
    match = WORDS.match(text, start, start + _CLIPPED)
    word = match.group() if match else ""
    return word[:1].isdigit() or word.lower() in language.clipped


def opens(mark: Mark) -> bool:
    """The mark opens a quotation where none is open, provided that another one closes it."""
    if mark.direction is not Direction.EITHER:
        return mark.direction is Direction.OPENS
    if mark.family == APOSTROPHES and mark.surroundings.after is not Side.WORD:
        return False
    if mark.shape is Direction.EITHER:
        return mark.surroundings.before is not Side.WORD
    return mark.shape is Direction.OPENS or mark.surroundings.before is Side.LINK


def surely_closes(mark: Mark) -> bool:
    """Punctuation stands before the mark, and no word after it."""
    return mark.direction is Direction.CLOSES and mark.surroundings.before is Side.STOP


def is_doubtful(mark: Mark) -> bool:
    """A mark that could close is an apostrophe or a sign for feet or inches as well.

    So may be a single mark after a word that could end in an apostrophe (the girls’ books), a mark
    after a number, and one without a direction that words touch on both sides.
    """
    around = mark.surroundings
    if mark.family == APOSTROPHES:
        ends_word = around.may_end_word or around.after_digit
        return mark.direction is Direction.EITHER or (ends_word and around.after is not Side.STOP)
    if mark.shape is Direction.EITHER and around.before is around.after is Side.WORD:
        return True
    return mark.shape is not Direction.OPENS and around.after_digit
