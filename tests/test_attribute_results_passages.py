"""The paragraph of a quote, and the sentences around it."""

import attrs
import pytest

from quoteattr import InputError, OptionError, extract
from quoteattr.attribute.results.passages import MOST_AROUND, Paragraphs
from quoteattr.formats.record_dict import record_from_dict

TEXT = (
    "Brack, Monday.\n\nDr. Berg came. It rained. “We will sail,” said Ida Holm. “Soon.” The sea was"
    " calm.\n\nNobody came."
)
RECORD = extract(TEXT, "a.txt")[0]


def test_the_paragraph_stands_in_the_text():
    phrase = RECORD.paragraph
    assert TEXT[phrase.start : phrase.end] == phrase.text
    assert phrase.text.split()[1] == "Berg"
    assert phrase.text.endswith("calm.")


@pytest.mark.parametrize(
    ("sentences", "words"),
    [
        (0, "“We will sail,” said Ida Holm."),
        (1, "It rained. “We will sail,” said Ida Holm. “Soon.”"),
        (9, RECORD.paragraph.text),
    ],
)
def test_so_many_sentences_around_the_quote(sentences, words):
    assert RECORD.context(sentences) == words


def test_a_record_from_a_file_has_its_context():
    assert record_from_dict(RECORD.to_dict()).context() == RECORD.context()


def test_a_record_without_a_paragraph_has_its_words():
    assert attrs.evolve(RECORD, paragraph=None).context() == RECORD.quote


@pytest.mark.parametrize(("value", "error"), [(-1, OptionError), ("1", InputError)])
def test_a_number_of_sentences_is_wanted(value, error):
    with pytest.raises(error, match="sentences"):
        RECORD.context(value)


def test_of_an_endless_paragraph_only_a_part_is_kept():
    text = "word " * 5000
    assert len(Paragraphs(text).paragraph(10_000, 10_004).text) == 2 * MOST_AROUND + 4


def test_a_paragraph_is_one_object_for_all_its_quotes():
    paragraphs = Paragraphs("One here.\n\nTwo there.")
    assert paragraphs.paragraph(0, 3) is paragraphs.paragraph(4, 8)
    assert paragraphs.paragraph(0, 15).text == "One here.\n\nTwo there."
