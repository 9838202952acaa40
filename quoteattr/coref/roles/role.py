"""A role: words that say who an entity is, and how well they do."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Rank(IntEnum):
    """How well words say who somebody is; the least is best."""

    #: beside the name: a title, an apposition
    BESIDE = 0
    #: the same, of several people together: *senators Ida Berg and Bo Holm*
    SHARED = 1
    #: behind a form of *be*, which may say what somebody is like, or was once
    PREDICATE = 2
    #: a nominal that stands for the entity elsewhere: *the mayor*
    MENTION = 3
    #: a relative clause, or what the name is of: *who owns the bakery*, *of Brack Council*
    POSTMODIFIER = 4


class Role(NamedTuple):
    """Words that say who an entity is, and where they stand."""

    start: int
    end: int
    rank: Rank
    #: the chunk of their head, -1 for a clause
    head: int = -1
    #: the head, in lower case; empty for a clause
    noun: str = ""
