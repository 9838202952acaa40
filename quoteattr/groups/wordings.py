"""Join the records of one source that are parts of one utterance, interrupted by the reporter.

*“We will rebuild it,” said Ada Berg. “Nobody will pay for it.”* may be one quote in one newspaper
and two quotes in another, which prints a paragraph between the halves. A comparison shows one
wording of each newspaper.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quoteattr.compare.names import Relation, compare_names, read_name
from quoteattr.groups.differences import aligned_range
from quoteattr.groups.version import own_words, read_version
from quoteattr.records import QuoteRecord


class Wording(NamedTuple):
    """The wording of an utterance in one source, in one record or several."""

    records: tuple[QuoteRecord, ...]

    @property
    def quote(self) -> str:
        """The words, with the parts joined by one space."""
        return " ".join(map(own_words, self.records))

    @property
    def folded(self) -> str:
        """The normalized words."""
        return read_version(self.quote).folded


def wordings(records: Sequence[QuoteRecord], fullest: str) -> list[Wording]:
    """Join the records of each source that are parts of one wording.

    Two records are parts of one wording if they have different words of the fullest wording, in its
    order, and no two different speakers.

    Returns:
        The wordings, in order of their first records.
    """
    by_source = defaultdict[str | None, list[QuoteRecord]](list)
    for record in records:
        by_source[record.source].append(record)
    result = list[Wording]()
    for source, of_source in by_source.items():
        several = source is not None and len({*map(own_words, of_source)}) > 1
        result += _joined(of_source, fullest) if several else (Wording((r,)) for r in of_source)
    position = {id(record): number for number, record in enumerate(records)}
    return sorted(result, key=lambda wording: min(position[id(r)] for r in wording.records))


def _joined(records: Iterable[QuoteRecord], fullest: str) -> Iterator[Wording]:
    """The wordings of one source: each record continues the chain that ends last before it."""
    ends, chains = list[int](), list[list[QuoteRecord]]()
    for record in sorted(records, key=lambda record: record.spans):
        words = aligned_range(own_words(record), fullest)
        at = bisect_right(ends, words.start) - 1
        if words and at >= 0 and _may_continue(chains[at][-1], record):
            del ends[at]
            chain = chains.pop(at)
        else:
            chain = []
        end = words.stop if words else len(fullest)  # nothing continues a record without a match
        at = bisect_right(ends, end)
        ends.insert(at, end)
        chains.insert(at, [*chain, record])
    return (Wording(tuple(chain)) for chain in chains)


def _may_continue(record: QuoteRecord, following: QuoteRecord) -> bool:
    """The speakers of two records are not two different people."""
    names = read_name(record.speaker), read_name(following.speaker)
    return compare_names(*names) != Relation.DIFFERENT
