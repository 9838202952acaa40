"""W3C Web Annotation: a quote and its speaker, marked in their document (JSON-LD).

The model: https://www.w3.org/TR/annotation-model/. Positions count code points, as it requires
(section 4.2.4) and as the indices of a Python string do; the end is exclusive in both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, Any

from quoteattr.formats.columns import with_articles
from quoteattr.formats.json_ld import agent, document_iri, quote_iri, write_items
from quoteattr.records import Article, QuoteRecord, QuoteRecords, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

#: number of characters before and after a span that identify it
CONTEXT_LENGTH = 32

#: the prefix of the terms of schema.org
SCHEMA = "https://schema.org/"

_GENERATOR = {"type": "Software", "name": "quoteattr"}


def write_web_annotation(collections: Iterable[QuoteRecords], file: IO[str]) -> None:
    """Write an array of annotations, one per record, each as soon as it is available.

    Each is complete by itself. Its targets are the parts of the quote; its bodies are the speaker,
    the mention that refers to the speaker in the text, the kind of quote, and each speaker as a
    person, an organization or a work in the terms of schema.org.
    """
    write_items(
        (annotation(record, article) for record, article in with_articles(collections)), file
    )


def annotation(record: QuoteRecord, article: Article | None = None) -> dict[str, Any]:
    """Convert a record to an annotation.

    Args:
        record: the record.
        article: its article. Without it there is no ``prefix`` and
            ``suffix``, and the parts of an interrupted quote have their position only.

    >>> import quoteattr
    >>> records = quoteattr.extract("“It will rain,” said Mara Holt.", source="https://rain.example")
    >>> converted = annotation(records[0], records.articles[0])
    >>> converted["body"][0]["value"]
    'Mara Holt'
    >>> for selector in converted["target"][0]["selector"]:
    ...     print(list(selector.values()))
    ['TextQuoteSelector', 'It will rain,', '“', '” said Mara Holt.']
    ['TextPositionSelector', 1, 14]
    """
    document = document_iri(record, article)
    if article is not None and record.spans[-1].end > len(article.text):
        article = None  # a record from a file: the text of its article is not available
    whole = record.quote if len(record.spans) == 1 else None
    return {
        "@context": CONTEXT,
        "id": quote_iri(record, document),
        "type": "Annotation",
        "motivation": "highlighting" if record.speaker is None else "identifying",
        "generator": _GENERATOR,
        "body": list(_bodies(record, document, article)),
        "target": [_resource(document, span, article, whole) for span in record.spans],
    }


def _bodies(
    record: QuoteRecord, document: str, article: Article | None
) -> Iterator[dict[str, Any]]:
    """The bodies of the annotation: speaker, mention, kind and act."""
    if record.speaker is not None:
        yield _text(record.speaker, "identifying")
    if record.mention is not None:
        span = Span(record.mention.start, record.mention.end)
        yield _resource(document, span, article, record.mention.text) | {"purpose": "identifying"}
    yield _text(record.kind, "classifying")
    yield _text(record.act, "classifying")
    yield from (_with_iris(agent(speaker)) for speaker in record.speakers)


def _with_iris(described: dict[str, Any]) -> dict[str, Any]:
    """A schema.org object with its terms as IRIs, which need no context other than that of W3C."""
    return {
        "type" if key == "@type" else SCHEMA + key: SCHEMA + value
        if key == "@type"
        else _with_iris(value)
        if isinstance(value, dict)
        else value
        for key, value in described.items()
    }


def _text(value: str, purpose: str) -> dict[str, str]:
    """A body that holds text."""
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _resource(
    document: str, span: Span, article: Article | None, words: str | None
) -> dict[str, Any]:
    """A span of the document; without the text of the article, with the words from the record."""
    start, end = span
    selectors: list[dict[str, Any]] = []
    if article is not None:
        text = article.text
        context = {
            "prefix": text[max(0, start - CONTEXT_LENGTH) : start],
            "suffix": text[end : end + CONTEXT_LENGTH],
        }
        selectors.append({"type": "TextQuoteSelector", "exact": text[start:end]} | context)
    elif words is not None and len(words) == end - start:
        selectors.append({"type": "TextQuoteSelector", "exact": words})
    selectors.append({"type": "TextPositionSelector", "start": start, "end": end})
    return {"type": "SpecificResource", "source": document, "selector": selectors}
