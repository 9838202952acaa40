"""The fullest of the roles of an entity, and the roles that can be those of a person."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.coref.plurals import Plurals
from quoteattr.coref.roles.role import Rank, Role
from quoteattr.coref.roles.words import RoleWords
from quoteattr.language import Language
from quoteattr.records import SpeakerKind

#: number of words beyond which a longer role is not fuller
_FULL = 3


class RoleChoice:
    """Compares roles of one article."""

    def __init__(self, text: str, words: RoleWords, language: Language) -> None:
        self._text, self._words, self._language = text, words, language
        self._plurals = language.derived(Plurals)

    def fullest(self, roles: Sequence[Role], kind: SpeakerKind) -> Role | None:
        """The fullest role: next to the name before elsewhere, one that heads a noun for people."""
        person = kind == "person"
        return max(roles, key=lambda role: self._fullness(role, person), default=None)

    def _fullness(self, role: Role, person: bool) -> tuple[int, bool, int, int, int]:
        """Sort key: how well a role says who somebody is; in a tie the first is best."""
        written = self._text[role.start : role.end].lower().split()
        length = min(sum(word not in self._language.determiners for word in written), _FULL)
        level = self._level(role, person, length)
        return level, length > 1, -role.rank, length, -role.start

    def _level(self, role: Role, person: bool, length: int) -> int:
        """The informativeness of a role by its position and its noun.

        A title such as *Dr.* says little, and so does *the expert* far from the name.
        """
        if role.rank is Rank.POSTMODIFIER:
            return 2
        named = self._has_noun(role, person)
        if role.rank in (Rank.BESIDE, Rank.SHARED):
            bare = length < 2 and self._words.is_bare_title(role.noun)
            return 3 if named and not bare else 2
        full = role.rank is Rank.PREDICATE or length > 1
        return (3 if full else 1) if named else 0

    def _has_noun(self, role: Role, person: bool) -> bool:
        """Whether the head of the role is a noun for one person, or else for a body."""
        words = self._words
        noun = words.is_person(role.noun) if person else words.is_role(role.noun)
        return noun and (role.head < 0 or not self._plurals.is_plural(role.noun))

    def fits_person(self, role: Role) -> bool:
        """Whether a role can be one person's: no plural, body or document, but *the duo* of two."""
        if role.rank is Rank.POSTMODIFIER or self._has_noun(role, person=True):
            return True
        if role.rank is Rank.MENTION:
            return False
        head, language = role.noun, self._language
        if role.rank is Rank.SHARED and head in language.small_groups:
            return True
        return not self._plurals.is_several(head)
