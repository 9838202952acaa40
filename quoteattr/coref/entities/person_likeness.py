"""Estimate how much an article uses a name like a person's."""

from __future__ import annotations

from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.entities.table import EntityTable
from quoteattr.coref.names.forms import keys

#: likeness to a person: not a person, hardly one, unknown, perhaps, certainly
NO_PERSON, _UNLIKELY, _UNKNOWN, _LIKELY, PERSON = -3.0, -1.5, 0.0, 0.5, 1.0
#: a name of at least this likeness may be a person's; one below may be a thing's
COULD_BE_PERSON = -1.0
#: likeness of a name of several words that ends in a noun and does not begin with a given name
_TERM = -1.0
#: likeness of a name of one word that is a subject once
_SUBJECT_ONCE = -0.5


def person_likeness(table: EntityTable, entity: Entity) -> float:
    """How much the text uses the name like a person's: below zero, it hardly is one."""
    if _is_no_person(table, entity):
        return NO_PERSON
    if entity.usage.titled + entity.usage.aged + sum(entity.gender.values()) >= 1:
        return PERSON
    if entity.acronym or table.names.is_place(keys(entity.words)):
        return NO_PERSON
    described = entity.roles & table.language.person_nouns
    if len(entity.words) > 1:
        if _closes_like_term(table, entity) and not described:
            return _TERM
        return _LIKELY if entity.usage.speaking or described else _UNKNOWN
    if described or entity.usage.quoted:
        return _LIKELY
    if entity.usage.speaking > 1 and not entity.usage.placed:
        return PERSON
    return _SUBJECT_ONCE if entity.usage.speaking else _UNLIKELY


def _is_no_person(table: EntityTable, entity: Entity) -> bool:
    """Whether its words, or an article before one word, show that it is not a person's name."""
    if entity.organisation or table.language.body_joints.intersection(entity.words):
        return True
    if entity.usage.titled:
        return False
    determined = len(entity.words) == 1 and entity.usage.determined > 0
    thing = entity.thing and not _acts_like_person(table, entity)
    return determined or thing or _is_term(table, entity)


def _acts_like_person(table: EntityTable, entity: Entity) -> bool:
    """Whether it has a given name and an age, a job or words: *Doris Day*, not *Columbus Day*."""
    has_given_name = entity.words[0].lower() in table.language.given_names
    job = bool(entity.roles & table.language.person_nouns)
    return has_given_name and (job or entity.usage.aged + entity.usage.quoted > 0)


def _is_term(table: EntityTable, entity: Entity) -> bool:
    """Whether all words of the name are nouns: *College Football Playoff*."""
    return len(entity.words) > 1 and all(map(table.names.is_noun, entity.words))


def _closes_like_term(table: EntityTable, entity: Entity) -> bool:
    """Whether the name ends in a noun and does not begin with a given name: *Inland Revenue*."""
    has_given_name = entity.words[0].lower() in table.language.given_names
    return table.names.is_noun(entity.words[-1]) and not has_given_name
