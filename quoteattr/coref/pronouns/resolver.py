"""Resolve pronouns to entities: *he*, *she*, *it*, *they*, *who*."""

from __future__ import annotations

from quoteattr.coref.discourse import Antecedent, DiscourseReader, DiscourseState
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.pronouns.groups import GroupResolver
from quoteattr.coref.pronouns.persons import PersonResolver
from quoteattr.coref.pronouns.things import ThingResolver
from quoteattr.detect.alphabet import RELATIVE, SPEAKING_NOMINAL
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.language.patterns import lazy_re

#: maximum distance of the antecedent of a relative pronoun, in chunks
_RELATIVE = 12
#: a name and the complement that says where somebody belongs
_BELONGING = lazy_re(
    encode("{NAME} {PREPOSITION} {OTHER_WORD|NAME|NOMINAL|POSSESSIVE}{0,4} {NAME}$")
)
#: the end of the clause of a pronoun
_BOUNDS = tags("END|QUOTE")


class PronounResolver(DiscourseReader):
    """Resolves pronouns by the mentions before them."""

    def __init__(self, state: DiscourseState) -> None:
        super().__init__(state)
        self._persons, self._things = PersonResolver(state), ThingResolver(state)
        self._groups = GroupResolver(state)

    def resolve(self, i: int, sentence: int) -> Antecedent:
        """What the pronoun in chunk i refers to, in a sentence with this number."""
        if self._tags[i] == RELATIVE:
            return self._of_relative(i)
        gender = self._language.pronoun_gender.get(self._heads[i], "")
        if gender in ("m", "f"):
            return self._persons.resolve(i, gender, sentence)
        if gender == "p":
            return self._groups.resolve(i)
        return self._things.resolve(i) if gender == "n" else Antecedent()

    def resolve_object(self, i: int, sentence: int) -> Antecedent:
        """The entity to which *him* or *her* in chunk i refers, if that is certain."""
        return self._persons.resolve_object(i, sentence)

    def _of_relative(self, i: int) -> Antecedent:
        """The nearest name or nominal before *who* in its sentence.

        No other than the nominal right before *who*: *a nod to the heckler who*.
        """
        person = self._heads[i] not in self._language.thing_relatives
        for k in range(i - 1, max(-1, i - _RELATIVE), -1):
            tag, entity = self._tags[k], self._state.of_chunk.get(k)
            if tag in _BOUNDS:
                break
            if entity and self._state.personal(entity) == person:
                return Antecedent((person and self._member(k, entity)) or entity)
            personal = self._heads[k] in self._language.person_nouns
            group = self._heads[k] in self._language.group_nouns
            next_to_who = k == i - 1 and person and not group
            if tag == SPEAKING_NOMINAL and (personal == person or next_to_who):
                break
        return Antecedent()

    def _member(self, k: int, entity: Entity) -> Entity | None:
        """The person before the name in chunk k, to which it belongs: *Ida Berg of the band Nova*.

        The name has no given name.
        """
        belongs = _BELONGING.search(self._tags, max(0, k - _RELATIVE), k + 1)
        if belongs is None or entity.given_gender:
            return None
        member = self._state.of_chunk.get(belongs.start())
        return member if member and (member.given_gender or member.shown_person) else None
