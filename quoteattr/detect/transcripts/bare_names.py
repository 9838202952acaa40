"""Read names of people in running text and in labels, without titles, offices and degrees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from quoteattr.language import Language
from quoteattr.language.patterns import any_of, lazy_regex

#: a word with a capital, or an initial
CAPITAL_WORD = r"\p{Lu}[\p{L}\p{M}'’\-]*+\.?"
_LETTERS = lazy_regex(r"[\p{L}\p{M}]+")


def possessive_suffixes(language: Language) -> tuple[str, ...]:
    """The possessive endings of a language with either apostrophe: *’s*, *'s*."""
    endings = sorted(language.possessive_endings - {""})
    return tuple(mark + ending for ending in endings for mark in "’'")


class NameReader:
    """Reads names of people in one language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        particles = any_of(sorted(language.particles))
        #: a name of at least two words in running text, possibly with titles
        self._name = lazy_regex(
            rf"\b{CAPITAL_WORD}(?:[ \t]{{1,2}}(?:(?:{particles})[ \t]+)*{CAPITAL_WORD}){{1,4}}"
        )
        endings = sorted(language.possessive_endings - {""})
        self._possessives = possessive_suffixes(language)
        self._possessive_capital = lazy_regex(
            rf"(?<=['’])(?:{any_of(ending.upper() for ending in endings)})$"
        )
        self._degrees = frozenset(word.strip(".,") for word in language.suffixes)
        self._degrees -= language.generations
        self._small_prefix = lazy_regex(rf"(?:{any_of(language.small_prefixes)})(?=\p{{Lu}}{{2}})")
        self._inner_capital = lazy_regex(rf"^({any_of(language.inner_capital_prefixes)})(\p{{Ll}})")

    def find(self, text: str) -> Iterator[regex.Match[str]]:
        """Find the names of at least two words in a text, possibly with titles."""
        return self._name.finditer(text)

    def unpossessed(self, word: str) -> str:
        """A word without a possessive ending."""
        for ending in self._possessives:
            word = word.removesuffix(ending)
        return word

    def bare(self, words: Sequence[str]) -> list[str]:
        """The words of a name without the titles and offices before it, and degrees after it."""
        language, words = self._language, list(words)
        titles = [
            k for k, w in enumerate(words[:-1]) if w.lower().rstrip(".") in language.short_titles
        ]
        words = words[titles[-1] + 1 :] if titles else words
        owners = (k + 1 for k, w in enumerate(words[:-1]) if w.endswith(self._possessives))
        words = words[next(owners, 0) :]
        if words and len(words[-1]) > 3 and words[-1].lower() not in language.generations:
            words[-1] = words[-1].rstrip(".")
        while len(words) > 1 and self._is_title(words[0], len(words)):
            words = words[1:]
        while len(words) > 2 and words[-1].strip(".,").lower() in self._degrees:
            words = words[:-1]
        return words

    def unopened(self, words: Sequence[str]) -> Sequence[str]:
        """The words of a name without ordinary words before it: *Q&A With Ida Berg*."""
        language = self._language
        while len(words) > 2:
            first, second = words[0].lower(), words[1].lower()
            opens = first not in language.given_names and second in language.ordinary_words
            if not opens and first not in language.ordinary_words:
                break
            words = words[1:]
        return words

    def _is_title(self, word: str, count: int) -> bool:
        """Whether the first word of a name with this many words is a title or an office."""
        language, lower = self._language, word.lower()
        given_name = lower in language.given_names
        if lower in language.titles or lower + "." in language.titles:
            return count > 2 or not given_name or lower in language.short_titles
        return lower in language.roles and not given_name

    def in_small_letters(self, word: str) -> str:
        """A word of a name in capitals, with only its initial in upper case; initials stay."""
        numeral = word.lower().strip(".") in self._language.generation_numbers
        if len(word.strip(".")) < 2 or "." in word[:-1] or numeral:
            return word
        small = self._small_prefix.match(word)
        if small:
            return small[0] + word[small.end() :].capitalize()
        if not word.isupper():
            return word
        titled = _LETTERS.sub(lambda m: m.group().capitalize(), word)
        titled = self._inner_capital.sub(lambda m: m[1] + m[2].upper(), titled)
        return self._possessive_capital.sub(lambda m: m.group().lower(), titled)
