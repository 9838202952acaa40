"""A group in a terminal: ``rich.print(group)`` (extra ``terminal``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from quoteattr.compare.difference import FAITHFUL_KINDS
from quoteattr.formats.table import JOINERS
from quoteattr.groups.group import QuoteGroup
from quoteattr.records import QuoteRecord
from quoteattr.view.diff import Passage, caveat, redline
from quoteattr.view.parts import name_of
from quoteattr.view.sources import Sources

if TYPE_CHECKING:
    from rich.console import RenderableType

#: words, and how they are shown, as a style of rich
Run = tuple[str, str]

#: words that one side has, in brackets and signs that need no colour: ``[-cut-] {+inserted+}``
_SIGNS = {False: ("[-{}-]", "{{+{}+}}"), True: ("[~{}~]", "{{~{}~}}")}
_STYLES = {False: ("red strike", "cyan bold underline"), True: ("dim strike", "italic")}

#: what the signs mean, as a reader is told it
_LEGEND = "[-cut-] {+inserted+}, ~ where the quote tells of it or only punctuation differs"

_SPACE = re.compile(r"\s+")


class Line(NamedTuple):
    """Words that begin a line, and may need more than one; none for an empty line."""

    runs: list[Run]
    indent: int = 0


def draw(group: QuoteGroup) -> Iterator[RenderableType]:
    """The lines for rich, which wraps them; behind ``QuoteGroup.__rich_console__``."""
    from rich.padding import Padding  # whoever calls is rich
    from rich.text import Text

    for runs, indent in lines(group):
        safe = ((printable(words), style) for words, style in runs)
        line = Text.assemble(*safe, overflow="fold")
        yield Padding(line, (0, 0, 0, indent), expand=False) if indent else line


def lines(group: QuoteGroup) -> Iterator[Line]:
    """What is shown, line by line, in the characters of the records."""
    sources = Sources(group)
    yield Line([(name_of(group.speaker), "bold")])
    yield Line([(" · ".join(sources.summary()), "dim")])
    dispute = [f"to {somebody} by {', '.join(names)}" for somebody, names in sources.dispute()]
    if dispute:
        yield Line([(f"Disputed: ascribed {'; '.join(dispute)}.", "bold")])
    for variant in group.variants:
        passages = redline(variant.fullest, variant.quote, variant.differences)
        yield Line([])
        yield Line(list(_words(passages)))
        if told := caveat(variant.fullest, variant.quote):
            yield Line([(told, "dim")], indent=2)
        for record in sources.carriers(variant.records):
            yield Line(list(_carrier(record, sources)), indent=2)
    if len(group.variants) > 1:
        yield Line([])
        yield Line([(_LEGEND, "dim")])


def _words(passages: Iterable[Passage]) -> Iterator[Run]:
    """A wording, what differs marked."""
    for passage in passages:
        difference, *both = passage
        if difference is None:
            yield passage.same, ""
            continue
        told = difference.kind in FAITHFUL_KINDS
        found = [
            (sign.format(words), style)
            for words, sign, style in zip(both, _SIGNS[told], _STYLES[told], strict=True)
            if words
        ]
        if difference.kind == "punctuation":
            found = found[-1:]
        yield from _joined(found)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs, a space between two."""
    for number, run in enumerate(runs):
        if number:
            yield " ", ""
        yield run


def _carrier(record: QuoteRecord, sources: Sources) -> Iterator[Run]:
    """Where some words stand, and who is said there to have said them."""
    yield sources.name(record), "underline"
    if day := sources.day(record):
        yield f" {day}", "dim"
    yield " · ", "dim"
    differs = sources.differs(record)
    yield f"≠ {record.speaker}" if differs else name_of(record.speaker), "bold" if differs else ""
    if words := sources.words(record):
        yield f" “{words}”", "dim"


def printable(text: str) -> str:
    r"""The text in one line, of characters that a terminal shows and that do not move its cursor.

    >>> printable("a\n \x1b[2Jb\u202e c")
    'a [2Jb c'
    """
    line = _SPACE.sub(" ", text)
    return "".join(c for c in line if c.isprintable() or c in JOINERS)
