"""Statements without marks: the block that a colon announces, and where it ends."""

import pytest
from tables import for_each

from quoteattr import extract
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.statements import find_statements


def statements(text: str) -> list[str]:
    """The paragraphs of all statements."""
    return [text[quoted.start : quoted.end] for quoted in find_statements(text)]


@for_each(
    ("text", "paragraphs"),
    [
        ("The council issued this statement:\n\nWe know.\n\nIt rained.", ["We know."]),
        (
            "Ola Berg wrote:\n\n> It is rotten.\n> It must go.\n\nIt rained.",
            ["It is rotten.", "It must go."],
        ),
        (
            "In a letter, Ola Berg wrote:\n\n    It is rotten.\n\n    It must go.\n\nIt rained.",
            ["It is rotten.", "It must go."],
        ),
        ("The council issued this statement:\r\n\r\nWe know.\r\n\r\nIt rained.", ["We know."]),
        (
            "She posted on Facebook:\n\nI am done.\n\nWe are all done.\n\nShe left.",
            ["I am done.", "We are all done."],
        ),
        (
            "Ida Holm wrote in an email:\n\nDear editor,\n\nYou err.\n\nSincerely,\nIda Holm",
            ["Dear editor,", "You err."],
        ),
        ("The note reads as follows:\n\nI am done.\n\nIt rained.", ["I am done."]),
        (
            "It rained.\n\n    It is rotten.\n\n    — Ola Berg, mayor\n\nIt rained.",
            ["It is rotten."],
        ),
        (
            "The firm said in a statement:\n\nThe leak has been closed for good.",
            ["The leak has been closed for good."],
        ),
    ],
)
def test_the_block(text, paragraphs):
    assert statements(text) == paragraphs


@for_each(
    "text",
    [
        "",
        ":\n",
        "Ola Berg wrote:",
        "The list in the note was as follows:\n\nI am the first.",
        "It rained.\n\n It is rotten.\n\n — Ola Berg, mayor",
        "Ola Berg wrote:\n\n“It is rotten.”",
        "He said these roads will be closed:\n\nThe cliff road and the mill road.",
        "The council said:\n\nIt rained on Sunday.",
        "Ola Berg wrote three books:\n\n- The Pier\n- The Ferry",
        "Please use this:\n\n> We will appeal.",
        "The schedule:\n\nWe meet at noon.",
        "“He wrote:\n\nIt is rotten.”",
    ],
)
def test_no_statement(text):
    assert find_statements(text, find_quotes(text)) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In a letter to the council, Ola Berg wrote:\n\n> The pier is rotten.", "Ola Berg"),
        ("Harbor City Police issued this statement:\n\nWe are aware of it.", "Harbor City Police"),
        ("Mayor Ida Holm released this statement:\n\nI resign today.", "Ida Holm"),
    ],
)
def test_whose_it_is(text, speaker):
    (record,) = extract(text, kinds=["direct"])
    assert (record.speaker, record.kind) == (speaker, "direct")
    assert record.quote == " ".join(text[slice(*span)] for span in record.spans)
