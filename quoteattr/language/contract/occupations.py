"""Tables of occupations: the class of role of each noun for people."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from quoteattr.language.tables import Words


@frozen(eq=False, repr=False, slots=False, kw_only=True)
class OccupationTables:
    """Tables of occupations: the class of role of each noun for people."""

    #: for a noun for people, or two words, the class of its role: *senator*
    role_classes: Mapping[str, str] = field(factory=dict)
    #: the classes that many people have whom an article does not name
    public_classes: frozenset[str] = frozenset()
    #: for a noun the nouns for roles that it may describe: *lawyer*, *attorney*
    role_kinds: Mapping[str, frozenset[str]] = field(factory=dict)
    #: words that end the part of a role that contains its head noun: *owner of the bakery*
    role_ends: Words = frozenset()
