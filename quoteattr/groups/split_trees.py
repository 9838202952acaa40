"""Divide a tree of versions into utterances, using the articles that contain them.

Words and names alone do not distinguish a stock phrase from a quote that one of two newspapers
attributes to the wrong person. The articles do: two articles that share another quote report one
story. And an article that has two similar versions side by side has two utterances.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, islice
from operator import attrgetter
from typing import TypeVar

from quoteattr.compare.names import Name, Relation, compare_names
from quoteattr.groups.similarity import SAME_STORY, UNRELATED, similarity_of
from quoteattr.groups.version import Version
from quoteattr.groups.version_row import VersionRow, digest

#: minimum bits of a shared quote of one speaker that shows that two articles report one story
STORY_BITS = 40.0
#: two versions in one article are two utterances if their similarity is between these: below, they
#: are unrelated, and above, one repeats the other
_RIVALS = (0.35, 0.95)
#: unless a third version contains at least this share of each of them
_CONTAINED = 0.85
#: maximum number of pairs of versions in one article that are compared
_PAIRS = 200
#: maximum number of pairs of speakers of two clusters that are compared
_SPEAKERS = 50

#: an article; ``source_id`` makes ids that are the same everywhere
Source = Hashable
Item = TypeVar("Item")
#: a quote, by the root of its tree and the last name of its speaker
_StoryQuote = tuple[int, str]


def source_id(source: str, text_digest: bytes = b"") -> int:
    """The id of an article, by its source, or by a digest of its text if it has no source."""
    return digest(source, text_digest.hex())


class StoryIndex:
    """The quotes of each source, which show whether two sources report one story."""

    def __init__(self) -> None:
        self._quotes = defaultdict[Source, set[_StoryQuote]](set)
        self._unions = dict[frozenset[Source], Set[_StoryQuote]]()
        self._decisions = dict[tuple[frozenset[Source], frozenset[Source], int], bool]()

    def add(self, source: Source, root: int, name: Name | None, weight: float) -> None:
        """Add a version that occurs in a source.

        Args:
            source: the source.
            root: the root of the tree of the version.
            name: the speaker of the version; one without a name is left out.
            weight: the weight of the version, in bits; a light one is left out.
        """
        if name is not None and weight >= STORY_BITS:
            self._quotes[source].add((root, name.last))

    def share_story(self, a: frozenset[Source], b: frozenset[Source], root: int) -> bool:
        """Whether a source in ``a`` shares a quote with one in ``b``, outside the tree ``root``."""
        # Cached: all versions in two articles, and all that link to one fuller version, ask for the
        # same.
        key = (a, b, root)
        if key not in self._decisions:
            smaller, larger = sorted((self._union(a), self._union(b)), key=len)
            self._decisions[key] = any(quote[0] != root and quote in larger for quote in smaller)
        return self._decisions[key]

    def _union(self, sources: frozenset[Source]) -> Set[_StoryQuote]:
        """The quotes of all the given sources."""
        if sources not in self._unions:
            quotes = (self._quotes.get(source, set()) for source in sources)
            self._unions[sources] = set[_StoryQuote]().union(*quotes)
        return self._unions[sources]


def split_tree(
    tree: Sequence[VersionRow], sources: Mapping[int, Set[int]], stories: StoryIndex
) -> list[set[int]]:
    """Divide a tree into utterances.

    This is agglomerative clustering: the best links come first, and each is judged by the clusters
    that it would merge.

    Args:
        tree: the versions.
        sources: the ids of the sources of each version, by its own id.
        stories: the quotes of all these sources.

    Returns:
        The ids of the versions of each utterance.
    """
    rows = {row.id: row for row in tree}
    sources_of = {row.id: frozenset[Source](sources[row.id]) for row in tree}
    cluster_of = {row.id: _Cluster([row], sorted(sources[row.id])) for row in tree}
    links = [(row.link, row, rows[row.parent]) for row in tree if row.parent is not None]
    links.sort(key=lambda link: (link[0].rank(link[2].size), link[1].size), reverse=True)
    for link, row, parent in links:
        child, target = cluster_of[row.id], cluster_of[parent.id]
        relation = Relation.DIFFERENT if child.has_other_speakers(target) else link.relation
        own_sources, parent_sources = sources_of[row.id], sources_of[parent.id]
        # A source is one story, but two quotes by different people in it are not one quote for
        # that.
        if own_sources == parent_sources:
            one_story = relation == Relation.SAME
        else:
            one_story = stories.share_story(own_sources, parent_sources, row.root)
        thresholds = (SAME_STORY if one_story else UNRELATED)[relation]
        if link.similarity.is_enough(thresholds) and not child.is_rival_of(target):
            # the smaller cluster is merged into the larger one, so that no version moves often
            smaller, larger = sorted((child, target), key=lambda cluster: len(cluster.versions))
            larger.merge(smaller)
            cluster_of.update((version.id, larger) for version in smaller.versions)
    distinct = {id(cluster): cluster for cluster in cluster_of.values()}
    return [{version.id for version in cluster.versions} for cluster in distinct.values()]


class _Cluster:
    """Versions of one utterance, with their speakers and sources."""

    def __init__(self, versions: list[VersionRow], sources: Iterable[Source]) -> None:
        self.versions = versions
        self.fullest = max(versions, key=attrgetter("size"))
        #: names of a single word, and full names; dicts, to keep their order
        self.names: tuple[dict[Name, None], dict[Name, None]] = ({}, {})
        for name in (row.speaker for row in versions if row.sure):
            if name is not None and name.named:
                self.names[name.full][name] = None
        #: in order of ids, so that the pairs that are compared do not depend on the order of
        #: arrival
        self.in_source = {source: list(versions) for source in sources}

    def merge(self, cluster: _Cluster) -> None:
        """Add the versions of a cluster to this one."""
        self.versions += cluster.versions
        self.fullest = max(self.fullest, cluster.fullest, key=attrgetter("size"))
        for names, added in zip(self.names, cluster.names, strict=True):
            names.update(added)
        for source, versions in cluster.in_source.items():
            self.in_source.setdefault(source, []).extend(versions)

    def has_other_speakers(self, cluster: _Cluster) -> bool:
        """Whether no speaker of this cluster may be a speaker of the other one."""
        pairs = list(islice(_pairs(self.fullest_names, cluster.fullest_names), _SPEAKERS))
        return bool(pairs) and all(compare_names(a, b) == Relation.DIFFERENT for a, b in pairs)

    @property
    def fullest_names(self) -> Collection[Name]:
        """The full names, if there are any: two people may share a last name."""
        return self.names[True] or self.names[False]

    def is_rival_of(self, cluster: _Cluster) -> bool:
        """Whether an article has similar versions of both clusters, none containing the other."""
        whole = max(self.fullest, cluster.fullest, key=attrgetter("size")).version
        smaller, larger = sorted((self.in_source, cluster.in_source), key=len)
        pairs = chain.from_iterable(
            _pairs(versions, larger[source])
            for source, versions in smaller.items()
            if source in larger
        )
        return any(_are_rivals(a.version, b.version, whole) for a, b in islice(pairs, _PAIRS))


def _pairs(first: Iterable[Item], second: Collection[Item]) -> Iterator[tuple[Item, Item]]:
    """All pairs, lazily: ``itertools.product`` would first copy both collections."""
    return ((a, b) for a in first for b in second)


def _are_rivals(a: Version, b: Version, whole: Version) -> bool:
    """Whether two versions in one article are similar, and neither they nor a third repeat one."""
    least, most = _RIVALS
    if not least < similarity_of(a, b).share < most:
        return False
    contained = min(similarity_of(a, whole).share, similarity_of(b, whole).share) >= _CONTAINED
    return not (contained and whole.weight >= _CONTAINED * (a.weight + b.weight))
