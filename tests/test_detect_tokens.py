"""Tokens: what class each word and mark is of, and where it stands."""

import pytest

from quoteattr.detect.lexicon import CLASSES
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("“Go,” said Mara Holt.", "QSNN."),
        ("Mara's dog's barking; he's late.", "N'w'g,Pxw."),
        ("He reports it. The report says so.", "PSP.dwSy."),
        ("According to\nthe mayor, yes.", "A/dw,w."),
        ("“SMITH: No.”\n", "L:Q/"),
        ("The 2.5 towns, 1,000 left.", "d0w,0w."),
        ("Look at @user or #tag.", "woN&N."),
        ("“One.”\r\n\r\n“Two.”", "Q/Q"),
        ("Holt told her: “No.”", "NSp:Q"),  # her is spoken to
        ("Holt used to say: “No.”", "NxxS:Q"),
        ("Marx rejected Holt’s claim.", "NRN'K."),  # a noun, not a verb
        ("He spoke of new claims that it rained.", "PRowKtPv."),
        ("Holt said team play was bad.", "NSwwbw."),
        ("Both said “no”.", "dSQ."),
        ("“Will it?” “No.”", "Q.Q"),  # the answer begins a sentence
        ("", ""),
    ],
)
def test_classes(text, tags):
    assert "".join(token.tag for token in tokenize(text, find_quotes(text))) == tags


def names(text: str) -> list[str]:
    """The words of the names."""
    return [text[t.start : t.end] for t in tokenize(text, find_quotes(text)) if t.tag == "N"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. minister, Dr. Holt, spoke.", ["U.S.", "Dr.", "Holt"]),
        ("Rivers rise. The rivers fell.", []),  # written small elsewhere
        ("Yesterday Mara Holt left.", ["Mara", "Holt"]),
        ("They met al-Rawi and d’Souza.", ["al-Rawi", "d’Souza"]),
        ("Old Bridge Wins The Vote Again\nThe old bridge wins the vote again.", []),
    ],
)
def test_names(text, expected):
    assert names(text) == expected


def test_a_full_stop_belongs_to_an_initial():
    assert [t.word for t in tokenize("J. Holt left.", [])] == ["j.", "holt", "left", "."]


def test_tokens_lie_in_order_and_are_of_known_classes():
    text = "«Oui», dit-il — “no”, ‘so’ 5% of $3 (A.B.) said it’s\u2028J. K. ’tis…"
    last = 0
    for token in tokenize(text, find_quotes(text)):
        assert last <= token.start < token.end
        assert token.tag in CLASSES
        last = token.end
