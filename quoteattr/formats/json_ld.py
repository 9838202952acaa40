"""Helpers of the JSON-LD formats: IRIs of documents and quotes, and a stream of items."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable
from typing import IO, Any
from urllib.parse import quote

from quoteattr.formats.record_dict import to_json_line
from quoteattr.records import Article, QuoteRecord, Speaker, SpeakerKind

#: the start of an absolute IRI: ``https://…``, ``file://…``, ``urn:…``
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*://|urn:", re.IGNORECASE)
#: characters that an IRI holds unescaped
_RESERVED = ";/?:@&=+$,#%!~*'()[]"


def document_iri(record: QuoteRecord, article: Article | None) -> str:
    """The IRI of the document of a record: the URL of the article, or else the source.

    A source that is not an IRI, such as a path, becomes ``urn:x-source:`` and the source, escaped;
    the IRI of a text without a source is a hash of the text.

    >>> document_iri(QuoteRecord("Ida", "No.", "a b.txt", "direct", [(1, 4)]), None)
    'urn:x-source:a%20b.txt'
    """
    iri = source_iri(record.source, article.url if article else None)
    return iri or _urn((article.text if article else "") or record.quote)


def source_iri(source: str | None, url: str | None) -> str | None:
    """The IRI of a document with a source or a URL; None without both."""
    for name in (url, source):
        if name and _ABSOLUTE.match(name):
            return quote(name, safe=_RESERVED, errors="surrogatepass")
    return "urn:x-source:" + quote(source, errors="surrogatepass") if source else None


def quote_iri(record: QuoteRecord, document: str) -> str:
    """The IRI of a quote, the same in each export of the same words from the same document."""
    return _urn([document, record.kind, record.spans, record.quote])


#: the schema.org type of each kind of speaker; groups, unknown authors and unresolved speakers are
#: things
AGENT_TYPES: dict[SpeakerKind, str] = {
    "person": "Person",
    "unnamed person": "Person",
    "organisation": "Organization",
    "document": "CreativeWork",
    "unnamed group": "Thing",
    "post author": "Thing",
    "unresolved": "Thing",
}
_QID = re.compile(r"Q[1-9]\d*")


def agent(speaker: Speaker) -> dict[str, Any]:
    """A speaker in the terms of schema.org: type, name, and what the article says of a person.

    An id that is a Wikidata QID becomes ``sameAs``, any other ``identifier``.

    >>> agent(Speaker("Ida Berg", "person", affiliation="Rillco", id="Q7"))["sameAs"]
    'https://www.wikidata.org/entity/Q7'
    """
    described: dict[str, Any] = {"@type": AGENT_TYPES[speaker.kind], "name": speaker.name}
    if speaker.kind == "person":
        job = speaker.role.text if speaker.role else speaker.known_role
        if job:
            described["jobTitle"] = " ".join(job.split())
        if speaker.affiliation:
            described["affiliation"] = {"@type": "Organization", "name": speaker.affiliation}
    if speaker.id and _QID.fullmatch(speaker.id):
        described["sameAs"] = f"https://www.wikidata.org/entity/{speaker.id}"
    elif speaker.id:
        described["identifier"] = speaker.id
    return described


def _urn(content: Any) -> str:
    """An IRI that is a hash of some content."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "quoteattr:" + json.dumps(content)).urn


def write_items(
    items: Iterable[dict[str, Any]], file: IO[str], opening: str = "[", closing: str = "]"
) -> None:
    r"""Write one item per line, as soon as it is available; close the list even after an error.

    Every ``<`` is written as ``\u003c``, so that a page can embed the file in a ``<script>``.
    """
    file.write(opening)
    separator = "\n"
    try:
        for item in items:
            file.write(separator + to_json_line(item).replace("<", r"\u003c"))
            separator = ",\n"
    finally:
        file.write(f"\n{closing}\n")
