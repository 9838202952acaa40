r"""Families of small texts: each kind of sentence in many words, names and orders.

``tests/gold/families/NAME.txt`` has one case a line under the heading of its kind: the pairs of
speaker and words, parted by ``##``, or ``-`` where nobody is quoted; then ``||`` and the text, with
``\n`` and ``\t`` for line ends and tabs. Nothing else may come out but reported clauses without
words in marks. ``~`` opens a line that need not be met yet.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tables import for_each

from quoteattr import extract
from quoteattr.records import QuoteRecord

FAMILIES = sorted((Path(__file__).parent / "gold" / "families").glob("*.txt"))


class Case(NamedTuple):
    """A text and who says what in it."""

    text: str
    expected: list[tuple[str, str]]
    #: it must be met
    required: bool


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a family."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        pairs, text = line.removeprefix("~ ").split(" || ")
        expected = [] if pairs == "-" else [_pair(pair) for pair in pairs.split(" ## ")]
        text = text.replace("\\n", "\n").replace("\\t", "\t")
        yield Case(text, expected, required=not line.startswith("~"))


def _pair(pair: str) -> tuple[str, str]:
    """The speaker and the words of a pair."""
    speaker, words = pair.split(" = ")
    return speaker, words


def letters(words: str | None) -> str:
    """The letters and digits of words, in lower case: all that is compared."""
    return "".join(filter(str.isalnum, (words or "").casefold()))


def is_right(case: Case, records: list[QuoteRecord]) -> bool:
    """Each pair comes out, and no other words in marks or turns do."""
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
    cases = list(read_cases(path))
    required = [case for case in cases if case.required]
    assert len(required) >= 0.5 * len(cases)
    wrong = [case for case in required if not is_right(case, list(extract(case.text)))]
    assert [(case.text, case.expected) for case in wrong] == []
