"""Find the long forms of acronyms in an article: *PETA*, *CISA*, *AMLO*.

The long form of a name occurs in the article itself: words with a capital whose initials spell the
acronym, with *of*, *and*, *the* and the like between them. It need not be one name chunk:
*Cybersecurity and Infrastructure Security Agency* is two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from quoteattr.coref.names.forms import NameForm
from quoteattr.language import ENGLISH, Language
from quoteattr.language.patterns import any_of, lazy_regex
from quoteattr.records import Span

#: minimum and maximum number of letters of an acronym
_SHORTEST, _LONGEST = 3, 7
_SPELT = lazy_regex(r"[\p{L}\p{N}&][\p{L}\p{M}\p{N}.'’\-‐‑]*+")


class _Patterns:
    """The patterns of one language."""

    def __init__(self, language: Language) -> None:
        """Compile them."""
        endings = any_of(sorted(filter(None, language.possessive_endings)))
        joints = any_of(sorted(language.acronym_joints))
        #: between two words of a long form, on one line: at most three small words
        self.between = rf"(?:[^\S\r\n]|[-‐‑])(?:(?:{joints})[^\S\r\n]){{0,3}}"
        #: a word of a long form; hyphens separate words: *Guild-American Federation*
        word = rf"\p{{Lu}}[\p{{L}}\p{{M}}]*+(?:['’](?:{endings}))?+"
        self.word = lazy_regex(rf"(?<![\p{{L}}\p{{M}}'’]){word}")
        #: words with a capital; one word matches as well, since otherwise each of its capitals
        #: would be tried again
        self.run = lazy_regex(rf"{word}(?P<further>{self.between}{word})*+")


def long_forms(
    text: str, acronyms: Iterable[str], language: Language = ENGLISH
) -> Iterator[tuple[str, int, int]]:
    """Find the first long form of each acronym.

    Args:
        text: the article.
        acronyms: words in capitals, without full stops.
        language: the language of the article.

    Yields:
        The acronym and the span of its long form, in characters, end exclusive.

    >>> text = "People for the Ethical Treatment of Animals sued. PETA won."
    >>> [text[start:end] for _, start, end in long_forms(text, ["PETA"])]
    ['People for the Ethical Treatment of Animals']
    """
    distinct = (word for word in dict.fromkeys(acronyms) if _SHORTEST <= len(word) <= _LONGEST)
    wanted = {word: place for place, word in enumerate(distinct)}
    patterns = language.derived(_Patterns)
    for run in patterns.run.finditer(text) if wanted else ():
        if run["further"] is None:  # one word, with at most two letters
            continue
        letters, spans = _initials(text, *run.span(), patterns.word)
        starts = {substring: at for at, substring in _substrings(letters) if substring in wanted}
        for acronym in sorted(starts, key=wanted.__getitem__):
            at = starts[acronym]
            yield acronym, spans[at][0], spans[at + len(acronym) - 1][1]
            del wanted[acronym]


def spelt_out(text: str, acronym: str, language: Language) -> Iterator[Span]:
    """Find the words, capitalized or not, whose initials are the letters of an acronym.

    >>> text = "Ada Berg, the chief minister, sat."
    >>> [text[start:end] for start, end in spelt_out(text, "CM", ENGLISH)]
    ['chief minister']
    """
    between = language.derived(_Patterns).between
    words = between.join(rf"{letter}\p{{L}}*+" for letter in acronym)
    for match in lazy_regex(rf"(?i)(?<!\p{{L}}){words}").finditer(text):
        yield Span(*match.span())


def _substrings(letters: str) -> Iterator[tuple[int, str]]:
    """Each substring of a sequence of initials that is as long as an acronym, last one first."""
    for at in range(len(letters) - _SHORTEST, -1, -1):
        for end in range(at + _SHORTEST, min(at + _LONGEST, len(letters)) + 1):
            yield at, letters[at:end]


def _initials(
    text: str, start: int, end: int, word: regex.Pattern[str]
) -> tuple[str, list[tuple[int, int]]]:
    """The initials of the words with a capital, and the span of the word of each.

    A word of two capitals has both: *UK Vaping Industry Association* is UKVIA.
    """
    letters, spans = "", list[tuple[int, int]]()
    for match in word.finditer(text, start, end):
        first = match.group()
        first = first if len(first) == 2 and first.isupper() else first[0]
        letters += first
        spans += [match.span()] * len(first)
    return letters, spans


def name_words_between(text: str, start: int, end: int) -> NameForm:
    """The words of a long form as spelt in the text."""
    return tuple(match.group().rstrip(".") for match in _SPELT.finditer(text, start, end))
