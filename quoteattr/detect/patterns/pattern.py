"""Match patterns over a sequence of chunks in linear time.

A pattern is written like a regular expression. A backtracking engine tries every way to split a
sequence into asides and phrases, and for sixty commas there are exponentially many. So a pattern is
compiled to a finite automaton, which reads each chunk once, whatever the sequence: no pattern can
hang, and authors of patterns need not think of it.

A pattern of the rules names its chunks, so that it can be read aloud (``{NAME} {SAYING} {COMMA}``);
``encode`` translates it to the characters of the tags, which no other code needs to know.

This is Glushkov's automaton (1961, “The abstract theory of automata”): every class in the pattern
is a position, and a state is the set of positions for the next chunk. A state is built when it is
first reached, and cached.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import reduce

from attrs import frozen

from quoteattr.detect.alphabet import CHUNKS
from quoteattr.detect.patterns.pattern_tree import (
    ChoiceNode,
    ClassNode,
    PatternNode,
    RepeatNode,
    longest,
    read_pattern,
)
from quoteattr.errors import OptionError
from quoteattr.text import shorten, shorten_text

#: maximum number of chunks that a rule sees on one side, and that a pattern reads from a position
FARTHEST = 160
#: tag characters that a pattern has to escape
_SIGNS = frozenset(".()-")

Positions = frozenset[int]
#: a chunk of any class
_ANYTHING = ClassNode(frozenset(), others=True)


def tags(names: str) -> str:
    """The tag characters of named chunks, with ``|`` between the names.

    >>> tags("NAME|CUE")
    'NSR'

    Raises:
        OptionError: there is no chunk with a name.
    """
    return "".join(_named(name, CHUNKS) for name in names.split("|"))


def encode(pattern: str, pieces: Mapping[str, str] | None = None) -> str:
    """Translate a pattern of named pieces to tag characters.

    ``{NAME}`` is a chunk, ``{NAME|PRONOUN}`` one of several, ``{^QUOTE|END}`` any but these. A
    piece may also be the name of a longer pattern. Spaces are ignored, round brackets group.

    >>> encode("{NAME} ({COMMA} {TIME})? {SAYING} {^QUOTE|COLON}*")
    'N(?:,T)?S[^Q:]*'

    Args:
        pattern: named pieces, and the signs ``( ) | ? * + {m,n} ^ $``.
        pieces: longer patterns by name, in tag characters.

    Raises:
        OptionError: there is no piece with a name, or there is text outside braces.
    """
    return "".join(_encoded(pattern, CHUNKS | dict(pieces or {})))


def _encoded(pattern: str, patterns: Mapping[str, str]) -> Iterator[str]:
    """Translate each sign and each piece of a pattern to tag characters."""
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
    """Translate a sign outside braces; every bracket groups."""
    if character not in "()|?*+^$":
        raise OptionError(
            f"{shorten(character)} is outside braces",
            where="the pattern of a rule",
            remedy="name the chunk in braces, as in {NAME}",
        )
    return "(?:" if character == "(" else character


def _class_of(names: str, patterns: Mapping[str, str]) -> str:
    """One of several chunks, or any but several, as a character class."""
    others = names[:1] == "^"
    characters = "".join(_named(name, patterns) for name in names[others:].split("|"))
    escaped = "".join(f"\\{c}" if c in _SIGNS else c for c in characters)
    return f"[{'^' * others}{escaped}]" if others or len(characters) > 1 else escaped


def _named(name: str, patterns: Mapping[str, str]) -> str:
    """The tag character of a chunk, by its name."""
    if name not in CHUNKS:
        raise OptionError(
            f"there is no chunk {{{shorten_text(name)}}}",
            where="the pattern of a rule",
            remedy=f"use one of {', '.join(patterns)}",
        )
    return CHUNKS[name]


@frozen
class _Ends:
    """The positions at which a part of a pattern begins and ends."""

    #: whether it may be empty
    empty: bool
    first: Positions = frozenset()
    last: Positions = frozenset()


class RowState(dict[str, "RowState"]):
    """The next state for each next chunk; missing ones are built on first use."""

    __slots__ = ("accepts", "automaton", "dead", "positions", "settled", "unconditional")

    def __init__(
        self, automaton: RowPattern, positions: Positions, accepts: bool, unconditional: bool
    ) -> None:
        self.automaton = automaton
        #: the positions for the next chunk
        self.positions = positions
        #: whether the chunks so far match the pattern
        self.accepts = accepts
        #: whether every continuation matches
        self.unconditional = unconditional
        #: whether no continuation matches
        self.dead = not positions and not accepts
        #: whether further chunks no longer matter for whether a match begins here
        self.settled = accepts or self.dead

    def __missing__(self, tag: str) -> RowState:
        return self.setdefault(tag, self.automaton.after(self.positions, tag))


class RowPattern:
    """A compiled pattern over chunks, one character of ``CHUNK_TAGS`` each.

    It may have ``.``, ``[…]``, ``[^…]``, ``(?:…)``, ``|``, ``?``, ``*``, ``+`` and ``{m,n}``, with
    the same meaning as in a regular expression.

    >>> says = RowPattern("[xyT]*S(?:o[ND])?")
    >>> says.fullmatch("xyS"), says.fullmatch("xyS,"), says.shortest("xyS,")
    (True, False, 3)
    """

    def __init__(self, pattern: str, backward: bool = False) -> None:
        """Compile a pattern to an automaton.

        Args:
            pattern: as above.
            backward: whether to read sequences from their last chunk to their first.

        Raises:
            ValueError: the pattern cannot be parsed, or names a class that no chunk has.
        """
        self.pattern, self.backward = pattern, backward
        self._classes: list[ClassNode] = []
        #: for each position, the positions that may follow it
        self._after: list[set[int]] = []
        ends = self._place(read_pattern(pattern))
        if backward:
            ends = self._reversed(ends)
        self._last = ends.last
        #: positions that accept any remaining chunks
        self._open_ended = frozenset(i for i in ends.last if self._repeats_anything(i))
        self._states: dict[tuple[Positions, bool], RowState] = {}
        #: the positions that admit each tag, and the state after a chunk at each set of positions:
        #: a pattern distinguishes few tags
        self._admitting: dict[str, Positions] = {}
        self._following: dict[Positions, RowState] = {}
        #: the state before the first chunk
        self.start = self._state(ends.first, ends.empty)

    def __repr__(self) -> str:
        return f"RowPattern({self.pattern!r})"

    def admits(self, tag: str) -> bool:
        """Whether a chunk of this class may occur anywhere in a match."""
        return any(one.admits(tag) for one in self._classes)

    def fullmatch(self, row: str) -> bool:
        """Whether the whole sequence matches."""
        state = self.start
        for tag in row:
            state = state[tag]
            if state.dead:
                return False
        return state.accepts

    def shortest(self, row: str, start: int = 0, stop: int | None = None) -> int | None:
        """The end of the shortest match that begins at an index.

        Args:
            row: the chunks.
            start: the index at which it must begin.
            stop: the maximum end; by default that of the sequence.

        Returns:
            The end of the match, exclusive; None if there is none.
        """
        state, end = self.start, start
        for tag in row[start:stop]:
            if state.settled:
                break
            state = state[tag]
            end += 1
        return end if state.accepts else None

    def begins(self, row: str, start: int = 0, stop: int | None = None) -> bool:
        """Whether a match begins at an index; arguments as for ``shortest``."""
        state = self.start
        if not state.settled:
            for tag in row[start:stop]:
                state = state[tag]
                if state.settled:
                    break
        return state.accepts

    def after(self, positions: Positions, tag: str) -> RowState:
        """The state after a chunk at one of some positions."""
        if tag not in self._admitting:
            places = (i for i, one in enumerate(self._classes) if one.admits(tag))
            self._admitting[tag] = frozenset(places)
        matched = positions & self._admitting[tag]
        if matched not in self._following:
            following = frozenset().union(*(self._after[i] for i in matched))
            self._following[matched] = self._state(following, not self._last.isdisjoint(matched))
        return self._following[matched]

    def _state(self, positions: Positions, accepts: bool) -> RowState:
        key = (positions, accepts)
        if key not in self._states:
            unconditional = accepts and not positions.isdisjoint(self._open_ended)
            self._states.setdefault(key, RowState(self, *key, unconditional))
        return self._states[key]

    def _reversed(self, ends: _Ends) -> _Ends:
        """Reverse the order of positions, so that the pattern reads backward."""
        places = range(len(self._after))
        self._after = [{j for j in places if i in self._after[j]} for i in places]
        return _Ends(ends.empty, ends.last, ends.first)

    def _repeats_anything(self, position: int) -> bool:
        """Whether any number of chunks of any class may follow at a position."""
        return position in self._after[position] and self._classes[position] == _ANYTHING

    def _place(self, node: PatternNode) -> _Ends:
        """Assign a position to every class in a part, and compute what may follow it."""
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

    def _join(self, first: _Ends, second: _Ends) -> _Ends:
        """Concatenate two parts."""
        for i in first.last:
            self._after[i] |= second.first
        return _Ends(
            first.empty and second.empty,
            first.first | second.first if first.empty else first.first,
            first.last | second.last if second.empty else second.last,
        )

    def _repeated(self, node: RepeatNode) -> _Ends:
        """Repeat a part as often as required, and then as often as allowed."""
        if node.most is None:
            part = self._place(node.node)
            self._join(part, part)
            return _Ends(part.empty or not node.least, part.first, part.last)
        ends = _Ends(True)
        for turn in range(node.most):
            part = self._place(node.node)
            ends = self._join(ends, _Ends(part.empty or turn >= node.least, part.first, part.last))
        return ends


def _either(first: _Ends, second: _Ends) -> _Ends:
    """One part or the other."""
    return _Ends(first.empty or second.empty, first.first | second.first, first.last | second.last)


def searcher(pattern: str) -> Callable[[str], bool]:
    """Make a predicate: whether a pattern matches anywhere in a sequence.

    >>> has_verb, ends_in_verb = searcher("[SR]"), searcher("[SR]$")
    >>> has_verb("NSt"), ends_in_verb("NSt")
    (True, False)

    Args:
        pattern: as for RowPattern; ``^`` before and ``$`` after it are the ends of the sequence.
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
    # chunks further from the end than the length of the pattern need not be read
    return lambda row: anywhere.fullmatch(row[max(0, len(row) - most) :])
