"""The body that a role names: *director of the Vale Trust*, *Rillco spokesman*."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from quoteattr.coref.coreference import Coreference
from quoteattr.coref.profiles.kind import kind_of_name
from quoteattr.coref.roles.role import Rank, Role
from quoteattr.coref.roles.words import RoleWords
from quoteattr.detect.alphabet import NOUN_PHRASE, POSSESSIVE, PREPOSITION


class Affiliations:
    """Finds the bodies in the roles of one article."""

    def __init__(self, text: str, coreference: Coreference, words: RoleWords) -> None:
        self._text, self._coreference, self._words = text, coreference, words
        self._chunks, self._language = coreference.chunks, coreference.chunks.language

    def find(self, best: Role | None, roles: Sequence[Role]) -> str | None:
        """The body in the fullest role, or else the first body in another one."""
        others = (role for role in roles if role is not best and role.rank is not Rank.MENTION)
        for role in (best, *others) if best else others:
            body = self._body_in(role)
            if body:
                return body
        return None

    def _body_in(self, role: Role) -> str | None:
        """The first body in the words of a role."""
        starts, tags = self._chunks.starts, self._chunks.tags
        for i in range(bisect_right(self._chunks.ends, role.start), bisect_left(starts, role.end)):
            if tags[i] in NOUN_PHRASE:
                body = self._body_at(i, role)
                if body:
                    return body
        return None

    def _body_at(self, i: int, role: Role) -> str | None:
        """The body in the words of a role in chunk i."""
        chunks, language = self._chunks, self._language
        start, end = max(chunks.starts[i], role.start), min(chunks.ends[i], role.end)
        words = self._text[start:end].split()
        while words and (words[0].lower() in language.determiners or not words[0][0].isupper()):
            del words[0]
        office = False
        while words and (self._words.is_person(words[-1]) or not words[-1][0].isupper()):
            office = office or words[-1].lower() in language.corporate_roles
            del words[-1]
        name = " ".join(word for word in words if "-" not in word).rstrip(",.")
        before = chunks.heads[i - 1] if chunks.tags[i - 1 : i] == PREPOSITION else ""
        owner = chunks.tags[i + 1 : i + 2] == POSSESSIVE and role.noun in language.corporate_roles
        if not name or not self._is_body(i, name, before in language.employing, office or owner):
            return None
        entity = self._coreference.table.of_chunk.get(i)
        return self._coreference.name_of(entity) if entity and name in entity.name else name

    def _is_body(self, i: int, name: str, employs: bool, office: bool) -> bool:
        """Whether the name is a body's: by its words, or by its context in the role."""
        table = self._coreference.table
        kind = kind_of_name(name, self._language)
        if kind == "organisation":
            return True
        entity = table.of_chunk.get(i)
        if entity is not None and entity.shown_person and entity.name == name:
            return False
        lower = name.lower()
        if table.names.is_place((lower,)) or lower in self._language.country_acronyms:
            return False
        employer = employs and not (entity and entity.given_gender)
        return employer or ((employs or office) and kind != "person")
