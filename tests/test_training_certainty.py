"""Learning how sure names are."""

import json

import pytest

from quoteattr.coref.certainty import CATEGORIES, FULL, NUMBERS, PERSONAL, Way
from quoteattr.training import certainty as learn
from quoteattr.training.certainty import Example, calibration_error, fit, is_right, report

pytest.importorskip("scipy")

LEAD = "lead of the antecedent of he or she"


def made(category, right, wrong, **numbers):
    """So many examples of a category."""
    way = Way(category, numbers)
    return [
        *(Example(f"a{k}", way, True) for k in range(right)),
        *(Example(f"b{k}", way, False) for k in range(wrong)),
    ]


def test_the_model_is_as_sure_as_names_are_right():
    model = fit(made(FULL, 190, 10) + made(PERSONAL, 160, 40))
    assert model.probability(Way(FULL, {})) == pytest.approx(0.95, abs=0.01)
    assert model.probability(Way(PERSONAL, {})) == pytest.approx(0.8, abs=0.01)
    assert (tuple(model.categories), tuple(model.numbers)) == (CATEGORIES, NUMBERS)


def test_a_category_without_examples_is_as_sure_as_all():
    model = fit(made(FULL, 90, 10))
    assert model.probability(Way("who", {})) == pytest.approx(0.9, abs=0.01)


def test_a_number_that_tells_has_weight():
    near = made(PERSONAL, 100, 100)
    far = [Example(e.document, Way(PERSONAL, {LEAD: 4.0}), e.right) for e in made(FULL, 190, 10)]
    model = fit(near + far)
    assert model.numbers[LEAD] > 0.3
    assert model == fit(near + far)


def test_the_file_is_what_the_model_is_read_from(tmp_path):
    model = fit(made(FULL, 90, 10))
    learn.write(model, tmp_path / "certainty.json")
    data = json.loads((tmp_path / "certainty.json").read_text(encoding="utf-8"))
    assert type(model)(**data) == model


@pytest.mark.parametrize(
    ("speaker", "mention", "name", "right"),
    [
        ("Ada Berg", "she", "Ada Berg", True),
        ("Ida Holm", "she", "Ada Berg", False),
        ("a nurse", "a nurse", "-", True),
        ("nurse", "A nurse", "-", True),
        ("Ada Berg", "a nurse", "-", False),
        ("a nurse", "a nurse", "Ada Berg", False),
    ],
)
def test_which_speakers_are_right(speaker, mention, name, right):
    assert is_right(speaker, mention, name) is right


def test_each_article_is_judged_by_a_model_that_has_not_seen_it():
    # All that is wrong is in one article: the model of the others is surer there than elsewhere.
    way, k = Way(FULL, {}), learn.fold_of("odd")
    others = [f"a{n}" for n in range(40) if learn.fold_of(f"a{n}") != k]
    found = [Example(d, way, n % 5 > 0) for d in others for n in range(5)]
    found += [Example("odd", way, False)] * 10
    chances = learn.cross_validate(found)
    assert chances[-1] > max(chances[:-10])


def test_the_calibration_error_is_in_points():
    assert calibration_error([0.8] * 5, [True] * 4 + [False]) == pytest.approx(0.0)
    assert calibration_error([0.8] * 4, [False] * 4) == pytest.approx(80.0)


def test_the_report_has_a_line_for_each_category_and_one_for_all():
    found = made(FULL, 3, 1) + made(PERSONAL, 1, 0)
    lines = list(report(found, [0.75] * 5))
    assert [line.split("  ")[0] for line in lines] == [FULL, PERSONAL, "all"]
    assert "75.0%" in lines[0]
