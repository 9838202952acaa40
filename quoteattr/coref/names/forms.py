"""The words of a name as a key, its parts, and whether they are a body's."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from quoteattr.language import ENGLISH, Language
from quoteattr.language.letters import strip_accents
from quoteattr.language.patterns import lazy_regex

HYPHEN = lazy_regex("[-‐‑]")
#: number of words, and of names, whose properties are cached
CACHE_SIZE = 1 << 14

#: the words of a name, without titles
NameForm = tuple[str, ...]


@lru_cache(maxsize=CACHE_SIZE)
def key(word: str) -> str:
    """The key of a word, in which spellings of one name are equal: no accents, one apostrophe.

    >>> key("O’Neill"), key("Jr."), key("Cáceres")
    ("o'neill", 'jr', 'caceres')
    """
    return strip_accents(word.lower().replace("’", "'").rstrip("."))


def keys(words: Iterable[str]) -> NameForm:
    """The key of each word."""
    return tuple(map(key, words))


def is_part(words: NameForm, longer: NameForm) -> bool:
    """Whether the words are consecutive in a longer name."""
    form, whole = keys(words), keys(longer)
    return len(form) < len(whole) and any(
        whole[k : k + len(form)] == form for k in range(len(whole) - len(form) + 1)
    )


def initials(words: Iterable[str]) -> str:
    """The first letters of the capitalised words and of their parts, in lower case."""
    word_parts = (part for word in words for part in HYPHEN.split(word))
    return "".join(part[0] for part in word_parts if part[:1].isupper()).lower()


def suffix_of(text: str, language: Language = ENGLISH) -> str:
    """The suffix of a younger bearer of a name: *Jr.*, *II*; empty without one."""
    last = text.rsplit(None, 1)[-1] if text else ""
    return last if last.lower() in language.generations and len(text.split()) > 2 else ""


def family_first(words: NameForm, language: Language = ENGLISH) -> bool:
    """Whether the family name precedes the given names: *Lee Jae-myung*, *Tan See Leng*.

    A given name of the census after it is evidence against that: *Lee Marvin*, *Kim Wilde*.
    """
    if len(words) not in (2, 3) or words[0].lower() not in language.family_first:
        return False
    last = words[-1].lower()
    hyphenated = HYPHEN.search(words[1]) is not None
    strange = len(words) == 3 and last not in language.given_names
    return hyphenated or strange or last in language.family_first


def is_body(words: Iterable[str], language: Language = ENGLISH) -> bool:
    """Whether the name ends, or continues, like an organisation's: *Council of …*.

    Also with one more word: *Brack Police Command*.
    """
    lower = [word.lower() for word in words]
    nouns = language.organisation_words
    if lower[-1] in nouns and len(lower) > 1:
        return True
    if lower[-1] in language.organisation_endings and nouns.intersection(lower[-2:-1]):
        return True
    return any(
        after in language.body_joints and (word in nouns or word in language.body_openers)
        for word, after in pairwise(lower)
    )


@lru_cache(maxsize=CACHE_SIZE)
def is_organisation(words: NameForm, language: Language = ENGLISH) -> bool:
    """Whether the name has a word of organisations, or an *&*; or begins or ends like one."""
    nouns = language.organisation_words
    opens = len(words) > 1 and words[0].lower() in language.body_firsts
    named = opens or any(word.lower() in nouns for word in words[1:])
    return named or "&" in words or is_body(words, language)
