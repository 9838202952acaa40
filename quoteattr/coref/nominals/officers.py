"""Resolve a noun to the body of its officer: *Vantro CEO Ida Berg said the company would grow*."""

from __future__ import annotations

from functools import cached_property

from quoteattr.coref.discourse import DiscourseReader
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.names.forms import NameForm, keys
from quoteattr.detect.alphabet import END, NAME, POSSESSIVE, PREPOSITION, SPEAKING_NOMINAL
from quoteattr.detect.patterns.pattern import tags

#: number of chunks before a description to search
_SENTENCE = 40
_OFFICERS = tags("NAME|SPEAKING_NOMINAL")


class OfficerBodies(DiscourseReader):
    """Finds the bodies of officers in one article."""

    def find(self, i: int) -> Entity | None:
        """The body of the officer before chunk i in its sentence, if no other name is nearer.

        This excludes nouns for a specific kind of body: *Vantro CEO Ida Berg said the court …*.
        """
        if self._heads[i] not in self._language.any_body:
            return None
        for k in range(i - 1, max(-1, i - _SENTENCE), -1):
            if self._tags[k] in END:
                return None
            body = self._body_at(k) if self._tags[k] in _OFFICERS else None
            if body is not None or self._may_be_body(k):
                return body
        return None

    def _may_be_body(self, k: int) -> bool:
        """Whether chunk k names an entity without signs of a person."""
        entity = self._table.of_chunk.get(k)
        return entity is not None and self._state.has_no_sign_of_person(entity)

    def _body_at(self, k: int) -> Entity | None:
        """The body that chunk k names, as an officer's or in an office before a name."""
        return self._before_officer(k) or self._after_officer(k) or self._in_office(k)

    def _before_officer(self, k: int) -> Entity | None:
        """*Vantro’s chief executive*: the owner of the office in chunk k."""
        owned = self._tags[max(0, k - 2) : k] == NAME + POSSESSIVE
        return self._table.of_chunk.get(k - 2) if owned and self._office(k) else None

    def _after_officer(self, k: int) -> Entity | None:
        """*The chief executive of Vantro*: the name in chunk k after an office."""
        if self._tags[max(0, k - 2) : k + 1] != SPEAKING_NOMINAL + PREPOSITION + NAME:
            return None
        joined = self._heads[k - 1] in self._language.representing
        return self._table.of_chunk.get(k) if joined and self._office(k - 2) else None

    def _in_office(self, k: int) -> Entity | None:
        """*Vantro CEO Ida Berg*, *a Vantro spokesman*: the name in the words of an office."""
        names = [word for word in self._office(k)[:-1] if word[0].isupper()]
        tails = (keys(names[start:]) for start in range(len(names)))
        return next((self._by_form[tail] for tail in tails if tail in self._by_form), None)

    def _office(self, k: int) -> list[str]:
        """The words of the nominal in chunk k, or before its name, that end in an office."""
        office = self._table.office(k)
        closes = bool(office) and office[-1].lower() in self._language.officers
        return office if closes else []

    @cached_property
    def _by_form(self) -> dict[NameForm, Entity]:
        """The entities by each form of their names in the article."""
        forms, entities = self._table.forms, self._table.of_chunk
        return {keys(forms[k]): entity for k, entity in entities.items() if k in forms}
