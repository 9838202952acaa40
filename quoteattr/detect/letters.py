"""Finds whole letters in a text, from their greeting to the name below their sign-off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex
from attrs import frozen

from quoteattr.detect.bare_names import CAPITAL_WORD, NameReader
from quoteattr.language import ENGLISH, Language
from quoteattr.language.patterns import lazy_regex
from quoteattr.records import Span

#: most characters of a greeting, and of a sign-off; most paragraphs of a letter
_GREETING, _SIGN_OFF, _PARAGRAPHS = 80, 60, 30
_LETTER_LINE = lazy_regex(r"(?m:^)[> \t]*+(?P<words>[^\r\n]*\S)")
_NAME = lazy_regex(rf"[-–—]?\s*(?P<name>{CAPITAL_WORD}(?:[ \t]{CAPITAL_WORD}){{1,4}})(?=,|\s*$)")


@frozen
class Letter:
    """A letter with its author, as spans of the text."""

    #: its paragraphs, without greeting and sign-off
    spans: tuple[Span, ...]
    #: the sign-off
    cue: Span
    author: Span
    #: the author's name, without titles
    name: str


def find_letters(text: str, language: Language = ENGLISH) -> list[Letter]:
    r"""Find the letters that no words of others announce, in order.

    Args:
        text: the article as given.
        language: of the article.

    >>> text = "Dear members,\n\nThe pool is shut. I am sorry.\n\nYours sincerely,\n\nIda Berg"
    >>> [(letter.name, text[slice(*letter.spans[0])]) for letter in find_letters(text)]
    [('Ida Berg', 'The pool is shut. I am sorry.')]
    """
    lower = text.lower()
    if not any(lower.startswith(word) or f"\n{word}" in lower for word in language.greetings):
        return []
    lines = [Span(*match.span("words")) for match in _LETTER_LINE.finditer(text)]
    return list(_letters(text, lines, language))


def _letters(text: str, lines: Sequence[Span], language: Language) -> Iterator[Letter]:
    """The letters in lines that have words."""
    greeting = None
    for k, (line, below) in enumerate(pairwise(lines)):
        words = text[slice(*line)].lower()
        if _greets(words, language):
            announced = k > 0 and text[lines[k - 1].end - 1] == ":"
            greeting = None if announced else k
        elif greeting is not None and _signs_off(words, language):
            author = _NAME.match(text, below.start, below.end)
            body = lines[greeting + 1 : k]
            if author and 0 < len(body) <= _PARAGRAPHS:
                yield _letter(author, body, line, language)
            greeting = None


def _greets(words: str, language: Language) -> bool:
    """A line in lower case greets: *dear council,*."""
    return words.startswith(language.greetings) and len(words) < _GREETING and words[-1] in ",:"


def _signs_off(words: str, language: Language) -> bool:
    """A line in lower case signs off: *yours sincerely,*."""
    return words.startswith(language.sign_offs) and len(words) < _SIGN_OFF and words[-1] not in ".?"


def _letter(
    author: regex.Match[str], body: Sequence[Span], sign_off: Span, language: Language
) -> Letter:
    """A letter of some paragraphs and its author."""
    name = language.derived(NameReader).bare(author["name"].split())
    return Letter(tuple(body), sign_off, Span(*author.span("name")), " ".join(name))
