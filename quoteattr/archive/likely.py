"""Find the articles of an archive that may contain quotes, to verify them there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoteattr.archive.search import INDEXED_WORD
from quoteattr.archive.store import Store
from quoteattr.records import Article
from quoteattr.text import replace_surrogates

#: number of words of a quote to search: the longest, since they are the rarest
_WORDS = 8
#: maximum number of records for each quote, and of articles
_RECORDS, _ARTICLES = 20, 1_000


def likely_articles(store: Store, quotes: Iterable[str], characters: int) -> list[Article]:
    """The articles whose quotes have most words in common with some quotes, then the newest.

    Args:
        store: the archive.
        quotes: the quotes.
        characters: the maximum total length of the texts, in characters.
    """
    articles, room = [], characters
    for number in _numbers(store, quotes):
        length = store.run("SELECT length(text) FROM article WHERE number = ?", number)
        room_after = room - int(length.fetchone()[0])
        if room_after >= 0:
            room = room_after
            articles.append(store.article(number))
    return articles


def _numbers(store: Store, quotes: Iterable[str]) -> Iterator[int]:
    """The numbers of the articles, the most likely first, without repetitions."""
    ranked = [_ranked(store, query) for query in map(_query, quotes) if query]
    likely = dict.fromkeys(number for rank in _transposed(ranked) for number in rank)
    yield from likely
    newest = "SELECT number FROM article ORDER BY number DESC LIMIT ?"
    for (number,) in store.run(newest, _ARTICLES).fetchall():
        if number not in likely:
            yield number


def _query(quote: str) -> str:
    """An FTS5 query for any of the longest words of a quote; empty if there is none."""
    words = dict.fromkeys(INDEXED_WORD.findall(replace_surrogates(quote).casefold()))
    longest = sorted(words, key=lambda word: (-len(word), word))[:_WORDS]
    return " OR ".join(f'"{word}"' for word in longest)


def _ranked(store: Store, query: str) -> list[int]:
    """The articles of the best-matching records, the best first."""
    rows = store.run(
        "SELECT record.article FROM record_words JOIN record ON record.number = record_words.rowid"
        " WHERE record_words MATCH ? ORDER BY rank, record.number LIMIT ?",
        *(query, _RECORDS),
    )
    return [number for (number,) in rows]


def _transposed(ranked: list[list[int]]) -> Iterator[list[int]]:
    """The best articles of all quotes, then the second best, and so on."""
    for place in range(max(map(len, ranked), default=0)):
        yield [numbers[place] for numbers in ranked if place < len(numbers)]
