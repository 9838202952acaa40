"""Word vectors: words that occur in the same contexts have similar ones.

``language/en/vectors.npz`` holds the commonest 40,000 words of GloVe 6B (Pennington, Socher and
Manning 2014, learned from Wikipedia and newswire up to 2014, in the public domain under the PDDL
1.0), 50 dimensions, each number as one byte. They add what a few hundred annotated articles cannot
show: that a verb without annotations is similar to one that has some.

    python -m quoteattr.tag.embeddings glove.6B.50d.txt quoteattr/language/en/vectors.npz

generates the file from the one that GloVe publishes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
from attrs import define
from numpy.typing import NDArray

from quoteattr.language import ENGLISH, Language

#: number of words, the most frequent first
VOCABULARY_SIZE = 40_000
#: dimensions of a vector
DIMENSIONS = 50
#: GloVe's spelling of marks
_SPELLING = {"“": '"', "”": '"', "‘": "'", "’": "'", "—": "--", "–": "--", "―": "--", "…": "..."}


@define(eq=False)
class Vectors:
    """A table of word vectors; row 0 is for unknown words, and all zero."""

    #: the row of each word in lower case
    rows: dict[str, int]
    #: words × dimensions, each number in one byte
    numbers: NDArray[np.int8]
    #: what the numbers of each dimension are multiplied by
    scale: NDArray[np.float32]
    #: the ending of a negated verb, which has a vector of its own: *n't*
    negated_ending: str = ""

    def of(self, rows: Any) -> NDArray[np.float32]:
        """The vectors in some rows."""
        vectors: NDArray[np.float32] = self.numbers[rows] * self.scale
        return vectors

    @property
    def table(self) -> NDArray[np.float32]:
        """All vectors: eight megabytes for English."""
        return self.of(slice(None))

    def row(self, word: str) -> int:
        """The row of a word in lower case with straight apostrophes.

        An unknown compound has the row of its last part, an unknown number that of *1*.
        """
        negated = self.negated_ending
        word = negated if negated and word.endswith(negated) else _SPELLING.get(word, word)
        rows = self.rows
        return (
            rows.get(word)
            or rows.get(word.rpartition("-")[2])
            or rows.get(word.rstrip("."))
            or (rows.get("1", 0) if word[:1].isdigit() else 0)
        )


def load_vectors(language: Language) -> Vectors:
    """The word vectors of a language, loaded once; a single row of zeros if it has none."""
    return language.derived(_read)


def default_vectors() -> Vectors:
    """The word vectors of English."""
    return load_vectors(ENGLISH)


def _read(language: Language) -> Vectors:
    """Load the word vectors of a language."""
    if language.vectors is None:
        return Vectors({}, np.zeros((1, DIMENSIONS), np.int8), np.ones(DIMENSIONS, np.float32))
    with language.vectors.open("rb") as file:
        data = np.load(file)
        words = data["words"].tobytes().decode("utf-8").split("\n")
        numbers, scale = np.pad(data["table"], ((1, 0), (0, 0))), data["scale"]
    rows = dict(zip(words, range(1, len(numbers)), strict=True))
    return Vectors(rows, numbers, scale, language.negated_ending)


def shrink(source: Path, target: Path) -> None:
    """Generate the file of the package from a text file with a word and numbers per line."""
    with source.open(encoding="utf-8") as lines:
        cells = [
            line.rstrip("\n").split(" ")
            for line, _ in zip(lines, range(VOCABULARY_SIZE), strict=False)
        ]
    table = np.array([row[1:] for row in cells], dtype=np.float32)
    table /= table.std()
    scale = np.abs(table).max(axis=0) / 127
    words = np.frombuffer("\n".join(row[0] for row in cells).encode("utf-8"), dtype=np.uint8)
    rounded = np.round(table / scale).astype(np.int8)
    # uncompressed: compression makes reading five times slower, and a wheel is compressed anyway
    np.savez(target, words=words, table=rounded, scale=scale.astype(np.float32))


if __name__ == "__main__":
    shrink(Path(sys.argv[1]), Path(sys.argv[2]))
