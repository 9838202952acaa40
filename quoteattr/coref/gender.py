"""The gender that a word shows by itself: ``m``, ``f``, or an empty string where it shows none."""

from __future__ import annotations

from quoteattr.detect.chunks import Chunks
from quoteattr.language.en import tables as en


def title_gender(text: str) -> str:
    """The gender that a title or a word of kinship before a name shows: ``m``, ``f`` or nothing."""
    for word in text.lower().split()[:-1][:6]:
        gender = en.TITLES.get(word) or en.KINSHIP.get(word)
        if gender:
            return gender
    return ""


def pronoun_gender(text: str, chunks: Chunks, i: int) -> str:
    """The gender of a pronoun, or of the possessive that opens a nominal."""
    word = chunks.heads[i]
    if chunks.tags[i] != "P":
        word = text[chunks.starts[i] : chunks.starts[i] + 4].split()[0].lower()
    gender = en.PRONOUN_GENDER.get(word, "")
    return gender if gender in ("m", "f") else ""
