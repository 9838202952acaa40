"""Versions of quotes, gathered as they come: each points to the fuller one that it is most like.

The pointers make trees; a tree is what may be one utterance, and its root is the fullest version.
A version has one parent, so that a stock phrase that two speeches share does not make them one; and
the parent is the best of all that are there, whichever came first. (Of a quote in more than some
fifty wordings a version is compared with that many, and which these are is a matter of order.)

All of it is in tables of SQLite, in memory or in a file, within a transaction of the caller's.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple

from quoteattr.corpus.likeness import NOTHING, ONE_STORY, Likeness, likeness
from quoteattr.corpus.names import Relation, read_name, relation
from quoteattr.corpus.version import Version, own_words, read_version
from quoteattr.io.columns import whole_characters
from quoteattr.records import QuoteRecord

#: confidence from which a speaker is sure enough to be another than somebody else
SURE = 0.8
#: how much of the words a speaker counts who is the same rather than unknown, or unknown rather
#: than another
_NEARER = 0.1

#: the versions that a key finds, with the number of keys that each has
Found = list[tuple[int, int]]
#: a key is common if it finds so many, and is not asked if so many others are rare
_COMMON, _TELLING = 16, 4
#: most versions that are compared with one, and the least share of the smaller one's keys that
#: they have in common; two that are one utterance have a third or more
_COMPARED, _KEYS = 48, 0.2


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
    def keys(self) -> set[int]:
        """What it is found by."""
        name = read_name(self.speaker)
        return self.version.keys(name.last if name else None)

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


_NO_LINK = Link(Relation.OTHER, NOTHING)


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
        for key in node.keys:
            self._run("DELETE FROM key WHERE key = ? AND version = ?", key, number)
        self._run("DELETE FROM version WHERE id = ?", number)
        rows = self._run("SELECT id FROM version WHERE parent = ?", number)
        children = [child for (child,) in rows]
        for child in children:
            self._attach(child, None)
        for child in children:
            (node,) = self._nodes([child])
            self._settle(node, node.keys)

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
        self._attach(number, None)
        (node,) = self._nodes([number])
        keys = node.keys
        self._settle(node, keys)
        self._connection.executemany(
            "INSERT INTO key VALUES (?, ?, ?)", ((key, number, len(keys)) for key in keys)
        )
        return number

    def _settle(self, node: Node, keys: Collection[int]) -> None:
        """Link a version to the best fuller one, and less full ones to it where it is better."""
        fuller, less = list[tuple[Node, Link]](), list[tuple[Node, Link]]()
        for other, link in self._like(node, keys):
            (fuller if other.size > node.size else less).append((other, link))
        if fuller:
            self._attach(node.id, *max(fuller, key=lambda found: found[1].rank(found[0])))
        for other, link in less:
            if other.parent is None or link.rank(node) > self._rank(other, other.parent):
                self._attach(other.id, node, link)

    def _rank(self, node: Node, parent: int) -> tuple[object, ...]:
        """How good the link is that a version has."""
        return node.link.rank(self._nodes([parent])[0])

    def _like(self, node: Node, keys: Collection[int]) -> Iterator[tuple[Node, Link]]:
        """All that are one utterance with a version."""
        for other in self._nodes(self._candidates(keys)):
            if other.id != node.id:
                told = node.stands_to(other)
                common = likeness(node.version, other.version)
                if common.is_enough(ONE_STORY[told]):
                    yield other, Link(told, common)

    def _candidates(self, keys: Collection[int]) -> list[int]:
        """The versions that have most keys in common with some, and enough."""
        rare, common = list[Found](), list[Found]()
        for key in keys:
            found = self._run("SELECT version, size FROM key WHERE key = ? LIMIT ?", key, _COMMON)
            if rows := found.fetchall():
                (rare if len(rows) < _COMMON else common).append(rows)
        # What many say finds many: it is asked only where nothing else tells more.
        told = rare if len(rare) >= _TELLING else rare + common
        hits = Counter(number for rows in told for number, _ in rows)
        sizes = dict(chain.from_iterable(told))
        shares = {number: n / min(sizes[number], len(keys)) for number, n in hits.items()}
        likely = [number for number, share in shares.items() if share >= _KEYS]
        return sorted(likely, key=lambda number: (-shares[number], number))[:_COMPARED]

    def _nodes(self, numbers: Sequence[int]) -> list[Node]:
        """The rows of some versions."""
        marks = ", ".join("?" * len(numbers))
        columns = ", ".join(Node._fields)
        rows = self._run(f"SELECT {columns} FROM version WHERE id IN ({marks})", *numbers)
        return [Node(*row) for row in rows]

    def _attach(self, number: int, parent: Node | None, link: Link = _NO_LINK) -> None:
        """Point a version to another, or to none; all that point to it go with it."""
        self._run(
            "UPDATE version SET parent = ?, relation = ?, share = ?, bits = ? WHERE id = ?",
            *(parent and parent.id, int(link.relation), *link.likeness, number),
        )
        root = self._nodes([parent.id])[0].root if parent else number
        self._run(
            "WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT version.id FROM version JOIN below"
            " ON parent = below.id) UPDATE version SET root = ? WHERE id IN (SELECT id FROM below)",
            *(number, root),
        )

    def _run(self, sql: str, *values: object) -> sqlite3.Cursor:
        """Run a statement."""
        return self._connection.execute(sql, values)


@lru_cache(maxsize=1 << 14)
def _version(folded: str) -> Version:
    """The version with these words; made once, as the same ones are compared again and again."""
    return Version(folded)
