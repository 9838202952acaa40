"""Several patterns over a row of chunks, matched together in one step a chunk.

A row is read once however many patterns are asked of it: the automata of all go on side by side,
and a state of the whole is the states in which they are. Such a state is built when a row first
leads to it, and kept, as RE2 does with its sets (Cox 2010, “Regular expression matching in the
wild”). The same states come again and again: 3,094 for the 39 patterns between quote and candidate
and 15,000 candidates of news.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

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

    __slots__ = ("matched", "open", "patterns", "unconditional")

    def __init__(
        self, patterns: PatternSet, unconditional: int, states: Sequence[RowState]
    ) -> None:
        self.patterns = patterns
        #: the patterns that match whatever follows, a bit each
        self.unconditional = unconditional
        #: the states of the patterns of which what follows decides
        self.open = states
        #: for each pattern 1.0 if what was read matches it, else 0.0
        self.matched = patterns.matched(unconditional, states)

    def __missing__(self, tag: str) -> _SetState:
        following = self.patterns.state(self.unconditional, [state[tag] for state in self.open])
        return self.setdefault(tag, following)


class PatternSet:
    """Patterns, each of which may match a whole row or not.

    >>> patterns = PatternSet([RowPattern("[xyT]*S"), RowPattern(".*y.*")])
    >>> patterns.matches("xyS"), patterns.matches("S")
    (array([1., 1.], dtype=float32), array([1., 0.], dtype=float32))
    """

    def __init__(self, patterns: Sequence[RowPattern], backward: bool = False) -> None:
        """Start with no state but the first.

        Args:
            patterns: they may be the same.
            backward: read rows from their last chunk to their first, which is quicker where the
                patterns say more of the end than of the beginning.
        """
        names = dict.fromkeys(pattern.pattern for pattern in patterns)
        distinct = {name: RowPattern(name, backward) for name in names}
        self._backward = backward
        #: the bit of each of the distinct patterns
        self._bits = {pattern: 1 << place for place, pattern in enumerate(distinct.values())}
        #: and of each pattern
        self._columns = [self._bits[distinct[pattern.pattern]] for pattern in patterns]
        self._forget()

    def _forget(self) -> None:
        """Keep no state but the first."""
        self._states: dict[tuple[int, bytes], _SetState] = {}
        #: what states match, by the patterns that they accept: few states differ in that
        self._matched: dict[int, NDArray[np.float32]] = {}
        self._start = _SetState(self, 0, [pattern.start for pattern in self._bits])

    def __len__(self) -> int:
        """How many states are kept beside the first."""
        return len(self._states)

    def state(self, unconditional: int, states: Sequence[RowState]) -> _SetState:
        """The state in which some patterns match in any case, and others are in their own."""
        undecided = list[RowState]()
        for state in states:
            if state.unconditional:
                unconditional |= self._bits[state.automaton]
            elif not state.dead:
                undecided.append(state)
        # Eight bytes a pattern; as a tuple of numbers the keys would be most of the memory.
        key = unconditional, array("Q", map(id, undecided)).tobytes()
        whole = self._states.get(key)
        if whole is None:
            if len(self._states) >= MOST_STATES:
                self._forget()
            whole = self._states[key] = _SetState(self, unconditional, undecided)
        return whole

    def matched(self, unconditional: int, states: Sequence[RowState]) -> NDArray[np.float32]:
        """For each pattern 1.0 if it matches what was read, else 0.0; read-only."""
        accepted = unconditional
        for state in states:
            if state.accepts:
                accepted |= self._bits[state.automaton]
        matched = self._matched.get(accepted)
        if matched is None:
            matched = np.array([accepted & bit > 0 for bit in self._columns], dtype=np.float32)
            matched.flags.writeable = False
            self._matched[accepted] = matched
        return matched

    def matches(self, row: str) -> NDArray[np.float32]:
        """For each pattern 1.0 if it matches the whole row, else 0.0; read-only."""
        state = self._start
        for tag in reversed(row) if self._backward else row:
            if not state.open:
                break
            state = state[tag]
        return state.matched

    def matches_by_length(self, row: str, lengths: Iterable[int]) -> list[NDArray[np.float32]]:
        """What ``matches`` says of the parts of a row of which it reads so many chunks first."""
        state = self._start
        states = [state]
        for tag in reversed(row) if self._backward else row:
            if not state.open:
                break
            state = state[tag]
            states.append(state)
        last = len(states) - 1
        return [states[min(length, last)].matched for length in lengths]
