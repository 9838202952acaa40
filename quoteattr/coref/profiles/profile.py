"""What an article says of an entity that speaks: its kind, roles, affiliation and gender.

A profile is computed once an entity and only for those who are quoted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from quoteattr.coref.coreference import Coreference, Entity
from quoteattr.coref.discourse import Plurals
from quoteattr.coref.profiles.body_signs import BodySigns
from quoteattr.coref.profiles.kind import (
    is_called_body,
    is_called_person,
    kind_of_entity,
    kind_of_name,
)
from quoteattr.coref.profiles.shown_gender import BY_PRONOUN, shown_gender
from quoteattr.coref.roles.finder import RoleFinder
from quoteattr.coref.roles.role import Rank, Role
from quoteattr.detect.alphabet import ANAPHOR, NOUN_PHRASE, POSSESSIVE, PREPOSITION, RELATIVE
from quoteattr.records import Phrase, Span, Speaker, SpeakerKind

#: words from which on a role is not the fuller for being longer
_FULL = 3


class Profiles:
    """The speakers that the entities of one article are."""

    def __init__(self, text: str, coreference: Coreference) -> None:
        """Take an article, as given, and its entities."""
        self._text, self._coreference = text, coreference
        self._chunks, self._language = coreference.chunks, coreference.chunks.language
        self._speakers: dict[Entity, Speaker] = {}
        self._plurals = self._language.derived(Plurals)
        self._body_signs = BodySigns(coreference)

    @cached_property
    def finder(self) -> RoleFinder:
        """Finds roles."""
        return RoleFinder(self._text, self._coreference.table)

    @property
    def flat(self) -> str:
        """The article with the line breaks of hard-wrapped text blank."""
        return self._coreference.text

    def named(self, name: str) -> Speaker | None:
        """The speaker that the entity of a name is, None if there is no such entity."""
        entity = self._by_name.get(name.casefold())
        return None if entity is None else self.speaker(entity)

    @cached_property
    def _by_name(self) -> dict[str, Entity]:
        """The entities by their names."""
        coreference = self._coreference
        return {coreference.name_of(e).casefold(): e for e in reversed(coreference.entities)}

    def speaker(self, entity: Entity) -> Speaker:
        """The speaker that an entity is."""
        if entity not in self._speakers:
            self._speakers[entity] = self._speaker(entity)
        return self._speakers[entity]

    def _speaker(self, entity: Entity) -> Speaker:
        """Read what the article says of an entity."""
        coreference = self._coreference
        mentions = coreference.mentions(entity)
        roles = self.finder.find(mentions)
        gender, signs = shown_gender(coreference, self.finder, entity, roles)
        by_word = any(sign.weight > BY_PRONOUN for sign in signs)
        person = by_word or self._may_be_person(entity, gender)
        kind = self._kind(entity, gender) if person else self._kind_of_thing(entity)
        if kind == "person":
            roles = [role for role in roles if self._fits_person(role)]
        else:
            gender, signs = None, []
        best = self._fullest(roles, kind)
        return Speaker(
            coreference.name_of(entity),
            kind,
            role=None if best is None else self.phrase(best.start, best.end),
            roles=tuple(self.phrase(role.start, role.end) for role in roles),
            affiliation=self.affiliation(best, roles) if kind == "person" else None,
            gender=gender,
            gender_evidence=tuple(self.phrase(sign.start, sign.end) for sign in signs),
            mentions=self.spans(mentions),
        )

    def phrase(self, start: int, end: int) -> Phrase:
        """The words at a place, verbatim."""
        return Phrase(start, end, self._text[start:end])

    def spans(self, mentions: Sequence[int]) -> tuple[Span, ...]:
        """Where mentions stand, without the relative pronouns that only go on with one."""
        tags = self._chunks.tags
        return tuple(self._chunks.mention(i) for i in mentions if tags[i] != RELATIVE)

    # -- kind ------------------------------------------------------------------------------------

    def _kind(self, entity: Entity, gender: str | None) -> SpeakerKind:
        """What an entity is.

        What the article says decides, then the form of the name. A name that speaks, and that
        nothing shows to be a person's, is that of a body or a place that stands for one.
        """
        language, words = self._language, [word.lower() for word in entity.words]
        given_name = self._has_given_name(entity)
        person = entity.titled or gender or given_name
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
        if kind == "person" and not gender and not entity.titled and self._is_ordinary(words):
            return "unresolved"
        if kind is not None:
            return kind
        if gender or given_name:
            return "person"
        return "unresolved" if self._is_ordinary(words) else "organisation"

    def _has_given_name(self, entity: Entity) -> bool:
        """A given name opens the name; alone it is not one behind an article, nor a country's."""
        language, first = self._language, entity.words[0].lower()
        alone = len(entity.words) == 1
        other = alone and (entity.determined > 0 or first in language.shared_given_names)
        return first in language.given_names and not other

    def _kind_of_thing(self, entity: Entity) -> SpeakerKind:
        """What an entity is that is hardly a person."""
        kind = self._kind(entity, None)
        if kind != "person":
            return kind
        formed = kind_of_name(entity.name, self._language) == "person"
        return "unresolved" if formed else "organisation"

    def _may_be_person(self, entity: Entity, gender: str | None) -> bool:
        """The name, or how the article uses it, is like that of a person.

        Where neither is, as of *CPA Norland* and *Iconic Brack*, a pronoun rather goes back to
        somebody else.
        """
        language, words, table = self._language, entity.words, self._coreference.table
        first, last = words[0], words[-1]
        if entity.titled or is_called_person(entity):
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
        """The article calls the entity *the company* or *it*, and nothing shows a person."""
        language, words = self._language, entity.words
        if entity.titled or is_called_person(entity):
            return False
        if is_called_body(entity) or self._body_signs.is_body(entity):
            return True
        if words[0].lower() in language.given_names and len(words) > 1:
            return False
        called = sum(map(self._is_of_body, self._coreference.mentions(entity)))
        return called > (kind_of_name(entity.name, language) == "person")

    def _is_of_body(self, i: int) -> int:
        """How much the mention in chunk i is one of a body: *the company*, *it*; surely *which*."""
        tag, head, language = self._chunks.tags[i], self._chunks.heads[i], self._language
        if tag == RELATIVE:
            return 2 * (head in language.thing_relatives)
        return tag in ANAPHOR and (head in language.group_nouns or head in language.thing_pronouns)

    def _is_ordinary(self, words: Sequence[str]) -> bool:
        """All words are ordinary ones that a capital does not make a name: *Silence*."""
        ordinary = self._language.ordinary_words
        return all(word in ordinary and word not in self._language.given_names for word in words)

    # -- role and affiliation --------------------------------------------------------------------

    def _fullest(self, roles: Sequence[Role], kind: SpeakerKind) -> Role | None:
        """The fullest role: beside the name before elsewhere, one that heads a noun for people."""
        person = kind == "person"
        return max(roles, key=lambda role: self._fullness(role, person), default=None)

    def _fullness(self, role: Role, person: bool) -> tuple[int, bool, int, int, int]:
        """How well a role says who somebody is; the first of equals is best."""
        words = self._text[role.start : role.end].lower().split()
        length = min(sum(word not in self._language.determiners for word in words), _FULL)
        level = self._level(role, person, length)
        return level, length > 1, -role.rank, length, -role.start

    def _level(self, role: Role, person: bool, length: int) -> int:
        """How much a role says by where it stands and by its noun.

        A title such as *Dr.* says little, and so does *the expert* at some distance.
        """
        if role.rank is Rank.POSTMODIFIER:
            return 2
        named = self._has_noun(role, person)
        if role.rank in (Rank.BESIDE, Rank.SHARED):
            bare = length < 2 and self.finder.words.is_bare_title(role.noun)
            return 3 if named and not bare else 2
        full = role.rank is Rank.PREDICATE or length > 1
        return (3 if full else 1) if named else 0

    def _has_noun(self, role: Role, person: bool) -> bool:
        """The head of the role is a noun for one person, or else for a body."""
        words = self.finder.words
        noun = words.is_person(role.noun) if person else words.is_role(role.noun)
        return noun and (role.head < 0 or not self._plurals.is_plural(role.noun))

    def _fits_person(self, role: Role) -> bool:
        """A role can be that of one person: no plural, body or document, but *the duo* of both."""
        if role.rank is Rank.POSTMODIFIER or self._has_noun(role, person=True):
            return True
        if role.rank is Rank.MENTION:
            return False
        head, language = role.noun, self._language
        if role.rank is Rank.SHARED and head in language.small_groups:
            return True
        thing = head in language.group_nouns or head in language.document_nouns
        return not thing and not self._plurals.is_several(head)

    def affiliation(self, best: Role | None, roles: Sequence[Role]) -> str | None:
        """The body that the fullest role names, or else the first that another does."""
        others = (role for role in roles if role is not best and role.rank is not Rank.MENTION)
        for role in (best, *others) if best else others:
            body = self._body_in(role)
            if body:
                return body
        return None

    def _body_in(self, role: Role) -> str | None:
        """The first body that the words of a role name."""
        starts, tags = self._chunks.starts, self._chunks.tags
        for i in range(bisect_right(self._chunks.ends, role.start), bisect_left(starts, role.end)):
            if tags[i] in NOUN_PHRASE:
                body = self._body_at(i, role)
                if body:
                    return body
        return None

    def _body_at(self, i: int, role: Role) -> str | None:
        """The body that the words of a role in chunk i name."""
        chunks, language = self._chunks, self._language
        start, end = max(chunks.starts[i], role.start), min(chunks.ends[i], role.end)
        words = self._text[start:end].split()
        while words and (words[0].lower() in language.determiners or not words[0][0].isupper()):
            del words[0]
        office = False
        while words and (self.finder.words.is_person(words[-1]) or not words[-1][0].isupper()):
            office = office or words[-1].lower() in language.corporate_roles
            del words[-1]
        name = " ".join(word for word in words if "-" not in word).rstrip(",.")
        before = chunks.heads[i - 1] if i and chunks.tags[i - 1] == PREPOSITION else ""
        owner = chunks.tags[i + 1 : i + 2] == POSSESSIVE and role.noun in language.corporate_roles
        if not name or not self._is_body(i, name, before in language.employing, office or owner):
            return None
        entity = self._coreference.table.of_chunk.get(i)
        mentioned = entity is not None and chunks.ends[i] <= role.end and name in entity.name
        return self._coreference.name_of(entity) if entity and mentioned else name

    def _is_body(self, i: int, name: str, employs: bool, office: bool) -> bool:
        """The name is that of a body: by its words, or by what stands beside it in the role."""
        table = self._coreference.table
        kind = kind_of_name(name, self._language)
        if kind == "organisation":
            return True
        entity = table.of_chunk.get(i)
        if entity is not None and (entity.titled or entity.gendered) and entity.name == name:
            return False
        place = (
            table.names.is_place((name.lower(),)) or name.lower() in self._language.country_acronyms
        )
        return ((employs or office) and not place and kind != "person") or (
            employs and not place and not (entity and entity.given_gender)
        )
