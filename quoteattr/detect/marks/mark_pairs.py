"""Pair the quotation marks of a paragraph: which mark closes which.

No pair extends beyond its paragraph, so a single bad mark never affects more than that.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from quoteattr.detect.marks.quotation_marks import (
    WORDS,
    Direction,
    Mark,
    Side,
    is_doubtful,
    opens,
    surely_closes,
)
from quoteattr.language.marks import APOSTROPHES, CLOSED_BY
from quoteattr.language.patterns import lazy_regex

#: minimum number of words of a quotation that an apostrophe at the end of a word does not close
_LONG = 6
_SENTENCE_END = lazy_regex(r"[.!?…]\s")
#: the line continues in lower case
_GOES_ON = lazy_regex(r"[^\S\r\n]+\p{Ll}")


class _MarkEffect(Enum):
    """The effect of a mark on an open quotation."""

    NESTS = auto()  # opens one inside it
    CLOSES = auto()
    MAY_CLOSE = auto()  # closes it unless a more certain mark follows
    NOTHING = auto()


class ParagraphsBeside(NamedTuple):
    """The paragraphs before and after one."""

    #: whether the paragraph before leaves a quotation open
    unclosed: bool
    #: the family of the mark that begins the paragraph after; empty if there is none
    led_by: str


def pair_marks(
    text: str, marks: list[Mark], beside: ParagraphsBeside
) -> Iterator[tuple[Mark, Mark | None]]:
    """Pair the outer marks of a paragraph.

    Args:
        text: the article with its layout blanked.
        marks: the marks of the paragraph, in order.
        beside: the paragraphs before and after it.

    Returns:
        Each opening mark with the one that closes it; None for the last one if nothing closes it.
    """
    search = _ClosingSearch(marks)
    at = 0
    while at < len(marks):
        if opens(marks[at]):
            closing = search.closing(at)
            inner = _introduced_within(text, marks, at, closing)
            if inner and not beside.led_by:
                at = inner
                continue
            if closing is not None and not _goes_beyond(text, marks[at], marks[closing], beside):
                yield marks[at], marks[closing]
                at = closing
            elif _stays_open(text, marks[at], beside):
                yield marks[at], None
                return
        at += 1


def _introduced_within(text: str, marks: list[Mark], at: int, closing: int | None) -> int | None:
    """The mark that really opens: in *“Rolf told Ida, “We go.”* the first mark is superfluous.

    This requires that the first mark begins the paragraph, a comma or colon introduces the second,
    and the only closing mark ends the paragraph.
    """
    opening = marks[at]
    last = closing == at + 2 == len(marks) - 1
    if not (last and opening.leads and opening.shape is Direction.OPENS):
        return None
    inner = marks[at + 1]
    same = inner.text == opening.text and inner.direction is Direction.OPENS
    return at + 1 if same and _is_introduced(text, inner) else None


class _ClosingSearch:
    """The search for closing marks in one paragraph.

    It remembers failed searches, which keeps it linear: for each family of marks, one search with
    nesting and one without may run to the end of the paragraph in vain.
    """

    def __init__(self, marks: list[Mark]) -> None:
        self.marks = marks
        #: families whose marks do not nest properly: from then on the first closing mark closes
        self.tangled: set[str] = set()
        #: families without any further closing mark
        self.spent: set[str] = set()

    def closing(self, at: int) -> int | None:
        """The index of the mark that closes the one at this index."""
        if self.marks[at].family in self.spent:
            return None
        if self.marks[at].family == APOSTROPHES:
            return self._closing_single(at)
        return self._closing_nested(at)

    def _closing_nested(self, at: int) -> int | None:
        """The mark that closes as many as were opened, or the first if they do not nest."""
        opening = self.marks[at]
        depth, nested, first, unsure = 0, at, None, None
        for i in range(at + 1, len(self.marks)):
            effect = _effect(self.marks[i], opening)
            if effect is _MarkEffect.NESTS:
                if unsure is not None:
                    return unsure
                nested = i if nested == at else nested
                depth += opening.family not in self.tangled
            elif effect is not _MarkEffect.NOTHING and depth:
                depth -= 1
                first = first or i
            elif effect is _MarkEffect.CLOSES:
                return i
            elif effect is _MarkEffect.MAY_CLOSE:
                unsure = unsure or i
        if unsure is not None:
            return unsure
        return self._closing_tangled(at, nested, first)

    def _closing_tangled(self, at: int, nested: int, first: int | None) -> int | None:
        """The closing mark if nesting fails: the first one, whatever it closes.

        None if there is none, or if another kind of mark is nested in the quotation that begins the
        paragraph: then the writer distinguishes them, and the outer one continues in the next
        paragraph.
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
        """A single mark after punctuation closes if no single mark was opened before it."""
        for i in range(at + 1, len(self.marks)):
            mark = self.marks[i]
            if mark.family == APOSTROPHES and mark.direction is not Direction.EITHER:
                if surely_closes(mark):
                    return i
                if opens(mark):
                    return None
        return None

    def _closing_single(self, at: int) -> int | None:
        """The first certain closing mark, else the first uncertain one, before an opening one.

        A mark of another family also closes if it can do nothing else: it was mistyped.
        """
        opening, unsure, i = self.marks[at], None, at + 1
        while i < len(self.marks):
            mark = self.marks[i]
            effect = _effect(mark, opening)
            if effect is _MarkEffect.CLOSES:
                return self._after_possessive(i)
            if effect is _MarkEffect.NESTS:
                return unsure
            if effect is _MarkEffect.MAY_CLOSE:
                unsure = unsure or i
            elif mark.family != APOSTROPHES and opens(mark):
                i = self.closing(i) or i
            elif mark.family != APOSTROPHES and surely_closes(mark) and not opening.clips:
                return i
            i += 1
        if unsure is None:
            self.spent.add(APOSTROPHES)
        return unsure

    def _after_possessive(self, at: int) -> int:
        """The mark that closes instead of one after a plural: *‘the boys’, not the girls’, turn.’*.

        Punctuation precedes it, and no mark opens in between.
        """
        around = self.marks[at].surroundings
        if not (around.may_end_word and around.after is Side.STOP):
            return at
        for i in range(at + 1, len(self.marks)):
            mark = self.marks[i]
            if mark.family == APOSTROPHES and surely_closes(mark):
                return i
            if mark.family != APOSTROPHES or opens(mark):
                return at
        return at


def _effect(mark: Mark, opening: Mark) -> _MarkEffect:
    """The effect of a mark while another one is open."""
    if mark.family != opening.family:
        return _MarkEffect.NOTHING
    closes = mark.shape is Direction.CLOSES or mark.text in CLOSED_BY.get(opening.text, ())
    if mark.direction is Direction.OPENS:
        if mark.clips:
            return _MarkEffect.NOTHING
        return _MarkEffect.MAY_CLOSE if closes and mark.text != opening.text else _MarkEffect.NESTS
    if mark.direction is Direction.EITHER and mark.shape is Direction.OPENS and not closes:
        return _MarkEffect.NESTS
    if opening.clips and mark.surroundings.before is not Side.STOP:
        return _MarkEffect.NOTHING
    return _MarkEffect.MAY_CLOSE if is_doubtful(mark) else _MarkEffect.CLOSES


def _goes_beyond(text: str, opening: Mark, closing: Mark, beside: ParagraphsBeside) -> bool:
    """Whether a quotation in single marks continues in the next paragraph, despite ``girls’``.

    This requires that only an apostrophe at the end of a word would close it, and that it is
    too much for a word in marks: it is long, a sentence ends in it, or it continues from the
    paragraph before.
    """
    if opening.family != APOSTROPHES or closing.family != APOSTROPHES:
        return False
    if closing.surroundings.after is not Side.ROOM or not is_doubtful(closing):
        return False
    inside = text[opening.end : closing.start]
    words = WORDS.findall(inside)
    if len(words) < _LONG and not (
        (beside.unclosed and opening.leads)
        or _SENTENCE_END.search(inside)
        or (_GOES_ON.match(text, closing.end) and _is_sentence(text, opening, words))
    ):
        return False
    return _stays_open(text, opening, beside)


def _is_sentence(text: str, opening: Mark, words: list[str]) -> bool:
    """Whether the quotation begins a sentence: a capital and, unlike a title, a lower-case end."""
    if _is_introduced(text, opening, ":"):
        return True
    before = text[max(0, opening.start - 2) : opening.start].strip()
    starts = opening.leads or before in tuple(".!?")
    return starts and len(words) > 1 and words[0][0].isupper() and words[-1].islower()


def _is_introduced(text: str, mark: Mark, signs: str = ":,") -> bool:
    """Whether a colon or comma precedes the mark."""
    before = text[max(0, mark.start - 3) : mark.start].rstrip()
    return before[-1:] in tuple(signs)


def _stays_open(text: str, mark: Mark, beside: ParagraphsBeside) -> bool:
    """Whether a mark that nothing closes opens the rest of the paragraph.

    One that does not clearly open does so only if it begins its paragraph or follows a comma or
    colon. A single one does so only if the next paragraph begins with a mark, too, or if it
    continues a quotation, or cannot be an apostrophe.
    """
    announced = mark.leads or _is_introduced(text, mark)
    clear = mark.direction is Direction.OPENS
    if mark.family == APOSTROPHES:
        if mark.clips:
            return False
        if announced:
            continues = beside.unclosed and mark.leads
            return bool(beside.led_by) or continues or (clear and mark.shape is Direction.OPENS)
        return clear and beside.led_by == APOSTROPHES
    return announced or clear
