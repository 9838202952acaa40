"""Lists of quotes with names on lines of their own: which side the names stand on."""

from documents import document_of
from tables import for_each

from quoteattr.attribute.structure.name_lines import speaker_of_line


def speakers(text: str) -> list[str | None]:
    """For each quote the name that its list gives it."""
    document = document_of(text)
    chunks = [speaker_of_line(document, quote) for quote in document.quotes]
    return [None if k is None else document.candidate(k).text for k in chunks]


@for_each(
    ("text", "names"),
    [
        ("Ada Berg\n“It is late.”\nBo Lund\n“It is not.”", ["Ada Berg", "Bo Lund"]),
        ("“It is late.”\nAda Berg\n“It is not.”\nBo Lund", ["Ada Berg", "Bo Lund"]),
        ("Ada Berg, baker\n\n“It is late.”\n\nBo Lund (63)\n\n“No.”", ["Ada Berg", "Bo Lund"]),
        ("They said:\n“It is late.”\nAda Berg\n“It is not.”\nBo Lund", ["Ada Berg", "Bo Lund"]),
        ("Ada Berg\n“It is late.”\nBo Lund\n“It is not.”\nThe end.", ["Ada Berg", "Bo Lund"]),
        # a heading may be a name as well: the sides are not told
        ("Rook Rail\n“It is late.”\nAda Berg\n“It is not.”\nBo Lund", [None, None]),
        ("“It is late.”\nAda Berg\n“It is not.”", [None, None]),
        # one pair
        ("Ada Berg\n“It is late.”", [None]),
        # a signature: a dash, or a role
        ("“It is late.”\n— Ada Berg", ["Ada Berg"]),
        ("“It is late.”\n-- Ada Berg, Rook", ["Ada Berg"]),
        ("“It is late.”\nAda Berg, chief baker", ["Ada Berg"]),
        ("“It is late.”\nAda Berg, Rook", [None]),
        ("“It is late.”\nAda Berg", [None]),
        ("Bo Lund wrote:\n“It is late.”\nAda Berg, baker", [None]),
        ("Bo Lund\n“It is late.”\nAda Berg, baker", [None]),
        ("1. Ada Berg\n“It is late.”\n2. Bo Lund\n“It is not.”", ["Ada Berg", "Bo Lund"]),
        # other words in the lines
        ("Ada Berg\n“It is late,” she said.\nBo Lund\n“It is not,” he said.", [None, None]),
        ("Ada Berg left.\n“It is late.”\nBo Lund stayed.\n“It is not.”", [None, None]),
    ],
)
def test_the_side_of_the_names(text, names):
    assert speakers(text) == names
