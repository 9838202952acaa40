"""What pronouns show of the gender of names: a vote for each that can go back to one person only.

The votes are counted twice: once for all pronouns, and again, with the genders known by then, for
those that cannot go back to somebody else who was named shortly before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from quoteattr.coref.attributes import gender_of, person_likeness
from quoteattr.coref.entity import Entity
from quoteattr.coref.entity_table import EntityTable
from quoteattr.coref.gender import pronoun_gender
from quoteattr.detect.alphabet import COMMA, END, NAME, RELATIVE, SENTENCE_END, SPEAKING_NOMINAL
from quoteattr.detect.pattern import encode, tags
from quoteattr.language.patterns import lazy_regex

#: how strongly a pronoun shows a gender, by itself and where nobody else can be meant
BY_PRONOUN, BY_PRONOUN_ALONE = 1.0, 2.0
#: from here up, a gender is beyond doubt; sentences in which a pronoun may go back to such a one
_BEYOND_DOUBT, _SHORTLY = 3.0, 5
#: a nominal in apposition to the name before it
_APPOSED = lazy_regex(encode("{NAME} {COMMA} {NOMINAL}"))
#: likeness to a person from which a pronoun may go back to a name
_PERSONAL = -1.0
#: mentions that do not name anybody
_UNNAMED = tags("PRONOMINAL|NOMINAL")
#: in order: a name that a comma parts from what stands beside it
_NAME_BEHIND = COMMA + NAME
_NAME_BEFORE = NAME + COMMA


class Vote(NamedTuple):
    """What one pronoun shows."""

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
    """Count votes anew, now that genders are known.

    A pronoun has no vote where somebody else who is beyond doubt of its gender was named shortly
    before.

    Args:
        table: the entities of the article.
        votes: those of ``add_votes``, which are taken back.

    Returns:
        The votes that count now.
    """
    clear = list(_without_rival(table, list(_votes(table))))
    _count(votes, -1.0)
    _count(clear, BY_PRONOUN_ALONE)
    return clear


def _count(votes: list[Vote], factor: float) -> None:
    """Add votes to the genders of their entities, so many times."""
    for vote in votes:
        vote.entity.gender[vote.gender] += factor * vote.strength


def _without_rival(table: EntityTable, votes: list[Vote]) -> Iterator[Vote]:
    """The votes of those pronouns that go back to nobody else whose gender is beyond doubt."""
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


class _Sentence:
    """What a sentence has shown up to a pronoun, and the people of the sentence before."""

    def __init__(self, before: set[Entity], others_before: bool, elsewhere: str = "") -> None:
        """Start after the people of the sentence before, and a pronoun for somebody else in it."""
        self.before, self.others_before = before, others_before
        #: gender of a pronoun before all names here, which goes back to somebody named elsewhere,
        #: and of such a one in the sentence before
        self.elsewhere, self.elsewhere_before = "", elsewhere
        self.people: set[Entity] = set()
        #: somebody without a name is mentioned
        self.others = False
        #: the gender of the pronouns so far and whom they go back to; ``both`` where they differ
        self.gender = ""
        self.entity: Entity | None = None

    def read_pronoun(self, gender: str, chunk: int, apposed: Entity | None) -> Vote | None:
        """The vote of a pronoun that goes back to the only person, None without one.

        Nobody is the owner of what he is apposed to: of *Ivo, her son,* she is another one.
        """
        possible = (self.people - {apposed}) or (self.before - {apposed})
        if not possible:
            self.elsewhere = self.elsewhere or gender
        fitting = [e for e in possible if e.given_gender in ("", gender)]
        alone = len(fitting) == 1 and not (self.others or self.others_before)
        entity = fitting[0] if alone else None
        first = self.gender == "" or (self.gender, self.entity) == (gender, entity)
        self.gender, self.entity = (
            (gender, entity) if self.gender in ("", gender) else ("both", None)
        )
        if entity is None or not first or gender == self.elsewhere_before:
            return None
        return Vote(entity, gender, BY_PRONOUN / len(self.people | self.before), chunk)

    def next(self, tag: str) -> _Sentence:
        """The sentence after this one; a paragraph's first has nobody before it."""
        people = self.people or (self.before if tag == SENTENCE_END else set())
        return _Sentence(people, self.others, self.elsewhere if tag == SENTENCE_END else "")


def _votes(table: EntityTable) -> Iterator[Vote]:
    """The vote of each pronoun, in order of the text.

    Of two pronouns of different gender in one sentence the second shows nothing, nor does one after
    a nominal such as *his wife* to which it may go back.
    """
    people = {e for e in table.entities if person_likeness(table, e) > _PERSONAL}
    sentence = _Sentence(set(), False)
    for i, tag in enumerate(table.chunks.tags):
        if tag in END:
            sentence = sentence.next(tag)
        elif i in table.of_chunk:
            sentence.people |= people & {table.of_chunk[i]}
        elif tag in _UNNAMED:
            sentence.others = sentence.others or _is_unnamed_person(table, i)
            gender = pronoun_gender(table.text, table.chunks, i)
            beside = i > 1 and _APPOSED.match(table.chunks.tags, i - 2)
            apposed = table.of_chunk.get(i - 2) if beside else None
            vote = sentence.read_pronoun(gender, i, apposed) if gender else None
            if vote:
                yield vote


def _is_unnamed_person(table: EntityTable, i: int) -> bool:
    """A nominal of kinship that no name stands beside, or one of a person before *who*."""
    tags, heads = table.chunks.tags, table.chunks.heads
    if tags[i] == RELATIVE:
        k = i - 2 if tags[i - 1 : i] == COMMA else i - 1
        return k >= 0 and tags[k] == SPEAKING_NOMINAL and heads[k] in table.language.person_nouns
    beside = tags[i + 1 : i + 3] == _NAME_BEHIND or tags[max(0, i - 2) : i] == _NAME_BEFORE
    return tags[i] == SPEAKING_NOMINAL and heads[i] in table.language.kinship and not beside
