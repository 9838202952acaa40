"""Tables whose columns say who speaks."""

from documents import document_of
from tables import for_each

from quoteattr.attribute.columns import speaker_of_column

NAMES, QUOTES = "Clara Voss\tIvo Novak\n", "“Go.”\t“No.”"


def speakers(text: str) -> list[str | None]:
    """The name above each quote."""
    document = document_of(text)
    chunks = [speaker_of_column(document, quote) for quote in document.quotes]
    return [None if i is None else document.candidate(i).text for i in chunks]


@for_each(
    ("text", "names"),
    [
        (NAMES + QUOTES, ["Clara Voss", "Ivo Novak"]),
        (f"{NAMES}{QUOTES}\n{QUOTES}", ["Clara Voss", "Ivo Novak"] * 2),
        ("| Clara Voss | Ivo Novak |\n|---|---|\n| “Go.” | “No.” |", ["Clara Voss", "Ivo Novak"]),
        # as many names as quotes, and nothing else in the cells
        ("Clara Voss\n" + QUOTES, [None, None]),
        ("Clara Voss\tprice\n" + QUOTES, [None, None]),
        ("Clara Voss met Ivo Novak\tprice\n" + QUOTES, [None, None]),
        (NAMES + "“Go.” she said\t“No.”", [None, None]),
        (NAMES + "“Go.”", [None]),
        (QUOTES, [None, None]),
        # a row so long is no row of a table
        (NAMES + QUOTES + "\t“" + "word " * 400 + "”", [None, None, None]),
    ],
)
def test_the_name_above_a_quote(text: str, names: list[str | None]) -> None:
    assert speakers(text) == names
