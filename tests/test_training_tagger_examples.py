"""What the tagger learns from: labels and sources of annotations."""

from attrs import evolve

from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize
from quoteattr.evaluation.brat import GoldArticle, GoldAttribution
from quoteattr.records import Span
from quoteattr.tag.tagger import LABELS
from quoteattr.training.tagger_examples import (
    allowed_labels,
    annotated_labels,
    annotated_sources,
    tagged_paragraphs,
)

TEXT = "Ida Berg said the well, she thinks, is “dry.” It rained. “Fine,” Bo added."


def spans(*words, text=TEXT):
    return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)


ATTRIBUTIONS = (
    GoldAttribution("1", spans("the well", "is “dry."), spans("Ida Berg"), spans("said")),
    GoldAttribution("2", spans("Fine,"), spans("Bo"), spans("added")),
)


def labelled(text, attributions):
    tokens = tokenize(text, find_quotes(text))
    numbers = annotated_labels(text, tokens, attributions).tolist()
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
    rows = allowed_labels(gold, tokens, complete)
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
        for i, places in annotated_sources(gold, tokens).items()
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
    count = {
        complete: len(list(tagged_paragraphs(gold, complete, 99))) for complete in (True, False)
    }
    assert count == {True: 3, False: 2}
