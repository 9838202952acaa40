"""Nouns that refer to several: plurals, and nouns for groups."""

from __future__ import annotations

from quoteattr.language import Language


class Plurals:
    """The nouns of one language that refer to several."""

    def __init__(self, language: Language) -> None:
        """Build the plurals of its nouns for people and groups."""
        self._language = language
        built = map(language.plural, language.roles | language.groups)
        self._nouns = language.plurals | frozenset(built)

    def is_plural(self, head: str) -> bool:
        """Whether the noun is a known plural."""
        return head in self._nouns

    def is_plural_or_pair(self, head: str) -> bool:
        """Whether the noun is a known plural, or refers to two: *the pair*."""
        return self.is_plural(head) or head in self._language.pairs

    def is_several(self, head: str) -> bool:
        """Whether the noun is a plural, known or by its ending, or refers to a group."""
        language = self._language
        return self.is_plural(head) or language.looks_plural(head) or head in language.group_nouns
