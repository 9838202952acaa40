r"""Families of small texts: each kind of sentence in many words, names and orders.

``tests/gold/families/NAME.txt`` has one case a line under the heading of its kind: the pairs of
speaker and words, parted by ``##``, or ``-`` where nobody is quoted; then ``||`` and the text, with
``\n`` and ``\t`` for line ends and tabs. Nothing else may come out but reported clauses without
words in marks. ``~`` opens a line that is not met yet.
"""

from pathlib import Path
from typing import NamedTuple

from gold_lines import check
from tables import for_each

from quoteattr import extract

FAMILIES = sorted((Path(__file__).parent / "gold" / "families").glob("*.txt"))


class Case(NamedTuple):
    """A text and who says what in it."""

    text: str
    expected: list[tuple[str, str]]


def read_case(line: str) -> Case:
    """The case of a line."""
    pairs, text = line.split(" || ")
    expected = [] if pairs == "-" else [_pair(pair) for pair in pairs.split(" ## ")]
    return Case(text.replace("\\n", "\n").replace("\\t", "\t"), expected)


def _pair(pair: str) -> tuple[str, str]:
    """The speaker and the words of a pair."""
    speaker, words = pair.split(" = ")
    return speaker, words


def letters(words: str | None) -> str:
    """The letters and digits of words, in lower case: all that is compared."""
    return "".join(filter(str.isalnum, (words or "").casefold()))


def is_right(line: str) -> bool:
    """Each pair comes out, and no other words in marks or turns do."""
    case = read_case(line)
    records = extract(case.text)
    quoted = [(letters(r.speaker), letters(r.quote)) for r in records if r.kind != "indirect"]
    expected = [(letters(speaker), letters(words)) for speaker, words in case.expected]
    has_all = all(
        any(speaker == who and words in quote for who, quote in quoted)
        for speaker, words in expected
    )
    every = "".join(words for _, words in expected)
    return has_all and all(
        quote in every or any(words in quote for _, words in expected) for _, quote in quoted
    )


@for_each("path", FAMILIES)
def test_family(path: Path) -> None:
    check(path, is_right)
