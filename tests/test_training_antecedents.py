"""Learning whom descriptions stand for, on a corpus of two made-up articles."""

import numpy as np

from quoteattr.coref.antecedents import FEATURES
from quoteattr.training import antecedents

TEXT = "Lena Falk, the mayor of Brack, rose. “Go,” the mayor said. The judge left.\n"


def corpus(folder):
    """A corpus with one article and its two annotated descriptions."""
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


def test_examples_are_what_the_resolver_asks(tmp_path):
    model = antecedents.AntecedentModel(np.zeros(len(FEATURES)), 0.0, 0.5)
    found = list(antecedents.examples(antecedents.read(corpus(tmp_path)), model))
    assert {(e.named, len(e.right)) for e in found} == {(True, 1), (False, 0)}


def test_a_model_learns_what_it_is_shown(tmp_path):
    model = antecedents.AntecedentModel(np.zeros(len(FEATURES)), 0.0, 0.5)
    found = list(antecedents.examples(antecedents.read(corpus(tmp_path)), model))
    learned = antecedents.fit(found * 20)
    weights = dict(zip(FEATURES, learned.weights, strict=True))
    assert weights["c was described by the noun"] > 0
    counts = antecedents.cross_validate([*found * 20, *_other(found)])
    assert sum(counts.values()) == 42


def _other(found):
    """The same examples as of another article."""
    return [antecedents.Example("b", e.named, e.table, e.right) for e in found]


def test_own_exercises_mark_a_description():
    for exercise in antecedents.exercises():
        ((start, end, _),) = exercise.spans
        assert exercise.text[start:end].strip() == exercise.text[start:end] != ""


def test_the_file_has_a_feature_a_line(tmp_path):
    model = antecedents.AntecedentModel(np.ones(len(FEATURES)), 1.5, 0.4)
    antecedents.write(model, tmp_path / "m.json")
    text = (tmp_path / "m.json").read_text(encoding="utf-8")
    assert all(f'"{name}": 1.0' in text for name in FEATURES)
