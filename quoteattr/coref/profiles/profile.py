"""Describe an entity that speaks: its kind, roles, affiliation and gender in the article.

A profile is computed once per entity, and only for quoted ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from quoteattr.coref.coreference import Coreference
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.profiles.affiliation import Affiliations
from quoteattr.coref.profiles.entity_kind import EntityKinds
from quoteattr.coref.profiles.role_choice import RoleChoice
from quoteattr.coref.profiles.shown_gender import BY_PRONOUN, shown_gender
from quoteattr.coref.roles.finder import RoleFinder
from quoteattr.detect.alphabet import RELATIVE
from quoteattr.records import Phrase, Span, Speaker


class Profiles:
    """Builds the speakers of the entities of one article."""

    def __init__(self, text: str, coreference: Coreference) -> None:
        self._text, self._coreference = text, coreference
        self._speakers: dict[Entity, Speaker] = {}
        self._kinds = EntityKinds(coreference)

    @cached_property
    def finder(self) -> RoleFinder:
        """Finds roles."""
        return RoleFinder(self._text, self._coreference.table)

    @cached_property
    def _choice(self) -> RoleChoice:
        """Compares roles."""
        return RoleChoice(self._text, self.finder.words, self._coreference.chunks.language)

    @cached_property
    def affiliations(self) -> Affiliations:
        """Finds the bodies that roles name."""
        return Affiliations(self._text, self._coreference, self.finder.words)

    @property
    def flat(self) -> str:
        """The article with the line breaks of hard-wrapped text blanked."""
        return self._coreference.text

    def named(self, name: str) -> Speaker | None:
        """The speaker of the entity with a name; None if there is no such entity."""
        entity = self._by_name.get(name.casefold())
        return None if entity is None else self.speaker(entity)

    @cached_property
    def _by_name(self) -> dict[str, Entity]:
        """The entities by their names."""
        coreference = self._coreference
        return {coreference.name_of(e).casefold(): e for e in reversed(coreference.entities)}

    def speaker(self, entity: Entity) -> Speaker:
        """The speaker of an entity, cached."""
        if entity not in self._speakers:
            self._speakers[entity] = self._speaker(entity)
        return self._speakers[entity]

    def _speaker(self, entity: Entity) -> Speaker:
        """Describe an entity as a speaker."""
        coreference = self._coreference
        mentions = coreference.mentions(entity)
        roles = self.finder.find(mentions)
        gender, signs = shown_gender(coreference, self.finder, entity, roles)
        by_word = any(sign.weight > BY_PRONOUN for sign in signs)
        kind = self._kinds.kind(entity, gender, by_word)
        if kind == "person":
            roles = list(filter(self._choice.fits_person, roles))
        else:
            gender, signs = None, []
        best = self._choice.fullest(roles, kind)
        return Speaker(
            coreference.name_of(entity),
            kind,
            role=None if best is None else self.phrase(best.start, best.end),
            roles=tuple(self.phrase(role.start, role.end) for role in roles),
            affiliation=self.affiliations.find(best, roles) if kind == "person" else None,
            gender=gender,
            gender_evidence=tuple(self.phrase(sign.start, sign.end) for sign in signs),
            mentions=self.spans(mentions),
        )

    def phrase(self, start: int, end: int) -> Phrase:
        """The words in a span, verbatim."""
        return Phrase(start, end, self._text[start:end])

    def spans(self, mentions: Sequence[int]) -> tuple[Span, ...]:
        """The spans of mentions, without relative pronouns that only continue one."""
        chunks = self._coreference.chunks
        return tuple(chunks.mention(i) for i in mentions if chunks.tags[i] != RELATIVE)
