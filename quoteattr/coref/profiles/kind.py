"""Decide whether a speaker is a person or an organisation, by the article or the name itself."""

from __future__ import annotations

from typing import Literal

from quoteattr.coref.coreference import Coreference
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.names.forms import is_body
from quoteattr.detect.chunker import find_chunks
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize
from quoteattr.language import ENGLISH, Language
from quoteattr.language.patterns import lazy_regex

#: maximum number of letters of an acronym, and of words of a person's name
_ACRONYM, _NAME = 5, 5
_DIGIT = lazy_regex(r"\p{N}")
#: one initial, or several with full stops: *J*, *J.R.*
_INITIALS = lazy_regex(r"\p{Lu}\.?|(?:\p{Lu}\.){2,}")

EntityKind = Literal["person", "organisation"]


def kinds_in(text: str, language: Language = ENGLISH) -> dict[str, EntityKind | None]:
    """The kind of each name of an article; None if nothing shows it.

    >>> kinds_in("“It will rain,” said Mara Holt of Rill University. Norland agreed.")
    {'Mara Holt': 'person', 'Rill University': 'organisation', 'Norland': None}
    """
    chunks = find_chunks(tokenize(text, find_quotes(text), language), language)
    return {entity.name: kind_of_entity(entity) for entity in Coreference(text, chunks).entities}


def kind_of_name(name: str, language: Language = ENGLISH) -> EntityKind | None:
    """The kind of a name by its words alone; None if they do not show it.

    >>> kind_of_name("Mara van der Holt"), kind_of_name("Rill University"), kind_of_name("FBI")
    ('person', 'organisation', 'organisation')
    >>> kind_of_name("Norland"), kind_of_name("Tim Post"), kind_of_name("a senior aide")
    (None, None, None)
    >>> kind_of_name("Madam")
    'person'
    """
    words = name.split()
    lower = [word.lower() for word in words]
    if not words or not name[0].isupper() or lower[0] in language.determiners:
        return None  # a nominal, a handle
    if lower[-1] in language.ambiguous_organisation_words:
        if lower[0] in language.titles or lower[0] in language.person_nouns:
            return "person"
        if len(words) == 2:
            return None
    if len(words) > 1:
        if _is_organisation(lower, language):
            return "organisation"
        return "person" if _is_full_name(words, language) else None
    if lower[0] in language.titles:
        return "person"  # *Madam*
    short = name.isalpha() and name.isupper() and 1 < len(name) <= _ACRONYM
    return "organisation" if short and lower[0] not in language.country_acronyms else None


def _is_organisation(words: list[str], language: Language) -> bool:
    """Whether one of the words is one in names of organisations, or a country's acronym."""
    if words[-1] in language.organisation_endings or is_body(words, language):
        return True
    nouns, countries = language.organisation_words, language.country_acronyms
    return any(word in nouns or word in countries for word in words[1:])


def _is_full_name(words: list[str], language: Language) -> bool:
    """Whether it looks like a first and a last name: a few words with capitals."""
    first, last = words[0].lower(), words[-1].lower()
    things = (language.thing_words, language.group_nouns, language.no_last_names)
    if len(words) > _NAME or any(last in nouns for nouns in things):
        return False
    if first in language.no_given_names or any(_owns(word, language) for word in words[:-1]):
        return False
    return all(word.lower() in language.particles or _is_name_word(word) for word in words)


def _owns(word: str, language: Language) -> bool:
    """Whether a word has a possessive ending, or is a contraction: *Here’s How*."""
    _, apostrophe, ending = word.lower().replace("’", "'").rpartition("'")
    return bool(apostrophe) and ending in language.possessive_endings


def _is_name_word(word: str) -> bool:
    """Whether it is a word with a capital, or an initial; not a number or an acronym."""
    return bool(_INITIALS.fullmatch(word)) or (
        word[0].isupper() and not word.isupper() and not _DIGIT.search(word)
    )


def kind_of_entity(entity: Entity) -> EntityKind | None:
    """The kind of an entity by what the article says about it, or else by its name."""
    by_name = kind_of_name(entity.name, entity.language)
    if by_name == "organisation":
        return by_name
    if entity.shown_person or is_called_person(entity):
        return "person"
    return None if entity.usage.determined else by_name


def is_called_person(entity: Entity) -> bool:
    """Whether a noun for people, and not for bodies, describes the entity; not *the developer*."""
    people, groups = entity.language.person_nouns, entity.language.group_nouns
    return any(role in people and role not in groups for role in entity.roles)


def is_called_body(entity: Entity) -> bool:
    """Whether a noun for bodies, and not for people, describes the entity; not *the developer*."""
    people, groups = entity.language.person_nouns, entity.language.group_nouns
    return any(role in groups and role not in people for role in entity.roles)
