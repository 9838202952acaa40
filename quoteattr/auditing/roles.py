"""Classify roles by trade or position."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from quoteattr.language import ENGLISH, Language
from quoteattr.text import one_line

_WORD = regex.compile(r"[\p{L}\p{M}'’]+(?:[-‐‑][\p{L}\p{M}]+)*|[,;:()–—]")


@lru_cache(maxsize=65_536)
def role_class(role: str, language: Language = ENGLISH) -> str | None:
    """The class of the main noun of a role; None if it is in no class.

    The main noun is the last one with a class before *of*, *at*, *who*, a comma or the like:
    *coach* in *assistant coach of the police team*.

    Args:
        role: the words that say who somebody is, or that name somebody: *a police officer*.
        language: the language of these words.

    >>> role_class("the mayor of Brack"), role_class("63, a retired nurse")
    ('politics and government', 'health and care')
    >>> role_class("who lives near the police station") is None
    True
    """
    for part in _phrases(role, language):
        if name := _last_class(part, language):
            return name
    return None


def _phrases(role: str, language: Language) -> Iterator[list[str]]:
    """The parts of a role that may contain its main noun, the most likely first.

    They are the words before a preposition or a pronoun; then those after *of*, as in the name of a
    body: *one of the mayors*, *University of Dalby historian*.
    """
    part, opener, later = list[str](), "", list[list[str]]()
    for word in [*_WORD.findall(one_line(role).lower()), ","]:
        separates = not word[0].isalpha() or word in language.conjunctions
        if not separates and word not in language.role_ends:
            part.append(word)
            continue
        if not opener:
            yield part
        elif opener in language.body_joints:
            later.append(part)
        opener = "" if separates else word if part else opener or word
        part = []
    yield from later


def _last_class(words: list[str], language: Language) -> str | None:
    """The class of the last word with a class, alone or with the word before it."""
    for end in range(len(words), 0, -1):
        compound = " ".join(words[max(0, end - 2) : end])
        name = language.role_classes.get(compound) or _class_of(words[end - 1], language)
        if name is not None:
            return name
    return None


def _class_of(noun: str, language: Language) -> str | None:
    """The class of a noun, even if it is plural, possessive, or the end of a hyphenated word."""
    noun = noun.replace("’", "'").removesuffix("'s").removesuffix("'").replace("‑", "-")
    classes = language.role_classes
    singulars = language.derived(_singulars)
    for form in (noun, noun.rpartition("-")[2]):
        if name := classes.get(form) or classes.get(singulars.get(form, "")):
            return name
    return None


def _singulars(language: Language) -> dict[str, str]:
    """A table from the plural of each noun with a class to the noun."""
    return {language.plural(noun): noun for noun in language.role_classes}
