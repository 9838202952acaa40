"""Read annotated articles in brat's stand-off layout, as in the PolNeAR corpus.

A folder holds ``text/*.txt`` and ``attributions/*.ann``, or, as brat itself writes them, all of
these files side by side. An annotation file has the name of its text, optionally followed by an
underscore and an annotator's mark. Each attribution is an event with a Content, a Source and a Cue.
Two tables are optional:

- ``names.tsv``: document, id of the attribution, full name of its speaker (``-``: never named);
- ``segments.tsv``: document, start and end of a quoted span, one per line, if annotators marked the
  quoted spans to evaluate.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from attrs import evolve, frozen

from quoteattr.errors import SourceError
from quoteattr.readers.text import text_of
from quoteattr.records import Span
from quoteattr.text import alphanumeric, shorten, shorten_text

#: the entry in ``names.tsv`` of a speaker whom the article never names
NEVER_NAMED = "-"
#: maximum share of spans whose annotated words may differ from those of the text
_MAX_MISMATCH = 0.1
#: maximum number of labels, and of characters of one span, in an error message
_LABELS_SHOWN, _CHARACTERS_SHOWN = 8, 80


@frozen
class GoldAttribution:
    """An annotated attribution: source (who), content (what) and cue (the words that report)."""

    identifier: str
    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    #: the speaker's full name, None if it is not annotated or not in the article
    name: str | None = None


@frozen
class GoldArticle:
    """An article with its annotated attributions."""

    name: str
    text: str
    attributions: tuple[GoldAttribution, ...]
    #: the quoted spans that annotators marked, None if they marked none in this corpus
    quoted_spans: tuple[Span, ...] | None = None
    #: the last two components of the folder's path
    corpus: str = ""
    #: whether the annotator worked without seeing machine output; None if unknown
    blind: bool | None = None

    def attribution_at(self, start: int, end: int) -> GoldAttribution | None:
        """The attribution whose content covers most of a span, None if none covers half of it."""
        best = max(self.attributions, key=lambda a: _covered(a, start, end), default=None)
        return best if best and 2 * _covered(best, start, end) >= end - start else None


def _covered(attribution: GoldAttribution, start: int, end: int) -> int:
    """How many characters of a span the attribution's content covers."""
    return sum(max(0, min(e, end) - max(s, start)) for s, e in attribution.content)


def read_annotations(notes: str) -> tuple[GoldAttribution, ...]:
    """Read the attributions of one ``.ann`` file.

    Returns:
        The attributions that have a content, in the order of the file.

    Raises:
        ValueError: an offset is not a number.
    """
    spans = {bound.identifier: bound.spans for bound in text_bounds(notes)}
    lines = (line.partition("\t") for line in notes.split("\n"))
    events = [fields.split() for identifier, _, fields in lines if identifier.startswith("E")]
    return tuple(a for event in events if (a := _read_event(event, spans)).content)


class TextBound(NamedTuple):
    """A text-bound annotation: a line such as ``T1``, ``Content 10 20;25 30``, ``the words``."""

    identifier: str
    spans: list[Span]
    #: the words of the text, as the file repeats them
    words: str


def text_bounds(notes: str) -> Iterator[TextBound]:
    """The text-bound annotations of a file."""
    for line in notes.split("\n"):
        identifier, _, fields = line.partition("\t")
        if identifier.startswith("T"):
            offsets, _, words = fields.partition("\t")
            yield TextBound(identifier, _read_spans(offsets), words)


def _read_spans(offsets: str) -> list[Span]:
    """The spans of a text-bound annotation, such as ``Content 10 20;25 30``."""
    pairs = (pair.split() for pair in offsets.partition(" ")[2].split(";"))
    return [Span(int(pair[0]), int(pair[1])) for pair in pairs if len(pair) == 2]


def _read_event(event: list[str], spans: dict[str, list[Span]]) -> GoldAttribution:
    """Collect the spans of an event's roles; ``Source`` and ``Source2`` are one role."""
    roles: dict[str, list[Span]] = {"Content": [], "Source": [], "Cue": []}
    for argument in event[1:]:
        role, _, identifier = argument.partition(":")
        roles.setdefault(role.rstrip("0123456789"), []).extend(spans.get(identifier, ()))
    content, source, cue = (tuple(sorted(roles[r])) for r in ("Content", "Source", "Cue"))
    return GoldAttribution(event[0].partition(":")[2], content, source, cue)


def read_gold(folder: Path, names: Path | None = None) -> Iterator[GoldArticle]:
    """Read each annotated article of a folder, sorted by name.

    Args:
        folder: a folder in the layout that the module describes.
        names: a table of the speakers' full names; by default ``names.tsv`` of the folder, if it
            exists.

    Yields:
        The articles, one at a time.

    Raises:
        SourceError: the folder does not have the layout, a file in it cannot be read, the offsets
            do not fit the text, or no annotation has these roles.
    """
    texts, annotations = _layout(folder)
    names_path, spans_path = names or folder / "names.tsv", folder / "segments.tsv"
    names_by_id = read_names(names_path) if names or names_path.exists() else {}
    spans_by_document = read_quoted_spans(spans_path) if spans_path.exists() else None
    labels, count = Counter[str](), 0
    for path in texts:
        text, attributions, file_labels = _read_article(path, annotations[path.stem])
        labels += file_labels
        count += len(attributions)
        named = (evolve(a, name=names_by_id.get((path.stem, a.identifier))) for a in attributions)
        spans = None if spans_by_document is None else tuple(spans_by_document.get(path.stem, ()))
        yield GoldArticle(path.stem, text, tuple(named), spans, "/".join(folder.parts[-2:]))
    if labels and not count:
        most = ", ".join(f"{label} ({n})" for label, n in labels.most_common(_LABELS_SHOWN))
        raise SourceError(
            "no attribution is annotated. Expected are events (lines E…) with the roles Content and"
            " Source, such as 'E1 Attribution:T3 Content:T1 Source:T2'; the files have"
            f" {shorten_text(most)}",
            where=str(folder),
            remedy="rename the labels, and make an event of each quotation",
        )


def _layout(folder: Path) -> tuple[list[Path], dict[str, Path]]:
    """The annotated texts, sorted, and the annotation file of each document.

    If a document has several annotation files, the first by name is used.
    """
    flat = not (folder / "attributions").is_dir()
    text_folder, annotation_folder = (
        (folder, folder) if flat else (folder / "text", folder / "attributions")
    )
    annotations: dict[str, Path] = {}
    for path in sorted(annotation_folder.glob("*.ann")):
        for document in (path.stem, path.stem.rpartition("_")[0]):
            annotations.setdefault(document, path)
    if not annotations:
        raise SourceError(
            "no attributions/*.ann, and no *.ann beside *.txt",
            where=str(folder),
            remedy="pass a folder in the brat layout",
        )
    texts = [p for p in sorted(text_folder.glob("*.txt")) if p.stem in annotations]
    if not texts:
        raise SourceError(
            f"no {'*.txt' if flat else 'text/*.txt'} has the name of one of its annotations",
            where=str(folder),
            remedy="pass a folder in the brat layout",
        )
    return texts, annotations


def _read_article(
    path: Path, annotation: Path
) -> tuple[str, tuple[GoldAttribution, ...], Counter[str]]:
    """A text, its attributions, and the labels of its annotation file."""
    text = text_of(str(path))
    notes = text_of(str(annotation))
    try:
        attributions = read_annotations(notes)
        _check_offsets(text, notes, annotation)
    except (ValueError, IndexError) as error:
        raise SourceError(
            f"not brat stand-off ({shorten_text(error)})",
            where=str(annotation),
            remedy="correct the file, or remove it",
        ) from error
    return text, attributions, Counter(_labels(notes))


def _labels(notes: str) -> Iterator[str]:
    """The labels of the spans, events, relations and attributes of an annotation file."""
    for line in notes.split("\n"):
        kind, _, fields = line.partition("\t")
        if kind[:1] in ("T", "E", "R", "A") and fields.split():
            yield fields.split()[0].partition(":")[0]


def _check_offsets(text: str, notes: str, annotation: Path) -> None:
    """Compare the words that an annotation file repeats with those of the text.

    Raises:
        SourceError: a span ends after the text, or more than a few have other words.
    """
    count, mismatches = 0, list[str]()
    for identifier, spans, words in text_bounds(notes):
        last = max((end for _, end in spans), default=0)
        if last > len(text):
            raise SourceError(
                f"a span ends at {last}, after the end of the text",
                where=str(annotation),
                remedy="annotate the text in the folder",
            )
        if not words.strip(" -\r"):  # some tools write no words, or a dash
            continue
        count += 1
        text_words = " ".join(text[start:end] for start, end in spans)
        if alphanumeric(text_words) != alphanumeric(words):
            annotated, actual = (shorten(w, _CHARACTERS_SHOWN) for w in (words, text_words))
            mismatches.append(f"{identifier}: {annotated}, in the text {actual}")
    if len(mismatches) > _MAX_MISMATCH * count:
        raise SourceError(
            f"the offsets of {len(mismatches)} of {count} spans are not those of the text"
            f" ({mismatches[0]})",
            where=str(annotation),
            remedy="count characters of the text file as it stands, line ends included, from 0",
        )


def read_names(path: Path) -> dict[tuple[str, str], str]:
    """Read the full names of the speakers whom the articles name.

    Returns:
        The name for each pair of document and id of the attribution.

    Raises:
        SourceError: the file cannot be read, or a line has too few columns.
    """
    return {key: name for key, name in read_all_names(path).items() if name != NEVER_NAMED}


def read_all_names(path: Path) -> dict[tuple[str, str], str]:
    """Read the full names of all speakers, ``-`` for one whom the article never names.

    Returns:
        The name for each pair of document and id of the attribution.

    Raises:
        SourceError: the file cannot be read, or a line has too few columns.
    """
    return {(document, key): name for document, key, name in _rows(path) if name}


def read_quoted_spans(path: Path) -> dict[str, list[Span]]:
    """Read the quoted spans that annotators marked.

    Returns:
        The spans of each document, in characters of its text, end exclusive.

    Raises:
        SourceError: the file cannot be read, or a line is not a document and two numbers.
    """
    spans: dict[str, list[Span]] = defaultdict(list)
    for document, start, end in _rows(path):
        if not (start.isdecimal() and end.isdecimal()):
            raise SourceError(
                f"{shorten(start)} and {shorten(end)} are not two offsets",
                where=str(path),
                remedy="write two whole numbers",
            )
        spans[document].append(Span(int(start), int(end)))
    return dict(spans)


def _rows(path: Path) -> Iterator[tuple[str, str, str]]:
    """The first three columns of each line; empty lines and comments (``#``) are skipped."""
    for number, line in enumerate(text_of(str(path)).splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) < 3:
                raise SourceError(
                    "three columns separated by tabs are needed",
                    where=f"{path}, line {number}",
                    remedy="write all three",
                )
            yield cells[0], cells[1], cells[2].strip()
