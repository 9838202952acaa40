"""Versions of quotes in SQLite, each linked to the most similar fuller version.

The links make trees (a forest). A tree is a candidate for one utterance, and its root is the
fullest version. A version has one parent, so that a stock phrase that occurs in two speeches does
not join them. The parent is the best of all versions, regardless of the order of insertion. (If a
quote has more than some fifty versions, a version is compared with that many of them, and their
choice depends on the order.)

All data is in SQLite tables, in memory or in a file, within a transaction of the caller.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from importlib.resources import files
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple

from quoteattr.compare.names import Relation, compare_names, read_name
from quoteattr.groups.similarity import SAME_STORY, Similarity, similarity
from quoteattr.groups.version import Version, own_words, read_version
from quoteattr.records import QuoteRecord
from quoteattr.text import replace_surrogates

#: confidence from which the attribution to a speaker counts as certain
SURE = 0.8
#: how much share of the words one step of ``Relation`` is worth when links are ranked
_RELATION_WEIGHT = 0.1

#: the versions that have a key, each with its number of keys
Postings = list[tuple[int, int]]
#: number of postings from which a key is common; common keys are not used if a version has at
#: least this many rare ones
_COMMON, _RARE_KEYS = 16, 4
#: most versions that are compared with one version, and the least share of the keys of the smaller
#: one that they have in common (versions of one utterance share a third or more)
_COMPARED, _KEY_SHARE = 48, 0.2


def versions_schema() -> str:
    """The SQL that creates the tables of versions."""
    return files("quoteattr.groups").joinpath("versions.sql").read_text("utf-8")


class VersionRow(NamedTuple):
    """A row of the table ``version``; ``versions.sql`` describes the columns."""

    id: int
    folded: str
    speaker: str | None
    name: str
    sure: int
    weight: float
    parent: int | None
    relation: int
    share: float
    bits: float
    root: int

    @property
    def version(self) -> Version:
        """The words of the version."""
        return _version(self.folded)

    @property
    def keys(self) -> Set[int]:
        """The index keys of the version."""
        name = read_name(self.speaker)
        return _keys(self.folded, name.last if name else None)

    @property
    def link(self) -> ParentLink:
        """The link to the parent; undefined for a root."""
        return ParentLink(Relation(self.relation), Similarity(self.share, self.bits))

    @property
    def size(self) -> tuple[object, ...]:
        """How full the version is: a total order, so that the order of insertion has no effect."""
        return self.weight, self.folded, self.name, self.sure

    def relation_to(self, row: VersionRow) -> Relation:
        """The relation of the speakers of two versions."""
        by_name = compare_names(read_name(self.speaker), read_name(row.speaker))
        return by_name if self.sure and row.sure else max(by_name, Relation.UNKNOWN)


class ParentLink(NamedTuple):
    """A link between a version and a fuller version of the same utterance."""

    relation: Relation
    similarity: Similarity

    def rank(self, parent: VersionRow) -> tuple[object, ...]:
        """Sort key of a link to ``parent``: words and speaker, then the fullness of the parent."""
        score = self.similarity.share + _RELATION_WEIGHT * self.relation
        return round(score, 2), parent.size


class LinkUpdate(NamedTuple):
    """A new link of a version, not yet written."""

    row: VersionRow
    parent: VersionRow
    link: ParentLink

    @property
    def rank(self) -> tuple[object, ...]:
        """The rank of the link."""
        return self.link.rank(self.parent)


class ReadCache(NamedTuple):
    """Rows that were read while links are computed; nothing is written meanwhile."""

    #: postings by key
    postings: dict[int, Postings]
    #: versions by id
    rows: dict[int, VersionRow]


#: all descendants of some versions, each with its nearest ancestor among these (or itself)
_DESCENDANTS = """
WITH RECURSIVE below (id, top) AS (
    SELECT value, value FROM json_each(?)
    UNION ALL
    SELECT version.id, below.top FROM version JOIN below ON version.parent = below.id
    WHERE version.id NOT IN (SELECT value FROM json_each(?))
)
SELECT id, top FROM below
"""


class VersionStore:
    """The versions in a database that has the tables of ``versions.sql``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, record: QuoteRecord) -> int | None:
        """Insert the version that a record quotes, unless it exists.

        Returns:
            The id of the version; None if the record has no word.
        """
        version, name = read_version(own_words(record)), read_name(record.speaker)
        if not version.words:
            return None
        sure = record.confidence >= SURE
        key = (version.folded, name.written if name else "", sure)
        row = self._run(
            "SELECT id FROM version WHERE folded = ? AND name = ? AND sure = ?", *key
        ).fetchone()
        return int(row[0]) if row else self._insert(version, record.speaker, *key)

    def remove(self, number: int) -> None:
        """Delete a version; its children are linked to other parents."""
        (row,) = self._rows([number])
        self._connection.executemany(
            "DELETE FROM key WHERE key = ? AND version = ?", ((key, number) for key in row.keys)
        )
        self._run("DELETE FROM version WHERE id = ?", number)
        columns = ", ".join(VersionRow._fields)
        children = self._run(f"SELECT {columns} FROM version WHERE parent = ?", number).fetchall()
        self._run("UPDATE version SET parent = NULL WHERE parent = ?", number)
        self._link([VersionRow(*child)._replace(parent=None) for child in children])

    def trees(self) -> Iterator[list[VersionRow]]:
        """All versions, tree by tree."""
        columns = ", ".join(VersionRow._fields)
        rows = self._run(f"SELECT {columns} FROM version ORDER BY root, id")
        for _, tree in groupby(map(VersionRow._make, rows), key=attrgetter("root")):
            yield list(tree)

    def tree(self, root: int) -> list[VersionRow]:
        """The versions of one tree."""
        columns = ", ".join(VersionRow._fields)
        rows = self._run(f"SELECT {columns} FROM version WHERE root = ? ORDER BY id", root)
        return [VersionRow(*row) for row in rows]

    def _insert(
        self, version: Version, speaker: str | None, folded: str, name: str, sure: bool
    ) -> int:
        """Insert a new version, with its links and keys."""
        number = self._run(
            "INSERT INTO version (folded, speaker, name, sure, weight) VALUES (?, ?, ?, ?, ?)",
            *(folded, speaker and replace_surrogates(speaker), name, sure, version.weight),
        ).lastrowid
        assert number is not None  # a row was inserted
        (row,) = self._rows([number])
        self._link([row])
        keys = row.keys
        self._connection.executemany(
            "INSERT INTO key VALUES (?, ?, ?)", ((key, number, len(keys)) for key in keys)
        )
        return number

    def _link(self, orphans: Sequence[VersionRow]) -> None:
        """Link versions without a parent to their best parents, and smaller versions to them.

        All comparisons come before all updates, so that each row is updated once and each key read
        once: versions that had the same parent share most of their keys.
        """
        updates, cache = dict[int, LinkUpdate](), ReadCache({}, {})
        for orphan in orphans:
            for row, link in self._similar(orphan, cache):
                smaller, fuller = (row, orphan) if orphan.size > row.size else (orphan, row)
                best = updates.get(smaller.id)
                rank = best.rank if best else self._rank(smaller, cache)
                if rank is None or link.rank(fuller) > rank:
                    updates[smaller.id] = LinkUpdate(smaller, fuller, link)
        self._connection.executemany(
            "UPDATE version SET parent = ?, relation = ?, share = ?, bits = ? WHERE id = ?",
            (
                (update.parent.id, int(update.link.relation), *update.link.similarity, number)
                for number, update in updates.items()
            ),
        )
        moved = {row.id: row for row in orphans} | {n: each.row for n, each in updates.items()}
        self._update_roots(moved, {number: each.parent.id for number, each in updates.items()})

    def _update_roots(self, moved: Mapping[int, VersionRow], parents: Mapping[int, int]) -> None:
        """Set the roots of versions whose links have changed, and of their descendants."""
        descendants = self._run(_DESCENDANTS, *[json.dumps(list(moved))] * 2).fetchall()
        ancestors = dict(descendants)
        unmoved = self._rows(list({*parents.values()} - ancestors.keys()))
        roots = {row.id: row.root for row in unmoved}
        # A parent is fuller than its children and so comes before them.
        for row in sorted(moved.values(), key=attrgetter("size"), reverse=True):
            parent = parents.get(row.id)
            roots[row.id] = row.id if parent is None else roots[ancestors.get(parent, parent)]
        self._connection.executemany(
            "UPDATE version SET root = ?1 WHERE id = ?2 AND root IS NOT ?1",
            ((roots[top], number) for number, top in descendants),
        )

    def _rank(self, row: VersionRow, cache: ReadCache) -> tuple[object, ...] | None:
        """The rank of the present link of a version; None for a root."""
        if row.parent is None:
            return None
        (parent,) = self._cached_rows([row.parent], cache)
        return row.link.rank(parent)

    def _similar(
        self, row: VersionRow, cache: ReadCache
    ) -> Iterator[tuple[VersionRow, ParentLink]]:
        """All versions that may be the same utterance as a version."""
        for candidate in self._cached_rows(self._candidates(row.keys, cache), cache):
            if candidate.id != row.id:
                relation = row.relation_to(candidate)
                common = _similarity(*sorted((row.folded, candidate.folded)))
                if common.is_enough(SAME_STORY[relation]):
                    yield candidate, ParentLink(relation, common)

    def _candidates(self, keys: Collection[int], cache: ReadCache) -> list[int]:
        """The versions that share most of the keys, and enough of them."""
        rare, common = list[Postings](), list[Postings]()
        for key in keys:
            if key not in cache.postings:
                sql = "SELECT version, size FROM key WHERE key = ? LIMIT ?"
                cache.postings[key] = self._run(sql, key, _COMMON).fetchall()
            if postings := cache.postings[key]:
                (rare if len(postings) < _COMMON else common).append(postings)
        # A common key finds many versions and is only used if there are few rare ones.
        used = rare if len(rare) >= _RARE_KEYS else rare + common
        counts = Counter(number for postings in used for number, _ in postings)
        sizes = dict(chain.from_iterable(used))
        shares = {number: n / min(sizes[number], len(keys)) for number, n in counts.items()}
        likely = [number for number, share in shares.items() if share >= _KEY_SHARE]
        return sorted(likely, key=lambda number: (-shares[number], number))[:_COMPARED]

    def _cached_rows(self, numbers: Sequence[int], cache: ReadCache) -> Iterator[VersionRow]:
        """The rows of some versions; those that are not in the cache are read."""
        missing = [number for number in numbers if number not in cache.rows]
        cache.rows.update((row.id, row) for row in (self._rows(missing) if missing else ()))
        return (cache.rows[number] for number in numbers)

    def _rows(self, numbers: Sequence[int]) -> list[VersionRow]:
        """The rows of some versions."""
        marks = ", ".join("?" * len(numbers))
        columns = ", ".join(VersionRow._fields)
        rows = self._run(f"SELECT {columns} FROM version WHERE id IN ({marks})", *numbers)
        return [VersionRow(*row) for row in rows]

    def _run(self, sql: str, *values: object) -> sqlite3.Cursor:
        """Run a statement."""
        return self._connection.execute(sql, values)


@lru_cache(maxsize=1 << 14)
def _version(folded: str) -> Version:
    """The version with these words; cached, since the same versions are compared repeatedly."""
    return Version(folded)


@lru_cache(maxsize=1 << 13)
def _similarity(a: str, b: str) -> Similarity:
    """The similarity of the versions with these words.

    Cached, since the same versions are compared again when others of their tree are removed.
    """
    return similarity(_version(a), _version(b))


@lru_cache(maxsize=1 << 10)
def _keys(folded: str, last: str | None) -> Set[int]:
    """The index keys of the version with these words, by a speaker with this last name."""
    return _version(folded).keys(last)
