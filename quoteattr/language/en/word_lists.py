"""Load the long word lists of English: ordinary words and given names.

``ordinary.txt`` holds words that news writes in lower case: in at least two articles of the
training corpora, and four times as often as with a capital inside a sentence.
``given_names.txt`` holds the given names of the 1990 census of the United States (public domain,
5,163 names), each with the share of its bearers who were men, in percent. Since hardly a name there
is from Africa, Asia or the east of Europe, ``given_names_world.txt`` has as many more, collected by
hand region by region, of those that are given to women or to men alone; a name that is a last name
as often, a word or a place is left out. The lists are evidence for a name or its gender, never
against one: many of the world's names are on no such list.

``python -m quoteattr.training.word_lists`` makes the first two files.
"""

from __future__ import annotations

from functools import lru_cache

from quoteattr.data import data_file


def _lines(name: str) -> list[str]:
    """The lines of a file of this package."""
    return data_file("language/en", name).read_text(encoding="utf-8").splitlines()


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """Words in lower case that a capital alone does not make a name."""
    return frozenset(_lines("ordinary.txt"))


@lru_cache(maxsize=1)
def given_names() -> dict[str, int]:
    """Given names in lower case, each with the share of men among its bearers, 0 to 100."""
    files = ("given_names_world.txt", "given_names.txt")
    rows = (line.split() for file in files for line in _lines(file))
    return {name: int(share) for name, share in rows}
