"""A version of a quote: the normalized words of the speaker in one source.

Words are compared by their stems, so that a change of tense or ending makes no difference, and
weighted by their rarity: a common phrase is weak evidence, two rare words in a row are strong. The
weight of a word is its surprisal in bits, -log2 p, with p by Zipf's law from the word's rank in the
word vectors of the package (6 billion words of Wikipedia and news).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from hashlib import blake2b
from itertools import pairwise
from math import log2

from quoteattr.compare.normalize import normalize_words
from quoteattr.compare.quote_words import parse_edits
from quoteattr.language import ENGLISH
from quoteattr.records import QuoteRecord
from quoteattr.tag import embeddings as vectors

#: the kinds with words of the speaker's own; those of a reported clause are the reporter's
VERBATIM_KINDS: tuple[str, ...] = ("direct", "mixed", "post", "turn")

#: number of letters of a stem; forms of one word share them: *enter*, *entered*
_STEM = 5
#: the sum of 1/r over the ranks r, which normalizes Zipf's law
_HARMONIC = 11.2
#: minimum bits of a content word; below are *of*, *would*, *people*
CONTENT_BITS = 10.5
#: maximum number of content words of a version that are indexed
_KEYED = 400


class Version:
    """The speaker's own words of a quote, without case and typography.

    >>> version = read_version("[I] will enter the harbour")
    >>> version.folded, version.stems
    ('will enter the harbour', ['will', 'enter', 'the', 'harbo'])
    """

    def __init__(self, folded: str) -> None:
        #: the words, joined by one space
        self.folded = folded
        #: the words with spelling variants unified: *is not* for *isn't*, *2* for *two*
        self.words = [form for word in folded.split() for form in _unify_spelling(word)]

    @cached_property
    def spelling(self) -> str:
        """The words with unified spelling, joined by one space."""
        return " ".join(self.words)

    @cached_property
    def stems(self) -> list[str]:
        """The stem of each word."""
        return [word[:_STEM] for word in self.words]

    @cached_property
    def bits(self) -> list[float]:
        """The weight of each word, in bits."""
        return [bits(word) for word in self.words]

    @cached_property
    def weight(self) -> float:
        """The weight of all words, in bits."""
        return sum(self.bits)

    def keys(self, speaker: str | None) -> frozenset[int]:
        """The index keys of the version: hashes of each pair of consecutive content words.

        Each content word together with the speaker is a key, too; so are all words of a quote with
        fewer than two content words.

        Args:
            speaker: a word that all forms of the speaker's name share, such as the last name.
        """
        return frozenset(_hash(*words) for words in self._keys(speaker))

    def _keys(self, speaker: str | None) -> Iterator[tuple[str, ...]]:
        """The words from which each key is made."""
        weighed = zip(self.stems, self.bits, strict=True)
        stems = [stem for stem, weight in weighed if weight >= CONTENT_BITS][:_KEYED]
        yield from pairwise(stems)
        if len(stems) < 2:
            yield ("", *self.stems[:_KEYED])
        if speaker is not None:
            yield from (("@", speaker, stem) for stem in stems)


def read_version(text: str) -> Version:
    """The version of a text: its words, without those in brackets."""
    quote = parse_edits(normalize_words(text))
    pairs = zip(quote.words.keys, quote.bracketed, strict=True)
    return Version(" ".join(word for word, bracketed in pairs if not bracketed))


def own_words(record: QuoteRecord) -> str:
    """The speaker's own words in a record: those in quotation marks, and all of a post.

    For a reported clause without quotation marks, the whole clause.

    >>> from quoteattr import extract
    >>> own_words(extract("Ada Berg called it “a gift” to “the coast”.")[0])
    'a gift … the coast'
    """
    verbatim = record.verbatim or record.spans
    if verbatim == record.spans:
        return record.quote
    # the shift from offsets in the text to those in ``quote``, whose parts are joined by a space
    starts, at = list[tuple[int, int]](), 0
    for start, end in record.spans:
        starts.append((start, at - start))
        at += end - start + 1
    pieces = []
    for start, end in verbatim:
        shift = next(shift for first, shift in reversed(starts) if first <= start)
        pieces.append(record.quote[start + shift : end + shift])
    return " … ".join(pieces)


def _unify_spelling(word: str) -> Sequence[str]:
    """The words of a contraction, or the standard form of a spelling variant."""
    if "'" not in word:
        return ENGLISH.spellings.get(word, (word,))
    if word in ENGLISH.contractions:
        return ENGLISH.contractions[word]
    stem, _, ending = word.rpartition("'")
    if ending == "t" and stem.endswith("n"):
        return stem[:-1], "not"
    return (stem, *ENGLISH.contracted[ending]) if stem and ending in ENGLISH.contracted else (word,)


@lru_cache(maxsize=1 << 16)
def bits(word: str) -> float:
    """The surprisal of a word, in bits.

    >>> round(bits("the")), round(bits("harbour")), round(bits("Mtsvaradze"))
    (3, 17, 19)
    """
    return log2(_HARMONIC * (vectors.default_vectors().row(word) or vectors.VOCABULARY_SIZE))


def _hash(*words: str) -> int:
    """A hash of words as a signed integer of 64 bits, which SQLite can hold."""
    digest = blake2b("\n".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
