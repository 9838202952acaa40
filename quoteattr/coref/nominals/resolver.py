"""Resolve a nominal to an entity named next to it, a relative, or one described so before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from quoteattr.coref.discourse import DiscourseState
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.entities.families import only_relative
from quoteattr.coref.entities.gender import personal_gender
from quoteattr.coref.entities.person_likeness import NO_PERSON
from quoteattr.coref.names.forms import keys
from quoteattr.coref.nominals.antecedents import AntecedentModel
from quoteattr.coref.nominals.apposed_names import ApposedNames
from quoteattr.coref.nominals.officers import OfficerBodies
from quoteattr.coref.nominals.role_holders import RoleHolders
from quoteattr.detect.alphabet import (
    NAME,
    NOMINAL,
    PARAGRAPH_END,
    POSSESSIVE,
    SENTENCE_END,
)
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
        self._officers, self._holders = OfficerBodies(state), RoleHolders(state)
        self._press = [entity for entity in state.table.entities if self._is_press(entity)]

    def resolve(self, i: int) -> Entity | None:
        """The entity of the nominal in chunk i: named next to it, or described so before."""
        language, head = self._language, self._heads[i]
        entity = self.apposed.find(i)
        if entity is not None:
            return entity
        first = self._words(i)[0]
        if first in language.possessives:
            return self._of_possessive(i, personal_gender(first, language))
        possessed = self._tags[i - 1 : i] == POSSESSIVE
        if possessed and head in language.family:
            return self._relative(i, head)
        office = i in self._state.names.offices and first not in language.determiners
        plural = self._state.plurals.is_plural_or_pair(head)
        if plural or not (first in language.definite or office or possessed):
            return None
        if len(self._words(i)) == 2 and self._state.has_nameless_antecedent(i):
            return None
        if head in language.press_pieces:
            return self._of_press(i)
        named = self._named_so(i) or self._of_kind(i) or self._of_officer(i)
        named = named or self._holders.find(i)
        if named is not None:
            return named
        described = self._described(i)  # how certain the name is depends on the model
        return self._holders.only(i) or described or self._of_topic(i) or self._only_body(i)

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
        recent = (e for e in self._recent() if len(e.words) > 1 and not e.usage.titled)
        return next((e for e in recent if e.words[-1].lower() == head), None)

    def _words(self, i: int) -> list[str]:
        """The words of the nominal in chunk i, in lower case."""
        return self._state.names.whole(i).lower().split()

    def _described(self, i: int) -> Entity | None:
        """The entity that the model chooses; the person who asks does not answer.

        An entity described by a noun for groups is not a person from there on.
        """
        entity, expectation = self._model.choose(self._state, i), self._state.turns.expected(i)
        if (
            entity is None
            or self._holders.excludes(i, entity)
            or (
                expectation is not None
                and entity is self._state.referent(expectation.excluded_speaker)
            )
        ):
            return None
        head, language = self._heads[i], self._language
        if head in language.group_nouns and head not in language.person_nouns:
            self._state.person_likeness[id(entity)] = NO_PERSON
        return entity

    def _only_described(self, i: int) -> Entity | None:
        """The only entity so far that the noun describes: *the juggler*, Ada Berg, a juggler."""
        described = [e for e in self._state.entities_by_noun[self._heads[i]] if e.before(i) >= 0]
        only = described[0] if len(described) == len(self._words(i)) - 1 == 1 else None
        return only if only and not self._state.sentences.disjoint(only.before(i), i) else None

    def _of_topic(self, i: int) -> Entity | None:
        """The body to which *the company* as a subject refers: the previous sentence's subject.

        The description has no other word, and the article describes no other body so.
        """
        state, head = self._state, self._heads[i]
        if len(self._words(i)) != 2 or not self._is_topical(i):
            return None
        if any(self._may_be(e) for e in state.entities_by_noun.get(head, ())):
            return None
        for mention in state.recent():
            between = self._tags[mention.chunk : i]
            if between.count(SENTENCE_END) + between.count(PARAGRAPH_END) > 1:
                return None
            if mention.subject > 0 and not state.sentences.disjoint(mention.chunk, i):
                entity = mention.entity
                sole = entity and not (entity.heading or self._has_subject(mention.chunk + 1, i))
                if entity is None or not sole or self._is_owned(mention.chunk):
                    return None
                owns = state.owns_as_body(mention.chunk, entity, i)
                return entity if owns or self._may_be(entity) else None
        return None

    def _only_body(self, i: int) -> Entity | None:
        """The only body that the article has named so far: *the company*, without further words."""
        state, head, language = self._state, self._heads[i], self._language
        common = head in language.any_body or head in language.body_kinds
        if len(self._words(i)) != 2 or not (common and self._is_topical(i)):
            return None
        before = (e for e in state.table.entities if e.before(i) >= 0 and not e.heading)
        bodies = [e for e in before if self._may_be(e) or self._has_noun(e)]
        only = bodies[0] if len(bodies) == 1 else None
        if only is None or self._is_owned(only.before(i)) or not self._agrees(only, head):
            return None
        others = (state.introduced.get(noun, -1) for noun in (head, *language.any_body))
        if max(others) > only.before(i) or state.sentences.disjoint(only.before(i), i):
            return None
        return only

    def _has_noun(self, entity: Entity) -> bool:
        """Whether a name without a sign of a person ends with a noun: *Kestrel Polymers*."""
        noun = self._state.table.names.is_noun(entity.words[-1])
        return noun and self._state.has_no_sign_of_person(entity)

    def _agrees(self, entity: Entity, head: str) -> bool:
        """Whether the noun may be that of a body: its name has none of another kind.

        *Quill Games* is no bank, and *Tolk* in *moved to Tolk* may be a place.
        """
        language, noun = self._language, entity.noun
        if head in language.any_body:
            return True
        kinds = language.body_kinds
        other = noun in language.group_nouns or any(noun in words for words in kinds.values())
        return noun in (head, *kinds.get(head, ())) or not (other or self._is_goal(entity))

    def _is_goal(self, entity: Entity) -> bool:
        """Whether the name always follows a preposition of direction: *moved to Tolk*."""
        heads, directions = self._heads, self._language.directions
        return all(i > 0 and heads[i - 1] in directions for i in entity.chunks)

    def _is_topical(self, i: int) -> bool:
        """Whether the noun for bodies speaks, or is one for any kind of body and a subject."""
        language, state, head = self._language, self._state, self._heads[i]
        speaks = head in language.group_nouns and state.sentences.says(i)
        return speaks or (head in language.any_body and state.sentences.is_subject(i))

    def _is_owned(self, k: int) -> bool:
        """*Its Tavra phone*: whether the name in chunk k belongs to another entity."""
        return self._words(k)[0] in self._language.possessives

    def _named_so(self, i: int) -> Entity | None:
        """The only body so far whose name has the noun as its head: *the bank*, Bank of Tresk.

        It must not be another subject or argument of the sentence.
        """
        head = self._heads[i]
        if len(self._words(i)) != 2 or head not in self._language.group_nouns:
            return None
        nouns = {head, self._language.plural(head)}
        named = [e for e in self._state.table.entities if e.before(i) >= 0 and e.noun in nouns]
        only = named[0] if len(named) == 1 else None
        return only if only and not self._state.sentences.disjoint(only.before(i), i) else None

    def _of_kind(self, i: int) -> Entity | None:
        """The only body so far whose name is of the kind of the noun: *the carrier*, Holt Airways.

        No other body was mentioned since. *Group Policy* is not a group.
        """
        head, state = self._heads[i], self._state
        kind = self._language.body_kinds.get(head, frozenset())
        if len(self._words(i)) != 2 or not kind:
            return None
        before = (e for e in state.table.entities if e.before(i) >= 0 and len(e.words) > 1)
        named = [e for e in before if not kind.isdisjoint(keys(e.words))]
        last = next((e for e in self._recent() if e in named or self._may_be(e)), None)
        only = named[0] if len(named) == 1 and named[0] is last else None
        if only is None or kind.isdisjoint((only.noun, only.words[-1].lower())):
            return None
        return None if state.sentences.disjoint(only.before(i), i) else only

    def _of_officer(self, i: int) -> Entity | None:
        """The body of the officer who speaks of *the company*, without further words."""
        entity = self._officers.find(i) if len(self._words(i)) == 2 else None
        return entity if entity and self._may_be(entity) else None

    def _has_subject(self, start: int, stop: int) -> bool:
        """Whether a nominal between two chunks is the subject of a sentence."""
        nominals = (k for k in range(start, stop) if self._tags[k] in NOMINAL)
        return any(self._state.sentences.is_subject(k) for k in nominals)

    def _may_be(self, entity: Entity) -> bool:
        """Whether the entity may be a body: nothing shows that it is a person."""
        state = self._state
        person = entity.shown_person or entity.given_gender
        if person or state.table.names.is_place(keys(entity.words)):
            return False
        return state.person_likeness[id(entity)] < 0 or state.could_be_body(entity)

    # -- relatives ------------------------------------------------------------------------

    def _of_possessive(self, i: int, gender: str) -> Entity | None:
        """*Her husband*: the person described so, or the other person with her last name.

        Nobody is their own sister: the subject of the sentence is excluded.
        """
        language, described, head = self._language, self._state.entities_by_noun, self._heads[i]
        kin = described[head] if head in language.kinship and head in described else []
        if len(kin) == 1 and not self._is_subject(kin[0], i):
            return kin[0]
        if head not in language.family or not gender:
            return None
        owners = (e for e in self._recent() if self._state.gender[id(e)] == gender)
        return self._relative_of(next(owners, None), head)

    def _is_subject(self, entity: Entity, i: int) -> bool:
        """Whether the entity is a subject before chunk i in its sentence."""
        state, sentences = self._state, self._state.sentences
        before = takewhile(lambda m: sentences.in_sentence(m.chunk, i), state.recent())
        return any(mention.entity is entity and mention.subject > 0 for mention in before)

    def _relative(self, i: int, head: str) -> Entity | None:
        """The other person with the owner's last name: *Travis Berg's mother*, of Ada Berg."""
        owner = self._state.of_chunk.get(i - 2) if self._tags[i - 2 : i - 1] == NAME else None
        return self._relative_of(owner, head)

    def _relative_of(self, owner: Entity | None, head: str) -> Entity | None:
        """The only other person with the owner's last name, if this can be the relative."""
        if owner is None or not self._state.personal(owner):
            return None
        return only_relative(self._state.table, owner, self._language.kinship.get(head, ""))

    # -- the press ------------------------------------------------------------------------

    def _of_press(self, i: int) -> Entity | None:
        """The newspaper or magazine last named: *the article* speaks for it."""
        press = (entity for entity in self._press if entity.before(i) >= 0)
        return max(press, key=lambda entity: entity.before(i), default=None)

    def _is_press(self, entity: Entity) -> bool:
        """Whether the name has a word of newspapers and magazines."""
        words = {word.lower() for word in entity.words}
        kinds = self._language.body_kinds
        return not entity.usage.titled and any(
            words & kinds.get(kind, frozenset()) for kind in self._language.press
        )

    def _recent(self) -> Iterator[Entity]:
        """The entities of the mentions so far, the last one first."""
        for mention in self._state.recent():
            if mention.entity is not None:
                yield mention.entity
