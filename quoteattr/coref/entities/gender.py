"""The gender that a word shows by itself, or all evidence together: ``m``, ``f``, or empty."""

from __future__ import annotations

from itertools import islice, pairwise

from quoteattr.coref.entities.entity import Entity
from quoteattr.detect.chunks import Chunks
from quoteattr.language import ENGLISH, Language

#: the weight of a title, a word of kinship and a given name as evidence of a gender
BY_TITLE, BY_KIN, BY_GIVEN_NAME = 4.0, 3.0, 2.0
#: the required lead of the evidence for one gender over that for the other
_OUTWEIGHS = 1.5
#: number of words before a name that may contain its title
_TITLE_WORDS = 6


def title_gender(text: str, language: Language = ENGLISH) -> str:
    """The gender that a title or a word of kinship before a name shows.

    The title of an office yields to the next one: *Chairman Dame Ida Holt*.

    >>> title_gender("Mrs. Holt"), title_gender("his brother Jan Holt"), title_gender("Dr. Holt")
    ('f', 'm', '')
    >>> title_gender("Chairman Dame Ida Holt"), title_gender("Ms. King Holt")
    ('f', 'f')
    """
    words = text.split()
    for word, following in islice(pairwise(words), _TITLE_WORDS):
        lower = word.lower()
        gender = language.titles.get(lower) or language.kinship.get(lower)
        if gender and not belongs_to_body_name(word, following, language):
            styled = lower in language.person_nouns and language.titles.get(following.lower())
            return styled or gender
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


def gender_of(entity: Entity) -> str:
    """``m`` or ``f`` if one kind of evidence clearly outweighs the other, else empty."""
    prior = entity.name_gender
    m = entity.gender["m"] + BY_GIVEN_NAME * (prior == "m")
    f = entity.gender["f"] + BY_GIVEN_NAME * (prior == "f")
    if m > _OUTWEIGHS * f:
        return "m"
    return "f" if f > _OUTWEIGHS * m else ""
