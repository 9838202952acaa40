"""Measure the similarity of two versions of a quote: their common words, in order.

Meaning is not compared. *We will leave* and *we will not leave* are one utterance that one of two
sources has changed, and readers should see the difference.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from quoteattr.compare.names import Relation
from quoteattr.groups.version import Version

#: the penalty in bits for each run of common words after the first: consecutive words are stronger
#: evidence than scattered ones
_RUN_PENALTY = 6.0
#: bits below which a version is short: it must occur in the other one as a whole
SHORT = 45.0
#: the share assigned to a version if all its stems occur, but not all of its words letter by letter
_SAME_STEMS = 0.99
#: minimum number of letters of a word that may be a misspelling or another form of a word, and
#: minimum similarity of the two (normalized Indel)
_SPELLING_LETTERS, _SPELLING_SIMILARITY = 4, 0.84
#: minimum share of common words for two versions to be compared by weight
_LEAST = 0.3
#: minimum share for the words of two versions to be compared letter by letter, and maximum number
#: of words to compare
_SPELLING_SHARE, _SPELLING_WORDS = 0.35, 40


class Similarity(NamedTuple):
    """The common words of two versions; also a threshold for them."""

    #: the share of the lighter version that the other one has, 0 to 1
    share: float
    #: the weight of the words of that share, in bits
    bits: float

    def is_enough(self, thresholds: Iterable[Similarity]) -> bool:
        """The similarity reaches one of the thresholds."""
        return any(
            self.share >= threshold.share and self.bits >= threshold.bits
            for threshold in thresholds
        )


#: no common words, and the whole of a version, if only the share counts
NOTHING, WHOLE = Similarity(0.0, 0.0), Similarity(1.0, 0.0)

#: thresholds (one of several suffices) for two versions in articles that report one story
SAME_STORY: dict[Relation, tuple[Similarity, ...]] = {
    Relation.SAME: (Similarity(0.6, 14),),
    Relation.UNKNOWN: (Similarity(0.6, 20),),
    Relation.DIFFERENT: (Similarity(0.75, 60),),
}
#: thresholds for two versions in articles without a known common story
UNRELATED: dict[Relation, tuple[Similarity, ...]] = {
    Relation.SAME: (Similarity(0.85, 28), Similarity(0.7, 55)),
    Relation.UNKNOWN: (Similarity(0.85, 60),),
    Relation.DIFFERENT: (Similarity(0.85, 120),),
}


def similarity_of(a: Version, b: Version) -> Similarity:
    """Compare two versions, by the words that they have in common in the same order.

    A version below ``SHORT`` bits must occur in the other one as a whole, with consecutive words;
    otherwise the similarity is zero.

    Args:
        a: a version.
        b: another version. The order of the two does not matter.

    >>> from quoteattr.groups.version import read_version
    >>> version = read_version("We will rebuild the pier before the winter storms")
    >>> similarity_of(version, read_version("rebuild the old pier before winter storms")).share
    0.74
    >>> similarity_of(read_version("old pier"), read_version("the old stone pier"))
    Similarity(share=0.0, bits=0.0)
    """
    from rapidfuzz.distance import LCSseq

    light, heavy = sorted((a, b), key=attrgetter("weight", "folded"))
    # A fast comparison that rejects most pairs.
    if LCSseq.similarity(light.stems, heavy.stems) < _LEAST * len(light.stems):
        return NOTHING
    result = _common(light, light.stems, heavy)
    if result.share < 1 and (result.share >= _SPELLING_SHARE or light.weight < SHORT):
        result = _common(light, _respelled(light, heavy), heavy)
    if result.share == 1 and f" {light.spelling} " not in f" {heavy.spelling} ":
        return result._replace(share=_SAME_STEMS)
    return result


def _common(light: Version, stems: list[str], heavy: Version) -> Similarity:
    """The similarity of two versions, with the given stems for the words of the first."""
    from rapidfuzz.distance import LCSseq

    if light.weight < SHORT:
        whole = f" {' '.join(stems)} " in f" {' '.join(heavy.stems)} "
        return Similarity(1.0, light.weight) if whole else NOTHING
    blocks = LCSseq.opcodes(stems, heavy.stems).as_matching_blocks()
    sums = list(accumulate(light.bits, initial=0.0))
    runs = (sums[block.a + block.size] - sums[block.a] for block in blocks if block.size)
    shared = sum(max(bits - _RUN_PENALTY, 0.0) for bits in runs) + _RUN_PENALTY
    return Similarity(min(round(shared / light.weight, 2), 1.0), shared)


def _respelled(light: Version, heavy: Version) -> list[str]:
    """The stems of a version; a word that the other version spells differently gets the stem there.

    A misspelling in the first letters of a word changes its stem.
    """
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import extractOne

    stem_of = dict(zip(heavy.words, heavy.stems, strict=True))
    heavy_stems = set(heavy.stems)
    stems, remaining = list(light.stems), _SPELLING_WORDS
    for i, word in enumerate(light.words):
        if len(word) >= _SPELLING_LETTERS and stems[i] not in heavy_stems and remaining:
            remaining -= 1
            scorer, cutoff = Indel.normalized_similarity, _SPELLING_SIMILARITY
            best = extractOne(word, list(stem_of), scorer=scorer, score_cutoff=cutoff)
            stems[i] = stem_of[best[0]] if best else stems[i]
    return stems
