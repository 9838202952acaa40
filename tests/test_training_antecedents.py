"""Training the resolution of nominals, on a corpus of one made-up article."""

import numpy as np
import pytest

pytest.importorskip("scipy", reason="it needs pip install '.[test-slow]'")

from quoteattr.coref.nominals.antecedent_features import FEATURES
from quoteattr.training import antecedents

TEXT = "Lena Falk, the mayor of Brack, rose. “Go,” the mayor said. The judge left.\n"


def corpus(folder):
    """A corpus with one article and its two annotated nominals."""
    (folder / "text").mkdir()
    (folder / "attributions").mkdir()
    (folder / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "attributions" / "a.ann").write_text("", encoding="utf-8")
    rows = [("the mayor said", "the mayor", "Lena Falk"), ("The judge", "The judge", "-")]
    lines = [
        f"a\t{TEXT.index(at)}\t{TEXT.index(at) + len(words)}\t{name}" for at, words, name in rows
    ]
    (folder / "nominals.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_examples_are_the_nominals_that_the_resolver_asks_about(tmp_path):
    model = antecedents.AntecedentModel(np.zeros(len(FEATURES)), 0.0, 0.5)
    examples = list(
        antecedents.make_examples(antecedents.read_nominal_annotations(corpus(tmp_path)), model)
    )
    assert {(e.named, len(e.right)) for e in examples} == {(True, 1), (False, 0)}


def test_a_model_fits_its_examples(tmp_path):
    model = antecedents.AntecedentModel(np.zeros(len(FEATURES)), 0.0, 0.5)
    examples = list(
        antecedents.make_examples(antecedents.read_nominal_annotations(corpus(tmp_path)), model)
    )
    fitted = antecedents.fit(examples * 20)
    weights = dict(zip(FEATURES, fitted.weights, strict=True))
    assert weights["c was described by the noun"] > 0
    counts = antecedents.cross_validate([*examples * 20, *_of_another_article(examples)])
    assert sum(counts.values()) == 42


def _of_another_article(examples):
    """The same examples as of another article."""
    return [antecedents.NominalExample("b", e.named, e.table, e.right) for e in examples]


def test_exercises_mark_a_nominal():
    for exercise in antecedents.read_nominal_exercises():
        ((start, end, _),) = exercise.spans
        assert exercise.text[start:end].strip() == exercise.text[start:end] != ""


def test_the_file_has_a_feature_a_line(tmp_path):
    model = antecedents.AntecedentModel(np.ones(len(FEATURES)), 1.5, 0.4)
    antecedents.write(model, tmp_path / "m.json")
    text = (tmp_path / "m.json").read_text(encoding="utf-8")
    assert all(f'"{name}": 1.0' in text for name in FEATURES)
