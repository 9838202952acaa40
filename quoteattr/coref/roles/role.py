"""A role: words that say who an entity is, with their rank."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Rank(IntEnum):
    """The rank of a role by its position; the lowest is best."""

    #: next to the name: a title, an apposition
    BESIDE = 0
    #: the same, for several people together: *senators Ida Berg and Bo Holm*
    SHARED = 1
    #: after a form of *be*, which may give a property, or a former role
    PREDICATE = 2
    #: a nominal that refers to the entity elsewhere: *the mayor*
    MENTION = 3
    #: a relative clause, or a complement of the name: *who owns the bakery*, *of Brack Council*
    POSTMODIFIER = 4


class Role(NamedTuple):
    """Words that say who an entity is, with their position."""

    start: int
    end: int
    rank: Rank
    #: the chunk of their head; -1 for a clause
    head: int = -1
    #: the head, in lower case; empty for a clause
    noun: str = ""
