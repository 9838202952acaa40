"""Judgements: on made-up records, and against the project's scorer on the corpora."""

import attrs
import pytest
from corpora import metrics_of, needs_corpora, score_by_the_script
from gold_folder import TEXT, write_gold
from hypothesis import given
from hypothesis import strategies as st
from scored_records import CORRECT, SAFE, TITLE, URGENT, WINTER, make_record
from tables import for_each

from quoteattr.evaluation.brat import read_gold
from quoteattr.evaluation.score import (
    WordPositions,
    distance,
    judge,
    mention_kind,
    same_name,
)
from quoteattr.records import Span


@pytest.fixture
def gold(tmp_path):
    (article,) = read_gold(write_gold(tmp_path))
    return article


def mistakes(gold, records):
    return [judgement.mistake for judgement in judge(gold, records)]


def test_all_right(gold):
    assert mistakes(gold, CORRECT) == [None] * 5
    assert mistakes(gold, [r for r in CORRECT if r.mention]) == [None] * 5


@pytest.mark.parametrize(
    ("wrong", "mistake"),
    [
        (make_record("Nobody listened,", "mayor", "mayor"), "wrong speaker"),
        (make_record("Nobody listened,", "she", "Ida Holm"), "wrong name"),
        (make_record("Nobody listened,", "mayor", "Mayor Ada Berg"), "wrong speaker"),
        (make_record("Nobody listened,", "mayor", "Ada K. Berg"), None),
        (make_record("Nobody listened,", None, None), "nobody chosen"),
        (make_record("listened,", "she", "Ada Berg"), "not found"),
        (make_record("The Long Span", "She", "Ada Berg"), "not found"),
    ],
)
def test_what_can_be_wrong_with_a_quoted_span(gold, wrong, mistake):
    assert mistakes(gold, (URGENT, SAFE, WINTER, wrong))[-1] == mistake


def test_a_quoted_span_that_nobody_said(gold):
    assert (
        mistakes(gold, (*CORRECT[:3], attrs.evolve(TITLE, mention=SAFE.mention)))[3]
        == "nobody said it"
    )


def test_a_source_that_is_not_annotated_is_nobody(gold):
    without_source = attrs.evolve(gold.attributions[2], source=())
    there = attrs.evolve(gold, attributions=(*gold.attributions[:2], without_source))
    assert mistakes(there, CORRECT)[-1] == "nobody said it"


def test_annotated_quoted_spans_are_those_that_count(gold):
    start = TEXT.index("It is not safe")
    annotated = attrs.evolve(gold, quoted_spans=(Span(start, start + 14), Span(0, 1)))
    assert [(j.span, j.mistake) for j in judge(annotated, CORRECT)] == [((start, start + 14), None)]


def test_several_quotes_by_one_mention_have_one_confidence(gold):
    low = attrs.evolve(WINTER, confidence=0.2)
    assert [j.confidence for j in judge(gold, (SAFE, low))][1:3] == [0.9, 0.9]


@for_each(
    ("mention", "kind"),
    [
        ("Sen. Ana Ruiz of Ohio", "name"),
        ("the New York Times", "name"),
        ("a spokesman for Ana Ruiz", "nominal"),
        ("his lawyer, Bo Lund", "nominal"),
        ("Officials", "nominal"),
        ("He", "he"),
        ("who", "other pronoun"),
        ("Ruiz’s", "name"),
        ("", "nominal"),
    ],
)
def test_the_kind_of_a_mention(mention, kind):
    assert mention_kind(mention) == kind


@for_each(
    ("text", "expected"),
    [
        ("“Go,” said Mr. J. Berg", "same sentence"),
        ("“Go.” He stood up. Berg", "same paragraph"),
        ("“Go.”\n\nBerg", "further"),
        ("Berg: “Go.”", "same sentence"),
    ],
)
def test_how_far_a_mention_is(text, expected):
    quote, mention = text.index("Go"), text.index("Berg")
    assert distance(text, Span(quote, quote + 3), Span(mention, mention + 4)) == expected


@for_each(
    ("first", "second", "same"),
    [
        ("Ana Ruiz", "Sen. Ana María Ruiz", True),
        ("Ruiz", "Ana Ruiz", False),
        ("President", "the", False),
        ("Zoë Berg", "Zoe Berg", True),
        ("Ana Ruiz Jr.", "Dr. Ana Ruiz", True),
        ("President Ana Ruiz", "Ana Ruiz", True),
        ("Ana Ruiz II", "Ana Ruiz", False),  # the language knows it, the fixed table does not
    ],
)
def test_whether_two_names_are_one(first, second, same):
    assert same_name(first, second) is same


@given(st.text("ab-’. "), st.integers(0, 20), st.integers(0, 20))
def test_words_inside_a_span(text, start, length):
    words = WordPositions(text)
    everything = words.inside((0, len(text)))
    assert set(words.inside((start, start + length))) <= set(everything)


@pytest.mark.slow
@needs_corpora
@pytest.mark.parametrize("corpus", ["polnear/dev", "world/dev"])
def test_it_counts_as_the_scorer_does(corpus):
    metrics = metrics_of(corpus)
    scored = score_by_the_script(corpus)["segments"]
    counts = metrics.overall
    assert (metrics.quoted_spans, counts.gold) == (scored["total"], scored["attributed_gold"])
    ours = {"p": counts.precision, "r": counts.recall, "f": counts.f, "n": counts.gold}
    assert {name: round(share, 1) for name, share in ours.items()} == scored["attribution"]
    names = {"r": round(metrics.name_recall, 1), "n": metrics.named}
    assert names == scored["name_recall"]
    assert {
        "ece": round(metrics.calibration_error, 1),
        "recall_at_98": round(metrics.recall_at_target, 1),
        "n": len(metrics.predictions),
    } == scored["calibration"]
