"""What two versions of a quote have in common: their words, in the order of these.

Nothing here asks what the words mean. *We will leave* and *we will not leave* are one utterance
that one of two sources has changed, which is what a reader wants to be told.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from quoteattr.groups.names import Relation
from quoteattr.groups.version import Version

#: bits that a stretch of words costs after the first: words in a row tell more than scattered ones
_BREAK = 6.0
#: bits of a version below which another must have all its words, in a row
SHORT = 45.0
#: the share where all words are there, but not all of them letter by letter
_ALMOST = 0.99
#: letters from which a word may be another's slip of the pen, or another form of it, and how alike
#: the two are, from 0 to 1
_SPELLABLE, _ALIKE = 4, 0.84
#: the share of the words below which nothing more is looked at
_LEAST = 0.3
#: the share from which two versions are worth to be compared letter by letter, and most words of
#: one that are
_SPELT, _LETTERS = 0.35, 40


class Likeness(NamedTuple):
    """What two versions have in common; or, what they must have."""

    #: the share of the shorter one that the longer one has, 0 to 1
    share: float
    #: what the words of that share weigh together, in bits
    bits: float

    def is_enough(self, needed: Iterable[Likeness]) -> bool:
        """It is as much as one of these."""
        return any(self.share >= each.share and self.bits >= each.bits for each in needed)


NOTHING = Likeness(0.0, 0.0)

#: what two versions must have in common to be one utterance, in articles that tell one story; one
#: of several is enough
ONE_STORY: dict[Relation, tuple[Likeness, ...]] = {
    Relation.SAME: (Likeness(0.6, 14),),
    Relation.OPEN: (Likeness(0.6, 20),),
    Relation.OTHER: (Likeness(0.75, 60),),
}
#: and in articles of which nothing shows that they do
STRANGERS: dict[Relation, tuple[Likeness, ...]] = {
    Relation.SAME: (Likeness(0.85, 28), Likeness(0.7, 55)),
    Relation.OPEN: (Likeness(0.85, 60),),
    Relation.OTHER: (Likeness(0.85, 120),),
}


def likeness(one: Version, other: Version) -> Likeness:
    """What two versions have in common, in the same order.

    Of one below ``SHORT`` bits the other has all words in a row, or else nothing counts.

    >>> from quoteattr.groups.version import read_version
    >>> said = read_version("We will rebuild the pier before the winter storms")
    >>> likeness(said, read_version("rebuild the old pier before winter storms")).share
    0.74
    >>> likeness(read_version("old pier"), read_version("the old stone pier"))
    Likeness(share=0.0, bits=0.0)
    """
    from rapidfuzz.distance import LCSseq

    short, long = sorted((one, other), key=attrgetter("weight", "folded"))
    # Quick, and enough to tell that most have little in common.
    if LCSseq.similarity(short.stems, long.stems) < _LEAST * len(short.stems):
        return NOTHING
    found = _common(short, short.stems, long)
    if found.share < 1 and (found.share >= _SPELT or short.weight < SHORT):
        found = _common(short, _as_spelt(short, long), long)
    if found.share == 1 and f" {short.spelt} " not in f" {long.spelt} ":
        return found._replace(share=_ALMOST)  # stems that are the same, of words that are not
    return found


def _common(short: Version, stems: list[str], long: Version) -> Likeness:
    """What a version, with its words spelt in some way, has in common with a longer one."""
    from rapidfuzz.distance import LCSseq

    if short.weight < SHORT:
        whole = f" {' '.join(stems)} " in f" {' '.join(long.stems)} "
        return Likeness(1.0, short.weight) if whole else NOTHING
    blocks = LCSseq.opcodes(stems, long.stems).as_matching_blocks()
    sums = list(accumulate(short.bits, initial=0.0))
    found = (sums[block.a + block.size] - sums[block.a] for block in blocks if block.size)
    shared = sum(max(bits - _BREAK, 0.0) for bits in found) + _BREAK
    return Likeness(min(round(shared / short.weight, 2), 1.0), shared)


def _as_spelt(short: Version, long: Version) -> list[str]:
    """The stems of a version; of a word that another has, spelt a little otherwise, its stem there.

    A slip of the pen in the first letters of a word makes another stem of it.
    """
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import extractOne

    stems = dict(zip(long.words, long.stems, strict=True))
    known = set(long.stems)
    spelt, left = list(short.stems), _LETTERS
    for i, word in enumerate(short.words):
        if len(word) >= _SPELLABLE and spelt[i] not in known and left:
            left -= 1
            found = extractOne(
                word, list(stems), scorer=Indel.normalized_similarity, score_cutoff=_ALIKE
            )
            spelt[i] = stems[found[0]] if found else spelt[i]
    return spelt
