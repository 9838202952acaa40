"""Reads annotated articles: the brat stand-off layout of the PolNeAR corpus.

A folder holds ``text/*.txt`` and ``attributions/*.ann``, or, as brat itself has it, all of them
side by side; an annotation is named after its text, with or without an underscore and more after
it. Each event has a Content, a Source and a Cue. Beside these there may stand

- ``names.tsv``: document, id of the attribution, full name of its speaker (``-``: never named);
- ``segments.tsv``: document, start and end of a stretch between quotation marks, one a line, where
  the stretches that count were told by hand.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from attrs import evolve, frozen

from quoteattr.errors import SourceError, shorten, shorten_text
from quoteattr.readers.text import text_of
from quoteattr.records import Span

#: what stands in ``names.tsv`` for a speaker whom the article never names
NEVER_NAMED = "-"
#: share of the spans of an annotation whose words may be others than those of the text
_ODD = 0.1
#: most labels, and most characters of one span, that a message shows
_LABELS, _SHOWN = 8, 80


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
            spans[identifier] = _spans(rest.split("\t")[0])
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
        SourceError: the folder does not have the layout, a file in it cannot be read, its offsets
            are not those of the text, or nothing in it is annotated with these roles.
    """
    texts, annotations = _layout(folder)
    by_default, by_hand = names or folder / "names.tsv", folder / "segments.tsv"
    named = read_names(by_default) if names or by_default.exists() else {}
    stretches = read_stretches(by_hand) if by_hand.exists() else None
    labels, attributions = Counter[str](), 0
    for path in texts:
        text, annotated, here = _read(path, annotations[path.stem])
        labels += here
        attributions += len(annotated)
        with_names = (evolve(a, name=named.get((path.stem, a.identifier))) for a in annotated)
        spans = None if stretches is None else tuple(stretches.get(path.stem, ()))
        yield GoldArticle(path.stem, text, tuple(with_names), spans, "/".join(folder.parts[-2:]))
    if labels and not attributions:
        most = ", ".join(f"{label} ({count})" for label, count in labels.most_common(_LABELS))
        raise SourceError(
            "no attribution is annotated. Expected are events (lines E…) with the roles Content and"
            " Source, such as 'E1 Attribution:T3 Content:T1 Source:T2'; the files have"
            f" {shorten_text(most)}",
            where=str(folder),
            remedy="rename the labels, and make an event of each quotation",
        )


def _layout(folder: Path) -> tuple[list[Path], dict[str, Path]]:
    """The annotated texts, in order, and the annotation of each document.

    Of several annotations of one document the first in the alphabet is taken.
    """
    flat = not (folder / "attributions").is_dir()
    here = (folder, folder) if flat else (folder / "text", folder / "attributions")
    annotations: dict[str, Path] = {}
    for path in sorted(here[1].glob("*.ann")):
        for document in (path.stem, path.stem.rpartition("_")[0]):
            annotations.setdefault(document, path)
    if not annotations:
        raise SourceError(
            "no attributions/*.ann, and no *.ann beside *.txt",
            where=str(folder),
            remedy="pass a folder in the brat layout",
        )
    texts = [p for p in sorted(here[0].glob("*.txt")) if p.stem in annotations]
    if not texts:
        raise SourceError(
            f"no {'*.txt' if flat else 'text/*.txt'} goes by the name of one of its annotations",
            where=str(folder),
            remedy="pass a folder in the brat layout",
        )
    return texts, annotations


def _read(path: Path, annotation: Path) -> tuple[str, tuple[Attribution, ...], Counter[str]]:
    """One text, its annotation, and what labels that has."""
    text = text_of(str(path))
    notes = text_of(str(annotation))
    try:
        attributions = read_annotations(notes)
        _check_offsets(text, notes, annotation)
    except (ValueError, IndexError) as error:
        raise SourceError(
            f"not brat stand-off ({shorten_text(error)})",
            where=str(annotation),
            remedy="mend the file, or take it out",
        ) from error
    return text, attributions, Counter(_labels(notes))


def _labels(notes: str) -> Iterator[str]:
    """The labels of the spans, events and relations of an annotation."""
    for line in notes.split("\n"):
        kind, _, rest = line.partition("\t")
        if kind[:1] in ("T", "E", "R", "A") and rest.split():
            yield rest.split()[0].partition(":")[0]


def _check_offsets(text: str, notes: str, annotation: Path) -> None:
    """Compare the words that an annotation gives for its spans with those of the text.

    Raises:
        SourceError: a span ends after the text, or more than a few have other words.
    """
    count, wrong = 0, list[str]()
    for line in notes.split("\n"):
        identifier, _, rest = line.partition("\t")
        if identifier.startswith("T"):
            places, _, words = rest.partition("\t")
            pieces = _spans(places)
            last = max((end for _, end in pieces), default=0)
            if last > len(text):
                raise SourceError(
                    f"a span ends at {last}, after the end of the text",
                    where=str(annotation),
                    remedy="annotate the text that is there",
                )
            here = " ".join(text[start:end] for start, end in pieces)
            given = bool(words.strip(" -\r"))  # some tools write none, or a dash
            count += given
            if given and _bare(here) != _bare(words):
                wrong.append(
                    f"{identifier}: {shorten(words, _SHOWN)}, in the text {shorten(here, _SHOWN)}"
                )
    if len(wrong) > _ODD * count:
        raise SourceError(
            f"the offsets of {len(wrong)} of {count} spans are not those of the text ({wrong[0]})",
            where=str(annotation),
            remedy="count characters of the text file as it stands, line ends included, from 0",
        )


def _spans(places: str) -> list[Span]:
    """The spans of a text-bound annotation, such as ``Content 10 20;25 30``."""
    pieces = (piece.split() for piece in places.partition(" ")[2].split(";"))
    return [Span(int(p[0]), int(p[1])) for p in pieces if len(p) == 2]


def _bare(words: str) -> str:
    """The letters and digits of some words."""
    return "".join(filter(str.isalnum, words))


def read_names(path: Path) -> dict[tuple[str, str], str]:
    """Read the full names of speakers, by document and id of the attribution.

    Raises:
        SourceError: the file cannot be read, or a line has too few columns.
    """
    return {key: name for key, name in read_all_names(path).items() if name != NEVER_NAMED}


def read_all_names(path: Path) -> dict[tuple[str, str], str]:
    """Read the full names of speakers, ``-`` where the article never names one.

    Raises:
        SourceError: the file cannot be read, or a line has too few columns.
    """
    return {(document, key): name for document, key, name in _rows(path) if name}


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
