"""Infer the gender of names from pronouns: a vote for each that can refer to only one person.

The votes are counted twice: first for all pronouns, and again, with the genders known by then, for
those that cannot refer to somebody else who was named shortly before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.entities.gender import gender_of, pronoun_gender
from quoteattr.coref.entities.person_likeness import COULD_BE_PERSON, person_likeness
from quoteattr.coref.entities.table import EntityTable
from quoteattr.detect.alphabet import COMMA, END, NAME, RELATIVE, SENTENCE_END, SPEAKING_NOMINAL
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.language.patterns import lazy_re

#: the weight of a pronoun as evidence, in general and if nobody else can be meant
BY_PRONOUN, BY_PRONOUN_ALONE = 1.0, 2.0
#: number of digits of the sums of these weights
_DIGITS = 6
#: minimum evidence of a certain gender; number of sentences in which a pronoun may refer back
_BEYOND_DOUBT, _SHORTLY = 3.0, 5
#: a nominal in apposition to the name before it
_APPOSED = lazy_re(encode("{NAME} {COMMA} {NOMINAL}"))
#: likeness to a person from which a pronoun may refer to a name, whoever else is near
_PERSON = 0.0
#: mentions without a name
_UNNAMED = tags("PRONOMINAL|NOMINAL")
#: in order: a name that a comma separates from its neighbours
_NAME_AFTER = COMMA + NAME
_NAME_BEFORE = NAME + COMMA


class Vote(NamedTuple):
    """The evidence of one pronoun."""

    entity: Entity
    gender: str
    strength: float
    #: the chunk of the pronoun
    chunk: int


def add_votes(table: EntityTable) -> list[Vote]:
    """Add the votes of all pronouns to the genders of the entities."""
    votes = list(_votes(table))
    _count(votes, 1.0)
    return votes


def replace_votes(table: EntityTable, votes: list[Vote]) -> list[Vote]:
    """Count votes again, now that genders are known.

    A pronoun has no vote if somebody else whose gender is certainly the same was named shortly
    before.

    Args:
        table: the entities of the article.
        votes: the votes of ``add_votes``, which are subtracted.

    Returns:
        The votes that count now.
    """
    certain_votes = list(_without_rival(table, list(_votes(table))))
    _count(votes, -1.0)
    _count(certain_votes, BY_PRONOUN_ALONE)
    return certain_votes


def _count(votes: list[Vote], factor: float) -> None:
    """Add votes, multiplied by a factor, to the genders of their entities.

    Rounded, so that votes that are subtracted again leave no evidence.
    """
    for vote in votes:
        evidence = vote.entity.gender
        evidence[vote.gender] = round(evidence[vote.gender] + factor * vote.strength, _DIGITS)


def _without_rival(table: EntityTable, votes: list[Vote]) -> Iterator[Vote]:
    """The votes of pronouns that cannot refer to somebody else of certain gender."""
    chunks_of: defaultdict[str, list[int]] = defaultdict(list)
    for entity in table.entities:
        gender = gender_of(entity)
        if gender and entity.gender[gender] >= _BEYOND_DOUBT:
            chunks_of[gender] += entity.chunks
    for chunks in chunks_of.values():
        chunks.sort()
    sentences = list(accumulate(tag == SENTENCE_END for tag in table.chunks.tags))
    for vote in votes:
        at = bisect_left(chunks_of[vote.gender], vote.chunk) - 1
        last = chunks_of[vote.gender][at] if at >= 0 else -1
        near = last >= 0 and sentences[vote.chunk] - sentences[last] <= _SHORTLY
        if not near or table.of_chunk[last] is vote.entity:
            yield vote


class _Names(NamedTuple):
    """The entities that a sentence names, as far as a pronoun can refer to them."""

    people: set[Entity]
    #: names of one word without any sign of a person: *Zuriko*, *Vantro*
    unsure: set[Entity]


class _Sentence:
    """The evidence in a sentence up to a pronoun, and the names of the previous sentence."""

    def __init__(self, before: _Names, others_before: bool, elsewhere: str = "") -> None:
        """Start after the names of the previous sentence, and a pronoun before all of them."""
        self.before, self.others_before = before, others_before
        #: gender of a pronoun before all names of this sentence, which refers to somebody named
        #: elsewhere; the same for the previous sentence
        self.elsewhere, self.elsewhere_before = "", elsewhere
        self.named = _Names(set(), set())
        #: whether somebody without a name is mentioned
        self.others = False
        #: the gender of the pronouns so far and their referent; ``both`` if they differ
        self.gender = ""
        self.entity: Entity | None = None

    def read_pronoun(
        self, gender: str, chunk: int, apposed: Entity | None, person_known: bool
    ) -> Vote | None:
        """The vote of a pronoun that refers to the only person; None without one.

        Args:
            gender: the gender of the pronoun.
            chunk: its chunk.
            apposed: the entity that it is in apposition to.
            person_known: whether another person of perhaps that gender was named shortly before.
        """
        possible, count = self._possible(apposed, person_known)
        if not possible:
            self.elsewhere = self.elsewhere or gender
        fitting = [e for e in possible if e.expected_gender in ("", gender)]
        certain = len(fitting) == 1 and not (self.others or self.others_before)
        entity = fitting[0] if certain else None
        first = self.gender == "" or (self.gender, self.entity) == (gender, entity)
        self.gender, self.entity = (
            (gender, entity) if self.gender in ("", gender) else ("both", None)
        )
        if entity is None or not first or gender == self.elsewhere_before:
            return None
        return Vote(entity, gender, BY_PRONOUN / count, chunk)

    def _possible(self, apposed: Entity | None, person_known: bool) -> tuple[set[Entity], int]:
        """The possible referents here or in the previous sentence, and the number of names.

        An unsure name only if no person is known. Nobody owns a noun in apposition to their own
        name: in *Ivo, her son,* she is another person.
        """
        for here, before in zip(self.named, self.before, strict=True):
            possible = (here - {apposed}) or (before - {apposed})
            if possible or person_known:
                return possible, len(here | before)
        return set(), 0

    def next(self, tag: str) -> _Sentence:
        """The sentence after this one; the first of a paragraph has no previous names."""
        goes_on = tag == SENTENCE_END
        names = (
            here or (before if goes_on else set())
            for here, before in zip(self.named, self.before, strict=True)
        )
        return _Sentence(_Names(*names), self.others, self.elsewhere if goes_on else "")


class _RecentPeople:
    """The sentence in which a person of each gender was last named, by the given names."""

    def __init__(self) -> None:
        """Start without any person."""
        self._sentences: dict[str, int] = {}

    def add(self, entity: Entity, sentence: int) -> None:
        """Add a person named in a sentence."""
        self._sentences[entity.given_gender] = sentence

    def includes(self, gender: str, sentence: int) -> bool:
        """Whether a person of perhaps that gender was named shortly before a sentence, or in it."""
        named = (self._sentences[g] for g in ("", gender) if g in self._sentences)
        return any(sentence - before <= _SHORTLY for before in named)


def _votes(table: EntityTable) -> Iterator[Vote]:
    """The vote of each pronoun, in order of the text.

    If two pronouns in one sentence differ in gender, the second is not evidence, nor is one after a
    nominal such as *his wife* to which it may refer.
    """
    likeness = {entity: person_likeness(table, entity) for entity in table.entities}
    sentence, number, recent = _Sentence(_Names(set(), set()), False), 0, _RecentPeople()
    for i, tag in enumerate(table.chunks.tags):
        if tag in END:
            sentence, number = sentence.next(tag), number + 1
        elif i in table.of_chunk:
            entity = table.of_chunk[i]
            if likeness[entity] >= _PERSON:
                sentence.named.people.add(entity)
                recent.add(entity, number)
            elif likeness[entity] > COULD_BE_PERSON:
                sentence.named.unsure.add(entity)
        elif tag in _UNNAMED:
            sentence.others = sentence.others or _is_unnamed_person(table, i)
            gender = pronoun_gender(table.text, table.chunks, i)
            if not gender:
                continue
            apposed = _apposed(table, i)
            person_known = apposed is None and recent.includes(gender, number)
            vote = sentence.read_pronoun(gender, i, apposed, person_known)
            if vote:
                yield vote


def _apposed(table: EntityTable, i: int) -> Entity | None:
    """The entity that the nominal in chunk i is in apposition to."""
    beside = _APPOSED.match(table.chunks.tags, i - 2)
    return table.of_chunk.get(i - 2) if beside else None


def _is_unnamed_person(table: EntityTable, i: int) -> bool:
    """Whether it is a nominal of kinship without a name next to it, or of a person before *who*."""
    tags, heads = table.chunks.tags, table.chunks.heads
    if tags[i] == RELATIVE:
        k = i - 2 if tags[i - 1 : i] == COMMA else i - 1
        return (
            tags[max(0, k) : k + 1] == SPEAKING_NOMINAL and heads[k] in table.language.person_nouns
        )
    if heads[i] not in table.language.kinship:
        return False
    return tags[i + 1 : i + 3] != _NAME_AFTER and tags[max(0, i - 2) : i] != _NAME_BEFORE
