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
        head = self._heads[i]
        only = self._only(i)
        if only is not None:
            return only
        if head not in self._language.family or not gender:
            return None
        owners = (e for e in self._state.recent_entities() if self._state.gender[id(e)] == gender)
        return self._relative_of(next(owners, None), head)

    def _only(self, i: int) -> Entity | None:
        """The only person whom the article describes by the word of kinship in chunk i."""
        described, head = self._state.entities_by_noun, self._heads[i]
        kin = described[head] if head in self._language.kinship and head in described else []
        return kin[0] if len(kin) == 1 and not self._is_subject(kin[0], i) else None

    def _is_subject(self, entity: Entity, i: int) -> bool:
        """Whether the entity is a subject before chunk i in its sentence."""
        state, sentences = self._state, self._state.sentences
        before = takewhile(lambda m: sentences.in_sentence(m.chunk, i), state.recent())
        return any(mention.entity is entity and mention.subjecthood > 0 for mention in before)

    def of_name(self, i: int, head: str) -> Entity | None:
        """The other person with the owner's last name: *Travis Berg's mother*, of Ada Berg.

        *The boy's mother* is the only mother.
        """
        if self._tags[i - 2 : i - 1] == NAME:
            return self._relative_of(self._state.of_chunk.get(i - 2), head)
        young = i > 1 and self._heads[i - 2] in self._language.ages_of_life
        return self._only(i) if young else None

    def _relative_of(self, owner: Entity | None, head: str) -> Entity | None:
        """The only other person with the owner's last name, if this can be the relative."""
        if owner is None or not self._state.personal(owner):
            return None
        return only_relative(self._table, owner, self._language.kinship.get(head, ""))
