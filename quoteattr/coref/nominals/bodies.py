"""Resolve a noun for bodies: *the bank*, *the carrier*, *the company*.

The name has the noun or one of its kind, or only one body can be meant.
"""

from __future__ import annotations

from quoteattr.coref.discourse import DiscourseReader, DiscourseState
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.names.forms import keys
from quoteattr.coref.nominals.officers import OfficerBodies
from quoteattr.detect.alphabet import NOMINAL, PARAGRAPH_END, SENTENCE_END


class Bodies(DiscourseReader):
    """Finds the bodies to which nouns refer in one article."""

    def __init__(self, state: DiscourseState) -> None:
        super().__init__(state)
        self._officers = OfficerBodies(state)
        self._press = [entity for entity in state.table.entities if self._is_press(entity)]

    def press(self, i: int) -> Entity | None:
        """The newspaper or magazine last named: *the article* speaks for it."""
        press = (entity for entity in self._press if entity.before(i) >= 0)
        return max(press, key=lambda entity: entity.before(i), default=None)

    def _is_press(self, entity: Entity) -> bool:
        """Whether the name has a word of newspapers and magazines."""
        words, kinds = {word.lower() for word in entity.words}, self._language.body_kinds
        return any(words & kinds.get(kind, frozenset()) for kind in self._language.press)

    def of_topic(self, i: int) -> Entity | None:
        """The body to which *the company* as a subject refers: the previous sentence's subject.

        The description has no other word, and the article describes no other body so.
        """
        state, head = self._state, self._heads[i]
        if not self._is_topical(i):
            return None
        if any(self._may_be(e) for e in state.entities_by_noun.get(head, ())):
            return None
        for mention in state.recent():
            between = self._tags[mention.chunk : i]
            if between.count(SENTENCE_END) + between.count(PARAGRAPH_END) > 1:
                return None
            if mention.subjecthood > 0 and not state.sentences.disjoint(mention.chunk, i):
                entity = mention.entity
                if entity is None or entity.heading or self._has_subject(mention.chunk + 1, i):
                    return None
                owns = state.owns_as_body(mention.chunk, entity, i)
                return entity if owns or self._may_be(entity) else None
        return None

    def only_body(self, i: int) -> Entity | None:
        """The only body that the article has named so far: *the company*, without further words."""
        state, head, language = self._state, self._heads[i], self._language
        common = head in language.any_body or head in language.body_kinds
        if not (common and self._is_topical(i)):
            return None
        entities = (entity for entity in state.table.entities if not entity.heading)
        only = state.only_before((e for e in entities if self._may_be(e) or self._has_noun(e)), i)
        if only is None or state.is_possessed(only.before(i)) or not self._agrees(only, head):
            return None
        others = (state.introduced.get(noun, -1) for noun in (head, *language.any_body))
        return None if max(others) > only.before(i) else only

    def _has_noun(self, entity: Entity) -> bool:
        """Whether a name without a sign of a person ends with a noun: *Kestrel Polymers*."""
        noun = self._table.names.is_noun(entity.words[-1])
        return noun and self._state.has_no_sign_of_person(entity)

    def _agrees(self, entity: Entity, head: str) -> bool:
        """Whether the noun may be that of a body: its name has none of another kind.

        *Quill Games* is no bank, and *Tolk* in *moved to Tolk* may be a place.
        """
        other = self._is_kind(entity.noun) or self._is_goal(entity)
        return head in self._language.any_body or not other

    def _is_kind(self, noun: str) -> bool:
        """Whether a noun is part of the names of a kind of bodies: *games*, of studios."""
        return any(noun in words for words in self._language.body_kinds.values())

    def _is_goal(self, entity: Entity) -> bool:
        """Whether the name always follows a preposition of direction: *moved to Tolk*."""
        heads, directions = self._heads, self._language.directions
        return not any(directions.isdisjoint(heads[i - 1 : i]) for i in entity.chunks)

    def _is_topical(self, i: int) -> bool:
        """Whether the noun for bodies speaks, or is one for any kind of body and a subject."""
        language, state, head = self._language, self._state, self._heads[i]
        speaks = head in language.group_nouns and state.sentences.says(i)
        return speaks or (head in language.any_body and state.sentences.is_subject(i))

    def named_so(self, i: int) -> Entity | None:
        """The only body so far whose name has the noun as its head: *the bank*, Bank of Tresk.

        It must not be another subject or argument of the sentence.
        """
        head = self._heads[i]
        if head not in self._language.group_nouns:
            return None
        nouns = {head, self._language.plural(head)}
        named = (entity for entity in self._table.entities if entity.noun in nouns)
        return self._state.only_before(named, i)

    def of_kind(self, i: int) -> Entity | None:
        """The only body so far whose name is of the kind of the noun: *the carrier*, Holt Airways.

        No other body was mentioned since. *Group Policy* is not a group.
        """
        head, state = self._heads[i], self._state
        kind = self._language.body_kinds.get(head, frozenset())
        if not kind:
            return None
        bodies = (e for e in state.table.entities if len(e.words) > 1)
        only = state.only_before((e for e in bodies if not kind.isdisjoint(keys(e.words))), i)
        if only is None or kind.isdisjoint((only.noun, only.words[-1].lower())):
            return None
        recent = (e for e in state.recent_entities() if e is only or self._may_be(e))
        return only if next(recent, None) is only else None

    def of_officer(self, i: int) -> Entity | None:
        """The body of the officer who speaks of *the company*, without further words."""
        entity = self._officers.find(i)
        return entity if entity and self._may_be(entity) else None

    def _has_subject(self, start: int, stop: int) -> bool:
        """Whether a nominal between two chunks is the subject of a sentence."""
        nominals = (k for k in range(start, stop) if self._tags[k] in NOMINAL)
        return any(self._state.sentences.is_subject(k) for k in nominals)

    def _may_be(self, entity: Entity) -> bool:
        """Whether the entity may be a body: nothing shows that it is a person, a place or a thing.

        *The League Cup* is none, *the Harbour Hotel* is one.
        """
        state = self._state
        thing = entity.thing and not self._is_kind(entity.words[-1].lower())
        person = entity.shown_person or entity.given_gender
        if person or thing or state.table.names.is_place(keys(entity.words)):
            return False
        return state.person_likeness[id(entity)] < 0 or state.could_be_body(entity)
