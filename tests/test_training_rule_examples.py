"""The exercises: each is a training example of its last quote, and none is a gold case as well."""

import json
from pathlib import Path

from quoteattr.training.annotated import annotated_quotes
from quoteattr.training.rule_examples import read_exercises, rule_examples

GOLD = Path(__file__).parent / "gold"


def test_every_exercise_and_example_trains_its_last_quote():
    for gold in rule_examples():
        annotated = annotated_quotes(gold)
        *_, last = annotated.examples(annotated.gold_candidates)
        assert last.has_correct_row, gold.text


def test_exercises_are_of_both_sorts_and_none_stands_twice():
    texts = [text for text, _ in read_exercises()]
    assert len(texts) == len(set(texts))
    nobody = sum(speaker is None for _, speaker in read_exercises())
    assert len(texts) / 10 < nobody < len(texts) / 2


def test_a_break_of_lines_is_read():
    assert any("\n\n" in text for text, _ in read_exercises())
    assert not any("\\n" in text for text, _ in read_exercises())


def test_no_exercise_is_a_gold_case():
    cases = {
        case["text"]
        for path in GOLD.glob("*.json")
        if path.stem != "known-failures"
        for case in json.loads(path.read_text(encoding="utf-8"))
    }
    assert cases.isdisjoint(text for text, _ in read_exercises())


def test_examples_are_read_without_the_trees_of_the_package(monkeypatch):
    """Those ask the rules of before, so that a change of the rules could never be learned."""
    monkeypatch.setattr("quoteattr.options.load_default", None)
    gold = next(rule_examples())
    assert annotated_quotes(gold).gold_candidates[-1].text == "Aoife Brannigan"
