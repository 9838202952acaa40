"""Annotated documents: labels, right candidates and training examples of made-up articles."""

import pytest

from quoteattr.evaluation.brat import GoldArticle, GoldAttribution
from quoteattr.model.model import load_default
from quoteattr.records import Span
from quoteattr.training.annotated import GoldLabel, annotated_clauses, annotated_quotes
from quoteattr.training.boost import CORRECT, IGNORED, WRONG

TEXT = "“The pier is rotten,” said Ada Berg. A sign read “No Boats.” “It will fall,” she said."


def span(words, text=TEXT):
    """The first span with these words."""
    start = text.index(words)
    return Span(start, start + len(words))


def gold(*contents, text=TEXT):
    """An article in which each pair of content and source is annotated."""
    attributions = (
        GoldAttribution(content, (span(content, text),), (span(source, text),), ())
        for content, source in contents
    )
    return GoldArticle("pier", text, tuple(attributions))


ANNOTATED = gold(("The pier is rotten,", "Ada Berg"), ("It will fall,", "she"))


def test_each_quote_has_a_label_and_its_right_candidate():
    document = annotated_quotes(ANNOTATED)
    assert [label.attribution is None for label in document.labels] == [False, True, False]
    assert all(label.is_known for label in document.labels)
    assert [c and c.text for c in document.gold_candidates] == ["Ada Berg", None, "she"]


def test_one_row_of_an_example_is_correct_and_other_mentions_are_ignored():
    document = annotated_quotes(ANNOTATED)
    first, sign, last = document.examples(document.gold_candidates)
    assert [(e.labels == CORRECT).sum() for e in (first, sign, last)] == [1, 1, 1]
    assert sign.labels[-1] == CORRECT  # nobody
    assert first.labels[-1] == WRONG
    assert (last.labels == IGNORED).sum() == 1  # Ada Berg, who is she


def test_what_may_be_a_title_in_a_clause_has_no_known_source():
    text = "Ida Holm said that nobody on the island had ever seen “The Long Span” before May."
    content = "nobody on the island had ever seen “The Long Span” before May"
    document = annotated_quotes(gold((content, "Ida Holm"), text=text))
    assert [label.is_known for label in document.labels] == [False]
    assert [e.has_correct_row for e in document.examples(document.gold_candidates)] == [False]


def test_the_owner_is_not_the_speaker_where_a_name_follows():
    text = "“No,” said Loeb's attorney Mark Heller."
    document = annotated_quotes(gold(("No,", "Loeb's attorney Mark Heller"), text=text))
    (candidate,) = document.gold_candidates
    assert "Heller" in candidate.text


@pytest.mark.parametrize("chosen", [None, 0])
def test_a_spurious_clause_accepts_nobody_and_no_candidate(chosen):
    document = annotated_quotes(ANNOTATED)
    candidate = None if chosen is None else document.gold_candidates[chosen]
    label = GoldLabel(None, spurious=True)
    assert not label.accepts(candidate, document.document)
    assert not label.is_known


def test_clauses_are_matched_with_the_contents_that_they_overlap():
    document = annotated_quotes(ANNOTATED).document
    same = annotated_clauses(ANNOTATED, document)
    assert [label.spurious for label in same.labels] == [False, True, False]
    half = gold(("The pier", "Ada Berg"), ("It will fall", "she"))
    assert [label.spurious for label in annotated_clauses(half, document).labels] == [
        True, True, False,
    ]  # fmt: skip


def test_predictions_are_judged_by_speaker():
    trees = load_default().quotes
    right = annotated_quotes(ANNOTATED)
    assert next(p.correct for p in right.predictions(trees)) is True
    wrong = annotated_quotes(gold(("The pier is rotten,", "A sign")))
    assert next(p.correct for p in wrong.predictions(trees)) is False
