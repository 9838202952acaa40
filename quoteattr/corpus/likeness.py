"""Whether two versions of a quote are one utterance: by their words and the order of these.

Nothing here asks what the words mean. *We will leave* and *we will not leave* are one utterance
that one of two sources has changed, which is what a reader wants to be told.
"""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from quoteattr.corpus.names import Relation
from quoteattr.corpus.version import Version

#: bits that a stretch of words costs after the first: words in a row tell more than scattered ones
_BREAK = 6.0


class Likeness(NamedTuple):
    """What two versions have in common; or, what they must have."""

    #: the share of the shorter one that the longer one has, 0 to 1
    share: float
    #: what the words of that share weigh together, in bits
    bits: float


#: what makes two versions one utterance; docs/groups.md has what was measured for these
NEEDED: dict[Relation, Likeness] = {
    Relation.SAME: Likeness(0.75, 14),
    Relation.OPEN: Likeness(0.75, 40),
    Relation.OTHER: Likeness(0.8, 75),
}
#: bits of a version below which another must have all its words, in a row
SHORT = 45.0


def likeness(one: Version, other: Version) -> Likeness:
    """What two versions have in common, in the same order.

    Of one below ``SHORT`` bits the other has all words in a row, or else nothing counts.

    >>> from quoteattr.corpus.version import read_version
    >>> said = read_version("We will rebuild the pier before the winter storms")
    >>> likeness(said, read_version("rebuild the old pier before winter storms")).share
    0.74
    >>> likeness(read_version("old pier"), read_version("the old stone pier"))
    Likeness(share=0.0, bits=0.0)
    """
    from rapidfuzz.distance import LCSseq

    short, long = sorted((one, other), key=lambda version: version.weight)
    blocks = LCSseq.opcodes(short.stems, long.stems).as_matching_blocks()
    if not blocks[0].size or (short.weight < SHORT and blocks[0].size < len(short.stems)):
        return Likeness(0.0, 0.0)
    sums = list(accumulate(short.bits, initial=_BREAK))
    found = (sums[block.a + block.size] - sums[block.a] for block in blocks if block.size)
    shared = sum(max(bits - _BREAK, 0.0) for bits in found) + _BREAK
    return Likeness(min(round(shared / short.weight, 2), 1.0), shared)


def is_one(likeness: Likeness, relation: Relation) -> bool:
    """Two versions are one utterance, if their speakers stand to each other in this way."""
    needed = NEEDED[relation]
    return likeness.share >= needed.share and likeness.bits >= needed.bits
