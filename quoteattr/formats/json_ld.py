"""What the JSON-LD formats share: names for documents and quotes, and a stream of items."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable
from typing import IO, Any
from urllib.parse import quote

from quoteattr.formats.plain import to_json
from quoteattr.records import Article, QuoteRecord

#: begins an absolute IRI: ``https://…``, ``file://…``, ``urn:…``
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*://|urn:", re.IGNORECASE)
#: what stands in an IRI as it is
_RESERVED = ";/?:@&=+$,#%!~*'()[]"


def document_iri(record: QuoteRecord, article: Article | None) -> str:
    """The IRI of the document that a record was read in: the article's URL, or else its source.

    A source that is no IRI, such as a path, becomes ``urn:x-source:`` and the source, escaped; a
    text without a source has an IRI made of the text.

    >>> document_iri(QuoteRecord("Ida", "No.", "a b.txt", "direct", [(1, 4)]), None)
    'urn:x-source:a%20b.txt'
    """
    for name in (article.url if article else None, record.source):
        if name and _ABSOLUTE.match(name):
            return quote(name, safe=_RESERVED, errors="surrogatepass")
    if record.source:
        return "urn:x-source:" + quote(record.source, errors="surrogatepass")
    return _urn((article.text if article else "") or record.quote)


def quote_iri(record: QuoteRecord, document: str) -> str:
    """The IRI of a quote, the same whenever the same words of the same document are exported."""
    return _urn([document, record.kind, record.spans, record.quote])


def _urn(content: Any) -> str:
    """An IRI made of what it stands for."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "quoteattr:" + json.dumps(content)).urn


def write_items(
    items: Iterable[dict[str, Any]], file: IO[str], opening: str = "[", closing: str = "]"
) -> None:
    r"""Write one item a line, each as soon as it is there, and close the list whatever happens.

    Every ``<`` is written ``\u003c``, so that the file may stand in a ``<script>`` of a page.
    """
    file.write(opening)
    separator = "\n"
    try:
        for item in items:
            file.write(separator + to_json(item).replace("<", r"\u003c"))
            separator = ",\n"
    finally:
        file.write(f"\n{closing}\n")
