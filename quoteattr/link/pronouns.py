"""The gender that a pronoun shows."""

from __future__ import annotations

from quoteattr.find.units import Units
from quoteattr.language import en


def pronoun_gender(text: str, units: Units, i: int) -> str:
    """The gender of a pronoun, or of the possessive that opens a nominal: ``m``, ``f`` or nothing."""
    word = units.heads[i]
    if units.symbols[i] != "P":
        word = text[units.starts[i] : units.starts[i] + 4].split()[0].lower()
    gender = en.PRONOUN_GENDER.get(word, "")
    return gender if gender in ("m", "f") else ""
