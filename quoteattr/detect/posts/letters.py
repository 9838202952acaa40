"""Find whole letters, from their greeting (or *Sir,* to an editor) to the name below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex
from attrs import frozen

from quoteattr.detect.transcripts.bare_names import CAPITAL_WORD, NameReader
from quoteattr.language import ENGLISH, Language
from quoteattr.language.patterns import any_of, lazy_regex
from quoteattr.records import Span

#: maximum number of characters of a greeting and of a sign-off; of paragraphs of a letter
_GREETING, _SIGN_OFF, _PARAGRAPHS = 80, 60, 30
#: maximum number of words of a sign-off that no table has
_FEW_WORDS = 4
_LETTER_LINE = lazy_regex(r"(?m:^)[> \t]*+(?P<words>[^\r\n]*\S)")
_FULL_NAME = rf"[-–—]?\s*(?P<name>{CAPITAL_WORD}(?:[ \t]{CAPITAL_WORD}){{1,4}})"
_NAME = lazy_regex(rf"{_FULL_NAME}(?=,|\s*$)")
#: a line with a name, and possibly a place, that is not a sentence: *Ida Berg, Upper Brack*
_SIGNATURE = lazy_regex(rf"{_FULL_NAME}(?:,(?:[ \t]{CAPITAL_WORD},?){{0,4}})?(?<!\.)$")


def _compile_address(language: Language) -> regex.Pattern[str]:
    """Compile the address of an editor, before a letter or above it: *Sir, – The pool is shut*."""
    return lazy_regex(
        rf"(?P<cue>(?i:{any_of(language.addresses)})\s*"
        r"(?:,?\s*[-–—](?=\s+\p{Pi}?\p{Lu})|[,:](?=\s+\p{Pi}?\p{Lu}|$)))\s*"
    )


@frozen
class Letter:
    """A letter with its author, as spans of the text."""

    #: its paragraphs, without greeting and sign-off
    spans: tuple[Span, ...]
    #: the sign-off, or the address
    cue: Span
    author: Span
    #: the author's name, without titles
    name: str


def find_letters(text: str, language: Language = ENGLISH) -> list[Letter]:
    r"""Find the letters with the names of their authors below them, in order.

    >>> text = "Dear members,\n\nThe pool is shut. I am sorry.\n\nYours sincerely,\n\nIda Berg"
    >>> [(letter.name, text[slice(*letter.spans[0])]) for letter in find_letters(text)]
    [('Ida Berg', 'The pool is shut. I am sorry.')]
    """
    lower, openings = text.lower(), (*language.greetings, *language.addresses)
    if not any(lower.startswith(word) or f"\n{word}" in lower for word in openings):
        return []
    lines = [Span(*match.span("words")) for match in _LETTER_LINE.finditer(text)]
    letters = [*_letters(text, lines, language), *_letters_to_editors(text, lines, language)]
    return sorted(letters, key=lambda letter: letter.spans)


def _letters(text: str, lines: Sequence[Span], language: Language) -> Iterator[Letter]:
    """The letters in non-empty lines."""
    greeting = None
    for k, (line, below) in enumerate(pairwise(lines)):
        words = text[slice(*line)].lower()
        if _greets(words, language):
            greeting = k
        elif greeting is not None and (_signs_off(words, language) or _is_short(words)):
            author = _NAME.match(text, below.start, below.end)
            body = lines[greeting + 1 : k]
            if author and 0 < len(body) <= _PARAGRAPHS:
                yield _letter(author, body, line, language)
            if author or _signs_off(words, language):
                greeting = None


def _letters_to_editors(text: str, lines: Sequence[Span], language: Language) -> Iterator[Letter]:
    """The letters that begin *Sir, – …*, each up to a line with a name and possibly a place."""
    address, opened, first = language.derived(_compile_address), None, 0
    for k, line in enumerate(lines):
        match = address.match(text, *line)
        if match:
            opened, first = match, k
            continue
        author = opened and _SIGNATURE.match(text, *line)
        if opened and author:
            opening = Span(opened.end(), lines[first].end)
            body = [*([opening] if opening.start < opening.end else []), *lines[first + 1 : k]]
            if body:
                yield _letter(author, body, Span(*opened.span("cue")), language)
        if author or k - first > _PARAGRAPHS:
            opened = None


def _greets(words: str, language: Language) -> bool:
    """Whether a line in lower case is a greeting: *dear council,*."""
    return words.startswith(language.greetings) and len(words) < _GREETING and words[-1] in ",:"


def _signs_off(words: str, language: Language) -> bool:
    """Whether a line in lower case is a sign-off: *yours sincerely,*."""
    return words.startswith(language.sign_offs) and len(words) < _SIGN_OFF and words[-1] not in ".?"


def _is_short(words: str) -> bool:
    """Whether a line is a few words and a comma: *your wet neighbour,*."""
    return words.endswith(",") and len(words.split()) <= _FEW_WORDS


def _letter(
    author: regex.Match[str], body: Sequence[Span], cue: Span, language: Language
) -> Letter:
    """A letter of some paragraphs and its author."""
    name = language.derived(NameReader).bare(author["name"].split())
    return Letter(tuple(body), cue, Span(*author.span("name")), " ".join(name))
