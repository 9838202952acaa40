"""Tables of occupations: to which class of role a noun for people belongs."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from quoteattr.language.tables import Words


@frozen(eq=False, repr=False, slots=False, kw_only=True)
class OccupationTables:
    """Tables of occupations: to which class of role a noun for people belongs."""

    #: for a noun for people, or two words, the class of role that it belongs to: *senator*
    role_classes: Mapping[str, str] = field(factory=dict)
    #: those classes that many people have whom an article does not name
    public_classes: frozenset[str] = frozenset()
    #: words that end the part of a role in which its main noun stands: *owner of the bakery*
    role_ends: Words = frozenset()
