"""Guesses by given names: off, marked where on, and as often wrong as every output says."""

import csv
import re

import pytest
from audits import PAPERS
from corpora import SHARED, needs_corpora
from tables import for_each

import quoteattr
from quoteattr.auditing.guess import GUESS_ERRORS, guess_gender


@for_each(
    ("name", "gender"),
    [
        ("Nicole Berg", "f"),
        ("Otto Marx", "m"),
        ("Leslie Berg", None),
        ("Berg", None),
        ("Lee Jae-myung", None),
        ("Nicole Foundation", None),
        ("", None),
    ],
)
def test_only_a_clear_given_name_is_a_guess(name, gender):
    assert guess_gender(name) == gender


def test_nothing_is_guessed_unless_it_is_asked_for():
    tan, guessed = (
        next(
            speaker
            for speaker in quoteattr.audit(PAPERS, guess=guess).speakers
            if "Tan" in speaker.name
        )
        for guess in (None, "given-names")
    )
    assert (tan.gender, tan.gender_from) == (None, None)
    assert (guessed.gender, guessed.gender_from) == ("f", "given name")


def test_the_shown_gender_is_never_replaced():
    otto = quoteattr.records.Speaker("Nicole Marx", "person", gender="m")
    record = quoteattr.QuoteRecord("Nicole Marx", "No", "a", "direct", [(0, 2)], speakers=(otto,))
    (marx,) = quoteattr.audit(quoteattr.QuoteRecords([record]), guess="given-names").speakers
    assert (marx.gender, marx.gender_from) == ("m", "text")


@pytest.mark.slow
@needs_corpora
def test_guesses_are_wrong_as_often_as_every_output_says():
    with open(SHARED / "corpora/world/train/cast.tsv", encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    shown = [(name, gender) for _, name, kind, gender, _ in rows if kind == "P" and gender in "mf"]
    guessed = [(gender, guess) for name, gender in shown if (guess := guess_gender(name))]
    of = {gender: [guess for known, guess in guessed if known == gender] for gender in "fm"}
    wrong = {gender: sum(guess != gender for guess in of[gender]) for gender in "fm"}
    measured = [len(shown), len(guessed), wrong["f"], len(of["f"]), wrong["m"], len(of["m"])]
    assert list(map(int, re.findall(r"\d+", GUESS_ERRORS))) == measured
