"""Count speakers in an archive for an audit: one query over its articles, one over its speakers."""

from __future__ import annotations

import json
from itertools import groupby
from operator import itemgetter
from typing import Any

from quoteattr.archive.search import SearchQuery
from quoteattr.archive.store import Store, decode_value
from quoteattr.auditing.speakers import (
    AuditedArticle,
    CountedQuote,
    KnownSpeaker,
    QuotedSpeaker,
    audited_article,
    count_speakers,
)
from quoteattr.records import Article

#: only what somebody said or wrote is counted
_IS_SPEECH = "record.act = 'speech' AND record.factuality IS NULL"

#: the search conditions that apply to articles
_OF_ARTICLES = ("source", "since", "until")

#: the columns of an article that an audit needs
_ARTICLE = "article.source, publisher, section, authors, published"

_SPEAKERS = """
SELECT article, name, kind, gender, role, affiliation, id, words, verbatim
FROM ({quotes}) JOIN speaker ON speaker.record = number
ORDER BY article, number, place
"""
_COUNTS = """
SELECT article, count(*), count(*) - count(speaker.record)
FROM ({quotes}) LEFT JOIN speaker ON speaker.record = number AND place = 0
GROUP BY article
"""


def count_quoted(
    store: Store, query: SearchQuery
) -> tuple[list[AuditedArticle], list[QuotedSpeaker]]:
    """Count the speakers of the articles of an archive.

    Returns:
        The articles, including those without quotes, and each speaker of each article.
    """
    quotes, values = query.select("record.number, record.article, words, verbatim", store)
    quotes = f"{quotes} AND {_IS_SPEECH}"
    counts = {row[0]: row[1:] for row in store.run(_COUNTS.format(quotes=quotes), *values)}
    articles = {
        number: _audited(row, counts.get(number, (0, 0)))
        for number, *row in _articles(store, query, f"article.number, {_ARTICLE}")
    }
    rows = store.run(_SPEAKERS.format(quotes=quotes), *values)
    speakers = (
        speaker
        for number, of_article in groupby(rows, itemgetter(0))
        for speaker in count_speakers(articles[number], map(_counted_quote, of_article))
    )
    return list(articles.values()), list(speakers)


def _articles(store: Store, query: SearchQuery, columns: str) -> list[Any]:
    """The rows of the articles that a query includes, in order of insertion."""
    names = {name: getattr(query, name) for name in _OF_ARTICLES}
    conditions = list(SearchQuery(**names).conditions(store))
    where = " AND ".join(condition for condition, _ in conditions) or "true"
    values = [value for _, of_condition in conditions for value in of_condition]
    sql = f"SELECT {columns} FROM article WHERE {where} ORDER BY number"
    return store.run(sql, *values).fetchall()


def _audited(row: list[Any], counts: tuple[int, int]) -> AuditedArticle:
    """The article of a row."""
    source, publisher, section, authors, published = map(decode_value, row)
    article = Article(
        "",
        id=source,
        authors=json.loads(authors),
        publisher=publisher,
        published=published,
        section=section,
    )
    return audited_article(article, *counts)


def _counted_quote(row: tuple[Any, ...]) -> CountedQuote:
    """The quote of a row."""
    speaker = KnownSpeaker._make(row[1:7])
    if bytes in map(type, speaker):
        speaker = KnownSpeaker._make(map(decode_value, speaker))
    return CountedQuote(speaker, *row[7:])
