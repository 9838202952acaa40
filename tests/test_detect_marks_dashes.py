"""Speech that a dash opens: ``tests/gold/dashes.json`` has more."""

from __future__ import annotations

from tables import for_each
from timing import is_linear

from quoteattr.detect.quotes import find_quotes


def words(text: str) -> list[str]:
    """The quoted spans."""
    return [text[quoted.start : quoted.end] for quoted in find_quotes(text)]


@for_each(
    ("text", "expected"),
    [
        ("—Go, said Kit.", ["Go,"]),
        ("— Go! Kit shouted. — Run!", ["Go!", "Run!"]),
        ("—Go, said Kit.\n\n—No.\n\n—Ida Berg", ["Go,", "No."]),  # the last is a signature
        ("—Go —said Kit.", ["Go"]),
        ("—Go —said Kit—. It is late.", ["Go"]),
        ("—Who goes? —the boy asked.", ["Who goes?"]),
        ("—Go —the mayor of Brack and all his men.", []),  # no verb of saying
        ("—Go.\n\n—No.", []),  # a list
        ("- Go, said Kit.", []),  # a list
        ("—Go, said Kit. “No.”", ["No."]),  # the text has marks
        ("Ida—the mayor, said Kit, left.", []),
        ("—Go, the old man of Brack said.", []),  # too far off to be sure
        ("—Go, the old man said.", ["Go,"]),
        ("—", []),
        ("—Go,", []),
    ],
)
def test_what_dashes_open(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_where_the_dash_stands() -> None:
    (quoted,) = find_quotes("— Go, said Kit.")
    assert (quoted.outer_start, quoted.start, quoted.end, quoted.outer_end) == (0, 2, 5, 5)
    assert quoted.closed
    assert not quoted.continues
    assert quoted.mark == "—"


@for_each("piece", ["—a, ", "—", "a, b c d ", "!", "—Go, said Kit. ", "—a, said B\n"])
def test_time_grows_with_the_text(piece: str) -> None:
    assert is_linear(
        lambda: find_quotes("—" + piece * 2_000), lambda: find_quotes("—" + piece * 8_000)
    )
