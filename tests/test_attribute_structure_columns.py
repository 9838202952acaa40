"""Names in one row, and below each what that person says."""

from documents import document_of
from tables import for_each

from quoteattr.attribute.structure.columns import _LINES, speaker_of_column

NAMES, ROW = "| Ida Berg | Otto Marx |\n", "| “We stay out of it.” | “We go in.” |\n"
HEADED = ["Ida Berg", "Otto Marx"]
CASES = [
    ("the row of names is right above", NAMES + ROW, HEADED),
    ("a rule stands between", NAMES + "|---|---|\n" + ROW, HEADED),
    ("other rows of quotes do", NAMES + ROW * _LINES, HEADED),
    ("too many other rows do", NAMES + ROW * (_LINES + 1), [None, None]),
    ("a row of other things does", NAMES + "| rain | sun |\n" + ROW, [None, None]),
    ("a sentence does, which ends the table", NAMES + "It rained.\n" + ROW, [None, None]),
    ("more names than columns", "| Bo Holm " + NAMES + ROW, [None, None]),
    ("a cell holds more than a quote", NAMES + "| It is “So.” | “We go in.” |\n", [None, None]),
]


@for_each(("label", "text", "expected"), CASES)
def test_who_heads_the_column(label, text, expected):
    document = document_of(text)
    chunks = [speaker_of_column(document, quote) for quote in document.quotes[-2:]]
    names = [None if i is None else document.candidate(i).text for i in chunks]
    assert names == expected
