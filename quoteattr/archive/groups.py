"""The groups of an archive, computed tree by tree from its versions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from heapq import heappop, heappush

from quoteattr.archive.search import SearchQuery
from quoteattr.archive.store import Store
from quoteattr.archive.tables import read_record
from quoteattr.groups.group import QuoteGroup, group_order, make_group
from quoteattr.groups.split_trees import Source, StoryIndex, split_tree

#: records joined with their versions
_RECORDS = "record JOIN version ON version.id = record.version"


def find_groups(store: Store, min_sources: int, query: SearchQuery | None) -> Iterator[QuoteGroup]:
    """The groups of an archive, those with the most sources first.

    Args:
        store: the archive.
        min_sources: the minimum number of articles of a group.
        query: the query that one of its records must match; None for all groups.
    """
    matching = None if query is None else _matching(store, query)
    waiting: list[tuple[tuple[int, int], tuple[int, int], QuoteGroup]] = []
    for root, sources in _roots(store, min_sources):
        if matching is not None and root not in matching:
            continue
        # The utterances of a tree have at most as many sources as the tree.
        while waiting and -waiting[0][0][0] > sources:
            yield heappop(waiting)[-1]
        numbers = None if matching is None else matching[root]
        for number, group in enumerate(_groups_of_tree(store, root, numbers)):
            if len(group.sources) >= min_sources and len(group.records) > 1:
                heappush(waiting, (group_order(group), (root, number), group))
    while waiting:
        yield heappop(waiting)[-1]


def _matching(store: Store, query: SearchQuery) -> Mapping[int, set[int]]:
    """The numbers of the records that match a query, by the root of their tree."""
    root = "(SELECT root FROM version WHERE id = record.version)"
    sql, values = query.select(f"record.number, {root}", store)
    numbers = defaultdict[int, set[int]](set)
    for number, tree in store.run(sql, *values):
        numbers[tree].add(number)
    return numbers


def _roots(store: Store, min_sources: int) -> list[tuple[int, int]]:
    """The trees with enough sources and at least two records, and their numbers of sources."""
    return store.run(
        f"SELECT root, count(DISTINCT article) AS sources FROM {_RECORDS} GROUP BY root"
        " HAVING sources >= ? AND count(*) > 1 ORDER BY sources DESC, root",
        min_sources,
    ).fetchall()


def _groups_of_tree(store: Store, root: int, matching: set[int] | None) -> Iterator[QuoteGroup]:
    """The groups of a tree that contain one of the matching records."""
    rows = store.run(
        f"SELECT version.id, number, article, plain FROM {_RECORDS} WHERE root = ? ORDER BY number",
        root,
    ).fetchall()
    sources = defaultdict[int, set[Source]](set)
    for version, _, article, _ in rows:
        sources[version].add(article)
    for versions in split_tree(store.versions.tree(root), sources, _stories(store, root)):
        own = [row for row in rows if row[0] in versions]
        if matching is None or any(number in matching for _, number, _, _ in own):
            articles = map(store.article, dict.fromkeys(row[2] for row in own))
            by_source = {article.source: article for article in articles}
            yield make_group((read_record(plain) for *_, plain in own), by_source)


def _stories(store: Store, root: int) -> StoryIndex:
    """The quotes of the articles that a tree occurs in."""
    stories = StoryIndex()
    articles = f"SELECT article FROM {_RECORDS} WHERE root = ?"
    for row in store.run(
        f"SELECT article, root, version.speaker, weight FROM {_RECORDS}"
        f" WHERE article IN ({articles})",
        root,
    ):
        stories.add(*row)
    return stories
