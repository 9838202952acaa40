"""Finds the stretches between quotation marks.

Marks lie: they are turned the wrong way, mixed, forgotten, and half of them are apostrophes. So the
shape of a mark is only one of two witnesses. The other is what stands around it: an opening mark
has room before it and a word after it, a closing one the other way round. Where the two disagree
the surroundings win; where these are silent (``said,“No”``) the shape decides.

Nothing reaches beyond its paragraph, so that one bad mark never costs more than that.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

import regex
from attrs import frozen

from quoteattr.language.marks import (
    APOSTROPHE_AFTER,
    APOSTROPHES,
    CLIPPED,
    CLOSED_BY,
    FAMILIES,
    INVISIBLE,
    RIGID,
)
from quoteattr.records import Span


@frozen
class Quoted:
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

    OPENS = auto()
    CLOSES = auto()
    EITHER = auto()


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
    #: the character before, and the word after
    last: str
    next: str
    #: nothing but white space stands before it in its paragraph
    leads: bool
    #: a comma or colon stands before it, or before the white space before it
    introduced: bool


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
_ANY = _OTHER + _SINGLE

_PATTERNS = {
    # a line; the breaks are those of Unicode
    "line": r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+",
    # marks that touch each other. The value of an attribute comes first, since it would look like
    # a quotation; a single mark inside a word is an apostrophe and begins nothing
    "cluster": rf'="[^"]*"|(?:[{_OTHER}]|(?<!\w)[{_SINGLE}]|[{_SINGLE}](?!\w)|(?<![\w,]),,(?=\w))'
    rf"(?:[{INVISIBLE}]*[{_ANY}])*",
    # one mark of a cluster: two single ones are one double mark, so these come before each alone;
    # a double mark that was typed twice is still one
    "mark": rf"''|``|,,|‘‘|’’|‚‚|([{_OTHER}])\1*|[{_SINGLE}]",
    # the same at the end of a quotation: of three single marks the first belongs to the inner one
    "closing mark": rf"(['’])(?=\1\1(?!\1))|''|``|,,|‘‘|’’|‚‚|([{_OTHER}])\2*|[{_SINGLE}]",
    # what counts as a word after a mark
    "begins": r"[\w\p{Ps}\p{S}\p{C}#@&§¡¿…--<]|\.(?:[.\w]|\s\.)",
    "link": r"[\p{Pd}/*<>]",
    "opening bracket": r"\p{Ps}|\p{Pi}",
    "punctuation": r"\p{P}",
    "word": r"\w",
    "words": r"\w+",
    # what announces a quotation
    "introduction": r"[:,]\s*\Z",
    "blank": rf"[\s{INVISIBLE}]*",
    "invisible": rf"[{INVISIBLE}]",
}
_FIND = {name: regex.compile(pattern, regex.V1) for name, pattern in _PATTERNS.items()}


def paragraphs(text: str) -> list[Span]:
    r"""Every line of the text that is not blank, without its line break, in order.

    >>> paragraphs("One.\r\n\r\nTwo.")
    [Span(start=0, end=4), Span(start=8, end=12)]
    """
    lines = (Span(*line.span()) for line in _FIND["line"].finditer(text))
    return [line for line in lines if not _FIND["blank"].fullmatch(text, *line)]


def find_quotes(text: str) -> list[Quoted]:
    """Find every stretch between quotation marks, in order; the outer ones where they nest.

    A stretch lies within one paragraph and has at least one word character. Stretches never
    overlap. Works on any string and never raises.

    >>> text = "“We don’t know,” he said."
    >>> [text[q.start:q.end] for q in find_quotes(text)]
    ['We don’t know,']
    """
    found: list[Quoted] = []
    lines = [_Paragraph(*span, _marks(text, span)) for span in paragraphs(text)]
    unclosed = False
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        last = None
        for opening, closing in _pairs(line.marks, _is_led(after)):
            quoted = _quoted(text, line, opening, closing, unclosed and opening.place.leads)
            if quoted is not None:
                found.append(quoted)
                last = quoted
        unclosed = last is not None and not last.closed
    return found


def _is_led(line: _Paragraph | None) -> bool:
    """The paragraph begins with a mark that opens."""
    return bool(line and line.marks and line.marks[0].place.leads and _opens(line.marks[0]))


def _quoted(
    text: str, line: _Paragraph, opening: _Mark, closing: _Mark | None, continues: bool
) -> Quoted | None:
    """The stretch between two marks, or to the end of the paragraph; None where it has no word."""
    start, end = opening.end, closing.start if closing else line.end
    if not _FIND["word"].search(text, start, end):
        return None
    words = text[start:end]
    end -= len(words) - len(words.rstrip())
    start += len(words) - len(words.lstrip())
    outer = closing.end if closing else end
    return Quoted(start, end, opening.start, outer, closing is not None, continues, opening.text)


def _marks(text: str, line: Span) -> list[_Mark]:
    """All marks of a paragraph, apostrophes inside words and attributes of markup apart."""
    found: list[_Mark] = []
    for cluster in _FIND["cluster"].finditer(text, *line):
        start, end = cluster.span()
        if text[start] == "=":
            continue
        leads = not found and bool(_FIND["blank"].fullmatch(text, line.start, start))
        place = _place(text, start, end, line.end, leads)
        pattern = _FIND["closing mark" if place.way is _Way.CLOSES else "mark"]
        found.extend(_mark(match, place) for match in pattern.finditer(text, start, end))
    return found


def _mark(match: regex.Match[str], place: _Place) -> _Mark:
    """One mark of those that stand at this place."""
    text = match.group()
    family, shape = _KINDS.get(text) or _KINDS[text[0]]
    way = shape if family in RIGID else place.way
    return _Mark(match.start(), match.end(), text, family, shape, way, place)


def _place(text: str, start: int, end: int, line_end: int, leads: bool) -> _Place:
    """What stands around ``text[start:end]``."""
    start, end = _beyond_invisible(text, start, end)
    last = text[start - 1 : start]
    before, after = _before(last), _after(text, end)
    way = _WAYS[before, after]
    if before is after is _Side.ROOM:
        way = _at_edge(text, end, line_end, leads)
    introduced = bool(_FIND["introduction"].search(text, max(0, start - 3), start))
    word = _FIND["words"].match(text, end, min(end + 8, len(text)))
    return _Place(before, after, way, last, word.group() if word else "", leads, introduced)


def _beyond_invisible(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen the span by the characters at its sides that take no room."""
    invisible = _FIND["invisible"].match
    while start and invisible(text, start - 1, start):
        start -= 1
    while invisible(text, end, end + 1):
        end += 1
    return start, end


def _before(last: str) -> _Side:
    """What the character before a mark is."""
    if last.isalnum():
        return _Side.WORD
    if not last or last.isspace() or _FIND["opening bracket"].match(last):
        return _Side.ROOM
    if _FIND["link"].match(last):
        return _Side.LINK
    return _Side.STOP if _FIND["punctuation"].match(last) else _Side.WORD


def _after(text: str, position: int) -> _Side:
    """What begins at this position, after a mark."""
    following = text[position : position + 1]
    if not following or following.isspace():
        return _Side.ROOM
    if following.isalnum() or _FIND["begins"].match(text, position):
        return _Side.WORD
    return _Side.LINK if _FIND["link"].match(following) else _Side.STOP


#: The way a mark points between these two sides.
_WAYS = {
    (before, after): (_Way.EITHER if after is _Side.WORD or before is _Side.ROOM else _Way.CLOSES)
    for before in _Side
    for after in _Side
} | {(_Side.ROOM, _Side.WORD): _Way.OPENS}


def _at_edge(text: str, end: int, line_end: int, leads: bool) -> _Way:
    """A mark with room on both sides opens a paragraph's beginning and closes its end."""
    if leads:
        return _Way.OPENS
    return _Way.CLOSES if _FIND["blank"].fullmatch(text, end, line_end) else _Way.EITHER


def _pairs(marks: list[_Mark], led_after: bool) -> Iterator[tuple[_Mark, _Mark | None]]:
    """The outer marks of a paragraph; an opening one without a closing one comes last."""
    pairing = _Pairing(marks)
    at = 0
    while at < len(marks):
        mark = marks[at]
        if _opens(mark):
            closing = pairing.closing(at)
            if closing is not None:
                yield mark, marks[closing]
                at = closing
            elif _stays_open(mark, led_after):
                yield mark, None
                return
        at += 1


class _Pairing:
    """Looks for the closing marks in one paragraph, and remembers what it need not look for again.

    The memory keeps it linear: of each family only one search may run to the end of the paragraph
    in vain with nesting, and one without.
    """

    def __init__(self, marks: list[_Mark]) -> None:
        self.marks = marks
        #: families whose marks do not nest as they should here: then the first closing mark closes
        self.tangled: set[str] = set()
        #: families of which no mark closes any more
        self.spent: set[str] = set()

    def closing(self, at: int) -> int | None:
        """Index of the mark that closes the one at this index."""
        opening = self.marks[at]
        if opening.family in self.spent:
            return None
        if opening.family == APOSTROPHES:
            return self._closing_single(at)
        return self._closing_nested(at)

    def _closing_nested(self, at: int) -> int | None:
        """The mark that closes as many as were opened, or the first where they tangle."""
        family = self.marks[at].family
        depth, unsure, first = 0, None, None
        for i in range(at + 1, len(self.marks)):
            role = _role(self.marks[i], self.marks[at])
            if role is _Role.NESTS:
                if unsure is not None:
                    return unsure
                depth += family not in self.tangled
            elif role is not _Role.NOTHING and depth:
                depth -= 1
                first = first or i
            elif role is _Role.CLOSES:
                return i
            elif role is _Role.MAY_CLOSE:
                unsure = unsure or i
        if unsure is None:
            (self.tangled if first else self.spent).add(family)
        return unsure or first

    def _closing_single(self, at: int) -> int | None:
        """The first sure closing mark, else the first doubtful one, before the next opening one."""
        unsure, i = None, at + 1
        while i < len(self.marks):
            mark = self.marks[i]
            role = _role(mark, self.marks[at])
            if role is _Role.CLOSES:
                return i
            if role is _Role.NESTS:
                return unsure
            if role is _Role.MAY_CLOSE:
                unsure = unsure or i
            elif mark.family != APOSTROPHES and _opens(mark):
                i = self.closing(i) or i
            i += 1
        if unsure is None:
            self.spent.add(APOSTROPHES)
        return unsure


def _role(mark: _Mark, opening: _Mark) -> _Role:
    """What a mark does while the other one is open."""
    if mark.family != opening.family:
        return _Role.NOTHING
    turned = mark.shape is _Way.CLOSES or mark.text in CLOSED_BY.get(opening.text, ())
    if mark.way is _Way.OPENS:
        if mark.family == APOSTROPHES and _may_be_clipped(mark):
            return _Role.NOTHING
        return _Role.MAY_CLOSE if turned and mark.text != opening.text else _Role.NESTS
    if mark.way is _Way.EITHER and mark.shape is _Way.OPENS and not turned:
        return _Role.NESTS
    if mark.family != APOSTROPHES:
        return _Role.MAY_CLOSE if _may_be_inches(mark) else _Role.CLOSES
    if _may_be_clipped(opening) and mark.place.before is not _Side.STOP:
        return _Role.NOTHING
    return _Role.MAY_CLOSE if _may_end_word(mark) else _Role.CLOSES


def _opens(mark: _Mark) -> bool:
    """The mark may open a quotation where none is open."""
    if mark.way is not _Way.EITHER:
        return mark.way is _Way.OPENS
    if mark.family == APOSTROPHES and mark.place.after is not _Side.WORD:
        return False
    if mark.shape is _Way.EITHER:
        return mark.place.before is not _Side.WORD
    return mark.shape is _Way.OPENS


def _stays_open(mark: _Mark, led_after: bool) -> bool:
    """A mark that nothing closes opens the rest of the paragraph.

    A single one only where the next paragraph is opened again, and where it opens its own or comes
    after a comma or colon: else it is an apostrophe.
    """
    introduced = mark.place.leads or mark.place.introduced
    if mark.family == APOSTROPHES:
        return led_after and introduced and not _may_be_clipped(mark)
    return introduced or mark.way is _Way.OPENS


def _may_be_clipped(mark: _Mark) -> bool:
    """The apostrophe of a word or year without its beginning: ’em, ’90s."""
    word = mark.place.next
    return mark.shape is _Way.CLOSES or word[:1].isdigit() or word.lower() in CLIPPED


def _may_end_word(mark: _Mark) -> bool:
    """The apostrophe after a plural, a name, a word without its end: girls’, James’, goin’; feet."""
    if mark.way is _Way.EITHER:
        return True
    last = mark.place.last
    return mark.place.after is not _Side.STOP and (last in APOSTROPHE_AFTER or last.isdigit())


def _may_be_inches(mark: _Mark) -> bool:
    """A number stands before the mark, or words touch it on both sides."""
    between = mark.shape is _Way.EITHER and mark.place.before is mark.place.after is _Side.WORD
    return between or (mark.shape is not _Way.OPENS and mark.place.last.isdigit())
