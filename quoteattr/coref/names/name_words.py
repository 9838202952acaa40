"""Read the words of a name: without titles, offices and other words around it."""

from __future__ import annotations

from functools import lru_cache

from quoteattr.coref.names.forms import CACHE_SIZE, HYPHEN, NameForm, is_body, is_organisation
from quoteattr.coref.names.offices import is_occupation
from quoteattr.detect.alphabet import OTHER_WORD
from quoteattr.detect.patterns.pattern import tags
from quoteattr.language import ENGLISH, Language
from quoteattr.language.marks import NO_INVISIBLE
from quoteattr.language.patterns import lazy_regex

_NAME_WORD = lazy_regex(
    r"&(?=\s+\p{L})|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*+(?:[._'’&\-‐‑/][\p{L}\p{M}\p{N}]++)*+\.?+"
)
#: words that have a capital only from their position
_GRAMMAR = tags("ADVERB|SUBORDINATOR|COMPLEMENTIZER|CONJUNCTION|PRONOUN")
#: maximum number of letters of initials that are written as one word: *AJ Berg*
_INITIALS = 2


@lru_cache(maxsize=CACHE_SIZE)
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
    if (word[0].isdigit() and HYPHEN.search(word)) or _is_epithet(lower, language):
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
    return abbreviated or any(part in language.person_nouns for part in HYPHEN.split(lower))


def _is_epithet(word: str, language: Language) -> bool:
    """Whether the word, in lower case, gives an age, a rank or an origin: *Dalby-based*."""
    return HYPHEN.sub("-", word).endswith(language.age_endings + language.epithet_endings)


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
