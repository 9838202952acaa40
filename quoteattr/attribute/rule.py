"""What a rule is, and the patterns that most rules are made of.

A rule looks at one thing and says whether it holds (1.0 or 0.0), or how much there is of it (a
count). What a rule is worth, alone and together with others, is learned from annotated articles
(``model/model.py``); nothing here decides.

Most rules are a pattern of named chunks, in the order of the text: ``detect/pattern.py`` has the
chunks and what a pattern may have, ``attribute/grammar.py`` longer pieces. A pattern reads each
chunk once, so that none is slow.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from attrs import frozen

from quoteattr.attribute.document import Candidate, Frame, Path, Place
from quoteattr.attribute.grammar import row_pattern, searcher
from quoteattr.detect.pattern import tags
from quoteattr.errors import OptionError
from quoteattr.text import shorten

#: the one thing that a rule looks at: the table that it stands in
Scope = Literal["frame", "quote", "turn", "path", "place", "mention", "again"]


@frozen
class Rule:
    """A named reason to link a quote to a candidate, or not to."""

    #: in the order of the text, words joined by hyphens
    name: str
    #: how far it holds of what it looks at, 0.0 if it does not: mostly a pattern
    holds: Callable[..., float]
    #: the linguistic condition, in one sentence
    condition: str
    #: a text in which it holds of the last quote and its speaker (of a candidate, if nobody spoke)
    example: str
    #: the mention that spoke the last quote of the example, None for nobody
    speaker: str | None
    #: it says how much there is of something
    counts: bool = False
    #: the mention of the example in which it holds, if it speaks against one who did not speak
    against: str | None = None


# -- where a pattern holds -------------------------------------------------------------------------

#: what a pattern calls the quote and the candidate themselves
THE_QUOTE, CANDIDATE = "{THE_QUOTE}", "{CANDIDATE}"
#: what stands where nothing does: a quote that opens its sentence stands after an end
_NOTHING = tags("PARAGRAPH_END")


def _halves(pattern: str, middle: str) -> tuple[Callable[[str], bool], Callable[[str], bool]]:
    """Tests of what stands before and after the one place that a pattern is about."""
    if pattern.count(middle) != 1:
        raise OptionError(
            f"{shorten(pattern)} does not name {middle} once",
            where="the pattern of a rule",
            remedy=f"write {middle} where it stands",
        )
    left, _, right = pattern.partition(middle)
    return searcher(f"{left}$"), searcher(f"^{right}")


def around_quote(pattern: str) -> Callable[[Frame], float]:
    """The sentence has this pattern around the quote: ``{COLON} {THE_QUOTE}``."""
    before, after = _halves(pattern, THE_QUOTE)
    return lambda frame: float(before(frame.left or _NOTHING) and after(frame.right or _NOTHING))


def in_paragraph(pattern: str) -> Callable[[Frame], float]:
    """The paragraph of the quote has this pattern somewhere."""
    holds = searcher(pattern)
    return lambda frame: float(holds(frame.paragraph))


def not_in_paragraph(pattern: str) -> Callable[[Frame], float]:
    """The paragraph of the quote has this pattern nowhere."""
    holds = searcher(pattern)
    return lambda frame: float(not holds(frame.paragraph))


def around_candidate(pattern: str) -> Callable[[Place], float]:
    """The sentence has this pattern around the candidate: ``{CANDIDATE} {TO_VERB} {SAYING}``."""
    before, after = _halves(pattern, CANDIDATE)
    return lambda place: float(before(place.left) and after(place.right))


@frozen
class PathPattern:
    """A pattern of what stands between, and the paths that it can hold of at all."""

    search: Callable[[str], bool]
    #: the candidate stands before the quote, or after it; either way if None
    before: bool | None
    #: no sentence may end between
    close: bool

    def applies(self, before: bool, close: bool) -> bool:
        """It can hold of paths on that side of the quote, within one sentence or not."""
        return self.before in (None, before) and (close or not self.close)

    def __call__(self, path: Path) -> float:
        """1.0 if the pattern holds of the path, else 0.0."""
        holds = self.applies(path.before, path.close) and self.search(path.chunks)
        return float(holds)


def between(pattern: str) -> PathPattern:
    """The chunks from the candidate to the quote, or from the quote to the candidate, are these.

    The pattern begins and ends with the two: ``{CANDIDATE} {SAYING} {COMMA} {THE_QUOTE}``.
    """
    before = pattern.startswith(CANDIDATE)
    first, last = (CANDIDATE, THE_QUOTE) if before else (THE_QUOTE, CANDIDATE)
    if not (pattern.startswith(first) and pattern.endswith(last)):
        raise OptionError(
            f"{shorten(pattern)} is not between {CANDIDATE} and {THE_QUOTE}",
            where="the pattern of a rule",
            remedy="begin with the one of them and end with the other",
        )
    row = row_pattern(pattern.removeprefix(first).removesuffix(last))
    return PathPattern(row.fullmatch, before, close=not any(map(row.admits, tags("END"))))


def somewhere_between(pattern: str) -> PathPattern:
    """This pattern stands somewhere between quote and candidate, in one sentence."""
    return PathPattern(searcher(pattern), before=None, close=True)


# -- what is counted, or looked up -----------------------------------------------------------------


def count_between(chunks: str, most: int = 60) -> Callable[[Path], float]:
    """How many of these chunks stand between quote and candidate."""
    counted = tags(chunks)
    return lambda path: float(min(most, sum(map(path.chunks.count, counted))))


def head_is(table: str) -> Callable[[Candidate], float]:
    """The head of the mention is one of the words of a table of its language."""
    return lambda candidate: float(candidate.head in getattr(candidate.language, table))


def mention_is(chunk: str) -> Callable[[Candidate], float]:
    """The mention is a chunk of this kind."""
    kinds = tags(chunk)
    return lambda candidate: float(candidate.place.tag in kinds)
