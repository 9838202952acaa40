"""What a heading quotes is of who says it in the article."""

import pytest
from documents import document_of

from quoteattr import extract
from quoteattr.attribute.structure.headings import REPEATED, echoed_quotes

BODY = "“That bridge is a death trap, and it always was,” said Mara Holt.\n\nOtto Marx left."


def echoed(text):
    pairs = echoed_quotes(document_of(text))
    return [(quote.text, repeated.text) for quote, repeated in pairs]


@pytest.mark.parametrize(
    "heading",
    [
        "‘A death trap’",
        "“A Death Trap”",
        "Brack bridge is ‘a death trap’",
        "‘A death trap’ at Brack",
        "Council shuts bridge, ‘a death trap’, for good",
    ],
)
def test_a_heading_repeats_words_of_a_quote(heading):
    (pair,) = echoed(f"{heading}\n\n{BODY}")
    assert pair[1].startswith("That bridge is a death trap")


@pytest.mark.parametrize(
    "line",
    [
        "Bridge is ‘a death trap’, says Holt",  # it says who speaks
        "Marx: Bridge is ‘a death trap’",
        "Bridge is ‘a death trap’ — Holt",
        "Brack bridge is a ‘trap’",  # one word
        "Brack bridge is ‘a death cap’",
        "The bridge is ‘a death trap’.",  # a sentence
        "Brack bridge is ‘a death trap’ " + "and so on " * 7,
    ],
)
def test_other_lines_do_not(line):
    assert echoed(f"{line}\n\n{BODY}") == []


def test_words_of_several_quotes_are_of_none():
    again = "“Yes, a death trap,” said Otto Marx."
    assert echoed(f"Is it ‘a death trap’?\n\n{BODY}\n\n{again}") == []
    assert echoed(f"Bridge is ‘a death trap’\n\n{BODY}\n\n{again}") == []


def test_a_heading_may_stand_after_the_quote():
    assert len(echoed(f"{BODY}\n\n‘A death trap’\n\nIt rained.")) == 1


@pytest.mark.parametrize("heading", ["‘A death trap’", "Marx shuts Brack bridge, ‘a death trap’"])
def test_the_speaker_is_the_one_of_the_article(heading):
    record, below = extract(f"{heading}\n\n{BODY}", min_confidence=0)
    assert (record.quote.lower(), record.speaker) == ("a death trap", "Mara Holt")
    assert below.speaker == "Mara Holt"
    assert record.confidence <= below.confidence


def test_a_record_of_a_heading_explains_itself():
    near = "Mara Holt spoke to the council. Mara Holt runs the quay. Mara Holt was angry."
    record, _ = extract(f"Bridge is ‘a death trap’\n\n{near}\n\n{BODY}", min_confidence=0)
    assert [verdict.mention.text for verdict in record.verdicts] == ["Mara Holt"]
    assert "Mara Holt" in record.explain(rules=True)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (BODY, "A heading repeats words of a quote of Mara Holt."),
        (
            "Mara Holt left. “That bridge is a death trap, and it always was,” Holt said.",
            "A heading repeats words of a quote of Mara Holt; “Holt” is Mara Holt, named in full"
            " in paragraph 2.",
        ),
        (
            "“That bridge is a death trap, and it always was,” said a resident.",
            "A heading repeats words of a quote of “a resident”; the text gives no name.",
        ),
    ],
)
def test_the_reason_of_a_heading_is_the_quote_that_it_repeats(body, sentence):
    record = extract(f"Bridge is ‘a death trap’\n\n{body}", min_confidence=0)[0]
    assert record.rule == REPEATED
    assert record.explain() == sentence
