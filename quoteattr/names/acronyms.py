"""What acronyms of an article are short for: *PETA*, *CISA*, *AMLO*.

The long form stands in the article itself: words with a capital whose initials spell the acronym,
with *of*, *and*, *the* and the like between them. It need not be one name in the row of units:
*Cybersecurity and Infrastructure Security Agency* is two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from quoteattr.language import en

#: fewest and most letters of an acronym, and most acronyms of an article that are looked at
_SHORTEST, _LONGEST, _MOST = 3, 7, 24
_JOINT = "|".join(sorted(regex.escape(word) for word in en.ACRONYM_JOINTS))
#: what stands between two words of a long form: on one line, at most three small words
_BETWEEN = rf"(?:[^\S\r\n]|[-‐‑])++(?:(?i:{_JOINT})[^\S\r\n]++){{0,3}}+"
_REST = r"[\p{L}\p{M}]++(?:['’]s)?+"
_WORD = regex.compile(r"[\p{L}\p{N}&][\p{L}\p{M}\p{N}.'’\-‐‑]*+")


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
    fitting = [a for a in dict.fromkeys(acronyms) if _SHORTEST <= len(a) <= _LONGEST]
    for acronym in fitting[:_MOST]:
        match = regex.search(_pattern(acronym), text)
        if match:
            yield acronym, match.start(), match.end()


def _pattern(acronym: str) -> str:
    """A pattern of the long form; its first word may have the first two letters: *UK*, *US*."""
    first, *rest = (letter + _REST for letter in acronym)
    spelt = _BETWEEN.join((first, *rest))
    country = _BETWEEN.join((acronym[:2], *rest[1:]))
    return rf"(?<![\p{{L}}\p{{N}}])(?:{spelt}|{country})(?![\p{{L}}\p{{N}}])"


def words_of(text: str, start: int, end: int) -> tuple[str, ...]:
    """The words of a long form as the text has them."""
    return tuple(match.group().rstrip(".") for match in _WORD.finditer(text, start, end))
