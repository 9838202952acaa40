"""Compute the features of tokens for the tagger, as row numbers of its embedding tables.

The features are the chunk tag (``detect/alphabet.py``), the word vector (``embeddings.py``), the
last letters and the word itself, both hashed, and the shape: a capital, or the length of a quoted
span. A quoted span is one token, whose vector is the mean of the vectors of its words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import count
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from quoteattr.detect.alphabet import CHUNK_TAGS, QUOTE
from quoteattr.detect.token import Token, columns_of
from quoteattr.language import ENGLISH, Language
from quoteattr.language.patterns import lazy_regex
from quoteattr.tag import embeddings

#: the features of a token: row of its vector, hashes of its ending and of its word, its shape, its
#: tag; the arrays in the file have these names
FEATURES = ("vector", "ending", "word", "shape", "symbol")
#: sizes of the hash tables of endings and words
ENDING_SLOTS, WORD_SLOTS = 2000, 5000
#: number of letters of an ending
ENDING = 3
#: number of shapes: capital or not; for a quoted span its length, last mark and first letter
SHAPES = 20
#: maximum number of words of a quoted span that is a term, and of one that is a phrase
_TERM, _PHRASE = 2, 5
#: number of words whose features are cached
_REMEMBERED = 1 << 16

#: number of characters of a quoted span whose words count
_CHARACTERS = 150
_WORD = lazy_regex(r"[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}'\-]*+)")

Ints = NDArray[np.intp]
Floats = NDArray[np.float32]
#: the features of a token; for a quoted span, the rows of the vectors of its words
_Kind = tuple[tuple[int, ...], tuple[int, ...]]
_TAG_NUMBERS = {tag: number for number, tag in enumerate(CHUNK_TAGS)}


class TokenFeatures(NamedTuple):
    """The features of tokens; equal tokens share one row."""

    #: kinds of tokens × ``FEATURES``
    rows: Ints
    #: the mean vector of the words of a quoted span, zeros for other tokens: kinds × dimensions
    quote_vectors: Floats
    #: the kind of each token
    kinds: Ints


def features_of_tokens(
    text: str, tokens: Sequence[Token], language: Language = ENGLISH
) -> TokenFeatures:
    """Compute the features of each token."""
    word_features = language.derived(_WordFeatures).of
    vectors = embeddings.load_vectors(language)
    numbers: defaultdict[tuple[str, str, bool], int] = defaultdict(count().__next__)
    columns = columns_of(tokens)
    words = [*columns.words]
    for i, tag in enumerate(columns.tags):
        if tag == QUOTE:
            words[i] = text[tokens[i].start : tokens[i].end]
    kinds_of_tokens = zip(words, columns.tags, columns.capitals, strict=True)
    of_tokens = [*map(numbers.__getitem__, kinds_of_tokens)]
    kinds = [
        _quote_features(word, vectors) if tag == QUOTE else word_features(word, tag, capital)
        for word, tag, capital in numbers
    ]
    rows = np.array([features for features, _ in kinds], dtype=np.intp).reshape(-1, len(FEATURES))
    quote_vectors = np.zeros((len(kinds), len(vectors.scale)), dtype=np.float32)
    for kind, (_, vector_rows) in enumerate(kinds):
        if vector_rows:
            quote_vectors[kind] = vectors.of([*vector_rows]).mean(axis=0)
    return TokenFeatures(rows, quote_vectors, np.array(of_tokens, dtype=np.intp))


class _WordFeatures:
    """The features of words and punctuation marks in one language."""

    def __init__(self, language: Language) -> None:
        self._vectors = embeddings.load_vectors(language)
        #: features of a word, cached: words recur
        self.of = lru_cache(maxsize=_REMEMBERED)(self._compute)

    def _compute(self, word: str, tag: str, capital: bool) -> _Kind:
        """The features of a word or a punctuation mark."""
        features = (
            self._vectors.row(word),
            _hash(word[-ENDING:], ENDING_SLOTS),
            _hash(word, WORD_SLOTS),
            int(capital),
            _TAG_NUMBERS[tag],
        )
        return features, ()


def _hash(word: str, slots: int) -> int:
    """Hash a word to a slot, the same in every process."""
    return crc32(word.encode("utf-8", "surrogatepass")) % slots


def _quote_features(quote: str, vectors: embeddings.Vectors) -> _Kind:
    """The features of a quoted span, including its marks."""
    words = quote.split()
    length = 0 if len(words) <= _TERM else 1 if len(words) <= _PHRASE else 2
    last = quote.rstrip("\"'”’»").rstrip()[-1:]
    ending = 0 if last == "," else 1 if last in ".?!…" else 2
    shape = 2 + 6 * length + 2 * ending + quote[1:2].isupper()
    features = (0, _hash("", ENDING_SLOTS), _hash("", WORD_SLOTS), shape, _TAG_NUMBERS[QUOTE])
    first_words = _WORD.findall(quote[:_CHARACTERS].lower().replace("’", "'"))
    return features, tuple(row for word in first_words if (row := vectors.row(word)))
