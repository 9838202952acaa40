"""Parse a pattern over chunks to a syntax tree: classes, sequences, choices and repetitions.

``RowPattern`` (``pattern.py``) compiles it to an automaton.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from quoteattr.detect.alphabet import CHUNK_TAGS
from quoteattr.text import shorten

#: the minimum and the maximum number of repetitions (None: unlimited)
_OFTEN: dict[str, tuple[int, int | None]] = {"?": (0, 1), "*": (0, None), "+": (1, None)}


@frozen
class ClassNode:
    """A chunk of one of some classes, or of any other class."""

    tags: frozenset[str]
    others: bool = False

    def admits(self, tag: str) -> bool:
        """Whether a chunk of this class matches."""
        return (tag in self.tags) != self.others


@frozen
class SequenceNode:
    """Nodes in sequence."""

    nodes: Sequence[PatternNode]


@frozen
class ChoiceNode:
    """One of several nodes."""

    nodes: Sequence[PatternNode]


@frozen
class RepeatNode:
    """A repeated node."""

    node: PatternNode
    least: int
    most: int | None


PatternNode = ClassNode | SequenceNode | ChoiceNode | RepeatNode


def read_pattern(pattern: str) -> PatternNode:
    """Parse a pattern to a tree.

    Args:
        pattern: the pattern in tag characters, as for ``RowPattern``.

    Raises:
        ValueError: it cannot be parsed, or names a class that no chunk has.
    """
    return _PatternReader(pattern).read()


class _PatternReader:
    """Parses a pattern to a tree."""

    def __init__(self, pattern: str) -> None:
        self._pattern, self._at = pattern, 0

    def read(self) -> PatternNode:
        """Parse the whole pattern."""
        tree = self._choice()
        if self._next():
            raise self._error("a closing bracket has no opening one")
        return tree

    def _error(self, problem: str) -> ValueError:
        return ValueError(f"{problem}, at {self._at} in the pattern {shorten(self._pattern)}")

    def _next(self) -> str:
        """The next character; empty at the end."""
        return self._pattern[self._at : self._at + 1]

    def _take(self) -> str:
        """Consume the next character."""
        character = self._next()
        if not character:
            raise self._error("the pattern ends too early")
        self._at += 1
        return character

    def _takes(self, characters: str) -> bool:
        """Consume these characters, if they come next."""
        follows = self._pattern.startswith(characters, self._at)
        self._at += len(characters) * follows
        return follows

    def _choice(self) -> PatternNode:
        nodes = [self._sequence()]
        while self._takes("|"):
            nodes.append(self._sequence())
        return ChoiceNode(nodes)

    def _sequence(self) -> PatternNode:
        nodes: list[PatternNode] = []
        while self._next() not in ("", "|", ")"):
            nodes.append(self._repeat())
        return SequenceNode(nodes)

    def _repeat(self) -> PatternNode:
        part = self._part()
        while self._next() in ("?", "*", "+", "{"):
            part = RepeatNode(part, *self._often())
        return part

    def _often(self) -> tuple[int, int | None]:
        sign = self._take()
        if sign != "{":
            return _OFTEN[sign]
        least, _, most = self._pattern[self._at :].partition("}")[0].partition(",")
        if not (least.isdigit() and most.isdigit() and int(least) <= int(most)):
            raise self._error("{least,most} has two numbers")
        self._at += len(least) + len(most) + 2
        return int(least), int(most)

    def _part(self) -> PatternNode:
        if self._takes("(?:"):
            part = self._choice()
            if not self._takes(")"):
                raise self._error("a bracket is not closed")
            return part
        if self._takes("["):
            return self._class()
        if self._takes("."):
            return ClassNode(frozenset(), others=True)
        return ClassNode(frozenset(self._tag()))

    def _class(self) -> ClassNode:
        others, tags = self._takes("^"), set[str]()
        while not self._takes("]"):
            tags.add(self._tag())
        return ClassNode(frozenset(tags), others)

    def _tag(self) -> str:
        self._takes("\\")
        tag = self._take()
        if tag not in CHUNK_TAGS:
            raise self._error(f"no chunk has the class {shorten(tag)}")
        return tag


def longest(node: PatternNode) -> int | None:
    """The maximum number of chunks that a node can match; None if unlimited."""
    if isinstance(node, ClassNode):
        return 1
    if isinstance(node, RepeatNode):
        one = longest(node.node)
        return None if node.most is None or one is None else node.most * one
    several = [longest(inner) for inner in node.nodes]
    lengths = [length for length in several if length is not None]
    if len(lengths) < len(several):
        return None
    return sum(lengths) if isinstance(node, SequenceNode) else max(lengths, default=0)
