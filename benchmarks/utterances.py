"""Group generated records: accuracy, cost, and dependence on their order.

    pip install -e ".[groups]"
    python benchmarks/utterances.py [--records 20000] [--shuffles 2] [--hot 0.5] [--archive]

No corpus of this size has gold groups, so the records are generated: utterances from a Markov chain
of words in the project's own articles and stories, each quoted by one article or by many (at most
200), in copies, cuts, with changed words, an ellipsis or a stock phrase at the end; their speakers
are forms of a name, in capitals, *she*, or somebody else. ``--hot`` makes one phrase of that share
of the records. B³ compares the groups with the utterances.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from quoteattr import Article, QuoteArchive, QuoteGroup, QuoteRecord, QuoteRecords, group

ROOT = Path(__file__).parents[1]
TEXTS = (
    *sorted(ROOT.glob("examples/articles/*.txt")),
    *sorted(ROOT.glob("tests/gold/retold/*/*.txt")),
)
FIRST = "Ada Bo Ida Jon Mara Ole Pia Rolf Siri Tor Una Vera Yngve Liv Kai Gro".split()
LAST = (
    "Berg Holt Lund Strand Vik Dahl Moen Lie Haug Bakke Hagen Solberg Okafor Tarn Ness Sund".split()
)
PUBLISHERS = ("argus", "courier", "herald", "post", "wire")
UNNAMED = ("she", "a spokesman", "the minister", None)
STOCK = (
    "no comment",
    "thank you very much",
    "we are looking into it",
    "our thoughts and prayers are with the families",
    "this is unacceptable",
    "we will continue to monitor the situation",
    "we can not comment on an ongoing investigation",
    "we have no further comment at this time",
    "the safety of our customers is our top priority",
    "nobody is above the law",
)
HOT = "We will continue to monitor the situation of the harbour closely."
#: maximum number of records of an utterance, minimum and maximum number of words
MOST_RECORDS, FEWEST_WORDS, MOST_WORDS = 200, 4, 40
#: records of an article, on average
PER_ARTICLE = 8


class MadeRecord(NamedTuple):
    """A record and the number of its utterance; a stock phrase alone has a number of its own."""

    record: QuoteRecord
    utterance: int


class RecordMaker:
    """Generate records, the same for the same seed.

    Args:
        count: the number of records.
        seed: of the random numbers.
        hot: the share of records that hold one phrase.
    """

    def __init__(self, count: int, seed: int = 7, hot: float = 0.0) -> None:
        self._count, self._hot = count, hot
        self._random = random.Random(seed)
        self._following = _following_words()
        self._words = sorted(word for word in self._following if len(word) > 3)
        self._speakers = [f"{first} {last}" for first in FIRST for last in LAST]

    def records(self) -> list[MadeRecord]:
        """The records, in random order, with spans that do not overlap within a source."""
        made, utterance = list[tuple[str | None, str, int]](), 0
        while len(made) < self._count:
            made += self._utterance(utterance)
            utterance += 1
        self._random.shuffle(made)
        ends = Counter[str]()
        return [self._record(*fields, ends) for fields in made[: self._count]]

    def _utterance(self, number: int) -> Iterable[tuple[str | None, str, int]]:
        """The records of one utterance, and now and then a stock phrase."""
        choose = self._random
        speaker, quote = choose.choice(self._speakers), self._sentence()
        copies = min(MOST_RECORDS, int(choose.paretovariate(1.1)))
        for _ in range(copies):
            words = self._variant(quote) if copies > 1 else quote
            yield self._form(speaker), words, number
        if choose.random() < 0.12:
            yield choose.choice(self._speakers), choose.choice(STOCK), -1 - number

    def _record(
        self, speaker: str | None, quote: str, utterance: int, ends: Counter[str]
    ) -> MadeRecord:
        """A record in a random article, after the records that the article has."""
        choose = self._random
        article = choose.randrange(max(1, self._count // PER_ARTICLE))
        source = f"{PUBLISHERS[article % len(PUBLISHERS)]}/{article}"
        if choose.random() < self._hot:
            speaker, quote, utterance = choose.choice(self._speakers), HOT, -1
        start = ends[source] + 2
        ends[source] = start + len(quote)
        confidence = choose.choice((0.5, 0.7, 0.85, 0.95, 0.99))
        span = (start, start + len(quote))
        record = QuoteRecord(speaker, quote, source, "direct", [span], confidence=confidence)
        return MadeRecord(record, utterance)

    def _sentence(self) -> str:
        """Words that follow each other in the texts."""
        choose = self._random
        words = [choose.choice(self._words)]
        for _ in range(choose.randint(FEWEST_WORDS, MOST_WORDS) - 1):
            words.append(choose.choice(self._following.get(words[-1]) or self._words))
        return " ".join(words)

    def _form(self, name: str) -> str | None:
        """A speaker: mostly the name or a form of it, seldom nobody known or somebody else."""
        choose = self._random
        chance, (first, last) = choose.random(), name.split()
        if chance < 0.5:
            return name
        if chance < 0.9:
            return choose.choice((name, last, f"{first[0]}. {last}", f"Mr. {last}", name.upper()))
        return choose.choice(self._speakers if chance < 0.95 else UNNAMED)

    def _variant(self, quote: str) -> str:
        """The quote as one article words it."""
        choose = self._random
        words, chance = quote.split(), choose.random()
        if 0.3 <= chance < 0.55 and len(words) > 8:
            size = choose.randrange(5, len(words))
            start = choose.randrange(len(words) - size + 1)
            words = words[start : start + size]
        elif 0.55 <= chance < 0.8:
            for _ in range(max(1, len(words) // 10)):
                words[choose.randrange(len(words))] = choose.choice(self._words)
        elif 0.8 <= chance < 0.9 and len(words) > 12:
            start = choose.randrange(4, len(words) - 6)
            words[start : start + choose.randrange(2, 6)] = ["…"]
        elif chance >= 0.9:
            words.append(choose.choice(STOCK))
        return " ".join(words)


def _following_words() -> dict[str, list[str]]:
    """The words that follow each word in the project's own texts."""
    following = defaultdict[str, list[str]](list)
    for path in TEXTS:
        for line in path.read_text("utf-8").splitlines():
            for word, after in pairwise(re.findall(r"[a-z]+", line.lower())):
                following[word].append(after)
    return dict(following)


def dated_articles(records: Iterable[QuoteRecord]) -> list[QuoteRecords]:
    """The records article by article; of four articles one has no date."""
    by_source = defaultdict[str | None, list[QuoteRecord]](list)
    for record in records:
        by_source[record.source].append(record)
    return [QuoteRecords(of_source, [_article(source)]) for source, of_source in by_source.items()]


def _article(source: str | None) -> Article:
    """An article without text, with the date that its number gives."""
    number = int(str(source).partition("/")[2])
    published = f"2026-{1 + number % 12:02}-{1 + number % 28:02}" if number % 4 else None
    return Article("", id=source, published=published)


def group_keys(groups: Iterable[QuoteGroup]) -> list[tuple[tuple[object, ...], ...]]:
    """The members of each group in order: source and spans, which identify a record."""
    return [tuple((r.source, r.spans) for r in quote_group.records) for quote_group in groups]


def b_cubed(made: Sequence[MadeRecord], groups: Iterable[QuoteGroup]) -> float:
    """B³ F in percent: precision and recall of the group of each record, on average."""
    utterances = {(r.source, r.spans): number for r, number in made}
    sizes = Counter(utterances.values())
    clusters = [[utterances[key] for key in keys] for keys in group_keys(groups)]
    single = utterances.keys() - {key for keys in group_keys(groups) for key in keys}
    clusters += [[utterances[key]] for key in single]
    precision = recall = 0.0
    for cluster in clusters:
        for number, count in Counter(cluster).items():
            precision += count * count / len(cluster)
            recall += count * count / sizes[number]
    return 200 * precision * recall / (precision + recall) / len(utterances)


def main() -> int:
    """Group, group again in other orders, and print the results."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--shuffles", type=int, default=2)
    parser.add_argument("--hot", type=float, default=0.0)
    parser.add_argument("--archive", action="store_true", help="time an archive instead")
    args = parser.parse_args()
    made = RecordMaker(args.records, hot=args.hot).records()
    quotes = [made_record.record for made_record in made]
    group(quotes[:100])  # what is loaded in the first call is not counted
    if args.archive:
        _time_archive(quotes)
        return 0
    began = time.process_time()
    groups = group(quotes)
    seconds = time.process_time() - began
    print(f"{len(quotes):,} records, {len(groups):,} groups, {seconds:.1f} s of processor time")
    print(f"B³ F {b_cubed(made, groups):.2f}")
    first = group_keys(groups)
    for seed in range(args.shuffles):
        other = group_keys(group(random.Random(seed).sample(quotes, len(quotes))))
        alone = {frozenset(keys) for keys in first} ^ {frozenset(keys) for keys in other}
        print(f"shuffle {seed}: {len(alone)} groups in one run alone; same order {first == other}")
    return 0


def _time_archive(quotes: Iterable[QuoteRecord]) -> None:
    """Print the processor time of adding to an archive in memory."""
    articles = dated_articles(quotes)
    with QuoteArchive(":memory:") as archive:
        began = time.process_time()
        archive.add_records(articles)
        print(f"archive: {time.process_time() - began:.1f} s of processor time to add")
        began = time.process_time()
        print(f"archive: {sum(1 for _ in archive.groups()):,} groups", end=", ")
        print(f"{time.process_time() - began:.1f} s")


if __name__ == "__main__":
    raise SystemExit(main())
