"""Operations on words that no language changes: one place for all rooms."""

from __future__ import annotations

from unicodedata import normalize

import regex

_ACCENTS = regex.compile(r"\p{Mn}++")


def strip_accents(word: str) -> str:
    """The word without accents and other marks above or below its letters.

    Letters that are no base letter with a mark stay, such as *ø*.

    >>> strip_accents("Cáceres"), strip_accents("Jose\u0301")
    ('Caceres', 'Jose')
    """
    return word if word.isascii() else _ACCENTS.sub("", normalize("NFD", word))
