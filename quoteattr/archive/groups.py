"""Compute the groups of an archive tree by tree from its versions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from heapq import heappop, heappush
from itertools import count

from quoteattr.archive.search import SearchQuery
from quoteattr.archive.store import Store, decode_value
from quoteattr.archive.tables import read_record
from quoteattr.groups.group import QuoteGroup, group_order, make_group
from quoteattr.groups.split_trees import StoryIndex, source_id, split_tree
from quoteattr.groups.version_row import decode_name

#: records joined with their versions, and with their articles
_RECORDS = "record JOIN version ON version.id = record.version"
_WITH_ARTICLES = f"{_RECORDS} JOIN article ON article.number = record.article"
#: the columns that identify an article
_SOURCE = "article.source, article.digest"


def find_groups(store: Store, min_sources: int, query: SearchQuery | None) -> Iterator[QuoteGroup]:
    """The groups of an archive, those with the most sources first.

    Args:
        store: the archive.
        min_sources: the minimum number of articles of a group.
        query: the query that one of its records must match; None for all groups.
    """
    matching = None if query is None else _matching(store, query)
    waiting: list[tuple[tuple[object, ...], int, QuoteGroup]] = []
    number = count()
    for root, sources in _roots(store, min_sources):
        if matching is not None and root not in matching:
            continue
        # The utterances of a tree have at most as many sources as the tree.
        while waiting and len(waiting[0][-1].sources) > sources:
            yield heappop(waiting)[-1]
        numbers = None if matching is None else matching[root]
        for quote_group in _groups_of_tree(store, root, numbers):
            if len(quote_group.sources) >= min_sources and len(quote_group.records) > 1:
                heappush(waiting, (group_order(quote_group), next(number), quote_group))
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
        f"SELECT version.id, record.number, article.number, {_SOURCE}, plain FROM {_WITH_ARTICLES}"
        " WHERE root = ? ORDER BY record.number",
        root,
    ).fetchall()
    sources = defaultdict[int, set[int]](set)
    for version, _, _, source, text_digest, _ in rows:
        sources[version].add(_source_id(source, text_digest))
    for versions in split_tree(store.versions.tree(root), sources, _stories(store, root)):
        own = [row for row in rows if row[0] in versions]
        if matching is None or any(row[1] in matching for row in own):
            articles = map(store.article, dict.fromkeys(row[2] for row in own))
            by_source = {article.source: article for article in articles}
            yield make_group((read_record(plain) for *_, plain in own), by_source)


def _stories(store: Store, root: int) -> StoryIndex:
    """The quotes of the articles that a tree occurs in."""
    stories = StoryIndex()
    articles = f"SELECT article FROM {_RECORDS} WHERE root = ?"
    for source, text_digest, root_id, name, weight in store.run(
        f"SELECT {_SOURCE}, root, version.name, weight FROM {_WITH_ARTICLES}"
        f" WHERE record.article IN ({articles})",
        root,
    ):
        stories.add(_source_id(source, text_digest), root_id, decode_name(name), weight)
    return stories


def _source_id(source: str | bytes | None, text_digest: bytes) -> int:
    """The id of an article, from the columns of ``_SOURCE``."""
    decoded = decode_value(source)
    return source_id("", text_digest) if decoded is None else source_id(decoded)
