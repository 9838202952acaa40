"""Training the certainty of names."""

import json

import pytest
from tables import for_each

pytest.importorskip("scipy", reason="it needs pip install '.[test-slow]'")

from quoteattr.coref.certainty import CATEGORIES, FEATURES, FULL, PERSONAL, Resolution
from quoteattr.training import certainty
from quoteattr.training.antecedents import fold_of
from quoteattr.training.certainty import NameExample, fit, has_annotated_name, report

LEAD = "lead of the antecedent of he or she"


def make_examples(category, correct, wrong, **features):
    """Examples of a category, correct and wrong ones."""
    resolution = Resolution(category, features)
    return [
        *(NameExample(f"a{k}", resolution, True) for k in range(correct)),
        *(NameExample(f"b{k}", resolution, False) for k in range(wrong)),
    ]


def test_probabilities_are_the_accuracy_of_names():
    model = fit(make_examples(FULL, 190, 10) + make_examples(PERSONAL, 160, 40))
    assert model.probability(Resolution(FULL, {})) == pytest.approx(0.95, abs=0.01)
    assert model.probability(Resolution(PERSONAL, {})) == pytest.approx(0.8, abs=0.01)
    assert (tuple(model.categories), tuple(model.features)) == (CATEGORIES, FEATURES)


def test_a_category_without_examples_has_the_mean_accuracy():
    model = fit(make_examples(FULL, 90, 10))
    assert model.probability(Resolution("who", {})) == pytest.approx(0.9, abs=0.01)


def test_an_informative_number_has_weight():
    near = make_examples(PERSONAL, 100, 100)
    far = [
        NameExample(e.document, Resolution(PERSONAL, {LEAD: 4.0}), e.correct)
        for e in make_examples(FULL, 190, 10)
    ]
    model = fit(near + far)
    assert model.features[LEAD] > 0.3
    assert model == fit(near + far)


def test_the_file_is_what_the_model_is_read_from(tmp_path):
    model = fit(make_examples(FULL, 90, 10))
    certainty.write(model, tmp_path / "certainty.json")
    data = json.loads((tmp_path / "certainty.json").read_text(encoding="utf-8"))
    assert type(model)(**data) == model


@for_each(
    ("speaker", "mention", "name", "correct"),
    [
        ("Ada Berg", "she", "Ada Berg", True),
        ("Ida Holm", "she", "Ada Berg", False),
        ("a nurse", "a nurse", "-", True),
        ("nurse", "A nurse", "-", True),
        ("Ada Berg", "a nurse", "-", False),
        ("a nurse", "a nurse", "Ada Berg", False),
    ],
)
def test_which_speakers_are_correct(speaker, mention, name, correct):
    assert has_annotated_name(speaker, mention, name) is correct


def test_each_article_is_judged_by_a_model_not_trained_on_it():
    # All wrong names are in one article: the model of the others is most certain there.
    resolution, k = Resolution(FULL, {}), fold_of("odd")
    documents = [f"a{n}" for n in range(40) if fold_of(f"a{n}") != k]
    examples = [NameExample(d, resolution, n % 5 > 0) for d in documents for n in range(5)]
    examples += [NameExample("odd", resolution, False)] * 10
    probabilities = certainty.cross_validate(examples)
    assert probabilities[-1] > max(probabilities[:-10])


def test_the_report_has_a_line_for_each_category_and_one_for_all():
    examples = make_examples(FULL, 3, 1) + make_examples(PERSONAL, 1, 0)
    lines = list(report(examples, [0.75] * 5))
    assert [line.split("  ")[0] for line in lines] == [FULL, PERSONAL, "all"]
    assert "75.0%" in lines[0]
