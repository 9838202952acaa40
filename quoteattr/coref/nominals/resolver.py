"""Resolve a nominal to an entity named next to it, a relative, or one described so before."""

from __future__ import annotations

from quoteattr.coref.discourse import DiscourseState
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.entities.gender import personal_gender
from quoteattr.coref.entities.person_likeness import NO_PERSON
from quoteattr.coref.nominals.antecedents import AntecedentModel
from quoteattr.coref.nominals.apposed_names import ApposedNames
from quoteattr.coref.nominals.bodies import Bodies
from quoteattr.coref.nominals.relatives import Relatives
from quoteattr.coref.nominals.role_holders import RoleHolders
from quoteattr.detect.alphabet import POSSESSIVE
from quoteattr.language.patterns import lazy_regex

#: an age after a determiner: *73-year-old*
_AGE = lazy_regex(r"\d+-\S+")


class NominalResolver:
    """Resolves nominals by the names next to them and the mentions before them."""

    def __init__(self, state: DiscourseState, model: AntecedentModel) -> None:
        """Take the state of the discourse, and the model of descriptions."""
        self._state, self._model, self._language = state, model, state.language
        self._tags, self._heads = state.tags, state.chunks.heads
        self.apposed = ApposedNames(state)
        self._holders, self._relatives = RoleHolders(state), Relatives(state)
        self._bodies = Bodies(state)

    def resolve(self, i: int) -> Entity | None:
        """The entity of the nominal in chunk i: named next to it, or described so before."""
        language, head = self._language, self._heads[i]
        entity = self.apposed.find(i)
        if entity is not None:
            return entity
        first = self._words(i)[0]
        if first in language.possessives:
            return self._relatives.of_possessive(i, personal_gender(first, language))
        possessed = self._tags[i - 1 : i] == POSSESSIVE
        if possessed and head in language.family:
            return self._relatives.of_name(i, head)
        office = i in self._state.names.offices and first not in language.determiners
        plural = self._state.plurals.is_plural_or_pair(head)
        if plural or not (first in language.definite or office or possessed):
            return None
        if self._state.is_bare(i) and self._state.has_nameless_antecedent(i):
            return None
        if head in language.press_pieces:
            return self._bodies.press(i)
        named = self._bodies.named(i) or self._holders.find(i)
        if named is not None:
            return named
        described = self._described(i)  # how certain the name is depends on the model
        return self._holders.only(i) or described or self._bodies.described(i)

    def resolve_unknown(self, i: int) -> Entity | None:
        """The entity of a nominal of an unknown noun: named after a comma, or described so before.

        *His opposite number, NAME,*; *the juggler*; *the 33-year-old*.
        """
        apposed = self.apposed.named_after(i)
        if apposed is not None:
            return apposed
        head, words = self._heads[i], self._words(i)
        if words[0] not in self._language.definite:
            return None
        if len(words) == 2 and _AGE.fullmatch(words[1]):
            return self._described(i)
        if self._state.plurals.is_plural_or_pair(head):
            return None
        if head in self._state.entities_by_noun:
            return self._described(i) or self._only_described(i)
        recent = (
            e for e in self._state.recent_entities() if len(e.words) > 1 and not e.usage.titled
        )
        return next((e for e in recent if e.words[-1].lower() == head), None)

    def _words(self, i: int) -> list[str]:
        """The words of the nominal in chunk i, in lower case."""
        return self._state.names.whole(i).lower().split()

    def _described(self, i: int) -> Entity | None:
        """The entity that the model chooses; the person who asks does not answer.

        An entity described by a noun for groups is not a person from there on.
        """
        entity = self._model.choose(self._state, i)
        if entity is None or self._holders.excludes(i, entity) or self._state.has_asked(entity, i):
            return None
        head, language = self._heads[i], self._language
        if head in language.group_nouns and head not in language.person_nouns:
            self._state.person_likeness[id(entity)] = NO_PERSON
        return entity

    def _only_described(self, i: int) -> Entity | None:
        """The only entity so far that the noun describes: *the juggler*, Ada Berg, a juggler."""
        described = self._state.entities_by_noun[self._heads[i]]
        return self._state.only_before(described, i) if self._state.is_bare(i) else None
