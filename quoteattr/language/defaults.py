"""Default functions of a language without functions of its own: words are not inflected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quoteattr.language.word_tags import OTHER_WORD


def forms(verb: str) -> Iterable[str]:
    """A verb without inflection."""
    return (verb,)


def never(form: str, verb: str) -> bool:
    """No form of a verb is a participle."""
    return False


def no_plural(word: str) -> bool:
    """No word has the form of a plural."""
    return False


def unchanged(noun: str) -> str:
    """A noun without a plural of its own."""
    return noun


def other(word: str) -> str:
    """The tag of any word that no table has."""
    return OTHER_WORD


def no_words() -> frozenset[str]:
    """An empty word list."""
    return frozenset()


def no_names() -> Mapping[str, int]:
    """An empty table of given names."""
    return {}
