"""Names in one row, and below each what that person says."""

import pytest
from tables import for_each

from quoteattr.api import extract
from quoteattr.attribute.columns import _LINES

NAMES, ROW = "Ida Berg\tOtto Marx\n", "“We stay out of it.”\t“We go in.”\n"
CASES = [
    ("the row of names is right above", NAMES + ROW, ["Ida Berg", "Otto Marx"]),
    (
        "a rule stands between",
        "| Ida Berg | Otto Marx |\n|---|---|\n| “We stay out of it.” | “We go in.” |",
        ["Ida Berg", "Otto Marx"],
    ),
    ("other rows of quotes do", NAMES + ROW * _LINES, ["Ida Berg", "Otto Marx"] * _LINES),
    ("a row of other things does", NAMES + "May\t7\n" + ROW, []),
    ("a sentence does, which ends the table", NAMES + "They met in May.\n" + ROW, []),
    ("more names than columns", NAMES[:-1] + "\tBo Holm\n" + ROW, []),
    ("a cell holds more than a quote", NAMES + "In May “We go in.”\t“We stay.”\n", []),
]


@for_each(("label", "text", "expected"), CASES)
def test_who_heads_the_column(label, text, expected):
    assert [record.speaker for record in extract(text, min_confidence=0)] == expected


@pytest.mark.parametrize("further", [0, 5])
def test_rows_far_below_the_names_have_no_speaker(further):
    records = extract(NAMES + ROW * (_LINES + further))
    assert len(records) == 2 * _LINES
