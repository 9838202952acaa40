"""Word vectors: fifty numbers that say in what company a word is met.

``language/en/vectors.npz`` holds the commonest 40,000 words of GloVe 6B (Pennington, Socher and
Manning 2014, learned from Wikipedia and newswire up to 2014, in the public domain under the PDDL
1.0), each number as one byte. They bring what a few hundred annotated articles cannot: that a verb
nobody annotated is like one that somebody did.

    python -m quoteattr.tag.embeddings glove.6B.50d.txt quoteattr/language/en/vectors.npz

makes the file from the one that GloVe is published as.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import numpy as np
from attrs import define
from numpy.typing import NDArray

#: words that are kept, the commonest first
WORDS = 40_000
#: how GloVe writes what the texts that it was learned from wrote otherwise
_WRITTEN = {"“": '"', "”": '"', "‘": "'", "’": "'", "—": "--", "–": "--", "―": "--", "…": "..."}


@define(eq=False)
class Vectors:
    """A table of word vectors; row 0 is that of every unknown word, and all zero."""

    #: the row of each word in lower case
    rows: dict[str, int]
    #: words × dimensions
    table: NDArray[np.float32]

    def row(self, word: str) -> int:
        """The row of a word in lower case with straight apostrophes.

        An unknown compound has that of its last part, an unknown number that of *1*.
        """
        word = "n't" if word.endswith("n't") else _WRITTEN.get(word, word)
        rows = self.rows
        return (
            rows.get(word)
            or rows.get(word.rpartition("-")[2])
            or rows.get(word.rstrip("."))
            or (rows.get("1", 0) if word[:1].isdigit() else 0)
        )


@lru_cache(maxsize=1)
def default() -> Vectors:
    """The vectors of the package, read once."""
    with files("quoteattr.language.en").joinpath("vectors.npz").open("rb") as file:
        data = np.load(file)
        words = data["words"].tobytes().decode("utf-8").split("\n")
        table = data["table"].astype(np.float32) * data["scale"]
    rows = {word: row for row, word in enumerate(words, 1)}
    return Vectors(rows, np.vstack((np.zeros_like(table[:1]), table)))


def shrink(source: Path, target: Path) -> None:
    """Make the file of the package from a text file of one word and its numbers a line."""
    with source.open(encoding="utf-8") as lines:
        cells = [line.rstrip("\n").split(" ") for line, _ in zip(lines, range(WORDS), strict=False)]
    table = np.array([row[1:] for row in cells], dtype=np.float32)
    table /= table.std()
    scale = np.abs(table).max(axis=0) / 127
    words = np.frombuffer("\n".join(row[0] for row in cells).encode("utf-8"), dtype=np.uint8)
    rounded = np.round(table / scale).astype(np.int8)
    np.savez_compressed(target, words=words, table=rounded, scale=scale.astype(np.float32))


if __name__ == "__main__":
    shrink(Path(sys.argv[1]), Path(sys.argv[2]))
