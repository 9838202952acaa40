r"""Reported clauses in many words and orders, whole and none but these.

``tests/gold/clauses/NAME.txt`` is written as the families of ``test_gold_families.py``. All that
comes out by default must be the pairs of a line, word for word.
"""

from pathlib import Path

from gold_lines import check
from tables import for_each
from test_gold_families import letters, read_case

from quoteattr import extract

CLAUSES = sorted((Path(__file__).parent / "gold" / "clauses").glob("*.txt"))


def is_right(line: str) -> bool:
    """The records of a text are the pairs of its case."""
    case = read_case(line)
    records = list(extract(case.text))
    pairs = sorted((letters(record.speaker), letters(record.quote)) for record in records)
    return pairs == sorted((letters(who), letters(words)) for who, words in case.expected)


@for_each("path", CLAUSES)
def test_clauses(path: Path) -> None:
    check(path, is_right)
