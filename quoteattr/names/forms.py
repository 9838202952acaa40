"""The words of a name: without titles, offices and whatever else stands around it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from unicodedata import normalize

import regex

from quoteattr.find.lexicon import PERSON_NOUNS, SPEAKING_NOUNS, WORD_CLASS
from quoteattr.language import en
from quoteattr.language.marks import INVISIBLE

_NAME_WORD = regex.compile(
    r"&(?=\s+\p{L})|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*+(?:[.'’&\-‐‑/][\p{L}\p{M}\p{N}]++)*+\.?+"
)
_MARKS = regex.compile(r"\p{Mn}++")
_NO_WIDTH = dict.fromkeys(map(ord, INVISIBLE))
_HYPHEN = regex.compile("[-‐‑]")

Words = tuple[str, ...]


def key(word: str) -> str:
    """The word as two spellings of one name share it: accents or none, either apostrophe.

    >>> key("O’Neill"), key("Jr."), key("Cáceres")
    ("o'neill", 'jr', 'caceres')
    """
    word = word.lower().replace("’", "'").rstrip(".")
    return word if word.isascii() else _MARKS.sub("", normalize("NFD", word))


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
    """
    words = [_bare(word) for word in _NAME_WORD.findall(text.translate(_NO_WIDTH))]
    if all(map(_plain, words)):
        return tuple(words)  # of a text without capitals
    while len(words) > 1 and (words[-1].lower() in en.SUFFIXES or _plain(words[-1])):
        words.pop()
    if not words:
        return ()
    body = is_body(words)
    cut = 0
    for k, word in enumerate(words[:-1]):
        lower = word.lower()
        if _before_name(word, body) or (k == cut and _opens_sentence(lower)):
            cut = k + 1
        elif lower == "of" and cut == k and k + 2 < len(words):
            cut = k + 2
    while cut < len(words) - 1 and words[cut].lower() in en.BODY_JOINTS:
        cut += 1
    return tuple(words[cut:])


def _bare(word: str) -> str:
    """The word without its full stop, unless it is an initial or an abbreviation."""
    short = len(word) < 3 or word.count(".") > 1 or word.lower() in en.ABBREVIATIONS
    return word if short else word.rstrip(".")


def _plain(word: str) -> bool:
    """No letter of the word is a capital: *state*, not *al-Sadr*."""
    return word[0].islower() and word == word.lower()


def _before_name(word: str, body: bool) -> bool:
    """The word cannot be part of the name, and so all before it is none either."""
    lower = word.lower()
    if _plain(word):
        return lower not in en.PARTICLES and lower not in en.NAME_JOINTS
    if (word[0].isdigit() and _HYPHEN.search(word)) or _aged(lower):
        return True
    if body:
        return False
    if lower in en.TITLES or lower in en.EPITHETS:
        return True
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


def suffix_of(text: str) -> str:
    """What closes a name as written: *Jr.*, *II*; an empty string where nothing does."""
    last = text.rsplit(None, 1)[-1] if text else ""
    return last if last.lower() in en.SUFFIXES and len(text.split()) > 2 else ""


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
