"""Constructions that leave one reading: which mention they name, and what nobody said."""

import pytest
from documents import document_of

from quoteattr.attribute.constructions import said_by_nobody, settled_by_construction


def settled(text: str) -> str | None:
    """The words of the mention that a construction names for the last quote."""
    document = document_of(text)
    chunk = settled_by_construction(document, document.quotes[-1])
    return None if chunk is None else document.candidate(chunk).text


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Clara Voss issued a statement saying: “Go.”", "Clara Voss"),
        ("Clara Voss said Ivo Novak had urged her to “go”.", "Ivo Novak"),
        ("Clara Voss laughed off a claim by Ivo Novak that she was “broke”.", "Ivo Novak"),
        ("Clara Voss said Friday that Ivo Novak’s claim that it is safe is “a lie”.", "Clara Voss"),
        ("Clara Voss said a claim by Ivo Novak that it is safe was “a lie”.", "Clara Voss"),
        ("Clara Voss called Ivo Novak’s claim that it is safe “a lie”.", "Clara Voss"),
        ("Clara Voss was quoted by Ivo Novak as saying she was “broke”.", "Clara Voss"),
        ("Clara Voss, quoted by the Mail, said she was “broke”.", "Clara Voss"),
        ("Clara Voss, accused by Ivo Novak of “greed”, left.", "Ivo Novak"),
        ("Clara Voss, whom Ivo Novak called “a saint”, left.", "Ivo Novak"),
        ("Clara Voss got a letter from Ivo Novak, her boss, stating: “Go.”", "Ivo Novak"),
        ("The Mail quoted Ivo Novak: “Go.”", "Ivo Novak"),
        ("Before Clara Voss could answer, Ivo Novak cut in: “Go.”", "Ivo Novak"),
        ("The commissioner of police, Brack State, Ivo Novak, said: “Go.”", "Ivo Novak"),
        ("“Go,” said Norland’s mayor Ivo Novak.", "Ivo Novak"),
        ("“Go,” the Mail quoted Ivo Novak as having said.", "Ivo Novak"),
        ("“Go,” Ivo Novak was quoted as saying by the Mail.", "Ivo Novak"),
        ("“Go,” Ivo Novak said on Monday, according to the Mail.", "Ivo Novak"),
        ("Having said that she was “broke”, Clara Voss left.", "Clara Voss"),
    ],
)
def test_a_construction_names_the_speaker(text: str, speaker: str) -> None:
    assert settled(text) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Clara Voss emailed Ivo Novak, saying: “Go.”",
        "Clara Voss says it means Ivo Novak “is broke”.",
        "Clara Voss was asked to say “no”.",
        "Clara Voss said she was attacked in a “hit piece” by the Mail.",
        "Clara Voss delivered a snappy retort: “No.”",
        "Clara Voss, praised by Ivo Novak in May, is “broke”.",
        "“Go,” said the mayor’s office was empty.",
    ],
)
def test_another_construction_names_nobody(text: str) -> None:
    assert settled(text) is None


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("Clara Voss was upset by rumours that she was “broke”.", True),
        ("Clara Voss repeated rumours that she was “broke”.", False),
        ("Clerks never get to say “no”.", True),
        ("Clerks often say “no”.", False),
        ("Clara Voss should say “sorry”.", True),
        ("Ivo Novak wishes Clara Voss would just say “sorry”.", True),
        ("You will not hear Clara Voss say “sorry”.", True),
        ("We heard Clara Voss say “sorry”.", False),
        ("If Clara Voss says “run”, run.", True),
        ("When Clara Voss says “run”, run.", False),
        ("Amid claims that she was “broke”, Ivo Novak said, Clara Voss left.", False),
    ],
)
def test_what_nobody_is_meant_to_have_said(text: str, unsaid: bool) -> None:
    document = document_of(text)
    assert said_by_nobody(document, document.quotes[-1]) is unsaid
