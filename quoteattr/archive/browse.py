"""Browse an archive: list its articles, and count the quotes of a search by facet."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from quoteattr.archive.search import SearchQuery
from quoteattr.archive.store import Store, decode_value
from quoteattr.checks import check_fields

#: the facets, as SQL expressions
_FACETS: Mapping[str, str] = {
    "speaker": "record.speaker",
    "publisher": "article.publisher",
    "month": "substr(article.moment, 1, 7)",
    "kind": "record.kind",
}


@frozen
class Facet:
    """A value, such as a speaker, and the number of quotes that have it."""

    value: str
    quotes: int

    __attrs_post_init__ = check_fields


@frozen
class ArchivedArticle:
    """An article of an archive, without its text."""

    #: None for an article that is identified by its text alone
    source: str | None
    title: str | None
    publisher: str | None
    published: str | None
    #: the number of its quotes
    quotes: int

    __attrs_post_init__ = check_fields


def count_facets(store: Store, query: SearchQuery, most: int) -> dict[str, tuple[Facet, ...]]:
    """Count the records that match a query, by each of the facets.

    Args:
        store: the archive.
        query: the conditions of the records.
        most: the maximum number of values of each facet.
    """
    return {name: _count(store, query, name, most) for name in _FACETS}


def _count(store: Store, query: SearchQuery, name: str, most: int) -> tuple[Facet, ...]:
    """The most frequent values of a facet; for months the latest."""
    sql, values = query.select(f"{_FACETS[name]} AS value", store)
    order = "value DESC" if name == "month" else "quotes DESC, value"
    rows = store.run(
        f"SELECT value, count(*) AS quotes FROM ({sql}) WHERE value IS NOT NULL"
        f" GROUP BY value ORDER BY {order} LIMIT ?",
        *values,
        most,
    )
    return tuple(Facet(decode_value(value), quotes) for value, quotes in rows)


def list_articles(store: Store, limit: int, offset: int) -> list[ArchivedArticle]:
    """The articles, the most recently added first.

    Args:
        store: the archive.
        limit: the maximum number of articles; -1 for all.
        offset: the number of articles to skip.
    """
    rows = store.run(
        "SELECT source, title, publisher, published,"
        " (SELECT count(*) FROM record WHERE article = article.number)"
        " FROM article ORDER BY number DESC LIMIT ? OFFSET ?",
        limit,
        offset,
    )
    return [
        ArchivedArticle(*map(decode_value, row[:-1]), quotes=row[-1])  # type: ignore[misc]
        for row in rows
    ]
