"""Reviews of all quotes of an article, and the annotated articles that result from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from attrs import frozen

from quoteattr.archive.corrections.correction import Origin
from quoteattr.archive.store import Store, decode_value, text_digest
from quoteattr.checks import check_choice, check_fields, check_flag
from quoteattr.compare.names import read_name
from quoteattr.evaluation.brat import GoldArticle, GoldAttribution
from quoteattr.evaluation.segmenter import find_quoted_spans
from quoteattr.records import Article, QuoteRecord, Span

Scope = Literal["marks", "all"]
SCOPES: tuple[Scope, ...] = ("marks", "all")


@frozen
class Review:
    """A review of all quotes of an article, whose errors were corrected."""

    id: int
    #: the article
    source: str
    #: ``marks`` if all words between quotation marks were reviewed; ``all`` if all speech was
    scope: Scope
    #: whether the reviewer did not see the machine's output
    blind: bool
    by: str
    via: str
    #: when, in UTC, as ISO 8601
    at: str
    note: str
    #: the version of the package
    version: str
    #: whether the text of the article is the one that was reviewed
    is_current: bool

    __attrs_post_init__ = check_fields


class ReviewLog:
    """The reviews of an archive."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def review(self, source: str, scope: str, blind: bool, origin: Origin) -> Review:
        """Enter a review, within a transaction of the caller."""
        check_choice(scope, SCOPES, "scope")
        check_flag(blind, "blind")
        article = self._store.article(self._store.number(source, "review()"))
        self._store.run(
            "INSERT INTO review (source, digest, scope, blind, made_by, via, made_at, note,"
            " version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *(article.source, text_digest(article.text), scope, blind),
            *(origin.by, origin.via, origin.at, origin.note, origin.version),
        )
        return self.reviews()[-1]

    def reviews(self) -> list[Review]:
        """All reviews, in the order of entering."""
        rows = self._store.run(
            "SELECT review.id, review.source, scope, blind, made_by, via, made_at, note, version,"
            " review.digest IS article.digest"
            " FROM review LEFT JOIN article ON article.source = review.source ORDER BY review.id"
        )
        return list(map(_read, rows))


def _read(row: Sequence[Any]) -> Review:
    """The review of a row."""
    number, source, scope, blind, by, via, at, note, version, is_current = map(decode_value, row)
    return Review(number, source, scope, bool(blind), by, via, at, note, version, bool(is_current))


def gold_article(article: Article, records: Iterable[QuoteRecord], review: Review) -> GoldArticle:
    """Convert the records of a reviewed article to annotations.

    Args:
        article: the article.
        records: its corrected records.
        review: the review. If its scope is ``marks``, speech without marks is left out.
    """
    in_marks = list(find_quoted_spans(article.text))
    attributions = [
        _attribution(record)
        for record in records
        if review.scope == "all" or any(_overlap(record.spans, span) for span in in_marks)
    ]
    return GoldArticle(
        name=str(article.source),
        text=article.text,
        attributions=tuple(attributions),
        corpus=f"archive/{review.scope}",
        blind=review.blind,
    )


def _attribution(record: QuoteRecord) -> GoldAttribution:
    """A record as an annotation."""
    mention, cue = record.mention, record.cue
    name = read_name(record.speaker)
    return GoldAttribution(
        identifier=record.id,
        content=record.spans,
        source=() if mention is None else (Span(mention.start, mention.end),),
        cue=() if cue is None else (Span(cue.start, cue.end),),
        name=record.speaker if name is not None and name.named else None,
    )


def _overlap(pieces: Iterable[Span], span: Span) -> bool:
    """One of the pieces of a quote overlaps a span."""
    return any(piece.start < span.end and span.start < piece.end for piece in pieces)


def latest(reviews: Iterable[Review]) -> Iterator[Review]:
    """The last review of each article whose text is still the reviewed one."""
    by_source = {review.source: review for review in reviews if review.is_current}
    return iter(by_source.values())
