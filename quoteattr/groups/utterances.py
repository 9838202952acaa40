"""Which links of a tree hold, in view of the articles that the versions stand in.

Words and names alone do not tell a stock phrase from a quote that one of two papers ascribes to
somebody else. The articles do: two that share another quote tell one story. And a paper that has
two versions side by side tells two utterances apart, however alike they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, islice
from operator import attrgetter
from typing import TypeVar

from quoteattr.groups.forest import Node
from quoteattr.groups.names import Name, Relation, read_name, relation
from quoteattr.groups.similarity import ONE_STORY, STRANGERS, likeness
from quoteattr.groups.version import Version

#: bits from which a quote of one speaker's shows that two articles tell one story
_TELLING = 40.0
#: two versions in one article are two utterances, if the share that they have in common is between
#: these: with less they are not alike, and with more one repeats the other
_RIVALS = (0.35, 0.95)
#: unless a third version holds so much of them as its parts
_PARTS = 0.85
#: most pairs of versions in one article that are looked at
_PAIRS = 200
#: most pairs of speakers of two utterances that are
_SPEAKERS = 50

#: a source, by whatever it goes by
Source = Hashable
Item = TypeVar("Item")


class Stories:
    """Which quotes each source has, to tell whether two sources tell one story."""

    def __init__(self) -> None:
        self._told = defaultdict[Source, set[tuple[int, str]]](set)
        self._together = dict[frozenset[Source], Set[tuple[int, str]]]()
        self._known = dict[tuple[frozenset[Source], frozenset[Source], int], bool]()

    def add(self, source: Source, root: int, speaker: str | None, weight: float) -> None:
        """Enter a version that a source has, of the tree with this root."""
        name = read_name(speaker)
        if name is not None and weight >= _TELLING:
            self._told[source].add((root, name.last))

    def are_one(self, ones: frozenset[Source], others: frozenset[Source], root: int) -> bool:
        """Some sources share a quote of one speaker's with others, besides that of a tree."""
        # All versions in two articles ask the same of them, and all in one link to a fuller one.
        key = (ones, others, root)
        if key not in self._known:
            less, more = sorted((self._of(ones), self._of(others)), key=len)
            self._known[key] = any(told[0] != root and told in more for told in less)
        return self._known[key]

    def _of(self, sources: frozenset[Source]) -> Set[tuple[int, str]]:
        """The quotes that any of some sources has."""
        if sources not in self._together:
            told = (self._told.get(source, set()) for source in sources)
            self._together[sources] = set[tuple[int, str]]().union(*told)
        return self._together[sources]


def utterances(
    tree: Sequence[Node], sources: Mapping[int, Set[Source]], stories: Stories
) -> list[set[int]]:
    """The utterances in a tree, as sets of numbers of versions.

    The best links are taken first, and each is judged by all that it would bring together.

    Args:
        tree: the versions.
        sources: where each of them stands, by its number.
        stories: what all these sources have.
    """
    nodes = {node.id: node for node in tree}
    places = {node.id: frozenset(sources[node.id]) for node in tree}
    found = {node.id: _Utterance([node], places[node.id]) for node in tree}
    links = [(node.link, node, nodes[node.parent]) for node in tree if node.parent is not None]
    links.sort(key=lambda link: (link[0].rank(link[2]), link[1].size), reverse=True)
    for link, node, parent in links:
        child, other = found[node.id], found[parent.id]
        told = Relation.OTHER if child.is_of_others_than(other) else link.relation
        here, there = places[node.id], places[parent.id]
        # One source tells one story, but what two people say in it is not one quote for that.
        near = told == Relation.SAME if here == there else stories.are_one(here, there, node.root)
        needed = (ONE_STORY if near else STRANGERS)[told]
        if link.likeness.is_enough(needed) and not child.is_told_apart_from(other):
            # The smaller one goes into the larger, so that no version is moved often.
            less, more = sorted((child, other), key=lambda each: len(each.versions))
            more.take(less)
            found.update((version.id, more) for version in less.versions)
    distinct = {id(utterance): utterance for utterance in found.values()}
    return [{version.id for version in each.versions} for each in distinct.values()]


class _Utterance:
    """Versions that are one utterance, who is told to have said it, and where they stand."""

    def __init__(self, versions: list[Node], sources: Iterable[Source]) -> None:
        self.versions = versions
        self.fullest = max(versions, key=attrgetter("size"))
        names = (read_name(node.speaker) for node in versions if node.sure)
        #: names of one word and of several; these are in a dict for its order
        self.names: tuple[dict[Name, None], dict[Name, None]] = ({}, {})
        for name in names:
            if name is not None and name.named:
                self.names[name.full][name] = None
        self.in_source = {source: list(versions) for source in sources}

    def take(self, other: _Utterance) -> None:
        """Make another one part of this."""
        self.versions += other.versions
        self.fullest = max(self.fullest, other.fullest, key=attrgetter("size"))
        for names, theirs in zip(self.names, other.names, strict=True):
            names.update(theirs)
        for source, versions in other.in_source.items():
            self.in_source.setdefault(source, []).extend(versions)

    def is_of_others_than(self, other: _Utterance) -> bool:
        """Nobody who is told to have said this one is told to have said the other."""
        pairs = list(islice(_pairs(self.fullest_names, other.fullest_names), _SPEAKERS))
        return bool(pairs) and all(relation(a, b) == Relation.OTHER for a, b in pairs)

    @property
    def fullest_names(self) -> Collection[Name]:
        """The names of several words, if there are any: a last name alone may be of two people."""
        return self.names[True] or self.names[False]

    def is_told_apart_from(self, other: _Utterance) -> bool:
        """An article has a version of each that are much alike, but do not hold each other."""
        whole = max(self.fullest, other.fullest, key=attrgetter("size")).version
        less, more = sorted((self.in_source, other.in_source), key=len)
        pairs = chain.from_iterable(
            _pairs(versions, more[source]) for source, versions in less.items() if source in more
        )
        return any(_are_rivals(a.version, b.version, whole) for a, b in islice(pairs, _PAIRS))


def _pairs(ones: Iterable[Item], others: Collection[Item]) -> Iterator[tuple[Item, Item]]:
    """Each with each, one by one: ``product`` would first copy them all."""
    return ((one, other) for one in ones for other in others)


def _are_rivals(one: Version, two: Version, whole: Version) -> bool:
    """Two versions in one article are alike, and neither repeats, nor both are parts of a third."""
    least, most = _RIVALS
    if not least < likeness(one, two).share < most:
        return False
    parts = min(likeness(one, whole).share, likeness(two, whole).share) >= _PARTS
    return not (parts and whole.weight >= _PARTS * (one.weight + two.weight))
