"""The kind of an entity, by what the article says of it and by the form of its name."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.coref.coreference import Coreference
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.profiles.body_signs import BodySigns
from quoteattr.coref.profiles.kind import (
    is_called_body,
    is_called_person,
    kind_of_entity,
    kind_of_name,
)
from quoteattr.detect.alphabet import ANAPHOR, RELATIVE
from quoteattr.records import SpeakerKind


class EntityKinds:
    """Finds the kinds of the entities of one article."""

    def __init__(self, coreference: Coreference) -> None:
        self._coreference = coreference
        self._chunks, self._language = coreference.chunks, coreference.chunks.language
        self._body_signs = BodySigns(coreference)

    def kind(self, entity: Entity, gender: str | None, by_word: bool) -> SpeakerKind:
        """The kind of an entity.

        Args:
            entity: the entity.
            gender: the gender that the article shows; None if it shows none.
            by_word: whether a word shows it, not only pronouns, which may refer to somebody else.
        """
        if by_word or self._may_be_person(entity, gender):
            return self._kind(entity, gender)
        return self._kind_of_thing(entity)

    def _kind(self, entity: Entity, gender: str | None) -> SpeakerKind:
        """The kind of an entity.

        What the article says decides, then the form of the name. A name that speaks, and that
        nothing shows to be a person's, is a body's or a place's that stands for one.
        """
        language, words = self._language, [word.lower() for word in entity.words]
        given_name = self._has_given_name(entity)
        person = entity.usage.titled or gender or given_name
        last = words[-1]
        document = last in language.document_nouns or last in language.inscribed
        addressed = entity.honorific if len(words) == 1 else person
        if document and not addressed and last not in language.ambiguous_organisation_words:
            return "document"
        if gender is None and self._called_a_body(entity):
            return "organisation"
        if entity.heading and not person and language.given_names.keys().isdisjoint(words):
            return "unresolved"
        kind = kind_of_entity(entity)
        if kind == "person" and not entity.usage.titled and self._is_ordinary(words):
            return "unresolved"
        if kind is not None:
            return kind
        if gender or given_name:
            return "person"
        return "unresolved" if self._is_ordinary(words) else "organisation"

    def _has_given_name(self, entity: Entity) -> bool:
        """Whether a given name begins the name; alone, not after an article, nor a country's."""
        language, first = self._language, entity.words[0].lower()
        alone = len(entity.words) == 1
        other = alone and (entity.usage.determined > 0 or first in language.shared_given_names)
        return first in language.given_names and not other

    def _kind_of_thing(self, entity: Entity) -> SpeakerKind:
        """The kind of an entity that is hardly a person."""
        kind = self._kind(entity, None)
        if kind != "person":
            return kind
        formed = kind_of_name(entity.name, self._language) == "person"
        return "unresolved" if formed else "organisation"

    def _may_be_person(self, entity: Entity, gender: str | None) -> bool:
        """Whether the name, or its use in the article, is like a person's.

        If neither is, as for *CPA Norland* and *Iconic Brack*, a pronoun more likely refers to
        somebody else.
        """
        language, words, table = self._language, entity.words, self._coreference.table
        first, last = words[0], words[-1]
        if entity.usage.titled or is_called_person(entity):
            return True
        if self._has_given_name(entity) and first.lower() not in language.no_given_names:
            return True
        if first.lower() in language.native_adjectives:
            return False
        if len(words) < 2:
            names = table.names
            country = names.has_demonym(last) or names.is_place((last.lower(),))
            return not (country or names.is_noun(last))
        named = kind_of_name(entity.name, language) == "person"
        surname = last.lower() in language.ambiguous_organisation_words or gender
        if named and not table.names.is_noun(first) and (surname or not table.names.is_noun(last)):
            return True
        by_last = any(table.forms[i] == (last,) for i in entity.chunks)
        return named and by_last and not table.names.is_place((last.lower(),))

    def _called_a_body(self, entity: Entity) -> bool:
        """Whether the article says *the company* or *it*, and nothing shows a person."""
        language, words = self._language, entity.words
        if entity.usage.titled or is_called_person(entity):
            return False
        if is_called_body(entity) or self._body_signs.is_body(entity):
            return True
        if words[0].lower() in language.given_names and len(words) > 1:
            return False
        called = sum(map(self._is_of_body, self._coreference.mentions(entity)))
        return called > (kind_of_name(entity.name, language) == "person")

    def _is_of_body(self, i: int) -> int:
        """How much the mention in chunk i is a body's: *the company*, *it*; certainly *which*."""
        tag, head, language = self._chunks.tags[i], self._chunks.heads[i], self._language
        if tag == RELATIVE:
            return 2 * (head in language.thing_relatives)
        return tag in ANAPHOR and (head in language.group_nouns or head in language.thing_pronouns)

    def _is_ordinary(self, words: Sequence[str]) -> bool:
        """Whether all words are ordinary ones that a capital does not make a name: *Silence*."""
        ordinary = self._language.ordinary_words
        return all(word in ordinary and word not in self._language.given_names for word in words)
