"""An article with its stretches between marks as quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from quoteattr.find.layout import flatten
from quoteattr.find.quotes import Quoted
from quoteattr.find.tokens import Token, label_in_marks, tokenize
from quoteattr.find.units import Units, find_units
from quoteattr.language import en
from quoteattr.link.surroundings import Surroundings
from quoteattr.names.cast import Cast
from quoteattr.records import Span

_LOWER = regex.compile(r"\p{Ll}[\p{L}'’\-]*+")
_OPENING = en.DETERMINERS | en.POSSESSIVES | en.INDEFINITE
#: an unknown nominal is a candidate only as the subject of a cue, or right after one
_SPOKEN_RIGHT = regex.compile(
    "(?:[oz][dwg0v]*[NDEwKTpP0]+|[TyP])?(?:,[^/.Q]{1,30}?,)?[bxy]*[SRsr:]"
)
_SPOKEN_LEFT = frozenset("SAQ")


def survey(
    text: str,
    quotes: Sequence[Quoted],
    clusters: Iterable[Iterable[Span]] = (),
    tokens: Sequence[Token] | None = None,
) -> Surroundings:
    """Read an article for the rules.

    Args:
        text: the article as given.
        quotes: its stretches between marks, in order.
        clusters: spans that stand for one person or organisation each.
        tokens: those of ``tokenize(text, quotes)``, if they are there already.

    Returns:
        The article, each stretch between marks one unit; a quote is one of them, or several where
        a quotation goes on over paragraphs.
    """
    units = find_units(tokenize(text, quotes) if tokens is None else tokens)
    article = Surroundings(text, units, Cast(flatten(text), units, clusters))
    article.candidate_units = [i for i, s in enumerate(units.symbols) if _could_speak(units, i, s)]
    for chain in _chains(units, quotes):
        stretches = [quotes[k] for k in chain]
        first, last = units.quote_units[chain[0]], units.quote_units[chain[-1]]
        article.add_quote(
            (first, last),
            tuple(Span(_start(text, quoted), quoted.end) for quoted in stretches),
            stretches=chain,
            closed=stretches[-1].closed,
            noun_follows=_noun_follows(text, units, last),
        )
    return article


def _could_speak(units: Units, i: int, symbol: str) -> bool:
    """A name, pronoun, nominal or label; an unknown nominal only beside a cue."""
    if symbol != "E":
        return symbol in "NPDhL"
    beside = units.symbols[i - 1 : i] in _SPOKEN_LEFT
    return beside or _SPOKEN_RIGHT.match(units.symbols, i + 1) is not None


def _chains(units: Units, quotes: Sequence[Quoted]) -> list[range]:
    """The stretches of each quote; one that goes on from the last, unlabelled, joins it."""
    chains: list[range] = []
    for k, (unit, quoted) in enumerate(zip(units.quote_units, quotes, strict=True)):
        if quoted.continues and chains and units.symbols[max(0, unit - 2) : unit] != "L:":
            chains[-1] = range(chains[-1].start, k + 1)
        else:
            chains.append(range(k, k + 1))
    return chains


def _start(text: str, quoted: Quoted) -> int:
    """Where the words of a stretch start: after its label, if it has one."""
    label = label_in_marks(text, quoted)
    return label.end() if label and label.end() < quoted.end else quoted.start


def _noun_follows(text: str, units: Units, last: int) -> bool:
    """A noun in lower case, or a name after an office in lower case, stands after unit last."""
    i = last + 1
    if units.symbols[i : i + 1] not in ("w", "K", "N", "D", "E"):
        return False
    word = _LOWER.match(text, units.starts[i])
    return word is not None and word.group() not in _OPENING
