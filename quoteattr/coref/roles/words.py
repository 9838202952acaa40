"""Words that occur in roles: nouns for people and bodies, offices, titles."""

from __future__ import annotations

import regex

from quoteattr.language import Language
from quoteattr.language.patterns import any_of, lazy_regex

#: minimum number of letters of a word whose ending shows a noun for people: *cosmetologist*
_LONG = 7
#: marks around a word
_MARKS = "“”\"'‘’,()"


class RoleWords:
    """Tables derived from those of one language."""

    def __init__(self, language: Language) -> None:
        occupations = language.role_classes.keys() - language.group_nouns
        nouns = language.person_nouns | language.title_roles.keys() | occupations
        nouns |= language.role_nouns
        self._people = nouns | {noun.replace("-", "") for noun in nouns}
        self._groups = language.group_nouns
        self._endings = language.agent_endings
        self._acronyms = language.job_acronyms
        joints = any_of(sorted(language.prepositions | language.relative))
        self._complement = lazy_regex(rf"\s(?:{joints})\s|,", regex.IGNORECASE)
        self._possessor = lazy_regex(rf"['’](?:{any_of(sorted(language.possessive_endings))})?\s")
        shown = {word for word, gender in language.titles.items() if gender}
        #: forms of address, which show only a gender: *Mr.*
        self.address = shown - language.person_nouns
        #: titles that are not offices: *Dr.*
        named = language.person_nouns | language.role_classes.keys()
        self._bare = {title.rstrip(".") for title in language.titles} - named
        #: offices among the titles: *Gov.*
        self._titles = language.titles.keys() - self.address - language.title_fields
        #: endings after offices: *mayor-elect*
        self._suffixes = lazy_regex(rf"-(?:{any_of(sorted(language.office_suffixes))})$")
        #: prepositions before an origin or a body
        self.origin = language.role_joints
        self.complements = language.role_joints | language.complements
        #: prepositions by which an office continues up to the name: *ambassador to the UN Ida Berg*
        self.office_joints = self.complements | language.office_joints | language.place_prepositions

    def head(self, words: str) -> str:
        """The head of a nominal: its last word after possessors and before complements.

        In *chairman of the People’s Assembly*, the possessor is part of the complement.
        """
        nominal = self._complement.split(self._possessor.split(words)[-1], maxsplit=1)[0]
        after = _last_word(nominal)
        if not self.is_person(after):
            before = _last_word(self._complement.split(words, maxsplit=1)[0])
            return before if self.is_person(before) else after
        return after

    def is_role(self, word: str) -> bool:
        """Whether the word is a noun for people or bodies, an office or a title."""
        lower = word.strip(_MARKS).lower()
        return lower.rpartition("-")[2] in self._groups or self.is_person(word)

    def is_bare_title(self, word: str) -> bool:
        """Whether the word is a title that is not an office: *Dr.*."""
        return word.lower().rstrip(".") in self._bare

    def is_person(self, word: str) -> bool:
        """Whether the word is a noun for people, an office or a title."""
        bare = word.strip(_MARKS)
        lower = bare.lower()
        if "-" in lower:
            lower = self._suffixes.sub("", lower)
        if bare in self._acronyms or lower in self._people or lower in self._titles:
            return True
        if lower.endswith(self._endings) and len(lower) >= _LONG:
            return True
        last = lower.replace("/", "-").rpartition("-")[2]
        return last in self._people


def _last_word(words: str) -> str:
    """The last of some words in lower case, without marks; empty if there are none."""
    return (words.split() or [""])[-1].lower().strip(_MARKS)
