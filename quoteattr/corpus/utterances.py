"""Which links of a tree hold, in view of the articles that the versions stand in.

Words and names alone do not tell a stock phrase from a quote that one of two papers ascribes to
somebody else. The articles do: two that share another quote tell one story. And a paper that has
two versions side by side tells two utterances apart, however alike they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product
from operator import attrgetter
from typing import NamedTuple

from quoteattr.corpus.forest import Node
from quoteattr.corpus.likeness import Likeness, likeness
from quoteattr.corpus.names import Name, Relation, read_name, relation
from quoteattr.corpus.version import Version

#: what two versions must have in common to be one utterance, in articles that tell one story
ONE_STORY: dict[Relation, Likeness] = {
    Relation.SAME: Likeness(0.6, 14),
    Relation.OPEN: Likeness(0.6, 20),
    Relation.OTHER: Likeness(0.75, 60),
}
#: and in articles of which nothing shows that they do
STRANGERS: dict[Relation, Likeness] = {
    Relation.SAME: Likeness(0.8, 28),
    Relation.OPEN: Likeness(0.85, 45),
    Relation.OTHER: Likeness(0.85, 120),
}
#: bits from which a quote of one speaker's shows that two articles tell one story
_TELLING = 40.0
#: two versions in one article are two utterances, if the share that they have in common is between
#: these: with less they are not alike, and with more one repeats the other
_RIVALS = (0.35, 0.95)
#: unless a third version holds so much of them as its parts
_PARTS = 0.85


class Place(NamedTuple):
    """A version in a source."""

    version: Node
    source: str


class Sources:
    """The sources of versions, and what each of these tells."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._of_version = defaultdict[int, set[str]](set)
        self._told = defaultdict[str, set[tuple[int, str]]](set)
        for version, source in places:
            self._of_version[version.id].add(source)
            name = read_name(version.speaker)
            if name is not None and version.weight >= _TELLING:
                self._told[source].add((version.root, name.last))

    def of(self, version: Node) -> set[str]:
        """Where a version stands."""
        return self._of_version[version.id]

    def tell_one_story(self, one: Node, other: Node, told: Relation) -> bool:
        """The sources of two versions of one tree share another quote of one speaker's.

        One source tells one story, but what two people say in it is not one quote for that.
        """
        if self.of(one) == self.of(other):
            return told == Relation.SAME
        return any(root != one.root for root, _ in self._told_by(one) & self._told_by(other))

    def _told_by(self, version: Node) -> set[tuple[int, str]]:
        """The quotes in the sources of a version, as trees and speakers."""
        return set[tuple[int, str]]().union(*(self._told[source] for source in self.of(version)))


def utterances(tree: Sequence[Node], sources: Sources) -> list[set[int]]:
    """The utterances in a tree, as sets of numbers of versions.

    The best links are taken first, and each is judged by all that it would bring together.
    """
    nodes = {node.id: node for node in tree}
    found = {node.id: _Utterance([node], sources.of(node)) for node in tree}
    links = [(node.link, node, nodes[node.parent]) for node in tree if node.parent is not None]
    links.sort(key=lambda link: (link[0].rank(link[2]), link[1].size), reverse=True)
    for link, node, parent in links:
        child, other = found[node.id], found[parent.id]
        told = Relation.OTHER if child.is_of_others_than(other) else link.relation
        near = sources.tell_one_story(node, parent, told)
        needed = (ONE_STORY if near else STRANGERS)[told]
        if link.likeness.reaches(needed) and not child.is_told_apart_from(other):
            other.take(child)
            found.update((version.id, other) for version in child.versions)
    distinct = {id(utterance): utterance for utterance in found.values()}
    return [{version.id for version in each.versions} for each in distinct.values()]


class _Utterance:
    """Versions that are one utterance, who is told to have said it, and where they stand."""

    def __init__(self, versions: list[Node], sources: Iterable[str]) -> None:
        self.versions = versions
        names = (read_name(node.speaker) for node in versions if node.sure)
        self.names = {name for name in names if name is not None and name.named}
        self.in_source = {source: list(versions) for source in sources}

    def take(self, other: _Utterance) -> None:
        """Make another one part of this."""
        self.versions += other.versions
        self.names |= other.names
        for source, versions in other.in_source.items():
            self.in_source.setdefault(source, []).extend(versions)

    def is_of_others_than(self, other: _Utterance) -> bool:
        """Nobody who is told to have said this one is told to have said the other."""
        pairs = list(product(_fullest(self.names), _fullest(other.names)))
        return bool(pairs) and all(relation(a, b) == Relation.OTHER for a, b in pairs)

    def is_told_apart_from(self, other: _Utterance) -> bool:
        """An article has a version of each that are much alike, but do not hold each other."""
        whole = _version(max(self.versions + other.versions, key=attrgetter("size")))
        return any(
            _are_rivals(_version(one), _version(two), whole)
            for source in self.in_source.keys() & other.in_source.keys()
            for one, two in product(self.in_source[source], other.in_source[source])
        )


def _are_rivals(one: Version, two: Version, whole: Version) -> bool:
    """Two versions in one article are alike, and neither repeats, nor both are parts of a third."""
    least, most = _RIVALS
    if not least < likeness(one, two).share < most:
        return False
    parts = min(likeness(one, whole).share, likeness(two, whole).share) >= _PARTS
    return not (parts and whole.weight >= _PARTS * (one.weight + two.weight))


def _version(node: Node) -> Version:
    """The words of a version."""
    return Version(node.folded)


def _fullest(names: set[Name]) -> set[Name]:
    """The names of several words, if there are any: a last name alone may be of two people."""
    return {name for name in names if name.full} or names
