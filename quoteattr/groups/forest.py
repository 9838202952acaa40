"""Versions of quotes, gathered as they come: each points to the fuller one that it is most like.

The pointers make trees; a tree is what may be one utterance, and its root is the fullest version.
A version has one parent, so that a stock phrase that two speeches share does not make them one; and
the parent is the best of all that are there, whichever came first. (Of a quote in more than some
fifty wordings a version is compared with that many, and which these are is a matter of order.)

All of it is in tables of SQLite, in memory or in a file, within a transaction of the caller's.
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

from quoteattr.formats.columns import whole_characters
from quoteattr.groups.names import Relation, read_name, relation
from quoteattr.groups.similarity import ONE_STORY, Likeness, likeness
from quoteattr.groups.version import Version, own_words, read_version
from quoteattr.records import QuoteRecord

#: confidence from which a speaker is sure enough to be another than somebody else
SURE = 0.8
#: how much of the words a speaker counts who is the same rather than unknown, or unknown rather
#: than another
_NEARER = 0.1

#: the versions that a key finds, with the number of keys that each has
Hits = list[tuple[int, int]]
#: a key is common if it finds so many, and is not asked if so many others are rare
_COMMON, _TELLING = 16, 4
#: most versions that are compared with one, and the least share of the smaller one's keys that
#: they have in common; two that are one utterance have a third or more
_COMPARED, _KEYS = 48, 0.2


def versions_schema() -> str:
    """The SQL that makes the tables of versions."""
    return files("quoteattr.groups").joinpath("versions.sql").read_text("utf-8")


class Node(NamedTuple):
    """A row of ``version``."""

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
        """Its words."""
        return _version(self.folded)

    @property
    def keys(self) -> Set[int]:
        """What it is found by."""
        name = read_name(self.speaker)
        return _keys(self.folded, name.last if name else None)

    @property
    def link(self) -> Link:
        """How it goes together with its parent, if it has one."""
        return Link(Relation(self.relation), Likeness(self.share, self.bits))

    @property
    def size(self) -> tuple[object, ...]:
        """How full it is; no two are as full, so that the order of their coming does not count."""
        return self.weight, self.folded, self.name, self.sure

    def stands_to(self, other: Node) -> Relation:
        """How the speakers of two versions stand to each other."""
        told = relation(read_name(self.speaker), read_name(other.speaker))
        return told if self.sure and other.sure else max(told, Relation.OPEN)


class Link(NamedTuple):
    """Two versions that are one utterance; of several links the better one is more."""

    relation: Relation
    likeness: Likeness

    def rank(self, parent: Node) -> tuple[object, ...]:
        """How good it is, by words and speaker; of links as good, that to the fullest."""
        return round(self.likeness.share + _NEARER * self.relation, 2), parent.size


class Found(NamedTuple):
    """A version, a fuller one, and how they go together."""

    node: Node
    parent: Node
    link: Link

    @property
    def rank(self) -> tuple[object, ...]:
        """How good the link is."""
        return self.link.rank(self.parent)


class Asked(NamedTuple):
    """What was read while versions settle, in which nothing is written."""

    #: what each key finds
    hits: dict[int, Hits]
    #: versions by their numbers
    nodes: dict[int, Node]


#: each version below some, itself one of these, with the first of them above it
_BELOW = """
WITH RECURSIVE below (id, top) AS (
    SELECT value, value FROM json_each(?)
    UNION ALL
    SELECT version.id, below.top FROM version JOIN below ON version.parent = below.id
    WHERE version.id NOT IN (SELECT value FROM json_each(?))
)
SELECT id, top FROM below
"""


class Forest:
    """The versions in a database that has the tables of ``versions.sql``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, record: QuoteRecord) -> int | None:
        """Enter the version that a record has, if it is a new one.

        Returns:
            Its number; None if the record has no word.
        """
        version, name = read_version(own_words(record)), read_name(record.speaker)
        if not version.words:
            return None
        sure = record.confidence >= SURE
        key = (version.folded, name.written if name else "", sure)
        found = self._run(
            "SELECT id FROM version WHERE folded = ? AND name = ? AND sure = ?", *key
        ).fetchone()
        return int(found[0]) if found else self._plant(version, record.speaker, *key)

    def remove(self, number: int) -> None:
        """Take a version out; those that pointed to it look for another."""
        (node,) = self._nodes([number])
        self._connection.executemany(
            "DELETE FROM key WHERE key = ? AND version = ?", ((key, number) for key in node.keys)
        )
        self._run("DELETE FROM version WHERE id = ?", number)
        columns = ", ".join(Node._fields)
        rows = self._run(f"SELECT {columns} FROM version WHERE parent = ?", number).fetchall()
        self._run("UPDATE version SET parent = NULL WHERE parent = ?", number)
        self._settle([Node(*row)._replace(parent=None) for row in rows])

    def trees(self) -> Iterator[list[Node]]:
        """All versions, tree by tree."""
        columns = ", ".join(Node._fields)
        rows = self._run(f"SELECT {columns} FROM version ORDER BY root, id")
        for _, tree in groupby(map(Node._make, rows), key=attrgetter("root")):
            yield list(tree)

    def tree(self, root: int) -> list[Node]:
        """The versions of one tree."""
        columns = ", ".join(Node._fields)
        rows = self._run(f"SELECT {columns} FROM version WHERE root = ? ORDER BY id", root)
        return [Node(*row) for row in rows]

    def _plant(
        self, version: Version, speaker: str | None, folded: str, name: str, sure: bool
    ) -> int:
        """Enter a new version, and link it with those that are there."""
        number = self._run(
            "INSERT INTO version (folded, speaker, name, sure, weight) VALUES (?, ?, ?, ?, ?)",
            *(folded, speaker and whole_characters(speaker), name, sure, version.weight),
        ).lastrowid
        assert number is not None  # a row was inserted
        (node,) = self._nodes([number])
        self._settle([node])
        keys = node.keys
        self._connection.executemany(
            "INSERT INTO key VALUES (?, ?, ?)", ((key, number, len(keys)) for key in keys)
        )
        return number

    def _settle(self, alone: Sequence[Node]) -> None:
        """Link versions that have no parent to the best fuller ones, and less full ones to them.

        All are compared before any is moved, so that each is moved once, and each key asked once,
        however many there are: those that had one parent have most of their keys in common.
        """
        found, asked = dict[int, Found](), Asked({}, {})
        for node in alone:
            for other, link in self._like(node, asked):
                less, fuller = (other, node) if node.size > other.size else (node, other)
                best = found.get(less.id)
                rank = best.rank if best else self._rank(less, asked)
                if rank is None or link.rank(fuller) > rank:
                    found[less.id] = Found(less, fuller, link)
        self._connection.executemany(
            "UPDATE version SET parent = ?, relation = ?, share = ?, bits = ? WHERE id = ?",
            (
                (each.parent.id, int(each.link.relation), *each.link.likeness, number)
                for number, each in found.items()
            ),
        )
        moved = {node.id: node for node in alone} | {n: each.node for n, each in found.items()}
        self._root(moved, {number: each.parent.id for number, each in found.items()})

    def _root(self, moved: Mapping[int, Node], parents: Mapping[int, int]) -> None:
        """Set the roots of versions that have moved, and of all that point to them."""
        rows = self._run(_BELOW, *[json.dumps(list(moved))] * 2).fetchall()
        above = dict(rows)
        others = self._nodes(list({*parents.values()} - above.keys()))
        roots = {node.id: node.root for node in others}
        # A parent is fuller than what points to it.
        for node in sorted(moved.values(), key=attrgetter("size"), reverse=True):
            parent = parents.get(node.id)
            roots[node.id] = node.id if parent is None else roots[above.get(parent, parent)]
        self._connection.executemany(
            "UPDATE version SET root = ?1 WHERE id = ?2 AND root IS NOT ?1",
            ((roots[top], number) for number, top in rows),
        )

    def _rank(self, node: Node, asked: Asked) -> tuple[object, ...] | None:
        """How good the link is that a version has, if it has one."""
        if node.parent is None:
            return None
        (parent,) = self._known([node.parent], asked)
        return node.link.rank(parent)

    def _like(self, node: Node, asked: Asked) -> Iterator[tuple[Node, Link]]:
        """All that are one utterance with a version."""
        for other in self._known(self._candidates(node.keys, asked), asked):
            if other.id != node.id:
                told = node.stands_to(other)
                common = _likeness(*sorted((node.folded, other.folded)))
                if common.is_enough(ONE_STORY[told]):
                    yield other, Link(told, common)

    def _candidates(self, keys: Collection[int], asked: Asked) -> list[int]:
        """The versions that have most keys in common with some, and enough."""
        rare, common = list[Hits](), list[Hits]()
        for key in keys:
            if key not in asked.hits:
                sql = "SELECT version, size FROM key WHERE key = ? LIMIT ?"
                asked.hits[key] = self._run(sql, key, _COMMON).fetchall()
            if rows := asked.hits[key]:
                (rare if len(rows) < _COMMON else common).append(rows)
        # What many say finds many: it is asked only where nothing else tells more.
        told = rare if len(rare) >= _TELLING else rare + common
        hits = Counter(number for rows in told for number, _ in rows)
        sizes = dict(chain.from_iterable(told))
        shares = {number: n / min(sizes[number], len(keys)) for number, n in hits.items()}
        likely = [number for number, share in shares.items() if share >= _KEYS]
        return sorted(likely, key=lambda number: (-shares[number], number))[:_COMPARED]

    def _known(self, numbers: Sequence[int], asked: Asked) -> Iterator[Node]:
        """The rows of some versions, of which some are known."""
        new = [number for number in numbers if number not in asked.nodes]
        asked.nodes.update((node.id, node) for node in (self._nodes(new) if new else ()))
        return (asked.nodes[number] for number in numbers)

    def _nodes(self, numbers: Sequence[int]) -> list[Node]:
        """The rows of some versions."""
        marks = ", ".join("?" * len(numbers))
        columns = ", ".join(Node._fields)
        rows = self._run(f"SELECT {columns} FROM version WHERE id IN ({marks})", *numbers)
        return [Node(*row) for row in rows]

    def _run(self, sql: str, *values: object) -> sqlite3.Cursor:
        """Run a statement."""
        return self._connection.execute(sql, values)


@lru_cache(maxsize=1 << 14)
def _version(folded: str) -> Version:
    """The version with these words; made once, as the same ones are compared again and again."""
    return Version(folded)


@lru_cache(maxsize=1 << 13)
def _likeness(one: str, other: str) -> Likeness:
    """What the versions with these words have in common.

    The same ones are compared again as others of their tree go.
    """
    return likeness(_version(one), _version(other))


@lru_cache(maxsize=1 << 10)
def _keys(folded: str, last: str | None) -> Set[int]:
    """What the version with these words is found by, in somebody's mouth."""
    return _version(folded).keys(last)
