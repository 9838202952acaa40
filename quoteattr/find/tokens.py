"""Cuts an article into tokens and gives each a class of ``find/lexicon.py``.

The words inside quotes are left out: a quote is one token. What a capital means (a name, or the
start of a sentence or a headline) and whether *report* is a noun or a verb is decided here, by the
words around.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from quoteattr.find.layout import flatten
from quoteattr.find.lexicon import SPEAKING_NOUNS, WORD_CLASS, word_class
from quoteattr.find.places import by_place
from quoteattr.find.quotes import Quoted
from quoteattr.language import en
from quoteattr.language.marks import INVISIBLE

_ACCORDING = "|".join(regex.escape(phrase).replace("\\ ", r"\s+") for phrase in en.ACCORDING)
#: tried in this order: phrases before their words, initials before words and full stops
_TOKEN = regex.compile(
    rf"\b(?i:{_ACCORDING})\b"
    r"|(?:\p{L}\.){2,}"
    r"|[@\#]?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*+"
    rf"(?:(?:['’‘\-‐‑&@_/][{INVISIBLE}]*+|[{INVISIBLE}]++|\.(?=\p{{Ll}}|\p{{N}})|,(?=\p{{N}}))"
    r"[\p{L}\p{M}\p{N}]++)*+"
    r"|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*+"
    rf"|[^\s\p{{L}}\p{{N}}{INVISIBLE}]"
)
_NO_WIDTH = dict.fromkeys(map(ord, INVISIBLE))
_PUNCTUATION = {",": ",", ";": ",", ":": ":", "(": "(", "[": "(", ")": ")", "]": ")", "&": "&"}
_PUNCTUATION |= dict.fromkeys("-–—―‒", "-") | dict.fromkeys(".?!…", ".")
_APOSTROPHES = frozenset("'’")
_BREAKS = frozenset("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
#: after these a capital says nothing
_OPENING = frozenset('./:-("')
#: classes whose words stay what they are, capital or not
_CLOSED = frozenset("d&tuhPpA")
#: fewest words of a headline
_HEADLINE = 4
#: after a quote that ends with a full stop a new sentence begins, unless it is *Mara Holt said.*
_NEW_SENTENCE = regex.compile(r"[^\S\r\n]++(?!(?:\p{Lu}[\p{L}.'’\-]*+\s){1,4}\p{Ll}++[.,])\p{Lu}")
_LABEL = regex.compile(r"\s*+(\p{Lu}[\p{L}.'’ \-]{0,38}+):\s++")


class Token(NamedTuple):
    """A word or a mark of punctuation outside quotes, or a whole quote."""

    symbol: str
    start: int
    end: int
    #: in lower case, apostrophes straight
    word: str
    #: begins with a capital
    capital: bool


def tokenize(text: str, quotes: Sequence[Quoted]) -> list[Token]:
    """Cut an article into classed tokens, its quotes in order among them."""
    text = flatten(text)
    return by_place(text, _classed(_sentences(text, list(_raw(text, quotes)))))


def label_in_marks(text: str, quoted: Quoted) -> regex.Match[str] | None:
    """The speaker label that opens a stretch at the start of its paragraph: *“SMITH: No.”*."""
    index = quoted.outer_start
    while index and text[index - 1].isspace() and text[index - 1] not in _BREAKS:
        index -= 1
    opens = not index or text[index - 1] in _BREAKS
    return _LABEL.match(text, quoted.start, quoted.end) if opens else None


def _raw(text: str, quotes: Sequence[Quoted]) -> Iterator[Token]:
    """All tokens outside quotes, and each quote as one token, its label before it."""
    last = 0
    for quote in quotes:
        yield from _words(text, last, quote.outer_start)
        label = label_in_marks(text, quote)
        if label:
            yield Token("L", label.start(1), label.end(1), label.group(1).lower(), True)
            yield Token(":", label.end(1), label.end(), ":", False)
        yield Token("Q", quote.outer_start, quote.outer_end, "", False)
        last = quote.outer_end
        if text[quote.end - 1] == "." and _NEW_SENTENCE.match(text, last):
            yield Token(".", last, last, "", False)
    yield from _words(text, last, len(text))


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of a stretch without quotes, classed by the word alone."""
    for match in _TOKEN.finditer(text, start, end):
        at = match.start()
        for symbol, begins, ends, word, capital in _parts(match.group()):
            yield Token(symbol, at + begins, at + ends, word, capital)


@lru_cache(maxsize=1 << 16)
def _parts(word: str) -> tuple[Token, ...]:
    """The tokens of one match, as if it stood at 0; the same words come again and again."""
    first = word[0]
    if first.isalpha() or (first in "@#" and len(word) > 1):
        return _word(word)
    if first.isdigit():
        return (Token("0" if word[-1].isdigit() else "w", 0, len(word), word.lower(), False),)
    if first in _BREAKS:
        return (Token("/", 0, len(word), "\n", False),)
    return (Token(_PUNCTUATION.get(first, '"'), 0, 1, first, False),)


def _word(word: str) -> tuple[Token, ...]:
    """A word, and apart from it a possessive ending or a short verb: *Holt's*, *he's*."""
    lower = word.translate(_NO_WIDTH).lower().replace("’", "'").replace("‘", "'")
    capital = not word[0].islower() or _particle_name(word)
    stem, apostrophe, ending = lower.rpartition("'")
    if not (apostrophe and stem and ending in en.ENDINGS) or lower in WORD_CLASS:
        return (Token(word_class(lower), 0, len(word), lower, capital),)
    symbol, cut = word_class(stem), word.replace("’", "'").replace("‘", "'").rindex("'")
    possessive = ending in ("s", "") and symbol not in "Phtdu"
    verb = "b" if "'" + ending in en.BE else "x"
    return (
        Token(symbol, 0, cut, stem, capital),
        Token("'" if possessive else verb, cut, len(word), "'" + ending, False),
    )


def _particle_name(word: str) -> bool:
    """A particle is joined to a name by a hyphen or an apostrophe: *al-Rawi*, *d'Souza*."""
    head, hyphen, rest = word.replace("’", "-").replace("'", "-").partition("-")
    return bool(hyphen) and rest[:1].isupper() and (head in en.PARTICLES or head in en.ELIDED)


def _sentences(text: str, tokens: list[Token]) -> list[Token]:
    """Join the full stop of an abbreviation or initial; drop one that ends nothing.

    An apostrophe after a plural is a possessive ending.
    """
    out: list[Token] = []
    for token in tokens:
        if token.word in _APOSTROPHES and out and _is_plural(out[-1], token.start):
            token = Token("'", token.start, token.end, "'", False)
        elif token.symbol == ".":
            if token.word == "." and out and _takes_stop(out[-1], token.start):
                last = out[-1]
                symbol = "w" if last.symbol in "Pd" else last.symbol
                out[-1] = Token(symbol, last.start, token.end, last.word + ".", last.capital)
                continue
            after = text[token.end : token.end + 1]
            if after.isalnum() and after.islower():
                continue
        out.append(token)
    return out


def _is_plural(token: Token, apostrophe: int) -> bool:
    """The token may be a plural, and the apostrophe follows at once."""
    return token.end == apostrophe and token.word.endswith("s")


def _takes_stop(token: Token, stop: int) -> bool:
    """The token is an abbreviation or an initial, and the full stop follows at once."""
    if token.end != stop:
        return False
    initial = token.capital and token.end - token.start == 1 and token.word != "i"
    return initial or token.word + "." in en.ABBREVIATIONS


def _classed(tokens: list[Token]) -> list[Token]:
    """Decide which capitals are names, and which verbs are nouns."""
    lower = {t.word for t in tokens if not t.capital} | _partitives(tokens)
    people = _months_of_people(tokens)
    headlines = _headlines(tokens)
    out: list[Token] = []
    last = Token("/", 0, 0, "", False)
    nominal = False
    for i, token in enumerate(tokens):
        symbol = token.symbol
        if token.capital and symbol != "L":
            following = tokens[i + 1] if i + 1 < len(tokens) else last
            if headlines[i]:
                symbol = _in_headline(token, lower)
            else:
                symbol = _capitalised(token, last, following, lower, people)
        elif token.word in en.WEEKDAYS_MONTHS and symbol == "T":
            symbol = "w"
        elif symbol in "SRsr":
            following = tokens[i + 1] if i + 1 < len(tokens) else last
            symbol = _noun_or_verb(token, last, following, nominal)
        capital = symbol == "N"
        last = token
        if symbol != token.symbol or capital != token.capital:
            last = Token(symbol, token.start, token.end, token.word, capital)
        nominal = symbol in "d'" or (nominal and symbol in "w0vgNyK")
        out.append(last)
    return out


def _partitives(tokens: list[Token]) -> set[str]:
    """Words with a capital only where they open a sentence and *of the* follows: *Part of the*."""
    found, named = set[str](), set[str]()
    before = [Token("/", 0, 0, "", False), *tokens]
    for last, token, of, what in zip(before, tokens, tokens[1:], tokens[2:], strict=False):
        if token.capital:
            opens = last.symbol in _OPENING and of.word == "of" and what.symbol == "d"
            (found if opens else named).add(token.word)
    return found - named


def _months_of_people(tokens: list[Token]) -> set[str]:
    """Months that somebody in the article is named after: *June Nakamura*, *Theresa May*."""
    named = set()
    for last, token, following in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.capital and token.word in en.NAME_MONTHS:
            before = last.capital and last.symbol == "w" and last.end + 1 == token.start
            after = following.capital and following.symbol == "w" and last.symbol != "o"
            if before or after:
                named.add(token.word)
    return named


def _headlines(tokens: list[Token]) -> list[bool]:
    """For each token, whether it stands in a line in which every word has a capital."""
    out: list[bool] = []
    start = 0
    for i in range(len(tokens) + 1):
        if i == len(tokens) or tokens[i].symbol == "/":
            words = [t for t in tokens[start:i] if t.word[:1].isalpha() and t.symbol not in _CLOSED]
            titled = [t for t in words if t.capital or t.symbol in "obxz"]
            out += [len(words) >= _HEADLINE and len(titled) == len(words)] * (i - start + 1)
            start = i + 1
    return out


def _in_headline(token: Token, lower: set[str]) -> str:
    """In a headline only a word that the article never writes small can be a name."""
    known = token.word in WORD_CLASS or token.word in lower or token.word in SPEAKING_NOUNS
    return token.symbol if known else "N"


def _noun_or_verb(token: Token, last: Token, following: Token, nominal: bool) -> str:
    """*Report*, *claims*, *state* are nouns inside a nominal that has no head yet."""
    if token.word in en.RATHER_NOUNS or (nominal and last.symbol in "d'"):
        return "w" if token.symbol in "SR" else "g"
    if token.word not in SPEAKING_NOUNS or last.word in SPEAKING_NOUNS:
        return token.symbol
    if following.word in SPEAKING_NOUNS or last.symbol not in "NPDwEh)":
        return "w"
    third = last.capital and token.word.endswith("s")
    return "w" if nominal and not third else token.symbol


def _capitalised(
    token: Token, last: Token, following: Token, lower: set[str], people: set[str]
) -> str:
    """The class of a capitalised word: a name, unless its place or the lexicon explains it."""
    symbol, word = token.symbol, token.word
    if word in people:
        return "T" if last.symbol == "o" or following.symbol == "0" else "N"
    if symbol in _CLOSED or symbol == "T":
        return symbol
    if last.symbol in _OPENING:
        return _opening(token, following, lower)
    if symbol in "oy" and word in WORD_CLASS and not (last.capital or following.capital):
        return symbol
    return symbol if symbol == "o" else "N"


def _opening(token: Token, following: Token, lower: set[str]) -> str:
    """The class of a capitalised word that opens a sentence."""
    symbol, word = token.symbol, token.word
    if word in en.OPENERS:
        return "w"
    if following.capital and following.symbol not in "PdhT":
        return "N" if symbol in "wK" or word in SPEAKING_NOUNS or word not in WORD_CLASS else symbol
    if word in WORD_CLASS or word in lower or word in SPEAKING_NOUNS:
        return symbol
    explained = {"y": ",", "v": "od", "g": "odN"}.get(symbol, "")
    return symbol if following.symbol in explained else "N"
