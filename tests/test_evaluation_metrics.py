"""Metrics: precision and recall, calibration, contents, the values that programs read."""

import attrs
import pytest
from gold_folder import write_gold
from scored_records import CORRECT, SAFE, URGENT

from quoteattr.evaluation.brat import read_gold
from quoteattr.evaluation.metrics import Counts, Metrics, headline
from quoteattr.evaluation.reported_contents import ContentComparison, GoldContent
from quoteattr.evaluation.score import judge


@pytest.fixture
def gold(tmp_path):
    (article,) = read_gold(write_gold(tmp_path))
    return article


def test_metrics(gold):
    metrics = Metrics()
    metrics.add(list(judge(gold, CORRECT)))
    assert (metrics.articles, metrics.quoted_spans) == (1, 5)
    assert metrics.overall == Counts(gold=3, predicted=3, correct=3)
    assert metrics.groups["speaker’s mention"] == {"name": Counts(2, 2, 2), "she": Counts(1, 1, 1)}
    assert metrics.groups["distance to the mention"]["same paragraph"] == Counts(1, 1, 1)
    assert metrics.groups["publisher"] == {"herald": Counts(3, 3, 3)}
    assert (metrics.name_recall, metrics.nobody.precision, metrics.nobody.recall) == (100, 100, 100)


def test_metrics_of_wrong_attributions(gold):
    metrics = Metrics()
    metrics.add(list(judge(gold, (attrs.evolve(URGENT, mention=SAFE.mention), SAFE))))
    assert metrics.overall == Counts(gold=3, predicted=2, correct=1)
    assert metrics.overall.precision == 50
    assert metrics.overall.recall == pytest.approx(33.33, abs=0.01)
    assert metrics.overall.f == 40
    assert metrics.nobody.precision == pytest.approx(33.33, abs=0.01)
    assert metrics.nobody.recall == 50


def test_nothing_at_all():
    metrics = Metrics()
    assert (metrics.overall.f, metrics.name_recall, metrics.calibration_error) == (0, 0, 0)
    assert metrics.threshold is None


def test_calibration():
    metrics = Metrics(overall=Counts(gold=10))
    metrics.predictions = [(0.95, True)] * 4 + [(0.55, True), (0.55, False)]
    assert metrics.calibration_error == pytest.approx(100 * (4 * 0.05 + 2 * 0.05) / 6)
    assert metrics.recall_at_target == 50
    assert metrics.threshold == (0.95, 40)
    metrics.predictions = [(0.9, False)]
    assert metrics.threshold is None


#: an article of one direct, one mixed and two indirect contents, and four predicted ones
COMPARISON = ContentComparison(
    gold=(
        GoldContent("direct", 1.0, True),
        GoldContent("mixed", 0.9, True),
        GoldContent("indirect", 0.6, False),
        GoldContent("indirect", 0.0, False),
    ),
    predicted=4,
    gold_words=26,
    predicted_words=20,
    common_words=18,
)
NOTHING_FOUND = attrs.evolve(
    COMPARISON,
    gold=tuple(GoldContent(c.kind, 0.0, False) for c in COMPARISON.gold),
    predicted=0,
    predicted_words=0,
    common_words=0,
)


def test_metrics_of_contents():
    metrics = Metrics()
    metrics.add([], COMPARISON)
    metrics.add([], NOTHING_FOUND)
    contents = metrics.contents
    assert contents.tokens == Counts(gold=52, predicted=20, correct=18)
    assert contents.spans == {
        "lenient": Counts(8, 4, 3),
        "strict": Counts(8, 4, 2),
        "lenient_e2e": Counts(8, 4, 2),
        "strict_e2e": Counts(8, 4, 2),
    }
    recalls = {kind: counts["lenient"].recall for kind, counts in contents.kinds.items()}
    assert recalls == {"direct": 50, "mixed": 50, "indirect": 25}
    values = headline(metrics)
    assert (values["tokens_f"], values["spans_lenient_f"], values["spans_lenient_e2e_f"]) == (
        50,
        50,
        33.3,
    )


def test_where_only_marks_are_annotated_contents_have_no_metrics():
    metrics = Metrics()
    metrics.add([], attrs.evolve(COMPARISON, gold=COMPARISON.gold[:2]))
    assert (metrics.contents.annotated, metrics.contents.unquoted_annotated) == (2, False)
    assert list(headline(metrics)) == ["segments_p", "segments_r", "segments_f"]
