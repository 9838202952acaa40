"""The groups of an archive: its trees of versions, read one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from heapq import heappop, heappush

from quoteattr.archive.search import Wanted
from quoteattr.archive.store import Store, read_record
from quoteattr.groups.group import QuoteGroup, make_group, spread
from quoteattr.groups.utterances import Source, Stories, utterances

#: records with the versions that they are
_RECORDS = "record JOIN version ON version.id = record.version"


def find_groups(store: Store, min_sources: int, wanted: Wanted | None) -> Iterator[QuoteGroup]:
    """Give the groups with so many sources, those with most first.

    Args:
        store: the archive.
        min_sources: in how many articles a group stands, at least.
        wanted: what one of its records must be; None for anything.
    """
    meant = None if wanted is None else _meant(store, wanted)
    waiting: list[tuple[tuple[int, int], tuple[int, int], QuoteGroup]] = []
    for root, sources in _roots(store, min_sources):
        if meant is not None and root not in meant:
            continue
        # A tree may be several utterances, of which each has fewer sources than the tree.
        while waiting and -waiting[0][0][0] > sources:
            yield heappop(waiting)[-1]
        records = None if meant is None else meant[root]
        for number, group in enumerate(_in_tree(store, root, records)):
            if len(group.sources) >= min_sources and len(group.records) > 1:
                heappush(waiting, (spread(group), (root, number), group))
    while waiting:
        yield heappop(waiting)[-1]


def _meant(store: Store, wanted: Wanted) -> Mapping[int, set[int]]:
    """The numbers of the records that are meant, by the root of their tree."""
    root = "(SELECT root FROM version WHERE id = record.version)"
    sql, values = wanted.select(f"record.number, {root}", store)
    found = defaultdict[int, set[int]](set)
    for number, tree in store.run(sql, *values):
        found[tree].add(number)
    return found


def _roots(store: Store, min_sources: int) -> list[tuple[int, int]]:
    """The trees with so many sources and two records, and how many sources they have."""
    return store.run(
        f"SELECT root, count(DISTINCT article) AS sources FROM {_RECORDS} GROUP BY root"
        " HAVING sources >= ? AND count(*) > 1 ORDER BY sources DESC, root",
        min_sources,
    ).fetchall()


def _in_tree(store: Store, root: int, meant: set[int] | None) -> Iterator[QuoteGroup]:
    """The utterances of a tree; those in which one of some records is."""
    rows = store.run(
        f"SELECT version.id, number, article, plain FROM {_RECORDS} WHERE root = ? ORDER BY number",
        root,
    ).fetchall()
    sources = defaultdict[int, set[Source]](set)
    for version, _, article, _ in rows:
        sources[version].add(article)
    for versions in utterances(store.forest.tree(root), sources, _stories(store, root)):
        own = [row for row in rows if row[0] in versions]
        if meant is None or any(number in meant for _, number, _, _ in own):
            articles = map(store.article, dict.fromkeys(row[2] for row in own))
            known = {article.source: article for article in articles}
            yield make_group((read_record(plain) for *_, plain in own), known)


def _stories(store: Store, root: int) -> Stories:
    """What the articles have that a tree stands in."""
    stories = Stories()
    articles = f"SELECT article FROM {_RECORDS} WHERE root = ?"
    for row in store.run(
        f"SELECT article, root, version.speaker, weight FROM {_RECORDS}"
        f" WHERE article IN ({articles})",
        root,
    ):
        stories.add(*row)
    return stories
