"""Measure a growing archive: time and memory per quote, and the time of a search.

    pip install -e ".[bench]"
    python benchmarks/archive.py PATH… [--sizes 1000 10000 100000]

PATH is an input of ``quoteattr.read``. No corpus has enough different quotes, so they are
generated: each word is drawn from those that follow the previous one in the quotes of PATH, so that
words and pairs of words are as frequent as there. One quote in five repeats an older one, cut or
with a changed word. Ten make an article. Extraction is not timed.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator

import psutil

from quoteattr import Article, QuoteArchive, QuoteRecord, QuoteRecords, extract_many, read

MEGABYTE = 1 << 20
#: quotes per article, and the inverse share of repeated quotes
QUOTES, AGAIN = 10, 5


def main() -> int:
    """Fill an archive of each size, and print its cost."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("paths", metavar="PATH", nargs="+")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    args = parser.parse_args()
    records = itertools.chain.from_iterable(extract_many(read(*args.paths)))
    press = Press([r for r in records if r.kind == "direct" and r.speaker])
    print(" quotes  ms to add one  groups, read in  ms to search  MB of memory  MB of file")
    for size in args.sizes:
        with tempfile.TemporaryDirectory() as folder:
            print(row(press, size, os.path.join(folder, "archive.db")))
    return 0


def row(press: Press, size: int, path: str) -> str:
    """The cost of an archive of some size."""
    articles = list(press.articles(size // QUOTES))
    with QuoteArchive(":memory:") as archive:
        archive.add_records(articles[:1])  # what is loaded in the first call is not counted
    before = psutil.Process().memory_info().rss
    with QuoteArchive(path) as archive:
        began = time.perf_counter()
        archive.add_records(articles)
        adding = (time.perf_counter() - began) / size
        began = time.perf_counter()
        groups = sum(1 for _ in archive.groups())
        grouping = time.perf_counter() - began
        searches = [
            records[0].quote.split()[:3] for records in articles[:: max(len(articles) // 20, 1)]
        ]
        began = time.perf_counter()
        for words in searches:
            archive.search(" ".join(words).replace('"', " "))
        searching = (time.perf_counter() - began) / len(searches)
        memory = (psutil.Process().memory_info().rss - before) / MEGABYTE
    file = os.path.getsize(path) / MEGABYTE
    return (
        f"{size:7,d} {1e3 * adding:14.2f} {groups:8,d} {grouping:4.1f} s {1e3 * searching:13.1f}"
        f" {memory:13.0f} {file:11.0f}"
    )


class Press:
    """Generate articles with the words and speakers of some records."""

    def __init__(self, records: list[QuoteRecord]) -> None:
        self._speakers = [str(record.speaker) for record in records]
        self._sizes = [len(record.quote.split()) for record in records]
        self._after = defaultdict[str, list[str]](list)
        for record in records:
            for word, following in itertools.pairwise(["", *record.quote.split()]):
                self._after[word].append(following)

    def articles(self, count: int) -> Iterator[QuoteRecords]:
        """Some number of articles, the same in every run."""
        chance = random.Random(count)
        earlier: list[tuple[str, str]] = []
        for number in range(count):
            quotes = [self._quote(chance, earlier) for _ in range(QUOTES)]
            earlier += quotes
            yield article(f"article {number}", quotes)

    def _quote(self, chance: random.Random, earlier: list[tuple[str, str]]) -> tuple[str, str]:
        """A quote and its speaker: a new one, or a repeated older one."""
        if earlier and not chance.randrange(AGAIN):
            speaker, quote = chance.choice(earlier)
            words = quote.split()
            start = chance.randrange(max(len(words) // 2, 1))
            words[chance.randrange(len(words))] = chance.choice(self._after[""])
            return speaker, " ".join(words[start:])
        word, words = "", list[str]()
        for _ in range(chance.choice(self._sizes)):
            word = chance.choice(self._after.get(word) or self._after[""])
            words.append(word)
        return chance.choice(self._speakers), " ".join(words)


def article(source: str, quotes: list[tuple[str, str]]) -> QuoteRecords:
    """An article of nothing but quotes, with its records."""
    text, records = "", []
    for speaker, quote in quotes:
        span = (len(text) + 1, len(text) + 1 + len(quote))
        text += f"“{quote}” said {speaker}.\n"
        records.append(QuoteRecord(speaker, quote, source, "direct", [span], [span], confidence=1))
    return QuoteRecords(records, [Article(text, id=source)])


if __name__ == "__main__":
    raise SystemExit(main())
