"""The exercises: each is a lesson on its last quote, and none is a gold case as well."""

import json
from pathlib import Path

from quoteattr.training.pupils import of_quotes
from quoteattr.training.textbook import exercises, textbook

GOLD = Path(__file__).parent / "gold"


def test_every_exercise_and_example_is_a_lesson_on_its_last_quote():
    for gold in textbook():
        pupil = of_quotes(gold)
        *_, last = pupil.lessons(pupil.right)
        assert last.useful, gold.text


def test_exercises_are_of_both_sorts_and_none_stands_twice():
    texts = [text for text, _ in exercises()]
    assert len(texts) == len(set(texts))
    nobody = sum(speaker is None for _, speaker in exercises())
    assert len(texts) / 10 < nobody < len(texts) / 2


def test_a_break_of_lines_is_read():
    assert any("\n\n" in text for text, _ in exercises())
    assert not any("\\n" in text for text, _ in exercises())


def test_no_exercise_is_a_gold_case():
    cases = {
        case["text"]
        for path in GOLD.glob("*.json")
        if path.stem != "known-failures"
        for case in json.loads(path.read_text(encoding="utf-8"))
    }
    assert cases.isdisjoint(text for text, _ in exercises())
