"""Resolve pronouns to entities: *he*, *she*, *it*, *they*, *who*."""

from __future__ import annotations

from quoteattr.coref.discourse import Antecedent, DiscourseReader, DiscourseState
from quoteattr.coref.pronouns.groups import GroupResolver
from quoteattr.coref.pronouns.persons import PersonResolver
from quoteattr.coref.pronouns.things import ThingResolver
from quoteattr.detect.alphabet import COMMA, NAME, RELATIVE, SPEAKING_NOMINAL
from quoteattr.detect.patterns.pattern import tags

#: maximum distance of the antecedent of a relative pronoun, in chunks
_RELATIVE = 12
#: in order: *Ida Berg,*
_NAMED = NAME + COMMA
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

        The only one is the name before *, which*, if it may be a body's, and the nominal right
        before *who*: *a nod to the heckler who*.
        """
        person = self._heads[i] not in self._language.thing_relatives
        before = self._state.of_chunk.get(i - 2)
        if not person and before and self._tags[i - 2 : i] == _NAMED:
            fits = not (before.given_gender or before.shown_person)
            return Antecedent(before if fits else None)
        for k in range(i - 1, max(-1, i - _RELATIVE), -1):
            tag, entity = self._tags[k], self._state.of_chunk.get(k)
            if tag in _BOUNDS:
                break
            if entity and self._state.personal(entity) == person:
                return Antecedent(entity)
            personal = self._heads[k] in self._language.person_nouns
            group = self._heads[k] in self._language.group_nouns
            next_to_who = k == i - 1 and person and not group
            if tag == SPEAKING_NOMINAL and (personal == person or next_to_who):
                break
        return Antecedent()
