"""Reads annotated articles: the brat stand-off layout of the PolNeAR corpus.

A folder holds ``text/*.txt`` and ``attributions/*.ann``; an annotation is named after its text,
with or without an underscore and more after it. Each event has a Content, a Source and a Cue.
Beside these two there may stand

- ``names.tsv``: document, id of the attribution, full name of its speaker (``-``: never named);
- ``segments.tsv``: document, start and end of a stretch between quotation marks, one a line, where
  the stretches that count were told by hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from attrs import evolve, frozen

from quoteattr.errors import SourceError, shorten, shorten_text
from quoteattr.readers.text import text_of
from quoteattr.records import Span

#: what stands in ``names.tsv`` for a speaker whom the article never names
NEVER_NAMED = "-"


@frozen
class Attribution:
    """One annotated attribution: who (source) reported what (content) with which words (cue)."""

    identifier: str
    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    #: the speaker's full name, None where nobody told it or the article does not have it
    name: str | None = None


@frozen
class GoldArticle:
    """An article with its annotated attributions."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]
    #: stretches between quotation marks as told by hand, None where nobody did
    stretches: tuple[Span, ...] | None = None
    #: the folder that it was read from, by its last two names
    corpus: str = ""

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


def read_gold(folder: Path, names: Path | None = None) -> Iterator[GoldArticle]:
    """Read each annotated article of a folder, in order of the names.

    Args:
        folder: has the layout that this module tells of.
        names: the full names of the speakers; ``names.tsv`` of the folder, if there, by default.

    Raises:
        SourceError: the folder does not have the layout, or a file in it cannot be read.
    """
    annotations = _annotations(folder)
    told, by_hand = names or folder / "names.tsv", folder / "segments.tsv"
    named = read_names(told) if names or told.exists() else {}
    stretches = read_stretches(by_hand) if by_hand.exists() else None
    texts = [p for p in sorted((folder / "text").glob("*.txt")) if p.stem in annotations]
    if not texts:
        raise SourceError(
            "no text/*.txt goes by the name of one of its annotations",
            where=str(folder),
            remedy="pass a folder in the brat layout",
        )
    for path in texts:
        text, found = _read(path, annotations[path.stem])
        with_names = (evolve(a, name=named.get((path.stem, a.identifier))) for a in found)
        here = None if stretches is None else tuple(stretches.get(path.stem, ()))
        yield GoldArticle(path.stem, text, tuple(with_names), here, "/".join(folder.parts[-2:]))


def _annotations(folder: Path) -> dict[str, Path]:
    """The annotation of each document; of several the first in the alphabet."""
    found: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        for document in (path.stem, path.stem.rpartition("_")[0]):
            found.setdefault(document, path)
    if not found:
        raise SourceError(
            "no attributions/*.ann", where=str(folder), remedy="pass a folder in the brat layout"
        )
    return found


def _read(path: Path, annotation: Path) -> tuple[str, tuple[Attribution, ...]]:
    """One text and its annotation."""
    text = text_of(str(path))
    try:
        found = read_annotations(text_of(str(annotation)))
    except (ValueError, IndexError) as error:
        raise SourceError(
            f"not brat stand-off ({shorten_text(error)})",
            where=str(annotation),
            remedy="mend the file, or take it out",
        ) from error
    last = max((end for a in found for _, end in a.content + a.source), default=0)
    if last > len(text):
        raise SourceError(
            f"a span ends at {last}, after the end of the text",
            where=str(annotation),
            remedy="annotate the text that is there",
        )
    return text, found


def read_names(path: Path) -> dict[tuple[str, str], str]:
    """Read the full names of speakers, by document and id of the attribution.

    Raises:
        SourceError: the file cannot be read, or a line has too few columns.
    """
    rows = _rows(path)
    return {(document, key): name for document, key, name in rows if name not in ("", NEVER_NAMED)}


def read_stretches(path: Path) -> dict[str, list[Span]]:
    """Read the stretches between quotation marks that were told by hand, by document.

    Raises:
        SourceError: the file cannot be read, or a line is not a document and two numbers.
    """
    found: dict[str, list[Span]] = defaultdict(list)
    for document, start, end in _rows(path):
        if not (start.isdecimal() and end.isdecimal()):
            raise SourceError(
                f"{shorten(start)} and {shorten(end)} are not two offsets",
                where=str(path),
                remedy="write two whole numbers",
            )
        found[document].append(Span(int(start), int(end)))
    return dict(found)


def _rows(path: Path) -> Iterator[tuple[str, str, str]]:
    """The first three columns of each line; empty lines and those behind a ``#`` are left out."""
    for number, line in enumerate(text_of(str(path)).splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) < 3:
                raise SourceError(
                    "three columns parted by tabs are needed",
                    where=f"{path}, line {number}",
                    remedy="write all three",
                )
            yield cells[0], cells[1], cells[2].strip()
