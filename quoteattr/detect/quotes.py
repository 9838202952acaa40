"""Finds the stretches between quotation marks.

Marks lie: they are turned the wrong way, mixed, forgotten, and half of them are apostrophes. So the
shape of a mark is only one of two witnesses. The other is what stands around it: an opening mark
has room before it and a word after it, a closing one the other way round. Where the two disagree
the surroundings win; where these are silent (``said,“No”``) the shape decides.

Nothing reaches beyond its paragraph, so that one bad mark never costs more than that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

import regex
from attrs import frozen

from quoteattr.detect.dashes import find_dash_speech
from quoteattr.detect.layout import NOTHING, flatten
from quoteattr.language import ENGLISH
from quoteattr.language.marks import (
    APOSTROPHES,
    CLOSED_BY,
    FAMILIES,
    INVISIBLE,
    RIGID,
)
from quoteattr.records import Span


@frozen
class QuotedSpan:
    """A stretch between quotation marks, within one paragraph."""

    #: first character of the words, marks and outer white space off
    start: int
    #: one past the last character of the words
    end: int
    #: first character of the opening mark
    outer_start: int
    #: one past the closing mark; the same as ``end`` where none was found
    outer_end: int
    #: a closing mark was found
    closed: bool
    #: goes on from the stretch before it, which the paragraph before left unclosed
    continues: bool
    #: the opening mark, verbatim
    mark: str


class _Side(Enum):
    """What stands beside a mark."""

    ROOM = auto()  # white space or the edge of the paragraph; before the mark a bracket too
    WORD = auto()  # a word; after the mark also what may begin one: a bracket, ``$``, an ellipsis
    STOP = auto()  # punctuation that ends something
    LINK = auto()  # a dash, a slash, a tag: it may stand on either side


class _Way(Enum):
    """Which way a mark points."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


class _Role(Enum):
    """What a mark does to a quotation that is open."""

    NESTS = auto()  # opens one inside it
    CLOSES = auto()
    MAY_CLOSE = auto()  # closes it unless a surer mark follows
    NOTHING = auto()


class _Place(NamedTuple):
    """What stands around a mark, or around several that touch."""

    before: _Side
    after: _Side
    #: the way the two sides point
    way: _Way
    #: the character before
    last: str


class _Mark(NamedTuple):
    """A quotation mark, or what looks like one."""

    start: int
    end: int
    text: str
    family: str
    #: the way its shape points
    shape: _Way
    #: the way its surroundings point
    way: _Way
    place: _Place
    #: may be the apostrophe of a word or year without its beginning: ’em, ’90s
    clips: bool
    #: nothing stands before it in its paragraph
    leads: bool


class _Neighbours(NamedTuple):
    """What the paragraphs beside one tell."""

    #: the one before leaves a quotation open
    unclosed: bool
    #: the family of the mark that opens the one after, empty where none does
    led_by: str


class _Paragraph(NamedTuple):
    """A line that is not blank, and its marks."""

    start: int
    end: int
    marks: list[_Mark]


_KINDS = {
    mark: (family, way)
    for family, shapes in FAMILIES.items()
    for way, shape in zip((_Way.OPENS, _Way.CLOSES, _Way.EITHER), shapes, strict=True)
    for mark in shape
}
_SINGLE = "".join(mark for shape in FAMILIES[APOSTROPHES] for mark in shape)
_OTHER = "".join(mark for mark in _KINDS if len(mark) == 1 and mark not in _SINGLE)
_DOUBLED = "|".join(mark for mark in _KINDS if len(mark) == 2)

_PATTERNS = {
    # the marks of a cluster. Two single ones are one double mark, so these come before each alone
    "either": rf"{_DOUBLED}|[{_OTHER}{_SINGLE}]",
    # the same where it opens: a double mark that was typed twice is still one
    "opens": rf"{_DOUBLED}|(?P<twice>[{_OTHER}])(?P=twice)*|[{_SINGLE}]",
    # the same where it closes: of three single marks the first belongs to an inner quotation
    "closes": rf"(?P<one>[{_SINGLE}])(?=(?P=one){{2}}(?!(?P=one)))|{_DOUBLED}"
    rf"|(?P<twice>[{_OTHER}])(?P=twice)*|[{_SINGLE}]",
    # a word, or what a word may follow at once
    "begins": r"[\w\p{Ps}\p{S}\p{C}#@&§¡¿…--<>]|\.[.\w]|\.\s\.",
    "link": r"[\p{Pd}/*<>]",
    "opening bracket": r"[\p{Ps}\p{Pi}]",
    "punctuation": r"\p{P}",
    "words": r"\w+",
    # a sentence ends before another word; a line goes on
    "sentence end": r"[.!?…]\s",
    "goes on": r"[^\S\r\n]+\p{Ll}",
    "blank": rf"[\s{INVISIBLE}]*",
}
_FIND = {name: regex.compile(pattern, regex.V1) for name, pattern in _PATTERNS.items()}

#: what the words of a quotation neither begin nor end with
_BLANK = "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + NOTHING
#: fewest words of a quotation that an apostrophe at the end of a word does not close
_LONG = 6
#: Marks that touch each other. The one search over the whole text, and so in ``re``, which runs
#: from one of a set of characters to the next three times as fast as ``regex``. In this order:
#: a single mark inside a word is an apostrophe; the value of an attribute in markup is skipped as a
#: whole; of commas only two at the beginning of a word are a mark.
_CLUSTER = re.compile(
    rf"[{_OTHER}{_SINGLE},](?:(?!\w)|(?<!\w[{_SINGLE}]))"
    rf'(?:(?<==")[^"]*"|(?:(?<!,)|(?<![\w,],),(?=\w))[{_OTHER}{_SINGLE}{INVISIBLE}]*)'
)


def paragraphs(text: str) -> list[Span]:
    r"""Every line of the text that is not blank, without its line break, in order.

    >>> paragraphs("One.\r\n\r\nTwo.")
    [Span(start=0, end=4), Span(start=8, end=12)]
    """
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        content = line.rstrip("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        if content.strip() and not _FIND["blank"].fullmatch(content):
            found.append(Span(start, start + len(content)))
        start += len(line)
    return found


def find_quotes(text: str) -> list[QuotedSpan]:
    """Find every stretch between quotation marks, in order; the outer ones where they nest.

    A stretch lies within one paragraph and has at least one word character. Stretches never
    overlap. Works on any string and never raises.

    >>> text = "“We don’t know,” he said."
    >>> [text[q.start:q.end] for q in find_quotes(text)]
    ['We don’t know,']
    """
    text = flatten(text)
    found: list[QuotedSpan] = []
    lines = [_Paragraph(*span, _marks(text, span)) for span in paragraphs(text)]
    unclosed = False
    for line, following in zip_longest(lines, lines[1:]):
        pairs = _pairs(text, line.marks, _Neighbours(unclosed, _led_by(following)))
        quoted = [_quoted(text, line, opening, closing, unclosed) for opening, closing in pairs]
        stretches = [stretch for stretch in quoted if stretch is not None]
        unclosed = bool(stretches) and not stretches[-1].closed
        found += stretches
    return found or _dashed(text, [Span(line.start, line.end) for line in lines])


def _dashed(text: str, lines: list[Span]) -> list[QuotedSpan]:
    """The speech that dashes open, in a text without quotation marks."""
    return [
        QuotedSpan(start, end, dash, end, closed=True, continues=False, mark=text[dash])
        for (start, end), dash in find_dash_speech(text, lines)
    ]


def _led_by(line: _Paragraph | None) -> str:
    """The family of the mark that opens the paragraph, empty where none does."""
    leads = line and line.marks and line.marks[0].leads and _opens(line.marks[0])
    return line.marks[0].family if line and leads else ""


def _quoted(
    text: str, line: _Paragraph, opening: _Mark, closing: _Mark | None, unclosed: bool
) -> QuotedSpan | None:
    """The stretch between two marks, or to the end of the paragraph; None where it has no word."""
    end = closing.start if closing else line.end
    words = text[opening.end : end]
    if not _FIND["words"].search(words):
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


def _marks(text: str, line: Span) -> list[_Mark]:
    """All marks of a paragraph, apostrophes inside words and attributes of markup apart."""
    found: list[_Mark] = []
    for cluster in _CLUSTER.finditer(text, *line):
        start, end = cluster.span()
        place = _place(text, start, end, line)
        if place is not None:
            leads = not found and bool(_FIND["blank"].fullmatch(text, line.start, start))
            found += _split(text, start, end, place, leads)
    return found


def _place(text: str, start: int, end: int, line: Span) -> _Place | None:
    """What stands around ``text[start:end]``; None where that is no mark at all."""
    while start > line.start and text[start - 1] in INVISIBLE:
        start -= 1
    while end < line.end and text[end] in INVISIBLE:
        end += 1
    last = text[start - 1 : start]
    before, after = _before(last), _after(text[end : end + 3])
    if last == "=" or (before is after is _Side.WORD and text[start:end] in _SINGLE):
        return None
    way = _way(before, after)
    if before is after is _Side.ROOM:
        way = _way_at_edge(text, start, end, line)
    return _Place(before, after, way, last)


@lru_cache(maxsize=1024)
def _before(last: str) -> _Side:
    """What the character before a mark is."""
    if not last or last.isspace() or _FIND["opening bracket"].match(last):
        return _Side.ROOM
    if _FIND["link"].match(last):
        return _Side.LINK
    return _Side.STOP if _FIND["punctuation"].match(last) else _Side.WORD


@lru_cache(maxsize=4096)
def _after(following: str) -> _Side:
    """What the characters after a mark begin."""
    if not following or following[0].isspace():
        return _Side.ROOM
    if _FIND["begins"].match(following):
        return _Side.WORD
    return _Side.LINK if _FIND["link"].match(following) else _Side.STOP


def _way(before: _Side, after: _Side) -> _Way:
    """The way a mark points between two such sides."""
    if after is _Side.WORD:
        return _Way.OPENS if before is _Side.ROOM else _Way.EITHER
    return _Way.EITHER if before is _Side.ROOM else _Way.CLOSES


def _way_at_edge(text: str, start: int, end: int, line: Span) -> _Way:
    """A mark with room on both sides opens its paragraph where it begins it, and closes its end."""
    if _FIND["blank"].fullmatch(text, line.start, start):
        return _Way.OPENS
    return _Way.CLOSES if _FIND["blank"].fullmatch(text, end, line.end) else _Way.EITHER


def _split(text: str, start: int, end: int, place: _Place, leads: bool) -> Iterator[_Mark]:
    """The marks that touch each other, which share one place; only the first may lead."""
    for match in _FIND[place.way.value].finditer(text, start, end):
        mark = match.group()
        family, shape = _KINDS.get(mark) or _KINDS[mark[0]]
        way = shape if family in RIGID else place.way
        clips = family == APOSTROPHES and (shape is _Way.CLOSES or _is_clipped(text, end))
        yield _Mark(match.start(), match.end(), mark, family, shape, way, place, clips, leads)
        leads = False


def _is_clipped(text: str, start: int) -> bool:
    """What begins here is a number, or a word that lacks its beginning."""
    match = _FIND["words"].match(text, start, start + 10)
    word = match.group() if match else ""
    return word[:1].isdigit() or word.lower() in ENGLISH.clipped


def _pairs(
    text: str, marks: list[_Mark], beside: _Neighbours
) -> Iterator[tuple[_Mark, _Mark | None]]:
    """The outer marks of a paragraph; one that nothing closes comes last."""
    search = _Search(marks)
    at = 0
    while at < len(marks):
        if _opens(marks[at]):
            closing = search.closing(at)
            inner = _introduced_within(text, marks, at, closing)
            if inner and not beside.led_by:
                at = inner
                continue
            if closing is not None and not _goes_beyond(text, marks[at], marks[closing], beside):
                yield marks[at], marks[closing]
                at = closing
            elif _stays_open(text, marks[at], beside.led_by):
                yield marks[at], None
                return
        at += 1


def _introduced_within(text: str, marks: list[_Mark], at: int, closing: int | None) -> int | None:
    """The mark that really opens: *“Rolf told Ida, “We go.”* has one mark too many before it.

    Only where the mark before leads the paragraph, a comma or colon introduces this one, and the
    only mark that closes ends the paragraph.
    """
    opening = marks[at]
    if not (opening.leads and closing == at + 2 == len(marks) - 1 and opening.shape is _Way.OPENS):
        return None
    inner = marks[at + 1]
    opens = inner.text == opening.text and inner.way is _Way.OPENS
    return at + 1 if opens and _is_introduced(text, inner) else None


class _Search:
    """The search for closing marks in one paragraph.

    It remembers what it need not look for again, which keeps it linear: for each family of marks
    one search may run to the end of the paragraph in vain with nesting, and one without.
    """

    def __init__(self, marks: list[_Mark]) -> None:
        self.marks = marks
        #: families whose marks do not nest properly: from then on the first closing mark closes
        self.tangled: set[str] = set()
        #: families of which no mark closes any more
        self.spent: set[str] = set()

    def closing(self, at: int) -> int | None:
        """Index of the mark that closes the one at this index."""
        if self.marks[at].family in self.spent:
            return None
        if self.marks[at].family == APOSTROPHES:
            return self._closing_single(at)
        return self._closing_nested(at)

    def _closing_nested(self, at: int) -> int | None:
        """The mark that closes as many as were opened, or the first where they tangle."""
        opening = self.marks[at]
        depth, nested, first, unsure = 0, at, None, None
        for i in range(at + 1, len(self.marks)):
            role = _role(self.marks[i], opening)
            if role is _Role.NESTS:
                if unsure is not None:
                    return unsure
                nested = i if nested == at else nested
                depth += opening.family not in self.tangled
            elif role is not _Role.NOTHING and depth:
                depth -= 1
                first = first or i
            elif role is _Role.CLOSES:
                return i
            elif role is _Role.MAY_CLOSE:
                unsure = unsure or i
        if unsure is not None:
            return unsure
        return self._closing_tangled(at, nested, first)

    def _closing_tangled(self, at: int, nested: int, first: int | None) -> int | None:
        """The closing mark where what was opened is not closed: the first one, whatever it closes.

        None where there is none, or where another kind of mark is nested in what opens the
        paragraph: then the writer told them apart, and the outer one goes on beyond the paragraph.
        """
        opening = self.marks[at]
        if first is None:
            self.spent.add(opening.family)
            return self._closing_mistyped(at)
        if opening.leads and self.marks[nested].text != opening.text:
            return None
        self.tangled.add(opening.family)
        return first

    def _closing_mistyped(self, at: int) -> int | None:
        """A single mark after punctuation closes where no single mark was opened before it."""
        for i in range(at + 1, len(self.marks)):
            mark = self.marks[i]
            if mark.family == APOSTROPHES and mark.way is not _Way.EITHER:
                if _closes_for_sure(mark):
                    return i
                if _opens(mark):
                    return None
        return None

    def _closing_single(self, at: int) -> int | None:
        """The first sure closing mark, else the first unsure one, before the next opening one.

        A mark of another family closes too, if it can do nothing else: it was mistyped.
        """
        opening, unsure, i = self.marks[at], None, at + 1
        while i < len(self.marks):
            mark = self.marks[i]
            role = _role(mark, opening)
            if role is _Role.CLOSES:
                return i
            if role is _Role.NESTS:
                return unsure
            if role is _Role.MAY_CLOSE:
                unsure = unsure or i
            elif mark.family != APOSTROPHES and _opens(mark):
                i = self.closing(i) or i
            elif mark.family != APOSTROPHES and _closes_for_sure(mark) and not opening.clips:
                return i
            i += 1
        if unsure is None:
            self.spent.add(APOSTROPHES)
        return unsure


def _role(mark: _Mark, opening: _Mark) -> _Role:
    """What a mark does while the other one is open."""
    if mark.family != opening.family:
        return _Role.NOTHING
    closes = mark.shape is _Way.CLOSES or mark.text in CLOSED_BY.get(opening.text, ())
    if mark.way is _Way.OPENS:
        if mark.clips:
            return _Role.NOTHING
        return _Role.MAY_CLOSE if closes and mark.text != opening.text else _Role.NESTS
    if mark.way is _Way.EITHER and mark.shape is _Way.OPENS and not closes:
        return _Role.NESTS
    if opening.clips and mark.place.before is not _Side.STOP:
        return _Role.NOTHING
    return _Role.MAY_CLOSE if _is_doubtful(mark) else _Role.CLOSES


def _is_doubtful(mark: _Mark) -> bool:
    """A mark that could close is an apostrophe or a sign for feet or inches as well.

    So may be a single mark after a word that could end in an apostrophe (the girls’ books), a mark
    after a number, and one without a direction that words touch on both sides.
    """
    place = mark.place
    if mark.family == APOSTROPHES:
        ends_word = place.last in ENGLISH.apostrophe_after or place.last.isdigit()
        return mark.way is _Way.EITHER or (ends_word and place.after is not _Side.STOP)
    if mark.shape is _Way.EITHER and place.before is place.after is _Side.WORD:
        return True
    return mark.shape is not _Way.OPENS and place.last.isdigit()


def _closes_for_sure(mark: _Mark) -> bool:
    """Punctuation stands before the mark, and no word after it."""
    return mark.way is _Way.CLOSES and mark.place.before is _Side.STOP


def _opens(mark: _Mark) -> bool:
    """The mark opens a quotation where none is open, provided that another one closes it."""
    if mark.way is not _Way.EITHER:
        return mark.way is _Way.OPENS
    if mark.family == APOSTROPHES and mark.place.after is not _Side.WORD:
        return False
    if mark.shape is _Way.EITHER:
        return mark.place.before is not _Side.WORD
    return mark.shape is _Way.OPENS or mark.place.before is _Side.LINK


def _goes_beyond(text: str, opening: _Mark, closing: _Mark, beside: _Neighbours) -> bool:
    """A quotation in single marks goes on in the next paragraph, so ``girls’`` ends no word.

    Only where nothing but an apostrophe at the end of a word would close it, and it is too much
    for a word in marks: it is long, a sentence ends in it, or it goes on from the paragraph before.
    """
    if opening.family != APOSTROPHES or closing.family != APOSTROPHES:
        return False
    if closing.place.after is not _Side.ROOM or not _is_doubtful(closing):
        return False
    inside = text[opening.end : closing.start]
    words = _FIND["words"].findall(inside)
    if len(words) < _LONG and not (
        (beside.unclosed and opening.leads)
        or _FIND["sentence end"].search(inside)
        or (_FIND["goes on"].match(text, closing.end) and _is_sentence(text, opening, words))
    ):
        return False
    return _stays_open(text, opening, beside.led_by)


def _is_sentence(text: str, opening: _Mark, words: list[str]) -> bool:
    """A sentence begins with the quotation: it has a capital, unlike its last word a title's."""
    if _is_introduced(text, opening, ":"):
        return True
    before = text[max(0, opening.start - 2) : opening.start].strip()
    starts = opening.leads or before in tuple(".!?")
    return starts and len(words) > 1 and words[0][0].isupper() and words[-1].islower()


def _is_introduced(text: str, mark: _Mark, signs: str = ":,") -> bool:
    """A colon or comma stands before the mark."""
    before = text[max(0, mark.start - 3) : mark.start].rstrip()
    return before[-1:] in tuple(signs)


def _stays_open(text: str, mark: _Mark, led_by: str) -> bool:
    """A mark that nothing closes opens the rest of the paragraph.

    One that does not clearly open does so only where it begins its paragraph or follows a comma or
    colon. A single one does so only where the next paragraph is opened, too: else it is an
    apostrophe.
    """
    announced = mark.leads or _is_introduced(text, mark)
    opens = mark.way is _Way.OPENS
    if mark.family == APOSTROPHES:
        goes_on = led_by if announced else opens and led_by == APOSTROPHES
        return bool(goes_on) and not mark.clips
    return announced or opens
