"""Whom the mentions of a made-up article stand for: what the tests of coreference ask."""

from __future__ import annotations

from quoteattr.coref.antecedent_features import FEATURES, feature_rows
from quoteattr.coref.attributes import describe
from quoteattr.coref.coreference import Coreference
from quoteattr.coref.descriptions import find_candidates, read_description
from quoteattr.coref.discourse import DiscourseState
from quoteattr.coref.entity_table import EntityTable
from quoteattr.detect.chunks import find_chunks
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize


def read(text: str, model=None) -> Coreference:
    """The coreference of a text."""
    return Coreference(text, find_chunks(tokenize(text, find_quotes(text))), model=model)


def speakers(text: str, mention: str) -> list[str]:
    """The speakers that all mentions of these words stand for, in order."""
    coreference = read(text)
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
        describe(table, entity, chunk)
    return table


class _Recorder:
    """A model of descriptions that keeps the features of their candidates, and chooses nobody."""

    def __init__(self) -> None:
        self.features: dict[str, dict[str, dict[str, float]]] = {}

    def choose(self, state: DiscourseState, i: int) -> None:
        """Keep the last description of these words."""
        description = read_description(state, i)
        candidates = find_candidates(state, description)
        rows = feature_rows(state, description, candidates)
        self.features[state.names.whole(i)] = {
            candidate.entity.name: dict(zip(FEATURES, map(float, row), strict=True))
            for candidate, row in zip(candidates, rows, strict=True)
        }


def candidate_features(text: str, description: str) -> dict[str, dict[str, float]]:
    """The features of each candidate of the last description of these words, by its name."""
    model = _Recorder()
    read(text, model)
    return model.features[description]
