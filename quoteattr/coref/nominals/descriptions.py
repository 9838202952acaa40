"""Parse descriptions, and find candidate antecedents: *the mayor*, *the studio*, *the 73-year-old*.

Each entity named so far, and each that is first named shortly after, is a candidate.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from quoteattr.coref.discourse import DiscourseState, PriorMention
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.names.forms import keys
from quoteattr.coref.names.offices import is_age, is_native
from quoteattr.detect.alphabet import (
    NAME,
    OTHER_WORD,
    PAST_FORM,
    POSSESSIVE,
    QUOTE,
    REPORTING,
)
from quoteattr.detect.patterns.pattern import tags
from quoteattr.language import Language

#: maximum distance of candidates ahead, in chunks; maximum number of those before, and of those
#: ahead
_AHEAD = 60
_MOST_BEFORE, _MOST_AHEAD = 12, 3
#: tags before an agent, and tags before the subject of another clause
_JOINED = frozenset(tags("AGENT_MARKER|CONJUNCTION|SUBORDINATOR|COMPLEMENTIZER"))
#: tags of verbs that may have an object, and number of chunks up to it
_VERBS, _CLAUSE = frozenset((PAST_FORM, OTHER_WORD, *REPORTING)), 10
#: minimum likeness to a person of a person's name, and maximum likeness of a body's
PERSON, _BODY = -1.0, 0.5


class Description(NamedTuple):
    """A nominal with the properties that the features use."""

    chunk: int
    head: str
    #: its words in lower case
    words: Sequence[str]
    #: whether its noun is one for people; for groups
    person: bool
    group: bool
    #: the gender that the noun shows; empty if none
    gender: str
    #: whether a capital or an age is more specific than the noun
    identifies: bool
    #: whether its noun goes with an event and may introduce somebody new: *the judge*
    bridged: bool
    #: whether a possessive ending precedes it: *Storm's former treasurer*
    possessed: bool
    #: whether it is a bare noun that fits most people: *the man*, *the suspect*
    anybody: bool
    #: the age in digits; empty if none
    age: str
    #: the only entity mentioned before it in its paragraph
    alone_before: Entity | None
    #: the last mention of each entity before it but its owner, the latest first
    last_mentions: Mapping[Entity, PriorMention]
    #: the entities that this or an earlier sentence shows the noun not to refer to
    ruled_out: frozenset[Entity] = frozenset()


class AntecedentCandidate(NamedTuple):
    """An entity to which a description may refer."""

    entity: Entity
    #: its last mention before the description; None if it is first named after it
    last: PriorMention | None
    #: its mentions within the maximum distance
    mentions: int
    #: whether kind and gender agree with those of the description
    fits: bool


def read_description(state: DiscourseState, i: int) -> Description:
    """Parse the nominal in chunk i."""
    language = state.language
    whole = state.names.whole(i).split()
    head = state.chunks.heads[i]
    native = is_native(state.names.whole(i), language)
    description = Description(
        chunk=i,
        head=head,
        words=[word.lower().strip(".,") for word in whole],
        person=head in language.person_nouns or native or is_age(head, language),
        group=head in language.group_nouns,
        gender=language.kinship.get(head, ""),
        identifies=any(_identifies(word, language) for word in whole[:-1])
        or native
        or whole[-1][0].isdigit(),
        bridged=head in language.bridged,
        possessed=state.tags[i - 1 : i] == POSSESSIVE,
        anybody=language.role_classes.get(head) in language.public_classes,
        age=_age(whole[-1]) if is_age(head, language) else "",
        alone_before=state.subject_of_paragraph(i),
        last_mentions=_last_mentions(state, i),
    )
    return description._replace(ruled_out=_ruled_out(state, description))


def _age(word: str) -> str:
    """The digits at the start of a word: *73-year-old*."""
    digits = word.partition("-")[0]
    return digits if digits.isdigit() else ""


def ages(state: DiscourseState, entity: Entity) -> set[str]:
    """The ages right after the names of an entity: *Ada Berg, 73,*."""
    heads = state.chunks.heads
    after = (heads[u + 2 : u + 3] for u in entity.chunks if heads[u + 1 : u + 2] == [","])
    return {word for words in after for word in words if word.isdigit()}


def _identifies(word: str, language: Language) -> bool:
    """Whether a word of a description distinguishes one from others: *former*, *Oregon*."""
    lower = word.lower()
    if lower in language.determiners:
        return False
    return word[0].isupper() or word[0].isdigit() or lower in language.identifying


def find_candidates(state: DiscourseState, description: Description) -> list[AntecedentCandidate]:
    """The entities to which a description may refer, the last mentioned first."""
    count = Counter(mention.entity for mention in state.mentions)
    last = description.last_mentions.items()
    before = (pair for pair in last if not _contradicts(state, description, *pair))
    entities: list[tuple[Entity, PriorMention | None]] = [*islice(before, _MOST_BEFORE)]
    entities += [
        (entity, None)
        for entity in _named_ahead(state, description.chunk)
        if not _contradicts(state, description, entity, None)
    ]
    return [
        AntecedentCandidate(
            entity, mention, count[entity] if mention else 0, _fits(state, description, entity)
        )
        for entity, mention in entities
    ]


def _last_mentions(state: DiscourseState, i: int) -> dict[Entity, PriorMention]:
    """The last mention of each entity but the owner of the nominal in chunk i, the latest first."""
    owner = state.of_chunk.get(i - 2) if state.tags[i - 1 : i] == POSSESSIVE else None
    last: dict[Entity, PriorMention] = {}
    for mention in reversed(state.mentions):
        entity = mention.entity
        if entity is not None and entity not in last:
            last[entity] = mention
    return {e: mention for e, mention in last.items() if e is not owner and not e.heading}


def _ruled_out(state: DiscourseState, d: Description) -> frozenset[Entity]:
    """The entities that its sentence, or an earlier one, shows the noun not to refer to."""
    others = (pair for pair in d.last_mentions.items() if d.head not in pair[0].roles)
    here = {entity for entity, last in others if _is_disjoint(state, d, entity, last)}
    return frozenset(here | _objects(state, d.chunk) | state.ruled_out.get(d.head, set()))


def _named_ahead(state: DiscourseState, i: int) -> list[Entity]:
    """The entities that are first named shortly after chunk i."""
    named = state.table.of_chunk
    ahead = (named[k] for k in range(i + 1, min(i + _AHEAD, len(state.tags))) if k in named)
    new = [entity for entity in dict.fromkeys(ahead) if entity.chunks[0] > i]
    return new[:_MOST_AHEAD]


def _contradicts(
    state: DiscourseState, d: Description, entity: Entity, last: PriorMention | None
) -> bool:
    """Whether noun and entity disagree: one for groups and a person, or the reverse.

    A bare noun that goes with an event does not refer to somebody in another paragraph whom the
    article has not described so.
    """
    apart = last is None or state.table.paragraphs[last.chunk] < state.table.paragraphs[d.chunk]
    if d.bridged and apart and not d.identifies and d.head not in entity.roles:
        return True
    if entity in d.ruled_out:
        return True
    if d.gender and state.gender[id(entity)] not in ("", d.gender):
        return True
    if d.age and ages(state, entity) - {d.age}:
        return True
    if _is_modifier(state, d, entity) or (d.identifies and d.head in state.language.documents):
        return True  # *the Brack report* is nobody's name
    person = entity.shown_person or entity.given_gender
    if d.person:
        return len(entity.words) == 1 and not (person or entity.roles)
    if d.group and (entity.road_or_water or _is_named_after(d, entity)):
        return True
    if d.head in state.language.distinct_bodies and _is_other_body(state, d, entity):
        return True
    return bool(person) and not _could_be(state, entity)


def _is_named_after(d: Description, entity: Entity) -> bool:
    """Whether the noun is in the name of something else: *the union* is not *Union City*."""
    return entity.thing and d.head in keys(entity.words) and d.head != entity.noun


def _is_other_body(state: DiscourseState, d: Description, entity: Entity) -> bool:
    """Whether the name has another noun for bodies: *the court* is not the Fisheries Agency."""
    language, noun = state.language, entity.noun
    same = (d.head, *language.body_kinds.get(d.head, ()), *language.any_body)
    return noun in language.group_nouns and noun not in same


def _is_modifier(state: DiscourseState, d: Description, entity: Entity) -> bool:
    """Whether the name only says where or whose a body is: *the Brack council* is not Brack.

    *The Kell bank* may be Kell, unless that is a place or the bank has a longer name.
    """
    language, modifiers = state.language, d.words[1:-1]
    name = keys(entity.words)
    if d.person or d.head in language.any_body or not set(name).issubset(modifiers):
        return False
    capitals = sum(word[0].isupper() for word in state.names.whole(d.chunk).split()[1:])
    longer = capitals > len(name)
    return longer or d.head not in language.body_kinds or state.table.names.is_place(name)


def _could_be(state: DiscourseState, entity: Entity) -> bool:
    """Whether only pronouns show a person, which may wrongly refer to a body: *Nordwind … his*."""
    words, language = entity.words, state.language
    personal = words[0].lower() in language.given_names or entity.roles & language.person_nouns
    return len(words) == 1 and not (personal or entity.usage.titled)


def _is_disjoint(state: DiscourseState, d: Description, entity: Entity, last: PriorMention) -> bool:
    """Whether the entity is another subject or argument in the sentence: *X said the mayor …*.

    A bare description of a person does not refer to a subject of its own sentence (Condition C of
    Chomsky 1981, “Lectures on Government and Binding”), unless a quote is in between and it is
    neither an agent nor the subject of another clause: *X was called “…” by the mayor*, *X called
    it “…”, but the vet said*. That of a body often does: *Vantro will pay more if the company
    grows*; but not if the name is hardly a body’s.
    """
    joined = state.tags[d.chunk - 1 : d.chunk] in _JOINED
    apart = QUOTE in state.tags[last.chunk : d.chunk] and not joined
    bare = not (d.identifies or apart or (d.group and _is_like_body(state, entity)))
    subject = bare and last.subjecthood > 0 and state.sentences.in_sentence(last.chunk, d.chunk)
    return subject or state.sentences.disjoint(last.chunk, d.chunk)


def _objects(state: DiscourseState, i: int) -> set[Entity]:
    """The entity that the verb of the nominal in chunk i has as object: *the coach met X*."""
    if state.tags[i + 1 : i + 2] not in _VERBS:
        return set()
    k = state.tags.find(NAME, i + 1, i + _CLAUSE)
    if k < 0 or not state.sentences.disjoint(i, k):
        return set()
    entity = state.table.of_chunk.get(k)
    return {entity} if entity else set()


def _is_like_body(state: DiscourseState, entity: Entity) -> bool:
    """Whether the form of the name, or what the article says about it, is that of a body."""
    return state.person_likeness[id(entity)] < 0 or state.could_be_body(entity)


def _fits(state: DiscourseState, d: Description, entity: Entity) -> bool:
    """Whether the entity fits the noun: a person only one for people, others never."""
    likeness = state.person_likeness[id(entity)]
    if d.person:
        other_role = (
            d.bridged and entity.roles & state.language.person_nouns and d.head not in entity.roles
        )
        return likeness > PERSON and not other_role
    return likeness < _BODY
