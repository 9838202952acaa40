"""Tags that the words around decide: names in capitals, nouns and verbs."""

from tables import for_each

from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize


def names(text: str) -> list[str]:
    """The words of the names."""
    return [text[t.start : t.end] for t in tokenize(text, find_quotes(text)) if t.tag == "N"]


@for_each(
    ("text", "expected"),
    [
        ("The U.S. minister, Dr. Holt, spoke.", ["U.S.", "Dr.", "Holt"]),
        ("Rivers rise. The rivers fell.", []),  # written small elsewhere
        ("Yesterday Mara Holt left.", ["Mara", "Holt"]),
        ("They met al-Rawi and d’Souza.", ["al-Rawi", "d’Souza"]),
        ("Undaunted, the firm left.", []),
        ("Undaunted, the baker, left. We met Undaunted.", ["Undaunted", "Undaunted"]),
        ("Reed, the baker, left.", ["Reed"]),
        ("Mohammed, the baker, left.", ["Mohammed"]),
        ("Coldly the firm left.", []),
        ("Thirty left.", []),
        ("Old Bridge Wins The Vote Again\nThe old bridge wins the vote again.", []),
    ],
)
def test_names(text, expected):
    assert names(text) == expected
