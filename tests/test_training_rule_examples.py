"""The exercises: each trains its last quotes, the model has learned it, and gold is kept back."""

import json
from pathlib import Path
from statistics import fmean

from test_gold_families import FAMILIES, read_case

from quoteattr.model.model import load_default
from quoteattr.training.annotated import annotated_quotes
from quoteattr.training.rule_examples import read_exercises, rule_examples

GOLD = Path(__file__).parent / "gold"


class FakeFolder:
    """A folder of the package whose files hold one line."""

    def __init__(self, line):
        self.line = line

    def joinpath(self, name):
        """The file of any name: the folder itself."""
        return self

    def read_text(self, encoding):
        """The line."""
        return self.line


def test_every_exercise_and_example_trains_its_last_quote():
    for gold in rule_examples():
        annotated = annotated_quotes(gold)
        # a quote whose speaker the layout settles trains the tagger only
        for last in annotated.examples(annotated.gold_candidates)[-1:]:
            assert last.has_correct_row, gold.text


def test_the_model_has_learned_the_examples():
    model = load_default()
    correct = [
        prediction.correct
        for gold in rule_examples()
        for prediction in annotated_quotes(gold, model).predictions(model.quotes)
    ]
    assert fmean(correct) >= 0.97


def test_several_last_quotes_have_a_speaker_each(monkeypatch):
    line = "Bo Lund ## - ## She | “A,” said Mia Orr. “B,” said Bo Lund. The “C”. She said: “D.”"
    text, speakers = line.split(" | ")[1], ["Bo Lund", None, "She"]
    monkeypatch.setattr("quoteattr.training.rule_examples.files", lambda _: FakeFolder(line))
    assert list(read_exercises()) == [(text, speakers)]
    monkeypatch.setattr("quoteattr.training.rule_examples.RULES", ())
    (gold,) = rule_examples()
    sources = [text[slice(*span)] for a in gold.attributions for span in a.source]
    assert sources == ["Bo Lund", "She"]
    assert len(gold.attributions) == 3


def test_exercises_are_of_both_sorts_and_none_stands_twice():
    texts = [text for text, _ in read_exercises()]
    assert len(texts) == len(set(texts))
    nobody = sum(speakers[-1] is None for _, speakers in read_exercises())
    assert len(texts) / 10 < nobody < len(texts) / 2


def test_a_break_of_lines_is_read():
    assert any("\n\n" in text for text, _ in read_exercises())
    assert not any("\\n" in text for text, _ in read_exercises())


def test_gold_is_kept_back():
    """No case is an exercise, and of the families less than half."""
    cases = {
        case["text"]
        for path in GOLD.glob("*.json")
        if path.stem != "known-failures"
        for case in json.loads(path.read_text(encoding="utf-8"))
    }
    exercises = {text for text, _ in read_exercises()}
    assert cases.isdisjoint(exercises)
    lines = [line for path in FAMILIES for line in path.read_text(encoding="utf-8").splitlines()]
    families = {read_case(line.removeprefix("~ ")).text for line in lines if " || " in line}
    assert len(families & exercises) < len(families) / 2


def test_examples_are_read_without_the_trees_of_the_package(monkeypatch):
    """Those ask the rules of before, so that a change of the rules could never be learned."""
    monkeypatch.setattr("quoteattr.options.load_default", None)
    gold = next(rule_examples())
    assert annotated_quotes(gold).gold_candidates[-1].text == "Aoife Brannigan"
