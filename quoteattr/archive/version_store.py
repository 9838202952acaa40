"""Store the versions of an archive, and keep their links up to date on insertion and deletion.

The links are those of ``groups/linking.py``, whatever the order of insertion and deletion. A new
version is compared with fuller versions, and smaller ones with it. It also hides some pairs of
other versions from each other, since a version is compared with a limited number of holders of each
key. Deletion makes these pairs visible again.

All data is in SQLite tables, within a transaction of the caller.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from importlib.resources import files
from itertools import chain, groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple

from quoteattr.groups.linking import (
    FULLEST,
    NEAR,
    NO_PARENT,
    BestParent,
    best_parent,
    is_enough,
    share_keys,
)
from quoteattr.groups.version_row import VersionRow, version_row_of
from quoteattr.records import QuoteRecord

#: maximum number of holders of a key that are read at once; of a key with more, only the neighbours
_READ_AT_ONCE = 8


def versions_schema() -> str:
    """The SQL that creates the tables of versions."""
    return files("quoteattr.archive").joinpath("versions.sql").read_text("utf-8")


#: a version that has a key: its weight, its id, and its number of keys; in order of fullness
Holder = tuple[float, int, int]
#: the ids of a version and of a fuller one
Pair = tuple[int, int]


class KeyHolders(NamedTuple):
    """The holders of a key other than one version."""

    #: the less full ones, the nearest first; not all if ``NEAR`` or more are fuller
    below: list[Holder]
    #: the nearest of the fuller ones, the nearest first; at most ``NEAR``
    above: list[Holder]
    #: the fullest, the fullest first, at least ``FULLEST`` of them
    fullest: list[Holder]
    #: whether ``fullest`` has all holders, or all fuller ones if only these are needed
    whole: bool = False

    @property
    def fuller(self) -> list[Holder]:
        """The holders that the version is compared with as possible parents."""
        return self.above + self.fullest[:FULLEST] if len(self.above) == NEAR else self.above

    @property
    def smaller(self) -> list[Holder]:
        """The holders that are compared with the version as their possible parent."""
        return self.below[:NEAR] if len(self.above) >= FULLEST else self.below

    @property
    def hidden(self) -> Iterator[Pair]:
        """Pairs of a smaller and a fuller holder that are compared only without the version."""
        if len(self.below) + len(self.above) <= NEAR:  # all are compared
            return
        hidden = zip(self.below[NEAR - len(self.above) : NEAR], self.above[::-1], strict=False)
        yield from ((child[1], parent[1]) for child, parent in hidden)
        if len(self.above) < FULLEST:
            last = self.fullest[FULLEST - 1]
            yield from ((holder[1], last[1]) for holder in self.below if holder < last)


#: the data of a key that no other version has
_NO_HOLDERS = KeyHolders([], [], [], whole=True)


class Neighbours:
    """The holders of all keys of a version, except itself.

    Args:
        size: the number of keys of the version.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        #: the versions that the version is compared with as possible parents, and as possible
        #: children
        self.fuller, self.smaller = set[Holder](), set[Holder]()
        #: pairs that the version hides from each other under some key
        self.hidden = set[Pair]()
        #: the keys for which not all holders were read
        self.unread = list[int]()
        #: each holder of the other keys, once for each key
        self._holders = list[Holder]()

    def add(self, key: int, holders: KeyHolders) -> None:
        """Add the holders of a key."""
        if holders.whole and not holders.fullest:
            return
        self.fuller.update(holders.fuller)
        self.smaller.update(holders.smaller)
        self.hidden.update(holders.hidden)
        if holders.whole:
            self._holders += holders.fullest
        else:
            self.unread.append(key)

    @cached_property
    def _shared(self) -> Counter[Holder]:
        """The number of keys that each holder shares with the version, except the unread ones."""
        return Counter(self._holders)

    def shares_keys(self, holder: Holder, unread: int) -> bool:
        """Whether a holder that has this many of the unread keys shares enough keys."""
        return is_enough(self._shared[holder] + unread, holder[2], self._size)


#: rows that were read while links are computed; nothing is written in between
_Rows = dict[int, VersionRow]


class Postings(dict[int, list[Holder]]):
    """The fullest holders of keys, read once for several versions.

    Args:
        children: the number of versions that need a parent, so that only fuller ones are read; 0
            for a version that is inserted or deleted.
    """

    def __init__(self, children: int = 0) -> None:
        super().__init__()
        #: maximum number to read for a key
        self.most = max(_READ_AT_ONCE, (NEAR + FULLEST) * children)
        self.children = children


_COLUMNS = ", ".join(VersionRow._fields)
_HOLDERS = "SELECT weight, version, size FROM key WHERE key = ?"
_DESCENDING = "ORDER BY weight DESC, version DESC"
_FULLEST_HOLDERS = f"{_HOLDERS} {_DESCENDING} LIMIT ?"
_FULLER_HOLDERS = f"{_HOLDERS} AND (weight, version) > (?, ?) ORDER BY weight, version LIMIT {NEAR}"
#: whether a version (?2, ?3) is compared with a fuller one (?4, ?5) under a key that both have
_ARE_COMPARED = f"""
SELECT NOT EXISTS (
    SELECT 1 FROM key WHERE key = ?1 AND (weight, version) > (?2, ?3)
    AND (weight, version) < (?4, ?5) LIMIT 1 OFFSET {NEAR - 1}
) OR NOT EXISTS (
    SELECT 1 FROM key WHERE key = ?1 AND (weight, version) > (?4, ?5) LIMIT 1 OFFSET {FULLEST - 1}
)
"""
#: the number of given keys that each of some versions has
_SHARED_KEYS = """
SELECT version.id, count(*) FROM json_each(?) AS candidate
CROSS JOIN version ON version.id = candidate.value CROSS JOIN json_each(?) AS wanted
CROSS JOIN key ON key.key = wanted.value AND key.weight = version.weight
    AND key.version = version.id
GROUP BY version.id
"""
_SMALLER_HOLDERS = f"{_HOLDERS} AND (weight, version) < (?, ?) {_DESCENDING} LIMIT ?"

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
        row = version_row_of(record)
        if row is None:
            return None
        if not self._run("SELECT 1 FROM version WHERE id = ?", row.id).fetchone():
            self._insert(row)
        return row.id

    def remove(self, number: int) -> None:
        """Delete a version; link its children, and the pairs that it hid from each other, again."""
        (row,) = self._read([number], {})
        self._connection.executemany(
            "DELETE FROM key WHERE key = ? AND weight = ? AND version = ?",
            ((key, row.weight, number) for key in row.keys),
        )
        self._run("DELETE FROM version WHERE id = ?", number)
        ids = [child for (child,) in self._run("SELECT id FROM version WHERE parent = ?", number)]
        rows: _Rows = {}
        best = self._elect(self._read(ids, rows), rows)
        shown = self._shown(row, best, rows)
        self._compare(shown, best, rows)
        self._write(best, rows)

    def trees(self) -> Iterator[list[VersionRow]]:
        """All versions, tree by tree."""
        rows = self._run(f"SELECT {_COLUMNS} FROM version ORDER BY root, id")
        for _, tree in groupby(map(VersionRow._make, rows), key=attrgetter("root")):
            yield list(tree)

    def tree(self, root: int) -> list[VersionRow]:
        """The versions of one tree."""
        rows = self._run(f"SELECT {_COLUMNS} FROM version WHERE root = ? ORDER BY id", root)
        return [VersionRow(*row) for row in rows]

    # -- links ----------------------------------------------------------------------------

    def _insert(self, row: VersionRow) -> None:
        """Insert a new version, with its keys and links."""
        marks = ", ".join("?" * len(row))
        self._run(f"INSERT INTO version ({_COLUMNS}) VALUES ({marks})", *row)
        near = self._neighbours(row, Postings())
        keys = row.keys
        self._connection.executemany(
            "INSERT INTO key (key, weight, version, size) VALUES (?, ?, ?, ?)",
            ((key, row.weight, row.id, len(keys)) for key in keys),
        )
        rows: _Rows = {row.id: row}
        likely = self._likely(near, near.fuller | near.smaller, rows)
        best = {row.id: best_parent(row, (other for other in likely if other.size > row.size))}
        smaller = [other.id for other in likely if other.size < row.size]
        self._compare([(child, row.id) for child in smaller], best, rows)
        best |= self._elect(self._lost_children(near, best, rows), rows)
        self._write(best, rows)

    def _elect(self, children: list[VersionRow], rows: _Rows) -> dict[int, BestParent]:
        """Choose the best parents of versions, among all that they are compared with now."""
        postings, best = Postings(len(children)), dict[int, BestParent]()
        for child in children:
            near = self._neighbours(child, postings)
            best[child.id] = best_parent(child, self._likely(near, near.fuller, rows))
        return best

    def _compare(self, pairs: Collection[Pair], best: dict[int, BestParent], rows: _Rows) -> None:
        """Compare children with parents that are new to them, and store those that are better.

        The rows of both have been read.
        """
        present = {rows[child].parent for child, _ in pairs} - {None}
        self._read([number for number in present if number is not None], rows)
        for child, of_child in groupby(sorted(pairs), key=itemgetter(0)):
            row = rows[child]
            closest = best.get(child) or _present(row, rows)
            better = best_parent(row, [rows[parent] for _, parent in of_child], closest)
            if better is not closest:
                best[child] = better

    def _shown(self, row: VersionRow, elected: Collection[int], rows: _Rows) -> list[Pair]:
        """The pairs to compare that a deleted version hid, except children with a new parent."""
        holders = (self._holders_around(key, row) for key in row.keys)
        hidden = {pair for key_holders in holders for pair in key_holders.hidden}
        pairs = [pair for pair in hidden if pair[0] not in elected]
        self._read({*chain.from_iterable(pairs)}, rows)
        return [pair for pair in pairs if share_keys(*(rows[number].keys for number in pair))]

    def _lost_children(
        self, near: Neighbours, best: Collection[int], rows: _Rows
    ) -> list[VersionRow]:
        """The versions whose parent a new version hides from them, except those in ``best``."""
        children = defaultdict[int, set[int]](set)
        for child, parent in near.hidden:
            children[parent].add(child)
        sql = "SELECT id, parent FROM version WHERE parent IN (SELECT value FROM json_each(?))"
        links = self._run(sql, json.dumps(list(children)))
        hidden = [link for link in links if link[0] in children[link[1]] and link[0] not in best]
        self._read({*chain.from_iterable(hidden)}, rows)
        lost = (child for child, parent in hidden if not self._compares(rows[child], rows[parent]))
        return [rows[child] for child in sorted(lost)]

    def _compares(self, row: VersionRow, fuller: VersionRow) -> bool:
        """A version is compared with a fuller one under some key."""
        sizes = (*row.size, *fuller.size)
        keys = row.keys & fuller.keys
        return any(self._run(_ARE_COMPARED, key, *sizes).fetchone()[0] for key in keys)

    # -- roots ----------------------------------------------------------------------------

    def _write(self, best: Mapping[int, BestParent], rows: _Rows) -> None:
        """Write the links of versions, and the roots of their trees."""
        linked = {number: rows[number].linked_to(*parent) for number, parent in best.items()}
        changed = {n: row for n, row in linked.items() if row != rows[n]}
        self._connection.executemany(
            "UPDATE version SET parent = ?, relation = ?, share = ?, bits = ? WHERE id = ?",
            ((r.parent, r.relation, r.share, r.bits, r.id) for r in changed.values()),
        )
        if changed:
            self._update_roots(changed)

    def _update_roots(self, moved: Mapping[int, VersionRow]) -> None:
        """Set the roots of versions whose links have changed, and of their descendants."""
        descendants = self._run(_DESCENDANTS, *[json.dumps(list(moved))] * 2).fetchall()
        ancestors = dict(descendants)
        parents = {row.parent for row in moved.values() if row.parent is not None}
        roots = {row.id: row.root for row in self._read(parents - ancestors.keys(), {})}
        # A parent is fuller than its children and so comes before them.
        for row in sorted(moved.values(), key=attrgetter("size"), reverse=True):
            parent = row.parent
            roots[row.id] = row.id if parent is None else roots[ancestors.get(parent, parent)]
        self._connection.executemany(
            "UPDATE version SET root = ?1 WHERE id = ?2 AND root IS NOT ?1",
            ((roots[top], number) for number, top in descendants),
        )

    # -- reading --------------------------------------------------------------------------

    def _neighbours(self, row: VersionRow, postings: Postings) -> Neighbours:
        """The holders of the keys of a version, except itself."""
        keys = row.keys
        near = Neighbours(len(keys))
        for key in keys:
            near.add(key, self._holders(key, row, postings))
        return near

    def _holders(self, key: int, row: VersionRow, postings: Postings) -> KeyHolders:
        """The holders of a key of a version, except itself."""
        if postings.children == 1:
            return self._fuller(key, row)
        size, fullest = row.size, postings.get(key)
        if fullest is None:
            most = postings.most + 1
            fullest = self._connection.execute(_FULLEST_HOLDERS, (key, most)).fetchall()
            postings[key] = fullest
        if not fullest:
            return _NO_HOLDERS
        whole = len(fullest) <= postings.most
        ascending = fullest[::-1]
        place = bisect_left(ascending, size)
        present = place < len(ascending) and ascending[place][1] == row.id
        if present:
            del ascending[place]
            fullest = ascending[::-1]
        below, above = ascending[:place][::-1], ascending[place : place + NEAR]
        if not (whole or present):
            if not place:  # all holders that were read are fuller, and perhaps not the nearest
                above = self._run(_FULLER_HOLDERS, key, *size).fetchall()
            if not postings.children and (len(below) < NEAR or len(above) < FULLEST):
                below = self._smaller(key, row, NEAR if len(above) >= FULLEST else -1)
        return KeyHolders(below, above, fullest, whole)

    def _fuller(self, key: int, row: VersionRow) -> KeyHolders:
        """The holders of a key that are fuller than a version."""
        above = self._run(_FULLER_HOLDERS, key, *row.size).fetchall()
        if len(above) < NEAR:
            return KeyHolders([], above, above, whole=True)
        return KeyHolders([], above, self._run(_FULLEST_HOLDERS, key, FULLEST).fetchall())

    def _holders_around(self, key: int, row: VersionRow) -> KeyHolders:
        """The holders of a key that a deleted version hid from each other."""
        above = self._run(_FULLER_HOLDERS, key, *row.size).fetchall()
        if len(above) >= FULLEST:
            return KeyHolders(self._smaller(key, row, NEAR), above, [])
        fullest = self._run(_FULLEST_HOLDERS, key, FULLEST).fetchall()
        return KeyHolders(self._smaller(key, row, -1), above, fullest)

    def _smaller(self, key: int, row: VersionRow, most: int) -> list[Holder]:
        """The holders of a key that are less full than a version, the nearest first."""
        return self._run(_SMALLER_HOLDERS, key, *row.size, most).fetchall()

    def _likely(
        self, near: Neighbours, holders: Collection[Holder], rows: _Rows
    ) -> list[VersionRow]:
        """The neighbours of a version that share enough keys with it."""
        every = len(near.unread)
        candidates = [holder[1] for holder in holders if near.shares_keys(holder, every)]
        unread: Mapping[int, int] = {}
        if every:
            unread = dict(self._run(_SHARED_KEYS, json.dumps(candidates), json.dumps(near.unread)))
        likely = (
            holder for holder in holders if near.shares_keys(holder, unread.get(holder[1], 0))
        )
        return self._read([holder[1] for holder in likely], rows)

    def _read(self, numbers: Collection[int], rows: _Rows) -> list[VersionRow]:
        """Read some versions; those that are not among ``rows`` are added there."""
        missing = [number for number in numbers if number not in rows]
        if missing:
            sql = f"SELECT {_COLUMNS} FROM version WHERE id IN (SELECT value FROM json_each(?))"
            for values in self._run(sql, json.dumps(missing)):
                rows[values[0]] = VersionRow._make(values)
        return [rows[number] for number in numbers]

    def _run(self, sql: str, *values: object) -> sqlite3.Cursor:
        """Run a statement."""
        return self._connection.execute(sql, values)


def _present(row: VersionRow, rows: _Rows) -> BestParent:
    """The current parent of a version, and the link."""
    return NO_PARENT if row.parent is None else BestParent(rows[row.parent], row.link)
