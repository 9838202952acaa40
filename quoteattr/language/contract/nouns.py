"""Tables of nouns for people and bodies."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from quoteattr.language.tables import Words


@frozen(eq=False, repr=False, slots=False, kw_only=True)
class NounTables:
    """Tables of nouns for people and bodies."""

    #: nouns for people who can speak, singular
    roles: Words = frozenset()
    #: nouns for groups and organisations that can speak, singular
    groups: Words = frozenset()
    #: plurals for people that ``plural`` does not build from ``roles``: *people*
    plurals: Words = frozenset()
    #: roles that are last names as well: *Baker*
    surname_roles: Words = frozenset()
    #: roles implied by an event, without a name in the article: *the judge*
    bridged: Words = frozenset()
    #: nouns for people that show a gender: *mother*, *spokesman*; the gender is m or f
    kinship: Mapping[str, str] = field(factory=dict)
    #: nouns of ``kinship`` and titles that are used for women and men alike: *chairman*
    generic_nouns: Words = frozenset()
    #: nouns for those who speak for a body: *spokesman*
    spokespeople: Words = frozenset()
    #: verbs and adjectives that say that their subject is dead: *died*, *was killed*
    dying: Words = frozenset()
    #: nouns for what the dead leave or have: *the body of Ida Berg*, *Ida Berg’s murder*
    deaths: Words = frozenset()
    #: nouns for members of a family
    family: Words = frozenset()
    #: nouns for members of parties and parliaments: *Republican*
    partisans: Words = frozenset()
    #: offices that partisans hold: *senator*
    elected: Words = frozenset()
    #: nouns that describe a person, and seldom refer to one alone: *media contact*
    role_nouns: Words = frozenset()
    #: nouns for a past age: *as a boy*
    ages_of_life: Words = frozenset()
    #: endings of nouns for people: *-ist*, *-ician*
    agent_endings: tuple[str, ...] = ()
    #: endings of other nouns that refer to people if they speak: *dispatcher*
    speaking_endings: tuple[str, ...] = ()
    #: nouns for bodies of any kind that have officers: *the company*
    any_body: Words = frozenset()
    #: nouns for bodies that are no other body: *the court* is not the Fisheries Agency
    distinct_bodies: Words = frozenset()
    #: nouns for parts of the body, some of which are nouns for people, too: *his head*
    body_parts: Words = frozenset()
    #: nouns for a few people, all of whom adjacent names may name: *the duo*
    small_groups: Words = frozenset()
    #: nouns for people that before another noun are adjectives: *the humanitarian crisis*
    adjectival_nouns: Words = frozenset()
    #: for a noun for organisations the words that such organisations have in their names
    body_kinds: Mapping[str, Words] = field(factory=dict)
    #: nouns for the press
    press: Words = frozenset()
