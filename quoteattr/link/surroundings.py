"""What the rules see: an article, its quotes and its candidates, each with what stands around.

Everything that stands between or around is a slice of the row of units (one character a unit,
``find/lexicon.py`` has the alphabet), so that a rule is a short pattern.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import regex
from attrs import define
from numpy.typing import NDArray

from quoteattr.find.lexicon import WORD_CLASS
from quoteattr.find.reported import Clause
from quoteattr.find.units import Units
from quoteattr.language.marks import INVISIBLE
from quoteattr.names.cast import Cast, Entity
from quoteattr.records import Span

#: paragraphs before and after the quote's own in which a candidate may stand
PARAGRAPHS_BACK, PARAGRAPHS_ON = 3, 1
#: candidates before and after the quote, the nearest first; and those of a clause, most of whose
#: speakers stand in its sentence
MOST_BEFORE, MOST_AFTER = 15, 6
CLAUSE_BEFORE, CLAUSE_AFTER = 5, 3
#: most units that a rule sees on one side, and that a candidate may be away
FARTHEST, WINDOW = 160, 600
#: most units that a rule sees before a candidate
NEAR = 24

_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’\-]*+")
_NO_WIDTH = dict.fromkeys(map(ord, INVISIBLE))
_SENTENCE_END = regex.compile("[./]")


class Frame(NamedTuple):
    """What stands around a quote."""

    #: units from the start of its sentence to the quote, and from the quote to the sentence's end
    left: str
    right: str
    #: units of its paragraph
    paragraph: str
    #: heads of the two units before it and of the one after it, in lower case
    beside: tuple[str, str, str]


class Path(NamedTuple):
    """What stands between a quote and a candidate."""

    #: the candidate stands before the quote
    before: bool
    units: str

    @property
    def close(self) -> bool:
        """No sentence ends between."""
        return "." not in self.units and "/" not in self.units


class Place(NamedTuple):
    """What stands around a candidate: its sentence up to it, its sentence after it."""

    left: str
    symbol: str
    right: str


@define(eq=False)
class Quote:
    """One or more stretches between marks, or a reported clause, as the rules see them.

    More than one where a quotation goes on over several paragraphs, each opened anew.
    """

    #: its position among the article's quotes
    index: int
    #: the units of its first and its last stretch
    first: int
    last: int
    #: where the words of each stretch stand
    spans: tuple[Span, ...]
    text: str
    frame: Frame
    #: the stretches between marks that it is, or that stand in it, as they are counted
    stretches: Sequence[int] = ()
    #: the last stretch has its closing mark
    closed: bool = True
    #: a noun, without a determiner, stands right after it
    noun_follows: bool = False
    #: the reported clause that it is, None for stretches between marks
    clause: Clause | None = None
    #: who speaks it is settled: the candidate in the unit ``speaker``, None for nobody
    settled: bool = False
    speaker: int | None = None

    @cached_property
    def words(self) -> list[str]:
        """Its words as they stand."""
        return _WORD.findall(self.text)

    @cached_property
    def classes(self) -> str:
        """The classes of its words, unknown words left out."""
        return "".join(WORD_CLASS.get(w.lower(), "") for w in self.words)


@define(eq=False)
class Candidate:
    """A mention that is not chosen yet."""

    unit: int
    text: str
    head: str
    place: Place
    entity: Entity | None
    #: its unit begins with a title or an office
    titled: bool
    #: what the rules say of the candidate alone, kept by ``link/decode.py``
    values: NDArray[np.float32] | None = None

    @property
    def key(self) -> object:
        """The entity, or where there is none the candidate itself: equal for one speaker."""
        return self.entity or self


@define(eq=False)
class Turn:
    """What was decided for the quotes before one."""

    #: who spoke the last quote and the one before it, None for nobody
    last: Candidate | None
    before_last: Candidate | None
    #: how many quotes each has spoken so far
    spoken: Counter[object]
    #: units between the quote before and this one, None if this is the first
    gap: str | None
    #: unit of the quote before (-1 if there is none) and of this one
    before: int
    here: int


class Surroundings:
    """One article: its row of units, its cast, its quotes and candidates.

    ``link/survey.py`` makes it of stretches between marks, ``link/retelling.py`` of clauses.
    """

    def __init__(
        self, text: str, units: Units, cast: Cast, origin: Sequence[int] | None = None
    ) -> None:
        """Start without quotes and candidates.

        Args:
            text: the article as given.
            units: its row.
            cast: who is who.
            origin: for each unit the one that the cast knows it by, -1 if it knows none; the same
                by default.
        """
        self.text = text
        self.units = units
        self.symbols = units.symbols
        self.cast = cast
        self.quotes: list[Quote] = []
        #: the units that hold a candidate, in order
        self.candidate_units: list[int] = []
        self._origin: Sequence[int] = range(len(self.symbols)) if origin is None else origin
        self._candidates: dict[int, Candidate] = {}

    def add_quote(self, units: tuple[int, int], spans: tuple[Span, ...], **more: Any) -> None:
        """Add the next quote, from its first to its last unit; ``more`` as Quote has it."""
        text = " ".join(self.text[start:end] for start, end in spans)
        frame = self._frame(*units)
        self.quotes.append(Quote(len(self.quotes), *units, spans, text, frame, **more))

    def speaker(self, candidate: Candidate) -> str:
        """The fullest name of whom a candidate stands for, or its own words."""
        known = self._origin[candidate.unit]
        words = candidate.text if known < 0 else self.cast.speaker(known)
        return " ".join(words.translate(_NO_WIDTH).split())

    def _frame(self, first: int, last: int) -> Frame:
        """What stands around the units of a quote."""
        symbols = self.symbols
        low, high = max(0, first - FARTHEST), last + FARTHEST
        start = max(low, symbols.rfind("/", low, first) + 1)
        stop = symbols.find("/", last, high)
        sentence = max(start, symbols.rfind(".", start, first) + 1)
        end = _SENTENCE_END.search(symbols, last, high)
        return Frame(
            symbols[sentence:first],
            symbols[last + 1 : end.end() if end else high],
            symbols[start : high if stop < 0 else stop],
            self._beside(first, last),
        )

    def _beside(self, first: int, last: int) -> tuple[str, str, str]:
        """Heads of the two units before and of the one after these."""
        heads = self.units.heads
        before, further = heads[max(0, first - 1) : first], heads[max(0, first - 2) : first - 1]
        return ("".join(further), "".join(before), "".join(heads[last + 1 : last + 2]))

    def candidate(self, i: int) -> Candidate:
        """The candidate in unit i, made once."""
        found = self._candidates.get(i)
        if found is None:
            found = self._candidates[i] = self._candidate(i)
        return found

    def _candidate(self, i: int) -> Candidate:
        """Make the candidate in unit i."""
        units, symbols = self.units, self.symbols
        stop = _SENTENCE_END.search(symbols, i + 1, i + FARTHEST)
        near = max(0, i - NEAR)
        start = max(near, symbols.rfind(".", near, i), symbols.rfind("/", near, i))
        left = symbols[start:i] or "/"
        place = Place(left, symbols[i], symbols[i + 1 : stop.end() if stop else i + FARTHEST])
        begin, end = units.mention(i)
        entity, titled = self.cast.entity_of(self._origin[i]), units.starts[i] < begin
        return Candidate(i, self.text[begin:end], units.heads[i], place, entity, titled)

    def window(self, quote: Quote) -> list[int]:
        """Units of the candidates near enough to have said the quote, in order of the text."""
        low, high = quote.first, quote.last
        first, last = max(0, low - WINDOW), min(len(self.symbols), high + WINDOW)
        for _ in range(PARAGRAPHS_BACK + 1):
            low = max(first, self.symbols.rfind("/", first, low))
        for _ in range(PARAGRAPHS_ON + 1):
            high = self.symbols.find("/", high + 1, last)
            high = last if high < 0 else high
        units = self.candidate_units
        most_before, most_after = (
            (CLAUSE_BEFORE, CLAUSE_AFTER) if quote.clause else (MOST_BEFORE, MOST_AFTER)
        )
        here, on = bisect_left(units, quote.first), bisect_left(units, quote.last)
        before = units[max(bisect_left(units, low), here - most_before) : here]
        return before + units[on : min(bisect_left(units, high), on + most_after)]

    def path(self, quote: Quote, i: int) -> Path:
        """What stands between the quote and the candidate in unit i."""
        if i < quote.first:
            return Path(True, self.symbols[max(i + 1, quote.first - FARTHEST) : quote.first])
        return Path(False, self.symbols[quote.last + 1 : min(i, quote.last + FARTHEST)])
