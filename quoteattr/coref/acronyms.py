"""What acronyms of an article are short for: *PETA*, *CISA*, *AMLO*.

The long form stands in the article itself: words with a capital whose initials spell the acronym,
with *of*, *and*, *the* and the like between them. It need not be one name in the row of chunks:
*Cybersecurity and Infrastructure Security Agency* is two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from quoteattr.coref.forms import Words
from quoteattr.language.en import tables as en

#: fewest and most letters of an acronym
_SHORTEST, _LONGEST = 3, 7
_JOINT = "|".join(sorted(map(regex.escape, en.ACRONYM_JOINTS)))
#: a word of a long form; hyphens part words: *Guild-American Federation*
_WORD = r"\p{Lu}[\p{L}\p{M}]*+(?:['’]s)?+"
_INITIAL = regex.compile(rf"(?<![\p{{L}}\p{{M}}'’]){_WORD}")
#: words with a capital on one line, with at most three small words between two of them; one word
#: matches as well, since otherwise each of its capitals would be tried anew
_RUN = regex.compile(rf"{_WORD}(?:(?:[^\S\r\n]|[-‐‑])(?:(?:{_JOINT})[^\S\r\n]){{0,3}}{_WORD})*+")
_SPELT = regex.compile(r"[\p{L}\p{N}&][\p{L}\p{M}\p{N}.'’\-‐‑]*+")


def long_forms(text: str, acronyms: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """Find the first long form of each acronym.

    Args:
        text: the article.
        acronyms: words in capitals, without full stops.

    Yields:
        The acronym and the span of its long form, in characters, end exclusive.

    >>> text = "People for the Ethical Treatment of Animals sued. PETA won."
    >>> [text[start:end] for _, start, end in long_forms(text, ["PETA"])]
    ['People for the Ethical Treatment of Animals']
    """
    wanted = [a for a in dict.fromkeys(acronyms) if _SHORTEST <= len(a) <= _LONGEST]
    for run in _RUN.finditer(text) if wanted else ():
        letters, words = _initials(text, *run.span())
        for acronym in wanted:
            at = letters.find(acronym)
            if at >= 0:
                first, last = words[at], words[at + len(acronym) - 1]
                yield acronym, first[0], last[1]
                wanted = [other for other in wanted if other != acronym]


def _initials(text: str, start: int, end: int) -> tuple[str, list[tuple[int, int]]]:
    """The initials of the words with a capital, and the span of each one's word.

    A word of two capitals has both: *UK Vaping Industry Association* is UKVIA.
    """
    letters, words = "", list[tuple[int, int]]()
    for match in _INITIAL.finditer(text, start, end):
        word = match.group()
        own = word if len(word) == 2 and word.isupper() else word[0]
        letters += own
        words += [match.span()] * len(own)
    return letters, words


def words_of(text: str, start: int, end: int) -> Words:
    """The words of a long form as the text has them."""
    return tuple(match.group().rstrip(".") for match in _SPELT.finditer(text, start, end))
