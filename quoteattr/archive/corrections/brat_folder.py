"""Write the quotes of an archive as a brat folder, and read what annotators changed in it.

The layout is that of ``quoteattr.evaluation.brat``: ``quoteattr evaluate`` reads the folder, too.
There is also a table ``articles.tsv`` (document, source of the article), and ``annotation.conf``,
which gives brat the labels. The kind of a quote is an attribute of its event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from quoteattr.archive.corrections.annotations import (
    AnnotatedQuote,
    annotation_edits,
    check_words,
    place_in,
    speaker_at,
)
from quoteattr.archive.corrections.changes import QuoteEdit
from quoteattr.archive.corrections.log import CorrectionLog
from quoteattr.archive.corrections.sheet import ArticleRows
from quoteattr.archive.store import Store
from quoteattr.errors import OptionError, QuoteattrError, SourceError
from quoteattr.evaluation.brat import (
    NEVER_NAMED,
    GoldAttribution,
    read_all_names,
    read_annotations,
    text_bounds,
)
from quoteattr.formats.output import replacing
from quoteattr.readers.text import text_of
from quoteattr.records import QUOTE_KINDS, Article, Failure, QuoteKind, QuoteRecord, Span
from quoteattr.text import one_line, shorten, shorten_text

#: the tables of a folder
_NAMES, _ARTICLES = "names.tsv", "articles.tsv"
#: characters of a source that its file name keeps, and the maximum length of the name
_SAFE, _LONGEST = re.compile(r"[^\w.-]+"), 80
#: an attribute of an event: ``A1``, ``Kind E1 mixed``
_KIND = re.compile(r"A\d+\tKind (E\d+) (\w+)")

_CONFIGURATION = f"""\
[entities]
Content
Source
Cue
[events]
Attribution\tContent:Content, Source?:Source, Cue?:Cue
[relations]
[attributes]
Kind\tArg:Attribution, Value:{"|".join(QUOTE_KINDS)}
"""


def write_brat(articles: Iterable[ArticleRows], path: str) -> None:
    """Write a folder for brat: a text and its annotations for each article.

    Args:
        articles: the records, article by article.
        path: the folder; it is created, and files in it are replaced.

    Raises:
        OptionError: the folder cannot be written.
    """
    folder = Path(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OptionError(
            f"cannot write {shorten(path)}: {error.strerror}", where=path, remedy="name a folder"
        ) from error
    names, sources = list[str](), dict[str, str]()
    for article, records in articles:
        document = _document(str(article.source), sources)
        sources[document] = str(article.source)
        events = [_Event(k, record, article.text) for k, record in enumerate(records, 1)]
        _write(folder / f"{document}.txt", article.text)
        _write(folder / f"{document}.ann", "".join(map(_Event.lines, events)))
        names += [event.name_row(document) for event in events]
    rows = [f"{document}\t{_cell(source)}\t\n" for document, source in sources.items()]
    _write(folder / _ARTICLES, "".join(rows))
    _write(folder / _NAMES, "".join(names))
    _write(folder / "annotation.conf", _CONFIGURATION)


def _write(path: Path, content: str) -> None:
    """Write a file of text."""
    with replacing(str(path)) as file:
        file.write(content)


def _document(source: str, documents: Mapping[str, str]) -> str:
    """The file name of an article, which no other article has."""
    name = _SAFE.sub("-", source).strip("-.")[-_LONGEST:] or "article"
    candidates = (name, *(f"{name}-{k}" for k in range(2, len(documents) + 3)))
    return next(candidate for candidate in candidates if candidate not in documents)


def _cell(text: str) -> str:
    """A text in a cell of a table separated by tabs."""
    return one_line(text)


class _Event(NamedTuple):
    """The event of a record."""

    number: int
    record: QuoteRecord
    text: str

    @property
    def identifier(self) -> str:
        """The id of the trigger, which identifies the event in ``names.tsv``."""
        return f"T{10 * self.number + 2}"

    def lines(self) -> str:
        """The lines of the event and of its arguments."""
        record, first = self.record, 10 * self.number
        bounds = {f"T{first}": ("Content", record.spans)}
        arguments = [f"Content:T{first}"]
        trigger = record.spans[:1]
        if record.mention is not None:
            trigger = (Span(record.mention.start, record.mention.end),)
            bounds[f"T{first + 1}"] = ("Source", trigger)
            arguments.append(f"Source:T{first + 1}")
        if record.cue is not None:
            trigger = (Span(record.cue.start, record.cue.end),)
        bounds[self.identifier] = ("Attribution", trigger)
        rows = [self._bound(key, label, spans) for key, (label, spans) in bounds.items()]
        rows.append(f"E{self.number}\tAttribution:{self.identifier} {' '.join(arguments)}")
        rows.append(f"A{self.number}\tKind E{self.number} {record.kind}")
        return "".join(f"{row}\n" for row in rows)

    def _bound(self, key: str, label: str, spans: Sequence[Span]) -> str:
        """The line of some words."""
        offsets = ";".join(f"{start} {end}" for start, end in spans)
        words = " ".join(one_line(self.text[slice(*span)]) for span in spans)
        return f"{key}\t{label} {offsets}\t{words}"

    def name_row(self, document: str) -> str:
        """The row of the speaker's name."""
        return f"{document}\t{self.identifier}\t{_cell(self.record.speaker or NEVER_NAMED)}\n"


def read_brat(path: str, store: Store, log: CorrectionLog) -> Iterator[QuoteEdit | Failure]:
    """Read what annotators changed in a folder.

    If a record has no annotation, nobody said it; a document without an annotation file is ignored.
    A changed source of a quote changes the speaker, as does a changed name in ``names.tsv``.

    Args:
        path: the folder.
        store: the archive.
        log: its corrections; not used.

    Raises:
        SourceError: it is not a folder of annotations, or a file cannot be read.
    """
    folder = Path(path)
    annotations = sorted(folder.glob("*.ann"))
    if not annotations:
        raise SourceError(
            f"{shorten(path)} holds no *.ann",
            where=path,
            remedy="pass a folder that quoteattr archive sheet --format brat wrote",
        )
    sources = _read_sources(folder / _ARTICLES)
    names = read_all_names(folder / _NAMES) if (folder / _NAMES).exists() else {}
    for annotation in annotations:
        try:
            yield from _BratFile(annotation, sources, names, store).edits()
        except QuoteattrError as error:
            yield Failure(str(annotation), str(error))


def _read_sources(path: Path) -> dict[str, str]:
    """The source of each document; empty if there is no table."""
    if not path.exists():
        return {}
    rows = (line.split("\t") for line in text_of(str(path)).splitlines() if "\t" in line)
    return {row[0]: row[1] for row in rows}


class _BratFile:
    """An annotated document of a folder."""

    def __init__(
        self,
        path: Path,
        sources: Mapping[str, str],
        names: Mapping[tuple[str, str], str],
        store: Store,
    ) -> None:
        self._path, self._names = path, names
        self._notes = text_of(str(path))
        self._annotated = text_of(str(path.with_suffix(".txt")))
        source = sources.get(path.stem, path.stem)
        records = store.records(store.number(source, str(path)))
        self._source, self._records = source, list(records)
        self._article: Article = records.articles[0]

    def edits(self) -> Iterator[QuoteEdit]:
        """Find what annotators changed."""
        try:
            attributions = read_annotations(self._notes)
            words = {bound.identifier: bound.words for bound in text_bounds(self._notes)}
        except (ValueError, IndexError) as error:
            raise SourceError(
                f"not brat stand-off ({shorten_text(error)})",
                where=str(self._path),
                remedy="correct the file, or remove it",
            ) from error
        contents = _contents(self._notes)
        kinds = _kinds(self._notes)
        quotes = [
            self._quote(attribution, words.get(contents.get(attribution.identifier, ""), ""), kinds)
            for attribution in attributions
        ]
        return annotation_edits(self._source, self._records, quotes, missing=str(self._path))

    def _quote(
        self, attribution: GoldAttribution, words: str, kinds: Mapping[str, QuoteKind]
    ) -> AnnotatedQuote:
        """The annotated quote of an event."""
        pieces = attribution.content
        check_words(" ".join(self._annotated[slice(*piece)] for piece in pieces), words)
        outer = Span(pieces[0].start, pieces[-1].end)
        span = place_in(self._article.text, self._annotated, outer)
        record = next((r for r in self._records if _is_at(r, span)), None)
        return AnnotatedQuote(
            span,
            f"{self._path}, {attribution.identifier}",
            speaker=self._speaker(attribution, record),
            kind=kinds.get(attribution.identifier, "direct" if record is None else ...),
        )

    def _speaker(self, attribution: GoldAttribution, record: QuoteRecord | None) -> str | None:
        """The speaker of an event: the name in the table if it was changed, else the source.

        If the source is the mention of the record, the speaker does not change.
        """
        name = self._names.get((self._path.stem, attribution.identifier), NEVER_NAMED)
        speaker = None if record is None else record.speaker
        if name not in (NEVER_NAMED, _cell(speaker or NEVER_NAMED)):
            return name
        if not attribution.source:
            return speaker if record is not None and record.mention is None else None
        source = attribution.source[0]
        place = place_in(self._article.text, self._annotated, source)
        mention = None if record is None else record.mention
        if mention is not None and (mention.start, mention.end) == tuple(place):
            return speaker
        return speaker_at(place, self._article.text, self._records)


def _is_at(record: QuoteRecord, span: Span) -> bool:
    """A record overlaps a span."""
    return record.spans[0].start < span.end and span.start < record.spans[-1].end


def _contents(notes: str) -> dict[str, str]:
    """The id of the content of each event, by the id of its trigger."""
    contents: dict[str, str] = {}
    for line in notes.splitlines():
        if line.startswith("E"):
            trigger, *arguments = line.partition("\t")[2].split()
            for role, _, key in (argument.partition(":") for argument in arguments):
                if role.startswith("Content"):
                    contents.setdefault(trigger.partition(":")[2], key)
    return contents


def _kinds(notes: str) -> dict[str, QuoteKind]:
    """The kind of each event, by the id of its trigger."""
    of_event = {match[1]: match[2] for match in map(_KIND.match, notes.splitlines()) if match}
    triggers = (line.split() for line in notes.splitlines() if line.startswith("E"))
    return {
        row[1].partition(":")[2]: of_event[row[0]]  # type: ignore[misc]
        for row in triggers
        if of_event.get(row[0]) in QUOTE_KINDS
    }
