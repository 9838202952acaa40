"""Invented stories, each reported by several papers, with gold groups of their quotes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from quoteattr import Article, QuoteGroup, QuoteRecord, QuoteRecords, extract_many
from quoteattr.groups.version import VERBATIM_KINDS, own_words, read_version

FOLDER = Path(__file__).parent / "gold" / "retold"
STORIES = sorted(folder for folder in FOLDER.iterdir() if folder.is_dir())


class Utterance(NamedTuple):
    """A gold group."""

    story: str
    number: int
    speaker: str


class Pairs(NamedTuple):
    """Counts of pairs of records: predicted and gold, predicted only, gold only."""

    right: int
    wrong: int
    missed: int

    @property
    def f(self) -> float:
        """Their harmonic mean of precision and recall, in percent."""
        return 200 * self.right / (2 * self.right + self.wrong + self.missed)


def articles() -> Iterator[Article]:
    """All articles, with their publisher and day."""
    for folder in STORIES:
        published = json.loads((folder / "groups.json").read_text("utf-8"))["published"]
        for file in sorted(folder.glob("*.txt")):
            yield Article(
                file.read_bytes().decode("utf-8"),
                id=f"{folder.name}/{file.stem}",
                publisher=file.stem,
                published=published[file.stem],
            )


@cache
def records() -> QuoteRecords:
    """The records of all articles."""
    return QuoteRecords.join(extract_many(articles()))


class Quote(NamedTuple):
    """A gold quote in a source."""

    #: its normalized words
    words: str
    #: which of the quotes with these words in the source it is, from 1; 0 if all are one utterance
    place: int
    utterance: Utterance


@cache
def gold() -> dict[str, list[Quote]]:
    """The quotes of each source."""
    result: dict[str, list[Quote]] = {}
    for folder in STORIES:
        groups = json.loads((folder / "groups.json").read_text("utf-8"))["groups"]
        for number, group in enumerate(groups):
            utterance = Utterance(folder.name, number, group["speaker"])
            for paper, words, *place in group["quotes"]:
                quote = Quote(read_version(words).folded, sum(place), utterance)
                result.setdefault(f"{folder.name}/{paper}", []).append(quote)
    return result


def utterance_of(record: QuoteRecord) -> Utterance | None:
    """The gold utterance of a record: that with its words, or else the first that overlaps it."""
    words = read_version(own_words(record)).folded
    quotes = gold()[str(record.source)]
    before = (r for r in records() if r.source == record.source and r.spans <= record.spans)
    place = sum(read_version(own_words(r)).folded == words for r in before)
    same = (q.utterance for q in quotes if q.words == words and q.place in (0, place))
    part = (
        q.utterance
        for q in quotes
        if f" {words} " in f" {q.words} " or f" {q.words} " in f" {words} "
    )
    return next(same, None) or next(part, None)


def count_pairs(groups: Iterable[QuoteGroup]) -> Pairs:
    """Pairwise comparison of predicted groups with the gold groups."""
    group_of = {
        (record.source, record.spans): number
        for number, group in enumerate(groups)
        for record in group.records
    }
    count = Counter[tuple[bool, bool]]()
    known = [(r, u) for r in records() if r.kind in VERBATIM_KINDS and (u := utterance_of(r))]
    for (first, is_one), (two, is_two) in combinations(known, 2):
        numbers = [group_of.get((record.source, record.spans)) for record in (first, two)]
        count[is_one == is_two, numbers[0] is not None and numbers[0] == numbers[1]] += 1
    return Pairs(count[True, True], count[False, True], count[True, False])
