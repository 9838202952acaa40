"""Training the tagger: labels from annotations, and the same scores in training and in use."""

import learning
import numpy as np
import pytest
from attrs import evolve

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


def allowed(text, attributions, complete):
    tokens = tokenize(text, find_quotes(text))
    gold = GoldArticle("a", text, tuple(attributions))
    rows = tagging.allowed_labels(gold, tokens, complete)
    return {
        text[token.start : token.end]: "".join(
            label[0] for label, allowed in zip(LABELS, row, strict=True) if allowed
        )
        for token, row in zip(tokens, rows, strict=True)
    }


def test_where_clauses_are_annotated_each_token_has_one_label():
    by_token = allowed(TEXT, ATTRIBUTIONS, complete=True)
    assert set(map(len, by_token.values())) == {1}
    assert (by_token["“Fine,”"], by_token["Bo"], by_token["added"]) == ("b", "s", "c")


def test_where_quoted_spans_are_annotated_only_they_and_their_sources_have_labels():
    by_token = allowed(TEXT, ATTRIBUTIONS, complete=False)
    # what is said in marks may begin the content, or go on with one
    assert by_token["“dry.”"] == by_token["“Fine,”"] == "bi"
    assert by_token["Ida"] == by_token["Berg"] == by_token["Bo"] == "s"
    assert by_token["said"] == by_token["well"] == by_token["rained"] == "obics"
    assert allowed(TEXT, ATTRIBUTIONS[:1], complete=False)["“Fine,”"] == "obics"


def sources(text, attributions, quoted_spans=None):
    tokens = tokenize(text, find_quotes(text))
    gold = GoldArticle("a", text, tuple(attributions), quoted_spans)
    return {
        text[tokens[i].start : tokens[i].end]: places
        if places is None
        else [text[tokens[k].start : tokens[k].end] for k in places]
        for i, places in tagging.annotated_sources(gold, tokens).items()
    }


def test_sources_of_quoted_spans():
    assert sources(TEXT, ATTRIBUTIONS) == {"“dry.”": ["Ida", "Berg"], "“Fine,”": ["Bo"]}
    assert sources(TEXT, ATTRIBUTIONS[:1])["“Fine,”"] is None
    counted = spans("Fine,")
    assert sources(TEXT, ATTRIBUTIONS, counted) == {"“Fine,”": ["Bo"]}


def test_a_quoted_span_whose_source_is_not_known_has_none():
    unknown = evolve(ATTRIBUTIONS[1], source=())
    assert sources(TEXT, (ATTRIBUTIONS[0], unknown)) == {"“dry.”": ["Ida", "Berg"]}
    text = "Ida Berg said that she had read “The Long Dry Well” twice."
    clause = "that she had read “The Long Dry Well” twice"
    reported = GoldAttribution("1", spans(clause, text=text), spans("Ida Berg", text=text), ())
    assert sources(text, [reported]) == {}  # a title, perhaps
    text = text.replace("The Long Dry Well", "the long dry well")
    reported = evolve(reported, content=spans(clause.lower().replace("“the", "“the"), text=text))
    assert sources(text, [reported]) == {"“the long dry well”": ["Ida", "Berg"]}


def test_paragraphs_without_annotated_spans_are_left_out_where_only_those_are_annotated():
    gold = GoldArticle("a", f"{TEXT}\nBo Lund left.\n\nNobody “dared” ask.", ATTRIBUTIONS)
    count = {complete: len(list(tagging._examples(gold, complete))) for complete in (True, False)}
    assert count == {True: 3, False: 2}


def test_a_source_in_another_paragraph_is_elsewhere():
    text = "Ida Berg spoke.\n“Fine.”\nThe “well” is dry."
    said = GoldAttribution("1", spans("Fine.", text=text), spans("Ida Berg", text=text), ())
    _, here, last = tagging._examples(GoldArticle("a", text, (said,)), complete=True)
    batch = tagging._pad([here, last], 2, 24)
    first_place, second_place = here.sources, last.sources
    assert [list(first_place), list(second_place)] == [[0], [1]]
    assert np.flatnonzero(batch.sources[0, 0]).tolist() == [24]
    assert np.flatnonzero(batch.sources[1, 1]).tolist() == [25]  # nobody
    assert batch.asked.sum() == 2


@pytest.mark.slow
def test_training_and_tagger_give_the_same_scores():
    arrays = tagging._initial_arrays(np.random.default_rng(3))
    arrays["bias"] += 0.1
    arrays["distance"] += np.linspace(-1, 1, len(arrays["distance"]), dtype=np.float32)
    text = f"{TEXT}\nOne more paragraph.\n\nAnd, a third: “Yes,” he said, rather late."
    tokens = tokenize(text, find_quotes(text))
    batch = tagging._pad(list(tagging._examples(GoldArticle("a", text, ()), True)), 5, 40)
    states = learning.states(arrays, batch, vectors.default().table)
    scores = learning.emissions(arrays, states)
    pointed = learning.pointer_scores(arrays, states, batch.mask)
    real = np.concatenate([row[mask > 0] for row, mask in zip(scores, batch.mask, strict=True)])
    tagger = NeuralTagger(arrays)
    token_features = features(text, tokens)
    projected = tagger._project(token_features)
    for packed in map(_PackedBatch, ([p] for p in paragraphs(tokens))):
        expected, real = np.split(real, [len(packed.tokens)])
        states = tagger._states(projected, token_features.kinds[packed.tokens], packed)
        assert np.allclose(tagger._emissions(states), expected, atol=1e-4)
    found = tagger.tag(text, tokens).sources
    for row, (start, end) in enumerate(paragraphs(tokens)):
        for i in found.keys() & range(start, end):
            shares = np.exp(pointed[row, i - start])
            shares /= shares.sum()
            expected = [*shares[: end - start], *shares[-2:]]
            assert found[i].start == start
            assert np.allclose([*found[i].tokens, *found[i][2:]], expected, atol=1e-5)
    assert len(found) == 3


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
