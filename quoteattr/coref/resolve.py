"""Resolve each mention of an article to its entity, in two passes.

Both passes go from left to right. The first, up to the last *he* or *she*, resolves the certain
pronouns, which show the gender of their names, and the nominals next to a name; the second resolves
all mentions with these genders known.
"""

from __future__ import annotations

from quoteattr.coref.discourse import DiscourseState
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.entities.table import EntityTable
from quoteattr.coref.nominals.antecedents import AntecedentModel
from quoteattr.coref.nominals.antecedents import default_antecedent_model as default_model
from quoteattr.coref.nominals.resolver import NominalResolver
from quoteattr.coref.pronouns.resolver import PronounResolver
from quoteattr.detect.alphabet import (
    END,
    OBJECT_PRONOUN,
    OTHER_NOMINAL,
    PRONOMINAL,
    QUOTE,
)
from quoteattr.detect.patterns.pattern import tags

_MENTIONS = tags("MENTION|LABEL")


def resolve(table: EntityTable, model: AntecedentModel | None = None) -> DiscourseState:
    """Find the entity of each mention.

    Args:
        table: the named entities of the article.
        model: resolves descriptions; by default that of the package.

    Returns:
        The state at the end of the article: the entity of each mention, None if the text names
        nobody, and in that case the nominals to which pronouns refer.
    """
    state = DiscourseState(table)
    reader = _Reader(state, model or default_model())
    reader.read(_last_gendered(state) + 1, vote=True)
    state.start()
    reader.read(len(state.tags), vote=False)
    return state


def _last_gendered(state: DiscourseState) -> int:
    """The chunk of the last *he* or *she*, after which no pronoun shows a gender; -1 without."""
    genders, heads = state.language.pronoun_gender, state.chunks.heads
    backwards = range(len(heads) - 1, -1, -1)
    return next((i for i in backwards if genders.get(heads[i]) in ("m", "f")), -1)


class _Reader:
    """Reads an article from left to right."""

    def __init__(self, state: DiscourseState, model: AntecedentModel) -> None:
        self._state, self._table = state, state.table
        self._clustered = state.table.clustered()
        self._pronouns, self._nominals = PronounResolver(state), NominalResolver(state, model)

    def read(self, stop: int, vote: bool) -> None:
        """Resolve all mentions up to a chunk; in the first pass, ``vote``, only the certain ones.

        Args:
            stop: one past the last chunk to read.
            vote: whether certain pronouns show the gender of their names.
        """
        sentence = 0
        for i, tag in enumerate(self._state.tags[:stop]):
            if tag in END:
                sentence += 1
            elif tag == QUOTE:
                sentence += self._ends_sentence(i)
            elif tag in _MENTIONS:
                entity = self._resolve(i, tag, sentence, vote)
                self._state.of_chunk[i] = entity
                self._state.remember(i, entity, sentence)
            elif tag == OBJECT_PRONOUN:
                self._resolve_object(i, sentence)

    def _resolve_object(self, i: int, sentence: int) -> None:
        """Record the referent of *him* in chunk i, which stays in focus, if it is certain."""
        entity = self._state.of_chunk[i] = self._pronouns.resolve_object(i, sentence)
        if entity is not None:
            self._state.remember(i, entity, sentence)

    def _resolve(self, i: int, tag: str, sentence: int, vote: bool) -> Entity | None:
        """The entity of the mention in chunk i."""
        if i in self._clustered:
            return self._clustered[i]
        if i in self._table.of_chunk:
            return self._table.of_chunk[i]
        if self._state.chunks.heads[i] in self._table.language.indefinite_single:
            return self._nominals.apposed.find(i)
        if tag in PRONOMINAL:
            return self._pronouns.resolve(i, sentence, vote)
        if vote:
            return self._nominals.apposed.find(i)
        unknown = tag == OTHER_NOMINAL
        return self._nominals.resolve_unknown(i) if unknown else self._nominals.resolve(i)

    def _ends_sentence(self, i: int) -> bool:
        """Whether the quoted span in chunk i ends like a sentence, and a capital follows it."""
        end, text = self._state.chunks.ends[i], self._table.text
        closing, following = text[max(0, end - 2) : end], text[end : end + 2].strip()
        return any(mark in closing for mark in ".?!") and following[:1].isupper()
