"""How sure the name of a speaker is, given that the mention is right.

A name is reached in different ways: the mention has it in full, or its last word, or a pronoun goes
back to it. ``read_way`` tells the way and what makes it more or less sure; a logistic model of
these few numbers, learned by ``python -m quoteattr.training.certainty``, gives the probability that
the name is right.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from math import exp, log

from attrs import frozen

from quoteattr.coref.discourse import Discourse, is_several
from quoteattr.coref.entities import Entity
from quoteattr.coref.forms import key, keys
from quoteattr.detect.lexicon import GROUP_NOUNS, PERSON_NOUNS
from quoteattr.language.en import tables as en
from quoteattr.language.en.word_lists import given_names, ordinary_words

#: most that a pronoun's antecedent leads, and most namings of an entity, that are told apart
_LEAD, _NAMINGS = 4.0, 8
#: a probability is at least so far from 0 and from 1 before its log-odds are taken
_EDGE = 0.01

#: the ways from a mention to a speaker, each with a score of its own
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

#: what else counts, each with what one more of it is worth
NUMBERS = (
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
class Way:
    """How a speaker was reached from a mention."""

    #: one of ``CATEGORIES``
    category: str
    #: those of ``NUMBERS`` that are not zero
    numbers: Mapping[str, float]


#: words that no resolver knows, and several speakers at once
UNKNOWN, SEVERAL = Way(UNREAD, {}), Way(JOINT, {})


def read_way(said: Discourse, i: int) -> Way:
    """Tell how the speaker of the mention in chunk i was reached.

    Args:
        said: the article, its mentions resolved.
        i: the chunk of the mention.
    """
    entity = said.of_chunk.get(i)
    category = _nameless(said, i) if entity is None else _named(said, i, entity)
    numbers = dict(_of_mention(said, i, category, entity))
    if entity is not None:
        numbers.update(_of_name(said, i, category, entity))
    return Way(category, {name: value for name, value in numbers.items() if value})


def _nameless(said: Discourse, i: int) -> str:
    """The way of a mention that stands for nobody whom the article names."""
    if said.tags[i] in "Ph":
        return PRONOUN
    return NAMELESS if is_several(said.chunks.heads[i]) else UNNAMED


def _named(said: Discourse, i: int, entity: Entity) -> str:
    """The way of a mention that stands for an entity."""
    tag, head = said.tags[i], said.chunks.heads[i]
    if tag == "h":
        return RELATIVE
    if tag == "P":
        return PERSONAL if en.PRONOUN_GENDER.get(head) in ("m", "f") else OTHER
    form = said.roster.usage.forms.get(i)
    if form is None:
        return CHOSEN if said.shares.get(i) else BESIDE
    if len(form) > 1:
        return FULL if keys(form) == keys(entity.words) else LONGER
    return PART if len(entity.words) > 1 else WORD


def _of_mention(
    said: Discourse, i: int, category: str, entity: Entity | None
) -> Iterable[tuple[str, float]]:
    """What the mention itself tells."""
    head = said.chunks.heads[i]
    if category == PERSONAL and entity is not None:
        lead = said.leads.get(i, _LEAD)
        gender = en.PRONOUN_GENDER[head]
        yield "lead of the antecedent of he or she", min(lead, _LEAD)
        yield "nobody else fits he or she", lead >= _LEAD
        shown = said.gender[id(entity)]
        yield "he or she is of no gender that the article shows of the name", shown != gender
    elif category == UNNAMED:
        best = _log_odds(said.shares.get(i, 0.0))
        yield "log-odds of the best antecedent that a description did not get", best
        yield "description is indefinite", _is_indefinite(said, i)
        yield "description has a noun for people", head in PERSON_NOUNS
    elif category == NAMELESS:
        yield "several, the words are indefinite", _is_indefinite(said, i)
        yield "several, a noun for groups", head in GROUP_NOUNS


def _of_name(said: Discourse, i: int, category: str, entity: Entity) -> Iterable[tuple[str, float]]:
    """What the name tells."""
    words = entity.words
    ends = {words[0].lower(), words[-1].lower()}
    ordinary = not ordinary_words().isdisjoint(ends)
    if category == WORD:
        yield "one word, an acronym", entity.acronym
        yield "one word, named once", len(entity.chunks) == 1
    elif len(words) == 1:
        yield "name is one word, reached by another mention", 1.0
    else:
        yield "name opens or closes with an ordinary word", ordinary
    if category == PART:
        yield "others with a word of the name", min(2, _others(said, i, entity))
    yield "name is an organisation's", entity.organisation
    given = [word.lower() in given_names() for word in words]
    yield "name opens with a given name", given[0]
    yield "name has a given name further in", not given[0] and any(given[1:-1])
    yield "namings in full", log(1 + min(entity.in_full, _NAMINGS))


def _is_indefinite(said: Discourse, i: int) -> bool:
    """The mention in chunk i does not open as a definite one: *officials*, *a nurse*."""
    return en.DEFINITE.isdisjoint(said.roster.usage.whole(i).lower().split()[:1])


def _others(said: Discourse, i: int, entity: Entity) -> int:
    """The other entities that have the word in chunk i in their names."""
    word = key(said.roster.usage.forms[i][0])
    return sum(word in keys(other.words) for other in said.roster.entities if other is not entity)


def _log_odds(probability: float) -> float:
    """The log-odds of a probability, neither ever so small nor ever so large."""
    inside = min(1 - _EDGE, max(_EDGE, probability))
    return log(inside / (1 - inside))


@frozen
class CertaintyModel:
    """The learned numbers: the log-odds of each category, and what each number adds."""

    categories: Mapping[str, float]
    numbers: Mapping[str, float]

    def probability(self, way: Way) -> float:
        """The probability that a name reached so is right, given that the mention is."""
        more = sum(self.numbers[name] * value for name, value in way.numbers.items())
        return 1.0 / (1.0 + exp(-self.categories[way.category] - more))


@lru_cache(maxsize=1)
def default() -> CertaintyModel:
    """The model of the package, read once."""
    source = files("quoteattr.model").joinpath("certainty.json")
    return CertaintyModel(**json.loads(source.read_text(encoding="utf-8")))
