"""Estimate how certain the name of a speaker is, given that the mention is right.

A name is resolved in different ways: the mention has it in full, or its last word, or is a pronoun
that refers to it. ``read_resolution`` determines which, with the features that affect its
certainty; a logistic model of these few features, trained by ``python -m
quoteattr.training.certainty``, estimates the probability that the name is right.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from math import exp, log

from attrs import frozen

from quoteattr.coref.discourse import DiscourseState
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.entities.gender import personal_gender
from quoteattr.coref.names.forms import key, keys
from quoteattr.data import data_file
from quoteattr.detect import alphabet

#: the maximum lead of a pronoun's antecedent, and the maximum number of full names of an entity
_LEAD, _NAMINGS = 4.0, 8
#: maximum number of other entities with the word of a name
_OTHERS = 2
#: minimum distance of a probability from 0 and from 1 before its log-odds are taken
_EDGE = 0.01

#: the kinds of resolution of a mention to a speaker, each with its own score
FULL, LONGER, PART, WORD = "full name", "name with words left out", "part of a name", "one word"
BESIDE, CHOSEN = "description beside its name", "description of somebody named"
PERSONAL, RELATIVE, OTHER = "he or she", "who", "it or they"
UNNAMED, NAMELESS, PRONOUN = "description, nobody named", "several, nobody named", "pronoun alone"
UNREAD, JOINT = "other words alone", "several speakers"
CATEGORIES = (
    *(FULL, LONGER, PART, WORD),
    *(BESIDE, CHOSEN),
    *(PERSONAL, RELATIVE, OTHER),
    *(UNNAMED, NAMELESS, PRONOUN),
    *(UNREAD, JOINT),
)

#: why *he* or *she* refers to the name
_NOBODY_ELSE, _NOBODY_BETTER = "nobody else nearby fits", "nobody else nearby fits better"

#: features that affect the certainty of a resolution
FEATURES = (
    "lead of the antecedent of he or she",
    "nobody else fits he or she",
    "he or she is of no gender that the article shows of the name",
    "log-odds of the best antecedent that a description did not get",
    "description is indefinite",
    "description has a noun for people",
    "several, the words are indefinite",
    "several, a noun for groups",
    "others with a word of the name",
    "one word, an acronym",
    "one word, named once",
    "name is an organisation's",
    "name opens with a given name",
    "name has a given name further in",
    "name opens or closes with an ordinary word",
    "name is one word, reached by another mention",
    "namings in full",
)


@frozen
class Resolution:
    """How a mention was resolved to a speaker."""

    #: one of ``CATEGORIES``
    category: str
    #: the nonzero ``FEATURES``
    features: Mapping[str, float]
    #: why a pronoun or a description refers to the name, as a clause; empty if nothing says so
    reason: str = ""


#: the resolution of words that no resolver handles, and of several speakers together
UNKNOWN, SEVERAL = Resolution(UNREAD, {}), Resolution(JOINT, {})


def read_resolution(state: DiscourseState, i: int) -> Resolution:
    """Describe how the mention in chunk i was resolved."""
    entity = state.of_chunk.get(i)
    category = _unnamed(state, i) if entity is None else _named(state, i, entity)
    features = dict(_nominal_features(state, i, category))
    if entity is not None:
        features.update(_pronoun_features(state, i, category, entity))
        features.update(_name_features(state, i, category, entity))
    nonzero = {name: value for name, value in features.items() if value}
    return Resolution(category, nonzero, _reason(state, i, category, nonzero))


def _reason(state: DiscourseState, i: int, category: str, features: Collection[str]) -> str:
    """Why a pronoun or a description refers to the name, as a clause."""
    if category == PERSONAL:
        return _NOBODY_ELSE if "nobody else fits he or she" in features else _NOBODY_BETTER
    return state.antecedent(i).reason


def _unnamed(state: DiscourseState, i: int) -> str:
    """The category of a mention of somebody whom the article does not name."""
    if state.tags[i] in alphabet.PRONOUN + alphabet.RELATIVE:
        return PRONOUN
    return NAMELESS if state.plurals.is_several(state.chunks.heads[i]) else UNNAMED


def _named(state: DiscourseState, i: int, entity: Entity) -> str:
    """The category of a mention of an entity."""
    tag, head = state.tags[i], state.chunks.heads[i]
    if tag == alphabet.RELATIVE:
        return RELATIVE
    if tag == alphabet.PRONOUN:
        return PERSONAL if personal_gender(head, state.language) else OTHER
    form = state.names.forms.get(i)
    if form is None:
        return CHOSEN if state.antecedent(i).share else BESIDE
    if len(form) > 1:
        return FULL if keys(form) == keys(entity.words) else LONGER
    return PART if len(entity.words) > 1 else WORD


def _nominal_features(state: DiscourseState, i: int, category: str) -> Iterable[tuple[str, float]]:
    """The features of a description of somebody whom the article does not name."""
    head, language = state.chunks.heads[i], state.language
    if category == UNNAMED:
        best = _log_odds(state.antecedent(i).share or 0.0)
        yield "log-odds of the best antecedent that a description did not get", best
        yield "description is indefinite", _is_indefinite(state, i)
        yield "description has a noun for people", head in language.person_nouns
    elif category == NAMELESS:
        yield "several, the words are indefinite", _is_indefinite(state, i)
        yield "several, a noun for groups", head in language.group_nouns


def _pronoun_features(
    state: DiscourseState, i: int, category: str, entity: Entity
) -> Iterable[tuple[str, float]]:
    """The features of *he* or *she*."""
    if category == PERSONAL:
        lead = state.antecedent(i).lead
        lead = _LEAD if lead is None else lead
        gender = personal_gender(state.chunks.heads[i], state.language)
        yield "lead of the antecedent of he or she", min(lead, _LEAD)
        yield "nobody else fits he or she", lead >= _LEAD
        shown = state.gender[id(entity)]
        yield "he or she is of no gender that the article shows of the name", shown != gender


def _name_features(
    state: DiscourseState, i: int, category: str, entity: Entity
) -> Iterable[tuple[str, float]]:
    """The features of the name."""
    words, language = entity.words, state.language
    if category == WORD:
        yield "one word, an acronym", entity.acronym
        yield "one word, named once", len(entity.chunks) == 1
    elif len(words) == 1:
        yield "name is one word, reached by another mention", 1.0
    else:
        ends = {words[0].lower(), words[-1].lower()}
        ordinary = not language.ordinary_words.isdisjoint(ends)
        yield "name opens or closes with an ordinary word", ordinary
    if category == PART:
        yield "others with a word of the name", min(_OTHERS, _others(state, i, entity))
    yield "name is an organisation's", entity.organisation
    is_given = [word.lower() in language.given_names for word in words]
    yield "name opens with a given name", is_given[0]
    yield "name has a given name further in", not is_given[0] and any(is_given[1:-1])
    yield "namings in full", log(1 + min(entity.in_full, _NAMINGS))


def _is_indefinite(state: DiscourseState, i: int) -> bool:
    """Whether the mention in chunk i does not begin like a definite one: *officials*, *a nurse*."""
    first = state.table.words(i)[:1]
    return state.language.definite.isdisjoint(first)


def _others(state: DiscourseState, i: int, entity: Entity) -> int:
    """The number of other entities that have the word in chunk i in their names."""
    word = key(state.names.forms[i][0])
    return state.table.entities_per_word[word] - (word in keys(entity.words))


def _log_odds(probability: float) -> float:
    """The log-odds of a probability, within bounds."""
    inside = min(1 - _EDGE, max(_EDGE, probability))
    return log(inside / (1 - inside))


@frozen
class CertaintyModel:
    """The learned parameters: the log-odds of each category, and the weight of each feature."""

    categories: Mapping[str, float]
    features: Mapping[str, float]

    def probability(self, resolution: Resolution) -> float:
        """The probability that a name resolved in this way is right, given that the mention is."""
        log_odds = self.categories[resolution.category]
        log_odds += sum(self.features[name] * value for name, value in resolution.features.items())
        return 1.0 / (1.0 + exp(-log_odds))


@lru_cache(maxsize=1)
def default_certainty_model() -> CertaintyModel:
    """The model of the package, loaded once."""
    source = data_file("model", "certainty.json")
    return CertaintyModel(**json.loads(source.read_text(encoding="utf-8")))
