"""Resolve a word of kinship: *her husband*, *Travis Berg's mother*."""

from __future__ import annotations

from itertools import takewhile

from quoteattr.coref.discourse import DiscourseReader
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.entities.families import only_relative
from quoteattr.detect.alphabet import NAME


class Relatives(DiscourseReader):
    """Finds the relatives of the people in one article."""

    def of_possessive(self, i: int, gender: str) -> Entity | None:
        """*Her husband*: the person described so, or the other person with her last name.

        Nobody is their own sister: the subject of the sentence is excluded.
        """
        language, described, head = self._language, self._state.entities_by_noun, self._heads[i]
        kin = described[head] if head in language.kinship and head in described else []
        if len(kin) == 1 and not self._is_subject(kin[0], i):
            return kin[0]
        if head not in language.family or not gender:
            return None
        owners = (e for e in self._state.recent_entities() if self._state.gender[id(e)] == gender)
        return self._relative_of(next(owners, None), head)

    def _is_subject(self, entity: Entity, i: int) -> bool:
        """Whether the entity is a subject before chunk i in its sentence."""
        state, sentences = self._state, self._state.sentences
        before = takewhile(lambda m: sentences.in_sentence(m.chunk, i), state.recent())
        return any(mention.entity is entity and mention.subjecthood > 0 for mention in before)

    def of_name(self, i: int, head: str) -> Entity | None:
        """The other person with the owner's last name: *Travis Berg's mother*, of Ada Berg."""
        owner = self._state.of_chunk.get(i - 2) if self._tags[i - 2 : i - 1] == NAME else None
        return self._relative_of(owner, head)

    def _relative_of(self, owner: Entity | None, head: str) -> Entity | None:
        """The only other person with the owner's last name, if this can be the relative."""
        if owner is None or not self._state.personal(owner):
            return None
        return only_relative(self._table, owner, self._language.kinship.get(head, ""))
