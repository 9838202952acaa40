"""How rules and encoder come together: learned where neither has seen the article."""

import json
from itertools import chain, islice
from types import SimpleNamespace

import numpy as np
import pytest
from attrs import evolve

pytest.importorskip("scipy", reason="it needs pip install '.[test-slow]'")

from quoteattr.attribute.decision.decode import attribute
from quoteattr.attribute.decision.fusion import Fusion
from quoteattr.model.model import load_default
from quoteattr.training.annotated import annotated_quotes
from quoteattr.training.boost import CORRECT, IGNORED, WRONG
from quoteattr.training.fusion import (
    THRESHOLDS,
    ScoredQuote,
    calibrated,
    choose_fusion,
    fit_fusion,
    fit_weights,
    fuse,
    read_scores,
    score_article,
    share_right,
    write_scores,
)
from quoteattr.training.rule_examples import rule_examples

TREES = SimpleNamespace(unseen=lambda name: load_default().quotes)


def quote(rules, encoder, classes, confidence=0.5):
    nobody = (None,) * len(classes)  # only whether the last is nobody counts
    rules, encoder, classes = map(np.array, (rules, encoder, classes))
    return ScoredQuote(0, rules, confidence, encoder, classes, nobody)


def test_who_is_right_more_often_weighs_more():
    right, wrong, classes = [2.0, 0.0, 0.0], [0.0, 2.0, 0.0], [CORRECT, WRONG, WRONG]
    quotes = 9 * [quote(wrong, right, classes)] + 4 * [quote(right, wrong, classes)]
    rules, encoder, _ = fit_weights(quotes)
    assert encoder > rules
    rules, encoder, _ = fit_weights([quote(q.encoder, q.rules, classes) for q in quotes])
    assert rules > encoder


def test_nobody_gets_what_both_miss():
    spoken = quote([0.0, 0.0], [0.0, 0.0], [CORRECT, WRONG])
    unsaid = quote([0.0, 0.0], [0.0, 0.0], [WRONG, CORRECT])
    assert fit_weights([spoken] + 5 * [unsaid])[2] > fit_weights(5 * [spoken] + [unsaid])[2] + 1


def test_candidates_that_are_ignored_have_no_share():
    weights = SimpleNamespace(rules=1.0, encoder=1.0, nobody=0.0)
    one = quote([9.0, 1.0, 1.0], [9.0, 1.0, 1.0], [IGNORED, CORRECT, WRONG])
    assert one.likelihood(weights) == pytest.approx(0.5)


@pytest.fixture(scope="module")
def articles():
    """Examples of rules, the encoder sure of all answers, and right but for one in four."""
    documents = [annotated_quotes(gold) for gold in islice(rule_examples(), 30)]
    scores = {
        (k, labelled.quote.index): 3.0 * (labelled.classes == (CORRECT if k % 4 else WRONG))
        for k, document in enumerate(documents)
        for labelled in document.labelled()
    }
    return [score_article(document, k, TREES, scores) for k, document in enumerate(documents)]


def test_each_quote_is_scored_by_both(articles):
    quotes = quotes_of(articles)
    assert len(quotes) == sum(len(article.document.labels) for article in articles) > 10
    for article in articles:
        attributed = attribute(article.document.document, load_default().quotes)
        assert [q.confidence for q in article.quotes] == [
            attributed.confidence(a) for a in attributed.attributions
        ]


def test_scores_of_rules_that_had_other_candidates_are_left_out():
    (document,) = map(annotated_quotes, islice(rule_examples(), 1))
    quotes = list(document.labelled())
    scores = {(0, labelled.quote.index): np.zeros(len(labelled.classes)) for labelled in quotes}
    assert len(score_article(document, 0, TREES, scores).quotes) == len(quotes)
    longer = {place: np.append(row, 0.0) for place, row in scores.items()}
    assert not score_article(document, 0, TREES, longer).quotes


def test_scores_are_kept_for_other_rules(tmp_path):
    scores = {(3, 0): np.array([0.5, -1.25], np.float32), (4, 2): np.array([2.0], np.float32)}
    write_scores(scores, tmp_path / "scores.jsonl")
    again = read_scores(tmp_path / "scores.jsonl")
    assert {place: row.tolist() for place, row in again.items()} == {
        (3, 0): [0.5, -1.25],
        (4, 2): [2.0],
    }


def test_a_fusion_is_fitted_anew_from_scores_that_were_kept():
    documents = [annotated_quotes(gold) for gold in islice(rule_examples(), 30)]
    scores = {
        (k, labelled.quote.index): 3.0 * (labelled.classes == CORRECT)
        for k, document in enumerate(documents)
        for labelled in document.labelled()
    }
    fusion = fuse(documents, TREES, scores)
    assert fusion.encoder > 0
    numbers = json.loads(json.dumps(fusion.to_json()))
    assert Fusion.from_json(numbers).to_json() == numbers


def quotes_of(articles):
    return list(chain.from_iterable(article.quotes for article in articles))


def test_an_encoder_that_knows_better_mends_what_it_is_asked():
    quotes = [
        quote([2.0, 0.0], [0.0, 2.0], [WRONG, CORRECT]),
        quote([2.0, 0.0], [2.0, 0.0], [CORRECT, WRONG]),
        quote([2.0, 0.0], [2.0, 0.0], [WRONG, IGNORED]),  # nobody can be right
    ]
    fusion = fit_fusion(quotes, 1.1)
    assert share_right(quotes, fusion) == 1
    assert share_right(quotes, evolve(fusion, threshold=0.0)) == 0.5


def test_fewer_are_asked_where_that_loses_nothing(capsys):
    known = quote([2.0, 0.0], [2.0, 0.0], [CORRECT, WRONG], confidence=0.975)
    missed = quote([2.0, 0.0], [0.0, 2.0], [WRONG, CORRECT], confidence=0.94)
    fusion = choose_fusion(9 * [known] + 3 * [missed])
    assert fusion.threshold == min(t for t in THRESHOLDS if t > 0.94)
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines] == [f"below {t}" for t in THRESHOLDS]


def test_what_was_asked_is_calibrated(articles):
    fusion = calibrated(fit_fusion(quotes_of(articles), 1.1), articles, TREES)
    sure, unsure = (fusion.calibration.probability(share) for share in (1.0, 0.1))
    assert 0.6 < sure <= 0.995
    assert unsure <= sure
    assert fusion.calibration.points() != [[0.0, 0.0], [1.0, 1.0]]
