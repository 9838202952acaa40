"""Measure the time of an audit of an archive.

    python benchmarks/audit.py PATH… [--articles 10000]

PATH is an input of ``quoteattr.read``. Its articles are extracted once and stored repeatedly, each
time as another article: with another source, publisher, section, author and month, and with a
number after the names of its speakers. Extraction and storing are not timed.
"""

from __future__ import annotations

import argparse
import itertools
import os
import tempfile
import time
from collections.abc import Iterator, Sequence

import attrs

import quoteattr
from quoteattr import Article, QuoteArchive, QuoteRecord, QuoteRecords, extract_many, read

#: publishers, sections, authors and months over which the articles are spread
PUBLISHERS, SECTIONS, AUTHORS, MONTHS = 20, 12, 60, 24
#: people who share a name in different articles
BEARERS = 40


def main() -> int:
    """Fill an archive, audit it, and print the times."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("paths", metavar="PATH", nargs="+")
    parser.add_argument("--articles", type=int, default=10_000)
    args = parser.parse_args()
    originals = list(extract_many(read(*args.paths)))
    folder = tempfile.TemporaryDirectory()
    with folder as path, QuoteArchive(os.path.join(path, "archive.db")) as archive:
        archive.add_records(itertools.islice(copies(originals), args.articles))
        print(f"{args.articles:,} articles")
        for by in (["publisher"], ["publisher", "section", "author", "month"]):
            print(measured(archive, by))
    return 0


def measured(archive: QuoteArchive, by: Sequence[str]) -> str:
    """The time of an audit, and its counts."""
    began, busy = time.perf_counter(), time.process_time()
    audit = quoteattr.audit(archive, by=by)
    took, busy = time.perf_counter() - began, time.process_time() - busy
    speakers = f"{len(audit.speakers):,} speakers"
    return f"by {', '.join(by)}: {took:.1f} s ({busy:.1f} s of CPU), {speakers}"


def copies(originals: Sequence[QuoteRecords]) -> Iterator[QuoteRecords]:
    """Endless copies of the articles, each a new article."""
    for number, records in enumerate(itertools.cycle(originals)):
        yield copy(records, number)


def copy(records: QuoteRecords, number: int) -> QuoteRecords:
    """Copy an article as another one."""
    month = number % MONTHS
    article = Article(
        records.articles[0].text,
        id=f"article {number}",
        publisher=f"Paper {number % PUBLISHERS}",
        section=f"Section {number % SECTIONS}",
        authors=[f"Author {number % AUTHORS}"],
        published=f"{2024 + month // 12}-{month % 12 + 1:02}-01",
    )
    return QuoteRecords([renamed(record, article, number) for record in records], [article])


def renamed(record: QuoteRecord, article: Article, number: int) -> QuoteRecord:
    """A record of another article, with other people."""
    speakers = tuple(
        attrs.evolve(speaker, name=f"{speaker.name} {number % BEARERS}")
        for speaker in record.speakers
    )
    return attrs.evolve(record, source=article.id, speakers=speakers)


if __name__ == "__main__":
    raise SystemExit(main())
