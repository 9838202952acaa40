"""Reads annotated articles: the brat stand-off layout of the PolNeAR corpus.

A folder holds ``text/*.txt`` and ``attributions/*.ann``; an annotation is named after its text,
with anything after the last underscore. Each event has a Content, a Source and a Cue.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from quoteattr.errors import SourceError
from quoteattr.records import Span


@frozen
class Attribution:
    """One annotated attribution: who (source) reported what (content) with which words (cue)."""

    identifier: str
    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]


@frozen
class GoldArticle:
    """An article with its annotated attributions."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]

    def at(self, start: int, end: int) -> Attribution | None:
        """The attribution whose content covers most of a stretch, None if none covers half."""
        best = max(self.attributions, key=lambda a: _covered(a, start, end), default=None)
        return best if best and 2 * _covered(best, start, end) >= end - start else None


def _covered(attribution: Attribution, start: int, end: int) -> int:
    """How many characters of the stretch the attribution's content covers."""
    return sum(max(0, min(e, end) - max(s, start)) for s, e in attribution.content)


def read_annotations(text: str) -> tuple[Attribution, ...]:
    """Read the attributions of one ``.ann`` file."""
    spans: dict[str, list[Span]] = {}
    events: list[list[str]] = []
    for line in text.split("\n"):
        identifier, _, rest = line.partition("\t")
        if identifier.startswith("T"):
            offsets = rest.split("\t")[0].partition(" ")[2]
            pieces = (piece.split() for piece in offsets.split(";"))
            spans[identifier] = [Span(int(p[0]), int(p[1])) for p in pieces if len(p) == 2]
        elif identifier.startswith("E"):
            events.append(rest.split())
    return tuple(a for event in events if (a := _attribution(event, spans)).content)


def _attribution(event: list[str], spans: dict[str, list[Span]]) -> Attribution:
    """Gather the spans of an event's roles; numbered roles count as one."""
    roles: dict[str, list[Span]] = {"Content": [], "Source": [], "Cue": []}
    for argument in event[1:]:
        role, _, identifier = argument.partition(":")
        roles.setdefault(role.rstrip("0123456789"), []).extend(spans.get(identifier, ()))
    content, source, cue = (tuple(sorted(roles[r])) for r in ("Content", "Source", "Cue"))
    return Attribution(event[0].partition(":")[2], content, source, cue)


def read_gold(folder: Path) -> Iterator[GoldArticle]:
    """Read each annotated article of a folder, in order of the names.

    Raises:
        SourceError: the folder does not have the layout.
    """
    annotations = {p.stem.rpartition("_")[0]: p for p in sorted((folder / "attributions").glob("*.ann"))}
    if not annotations:
        raise SourceError(f"{folder} has no attributions/*.ann: pass a folder in the brat layout")
    for path in sorted((folder / "text").glob("*.txt")):
        if path.stem in annotations:
            with open(path, encoding="utf-8", newline="") as file:
                text = file.read()
            annotated = annotations[path.stem].read_text(encoding="utf-8")
            yield GoldArticle(path.stem, text, read_annotations(annotated))
