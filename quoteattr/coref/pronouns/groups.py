"""Resolve *they*: to a group, or to one person whose gender the text does not show."""

from __future__ import annotations

from quoteattr.coref.discourse import Antecedent, DiscourseReader
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.sentences import SUBJECTS
from quoteattr.detect.alphabet import (
    CONJUNCTION,
    END,
    NOMINAL,
    NOUN_PHRASE,
    SENTENCE_END,
    SPEAKING_NOMINAL,
)

#: number of chunks before *they* without a plural, and of sentences there
_THEY, _THEY_SENTENCES = 60, 2


class GroupResolver(DiscourseReader):
    """Resolves *they* by the mentions before it."""

    def resolve(self, i: int) -> Antecedent:
        """The only person, or else the group, to which the pronoun in chunk i refers."""
        person = self._of_singular_they(i)
        return self._of_group(i) if person is None else Antecedent(person)

    def _of_group(self, i: int) -> Antecedent:
        """The group to which *they* refers: the last subject, if that is one."""
        state = self._state
        for k in range(i - 1, max(-1, i - _THEY), -1):
            if self._tags[k:i].count(SENTENCE_END) > _THEY_SENTENCES:
                break
            if self._tags[k] in SUBJECTS and state.sentences.is_subject(k):
                joined = CONJUNCTION in (self._tags[k - 1 : k], self._tags[k + 1 : k + 2])
                return Antecedent() if joined else self._group_at(k)
        return Antecedent()

    def _group_at(self, k: int) -> Antecedent:
        """The group in chunk k, named or not."""
        state, head, entity = self._state, self._heads[k], self._state.of_chunk.get(k)
        if self._tags[k] in NOMINAL:
            several = self._tags[k] == SPEAKING_NOMINAL and self._is_several(head)
            if not several:
                return Antecedent()
            return Antecedent(nominal=k) if entity is None else Antecedent(entity)
        if entity is None or entity.thing:
            return Antecedent()
        last, language = entity.words[-1].lower(), self._language
        several = len(entity.words) > 1 and state.plurals.is_several(last)
        band = several and not entity.given_gender
        group = band or not entity.roles.isdisjoint(language.group_nouns)
        body = state.impersonal(entity) or state.could_be_body(entity)
        return Antecedent(entity if body or group else None)

    def _is_several(self, head: str) -> bool:
        """Whether the noun refers to several; an account speaks for those who run it."""
        return self._state.plurals.is_several(head) or head in self._language.accounts

    def _of_singular_they(self, i: int) -> Entity | None:
        """The only person in the two sentences before *they*, if there is no plural."""
        people: set[Entity] = set()
        stops = 0
        for k in range(i - 1, max(-1, i - _THEY), -1):
            tag, entity = self._tags[k], self._state.of_chunk.get(k)
            stops += tag in END
            if stops > _THEY_SENTENCES:
                break
            unnamed = tag in NOUN_PHRASE and entity is None
            if unnamed and self._is_several(self._heads[k]):
                return None
            if entity is not None:
                people.add(entity)
        only = people.pop() if len(people) == 1 else None
        person = only and self._state.person_likeness[id(only)] > 0 and len(only.words) > 1
        return only if person else None
