"""Read the words of a name: without titles, offices and other words around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from quoteattr.detect.alphabet import OTHER_WORD
from quoteattr.detect.patterns.pattern import tags
from quoteattr.language import ENGLISH, Language
from quoteattr.language.letters import strip_accents
from quoteattr.language.marks import NO_INVISIBLE
from quoteattr.language.patterns import lazy_regex

_NAME_WORD = lazy_regex(
    r"&(?=\s+\p{L})|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*+(?:[._'’&\-‐‑/][\p{L}\p{M}\p{N}]++)*+\.?+"
)
_HYPHEN = lazy_regex("[-‐‑]")
#: number of words, and of names, whose properties are cached
_REMEMBERED = 1 << 14

#: words that have a capital only from their position
_GRAMMAR = tags("ADVERB|SUBORDINATOR|COMPLEMENTIZER|CONJUNCTION|PRONOUN")
#: minimum number of letters of a word whose ending shows a noun for people: *cosmetologist*
_AGENT = 7

#: maximum number of letters of initials that are written as one word: *AJ Berg*
_INITIALS = 2

#: the words of a name, without titles
NameForm = tuple[str, ...]


@lru_cache(maxsize=_REMEMBERED)
def key(word: str) -> str:
    """The key of a word, in which spellings of one name are equal: no accents, one apostrophe.

    >>> key("O’Neill"), key("Jr."), key("Cáceres")
    ("o'neill", 'jr', 'caceres')
    """
    return strip_accents(word.lower().replace("’", "'").rstrip("."))


def keys(words: Iterable[str]) -> NameForm:
    """The key of each word."""
    return tuple(map(key, words))


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


@lru_cache(maxsize=_REMEMBERED)
def is_organisation(words: NameForm, language: Language = ENGLISH) -> bool:
    """Whether the name has a word of organisations, or an *&*; or begins or ends like one."""
    nouns = language.organisation_words
    opens = len(words) > 1 and words[0].lower() in language.body_firsts
    named = opens or any(word.lower() in nouns for word in words[1:])
    return named or "&" in words or is_body(words, language)


@lru_cache(maxsize=_REMEMBERED)
def name_words(text: str, language: Language = ENGLISH) -> NameForm:
    """Read the words of a name without titles, offices and suffixes.

    Returns:
        Its words; none if the text has no word.

    >>> name_words("Former Secretary of State Mara Holt")
    ('Mara', 'Holt')
    >>> name_words("Texas Sen. Ted Cruz"), name_words("Dr. Amara Okoye Jr.")
    (('Ted', 'Cruz'), ('Amara', 'Okoye'))
    >>> name_words("Don Miller"), name_words("Nurse Don Miller")
    (('Don', 'Miller'), ('Don', 'Miller'))
    >>> name_words("the 63-year-old President-elect Ana Mora"), name_words("the Council of Europe")
    (('Ana', 'Mora'), ('Council', 'of', 'Europe'))
    >>> name_words("Investigator Mara Holt"), name_words("Cook Holt"), name_words("Tinker Holt")
    (('Mara', 'Holt'), ('Cook', 'Holt'), ('Tinker', 'Holt'))
    >>> name_words("Metix GM Rolf Dagel"), name_words("Azlan Rahim MP"), name_words("Pope Leo")
    (('Rolf', 'Dagel'), ('Azlan', 'Rahim'), ('Pope', 'Leo'))
    >>> name_words("Tunku Azlan Tunku Hamzah")
    ('Azlan', 'Tunku', 'Hamzah')
    """
    words = [_bare(word, language) for word in _NAME_WORD.findall(text.translate(NO_INVISIBLE))]
    if all(map(_is_lower, words)):
        return tuple(words)  # in a text without capitals
    while len(words) > 1 and (_is_honour(words[-1], language) or _is_lower(words[-1])):
        if words[0].lower() in language.determiners and _is_member(words[1:], language):
            break  # *the MP*, *the Brack MP*
        words.pop()
    return _with_small_letters(words[_name_start(words, language) :], language)


def _with_small_letters(words: list[str], language: Language) -> NameForm:
    """The words, with small letters in a given name that opens a paragraph: *IDA Berg has left*."""
    first, *further = words
    opens = first.isupper() and len(first) > _INITIALS and first.lower() in language.given_names
    shouted = not further or any(map(str.isupper, further))
    if not opens or shouted or is_organisation((first, *further), language):
        return tuple(words)
    return (first.capitalize(), *further)


def _name_start(words: list[str], language: Language) -> int:
    """The index of the first word of the name, after titles, offices and determiners."""
    body = is_body(words, language)
    start = 0
    for k, word in enumerate(words[:-1]):
        lower = word.lower()
        last = len(words) - k == 2
        opens = k == start and _opens_sentence(lower, language)
        styled = lower in language.styles and _is_owned(words, k, language)
        second = k > 0 and lower in language.second_titles and _is_title(words[k - 1], language)
        job = k == start and not (body or last) and _is_job_first(lower, language)
        opens = opens or styled or second or job or (body and _ends_body(words, k, language))
        if start < k and _is_father_title(words[start - 1], word, language):
            break
        if opens or _precedes_name(word, body, last, language):
            start = k + 1
        elif lower in language.genitive and start == k and k + 2 < len(words):
            start = k + 2
    while start < len(words) - 1 and words[start].lower() in language.body_joints:
        start += 1
    if start == len(words) - 1 and start and words[start - 1].lower() in language.regnal:
        start -= 1
    return start


def _is_job_first(lower: str, language: Language) -> bool:
    """Before two words more, a noun that may be a last name: *Warden Ida Berg*, not *Dean …*."""
    return lower in language.surname_roles and lower not in language.given_names


def _is_title(word: str, language: Language) -> bool:
    """The word is a title, with its full stop or without: *Det*."""
    lower = word.lower()
    return lower in language.titles or lower + "." in language.titles


def _is_father_title(before: str, word: str, language: Language) -> bool:
    """The form of address before the name, again: the father's, *Tunku Azlan Tunku Hamzah*."""
    return bool(language.titles.get(word.lower())) and before.lower() == word.lower()


def _bare(word: str, language: Language) -> str:
    """The word without its full stop, unless it is an initial or an abbreviation."""
    short = len(word) < 3 or word.count(".") > 1 or word.lower() in language.abbreviations
    return word if short else word.rstrip(".")


def _is_lower(word: str) -> bool:
    """Whether no letter of the word is a capital: *state*, not *al-Sadr*."""
    return word[0].islower() and word == word.lower()


def _is_member(words: list[str], language: Language) -> bool:
    """Whether the words after a determiner are an office in capitals, and where it is held."""
    *place, office = words
    named = any(word.lower() in language.given_names for word in place)
    held = office.lower() in language.person_nouns and not (named or any(map(_is_lower, place)))
    return office.isupper() and (held or not place)


def _is_honour(word: str, language: Language) -> bool:
    """Whether the word ends a name and is written like a suffix: *Jr.*, *Esq*, *PhD*, not *Sc*."""
    lower = word.lower()
    if lower not in language.suffixes:
        return False
    like_name = lower in language.generations or lower in language.titled_suffixes
    return like_name or "." in word or not word.istitle()


def _precedes_name(word: str, body: bool, last: bool, language: Language) -> bool:
    """Whether the word cannot be part of the name, so that no word before it can be either."""
    lower = word.lower()
    if _is_lower(word):
        return lower not in language.particles and lower not in language.name_joints
    if (word[0].isdigit() and _HYPHEN.search(word)) or _is_epithet(lower, language):
        return True
    if body:
        return False
    if lower in language.titles or lower in language.epithets:
        return True
    if word in language.job_acronyms:  # *MD Anderson* and *DC Comics* are complete
        return not last or len(word) > 2
    if lower in language.person_nouns:
        return lower not in language.surname_roles
    if not last and is_occupation(lower, language):
        return True
    abbreviated = word.endswith(".") and len(word) > 3 and word.count(".") == 1
    return abbreviated or any(part in language.person_nouns for part in _HYPHEN.split(lower))


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
    return _HYPHEN.sub("-", word).endswith(language.age_endings)


def _is_epithet(word: str, language: Language) -> bool:
    """Whether the word, in lower case, gives an age, a rank or an origin: *Dalby-based*."""
    return _HYPHEN.sub("-", word).endswith(language.age_endings + language.epithet_endings)


def _is_owned(words: list[str], k: int, language: Language) -> bool:
    """Whether a possessive precedes word k: *His Grace Ivo Novak*, not *Grace Novak*."""
    return words[k - 1].lower() in language.possessives


def _ends_body(words: list[str], k: int, language: Language) -> bool:
    """Whether an office separates a body's name and a person's: *Bank of Tonga Governor X Y*.

    Nothing after it is part of a body's name.
    """
    lower = [word.lower() for word in words]
    after = lower[k + 1 :]
    if lower[k] not in language.titles and lower[k] not in language.person_nouns:
        return False
    joined = lower[k - 1] in language.name_joints
    of_body = (language.name_joints, language.organisation_words)
    return not joined and len(after) > 1 and all(words.isdisjoint(after) for words in of_body)


def _opens_sentence(lower: str, language: Language) -> bool:
    """Whether it is a determiner or function word that has its capital from its position."""
    return lower in language.determiners or language.word_tags.get(lower, OTHER_WORD) in _GRAMMAR


def family_first(words: NameForm, language: Language = ENGLISH) -> bool:
    """Whether the family name precedes the given names: *Lee Jae-myung*, *Tan See Leng*.

    A given name of the census after it is evidence against that: *Lee Marvin*, *Kim Wilde*.
    """
    if len(words) not in (2, 3) or words[0].lower() not in language.family_first:
        return False
    last = words[-1].lower()
    hyphenated = _HYPHEN.search(words[1]) is not None
    strange = len(words) == 3 and last not in language.given_names
    return hyphenated or strange or last in language.family_first


def is_part(words: NameForm, longer: NameForm) -> bool:
    """Whether the words are consecutive in a longer name."""
    form, whole = keys(words), keys(longer)
    return len(form) < len(whole) and any(
        whole[k : k + len(form)] == form for k in range(len(whole) - len(form) + 1)
    )


def suffix_of(text: str, language: Language = ENGLISH) -> str:
    """The suffix of a younger bearer of a name: *Jr.*, *II*; empty without one."""
    last = text.rsplit(None, 1)[-1] if text else ""
    return last if last.lower() in language.generations and len(text.split()) > 2 else ""


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


def is_native(text: str, language: Language = ENGLISH) -> bool:
    """Whether it is a description by origin: *the Frenchman*, *the 19-year-old Australian*.

    >>> is_native("the Australian"), is_native("Australian"), is_native("the Australian Open")
    (True, False, False)
    """
    determiner, _, described = text.lower().partition(" ")
    age, _, noun = described.rpartition(" ")
    aged = not age or is_age(age, language)
    return determiner in language.definite and aged and noun in language.native_adjectives


def initials(words: Iterable[str]) -> str:
    """The first letters of the capitalised words and of their parts, in lower case."""
    word_parts = (part for word in words for part in _HYPHEN.split(word))
    return "".join(part[0] for part in word_parts if part[:1].isupper()).lower()
