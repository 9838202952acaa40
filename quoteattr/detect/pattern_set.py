"""Several patterns over a row of chunks, matched together in one step a chunk.

A row is read once however many patterns are asked of it: the automata of all go on side by side,
and a state of the whole is the states in which they are. Such a state is built when a row first
leads to it, and kept, as RE2 does with its sets (Cox 2010, “Regular expression matching in the
wild”). The same states come again and again: 3,094 for the 39 patterns between quote and candidate
and 15,000 candidates of news.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np
import regex
from numpy.typing import NDArray

from quoteattr.detect.alphabet import CHUNK_TAGS
from quoteattr.detect.pattern import RowPattern, RowState

_ALL_TAGS = regex.escape("".join(CHUNK_TAGS))
#: a pattern that any row matches, and one that none does
ANY, NONE = RowPattern(".*"), RowPattern(f"[^{_ALL_TAGS}]")
#: states that are kept; with more, all are forgotten and built anew
MOST_STATES = 20_000


class _SetState(dict[str, "_SetState"]):
    """The next state by the next chunk; what is missing is built when it is asked for."""

    __slots__ = ("matched", "patterns", "states")

    def __init__(self, patterns: PatternSet, states: Sequence[RowState]) -> None:
        self.patterns, self.states = patterns, states
        #: for each pattern 1.0 if what was read matches it, else 0.0
        self.matched = patterns.matched(states)

    def __missing__(self, tag: str) -> _SetState:
        following = self.patterns.state([state[tag] for state in self.states])
        return self.setdefault(tag, following)


class PatternSet:
    """Patterns, each of which may match a whole row or not.

    >>> patterns = PatternSet([RowPattern("[xyT]*S"), RowPattern(".*y.*")])
    >>> patterns.matches("xyS"), patterns.matches("S")
    (array([1., 1.], dtype=float32), array([1., 0.], dtype=float32))
    """

    def __init__(self, patterns: Sequence[RowPattern]) -> None:
        """Start with no state but the first."""
        distinct = {pattern.pattern: pattern for pattern in patterns}
        places = {name: place for place, name in enumerate(distinct)}
        #: the place of each pattern among the distinct ones
        self._columns = np.array([places[pattern.pattern] for pattern in patterns], dtype=np.intp)
        self._first = [pattern.start for pattern in distinct.values()]
        self._forget()

    def _forget(self) -> None:
        """Keep no state but the first."""
        self._states: dict[bytes, _SetState] = {}
        #: what states match, by what each of their patterns accepts: few states differ in that
        self._matched: dict[bytes, NDArray[np.float32]] = {}
        self._start = _SetState(self, self._first)

    def __len__(self) -> int:
        """How many states are kept beside the first."""
        return len(self._states)

    def state(self, states: Sequence[RowState]) -> _SetState:
        """The state in which each pattern is in one of its own."""
        # Eight bytes a pattern; as a tuple of numbers the keys would be most of the memory.
        key = array("Q", map(id, states)).tobytes()
        state = self._states.get(key)
        if state is None:
            if len(self._states) >= MOST_STATES:
                self._forget()
            state = self._states[key] = _SetState(self, states)
        return state

    def matched(self, states: Sequence[RowState]) -> NDArray[np.float32]:
        """For each pattern 1.0 if it is in a state that accepts, else 0.0; read-only."""
        accepts = bytes(state.accepts for state in states)
        matched = self._matched.get(accepts)
        if matched is None:
            matched = np.frombuffer(accepts, dtype=np.uint8)[self._columns].astype(np.float32)
            matched.flags.writeable = False
            self._matched[accepts] = matched
        return matched

    def matches(self, row: str) -> NDArray[np.float32]:
        """For each pattern 1.0 if it matches the whole row, else 0.0; read-only."""
        state = self._start
        for tag in row:
            state = state[tag]
        return state.matched
