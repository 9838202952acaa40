"""Makes the word lists of ``quoteattr/language/en/word_lists.py``.

    python -m quoteattr.training.word_lists ordinary CORPUS...
    python -m quoteattr.training.word_lists given-names dist.male.first dist.female.first

The first reads the ``text`` folder of each corpus, the second the two files of given names that the
United States Census Bureau published from its census of 1990 (name, percent, sum, rank a line).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

import regex

_WORD = regex.compile(r"\p{L}[\p{L}\p{M}'’\-]*+")
#: fewest words of a line that is a sentence, and fewest articles that have an ordinary word
_SENTENCE, _ARTICLES = 6, 2
#: how many times as often as with a capital an ordinary word stands in lower case
_LOWER = 4


def ordinary(texts: Iterable[str]) -> list[str]:
    """Find the words that articles write in lower case.

    Args:
        texts: articles. Lines of fewer than six words, and lines in title case, are left out.

    >>> ordinary(["The king met Reed at the mill today.", "A mill burned when Reed slept, then."])
    ['mill']
    """
    lower, capital, articles = Counter[str](), Counter[str](), Counter[str]()
    for text in texts:
        small, large = Counter[str](), Counter[str]()
        for line in text.splitlines():
            for word, inside in _words(line):
                if word[0].islower():
                    small[word] += 1
                elif inside:
                    large[word.lower()] += 1
        lower += small
        capital += large
        articles.update(set(small))
    return sorted(
        word
        for word, count in lower.items()
        if len(word) > 1 and articles[word] >= _ARTICLES and count >= _LOWER * capital[word]
    )


def _words(line: str) -> Iterator[tuple[str, bool]]:
    """The words of a line that is a sentence, and whether each stands inside it."""
    words = list(_WORD.finditer(line))
    if len(words) < _SENTENCE or sum(m.group()[0].isupper() for m in words) > len(words) / 2:
        return
    for match in words:
        before = line[: match.start()].rstrip()[-1:]
        yield match.group(), before.isalnum() or before == ","


def given_names(men: Iterable[str], women: Iterable[str]) -> list[str]:
    """The lines of the list of given names, from the lines of the two census files.

    >>> given_names(["LESLIE 0.1 50.0 9"], ["LESLIE 0.3 60.0 9", "IDA 0.2 70.0 12"])
    ['ida 0', 'leslie 25']
    """
    shares = [
        {name.lower(): float(share) for name, share, *_ in map(str.split, lines)}
        for lines in (men, women)
    ]
    his, hers = shares
    names = sorted(his.keys() | hers.keys())
    share = {n: his.get(n, 0.0) / (his.get(n, 0.0) + hers.get(n, 0.0)) for n in names}
    return [f"{name} {100 * share[name]:.0f}" for name in names]


def _main(kind: str, *paths: str) -> None:
    """Write one list into the package."""
    if kind == "ordinary":
        articles = sorted(p for path in paths for p in Path(path, "text").glob("*.txt"))
        lines = ordinary(path.read_text(encoding="utf-8") for path in articles)
    else:
        lines = given_names(*(Path(p).read_text("ascii").splitlines() for p in paths))
    target = files("quoteattr.language.en").joinpath(f"{kind.replace('-', '_')}.txt")
    Path(str(target)).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    _main(*sys.argv[1:])
