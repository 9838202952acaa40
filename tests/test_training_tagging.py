"""Training the tagger: labels from annotations, and the same scores in training and in use."""

import learning
import numpy as np
import pytest

from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize
from quoteattr.evaluation.brat import GoldArticle, GoldAttribution
from quoteattr.records import Span
from quoteattr.tag import embeddings as vectors
from quoteattr.tag.features import features
from quoteattr.tag.tagger import LABELS, NeuralTagger, _PackedBatch, paragraphs, read
from quoteattr.training import tagging

TEXT = "Ida Berg said the well, she thinks, is “dry.” It rained. “Fine,” Bo added."


def spans(*words, text=TEXT):
    return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)


ATTRIBUTIONS = (
    GoldAttribution("1", spans("the well", "is “dry."), spans("Ida Berg"), spans("said")),
    GoldAttribution("2", spans("Fine,"), spans("Bo"), spans("added")),
)


def labelled(text, attributions):
    tokens = tokenize(text, find_quotes(text))
    numbers = tagging.annotated_labels(text, tokens, attributions).tolist()
    return [
        (text[t.start : t.end], LABELS[n])
        for t, n in zip(tokens, numbers, strict=True)
        if LABELS[n] != "outside"
    ]


def test_labels_of_an_annotation():
    assert labelled(TEXT, ATTRIBUTIONS) == [
        ("Ida", "source"),
        ("Berg", "source"),
        ("said", "cue"),
        ("the", "begin"),
        ("well", "inside"),
        ("is", "begin"),
        ("“dry.”", "inside"),
        ("“Fine,”", "begin"),
        ("Bo", "source"),
        ("added", "cue"),
    ]


def test_spans_that_no_word_separates_are_one_content():
    text = "He said it rained, and poured."
    attributions = [GoldAttribution("1", spans("it rained", "and poured", text=text), (), ())]
    assert [label for _, label in labelled(text, attributions)] == ["begin", *["inside"] * 4]


def test_a_quoted_span_of_which_less_than_half_is_content_is_none():
    text = "He read “a very long sign about the dog, who said no” aloud."
    assert labelled(text, [GoldAttribution("1", spans("no", text=text), (), ())]) == []


@pytest.mark.slow
def test_training_and_tagger_give_the_same_scores():
    arrays = tagging._initial_arrays(np.random.default_rng(3))
    arrays["bias"] += 0.1
    text = f"{TEXT}\nOne more paragraph.\n\nAnd, a third: “Yes,” he said, rather late."
    tokens = tokenize(text, find_quotes(text))
    table = features(text, tokens)
    batch = tagging._pad([(table[a:b], table[a:b, 0]) for a, b in paragraphs(tokens)], 5, 40)
    scores = learning.emissions(arrays, batch, vectors.default().table)
    real = np.concatenate([row[mask > 0] for row, mask in zip(scores, batch.mask, strict=True)])
    for packed in map(_PackedBatch, ([p] for p in paragraphs(tokens))):
        expected, real = np.split(real, [len(packed.tokens)])
        tagger, kinds = NeuralTagger(arrays), np.arange(len(packed.tokens))
        projected = tagger._project(table[packed.tokens])
        assert np.allclose(tagger._emissions(projected, kinds, packed), expected, atol=1e-4)


@pytest.fixture(scope="module")
def trained():
    names = ["Ida Berg", "Otto Marx", "the mayor", "Lena Fors"]
    golds = []
    for number, name in enumerate(names):
        for content in ("the well is dry", "it rained all week", "nobody came"):
            text = f"{name} said that {content}. The road is long.\n"
            attribution = GoldAttribution(
                "1", *(spans(w, text=text) for w in (content, name, "said"))
            )
            golds.append(GoldArticle(f"{number}", text, (attribution,)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tagging, "EPOCHS", 60)
        patch.setattr(tagging, "LENGTHS", (24,))
        patch.setattr(tagging, "BATCH", 24 * 12)
        return learning.fit(golds), learning.fit(golds)


@pytest.mark.slow
def test_the_same_articles_give_the_same_tagger(trained):
    first, second = trained
    for name, array in first.arrays.items():
        assert (second.arrays[name] == array).all()


@pytest.mark.slow
def test_a_trained_tagger_finds_the_content(trained, tmp_path):
    tagger, _ = trained
    text = "Olga Dahl said that the mill is sold. The river is wide."
    tokens = tokenize(text, [])
    labels = tagger.tag(text, tokens).labels
    content = [
        t.word for t, n in zip(tokens, labels, strict=True) if LABELS[n] in ("begin", "inside")
    ]
    assert content == ["the", "mill", "is", "sold"]
    tagging.write(tagger, tmp_path / "tagger.npz")
    again = read(tmp_path / "tagger.npz")
    assert again.tag(text, tokens).labels == labels
    as_written = tagging.as_written(tagger).arrays
    assert all((as_written[name] == array).all() for name, array in again.arrays.items())
