"""Compute the features of a description and a candidate antecedent."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quoteattr.coref.discourse import DiscourseState
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.names.forms import NameForm
from quoteattr.coref.nominals.descriptions import PERSON, AntecedentCandidate, Description, ages
from quoteattr.tag import embeddings

Floats = NDArray[np.float64]


def feature_rows(
    state: DiscourseState, d: Description, candidates: Sequence[AntecedentCandidate]
) -> Floats:
    """The features of each candidate, one row each, in the order of ``FEATURES``."""
    fitting = [c for c in candidates if c.fits]
    first, only = fitting[0] if fitting else None, len(fitting) == 1
    most = max(fitting, key=lambda c: len(c.entity.chunks), default=None)
    names = sum(len(c.entity.chunks) for c in fitting)
    similar = _similarities(d, [c.entity.words for c in candidates])
    most_similar = max((likeness.head for likeness in similar), default=0.0)
    description_features = _alone(state, d)
    features = np.empty((len(candidates), len(FEATURES)))
    features[:, -len(description_features) :] = description_features
    for k, c in enumerate(candidates):
        comparative = (
            c.fits,
            c is most,
            c is first and c is most,
            c is first and only,
            c is first and d.bridged,
            c is most and d.identifies,
            c is first
            and c.last is not None
            and state.table.paragraphs[c.last.chunk] + 1 == state.table.paragraphs[d.chunk],
            c.fits * len(c.entity.chunks) / max(1, names),
            similar[k].head * (similar[k].head == most_similar),
            k / len(candidates),
        )
        candidate_features = (
            *comparative,
            *_place(state, d, c),
            *_meaning(state, d, c, similar[k]),
        )
        features[k, : len(candidate_features)] = candidate_features
    return features


def _place(state: DiscourseState, d: Description, c: AntecedentCandidate) -> tuple[float, ...]:
    """The features of the candidate's position."""
    gap = state.table.paragraphs[d.chunk] - state.table.paragraphs[c.last.chunk] if c.last else 9
    last, sentences = c.last.chunk if c.last else None, state.sentences
    return (
        gap == 0,
        min(gap, 6) / 6,
        c.last is None,
        last is not None and sentences.in_sentence(last, d.chunk),
        last is not None and sentences.says(last) and gap == 1 and sentences.says(d.chunk),
        c.fits and gap == 0,
        d.bridged and gap == 0,
        d.identifies and gap == 0,
        min(c.mentions, 8) / 8,
        c.fits * min(c.mentions, 8) / 8,
        c.entity.chunks[:1] == [state.first_named],
    )


def _meaning(
    state: DiscourseState, d: Description, c: AntecedentCandidate, similar: _WordSimilarity
) -> tuple[float, ...]:
    """The features of how well the words of the description fit what is known of the entity."""
    person = state.person_likeness[id(c.entity)] > PERSON
    return (
        *_words(state, d, c.entity, similar, person),
        *_earlier(state, d, c.entity),
        *_kind(state, d, c.entity, person),
        *_relation(state, d, c),
    )


def _words(
    state: DiscourseState, d: Description, entity: Entity, similar: _WordSimilarity, person: bool
) -> tuple[float, ...]:
    """The features of how similar the words of the description are to the name and the roles."""
    language, own = state.language, {word.lower() for word in entity.words}
    return (
        d.head in entity.roles,
        bool(entity.roles & language.person_nouns) and d.head not in entity.roles,
        d.head in own,
        bool(own.intersection(d.words[1:])),
        bool(own & language.body_kinds.get(d.head, frozenset())),
        similar.modifiers,
        person
        and d.person
        and max((word_similarity(d.head, role.lower()) for role in entity.roles), default=0.0),
        similar.head * (d.group and not person),
        similar.head * (not d.group and not d.person and not person),
    )


def _earlier(state: DiscourseState, d: Description, entity: Entity) -> tuple[float, ...]:
    """The features of earlier referents of the noun."""
    before = state.last_referents.get(d.head, _NEVER)
    return before is entity, before is not _NEVER and before is not entity


def _kind(state: DiscourseState, d: Description, entity: Entity, person: bool) -> tuple[float, ...]:
    """The features of the kinds of entity and description."""
    return (
        state.person_likeness[id(entity)] * d.person,
        entity.acronym,
        min(entity.usage.speaking, 3) / 3,
        not d.group and not d.person and not person,
        _same_age(state, d, entity),
    )


def _relation(state: DiscourseState, d: Description, c: AntecedentCandidate) -> tuple[float, ...]:
    """The features of the owner of the description, and of the prominence of the entity."""
    language, entity, last = state.language, c.entity, c.last
    return (
        d.head in language.partisans and bool(entity.roles & language.elected),
        d.alone_before is entity,
        entity.usage.placed / max(1, len(entity.chunks)),
        last is not None and last.subjecthood > 0,
    )


def _alone(state: DiscourseState, d: Description) -> tuple[float, ...]:
    """The features of the description alone."""
    language = state.language
    return (
        state.last_referents.get(d.head, _NEVER) is None,
        d.words[0] not in language.definite,
        d.head in language.document_nouns,
        (len(d.words) - 2) / 3,
        d.bridged,
        d.identifies,
        d.possessed,
        d.head in language.partisans,
        bool(state.entities_by_noun.get(d.head)),
        d.anybody,
    )


#: the meaning of each feature; d is the description, c the candidate
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
    "likeness of c to a person, noun for people",
    "c is an acronym",
    "how often c speaks",
    "another noun, c no person",
    "c has the age in d",
    "c has an elected office, d is of a party",
    "c is the only one named in the paragraph",
    "share of names of c after a preposition of place",
    "c was last a subject",
    "the noun stood for nobody named before",
    "d is not definite",
    "d is a document",
    "length of d",
    "d goes with an event",
    "d identifies",
    "d is possessed by a name",
    "d is of a party",
    "the noun describes somebody in the article",
    "d can be anybody",
)
#: the default if no nominal with the noun has occurred
_NEVER = Entity(("",))


def _same_age(state: DiscourseState, d: Description, entity: Entity) -> bool:
    """Whether the description's age follows the name: *Ada Berg, 73,* and *the 73-year-old*."""
    return bool(d.age) and d.age in ages(state, entity)


class _WordSimilarity(NamedTuple):
    """The similarity of the words of a description to the most similar word of a name."""

    #: of the noun, and of the most similar word before it; 0.0 if there is none
    head: float
    modifiers: float


def _similarities(d: Description, names: Sequence[NameForm]) -> list[_WordSimilarity]:
    """The similarities of a description to each of some names."""
    if not names:
        return []
    directions = np.concatenate([_directions(name) for name in names])
    starts = [0, *accumulate(map(len, names[:-1]))]
    words = _directions((d.head, *d.words[1:-1]))
    # a sum, not a matrix product, for which a BLAS may start threads
    cosines = np.add.reduce(words[:, None] * directions, axis=2)
    best = np.maximum.reduceat(cosines, starts, axis=1).T.tolist()
    return [_WordSimilarity(head, max(others, default=0.0)) for head, *others in best]


@lru_cache(maxsize=1 << 16)
def word_similarity(word: str, second: str) -> float:
    """Cosine of the vectors of two words; 0.0 if one is unknown."""
    one, other = _directions((word,)), _directions((second,))
    # a sum, not a matrix product, for which a BLAS may start threads
    return float(np.add.reduce(one * other, axis=None))


@lru_cache(maxsize=1 << 13)
def _directions(words: NameForm) -> NDArray[np.float32]:
    """The vectors of some words, of length 1; all zero for an unknown word."""
    vectors = embeddings.default_vectors()
    rows = vectors.of([vectors.row(word.lower()) for word in words])
    lengths = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    lengths[lengths == 0] = 1
    rows /= lengths
    return rows
