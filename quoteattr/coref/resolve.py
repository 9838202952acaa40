"""Resolve each mention of an article to its entity, in two passes.

Both passes go from left to right. The first, up to the last *he* or *she*, resolves the certain
pronouns, which show the gender of their names, and the nominals next to a name; the second resolves
all mentions with these genders known.
"""

from __future__ import annotations

from quoteattr.coref.discourse import Antecedent, DiscourseState
from quoteattr.coref.entities.table import EntityTable
from quoteattr.coref.nominals.antecedents import AntecedentModel
from quoteattr.coref.nominals.antecedents import default_antecedent_model as default_model
from quoteattr.coref.nominals.resolver import APPOSED, OF_NOUN, OF_UNKNOWN_NOUN, NominalResolver
from quoteattr.coref.pronouns.persons import BY_CHAIN
from quoteattr.coref.pronouns.resolver import PronounResolver
from quoteattr.detect.alphabet import (
    ACCORDING_TO,
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
    reader.read(_last_gendered(state) + 1, certain_only=True)
    state.start()
    reader.read(len(state.tags), certain_only=False)
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

    def read(self, stop: int, certain_only: bool) -> None:
        """Resolve all mentions up to a chunk, and record what they refer to.

        Args:
            stop: one past the last chunk to read.
            certain_only: whether to leave out descriptions, as in the first pass, in which certain
                pronouns show the gender of their names.
        """
        sentence = 0
        for i, tag in enumerate(self._state.tags[:stop]):
            if tag in END:
                sentence += 1
            elif tag == QUOTE:
                sentence += self._ends_sentence(i)
            elif tag in _MENTIONS or tag == OBJECT_PRONOUN:
                antecedent = self._resolve(i, tag, sentence, certain_only)
                self._state.record(i, antecedent, sentence)
                if certain_only and antecedent.entity and antecedent.shown_gender:
                    antecedent.entity.gender[antecedent.shown_gender] += BY_CHAIN

    def _resolve(self, i: int, tag: str, sentence: int, certain_only: bool) -> Antecedent:
        """What the mention in chunk i refers to."""
        speaks = self._state.tags[i - 1 : i] == ACCORDING_TO  # *according to him*
        if tag == OBJECT_PRONOUN and not speaks:
            return self._pronouns.resolve_object(i, sentence)
        entity = self._clustered.get(i) or self._table.of_chunk.get(i)
        if entity is not None:
            return Antecedent(entity)
        if self._state.chunks.heads[i] in self._table.language.indefinite_single:
            return self._nominals.resolve(i, APPOSED)
        if tag in PRONOMINAL or tag == OBJECT_PRONOUN:
            return self._pronouns.resolve(i, sentence)
        if certain_only:
            return self._nominals.resolve(i, APPOSED)
        return self._nominals.resolve(i, OF_UNKNOWN_NOUN if tag == OTHER_NOMINAL else OF_NOUN)

    def _ends_sentence(self, i: int) -> bool:
        """Whether the quoted span in chunk i ends like a sentence, and a capital follows it."""
        end, text = self._state.chunks.ends[i], self._table.text
        closing, following = text[max(0, end - 2) : end], text[end : end + 2].strip()
        return any(mark in closing for mark in ".?!") and following[:1].isupper()
