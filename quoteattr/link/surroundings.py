"""What the rules see: an article, its quotes and its candidates, each with what stands around.

Everything that stands between or around is a slice of the row of units (one character a unit,
``find/lexicon.py`` has the alphabet), so that a rule is a short pattern.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import regex
from attrs import define

from quoteattr.find.lexicon import WORD_CLASS
from quoteattr.find.quotes import Quoted
from quoteattr.find.units import Units, find_units
from quoteattr.link.names import Cast, Entity

#: paragraphs before and after the quote's own in which a candidate may stand
PARAGRAPHS_BACK, PARAGRAPHS_ON = 3, 1
#: candidates before and after the quote, the nearest first
MOST_BEFORE, MOST_AFTER = 26, 12

_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’\-]*+")
_SENTENCE_END = regex.compile("[./]")
#: an unknown nominal is a candidate only as the subject of a cue, or right after one
_SPOKEN_RIGHT = regex.compile("(?:o[dwg0v]*[NDEwKTpP0]+|[TyP])?(?:,[^/.Q]{1,30}?,)?[xy]*[SRsr:]")
_SPOKEN_LEFT = frozenset("SAQ")


class Frame(NamedTuple):
    """What stands around a quote."""

    #: units from the start of its sentence to the quote, and from the quote to the sentence's end
    left: str
    right: str
    #: units of its paragraph
    paragraph: str
    #: the words right before it, in lower case, the nearest first
    before: tuple[str, str]


class Path(NamedTuple):
    """What stands between a quote and a candidate."""

    #: the candidate stands before the quote
    before: bool
    units: str


class Place(NamedTuple):
    """What stands around a candidate: up to two units before it, its sentence after it."""

    left: str
    symbol: str
    right: str


@define(eq=False)
class Quote:
    """A stretch between marks, as the rules see it."""

    #: its position among the article's quotes
    index: int
    #: its unit
    unit: int
    quoted: Quoted
    text: str
    frame: Frame

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
    values: tuple[float, ...] = ()


@define(eq=False)
class Turn:
    """What was decided for the quotes before, as one candidate (or nobody) meets it."""

    candidate: Candidate | None
    #: candidates chosen so far, None for nobody, in order of the quotes
    chosen: Sequence[Candidate | None]
    #: units between the quote before and this one
    gap: str
    #: unit of the quote before, -1 if there is none, and of this one
    before: int
    here: int

    @property
    def last(self) -> Candidate | None:
        """Who spoke the quote before."""
        return self.chosen[-1] if self.chosen else None

    def spoke(self, turn: int) -> bool:
        """The candidate spoke that turn, -1 being the last."""
        return len(self.chosen) >= -turn and self._same(self.chosen[turn])

    @property
    def count(self) -> int:
        """How many of the quotes so far the candidate has spoken."""
        return sum(map(self._same, self.chosen))

    @property
    def stands_between(self) -> bool:
        """The candidate stands between the quote before and this one."""
        return self.candidate is not None and self.before < self.candidate.unit < self.here

    def _same(self, other: Candidate | None) -> bool:
        """The other is the same mention, or stands for the same entity."""
        mine = self.candidate
        if mine is None or other is None:
            return False
        return mine is other or (mine.entity is not None and mine.entity is other.entity)


class Surroundings:
    """One article: its row of units, its cast, its quotes and candidates."""

    def __init__(self, text: str, quotes: Sequence[Quoted]) -> None:
        self.text = text
        self.units: Units = find_units(text, quotes)
        self.symbols = self.units.symbols
        self.cast = Cast(text, self.units)
        self.quotes = [self._quote(k, quoted) for k, quoted in enumerate(quotes)]
        self.candidate_units = [i for i, s in enumerate(self.symbols) if self._could_speak(i, s)]
        self._candidates: dict[int, Candidate] = {}

    def _could_speak(self, i: int, symbol: str) -> bool:
        """A name, pronoun, nominal or label; an unknown nominal only beside a cue."""
        if symbol != "E":
            return symbol in "NPDhL"
        return (
            self.symbols[i - 1 : i] in _SPOKEN_LEFT
            or _SPOKEN_RIGHT.match(self.symbols, i + 1) is not None
        )

    def _quote(self, k: int, quoted: Quoted) -> Quote:
        """The quote with its frame."""
        unit = self.units.quote_units[k]
        symbols, heads = self.symbols, self.units.heads
        start = symbols.rfind("/", 0, unit) + 1
        stop = symbols.find("/", unit)
        stop = len(symbols) if stop < 0 else stop
        sentence = max(start, symbols.rfind(".", start, unit) + 1)
        end = _SENTENCE_END.search(symbols, unit)
        frame = Frame(
            symbols[sentence:unit],
            symbols[unit + 1 : end.end() if end else stop],
            symbols[start:stop],
            (heads[unit - 1] if unit else "", heads[unit - 2] if unit > 1 else ""),
        )
        return Quote(k, unit, quoted, self.text[quoted.start : quoted.end], frame)

    def candidate(self, i: int) -> Candidate:
        """The candidate in unit i, made once."""
        found = self._candidates.get(i)
        if found is None:
            found = self._candidates[i] = self._candidate(i)
        return found

    def _candidate(self, i: int) -> Candidate:
        """Make the candidate in unit i."""
        units, symbols = self.units, self.symbols
        end = _SENTENCE_END.search(symbols, i + 1, i + 40)
        left = symbols[max(0, i - 2) : i].rjust(2, "/")
        place = Place(left, symbols[i], symbols[i + 1 : end.end() if end else i + 40])
        start, mention = units.starts[i], units.mention_starts[i]
        text = self.text[mention : units.ends[i]]
        return Candidate(i, text, units.heads[i], place, self.cast.entity_of(i), start < mention)

    def window(self, quote: Quote) -> list[int]:
        """Units of the candidates near enough to have said the quote, in order of the text."""
        low = high = quote.unit
        for _ in range(PARAGRAPHS_BACK + 1):
            low = self.symbols.rfind("/", 0, max(low, 0))
        for _ in range(PARAGRAPHS_ON + 1):
            high = self.symbols.find("/", high + 1) if high >= 0 else -1
        high = len(self.symbols) if high < 0 else high
        units = self.candidate_units
        first, here, last = (bisect_left(units, k) for k in (low, quote.unit, high))
        return units[max(first, here - MOST_BEFORE) : min(last, here + MOST_AFTER)]

    def path(self, quote: Quote, i: int) -> Path:
        """What stands between the quote and the candidate in unit i."""
        if i < quote.unit:
            return Path(True, self.symbols[i + 1 : quote.unit])
        return Path(False, self.symbols[quote.unit + 1 : i])
