"""The tagger: labels for every token of any text, linear in the text, from a file that fits."""

from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timing import is_linear

from quoteattr.errors import WeightsError
from quoteattr.find import vectors
from quoteattr.find.quotes import find_quotes
from quoteattr.find.tagger import (
    BEGIN,
    CUE,
    INSIDE,
    LABELS,
    LONGEST,
    OUTSIDE,
    SOURCE,
    paragraphs,
    read,
)
from quoteattr.find.tokens import tokenize
from quoteattr.link.weights import default_tagger


def tagged(text):
    tokens = tokenize(text, find_quotes(text))
    return tokens, default_tagger().tag(text, tokens)


def words(text, *wanted):
    tokens, found = tagged(text)
    pairs = zip(tokens, found.labels, strict=True)
    return [text[token.start : token.end] for token, label in pairs if label in wanted]


def test_a_sentence_that_reports():
    text = "Mara Lindqvist said the old bridge would be closed until the spring."
    assert words(text, SOURCE) == ["Mara", "Lindqvist"]
    assert words(text, CUE) == ["said"]
    assert " ".join(words(text, BEGIN, INSIDE)) == "the old bridge would be closed until the spring"


def test_a_sentence_that_does_not():
    text = "The bridge opened in 1911 and closed a hundred years later."
    assert words(text, BEGIN, INSIDE, CUE, SOURCE) == []


def test_verbs_that_nobody_listed_are_known_by_their_company():
    text = "Otto Marx grumbled that the tickets were too dear."
    assert " ".join(words(text, BEGIN, INSIDE)).endswith("the tickets were too dear")


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ["“", "”", "said", "that", " ", "\n\n", "Ida", ",", ".", "é", "\ud800", "x" * 40]
        ),
        max_size=60,
    )
)
def test_any_text_gets_one_label_a_token(pieces):
    tokens, found = tagged("".join(pieces))
    assert len(found.labels) == len(tokens) == len(found.likely)
    assert set(found.labels) <= set(range(len(LABELS)))
    assert np.allclose(found.likely.sum(axis=1), 1, atol=1e-4)
    assert all(
        label == OUTSIDE
        for token, label in zip(tokens, found.labels, strict=True)
        if token.symbol == "/"
    )


def test_paragraphs_are_read_apart():
    one, two = "Ida Berg said the well was dry.", "It rained, the mayor said."
    labels = [*tagged(one)[1].labels, OUTSIDE, *tagged(two)[1].labels]
    assert tagged(f"{one}\n{two}")[1].labels == labels


def test_a_paragraph_without_end_is_read_in_parts():
    tokens = tokenize("word " * (LONGEST + 3), [])
    assert [end - start for start, end in paragraphs(tokens)] == [LONGEST, 3]


def test_time_is_linear():
    for piece in ("word ", "word.\n", "Ida said it rained. "):
        short, long = (piece * 4_000, piece * 16_000)
        works = (partial(default_tagger().tag, text, tokenize(text, [])) for text in (short, long))
        assert is_linear(*works)


def test_what_is_no_tagger_is_refused(tmp_path):
    np.savez(tmp_path / "other.npz", word=np.zeros(3))
    (tmp_path / "text.npz").write_text("no arrays at all")
    for name in ("other.npz", "text.npz"):
        with pytest.raises(WeightsError, match="not a file of a tagger"):
            read(tmp_path / name)


def test_vectors_know_what_is_written_otherwise():
    row = vectors.default().row
    assert row("said")
    assert row("’") == row("'")
    assert row("didn't") == row("hasn't")
    assert row("pro-bridge") == row("bridge")
    assert row("1,234,567.89")
    assert row("qqqzzz") == 0
    assert not vectors.default().table[0].any()


def test_vectors_are_shrunk_from_the_published_file(tmp_path):
    lines = ["the 1.0 -2.0", "of 0.5 0.25", "é 0 4"]
    (tmp_path / "glove.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    vectors.shrink(tmp_path / "glove.txt", tmp_path / "small.npz")
    data = np.load(tmp_path / "small.npz")
    assert data["words"].tobytes().decode("utf-8").split("\n") == ["the", "of", "é"]
    table = data["table"] * data["scale"]
    wanted = np.array([[1.0, -2.0], [0.5, 0.25], [0, 4]])
    assert np.allclose(table * wanted.std(), wanted, atol=0.05)
