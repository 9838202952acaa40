"""Whom the mentions of a made-up article stand for: what the tests of coreference ask."""

from __future__ import annotations

from quoteattr.coref.coreference import Coreference
from quoteattr.coref.discourse import Antecedent, DiscourseState
from quoteattr.coref.entities.attributes import add_evidence
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.entities.people import People, Person
from quoteattr.coref.entities.table import EntityTable
from quoteattr.coref.nominals.antecedent_features import FEATURES, feature_rows
from quoteattr.coref.nominals.descriptions import (
    AntecedentCandidate,
    Description,
    find_candidates,
    read_description,
)
from quoteattr.coref.pronouns.gender_votes import add_votes, replace_votes
from quoteattr.coref.resolve import resolve
from quoteattr.detect.chunker import find_chunks
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize


def read(text: str, *people: Person, model=None) -> Coreference:
    """The coreference of a text, in which some people are known."""
    chunks = find_chunks(tokenize(text, find_quotes(text)))
    return Coreference(text, chunks, model=model, people=People(people) if people else None)


def speakers(text: str, mention: str, *people: Person) -> list[str]:
    """The speakers that all mentions of these words stand for, in order."""
    coreference = read(text, *people)
    chunks = coreference.chunks
    return [
        coreference.speaker(i)
        for i, tag in enumerate(chunks.tags)
        if tag in "NPDEhL" and text[chunks.mention_starts[i] : chunks.ends[i]] == mention
    ]


def described(text: str) -> EntityTable:
    """The entities of a text with what stands in and around their names."""
    table = EntityTable(text, find_chunks(tokenize(text, find_quotes(text))))
    for chunk, entity in table.of_chunk.items():
        add_evidence(table, entity, chunk)
    return table


class Descriptions:
    """A model of descriptions that keeps what it is asked about, by the words, and chooses nobody.

    What is asked last about the same words stays.
    """

    def __init__(self, text: str) -> None:
        """Read a text."""
        self.descriptions: dict[str, Description] = {}
        self.candidates: dict[str, list[AntecedentCandidate]] = {}
        #: for each candidate, by name, the value of each feature
        self.features: dict[str, dict[str, dict[str, float]]] = {}
        read(text, model=self)

    def choose(self, state: DiscourseState, i: int) -> Antecedent:
        """Keep the description in chunk i."""
        words = state.names.whole(i)
        description = self.descriptions[words] = read_description(state, i)
        candidates = self.candidates[words] = find_candidates(state, description)
        rows = feature_rows(state, description, candidates)
        self.features[words] = {
            candidate.entity.name: dict(zip(FEATURES, map(float, row), strict=True))
            for candidate, row in zip(candidates, rows, strict=True)
        }
        return Antecedent(ruled_out=description.ruled_out)


class Reading:
    """A made-up article that has been read, and the mentions in it by their words."""

    def __init__(self, text: str) -> None:
        """Read a text."""
        self.text = text
        table = described(text)
        replace_votes(table, add_votes(table))
        self.state = resolve(table)
        self.chunks = self.state.chunks

    def at(self, words: str) -> int:
        """The chunk of the last mention of these words, without its complement."""
        return max(
            i
            for i, start in enumerate(self.chunks.mention_starts)
            if self.text[start : self.chunks.ends[i]] == words
        )

    def entity(self, name: str) -> Entity:
        """The entity of that name."""
        return next(e for e in self.state.table.entities if e.name == name)

    def antecedent(self, pronoun: str) -> tuple[str | None, float]:
        """The name, or the noun, that a pronoun goes back to, and its lead over the next best."""
        state, i = self.state, self.at(pronoun)
        entity, nominal = state.of_chunk.get(i), state.nameless.get(i)
        noun = None if nominal is None else self.chunks.heads[nominal]
        return entity.name if entity else noun, round(state.antecedent(i).lead or 0.0, 2)


def differences(cases, value):
    """What a function of a reading and of the words gives otherwise than a table says."""
    results = [(text, words, value(Reading(text), words)) for text, words, _ in cases]
    return [result for result, case in zip(results, cases, strict=True) if result != tuple(case)]
