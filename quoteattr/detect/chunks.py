"""The article as a row of units: words, names, nominals, quotes, each with its class.

Runs of tokens are folded into mentions, and the classes kept as one string, so that what stands
between a quote and a candidate is a slice of that string.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex
from attrs import define, field

from quoteattr.detect.lexicon import SPEAKING_NOUNS
from quoteattr.detect.tokens import Token
from quoteattr.language.en import tables as en
from quoteattr.records import Span

#: what can stand inside a nominal, before its head or as its head
_CONTENT = frozenset("wvgK0NyD")
_COMPLEMENT = regex.compile("o[NDE]")
#: a subject and its verb after what can be a preposition as well
_CLAUSE = regex.compile(r"o(?=[NPDE](?:o[NDE])?(?:,[^,./Q]{1,20},)?[yT]{0,3}(?:[bxS]|R(?!z)))")
#: most tokens of a nominal, and of what may stand between a name and the head that it modifies
_NOMINAL, _MODIFIED = 8, 4


@define
class Units:
    """Parallel rows, one entry a unit: classes, extents, and the mention that a unit holds."""

    #: one character of ``lexicon.CLASSES`` a unit, joined when all are there
    symbols: str = ""
    #: the same, one by one
    row: list[str] = field(factory=list)
    #: extent of each unit in the text
    starts: list[int] = field(factory=list)
    ends: list[int] = field(factory=list)
    #: where the mention in the unit starts (later than the unit where an office precedes a name)
    mention_starts: list[int] = field(factory=list)
    #: the word that heads the unit, in lower case
    heads: list[str] = field(factory=list)
    #: index of the unit of each stretch between marks, in order
    quote_units: list[int] = field(factory=list)

    def add(self, symbol: str, start: int, end: int, head: str, mention_start: int = -1) -> None:
        """Append one unit."""
        self.row.append(symbol)
        self.starts.append(start)
        self.ends.append(end)
        self.heads.append(head)
        self.mention_starts.append(start if mention_start < 0 else mention_start)

    def mention(self, i: int) -> Span:
        """The mention in unit i; a nominal with its complement: *a spokesman for the ministry*."""
        end = self.ends[i]
        several = self.symbols[i] == "P" and self.heads[i] in en.INDEFINITE
        if (self.symbols[i] == "D" or several) and _COMPLEMENT.match(self.symbols, i + 1):
            end = self.ends[i + 2] if self.heads[i + 1] in en.COMPLEMENTS else end
        return Span(self.mention_starts[i], end)


class Fold(NamedTuple):
    """A stretch of the text that becomes one unit of a row."""

    span: Span
    #: its class
    symbol: str


def fold(units: Units, folds: Sequence[Fold]) -> tuple[Units, list[int]]:
    """Make a row with one unit for each of some stretches.

    Args:
        units: a row.
        folds: stretches in order that do not overlap; a unit that starts in one becomes part of
            it. One in which no unit starts is left out.

    Returns:
        The new row, and for each of its units the one that it was, -1 for a stretch.
    """
    row, origin = Units(), list[int]()
    waiting = list(reversed(folds))
    end = -1
    for i, (symbol, start) in enumerate(zip(units.row, units.starts, strict=True)):
        if start < end:
            continue
        while waiting and waiting[-1].span.end <= start:
            waiting.pop()
        if waiting and waiting[-1].span.start <= start:
            new = waiting.pop()
            end = new.span.end
            row.add(new.symbol, *new.span, units.heads[i])
        else:
            row.add(symbol, start, units.ends[i], units.heads[i], units.mention_starts[i])
        origin.append(i if end <= start else -1)
    row.quote_units = [i for i, symbol in enumerate(row.row) if symbol == "Q"]
    row.symbols = "".join(row.row)
    return row, origin


def find_units(tokens: Sequence[Token]) -> Units:
    """Gather the tokens of an article into units.

    Returns:
        The row of units; ``symbols`` has one character of ``lexicon.CLASSES`` each.
    """
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
    _open_clauses(units)
    return units


def _open_clauses(units: Units) -> None:
    """Join the classes; a preposition with subject and verb opens a clause: *after X said*."""
    symbols = "".join(units.row)
    for match in _CLAUSE.finditer(symbols):
        if units.heads[match.start()] in en.SUBORDINATORS:
            units.row[match.start()] = "u"
    units.symbols = "".join(units.row)


def _name_end(tokens: Sequence[Token], i: int) -> int:
    """One past the last token of the name that begins at token i."""
    n = len(tokens)
    j = i + 1
    while j < n:
        if tokens[j].symbol == "N" or _owns_body(tokens, j):
            j += 1
        elif (k := _after_joint(tokens, j)) < n and tokens[k].symbol == "N":
            j = k + 1
        elif tokens[j].word in en.SUFFIXES:
            j += 1
        elif tokens[j].symbol == "," and _is_suffix(tokens, j + 1):
            j += 2
        else:
            break
    return j


def _is_suffix(tokens: Sequence[Token], k: int) -> bool:
    """Token k closes a name after a comma, and opens none: *Ada Berg, MP, said*."""
    opens_name = k + 1 < len(tokens) and tokens[k + 1].symbol == "N"
    return _word_at(tokens, k) in en.SUFFIXES and tokens[k].capital and not opens_name


def _owns_body(tokens: Sequence[Token], j: int) -> bool:
    """A plural owner in the name of a body: *Makers’ Federation*."""
    return tokens[j].word == "'" and _word_at(tokens, j + 1) in en.ORGANISATION_WORDS


def _after_joint(tokens: Sequence[Token], j: int) -> int:
    """One past the particles at token j, or past the *of* in an office's or a body's name."""
    k = j
    while k < len(tokens) and k - j < 3 and tokens[k].word in en.PARTICLES:
        k += 1
    if k > j:
        return k
    word, before = tokens[j].word, tokens[j - 1].word
    of_body = word in en.BODY_JOINTS and before in en.ORGANISATION_WORDS
    of_office = word == "of" and before in en.OFFICES_OF
    return j + 1 if word == "&" or of_body or of_office else len(tokens)


def _add_name(tokens: Sequence[Token], i: int, units: Units) -> int:
    """Add the name at token i, or the nominal that it opens: *Holt aides*, *Iranian officials*."""
    j = _name_end(tokens, i)
    head = j
    while head < len(tokens) and head - j < _MODIFIED and tokens[head].symbol in "wK":
        head += 1
    roles = [k for k in range(j, head) if tokens[k].word in SPEAKING_NOUNS]
    if roles and not _is_verb(tokens, roles[-1]):
        return _add_headed(tokens, i, roles[-1] + 1, units)
    label = (not units.row or units.row[-1] == "/") and j < len(tokens) and tokens[j].symbol == ":"
    symbol = "L" if label else "N"
    units.add(symbol, tokens[i].start, tokens[j - 1].end, tokens[j - 1].word)
    return j


def _is_verb(tokens: Sequence[Token], k: int) -> bool:
    """What looks like a plural has an object: *NAME chairs the inquiry*."""
    return tokens[k].word.endswith("s") and k + 1 < len(tokens) and tokens[k + 1].symbol == "d"


def _add_headed(tokens: Sequence[Token], i: int, j: int, units: Units) -> int:
    """Add a nominal whose head is token j - 1; a name right after it takes its place."""
    if j < len(tokens) and tokens[j].symbol == "N":
        end = _name_end(tokens, j)
        units.add("N", tokens[i].start, tokens[end - 1].end, tokens[end - 1].word, tokens[j].start)
        return end
    units.add("D", tokens[i].start, tokens[j - 1].end, tokens[j - 1].word)
    return j


def _add_nominal(tokens: Sequence[Token], i: int, units: Units) -> int:
    """Add the nominal that begins at token i, or the token alone where none does.

    *Her husband NAME* is whole: a plural after it is a verb.
    """
    first = tokens[i]
    if first.word in en.POSSESSIVES and _word_at(tokens, i + 1) in en.CUE_NOUNS:
        units.add("P", first.start, first.end, first.word)
        units.add("K", tokens[i + 1].start, tokens[i + 1].end, tokens[i + 1].word)
        return i + 2
    start = i + (first.symbol == "d")
    j = start
    while j < len(tokens) and j - i < _NOMINAL and tokens[j].symbol in _CONTENT:
        j += 1
    while j > start + 1 and tokens[j - 1].symbol == "y":
        j -= 1
    if j < len(tokens) and tokens[j].symbol == "T" and j == i + 1:
        j += 1
    roles = [k for k in range(start, j) if _is_head(tokens[k])]
    if roles:
        apposed = first.word in en.POSSESSIVES and tokens[roles[0] + 1 : j][:1]
        whole = apposed and apposed[0].symbol == "N"
        return _add_headed(tokens, i, roles[0 if whole else -1] + 1, units)
    if first.symbol == "d":
        return _add_determined(tokens, i, j, units)
    units.add(first.symbol, first.start, first.end, first.word)
    return i + 1


def _is_head(token: Token) -> bool:
    """The token is a noun that can speak, known or by its place."""
    return (token.word in SPEAKING_NOUNS and not token.capital) or token.symbol == "D"


def _word_at(tokens: Sequence[Token], i: int) -> str:
    """The word of token i, empty past the end."""
    return tokens[i].word if i < len(tokens) else ""


def _symbol_at(tokens: Sequence[Token], i: int) -> str:
    """The class of token i, empty past the end."""
    return tokens[i].symbol if i < len(tokens) else ""


def _add_determined(tokens: Sequence[Token], i: int, j: int, units: Units) -> int:
    """Add a determiner with what follows it, where no known head does."""
    first = tokens[i]
    if j == i + 1:
        units.add("P" if first.word in en.INDEFINITE else "d", first.start, first.end, first.word)
        return j
    names = [k for k in range(i + 1, j) if tokens[k].symbol == "N"]
    if names and names[-1] == j - 1:
        end = _name_end(tokens, names[0])
        units.add("N", first.start, tokens[end - 1].end, tokens[end - 1].word)
        return end
    if names and _word_at(tokens, names[-1] + 1) in en.PAST_FORMS:
        units.add("N", first.start, tokens[names[-1]].end, tokens[names[-1]].word)
        return names[-1] + 1
    if names:
        j = min(j, names[-1] + 2)
    symbol = "T" if tokens[j - 1].symbol == "T" else "E"
    if tokens[j - 1].word in en.CUE_NOUNS and _symbol_at(tokens, j) in ("t", "o", "z", "Q"):
        symbol = "K"
    units.add(symbol, first.start, tokens[j - 1].end, tokens[j - 1].word)
    return j
