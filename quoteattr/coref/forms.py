"""The words of a name: without titles, offices and whatever else stands around it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import regex

from quoteattr.detect.lexicon import PERSON_NOUNS, SPEAKING_NOUNS, WORD_CLASS
from quoteattr.language.en import tables as en
from quoteattr.language.en.word_lists import given_names
from quoteattr.language.letters import strip_accents
from quoteattr.language.marks import INVISIBLE

_NAME_WORD = regex.compile(
    r"&(?=\s+\p{L})|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*+(?:[._'’&\-‐‑/][\p{L}\p{M}\p{N}]++)*+\.?+"
)
_NO_WIDTH = dict.fromkeys(map(ord, INVISIBLE))
_HYPHEN = regex.compile("[-‐‑]")

Words = tuple[str, ...]


def key(word: str) -> str:
    """The word as two spellings of one name share it: accents or none, either apostrophe.

    >>> key("O’Neill"), key("Jr."), key("Cáceres")
    ("o'neill", 'jr', 'caceres')
    """
    word = word.lower().replace("’", "'").rstrip(".")
    return strip_accents(word)


def keys(words: Iterable[str]) -> Words:
    """The key of each word."""
    return tuple(map(key, words))


def is_body(words: Iterable[str]) -> bool:
    """A name that ends as those of organisations do, or goes on as they do: *Council of …*."""
    lower = [word.lower() for word in words]
    if lower[-1] in en.ORGANISATION_WORDS and len(lower) > 1:
        return True
    pairs = pairwise(lower)
    return any(w in en.ORGANISATION_WORDS and after in en.BODY_JOINTS for w, after in pairs)


def name_words(text: str) -> Words:
    """The words of a name without titles, offices and suffixes.

    >>> name_words("Former Secretary of State Mara Holt")
    ('Mara', 'Holt')
    >>> name_words("Texas Sen. Ted Cruz"), name_words("Dr. Amara Okoye Jr.")
    (('Ted', 'Cruz'), ('Amara', 'Okoye'))
    >>> name_words("Don Miller"), name_words("Nurse Don Miller")
    (('Don', 'Miller'), ('Don', 'Miller'))
    >>> name_words("the 63-year-old President-elect Ana Mora"), name_words("the Council of Europe")
    (('Ana', 'Mora'), ('Council', 'of', 'Europe'))
    >>> name_words("Metix GM Rolf Dagel"), name_words("Azlan Rahim MP"), name_words("Pope Leo")
    (('Rolf', 'Dagel'), ('Azlan', 'Rahim'), ('Pope', 'Leo'))
    """
    words = [_bare(word) for word in _NAME_WORD.findall(text.translate(_NO_WIDTH))]
    if all(map(_plain, words)):
        return tuple(words)  # of a text without capitals
    while len(words) > 1 and (_is_honour(words[-1]) or _plain(words[-1])):
        words.pop()
    if not words:
        return ()
    body = is_body(words)
    cut = 0
    for k, word in enumerate(words[:-1]):
        lower = word.lower()
        last = len(words) - k == 2
        if _before_name(word, body, last) or (k == cut and _opens_sentence(lower)):
            cut = k + 1
        elif lower == "of" and cut == k and k + 2 < len(words):
            cut = k + 2
    while cut < len(words) - 1 and words[cut].lower() in en.BODY_JOINTS:
        cut += 1
    if cut == len(words) - 1 and cut and words[cut - 1].lower() in en.REGNAL:
        cut -= 1
    return tuple(words[cut:])


def _bare(word: str) -> str:
    """The word without its full stop, unless it is an initial or an abbreviation."""
    short = len(word) < 3 or word.count(".") > 1 or word.lower() in en.ABBREVIATIONS
    return word if short else word.rstrip(".")


def _plain(word: str) -> bool:
    """No letter of the word is a capital: *state*, not *al-Sadr*."""
    return word[0].islower() and word == word.lower()


def _is_honour(word: str) -> bool:
    """The word closes a name and is written as such: *Jr.*, *MP*, *PhD*, not *Sc* or *Pc*."""
    lower = word.lower()
    return lower in en.SUFFIXES and (lower in en.GENERATIONS or "." in word or not word.istitle())


def _before_name(word: str, body: bool, last: bool) -> bool:
    """The word cannot be part of the name, and so all before it is none either.

    Args:
        word: a word of the name as written.
        body: the name is an organisation's.
        last: one word follows.
    """
    lower = word.lower()
    if _plain(word):
        return lower not in en.PARTICLES and lower not in en.NAME_JOINTS
    if (word[0].isdigit() and _HYPHEN.search(word)) or _aged(lower):
        return True
    if body:
        return False
    if lower in en.TITLES or lower in en.EPITHETS:
        return True
    if word in en.JOB_ACRONYMS:  # *MD Anderson* and *DC Comics* are whole
        return not last or len(word) > 2
    if lower in PERSON_NOUNS:
        return lower not in en.SURNAME_ROLES
    if word.endswith(".") and len(word) > 3 and word.count(".") == 1:
        return lower in en.ABBREVIATIONS and lower not in en.PARTICLES
    return any(part in PERSON_NOUNS for part in _HYPHEN.split(lower)) and "-" in lower


def _aged(lower: str) -> bool:
    """*Fifteen-year-old*."""
    return _HYPHEN.sub(" ", lower).endswith(" year old")


def _opens_sentence(lower: str) -> bool:
    """A determiner, or an adverb, conjunction or pronoun that has its capital from its place."""
    return lower in en.DETERMINERS or WORD_CLASS.get(lower, "w") in "yut&P"


def family_first(words: Words) -> bool:
    """The family name stands before the given names: *Lee Jae-myung*, *Tan See Leng*.

    A given name of the census behind it speaks against that: *Lee Marvin*, *Kim Wilde*.
    """
    if len(words) not in (2, 3) or words[0].lower() not in en.FAMILY_FIRST:
        return False
    last = words[-1].lower()
    hyphenated = _HYPHEN.search(words[1]) is not None
    return hyphenated or (len(words) == 3 and last not in given_names()) or last in en.FAMILY_FIRST


def is_part(words: Words, longer: Words) -> bool:
    """The words stand in a row in a longer name."""
    form, whole = keys(words), keys(longer)
    return len(form) < len(whole) and any(
        whole[k : k + len(form)] == form for k in range(len(whole) - len(form) + 1)
    )


def suffix_of(text: str) -> str:
    """What tells a name from that of an older bearer: *Jr.*, *II*; an empty string without."""
    last = text.rsplit(None, 1)[-1] if text else ""
    return last if last.lower() in en.GENERATIONS and len(text.split()) > 2 else ""


def is_office(text: str, words: Words) -> bool:
    """The words are an office in capitals rather than a name: *the PAHO Director*, *Secretary*."""
    last = words[-1].lower()
    if last not in SPEAKING_NOUNS or last in en.ORGANISATION_WORDS:
        return False
    if last in en.SURNAME_ROLES and len(words) < 3:
        return text.split()[0].lower() in en.DETERMINERS
    return last in PERSON_NOUNS


def initials(words: Iterable[str]) -> str:
    """First letters of the capitalised words and of their parts, in lower case."""
    parts = (part for word in words for part in _HYPHEN.split(word))
    return "".join(part[0] for part in parts if part[:1].isupper()).lower()
