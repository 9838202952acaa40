"""What a speaker is, person or organisation, as far as the article or the name itself shows it."""

from __future__ import annotations

from typing import Literal

import regex

from quoteattr.coref.coreference import Coreference, Entity
from quoteattr.coref.forms import is_body
from quoteattr.detect.chunks import find_chunks
from quoteattr.detect.lexicon import GROUP_NOUNS, PERSON_NOUNS
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize
from quoteattr.language.en import tables as en

#: most letters of an acronym, and most words of a person's name
_ACRONYM, _NAME = 5, 5
_DIGIT = regex.compile(r"\p{N}")

EntityKind = Literal["person", "organisation"]


def kinds_in(text: str) -> dict[str, EntityKind | None]:
    """What each name of an article stands for, None where nothing shows it.

    >>> kinds_in("“It will rain,” said Mara Holt of Rill University. Norland agreed.")
    {'Mara Holt': 'person', 'Rill University': 'organisation', 'Norland': None}
    """
    coreference = Coreference(text, find_chunks(tokenize(text, find_quotes(text))))
    return {entity.name: _kind(entity) for entity in coreference.entities}


def kind_of_name(name: str) -> EntityKind | None:
    """What a name stands for by its words alone, None where they do not show it.

    >>> kind_of_name("Mara van der Holt"), kind_of_name("Rill University"), kind_of_name("FBI")
    ('person', 'organisation', 'organisation')
    >>> kind_of_name("Norland"), kind_of_name("Tim Post"), kind_of_name("a senior aide")
    (None, None, None)
    """
    words = name.split()
    if not words or not name[0].isupper() or words[0].lower() in en.DETERMINERS:
        return None  # a nominal, a handle
    first, last = words[0].lower(), words[-1].lower()
    if last in en.AMBIGUOUS_ORGANISATION_WORDS:
        if first in en.TITLES or first in PERSON_NOUNS:
            return "person"
        if len(words) == 2:
            return None
    if len(words) > 1:
        if _is_organisation([word.lower() for word in words]):
            return "organisation"
        return "person" if _is_full_name(words) else None
    short = name.isalpha() and name.isupper() and 1 < len(name) <= _ACRONYM
    return "organisation" if short and last not in en.COUNTRY_ACRONYMS else None


def _is_organisation(words: list[str]) -> bool:
    """One of the words is one that organisations have in their names, or a country's acronym."""
    further = en.ORGANISATION_WORDS | en.COUNTRY_ACRONYMS
    ends = words[-1] in en.ORGANISATION_ENDINGS
    return ends or is_body(words) or any(word in further for word in words[1:])


def _is_full_name(words: list[str]) -> bool:
    """A first and a last name, to go by their form: a few words with capitals."""
    if len(words) > _NAME or words[-1].lower() in en.THING_WORDS | GROUP_NOUNS:
        return False
    if words[0].lower() in en.DETERMINERS | en.NO_GIVEN_NAMES:
        return False
    return all(word.lower() in en.PARTICLES or _is_name_word(word) for word in words)


def _is_name_word(word: str) -> bool:
    """A word with a capital, or an initial; no number and no acronym."""
    initial = len(word) <= len("J.") and word.rstrip(".").isupper()
    return initial or (word[0].isupper() and not word.isupper() and not _DIGIT.search(word))


def _kind(entity: Entity) -> EntityKind | None:
    """What an entity is by what the article says about it, and else by its name."""
    by_name, role = kind_of_name(entity.name), bool(entity.roles & PERSON_NOUNS)
    if by_name == "organisation":
        return by_name
    if entity.titled or entity.gendered or (role and not entity.organisation):
        return "person"
    return None if entity.determined else by_name
