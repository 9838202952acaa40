"""Make the word lists of ``quoteattr/language/en/word_lists.py``.

    python -m quoteattr.training.word_lists ordinary CORPUS...
    python -m quoteattr.training.word_lists given-names dist.male.first dist.female.first

The first reads the ``text`` folder of each corpus, the second the two files of given names that the
United States Census Bureau published from its census of 1990 (each line: name, percent, cumulative
percent, rank).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

import regex

_WORD = regex.compile(r"\p{L}[\p{L}\p{M}'’\-]*+")
#: minimum number of words of a sentence, and of articles with an ordinary word
_MIN_WORDS, _MIN_ARTICLES = 6, 2
#: minimum ratio of the lower-case to the capitalised occurrences of an ordinary word
_MIN_RATIO = 4


def ordinary(texts: Iterable[str]) -> list[str]:
    """Find the words that are mostly in lower case in articles.

    Args:
        texts: articles. Lines of fewer than six words, and lines in title case, are skipped.

    Returns:
        The words, sorted.

    >>> ordinary(["The king met Reed at the mill today.", "A mill burned when Reed slept, then."])
    ['mill']
    """
    lower, capitalised, articles = Counter[str](), Counter[str](), Counter[str]()
    for text in texts:
        article_lower, article_capitalised = Counter[str](), Counter[str]()
        for line in text.splitlines():
            for word, is_inside in _words(line):
                if word[0].islower():
                    article_lower[word] += 1
                elif is_inside:
                    article_capitalised[word.lower()] += 1
        lower += article_lower
        capitalised += article_capitalised
        articles.update(set(article_lower))
    return sorted(
        word
        for word, count in lower.items()
        if len(word) > 1
        and articles[word] >= _MIN_ARTICLES
        and count >= _MIN_RATIO * capitalised[word]
    )


def _words(line: str) -> Iterator[tuple[str, bool]]:
    """The words of a sentence, each with whether its capital would mark a name."""
    words = list(_WORD.finditer(line))
    if len(words) < _MIN_WORDS or sum(m.group()[0].isupper() for m in words) > len(words) / 2:
        return
    for match in words:
        before = line[: match.start()].rstrip()[-1:]
        yield match.group(), before.isalnum() or before == ","


def given_name_lines(men: Iterable[str], women: Iterable[str]) -> list[str]:
    """Make the list of given names.

    Args:
        men: the lines of the census file of male names.
        women: the lines of the file of female names.

    Returns:
        Lines of a name and the percentage of men among its bearers, sorted.

    >>> given_name_lines(["LESLIE 0.1 50.0 9"], ["LESLIE 0.3 60.0 9", "IDA 0.2 70.0 12"])
    ['ida 0', 'leslie 25']
    """
    shares = [
        {name.lower(): float(share) for name, share, *_ in map(str.split, lines)}
        for lines in (men, women)
    ]
    male, female = shares
    names = sorted(male.keys() | female.keys())
    male_share = {n: male.get(n, 0.0) / (male.get(n, 0.0) + female.get(n, 0.0)) for n in names}
    return [f"{name} {100 * male_share[name]:.0f}" for name in names]


def _main(kind: str, *paths: str) -> None:
    """Write one list into the package."""
    if kind == "ordinary":
        articles = sorted(p for path in paths for p in Path(path, "text").glob("*.txt"))
        lines = ordinary(path.read_text(encoding="utf-8") for path in articles)
    else:
        lines = given_name_lines(*(Path(p).read_text("ascii").splitlines() for p in paths))
    target = files("quoteattr.language.en").joinpath(f"{kind.replace('-', '_')}.txt")
    Path(str(target)).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    _main(*sys.argv[1:])
