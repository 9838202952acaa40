"""Find the quotation marks of a paragraph, and the direction of each of them.

The shape of a mark is unreliable: marks are reversed, mixed, forgotten, and half of them are
apostrophes. So the characters around a mark count as well: an opening one has space before it and a
word after it, a closing one the reverse. If shape and context disagree, the context wins; if the
context is uninformative (``said,“No”``), the shape decides.
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
    """The kind of character beside a mark."""

    ROOM = auto()  # white space or the edge of the paragraph; before the mark a bracket too
    WORD = auto()  # a word; after the mark also what may begin one: a bracket, ``$``, an ellipsis
    STOP = auto()  # punctuation that ends something
    LINK = auto()  # a dash, a slash, a tag: it may stand on either side


class Direction(Enum):
    """The direction of a mark."""

    OPENS = auto()
    CLOSES = auto()
    EITHER = auto()


class Surroundings(NamedTuple):
    """The context of a mark, or of several that touch."""

    before: Side
    after: Side
    #: the direction that the two sides indicate
    direction: Direction
    #: whether a digit precedes it
    after_digit: bool
    #: whether a letter precedes it after which an apostrophe often ends a word
    may_end_word: bool


class Mark(NamedTuple):
    """A quotation mark, or a character that looks like one."""

    start: int
    end: int
    text: str
    family: str
    #: the direction of its shape
    shape: Direction
    #: the direction that its context indicates
    direction: Direction
    surroundings: Surroundings
    #: whether it may be the apostrophe of a word or year without its beginning: ’em, ’90s
    clips: bool
    #: whether nothing precedes it in its paragraph
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
#: a word, or a character that may begin one
_BEGINS_WORD = lazy_regex(r"[\w\p{Ps}\p{S}\p{C}#@&§¡¿…--<>]|\.[.\w]|\.\s\.", regex.V1)
_LINK = lazy_regex(r"[\p{Pd}/*<>]", regex.V1)
_OPENING_BRACKET = lazy_regex(r"[\p{Ps}\p{Pi}]", regex.V1)
_PUNCTUATION = lazy_regex(r"\p{P}", regex.V1)
WORDS = lazy_regex(r"\w+", regex.V1)
BLANK = lazy_regex(rf"[\s{INVISIBLE}]*", regex.V1)
#: maximum number of characters of a word that lacks its beginning
_CLIPPED = 10
#: Marks that touch each other. This is the only search over the whole text, so it uses ``re``,
#: which finds the next of a set of characters three times as fast as ``regex``. In this order: a
#: single mark inside a word is an apostrophe; the value of an attribute in markup is skipped; only
#: two commas at the start of a word are a mark.
_CLUSTER = re.compile(
    rf"[{_OTHER}{_SINGLE},](?:(?!\w)|(?<!\w[{_SINGLE}]))"
    rf'(?:(?<==")[^"]*"|(?:(?<!,)|(?<![\w,],),(?=\w))[{_OTHER}{_SINGLE}{INVISIBLE}]*)'
)


def find_marks(text: str, line: Span, language: Language) -> list[Mark]:
    """Find the marks of a paragraph, without apostrophes inside a word and marks in markup.

    Args:
        text: the article with its layout blanked (``layout.flatten``).
        line: the paragraph.
        language: the language of the article.
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
    """The context of ``text[start:end]``; None if that is not a mark."""
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
    """The kind of the character before a mark."""
    if not last or last.isspace() or _OPENING_BRACKET.match(last):
        return Side.ROOM
    if _LINK.match(last):
        return Side.LINK
    return Side.STOP if _PUNCTUATION.match(last) else Side.WORD


@lru_cache(maxsize=4096)
def _after(following: str) -> Side:
    """The kind of the characters after a mark."""
    if not following or following[0].isspace():
        return Side.ROOM
    if _BEGINS_WORD.match(following):
        return Side.WORD
    return Side.LINK if _LINK.match(following) else Side.STOP


def _direction(before: Side, after: Side) -> Direction:
    """The direction of a mark between two such sides."""
    if after is Side.WORD:
        return Direction.OPENS if before is Side.ROOM else Direction.EITHER
    return Direction.EITHER if before is Side.ROOM else Direction.CLOSES


def _direction_at_edge(text: str, start: int, end: int, line: Span) -> Direction:
    """A mark with space on both sides opens at the start of its paragraph, closes at its end."""
    if BLANK.fullmatch(text, line.start, start):
        return Direction.OPENS
    return Direction.CLOSES if BLANK.fullmatch(text, end, line.end) else Direction.EITHER


def _split(
    text: str, cluster: Span, surroundings: Surroundings, language: Language, leads: bool
) -> Iterator[Mark]:
    """The marks of a cluster; only the first may begin the paragraph."""
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
    """Whether a number begins here, or a word that lacks its beginning."""
    match = WORDS.match(text, start, start + _CLIPPED)
    word = match.group() if match else ""
    return word[:1].isdigit() or word.lower() in language.clipped


def opens(mark: Mark) -> bool:
    """Whether the mark opens a quotation if none is open, provided that another mark closes it."""
    if mark.direction is not Direction.EITHER:
        return mark.direction is Direction.OPENS
    if mark.family == APOSTROPHES and mark.surroundings.after is not Side.WORD:
        return False
    if mark.shape is Direction.EITHER:
        return mark.surroundings.before is not Side.WORD
    return mark.shape is Direction.OPENS or mark.surroundings.before is Side.LINK


def surely_closes(mark: Mark) -> bool:
    """Whether punctuation precedes the mark, and no word follows it."""
    return mark.direction is Direction.CLOSES and mark.surroundings.before is Side.STOP


def is_doubtful(mark: Mark) -> bool:
    """Whether a mark that could close may also be an apostrophe or a sign for feet or inches.

    This applies to a single mark after a word that could end in an apostrophe (the girls’
    books), a mark after a number, and one without a direction between two words.
    """
    around = mark.surroundings
    if mark.family == APOSTROPHES:
        ends_word = around.may_end_word or around.after_digit
        return mark.direction is Direction.EITHER or (ends_word and around.after is not Side.STOP)
    if mark.shape is Direction.EITHER and around.before is around.after is Side.WORD:
        return True
    return mark.shape is not Direction.OPENS and around.after_digit
