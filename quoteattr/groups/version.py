"""A quote as one source has it: the words that it gives as the speaker's own, made comparable.

Words are compared by their stems, so that a tense or an ending does not make two quotes of one, and
weighed by how rare they are: what many people say in the same words tells little, two rare words in
a row tell much. The weight of a word is its surprisal in bits, -log2 p, with p by Zipf's law from
the word's rank in the word vectors of the package (6 billion words of Wikipedia and news).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from hashlib import blake2b
from itertools import pairwise
from math import log2

from quoteattr.compare.fold import words
from quoteattr.compare.wanted import split
from quoteattr.language.en import tables as en
from quoteattr.records import QuoteRecord
from quoteattr.tag import embeddings as vectors

#: the kinds that hold words of the speaker's own; a reported clause is the reporter's
VERBATIM_KINDS: tuple[str, ...] = ("direct", "mixed", "post", "turn")

#: letters of a word that its other forms have, too: *enter*, *entered*
_STEM = 5
#: the sum of 1/r over the ranks r, which makes Zipf's law a probability
_HARMONIC = 11.2
#: bits from which a word carries meaning, rather than join others: *of*, *would*, *people*
CONTENT = 10.5
#: most words that carry meaning of which keys are made; a speech is found by its first ones
_KEYED = 400


class Version:
    """The own words of a quote, without case and typography.

    >>> version = read_version("[I] will enter the harbour")
    >>> version.folded, version.stems
    ('will enter the harbour', ['will', 'enter', 'the', 'harbo'])
    """

    def __init__(self, folded: str) -> None:
        #: the words, a space between two of them
        self.folded = folded
        #: the same, spelt alike: *is not* for *isn't*, *2* for *two*
        self.words = [part for word in folded.split() for part in _spelt_alike(word)]

    @cached_property
    def spelt(self) -> str:
        """The words, spelt alike, in one string."""
        return " ".join(self.words)

    @cached_property
    def stems(self) -> list[str]:
        """The stem of each word."""
        return [word[:_STEM] for word in self.words]

    @cached_property
    def bits(self) -> list[float]:
        """What each word weighs."""
        return [bits(word) for word in self.words]

    @cached_property
    def weight(self) -> float:
        """What all of them weigh."""
        return sum(self.bits)

    def keys(self, speaker: str | None) -> set[int]:
        """What it is found by: each two words in a row of those that carry meaning.

        Each of them in one speaker's mouth is a key of its own; so are all words of a quote without
        two that carry meaning.

        Args:
            speaker: a name that all forms of this speaker's have, such as the last one.
        """
        return {_number(*parts) for parts in self._keys(speaker)}

    def _keys(self, speaker: str | None) -> Iterator[tuple[str, ...]]:
        """The words of each key."""
        weighed = zip(self.stems, self.bits, strict=True)
        stems = [stem for stem, weight in weighed if weight >= CONTENT][:_KEYED]
        yield from pairwise(stems)
        if len(stems) < 2:
            yield ("", *self.stems[:_KEYED])
        if speaker is not None:
            yield from (("@", speaker, stem) for stem in stems)


def read_version(text: str) -> Version:
    """The version that some text is: its words, but for those that brackets put in."""
    given = split(words(text))
    pairs = zip(given.words.keys, given.bracketed, strict=True)
    return Version(" ".join(word for word, bracketed in pairs if not bracketed))


def own_words(record: QuoteRecord) -> str:
    """The words that a record gives as the speaker's own: those in marks, and all of a post.

    Of a reported clause without any it is the whole clause.

    >>> from quoteattr import extract
    >>> own_words(extract("Ada Berg called it “a gift” to “the coast”.")[0])
    'a gift … the coast'
    """
    verbatim = record.verbatim or record.spans
    if verbatim == record.spans:
        return record.quote
    # Where each piece begins in ``quote``, in which they stand one space apart.
    starts, at = list[tuple[int, int]](), 0
    for start, end in record.spans:
        starts.append((start, at - start))
        at += end - start + 1
    pieces = []
    for start, end in verbatim:
        shift = next(shift for first, shift in reversed(starts) if first <= start)
        pieces.append(record.quote[start + shift : end + shift])
    return " … ".join(pieces)


def _spelt_alike(word: str) -> Sequence[str]:
    """The words that a contraction stands for, or the same as another newspaper writes it."""
    if "'" not in word:
        return en.SPELLINGS.get(word, (word,))
    if word in en.CONTRACTIONS:
        return en.CONTRACTIONS[word]
    stem, _, ending = word.rpartition("'")
    if ending == "t" and stem.endswith("n"):
        return stem[:-1], "not"
    return (stem, *en.CONTRACTED[ending]) if stem and ending in en.CONTRACTED else (word,)


@lru_cache(maxsize=1 << 16)
def bits(word: str) -> float:
    """How rare a word is, in bits.

    >>> round(bits("the")), round(bits("harbour")), round(bits("Mtsvaradze"))
    (3, 17, 19)
    """
    return log2(_HARMONIC * (vectors.default().row(word) or vectors.WORDS))


def _number(*parts: str) -> int:
    """A number for some words, as SQLite holds it: of 64 bits, with a sign."""
    digest = blake2b("\n".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
