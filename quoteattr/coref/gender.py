"""The gender that a word shows by itself: ``m``, ``f``, or an empty string where it shows none."""

from __future__ import annotations

from quoteattr.detect.chunks import Chunks
from quoteattr.language import ENGLISH, Language

#: words before a name among which its title is looked for
_TITLE_WORDS = 6


def title_gender(text: str, language: Language = ENGLISH) -> str:
    """The gender that a title or a word of kinship before a name shows.

    >>> title_gender("Mrs. Holt"), title_gender("his brother Jan Holt"), title_gender("Dr. Holt")
    ('f', 'm', '')
    """
    for word in text.lower().split()[:-1][:_TITLE_WORDS]:
        gender = language.titles.get(word) or language.kinship.get(word)
        if gender:
            return gender
    return ""


def pronoun_gender(text: str, chunks: Chunks, i: int) -> str:
    """The gender of the pronoun in chunk i, or of the possessive that opens a nominal there."""
    word = text[chunks.starts[i] : chunks.ends[i]].split(None, 1)[0]
    return personal_gender(word.lower(), chunks.language)


def personal_gender(pronoun: str, language: Language) -> str:
    """The gender of a pronoun of one person: *he* and *his*, but not *they* and *it*."""
    gender = language.pronoun_gender.get(pronoun, "")
    return gender if gender in ("m", "f") else ""
