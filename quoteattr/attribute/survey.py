"""An article with its stretches between marks as quotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import regex

from quoteattr.attribute.document import Surroundings
from quoteattr.coref.antecedents import AntecedentModel
from quoteattr.coref.cast import Cast
from quoteattr.detect.chunks import Units, find_units
from quoteattr.detect.layout import flatten
from quoteattr.detect.pattern import FARTHEST, RowPattern
from quoteattr.detect.quotes import Quoted
from quoteattr.detect.tokens import Token, label_in_marks, tokenize
from quoteattr.language.en import tables as en
from quoteattr.records import Span

#: no small letter, colon or quotation mark up to the end of the line or to a dash between spaces
_HEADING = regex.compile(r"[^\r\n\p{Ll}:\"“”‘—–]++(?=[\r\n—–]|\Z)")
#: characters in capitals after which the line is looked at
_CAPITALS = 4
_LOWER = regex.compile(r"\p{Ll}[\p{L}'’\-]*+")
#: words, and the bar between stretches
_WORDS = regex.compile(r"[\p{L}\p{M}\p{N}]++|\|")
#: longer stretches, in characters, do not come again
_LONG = 120
#: characters of an article in which they are looked for, so that each stretch costs the same
_SOUGHT = 200_000
_OPENING = en.DETERMINERS | en.POSSESSIVES | en.INDEFINITE
#: an unknown nominal is a candidate only as the subject of a cue, or right after one
_SPOKEN_RIGHT = RowPattern("(?:[oz][dwg0v]*[NDEwKTpP0]+|[TyP])?(?:,[^/.Q]{1,30},)?[bxy]*[SRsr:]")
_SPOKEN_LEFT = frozenset("SAQ")
_AGENT_LEFT = frozenset(("Qz", "Sz", "Rz", "vz"))


def survey(
    text: str,
    quotes: Sequence[Quoted],
    clusters: Iterable[Iterable[Span]] = (),
    tokens: Sequence[Token] | None = None,
    model: AntecedentModel | None = None,
) -> Surroundings:
    """Read an article for the rules.

    Args:
        text: the article as given.
        quotes: its stretches between marks, in order.
        clusters: spans that stand for one person or organisation each.
        tokens: those of ``tokenize(text, quotes)``, if they are there already.
        model: chooses whom descriptions stand for; by default that of the package.

    Returns:
        The article, each stretch between marks one unit; a quote is one of them, or several where
        a quotation goes on over paragraphs.
    """
    units = find_units(tokenize(text, quotes) if tokens is None else tokens)
    article = Surroundings(text, units, Cast(flatten(text), units, clusters, model))
    article.candidate_units = [
        i
        for i, symbol in enumerate(units.symbols)
        if _could_speak(units, i, symbol) and not _in_heading(text, units.starts[i])
    ]
    echoes = Echoes(text, quotes)
    for chain in _chains(units, quotes):
        stretches = [quotes[k] for k in chain]
        first, last = units.quote_units[chain[0]], units.quote_units[chain[-1]]
        article.add_quote(
            (first, last),
            tuple(Span(_start(text, quoted), quoted.end) for quoted in stretches),
            stretches=chain,
            closed=stretches[-1].closed,
            noun_follows=_noun_follows(text, units, last),
            **echoes.of(chain[0]),
        )
    return article


class Echoes:
    """How often the words of a stretch stand elsewhere in the article.

    Terms come again, in marks and without; what somebody said is repeated in part: in a headline.
    """

    def __init__(self, text: str, quotes: Sequence[Quoted]) -> None:
        self._words = [_bare(text[quoted.start : quoted.end]) for quoted in quotes]
        self._count = Counter(self._words)
        rest, last = list[str](), 0
        for quoted in quotes:
            rest.append(text[last : quoted.outer_start])
            last = quoted.outer_end
        self._rest = f" {_bare('|'.join((*rest, text[last:])))} "[:_SOUGHT]
        self._marked = f"|{'|'.join(self._words)}|"[:_SOUGHT]

    def of(self, k: int) -> dict[str, int]:
        """The counts of stretch k."""
        words = self._words[k]
        if not words or len(words) > _LONG:
            return {}
        same = self._count[words]
        inside = max(0, self._marked.count(words) - same) if " " in words else 0
        outside = self._rest.count(f" {words} ")
        return {"repeated": same - 1, "echoed": inside, "unmarked": outside}


def _bare(words: str) -> str:
    """Letters and digits in lower case, a space between words."""
    return " ".join(_WORDS.findall(words.lower()))


def _in_heading(text: str, start: int) -> bool:
    """In a heading: three words or more in capitals that are a line, or its start up to a dash."""
    if not text[start].isupper() or not text[start : start + _CAPITALS].isupper():
        return False
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    heading = _HEADING.match(text, first)
    return heading is not None and len(heading.group().split()) > 2


def _could_speak(units: Units, i: int, symbol: str) -> bool:
    """A name, pronoun, nominal or label; an unknown nominal only beside a cue. Nobody does not."""
    before = units.heads[i - 1] if i else ""
    if units.heads[i] in en.NEGATIVE or (before in en.NEGATIVE and symbol in "PE"):
        return False
    if symbol != "E":
        return symbol in "NPDhL"
    beside = units.symbols[i - 1 : i] in _SPOKEN_LEFT or units.symbols[i - 2 : i] in _AGENT_LEFT
    return beside or _SPOKEN_RIGHT.begins(units.symbols, i + 1, i + FARTHEST)


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
