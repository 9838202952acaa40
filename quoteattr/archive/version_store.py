"""The versions of an archive, whose links are kept up to date while versions come and go.

The links are those of ``groups/linking.py``, whatever the order of insertion and deletion. A new
version is compared with fuller versions, and smaller ones with it; and it hides some pairs of
others from each other, since a version is compared with a limited number of holders of each key.
Deletion shows these pairs again.

All data is in SQLite tables, within a transaction of the caller.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from importlib.resources import files
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple

from quoteattr.groups.linking import (
    FULLEST,
    KEY_SHARE,
    NEAR,
    BestParent,
    best_parent,
    share_keys,
)
from quoteattr.groups.version_row import Size, VersionRow, read_row
from quoteattr.records import QuoteRecord

#: most holders of a key that are read at once; of a key with more only the neighbours are read
_READ_AT_ONCE = 8


def versions_schema() -> str:
    """The SQL that creates the tables of versions."""
    return files("quoteattr.archive").joinpath("versions.sql").read_text("utf-8")


#: a version that has a key: its weight, its id, and its number of keys; in order of fullness
Holder = tuple[float, int, int]


class KeyHolders(NamedTuple):
    """The holders of a key beside one version, which is not among them."""

    #: how full the version is
    size: Size
    #: those less full, the nearest first; not all if ``NEAR`` or more are fuller
    below: list[Holder]
    #: the nearest of the fuller ones, the nearest first; at most ``NEAR``
    above: list[Holder]
    #: the fullest, the fullest first, at least ``FULLEST`` of them
    fullest: list[Holder]
    #: all holders have been read, or all that are fuller where only these are wanted
    whole: bool

    @property
    def fuller(self) -> list[Holder]:
        """Those that the version is compared with as its parents."""
        return self.above + self.fullest[:FULLEST] if len(self.above) == NEAR else self.above

    @property
    def smaller(self) -> list[Holder]:
        """Those that are compared with the version as their parent."""
        return self.below[:NEAR] if len(self.above) >= FULLEST else self.below

    @property
    def hidden(self) -> Iterator[tuple[Holder, Holder]]:
        """Pairs of a smaller and a fuller holder that are compared only without the version."""
        if len(self.below) + len(self.above) <= NEAR:  # all are compared
            return
        yield from zip(self.below[NEAR - len(self.above) : NEAR], self.above[::-1], strict=False)
        if len(self.above) < FULLEST:
            last = self.fullest[FULLEST - 1]
            yield from ((holder, last) for holder in self.below if holder < last)

    def still_compares(self, child: Holder, parent: Holder) -> bool:
        """Two holders are compared, although the version stands among the holders.

        Only of holders that have been read: False says nothing.
        """
        if child not in self.fullest or parent not in self.fullest:
            return False
        first, second = (
            self.fullest.index(holder) + (holder < self.size) for holder in (parent, child)
        )
        return first < FULLEST or second - first <= NEAR


class Neighbours:
    """The holders of all keys of a version, which is not among them.

    Args:
        size: how many keys the version has.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._keys = list[KeyHolders]()
        #: those that the version is compared with as its parents, and as its children
        self.fuller, self.smaller = set[Holder](), set[Holder]()
        #: pairs of a child and a parent that the version hides from each other under some key
        self.hidden = set[tuple[Holder, Holder]]()
        #: each holder that was read, once for each key
        self._read = list[Holder]()
        #: the number of keys of which not all holders were read
        self._unread = 0

    def add(self, holders: KeyHolders) -> None:
        """Add the holders of a key."""
        if not (holders.below or holders.above):
            return
        self._keys.append(holders)
        self.fuller.update(holders.fuller)
        self.smaller.update(holders.smaller)
        self.hidden.update(holders.hidden)
        self._read += {*holders.fullest, *holders.above, *holders.below}
        self._unread += not holders.whole

    @cached_property
    def _shared(self) -> Counter[Holder]:
        """How many keys each holder shares with the version, as far as they were read."""
        return Counter(self._read)

    def shares_keys(self, holder: Holder) -> bool | None:
        """Whether a holder shares enough keys; None if the keys themselves must be compared."""
        shared, needed = self._shared[holder], KEY_SHARE * min(holder[2], self._size)
        if shared >= needed:
            return True
        return None if shared + self._unread >= needed else False

    def still_compares(self, child: Holder, parent: Holder) -> bool:
        """Two holders are compared, although the version stands among the holders.

        By the keys that they share with the version: False says nothing.
        """
        return any(holders.still_compares(child, parent) for holders in self._keys)


#: rows that were read while links are computed; nothing is written meanwhile
_Rows = dict[int, VersionRow]


class Postings(dict[int, list[Holder]]):
    """The fullest holders of keys, read once for several versions.

    Args:
        children: how many versions look for a parent, so that only fuller ones are wanted; 0 for a
            version that comes or goes.
    """

    def __init__(self, children: int = 0) -> None:
        super().__init__()
        #: how many are read of a key
        self.most = max(_READ_AT_ONCE, (NEAR + FULLEST) * children)
        self.children = children


_COLUMNS = ", ".join(VersionRow._fields)
_HOLDERS = "SELECT weight, version, size FROM key WHERE key = ?"
_DESCENDING = "ORDER BY weight DESC, version DESC"
_FULLEST_HOLDERS = f"{_HOLDERS} {_DESCENDING} LIMIT ?"
_FULLER_HOLDERS = f"{_HOLDERS} AND (weight, version) > (?, ?) ORDER BY weight, version LIMIT {NEAR}"
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
        row = read_row(record)
        if row is None:
            return None
        if not self._run("SELECT 1 FROM version WHERE id = ?", row.id).fetchone():
            self._insert(row)
        return row.id

    def remove(self, number: int) -> None:
        """Delete a version; its children, and those that it hid from each other, are linked."""
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
        best = {row.id: self._elect_among(row, near, rows)}
        smaller = self._likely(row, near, near.smaller, rows)
        self._compare([(child.id, row.id) for child in smaller], best, rows)
        lost = [number for number in self._lost_children(near) if number not in best]
        best |= self._elect(self._read(lost, rows), rows)
        self._write(best, rows)

    def _elect(self, children: list[VersionRow], rows: _Rows) -> dict[int, BestParent]:
        """The best parents of versions, among all that they are compared with today."""
        postings = Postings(len(children))
        return {
            child.id: self._elect_among(child, self._neighbours(child, postings), rows)
            for child in children
        }

    def _elect_among(self, row: VersionRow, near: Neighbours, rows: _Rows) -> BestParent:
        """The best parent of a version among its neighbours."""
        return best_parent(row, self._likely(row, near, near.fuller, rows))

    def _compare(
        self, pairs: Collection[tuple[int, int]], best: dict[int, BestParent], rows: _Rows
    ) -> None:
        """Compare children with parents that are new to them, and enter those that are better.

        The rows of both have been read.
        """
        present = {rows[child].parent for child, _ in pairs} - {None}
        self._read([number for number in present if number is not None], rows)
        for child, parent in sorted(pairs):
            row, fuller = rows[child], rows[parent]
            closest = best.get(child) or _present(row, rows)
            better = closest.or_better(row, fuller)
            if better is not closest:
                best[child] = better

    def _shown(
        self, row: VersionRow, elected: Collection[int], rows: _Rows
    ) -> list[tuple[int, int]]:
        """The pairs to compare that a deleted version hid, but for children elected anew."""
        holders = (self._holders_around(key, row) for key in row.keys)
        hidden = {(child[1], parent[1]) for holder in holders for child, parent in holder.hidden}
        pairs = [pair for pair in hidden if pair[0] not in elected]
        self._read({*chain.from_iterable(pairs)}, rows)
        return [pair for pair in pairs if share_keys(*(rows[number].keys for number in pair))]

    def _lost_children(self, near: Neighbours) -> list[int]:
        """The versions whose parent a new version hides from them, as far as its keys say."""
        children = defaultdict[int, dict[int, tuple[Holder, Holder]]](dict)
        for pair in near.hidden:
            child, parent = pair
            children[parent[1]][child[1]] = pair
        sql = "SELECT id, parent FROM version WHERE parent IN (SELECT value FROM json_each(?))"
        rows = self._run(sql, json.dumps(list(children)))
        lost = (children[parent].get(child) for child, parent in rows)
        return sorted(pair[0][1] for pair in lost if pair and not near.still_compares(*pair))

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
        """The holders of the keys of a version, without itself."""
        keys = row.keys
        near = Neighbours(len(keys))
        for key in keys:
            near.add(self._holders(key, row, postings))
        return near

    def _holders(self, key: int, row: VersionRow, postings: Postings) -> KeyHolders:
        """The holders of a key of a version, without itself."""
        if postings.children == 1:
            return self._fuller(key, row)
        size, fullest = row.size, postings.get(key)
        if fullest is None:
            most = postings.most + 1
            fullest = self._connection.execute(_FULLEST_HOLDERS, (key, most)).fetchall()
            postings[key] = fullest
        whole = len(fullest) <= postings.most
        ascending = fullest[::-1]
        place = bisect_left(ascending, size)
        present = place < len(ascending) and ascending[place][1] == row.id
        if present:
            del ascending[place]
        if whole or present:
            below, above = ascending[:place][::-1], ascending[place : place + NEAR]
            return KeyHolders(size, below, above, ascending[::-1], whole)
        above = self._run(_FULLER_HOLDERS, key, *size).fetchall()
        most = NEAR if len(above) >= FULLEST else -1
        below = [] if postings.children else self._smaller(key, row, most)
        return KeyHolders(size, below, above, fullest, False)

    def _fuller(self, key: int, row: VersionRow) -> KeyHolders:
        """The holders of a key that are fuller than a version."""
        above = self._run(_FULLER_HOLDERS, key, *row.size).fetchall()
        more = len(above) == NEAR
        fullest = self._run(_FULLEST_HOLDERS, key, FULLEST).fetchall() if more else []
        return KeyHolders(row.size, [], above, fullest, not more)

    def _holders_around(self, key: int, row: VersionRow) -> KeyHolders:
        """The holders of a key that a deleted version hid from each other."""
        above = self._run(_FULLER_HOLDERS, key, *row.size).fetchall()
        if len(above) >= FULLEST:
            return KeyHolders(row.size, self._smaller(key, row, NEAR), above, [], False)
        fullest = self._run(_FULLEST_HOLDERS, key, FULLEST).fetchall()
        return KeyHolders(row.size, self._smaller(key, row, -1), above, fullest, False)

    def _smaller(self, key: int, row: VersionRow, most: int) -> list[Holder]:
        """The holders of a key that are less full than a version, the nearest first."""
        return self._run(_SMALLER_HOLDERS, key, *row.size, most).fetchall()

    def _likely(
        self, row: VersionRow, near: Neighbours, holders: Iterable[Holder], rows: _Rows
    ) -> list[VersionRow]:
        """Those of some neighbours that have enough keys in common with a version."""
        decisions = {holder[1]: near.shares_keys(holder) for holder in holders}
        candidates = [number for number, decision in decisions.items() if decision is not False]
        keys = row.keys
        return [
            other
            for other in self._read(candidates, rows)
            if decisions[other.id] or share_keys(other.keys, keys)
        ]

    def _read(self, numbers: Collection[int], rows: _Rows) -> list[VersionRow]:
        """Some versions; those that are not among ``rows`` are read and entered there."""
        missing = [number for number in numbers if number not in rows]
        if missing:
            sql = f"SELECT {_COLUMNS} FROM version WHERE id IN (SELECT value FROM json_each(?))"
            for values in self._run(sql, json.dumps(missing)):
                rows[values[0]] = VersionRow(*values)
        return [rows[number] for number in numbers]

    def _run(self, sql: str, *values: object) -> sqlite3.Cursor:
        """Run a statement."""
        return self._connection.execute(sql, values)


def _present(row: VersionRow, rows: _Rows) -> BestParent:
    """The present parent of a version, and the link."""
    return BestParent() if row.parent is None else BestParent(rows[row.parent], row.link)
