"""Link versions to fuller versions of the same utterance: the definition, in memory.

Versions are indexed by keys (pairs of content words, and a content word with the speaker). The
holders of a key are ordered by fullness, and a version is compared with the next ``NEAR`` fuller
holders and with the ``FULLEST`` fullest holders of each of its keys, if the two have ``KEY_SHARE``
of their keys in common. The best of these becomes its parent, so that the links make trees. A tree
is a candidate for one utterance, and its root is the fullest version. A version has one parent, so
that a stock phrase that occurs in two speeches does not join them.

The links do not depend on the order of arrival. ``archive/version_store.py`` keeps the same links
up to date on insertion and deletion, and ``spark/grouping.py`` computes them on a cluster.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import NamedTuple, TypeVar

from quoteattr.groups.similarity import SAME_STORY, WHOLE, Similarity, similarity_of
from quoteattr.groups.version_row import ParentLink, Rank, VersionRow, cached_version

#: for each key, the number of next fuller holders, and of fullest holders, that a version is
#: compared with
NEAR, FULLEST = 4, 4
#: the minimum share of common keys, of the keys of the version that has fewer
#: (versions of one utterance share a third or more)
KEY_SHARE = 0.2

#: the type that represents a version among the holders of a key
Holder = TypeVar("Holder")


def link_versions(versions: Iterable[VersionRow]) -> list[VersionRow]:
    """Link versions to their parents.

    Args:
        versions: distinct versions, in any order.

    Returns:
        The versions with their parents and roots, the fullest first.
    """
    rows = sorted(versions, key=attrgetter("size"))
    keys = [row.keys for row in rows]
    linked = dict[int, VersionRow]()
    # A parent is fuller than its children, so its root is known before theirs.
    for number, fuller in reversed(list(enumerate(fuller_holders(keys)))):
        row = rows[number]
        likely = [rows[other] for other in fuller if share_keys(keys[number], keys[other])]
        row = row.linked_to(*best_parent(row, likely))
        root = row.id if row.parent is None else linked[row.parent].root
        linked[row.id] = row._replace(root=root)
    return list(linked.values())


def linked_trees(linked: Iterable[VersionRow]) -> list[list[VersionRow]]:
    """Group the versions by tree."""
    by_root = defaultdict[int, list[VersionRow]](list)
    for row in linked:
        by_root[row.root].append(row)
    return list(by_root.values())


def fuller_holders(keys: Sequence[Set[int]]) -> list[set[int]]:
    """For each version, the fuller versions to compare it with, before keys are counted.

    Args:
        keys: the keys of each version, by ascending fullness.

    Returns:
        Numbers of versions, for each version.
    """
    holders = defaultdict[int, list[int]](list)
    for number, own_keys in reversed(list(enumerate(keys))):
        for key in own_keys:
            holders[key].append(number)
    fuller: list[set[int]] = [set() for _ in keys]
    for numbers in holders.values():
        for number, compared in compared_holders(numbers):
            fuller[number].update(compared)
    return fuller


def compared_holders(holders: Iterable[Holder]) -> Iterator[tuple[Holder, list[Holder]]]:
    """For each holder of a key, the fuller holders to compare it with.

    Only ``NEAR + FULLEST`` of them are in memory at a time, so that a key may have any number.

    Args:
        holders: the versions that have the key, by descending fullness.

    Yields:
        Each holder, with the fuller ones.

    >>> compared = dict(compared_holders("ABCDEFGHIJ"))
    >>> "".join(compared["C"]), "".join(compared["J"])
    ('AB', 'ABCDFGHI')
    """
    fullest, near = list[Holder](), deque[Holder](maxlen=NEAR)
    for place, holder in enumerate(holders):
        yield holder, [*fullest[: max(0, place - NEAR)], *near]
        near.append(holder)
        if len(fullest) < FULLEST:
            fullest.append(holder)


def share_keys(a: frozenset[int], b: Collection[int]) -> bool:
    """Whether two versions share enough keys to be compared; no key occurs in ``b`` twice."""
    return is_enough(len(a.intersection(b)), len(a), len(b))


def is_enough(shared: int, a: int, b: int) -> bool:
    """Whether two versions with ``a`` and ``b`` keys share enough of them to be compared."""
    return shared >= KEY_SHARE * min(a, b)


class BestParent(NamedTuple):
    """The best parent of a version, and the link; both None if there is none."""

    parent: VersionRow | None = None
    link: ParentLink | None = None

    @property
    def rank(self) -> Rank | None:
        """The rank of the link; None if there is none."""
        return (
            None if self.parent is None or self.link is None else self.link.rank(self.parent.size)
        )


NO_PARENT = BestParent()


def best_parent(
    row: VersionRow, fuller: Iterable[VersionRow], present: BestParent = NO_PARENT
) -> BestParent:
    """The best parent of a version among its current parent and some fuller versions.

    Versions that may have the highest rank come first, so that the words of few are compared.
    """
    best, rank = present, present.rank
    by_highest = sorted(
        ((highest_rank(row, parent), parent) for parent in fuller), key=itemgetter(0), reverse=True
    )
    for highest, parent in by_highest:
        if rank is not None and highest <= rank:
            break
        link = find_link(row, parent)
        if link is not None and (rank is None or link.rank(parent.size) > rank):
            best = BestParent(parent, link)
            rank = best.rank
    return best


def highest_rank(row: VersionRow, parent: VersionRow) -> Rank:
    """The rank of a link if all words of a version occur in a fuller one."""
    return ParentLink(row.relation_to(parent), WHOLE).rank(parent.size)


def find_link(a: VersionRow, b: VersionRow) -> ParentLink | None:
    """The link of two versions; None if they are not similar enough."""
    relation = a.relation_to(b)
    common = _similarity(*sorted((a.folded, b.folded)))
    return ParentLink(relation, common) if common.is_enough(SAME_STORY[relation]) else None


@lru_cache(maxsize=1 << 13)
def _similarity(a: str, b: str) -> Similarity:
    """The similarity of the versions with these words.

    Cached, since one wording has several versions, by several speakers, and the same versions are
    compared again when others of their tree are removed.
    """
    return similarity_of(cached_version(a), cached_version(b))
