"""Read W3C Web Annotations as corrections of an archive.

Each annotation is about one quote: its target has selectors, its bodies the right speaker and kind,
as ``quoteattr.formats.web_annotation`` writes them. A body with the purpose *tagging* and the value
``nobody said this`` means that nobody said it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from typing import Any

from quoteattr.archive.corrections.annotations import (
    AnnotatedQuote,
    EntryFormat,
    annotation_edits,
    edits_of_entries,
)
from quoteattr.archive.corrections.changes import QuoteEdit
from quoteattr.archive.corrections.log import CorrectionLog
from quoteattr.archive.corrections.selectors import Selector, locate
from quoteattr.archive.corrections.sheet import NOBODY
from quoteattr.archive.store import Store, decode_value
from quoteattr.errors import OptionError, SourceError
from quoteattr.formats.json_ld import source_iri
from quoteattr.readers.text import text_of
from quoteattr.records import QUOTE_KINDS, Failure, QuoteRecords, Span
from quoteattr.text import one_line, shorten, shorten_text

#: JSON values that represent a list
_LISTS = ("items", "@graph", "first")

_ANNOTATION = EntryFormat(
    "annotation", "no annotation of a quote", "leave it out, or give it target and body"
)


def read_web_annotations(
    path: str, store: Store, log: CorrectionLog
) -> Iterator[QuoteEdit | Failure]:
    """Read annotations; quotes without one do not change.

    Args:
        path: a JSON file: an annotation, a list of them, or a collection with ``items``.
        store: the archive.
        log: its corrections; not used.

    Raises:
        SourceError: the file cannot be read, or is no JSON.
    """
    sources = _sources(store)
    # The annotations of one article are usually adjacent.
    records_of = lru_cache(maxsize=1)(lambda source: store.records(store.number(source, path)))
    edits = partial(_edits, sources=sources, records_of=records_of)
    yield from edits_of_entries(path, _read(path), _ANNOTATION, edits)


def _read(path: str) -> list[Any]:
    """The annotations of a file.

    Raises:
        SourceError: the file cannot be read, or is no JSON.
    """
    try:
        data = json.loads(text_of(path))
    except ValueError as error:
        raise SourceError(
            f"{shorten(path)} is not JSON: {shorten_text(error)}",
            where=path,
            remedy="pass a file of Web Annotations",
        ) from error
    while isinstance(data, dict) and any(key in data for key in _LISTS):
        data = next(data[key] for key in _LISTS if key in data)
    return _several(data)


def _several(value: Any) -> list[Any]:
    """A JSON-LD value that may be a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _sources(store: Store) -> dict[str, str]:
    """The source of each article, by all identifiers that annotations may use for it."""
    sources: dict[str, str] = {}
    rows = store.run("SELECT source, url FROM article WHERE source IS NOT NULL")
    for row in rows:
        source, url = map(decode_value, row)
        for name in (url, source_iri(source, url), source):
            if name is not None:
                sources[name] = source
    return sources


def _edits(
    annotation: Mapping[str, Any],
    place: str,
    sources: Mapping[str, str],
    records_of: Callable[[str], QuoteRecords],
) -> Iterator[QuoteEdit]:
    """The edit of a quote in an annotation."""
    targets = _several(annotation["target"])
    name = targets[0] if isinstance(targets[0], str) else targets[0]["source"]
    source = sources.get(name if isinstance(name, str) else name["id"])
    if source is None:
        raise OptionError(
            f"the archive has no article {shorten(name)}",
            where="target.source",
            remedy="pass annotations of its articles",
        )
    records = records_of(source)
    text = records.articles[0].text
    spans = [_place(text, _several(target["selector"])) for target in targets]
    quote = _quote(annotation, Span(spans[0].start, spans[-1].end), place)
    yield from annotation_edits(source, records, [quote])


def _place(text: str, selectors: list[Mapping[str, Any]]) -> Span:
    """Locate the words of a target by its selectors.

    Raises:
        OptionError: they are not there, or no selector locates them.
    """
    by_type = {selector["type"]: selector for selector in selectors}
    quote, position = map(by_type.get, ("TextQuoteSelector", "TextPositionSelector"))
    span = None if position is None else Span(position["start"], position["end"])
    if quote is None:
        if span is not None and span.end <= len(text):
            return span
    elif span is not None and text[slice(*span)] == quote["exact"]:
        return span
    else:
        start, end = span or (0, 0)
        around = quote.get("prefix", ""), quote.get("suffix", "")
        place = locate(text, Selector(quote["exact"], *around, start, end))
        if place is not None:
            return place
    raise OptionError(
        f"the article does not have the words of {shorten(dict(by_type))}",
        where="target.selector",
        remedy="pass a TextQuoteSelector with exact, prefix and suffix, or a TextPositionSelector",
    )


def _quote(annotation: Mapping[str, Any], span: Span, where: str) -> AnnotatedQuote:
    """The quote of an annotation, as described by its bodies."""
    quote = AnnotatedQuote(span, where)
    for body in _several(annotation.get("body")):
        value = one_line(str(body.get("value", "")))
        purpose = body.get("purpose", annotation.get("motivation"))
        if purpose == "identifying" and value:
            quote = quote._replace(speaker=value)
        elif purpose == "classifying" and value in QUOTE_KINDS:
            quote = quote._replace(kind=value)
        elif purpose == "tagging" and value.lower() == NOBODY:
            quote = quote._replace(nobody=True)
    return quote
