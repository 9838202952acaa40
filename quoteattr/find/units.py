"""The article as a row of units: words, names, nominals, quotes, each with its class.

Two steps. ``tokens`` cuts the text outside quotes into words and gives each a class of
``find/lexicon.py``; ``find_units`` folds runs of tokens into mentions and keeps the classes as one
string, so that what stands between a quote and a candidate is a slice of that string.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex
from attrs import define, field

from quoteattr.find.lexicon import SPEAKING_NOUNS, WORD_CLASS, word_class
from quoteattr.find.quotes import Quoted
from quoteattr.language import en
from quoteattr.records import MentionKind

_ACCORDING = "|".join(regex.escape(p).replace("\\ ", r"\s+") for p in en.ACCORDING)
#: tried in this order: phrases before their words, initials before words and full stops
TOKEN = regex.compile(
    rf"\b(?:{_ACCORDING})\b"
    r"|(?:\p{L}\.){2,}"
    r"|[@\#]?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*+(?:(?:['’‘\-‐‑&@_/]|\.(?=\p{Ll}|\p{N})|,(?=\p{N}))[\p{L}\p{M}\p{N}]++)*+"
    r"|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*+"
    r"|[^\s\p{L}\p{N}]",
    regex.IGNORECASE,
)
_PUNCTUATION = {",": ",", ";": ",", ":": ":", "(": "(", "[": "(", ")": ")", "]": ")", "&": "&"}
_PUNCTUATION |= dict.fromkeys("-–—―‒", "-") | dict.fromkeys(".?!…", ".")
#: what an apostrophe parts from a word: a possessive or a short verb
_ENDINGS = frozenset(("s", "re", "ve", "d", "ll", "m", ""))
_BREAKS = frozenset("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
#: after these a capital says nothing
_OPENING = frozenset("./:-(\"")
#: classes whose words stay what they are, capital or not
_CLOSED = frozenset("d&tuhPpA")
#: what can stand inside a nominal, before its head or as its head
_CONTENT = frozenset("wvgK0Ny")
_LABEL_IN_MARKS = regex.compile(r"\s*+(\p{Lu}[\p{L}.'’ \-]{0,38}+):(?=\s)")
_PARAGRAPH_MARK = regex.compile(r"[\s\"“”‘'’]*+$")


class Token(NamedTuple):
    """A word or a mark of punctuation outside quotes, or a whole quote."""

    symbol: str
    start: int
    end: int
    #: in lower case, apostrophes straight
    word: str
    #: begins with a capital
    capital: bool


@define
class Units:
    """Parallel rows, one entry a unit: classes, extents, and the mention that a unit holds."""

    symbols: str = ""
    #: extent of each unit in the text
    starts: list[int] = field(factory=list)
    ends: list[int] = field(factory=list)
    #: where the mention in the unit starts (later than the unit where an office precedes a name)
    mention_starts: list[int] = field(factory=list)
    #: the word that heads the unit, in lower case
    heads: list[str] = field(factory=list)
    #: index of the unit of each quote, in the order of the quotes
    quote_units: list[int] = field(factory=list)

    def add(self, symbol: str, start: int, end: int, head: str, mention_start: int = -1) -> None:
        """Append one unit; the symbols are joined when all are there."""
        self._symbols.append(symbol)
        self.starts.append(start)
        self.ends.append(end)
        self.heads.append(head)
        self.mention_starts.append(start if mention_start < 0 else mention_start)

    _symbols: list[str] = field(factory=list, init=False)

    def close(self) -> Units:
        """Join the symbols to one string."""
        self.symbols = "".join(self._symbols)
        return self


def _word_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of a stretch without quotes, classed by the word alone."""
    for match in TOKEN.finditer(text, start, end):
        word = match.group()
        first = word[0]
        at, upto = match.span()
        if first.isalpha() or first in "@#" and len(word) > 1:
            lower = word.lower().replace("’", "'").replace("‘", "'")
            stem, apostrophe, ending = lower.rpartition("'")
            if apostrophe and stem and ending in _ENDINGS and lower not in WORD_CLASS:
                symbol = word_class(stem)
                cut = at + len(stem)
                yield Token(symbol, at, cut, stem, not first.islower())
                verb = ending != "s" or symbol in "Phtdu"
                yield Token("x" if verb else "'", cut, upto, "'" + ending, False)
            else:
                yield Token(word_class(lower), at, upto, lower, not first.islower())
        elif first.isdigit():
            symbol = "0" if word[-1].isdigit() else "w"
            yield Token(symbol, at, upto, word.lower(), False)
        elif first in _BREAKS:
            yield Token("/", at, upto, "\n", False)
        else:
            yield Token(_PUNCTUATION.get(first, '"'), at, upto, first, False)


def _tokens(text: str, quotes: Sequence[Quoted]) -> Iterator[Token]:
    """All tokens outside quotes, and each quote as one token (with its label before it)."""
    last = 0
    for quote in quotes:
        yield from _word_tokens(text, last, quote.outer_start)
        label = _LABEL_IN_MARKS.match(text, quote.start, quote.end)
        if label and _opens_paragraph(text, quote.outer_start):
            yield Token("L", label.start(1), label.end(1), label.group(1).lower(), True)
            yield Token(":", label.end(1), label.end(), ":", False)
        yield Token("Q", quote.outer_start, quote.outer_end, "", False)
        last = quote.outer_end
    yield from _word_tokens(text, last, len(text))


def _opens_paragraph(text: str, index: int) -> bool:
    """Nothing but white space stands before the index in its paragraph."""
    while index and text[index - 1].isspace() and text[index - 1] not in _BREAKS:
        index -= 1
    return not index or text[index - 1] in _BREAKS


def _joined_abbreviations(text: str, tokens: list[Token]) -> list[Token]:
    """A full stop after an abbreviation or an initial joins it; one inside a line ends nothing."""
    out: list[Token] = []
    for token in tokens:
        if token.symbol == "." and out:
            before = out[-1]
            if before.end == token.start and token.word == ".":
                initial = before.capital and before.end - before.start == 1 and before.word != "i"
                if initial or before.word + "." in en.ABBREVIATIONS:
                    word = before.word + "."
                    symbol = "w" if before.symbol == "P" else before.symbol
                    out[-1] = Token(symbol, before.start, token.end, word, before.capital)
                    continue
            after = text[token.end : token.end + 1]
            if after and not after.isspace() and after not in "\"”’'»)]“":
                continue
        out.append(token)
    return out


def _classed(tokens: list[Token]) -> list[Token]:
    """Decide which capitals are names, and which verbs are nouns, by the words around."""
    lower = {t.word for t in tokens if not t.capital}
    out: list[Token] = []
    before, before_capital = "/", False
    for i, token in enumerate(tokens):
        symbol, _, _, word, capital = token
        if capital and symbol not in "LQ":
            next_capital = i + 1 < len(tokens) and tokens[i + 1].capital
            symbol = _capital_class(token, before in _OPENING, before_capital, next_capital, lower)
        elif symbol in "SRsry" and before in "d'" and symbol != "y":
            symbol = "w" if word in SPEAKING_NOUNS or symbol in "SR" else "g"
        elif symbol in "SR" and word in SPEAKING_NOUNS and before not in "NPDwEh)":
            symbol = "w"
        elif symbol == "S" and word == "state":
            symbol = "w"
        capital = symbol == "N"
        if symbol != token.symbol or capital != token.capital:
            token = Token(symbol, token.start, token.end, word, capital)
        out.append(token)
        before, before_capital = symbol, capital
    return out


def _capital_class(
    token: Token, opening: bool, before: bool, after: bool, lower: set[str]
) -> str:
    """The class of a capitalised word: a name unless its place or the lexicon explains it."""
    symbol, word = token.symbol, token.word
    if symbol in _CLOSED:
        return symbol
    if symbol == "T" and not (before and word == "may"):
        return symbol
    if opening:
        if word in en.OPENERS:
            return "w"
        if word not in WORD_CLASS:
            return "N" if after or word not in lower else symbol
        if after and (symbol in "wK" or word in SPEAKING_NOUNS):
            return "N"
        return symbol
    if symbol in "oy" and not (before or after):
        return symbol
    return symbol if symbol == "o" else "N"


def find_units(text: str, quotes: Sequence[Quoted]) -> Units:
    """Fold the article into units.

    Args:
        text: the article as given.
        quotes: its stretches between marks, in order.

    Returns:
        The row of units; ``symbols`` has one character of ``lexicon.CLASSES`` each.
    """
    tokens = _classed(_joined_abbreviations(text, list(_tokens(text, quotes))))
    units = Units()
    i, n = 0, len(tokens)
    while i < n:
        symbol, start, end, word, _ = tokens[i]
        if symbol == "N":
            i = _add_name(tokens, i, units)
        elif symbol == "d" or symbol in _CONTENT:
            i = _add_nominal(tokens, i, units)
        else:
            if symbol == "Q":
                units.quote_units.append(len(units.starts))
            units.add(symbol, start, end, word)
            i += 1
    return units.close()


def _name_end(tokens: list[Token], i: int) -> int:
    """One past the last token of the name that begins at token i."""
    n = len(tokens)
    j = i + 1
    while j < n:
        token = tokens[j]
        if token.symbol == "N" or token.word in en.SUFFIXES:
            j += 1
        elif j + 1 < n and tokens[j + 1].symbol == "N" and _joins(tokens[j - 1], token):
            j += 2
        elif token.symbol == "," and j + 1 < n and tokens[j + 1].word in en.SUFFIXES:
            j += 2
        elif token.symbol == "0" and token.end - token.start < 4 and tokens[j - 1].word.isalpha() and False:
            j += 1
        else:
            break
    return j


def _joins(before: Token, token: Token) -> bool:
    """A particle joins two parts of a name; *of* and *and* only those of an organisation's."""
    if token.word in en.PARTICLES or token.word == "&":
        return True
    return token.word in ("of", "for", "and") and before.word in en.ORGANISATION_WORDS


def _add_name(tokens: list[Token], i: int, units: Units) -> int:
    """Add the name at token i, or the nominal that it opens: *Trump aides*, *Iranian officials*."""
    j = _name_end(tokens, i)
    head = j
    while head < len(tokens) and head - j < 4 and tokens[head].symbol in "wK" and not tokens[head].capital:
        head += 1
    roles = [k for k in range(j, head) if tokens[k].word in SPEAKING_NOUNS]
    if not roles:
        symbol = "N"
        if (not units.starts or units._symbols[-1] == "/") and j < len(tokens) and tokens[j].symbol == ":":
            symbol = "L"
        units.add(symbol, tokens[i].start, tokens[j - 1].end, tokens[j - 1].word)
        return j
    return _add_headed(tokens, i, roles[-1] + 1, units)


def _add_headed(tokens: list[Token], i: int, j: int, units: Units) -> int:
    """Add a nominal whose head is token j - 1; a name right after it takes its place."""
    if j < len(tokens) and tokens[j].symbol == "N":
        end = _name_end(tokens, j)
        units.add("N", tokens[i].start, tokens[end - 1].end, tokens[end - 1].word, tokens[j].start)
        return end
    units.add("D", tokens[i].start, tokens[j - 1].end, tokens[j - 1].word)
    return j


def _add_nominal(tokens: list[Token], i: int, units: Units) -> int:
    """Add the nominal that begins at token i, or the token alone where none does."""
    n = len(tokens)
    first = tokens[i]
    if first.word in en.POSSESSIVES and i + 1 < n and tokens[i + 1].word in en.CUE_NOUNS:
        units.add("P", first.start, first.end, first.word)
        units.add("K", tokens[i + 1].start, tokens[i + 1].end, tokens[i + 1].word)
        return i + 2
    j = i + 1 if first.symbol == "d" else i
    while j < n and j - i < 8 and tokens[j].symbol in _CONTENT:
        j += 1
    if j < n and tokens[j].symbol in "T" and j == i + 1:
        j += 1
    run = range(i + (first.symbol == "d"), j)
    roles = [k for k in run if tokens[k].word in SPEAKING_NOUNS and not tokens[k].capital]
    if roles:
        return _add_headed(tokens, i, roles[-1] + 1, units)
    if first.symbol != "d":
        units.add(first.symbol, first.start, first.end, first.word)
        return i + 1
    return _add_determined(tokens, i, j, units)


def _add_determined(tokens: list[Token], i: int, j: int, units: Units) -> int:
    """Add a determiner with what follows it, where no known head does."""
    first = tokens[i]
    if j == i + 1:
        symbol = "P" if first.word in en.INDEFINITE else "d"
        units.add(symbol, first.start, first.end, first.word)
        return j
    names = [k for k in range(i + 1, j) if tokens[k].symbol == "N"]
    if names and names[-1] == j - 1:
        end = _name_end(tokens, names[0])
        units.add("N", tokens[i].start, tokens[end - 1].end, tokens[end - 1].word)
        return end
    if names:
        j = names[-1] + 2
    units.add("T" if tokens[j - 1].symbol == "T" else "E", first.start, tokens[j - 1].end, tokens[j - 1].word)
    return j
