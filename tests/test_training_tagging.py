"""Training the tagger: batches, and the same scores in training and in use."""

import learning
import numpy as np
import pytest

from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize
from quoteattr.evaluation.brat import GoldArticle, GoldAttribution
from quoteattr.records import Span
from quoteattr.tag import embeddings as vectors
from quoteattr.tag.features import features_of_tokens
from quoteattr.tag.neural_tagger import NeuralTagger, read_tagger
from quoteattr.tag.packed_batch import PackedBatch
from quoteattr.tag.paragraphs import split_paragraphs
from quoteattr.tag.tagger import LABELS
from quoteattr.training import tagging
from quoteattr.training.tagger_examples import tagged_paragraphs
from quoteattr.training.tagger_network import initial_arrays

TEXT = "Ida Berg said the well, she thinks, is “dry.” It rained. “Fine,” Bo added."


def spans(*words, text=TEXT):
    return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)


def test_a_source_in_another_paragraph_is_elsewhere():
    text = "Ida Berg spoke.\n“Fine.”\nThe “well” is dry."
    fine = GoldAttribution("1", spans("Fine.", text=text), spans("Ida Berg", text=text), ())
    _, here, last = tagged_paragraphs(GoldArticle("a", text, (fine,)), True, 99)
    batch = tagging._pad([here, last], 2, 24)
    first_place, second_place = here.sources, last.sources
    assert [list(first_place), list(second_place)] == [[0], [1]]
    assert np.flatnonzero(batch.sources[0, 0]).tolist() == [24]
    assert np.flatnonzero(batch.sources[1, 1]).tolist() == [25]  # nobody
    assert batch.asked.sum() == 2


@pytest.mark.slow
def test_training_and_tagger_give_the_same_scores():
    arrays = initial_arrays(np.random.default_rng(3))
    arrays["bias"] += 0.1
    arrays["distance"] += np.linspace(-1, 1, len(arrays["distance"]), dtype=np.float32)
    text = f"{TEXT}\nOne more paragraph.\n\nAnd, a third: “Yes,” he said, rather late."
    tokens = tokenize(text, find_quotes(text))
    batch = tagging._pad(list(tagged_paragraphs(GoldArticle("a", text, ()), True, 99)), 5, 40)
    states = learning.states(arrays, batch, vectors.default_vectors().table)
    scores = learning.emissions(arrays, states)
    pointed = learning.pointer_scores(arrays, states, batch.mask)
    real = np.concatenate([row[mask > 0] for row, mask in zip(scores, batch.mask, strict=True)])
    tagger = NeuralTagger(arrays)
    token_features = features_of_tokens(text, tokens)
    projected = tagger._project(token_features)
    for packed in map(PackedBatch, ([p] for p in split_paragraphs(tokens))):
        expected, real = np.split(real, [len(packed.tokens)])
        states = tagger._states(projected, token_features.kinds[packed.tokens], packed)
        assert np.allclose(tagger._emissions(states), expected, atol=1e-4)
    sources = tagger.tag(text, tokens).sources
    for row, (start, end) in enumerate(split_paragraphs(tokens)):
        for i in sources.keys() & range(start, end):
            shares = np.exp(pointed[row, i - start])
            shares /= shares.sum()
            expected = [*shares[: end - start], *shares[-2:]]
            assert sources[i].start == start
            assert np.allclose([*sources[i].tokens, *sources[i][2:]], expected, atol=1e-5)
    assert len(sources) == 3


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
        patch.setattr(tagging, "BATCH_TOKENS", 24 * 12)
        patch.setattr(tagging, "MORE_EPOCHS", 2)
        first, second = learning.fit(golds), learning.fit(golds)
        return first, second, learning.fit(golds, trained=[first, second])


@pytest.mark.slow
def test_the_same_articles_give_the_same_tagger(trained):
    first, second, _ = trained
    for name, array in first.arrays.items():
        assert (second.arrays[name] == array).all()


@pytest.mark.slow
def test_a_tagger_starts_from_the_mean_of_others(trained):
    first, _, third = trained
    moved = np.abs(third.arrays["output"] - first.arrays["output"])
    assert 0 < moved.max() < 0.05 < np.abs(first.arrays["output"]).max()


@pytest.mark.slow
def test_a_trained_tagger_finds_the_content(trained, tmp_path):
    tagger, _, _ = trained
    text = "Olga Dahl said that the mill is sold. The river is wide."
    tokens = tokenize(text, [])
    labels = tagger.tag(text, tokens).labels
    content = [
        t.word for t, n in zip(tokens, labels, strict=True) if LABELS[n] in ("begin", "inside")
    ]
    assert content == ["the", "mill", "is", "sold"]
    tagging.write(tagger, tmp_path / "tagger.npz")
    again = read_tagger(tmp_path / "tagger.npz")
    assert again.tag(text, tokens).labels == labels
    as_written = tagging.as_written(tagger).arrays
    assert all((as_written[name] == array).all() for name, array in again.arrays.items())
