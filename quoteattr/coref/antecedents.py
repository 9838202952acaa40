"""Which entity a description stands for: *the mayor*, *the studio*, *the 73-year-old*.

Each entity named so far, and each that is first named shortly after, is a candidate; *nobody whom
the article names* is one too. What the article shows of description and candidate is weighted by a
log-linear model (softmax over the candidates), learned by
``python -m quoteattr.training.antecedents`` from annotated descriptions.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from quoteattr.coref.discourse import Discourse, Mention
from quoteattr.coref.entities import Entity
from quoteattr.detect.lexicon import DOCUMENT_NOUNS, GROUP_NOUNS, PERSON_NOUNS
from quoteattr.language.en import tables as en
from quoteattr.tag import embeddings as vectors

#: mentions back in which candidates are looked for, chunks ahead, and most candidates of each
_BACK, _AHEAD = 60, 60
_BEFORE, _AFTER = 12, 3
#: likeness to a person from which a name could be one, and up to which it could be a body
_PERSON, _BODY = -1.0, 0.5
Floats = NDArray[np.float64]


class Description(NamedTuple):
    """A nominal as the features see it."""

    chunk: int
    head: str
    #: its words in lower case
    words: Sequence[str]
    #: its noun is one for people; for groups
    person: bool
    group: bool
    #: the gender that the noun shows, or an empty string
    gender: str
    #: a capital or an age tells more than the noun
    identifies: bool
    #: a noun that goes with an event and may well be of somebody new: *the judge*
    bridged: bool
    #: a possessive ending stands before it: *Storm's former treasurer*
    possessed: bool


class Candidate(NamedTuple):
    """An entity that a description may stand for."""

    entity: Entity
    #: its last mention before the description, None if it is first named after it
    last: Mention | None
    #: its mentions within reach
    mentions: int
    #: kind and gender agree with those of the description
    fits: bool


def read_description(said: Discourse, i: int) -> Description:
    """Read the nominal in chunk i."""
    whole = said.roster.usage.whole(i).split()
    head = said.chunks.heads[i]
    return Description(
        chunk=i,
        head=head,
        words=[word.lower().strip(".,") for word in whole],
        person=head in PERSON_NOUNS or head.endswith("-old"),
        group=head in GROUP_NOUNS,
        gender=en.KINSHIP.get(head, ""),
        identifies=any(map(_identifies, whole[:-1])) or whole[-1][0].isdigit(),
        bridged=head in en.BRIDGED,
        possessed=said.tags[i - 1 : i] == "'",
    )


def _identifies(word: str) -> bool:
    """A word inside a description that tells one from others of the kind: *former*, *Oregon*."""
    determiner = word.lower() in en.DETERMINERS
    return not determiner and (word[0].isupper() or word[0].isdigit() or word == "former")


def find_candidates(said: Discourse, description: Description) -> list[Candidate]:
    """The entities that a description may stand for, the last mentioned first."""
    last: dict[Entity, Mention] = {}
    count: dict[Entity, int] = {}
    owner = said.of_chunk.get(description.chunk - 2) if description.possessed else None
    for mention in reversed(said.seen[-_BACK:]):
        if mention.entity not in (None, owner) and not mention.entity.heading:
            last.setdefault(mention.entity, mention)
            count[mention.entity] = count.get(mention.entity, 0) + 1
    here = description.chunk
    named = said.roster.of_chunk
    ahead = (named[k] for k in range(here + 1, min(here + _AHEAD, len(said.tags))) if k in named)
    new = [entity for entity in dict.fromkeys(ahead) if entity.chunks[0] > here]
    found = [(entity, last[entity]) for entity in list(last)[:_BEFORE]]
    return [
        Candidate(entity, mention, count.get(entity, 0), _fits(said, description, entity))
        for entity, mention in (*found, *((entity, None) for entity in new[:_AFTER]))
        if not _contradicts(said, description, entity, mention)
    ]


def _contradicts(said: Discourse, d: Description, entity: Entity, last: Mention | None) -> bool:
    """A noun for groups and a person, one for people and what nothing shows to be one.

    A bare noun that goes with an event is not of somebody of another paragraph whom the article has
    not called so.
    """
    apart = last is None or said.roster.paragraphs[last.chunk] < said.roster.paragraphs[d.chunk]
    if d.bridged and apart and not d.identifies and d.head not in entity.roles:
        return True
    if d.gender and said.gender[id(entity)] not in ("", d.gender):
        return True
    person = entity.titled or entity.gendered or entity.given_gender
    if d.person:
        return len(entity.words) == 1 and not (person or entity.roles)
    return bool(person)


def _fits(said: Discourse, d: Description, entity: Entity) -> bool:
    """The entity can be described so: a person by a noun for people, no person by another."""
    likeness = said.likeness[id(entity)]
    if d.gender and said.gender[id(entity)] not in ("", d.gender):
        return False
    if d.person:
        other_role = d.bridged and entity.roles & PERSON_NOUNS and d.head not in entity.roles
        return likeness > _PERSON and not other_role
    return likeness < _BODY and not entity.gendered and not entity.titled


def rows(said: Discourse, d: Description, candidates: Sequence[Candidate]) -> Floats:
    """The features of each candidate, a row each, in the order of ``FEATURES``."""
    fitting = [c for c in candidates if c.fits]
    most = max(fitting, key=lambda c: len(c.entity.chunks), default=None)
    names = sum(len(c.entity.chunks) for c in fitting)
    similar = [_likest(said, d.head, c.entity.words) for c in candidates]
    table = np.empty((len(candidates), len(FEATURES)))
    for k, c in enumerate(candidates):
        beside = (
            c.fits,
            c is most,
            fitting[:1] == [c] and c is most,
            fitting == [c],
            fitting[:1] == [c] and d.bridged,
            c is most and d.identifies,
            fitting[:1] == [c]
            and c.last is not None
            and said.roster.paragraphs[c.last.chunk] + 1 == said.roster.paragraphs[d.chunk],
            c.fits * len(c.entity.chunks) / max(1, names),
            similar[k] * (similar[k] == max(similar)),
            k / len(candidates),
        )
        table[k] = (*beside, *_place(said, d, c), *_meaning(said, d, c.entity, similar[k]))
    return table


def _place(said: Discourse, d: Description, c: Candidate) -> tuple[float, ...]:
    """Where the candidate stands."""
    gap = said.roster.paragraphs[d.chunk] - said.roster.paragraphs[c.last.chunk] if c.last else 9
    return (
        gap == 0,
        min(gap, 6) / 6,
        c.last is None,
        c.last is not None and said.in_sentence(c.last.chunk, d.chunk),
        gap == 1 and c.last is not None and said.says(d.chunk) and said.says(c.last.chunk),
        c.fits and gap == 0,
        d.bridged and gap == 0,
        d.identifies and gap == 0,
        min(c.mentions, 8) / 8,
        c.fits * min(c.mentions, 8) / 8,
        c.entity.chunks[:1] == [said.first_named],
    )


def _meaning(said: Discourse, d: Description, entity: Entity, similar: float) -> tuple[float, ...]:
    """How well the words of the description go with what is known of the entity."""
    before = said.nouns.get(d.head, _NEVER)
    own = {word.lower() for word in entity.words}
    person = said.likeness[id(entity)] > _PERSON
    gender = said.gender[id(entity)]
    return (
        d.head in entity.roles,
        bool(entity.roles & PERSON_NOUNS) and d.head not in entity.roles,
        d.head in own,
        bool(own.intersection(d.words[1:])),
        bool(own & en.BODY_KINDS.get(d.head, frozenset())),
        max((_likest(said, word, entity.words) for word in d.words[1:-1]), default=0.0),
        person and d.person and _likest(said, d.head, entity.roles),
        similar * (d.group and not person),
        similar * (not d.group and not d.person and not person),
        before is entity,
        before is not _NEVER and before is not entity,
        before is None,
        said.likeness[id(entity)] * d.person,
        bool(d.gender) and bool(gender) and d.gender != gender,
        entity.acronym,
        min(entity.speaking, 3) / 3,
        not d.group and not d.person and not person,
        d.words[0] in en.POSSESSIVES,
        d.words[0] not in en.DEFINITE and d.words[0] not in en.POSSESSIVES,
        d.head in DOCUMENT_NOUNS,
        (len(d.words) - 2) / 3,
        _same_age(said, d, entity),
        d.bridged,
        d.identifies,
        d.possessed,
        d.head in en.PARTISANS and bool(entity.roles & en.ELECTED),
        d.head in en.PARTISANS,
        said.subject_of_paragraph(d.chunk) is entity,
        entity.placed / max(1, len(entity.chunks)),
        bool(said.described.get(d.head)),
    )


#: what each number of a row says; d is the description, c the candidate
FEATURES = (
    "c fits",
    "c is the most named that fits",
    "c is the last and most named that fits",
    "c is the only one that fits",
    "c is the last that fits, d goes with an event",
    "c is the most named that fits, d identifies",
    "c is the last that fits, a paragraph before",
    "share of c in the names that fit",
    "d is most like the name of c",
    "rank of c",
    "c stands in the paragraph",
    "paragraphs between",
    "c is first named after d",
    "c stands in the sentence",
    "d speaks, c spoke in the paragraph before",
    "c fits and stands in the paragraph",
    "d goes with an event, c stands in the paragraph",
    "d identifies, c stands in the paragraph",
    "mentions of c",
    "c fits, mentions of c",
    "c is named first in the article",
    "c was described by the noun",
    "c was described by another noun for people",
    "the noun stands in the name",
    "a word of d stands in the name",
    "the name has a word of such bodies",
    "words of d are like the name",
    "the noun is like those that describe c, a person",
    "the noun for groups is like the name of c, no person",
    "the other noun is like the name of c, no person",
    "the noun stood for c before",
    "the noun stood for another before",
    "the noun stood for nobody named before",
    "likeness of c to a person, noun for people",
    "c is of the other gender",
    "c is an acronym",
    "how often c speaks",
    "another noun, c no person",
    "d is possessed by a pronoun",
    "d is not definite",
    "d is a document",
    "length of d",
    "c has the age in d",
    "d goes with an event",
    "d identifies",
    "d is possessed by a name",
    "c has an elected office, d is of a party",
    "d is of a party",
    "c is the only one named in the paragraph",
    "share of names of c after a preposition of place",
    "the noun describes somebody in the article",
)
#: no nominal with the noun has been read
_NEVER = Entity(("",))


def _same_age(said: Discourse, d: Description, entity: Entity) -> bool:
    """The age in the description stands behind the name: *Ada Berg, 73,* and *the 73-year-old*."""
    age = d.words[-1].partition("-")[0] if d.head.endswith("-old") else ""
    heads = said.chunks.heads
    return age.isdigit() and any(heads[u + 1 : u + 3] == [",", age] for u in entity.chunks)


def _likest(said: Discourse, word: str, others: Iterable[str]) -> float:
    """The similarity of a word to the most similar of some others, 0.0 where there is none."""
    return max((similarity(word, other.lower()) for other in others), default=0.0)


@lru_cache(maxsize=1 << 16)
def similarity(one: str, other: str) -> float:
    """Cosine of the vectors of two words; 0.0 where one is unknown."""
    table = vectors.default()
    a, b = table.table[table.row(one)], table.table[table.row(other)]
    # sums, not products of matrices, for which a BLAS may start threads
    norm = float(np.sqrt((a * a).sum() * (b * b).sum()))
    return float((a * b).sum()) / norm if norm else 0.0


@frozen(eq=False)
class AntecedentModel:
    """The learned numbers: what each feature is worth, and what an antecedent must reach."""

    weights: Floats
    #: score of *nobody whom the article names*
    nobody: float
    #: least probability of an entity that is chosen
    threshold: float

    def choose(self, said: Discourse, i: int) -> Entity | None:
        """The entity that the nominal in chunk i stands for, None where none is likely enough."""
        description = read_description(said, i)
        candidates = find_candidates(said, description)
        if not candidates:
            said.shares[i] = 0.0
            return None
        scores = (rows(said, description, candidates) * self.weights).sum(axis=1)
        best = int(scores.argmax())
        total = np.exp(scores - scores[best]).sum() + np.exp(self.nobody - scores[best])
        said.shares[i] = share = 1.0 / float(total)
        return candidates[best].entity if share >= self.threshold else None


@lru_cache(maxsize=1)
def default() -> AntecedentModel:
    """The model of the package, read once."""
    source = files("quoteattr.model").joinpath("antecedents.json")
    data = json.loads(source.read_text(encoding="utf-8"))
    weights = np.array([data["weights"][name] for name in FEATURES])
    return AntecedentModel(weights, data["nobody"], data["threshold"])
