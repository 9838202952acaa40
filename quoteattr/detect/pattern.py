"""Patterns over a row of chunks, matched in as many steps as there are chunks.

A pattern is written like a regular expression. An engine that backtracks tries every way to cut a
row into asides and phrases, and sixty commas have more of them than there is time for. So a pattern
becomes a finite automaton here, which reads each chunk once, whatever the row: no pattern can hang,
and whoever adds one need not think of it.

A pattern of the rules names its chunks, so that it can be read aloud (``{NAME} {SAYING} {COMMA}``);
``encode`` writes it in the characters that a row is made of, and nothing else has to know these.

The automaton is that of Glushkov (1961, “The abstract theory of automata”): every class that the
pattern names is a position, and a state is the set of positions at which the next chunk may stand.
A state is built when a row first leads to it, and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import reduce

from attrs import frozen

from quoteattr.detect.alphabet import CHUNKS
from quoteattr.detect.pattern_tree import (
    ChoiceNode,
    ClassNode,
    PatternNode,
    RepeatNode,
    longest,
    read_pattern,
)
from quoteattr.errors import OptionError
from quoteattr.text import shorten, shorten_text

#: most chunks that a rule sees on one side, and that a pattern reads from a place in an article
FARTHEST = 160
#: characters of a row that a pattern over it has to escape
_SIGNS = frozenset(".()-")

Positions = frozenset[int]
#: a chunk of any class
_ANYTHING = ClassNode(frozenset(), others=True)


def tags(names: str) -> str:
    """The characters of the chunks that are named, with ``|`` between the names.

    >>> tags("NAME|CUE")
    'NSR'

    Raises:
        OptionError: there is no chunk of a name.
    """
    return "".join(_named(name, CHUNKS) for name in names.split("|"))


def encode(pattern: str, pieces: Mapping[str, str] | None = None) -> str:
    """Write a pattern of named pieces in the characters of a row.

    ``{NAME}`` is a chunk, ``{NAME|PRONOUN}`` one of several, ``{^QUOTE|END}`` any but these. A
    piece may also stand for a longer pattern. Spaces count for nothing, round brackets group.

    >>> encode("{NAME} ({COMMA} {TIME})? {SAYING} {^QUOTE|COLON}*")
    'N(?:,T)?S[^Q:]*'

    Args:
        pattern: named pieces, and the signs ``( ) | ? * + {m,n} ^ $``.
        pieces: longer patterns by name, in characters.

    Raises:
        OptionError: there is no piece of a name, or something stands outside of braces.
    """
    return "".join(_encoded(pattern, CHUNKS | dict(pieces or {})))


def _encoded(pattern: str, patterns: Mapping[str, str]) -> Iterator[str]:
    """Each sign and each piece of a pattern, in the characters of a row."""
    for k, piece in enumerate(pattern.replace("{", "}").split("}")):
        if not k % 2:
            yield "".join(map(_sign, piece.replace(" ", "")))
        elif piece[:1].isdigit():
            yield f"{{{piece}}}"
        elif piece in CHUNKS or piece not in patterns:
            yield _class_of(piece, patterns)
        else:
            yield f"(?:{patterns[piece]})"


def _sign(character: str) -> str:
    """A sign outside of braces; every bracket groups."""
    if character not in "()|?*+^$":
        raise OptionError(
            f"{shorten(character)} stands outside of braces",
            where="the pattern of a rule",
            remedy="name the chunk in braces, as in {NAME}",
        )
    return "(?:" if character == "(" else character


def _class_of(names: str, patterns: Mapping[str, str]) -> str:
    """One of several chunks, or any but several, as a class of characters."""
    others = names[:1] == "^"
    characters = "".join(_named(name, patterns) for name in names[others:].split("|"))
    escaped = "".join(f"\\{c}" if c in _SIGNS else c for c in characters)
    return f"[{'^' * others}{escaped}]" if others or len(characters) > 1 else escaped


def _named(name: str, patterns: Mapping[str, str]) -> str:
    """The characters of a chunk by its name."""
    if name not in CHUNKS:
        raise OptionError(
            f"there is no chunk {{{shorten_text(name)}}}",
            where="the pattern of a rule",
            remedy=f"use one of {', '.join(patterns)}",
        )
    return CHUNKS[name]


@frozen
class _Ends:
    """Where a part begins and ends."""

    #: it may have no chunk
    empty: bool
    first: Positions = frozenset()
    last: Positions = frozenset()


class RowState(dict[str, "RowState"]):
    """The next state by the next chunk; what is missing is built when it is asked for."""

    __slots__ = ("accepts", "automaton", "dead", "positions", "settled", "unconditional")

    def __init__(
        self, automaton: RowPattern, positions: Positions, accepts: bool, unconditional: bool
    ) -> None:
        self.automaton = automaton
        #: where the next chunk may stand
        self.positions = positions
        #: what was read matches the pattern
        self.accepts = accepts
        #: whatever begins like this matches
        self.unconditional = unconditional
        #: nothing that begins like this matches
        self.dead = not positions and not accepts
        #: what follows does not count for whether something matches that begins like this
        self.settled = accepts or self.dead

    def __missing__(self, tag: str) -> RowState:
        return self.setdefault(tag, self.automaton.after(self.positions, tag))


class RowPattern:
    """A pattern over chunks, one character of ``CHUNK_TAGS`` each.

    It may have ``.``, ``[…]``, ``[^…]``, ``(?:…)``, ``|``, ``?``, ``*``, ``+`` and ``{m,n}``, with
    the meaning that they have in a regular expression.

    >>> says = RowPattern("[xyT]*S(?:o[ND])?")
    >>> says.fullmatch("xyS"), says.fullmatch("xyS,"), says.shortest("xyS,")
    (True, False, 3)
    """

    def __init__(self, pattern: str, backward: bool = False) -> None:
        """Make the automaton of a pattern.

        Args:
            pattern: as above.
            backward: it reads rows from their last chunk to their first.

        Raises:
            ValueError: the pattern cannot be read, or names a class that no chunk has.
        """
        self.pattern, self.backward = pattern, backward
        self._classes: list[ClassNode] = []
        #: after each position, those at which the next chunk may stand
        self._after: list[set[int]] = []
        whole = self._place(read_pattern(pattern))
        if backward:
            whole = self._turn(whole)
        self._last = whole.last
        #: positions at which any rows of chunks may stand that end what matches
        self._open_ended = frozenset(i for i in whole.last if self._repeats_anything(i))
        self._states: dict[tuple[Positions, bool], RowState] = {}
        #: the positions that admit a chunk, and the state after one that stands at some positions:
        #: most chunks are alike to a pattern
        self._admitting: dict[str, Positions] = {}
        self._following: dict[Positions, RowState] = {}
        #: before the first chunk
        self.start = self._state(whole.first, whole.empty)

    def __repr__(self) -> str:
        return f"RowPattern({self.pattern!r})"

    def admits(self, tag: str) -> bool:
        """Whether a chunk of this kind may stand anywhere in a row that matches."""
        return any(one.admits(tag) for one in self._classes)

    def fullmatch(self, row: str) -> bool:
        """Whether the whole row matches."""
        state = self.start
        for tag in row:
            state = state[tag]
            if state.dead:
                return False
        return state.accepts

    def shortest(self, row: str, start: int = 0, stop: int | None = None) -> int | None:
        """Where the shortest match that begins at a place ends.

        Args:
            row: chunks.
            start: where it has to begin.
            stop: how far it may reach; to the end of the row by default.

        Returns:
            One past its last chunk, None if nothing there matches.
        """
        state, end = self.start, start
        for tag in row[start:stop]:
            if state.settled:
                break
            state = state[tag]
            end += 1
        return end if state.accepts else None

    def begins(self, row: str, start: int = 0, stop: int | None = None) -> bool:
        """Whether something matches that begins at a place; arguments as for ``shortest``."""
        state = self.start
        if not state.settled:
            for tag in row[start:stop]:
                state = state[tag]
                if state.settled:
                    break
        return state.accepts

    def after(self, positions: Positions, tag: str) -> RowState:
        """The state after a chunk that may stand at some positions."""
        if tag not in self._admitting:
            places = (i for i, one in enumerate(self._classes) if one.admits(tag))
            self._admitting[tag] = frozenset(places)
        here = positions & self._admitting[tag]
        if here not in self._following:
            following = frozenset().union(*(self._after[i] for i in here))
            self._following[here] = self._state(following, not self._last.isdisjoint(here))
        return self._following[here]

    def _state(self, positions: Positions, accepts: bool) -> RowState:
        key = (positions, accepts)
        if key not in self._states:
            unconditional = accepts and not positions.isdisjoint(self._open_ended)
            self._states.setdefault(key, RowState(self, *key, unconditional))
        return self._states[key]

    def _turn(self, whole: _Ends) -> _Ends:
        """Let what follows a position stand before it, so that the pattern reads backward."""
        places = range(len(self._after))
        self._after = [{j for j in places if i in self._after[j]} for i in places]
        return _Ends(whole.empty, whole.last, whole.first)

    def _repeats_anything(self, position: int) -> bool:
        """Any number of chunks of any class may stand at a position."""
        return position in self._after[position] and self._classes[position] == _ANYTHING

    def _place(self, node: PatternNode) -> _Ends:
        """Give every class in a part its position, and learn what may follow it."""
        if isinstance(node, ClassNode):
            here = frozenset([len(self._classes)])
            self._classes.append(node)
            self._after.append(set())
            return _Ends(False, here, here)
        if isinstance(node, RepeatNode):
            return self._repeated(node)
        ends = map(self._place, node.nodes)
        if isinstance(node, ChoiceNode):
            return reduce(_either, ends)
        return reduce(self._join, ends, _Ends(True))

    def _join(self, one: _Ends, other: _Ends) -> _Ends:
        """One part, and then the other."""
        for i in one.last:
            self._after[i] |= other.first
        return _Ends(
            one.empty and other.empty,
            one.first | other.first if one.empty else one.first,
            one.last | other.last if other.empty else other.last,
        )

    def _repeated(self, node: RepeatNode) -> _Ends:
        """The part as often as it has to be there, and then as often as it may."""
        if node.most is None:
            whole = self._place(node.node)
            self._join(whole, whole)
            return _Ends(whole.empty or not node.least, whole.first, whole.last)
        ends = _Ends(True)
        for turn in range(node.most):
            part = self._place(node.node)
            ends = self._join(ends, _Ends(part.empty or turn >= node.least, part.first, part.last))
        return ends


def _either(one: _Ends, other: _Ends) -> _Ends:
    """One part or the other."""
    return _Ends(one.empty or other.empty, one.first | other.first, one.last | other.last)


def searcher(pattern: str) -> Callable[[str], bool]:
    """Make a test whether a pattern matches anywhere in a row.

    >>> has_verb, ends_in_verb = searcher("[SR]"), searcher("[SR]$")
    >>> has_verb("NSt"), ends_in_verb("NSt")
    (True, False)

    Args:
        pattern: as RowPattern has it; ``^`` before and ``$`` after it are the ends of the row.
    """
    inner = pattern.removeprefix("^").removesuffix("$")
    if pattern.startswith("^"):
        whole = RowPattern(inner)
        return whole.fullmatch if pattern.endswith("$") else whole.begins
    anywhere = RowPattern(f".*(?:{inner})")
    if not pattern.endswith("$"):
        return anywhere.begins
    most = longest(read_pattern(inner))
    if most is None:
        return anywhere.fullmatch
    # what stands further from the end than the pattern reaches need not be read
    return lambda row: anywhere.fullmatch(row[max(0, len(row) - most) :])
