"""Show a group in a terminal: ``rich.print(group)``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from quoteattr.compare.difference import FAITHFUL_KINDS
from quoteattr.groups.group import QuoteGroup
from quoteattr.records import QuoteRecord
from quoteattr.text import printable
from quoteattr.view.diff import DiffSegment, diff_segments, limit_note
from quoteattr.view.group_sources import GroupSources
from quoteattr.view.speaker_styles import display_name

if TYPE_CHECKING:
    from rich.console import RenderableType

#: words and their style, in the notation of rich
StyledText = tuple[str, str]

#: signs around words of one side, which need no colour, by whether the quote marks the difference:
#: ``[-cut-] {+inserted+}``
_SIGNS = {False: ("[-{}-]", "{{+{}+}}"), True: ("[~{}~]", "{{~{}~}}")}
_STYLES = {False: ("red strike", "cyan bold underline"), True: ("dim strike", "italic")}

#: what the signs mean
_LEGEND = "[-cut-] {+inserted+}, ~ where the quote marks it or only punctuation differs"


class TerminalLine(NamedTuple):
    """A line, which a narrow terminal wraps; an empty line has no texts."""

    texts: list[StyledText]
    indent: int = 0


def render_group(group: QuoteGroup) -> Iterator[RenderableType]:
    """The lines for rich, which wraps them; behind ``QuoteGroup.__rich_console__``."""
    from rich.padding import Padding
    from rich.text import Text

    for texts, indent in group_lines(group):
        safe = ((printable(words), style) for words, style in texts)
        line = Text.assemble(*safe, overflow="fold")
        yield Padding(line, (0, 0, 0, indent), expand=False) if indent else line


def group_lines(group: QuoteGroup) -> Iterator[TerminalLine]:
    """The lines, with the characters of the records unchanged."""
    sources = GroupSources(group)
    yield TerminalLine([(display_name(group.speaker), "bold")])
    yield TerminalLine([(" · ".join(sources.summary()), "dim")])
    claims = [f"to {named} by {', '.join(names)}" for named, names in sources.dispute()]
    if claims:
        yield TerminalLine([(f"Disputed: ascribed {'; '.join(claims)}.", "bold")])
    for variant in group.variants:
        segments = diff_segments(variant.fullest, variant.quote, variant.differences)
        yield TerminalLine([])
        yield TerminalLine(list(_diff(segments)))
        if note := limit_note(variant.fullest, variant.quote):
            yield TerminalLine([(note, "dim")], indent=2)
        for record in sources.carriers(variant.records):
            yield TerminalLine(list(_carrier(record, sources)), indent=2)
    if len(group.variants) > 1:
        yield TerminalLine([])
        yield TerminalLine([(_LEGEND, "dim")])


def _diff(segments: Iterable[DiffSegment]) -> Iterator[StyledText]:
    """A wording, with its differences marked."""
    for segment in segments:
        difference, *texts = segment
        if difference is None:
            yield segment.common, ""
            continue
        acknowledged = difference.kind in FAITHFUL_KINDS
        marked = [
            (sign.format(words), style)
            for words, sign, style in zip(
                texts, _SIGNS[acknowledged], _STYLES[acknowledged], strict=True
            )
            if words
        ]
        if difference.kind == "punctuation":
            marked = marked[-1:]
        yield from _with_spaces(marked)


def _with_spaces(texts: Iterable[StyledText]) -> Iterator[StyledText]:
    """The texts, separated by spaces."""
    for number, text in enumerate(texts):
        if number:
            yield " ", ""
        yield text


def _carrier(record: QuoteRecord, sources: GroupSources) -> Iterator[StyledText]:
    """The source of a record, its date and its speaker."""
    yield sources.name(record), "underline"
    if date := sources.date(record):
        yield f" {date}", "dim"
    yield " · ", "dim"
    if sources.is_disputed(record):
        yield f"≠ {record.speaker}", "bold"
    else:
        yield display_name(record.speaker), ""
    if mention := sources.mention(record):
        yield f" “{mention}”", "dim"
