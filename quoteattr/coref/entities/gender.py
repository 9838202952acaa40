"""The gender that a word shows by itself: ``m``, ``f``, or empty if it shows none."""

from __future__ import annotations

from itertools import islice, pairwise

from quoteattr.detect.chunks import Chunks
from quoteattr.language import ENGLISH, Language

#: number of words before a name that may contain its title
_TITLE_WORDS = 6


def title_gender(text: str, language: Language = ENGLISH) -> str:
    """The gender that a title or a word of kinship before a name shows.

    >>> title_gender("Mrs. Holt"), title_gender("his brother Jan Holt"), title_gender("Dr. Holt")
    ('f', 'm', '')
    """
    words = text.split()
    for word, following in islice(pairwise(words), _TITLE_WORDS):
        gender = language.titles.get(word.lower()) or language.kinship.get(word.lower())
        if gender and not belongs_to_body_name(word, following, language):
            return gender
    return ""


def belongs_to_body_name(word: str, following: str, language: Language = ENGLISH) -> bool:
    """Whether a title before an office belongs to a body: *Duke professor*, *Notre Dame coach*.

    >>> belongs_to_body_name("Dame", "coach"), belongs_to_body_name("Dame", "Ida")
    (True, False)
    >>> belongs_to_body_name("his", "brother")
    False
    """
    return word[:1].isupper() and following in language.person_nouns


def pronoun_gender(text: str, chunks: Chunks, i: int) -> str:
    """The gender of the pronoun in chunk i, or of the possessive that begins a nominal there."""
    return personal_gender(chunks.words(text, i)[0], chunks.language)


def personal_gender(pronoun: str, language: Language) -> str:
    """The gender of a pronoun for one person: *he* and *his*, but not *they* and *it*."""
    gender = language.pronoun_gender.get(pronoun, "")
    return gender if gender in ("m", "f") else ""
