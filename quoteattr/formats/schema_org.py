"""schema.org ``Quotation``: quotes for search engines and knowledge graphs (JSON-LD).

``creator`` is the speaker. ``spokenByCharacter`` is never written: it is for fictional characters.
The keyword is the act: *speech*, *thought* or *intent*. A speaker is a ``Person``, an
``Organization`` or a ``CreativeWork``, by its kind; a person has a ``jobTitle`` and an
``affiliation`` if the article gives them. In a record without speakers, from an older file, the
article or the form of the name determines the type. Authors are persons, unless their names are
those of organisations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, Any

from quoteattr.coref.profiles.kind import EntityKind, kind_of_name, kinds_in
from quoteattr.formats.columns import with_articles
from quoteattr.formats.json_ld import agent, document_iri, quote_iri, write_items
from quoteattr.language import ENGLISH
from quoteattr.records import Article, QuoteRecord, QuoteRecords

_OPENING = '{"@context": "https://schema.org", "@graph": ['
_CLOSING = "]}"

#: the schema.org type of each kind of speaker
_TYPES: dict[EntityKind | None, str] = {
    "person": "Person",
    "organisation": "Organization",
    None: "Thing",
}

#: the source of a record, and its speaker
_SourceSpeaker = tuple[str | None, str | None]


def write_schema_org(collections: Iterable[QuoteRecords], file: IO[str]) -> None:
    """Write a graph of quotations, one per record, each as soon as it is available."""
    write_items(
        (item for records in collections for item in quotations(records)), file, _OPENING, _CLOSING
    )


def quotations(records: QuoteRecords) -> Iterator[dict[str, Any]]:
    """Convert records to quotations, without the JSON-LD context.

    >>> import quoteattr
    >>> records = quoteattr.extract("“It will rain,” said Mara Holt. “Hard,” she added.")
    >>> for quotation in quotations(records):
    ...     print(quotation["text"], quotation["creator"])
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
            "keywords": record.act,
            **_creator(record, kinds),
            "isPartOf": {"@type": "NewsArticle", "@id": document, **_article(record, article)},
        }


def _kinds(records: QuoteRecords) -> dict[_SourceSpeaker, str]:
    """The type of each speaker of each source.

    A speaker with a mention *he* or *she* is a person. Otherwise the article or the form of the
    name determines the type.
    """
    if all(record.speakers or record.speaker is None for record in records):
        return {}
    by_article = {article.source: kinds_in(article.text) for article in records.articles}
    kinds: dict[_SourceSpeaker, str] = {}
    for record in records:
        speaker = record.source, record.speaker
        if ENGLISH.pronoun_gender.get(_pronoun(record)) in ("m", "f"):
            kinds[speaker] = "Person"
        elif speaker not in kinds and record.speaker is not None:
            name = record.speaker
            kind = by_article.get(record.source, {}).get(name) or kind_of_name(name)
            kinds[speaker] = _TYPES[kind]
    return kinds


def _pronoun(record: QuoteRecord) -> str:
    """The mention if it is a pronoun; otherwise empty."""
    mention = record.mention
    return mention.text.lower() if mention and mention.kind == "pronoun" else ""


def _creator(record: QuoteRecord, kinds: dict[_SourceSpeaker, str]) -> dict[str, Any]:
    """The speaker; empty if the text has only a pronoun."""
    if record.speaker is None or record.speaker.lower() == _pronoun(record):
        return {}
    if record.speakers:
        agents = [agent(speaker) for speaker in record.speakers]
        return {"creator": agents[0] if len(agents) == 1 else agents}
    kind = kinds[record.source, record.speaker]
    return {"creator": {"@type": kind, "name": record.speaker}}


def _article(record: QuoteRecord, article: Article | None) -> dict[str, Any]:
    """The metadata of the article."""
    article = article or Article("")
    metadata = {
        "identifier": record.source,
        "url": article.url,
        "headline": article.title,
        "author": [{"@type": _author(name), "name": name} for name in article.authors],
        "publisher": article.publisher and {"@type": "Organization", "name": article.publisher},
        "datePublished": article.published,
        "inLanguage": article.language,
    }
    return {name: value for name, value in metadata.items() if value}


def _author(name: str) -> str:
    """The type of an author."""
    return _TYPES["organisation" if kind_of_name(name) == "organisation" else "person"]
