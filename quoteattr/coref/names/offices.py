"""Whether words are an office, an occupation, an age or an origin, and no name."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.coref.names.forms import HYPHEN, NameForm, is_body
from quoteattr.language import ENGLISH, Language

#: minimum number of letters of a word whose ending shows a noun for people: *cosmetologist*
_AGENT = 7


def is_occupation(word: str, language: Language = ENGLISH) -> bool:
    """Whether the word is an occupation or an origin, and not also a name.

    >>> is_occupation("investigator"), is_occupation("londoner"), is_occupation("cook")
    (True, True, False)
    """
    if word in language.given_names or word in language.surname_roles:
        return False
    if word in language.natives:
        return True
    if word in language.role_classes:
        return word not in language.group_nouns
    return len(word) >= _AGENT and word.endswith(language.agent_endings)


def is_age(word: str, language: Language) -> bool:
    """Whether the word, in lower case, gives an age: *fifteen-year-old*."""
    return HYPHEN.sub("-", word).endswith(language.age_endings)


def is_native(text: str, language: Language = ENGLISH) -> bool:
    """Whether it is a description by origin: *the Frenchman*, *the 19-year-old Australian*.

    >>> is_native("the Australian"), is_native("Australian"), is_native("the Australian Open")
    (True, False, False)
    """
    determiner, _, described = text.lower().partition(" ")
    age, _, noun = described.rpartition(" ")
    aged = not age or is_age(age, language)
    return determiner in language.definite and aged and noun in language.native_adjectives


def is_office(text: str, words: NameForm, language: Language = ENGLISH) -> bool:
    """Whether the words are an office in capitals, not a name: *the PAHO Director*, *Secretary*."""
    last = words[-1].lower()
    if is_native(text, language):
        return True
    if last not in language.person_nouns or last in language.organisation_words:
        return False
    before = words[-2].lower() if len(words) > 1 else ""
    joined = before in language.name_joints
    if is_body(words, language) and (joined or language.looks_plural(last)):
        return False  # *Guild of Bakers*, *Center for Law and Justice*
    first, *between = [*(word.lower() for word in text.split()[:-1]), ""]
    named = first not in language.determiners and last not in language.titles
    if (named or text.startswith(words[0])) and _is_given_name(words, language):
        return False  # *John Champion*, *Coretta Scott King*, *Brack fullback John Reeve*
    if last not in language.titles and any(map(language.titles.get, [first, *between])):
        return False  # *Mr Brewer*, but not *Mr Speaker*
    if last in language.surname_roles and len(words) < 3:
        return first in language.determiners and not any(map(language.titles.get, between))
    return True


def is_office_phrase(words: Sequence[str], language: Language = ENGLISH) -> bool:
    """Whether the noun of the phrase, its last word or that before *of*, is an office.

    >>> is_office_phrase(["Director", "of", "Public", "Works"]), is_office_phrase(["Works"])
    (True, False)
    """
    lower = [word.lower() for word in words]
    head = next((k for k, word in enumerate(lower) if word in language.genitive), len(lower))
    noun = lower[head - 1].rpartition("-")[2] if head else ""
    office = noun in language.person_nouns or noun in language.titles
    return office and noun not in language.body_openers  # *Friends of Inland Boats*


def _is_given_name(words: NameForm, language: Language) -> bool:
    """Whether the first of several words is a given name and not a noun."""
    first = words[0].lower()
    noun = first in language.person_nouns or first in language.ordinary_words
    return first in language.given_names and not noun
