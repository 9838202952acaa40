"""Write the quotes of an archive as Label Studio tasks, and read what annotators changed.

The matching labelling configuration is ``LABELLING``. Each quote is a region whose label is its
kind, and whose text field ``speaker`` has the speaker.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

import quoteattr
from quoteattr.archive.corrections.annotations import (
    AnnotatedQuote,
    EntryFormat,
    annotation_edits,
    edits_of_entries,
)
from quoteattr.archive.corrections.changes import QuoteEdit
from quoteattr.archive.corrections.correction import outer_span
from quoteattr.archive.corrections.log import CorrectionLog
from quoteattr.archive.corrections.sheet import ArticleRows
from quoteattr.archive.store import Store
from quoteattr.errors import OptionError, SourceError
from quoteattr.formats.json_ld import write_items
from quoteattr.formats.output import replacing
from quoteattr.readers.text import text_of
from quoteattr.records import QUOTE_KINDS, Failure, QuoteRecord, Span
from quoteattr.text import one_line, shorten

#: the configuration of a project in Label Studio
LABELLING = f"""\
<View>
  <Labels name="kind" toName="text">
    {"".join(f'<Label value="{kind}"/>' for kind in QUOTE_KINDS)}
  </Labels>
  <Text name="text" value="$text"/>
  <TextArea name="speaker" toName="text" perRegion="true" maxSubmissions="1"/>
</View>
"""

_TASK = EntryFormat("task", "not a task of Label Studio", "pass its JSON export")


def write_label_studio(articles: Iterable[ArticleRows], path: str) -> None:
    """Write a list of tasks, one per article, with the quotes as predictions."""
    with replacing(path) as file:
        write_items((_task(*rows) for rows in articles), file)


def _task(article: Any, records: list[QuoteRecord]) -> dict[str, Any]:
    """The task of an article."""
    results = [region for record in records for region in _regions(record, article.text)]
    return {
        "data": {"text": article.text, "source": article.source},
        "predictions": [{"model_version": f"quoteattr {quoteattr.__version__}", "result": results}],
    }


def _regions(record: QuoteRecord, text: str) -> Iterator[dict[str, Any]]:
    """The region of a quote, and its speaker."""
    start, end = outer_span(record)
    target = {"id": record.id, "to_name": "text"}
    place = {"start": start, "end": end}
    value = {**place, "text": text[start:end], "labels": [record.kind]}
    yield {**target, "from_name": "kind", "type": "labels", "value": value}
    if record.speaker is not None:
        value = {**place, "text": [record.speaker]}
        yield {**target, "from_name": "speaker", "type": "textarea", "value": value}


def read_label_studio(path: str, store: Store, log: CorrectionLog) -> Iterator[QuoteEdit | Failure]:
    """Read what annotators changed in the tasks that Label Studio exports as JSON.

    If a task has several annotations, the last that was not cancelled counts; a task without one is
    ignored. If a record has no region, nobody said it.

    Args:
        path: the file.
        store: the archive.
        log: its corrections; not used.

    Raises:
        SourceError: the file cannot be read, or is not a list of tasks.
    """
    edits = partial(_task_edits, store=store)
    yield from edits_of_entries(path, _read_tasks(path), _TASK, edits)


def _read_tasks(path: str) -> list[Any]:
    """The tasks of a file.

    Raises:
        SourceError: the file cannot be read, or is not a list.
    """
    try:
        tasks = json.loads(text_of(path))
    except ValueError as error:
        tasks = error
    if not isinstance(tasks, list):
        raise SourceError(
            f"{shorten(path)} is not a list of tasks",
            where=path,
            remedy="export the project as JSON",
        )
    return tasks


def _task_edits(task: Mapping[str, Any], place: str, store: Store) -> Iterator[QuoteEdit]:
    """Find what the annotator of a task changed."""
    done = [
        annotation
        for annotation in task.get("annotations", ())
        if not annotation.get("was_cancelled")
    ]
    if not done:
        return
    source = str(task["data"]["source"])
    records = store.records(store.number(source, place))
    regions: dict[str, dict[str, Any]] = {}
    for result in done[-1]["result"]:
        if result["from_name"] in ("kind", "speaker"):
            regions.setdefault(str(result["id"]), {})[result["from_name"]] = result["value"]
    text = records.articles[0].text
    quotes = [
        _quote(region, f"{place}, region {key}", text)
        for key, region in regions.items()
        if "kind" in region
    ]
    yield from annotation_edits(source, records, quotes, missing=place)


def _quote(region: Mapping[str, Any], where: str, text: str) -> AnnotatedQuote:
    """The annotated quote of a region."""
    value = region["kind"]
    names = region.get("speaker", {}).get("text", ())
    speaker = one_line(names if isinstance(names, str) else " ".join(names))
    kind = str(value["labels"][-1])
    span = _locate(text, Span(int(value["start"]), int(value["end"])), str(value["text"]))
    return AnnotatedQuote(span, where, speaker=speaker or None, kind=kind)


def _locate(text: str, span: Span, words: str) -> Span:
    """Locate the words of a region.

    A browser counts UTF-16 units, an emoji as two, and may count a line end of two characters as
    one: the right way of counting is the one that finds the words there.

    Raises:
        OptionError: no way of counting finds them there.
    """
    for offsets in _ways_to_count(text):
        if span.end < len(offsets):
            start, end = offsets[span.start], offsets[span.end]
            if one_line(text[start:end]) == one_line(words):
                return Span(start, end)
    raise OptionError(
        f"{shorten(words)} is not at {tuple(span)}",
        where="the region",
        remedy="write the tasks again, if the article has changed",
    )


def _ways_to_count(text: str) -> Iterator[list[int]]:
    """For each way of counting characters, the index of each character, and that of the end."""
    for line_end in (2, 1):
        for astral in (1, 2):
            yield _offsets(text, line_end, astral)


def _offsets(text: str, line_end: int, astral: int) -> list[int]:
    """The index of each character, if some count as more or less than one.

    Args:
        text: the text.
        line_end: the count of CR LF.
        astral: the count of a character beyond U+FFFF.
    """
    offsets = []
    for k, character in enumerate(text):
        if line_end == 1 and text[k : k + 2] == "\r\n":
            continue
        offsets += [k] * (astral if character > "\uffff" else 1)
    return [*offsets, len(text)]
