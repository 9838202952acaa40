"""Records of one source that are pieces of one utterance, which it interrupts.

*“We will rebuild it,” said Ada Berg. “Nobody will pay for it.”* may be one quote in one paper, and
two in another, which prints a paragraph between the two halves. Whoever compares papers wants to
see one wording of each.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quoteattr.groups.differences import place
from quoteattr.groups.names import Relation, read_name, relation
from quoteattr.groups.version import own_words, read_version
from quoteattr.records import QuoteRecord


class Wording(NamedTuple):
    """What a source has of an utterance, in one piece or several."""

    records: tuple[QuoteRecord, ...]

    @property
    def quote(self) -> str:
        """The words, a space between two pieces."""
        return " ".join(map(own_words, self.records))

    @property
    def folded(self) -> str:
        """The words without typography."""
        return read_version(self.quote).folded


def wordings(records: Sequence[QuoteRecord], fullest: str) -> list[Wording]:
    """Put the pieces together that a source has of an utterance.

    Two are pieces of one wording if they have other words of the fullest one, in its order, and are
    not somebody else's.

    Args:
        records: the records of the utterance.
        fullest: its fullest wording.

    Returns:
        The wordings, in order of their first records.
    """
    of_source = defaultdict[str | None, list[QuoteRecord]](list)
    for record in records:
        of_source[record.source].append(record)
    found = list[Wording]()
    for source, theirs in of_source.items():
        several = source is not None and len({*map(own_words, theirs)}) > 1
        found += _joined(theirs, fullest) if several else (Wording((each,)) for each in theirs)
    at = {id(record): number for number, record in enumerate(records)}
    return sorted(found, key=lambda wording: min(at[id(record)] for record in wording.records))


def _joined(records: Iterable[QuoteRecord], fullest: str) -> Iterator[Wording]:
    """The wordings of one source: each piece goes on where another has ended last before it."""
    ends, chains = list[int](), list[list[QuoteRecord]]()
    for record in sorted(records, key=lambda record: record.spans):
        words = place(own_words(record), fullest)
        at = bisect_right(ends, words.start) - 1
        if words and at >= 0 and _may_go_on(chains[at][-1], record):
            del ends[at]
            chain = chains.pop(at)
        else:
            chain = []
        end = words.stop if words else len(fullest)  # nothing goes on where no word is the same
        at = bisect_right(ends, end)
        ends.insert(at, end)
        chains.insert(at, [*chain, record])
    return (Wording(tuple(chain)) for chain in chains)


def _may_go_on(one: QuoteRecord, other: QuoteRecord) -> bool:
    """Two records do not name two people."""
    return relation(read_name(one.speaker), read_name(other.speaker)) != Relation.OTHER
