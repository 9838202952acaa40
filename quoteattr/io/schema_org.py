"""schema.org ``Quotation``: quotes for search engines and knowledge graphs (JSON-LD).

``creator`` is whoever spoke. ``spokenByCharacter`` is never written: it is for the characters of
fiction. A speaker is a ``Person`` or an ``Organization`` only where the article shows it, and else
a ``Thing``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, Any

from quoteattr.io.columns import with_articles
from quoteattr.io.json_ld import document_iri, quote_iri, write_items
from quoteattr.language import en
from quoteattr.records import Article, QuoteRecord, QuoteRecords

_OPENING = '{"@context": "https://schema.org", "@graph": ['
_CLOSING = "]}"


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


def _kinds(records: QuoteRecords) -> dict[tuple[str | None, str | None], str]:
    """The type of each speaker of each source, where the article shows it.

    Whoever is *he* or *she* once is a person. What is *it* once, and whose name ends like that of
    an organisation, is one: *it* alone may also be a country or a report.
    """
    kinds = {}
    for record in records:
        gender = en.PRONOUN_GENDER.get(_pronoun(record))
        if gender in ("m", "f"):
            kinds[record.source, record.speaker] = "Person"
        elif gender == "n" and _last_word(record) in en.ORGANISATION_WORDS:
            kinds.setdefault((record.source, record.speaker), "Organization")
    return kinds


def _pronoun(record: QuoteRecord) -> str:
    """The pronoun that stands for the speaker, empty if it is none."""
    mention = record.mention
    return mention.text.lower() if mention and mention.kind == "pronoun" else ""


def _last_word(record: QuoteRecord) -> str:
    """The last word of the speaker's name."""
    return "".join((record.speaker or "").lower().split()[-1:])


def _creator(
    record: QuoteRecord, kinds: dict[tuple[str | None, str | None], str]
) -> dict[str, Any]:
    """Who said it; nothing where the text has no more than a pronoun."""
    if record.speaker is None or record.speaker.lower() == _pronoun(record):
        return {}
    kind = kinds.get((record.source, record.speaker), "Thing")
    return {"creator": {"@type": kind, "name": record.speaker}}


def _about(record: QuoteRecord, article: Article | None) -> dict[str, Any]:
    """What is known of the article."""
    article = article or Article("")
    known = {
        "identifier": record.source,
        "url": article.url,
        "headline": article.title,
        "author": [{"@type": "Thing", "name": name} for name in article.authors],
        "publisher": article.publisher and {"@type": "Organization", "name": article.publisher},
        "datePublished": article.published,
        "inLanguage": article.language,
    }
    return {name: value for name, value in known.items() if value}
