"""schema.org ``Quotation``: quotes for search engines and knowledge graphs (JSON-LD).

``creator`` is whoever spoke. ``spokenByCharacter`` is never written: it is for the characters of
fiction. A speaker is a ``Person`` or an ``Organization`` where the article or the form of the name
shows it, and else a ``Thing``. Authors are persons, unless their names are those of organisations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, Any

from quoteattr.coref.kind import EntityKind, kind_of_name, kinds_in
from quoteattr.formats.columns import with_articles
from quoteattr.formats.json_ld import document_iri, quote_iri, write_items
from quoteattr.language.en import tables as en
from quoteattr.records import Article, QuoteRecord, QuoteRecords

_OPENING = '{"@context": "https://schema.org", "@graph": ['
_CLOSING = "]}"

#: what schema.org calls each kind of speaker
_TYPES: dict[EntityKind | None, str] = {
    "person": "Person",
    "organisation": "Organization",
    None: "Thing",
}

#: a source, and a speaker in it
_Speaker = tuple[str | None, str | None]


def write_schema_org(parts: Iterable[QuoteRecords], file: IO[str]) -> None:
    """Write a graph of quotations, one a record, each as soon as it is there."""
    write_items((item for part in parts for item in quotations(part)), file, _OPENING, _CLOSING)


def quotations(records: QuoteRecords) -> Iterator[dict[str, Any]]:
    """The records as quotations, without their context.

    >>> import quoteattr
    >>> records = quoteattr.extract("“It will rain,” said Mara Holt. “Hard,” she added.")
    >>> for said in quotations(records):
    ...     print(said["text"], said["creator"])
    It will rain, {'@type': 'Person', 'name': 'Mara Holt'}
    Hard, {'@type': 'Person', 'name': 'Mara Holt'}
    """
    kinds = _kinds(records)
    for record, article in with_articles([records]):
        document = document_iri(record, article)
        yield {
            "@type": "Quotation",
            "@id": quote_iri(record, document),
            "text": record.quote,
            **_creator(record, kinds),
            "isPartOf": {"@type": "NewsArticle", "@id": document, **_about(record, article)},
        }


def _kinds(records: QuoteRecords) -> dict[_Speaker, str]:
    """The type of each speaker of each source.

    Whoever is *he* or *she* once is a person. Else the article shows it, or the form of the name.
    """
    by_article = {article.source: kinds_in(article.text) for article in records.articles}
    kinds: dict[_Speaker, str] = {}
    for record in records:
        speaker = record.source, record.speaker
        if en.PRONOUN_GENDER.get(_pronoun(record)) in ("m", "f"):
            kinds[speaker] = "Person"
        elif speaker not in kinds and record.speaker is not None:
            name = record.speaker
            kind = by_article.get(record.source, {}).get(name) or kind_of_name(name)
            kinds[speaker] = _TYPES[kind]
    return kinds


def _pronoun(record: QuoteRecord) -> str:
    """The pronoun that stands for the speaker, empty if it is none."""
    mention = record.mention
    return mention.text.lower() if mention and mention.kind == "pronoun" else ""


def _creator(record: QuoteRecord, kinds: dict[_Speaker, str]) -> dict[str, Any]:
    """Who said it; nothing where the text has no more than a pronoun."""
    if record.speaker is None or record.speaker.lower() == _pronoun(record):
        return {}
    kind = kinds[record.source, record.speaker]
    return {"creator": {"@type": kind, "name": record.speaker}}


def _about(record: QuoteRecord, article: Article | None) -> dict[str, Any]:
    """What is known of the article."""
    article = article or Article("")
    known = {
        "identifier": record.source,
        "url": article.url,
        "headline": article.title,
        "author": [{"@type": _author(name), "name": name} for name in article.authors],
        "publisher": article.publisher and {"@type": "Organization", "name": article.publisher},
        "datePublished": article.published,
        "inLanguage": article.language,
    }
    return {name: value for name, value in known.items() if value}


def _author(name: str) -> str:
    """The type of an author."""
    return _TYPES["organisation" if kind_of_name(name) == "organisation" else "person"]
