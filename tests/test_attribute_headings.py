"""Quotes of headings belong to whoever says the same words in the article."""

import pytest
from documents import document_of

from quoteattr import extract
from quoteattr.attribute.decode import attribute
from quoteattr.attribute.headings import attribute_headings
from quoteattr.model.model import load_default

BODY = "\n\nThe pier is old. Femi Ade, a surveyor, was there.\n\n“It is a death trap,” he said."


def speaker(text: str, words: str) -> str | None:
    """The mention that is chosen for the quote with these words."""
    attributed = attribute_headings(attribute(document_of(text), load_default().quotes))
    quotes = [a for a in attributed.attributions if a.quote.text.lower() == words]
    return quotes[0].chosen.text if quotes[0].chosen else None


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Pier is ‘a death trap’" + BODY, "he"),
        ("Ade calls on owners over ‘a death trap’" + BODY, "Ade"),
        ("Storm hits\n\nIda Holm saw it. “It was loud,” she said.\n\n‘A death trap’" + BODY, "he"),
    ],
)
def test_a_heading_has_the_speaker_of_the_longer_quote(text, mention):
    assert speaker(text, "a death trap") == mention


@pytest.mark.parametrize(
    "text",
    [
        "Pier is ‘a death ship’" + BODY,
        "Pier is ‘a death trap’. It is old." + BODY,  # a sentence
        BODY.strip() + "\n\nThe old pier is not ‘a death trap’ now",  # behind the longer quote
    ],
)
def test_what_no_heading_has_from_a_later_quote(text):
    words = "a death ship" if "ship" in text else "a death trap"
    assert speaker(text, words) is None


def test_the_explanation_names_the_longer_quote():
    text = "Ida Holm saw it. “It was loud,” she said.\n\n‘A death trap’" + BODY
    record = extract(text, min_confidence=0)[1]
    assert (record.speaker, record.rule, record.cue) == ("Femi Ade", "quote-echoed", None)
    assert record.explain().startswith("the words of the quote stand in another one of Femi Ade;")
