"""Comparison of names across articles."""

import pytest
from hypothesis import given
from name_pairs import DIFFERENT, SAME, UNKNOWN, speakers
from tables import for_each

from quoteattr.compare.names import Relation, compare_names, read_name


@for_each(
    ("a", "b", "relation"),
    [
        *((*pair, Relation.SAME) for pair in SAME),
        *((*pair, Relation.UNKNOWN) for pair in UNKNOWN),
        *((*pair, Relation.DIFFERENT) for pair in DIFFERENT),
    ],
)
def test_the_relation_of_two_names(a, b, relation):
    assert compare_names(read_name(a), read_name(b)) == relation
    assert compare_names(read_name(b), read_name(a)) == relation


@for_each("word", ["he", "She", "they", "I", ""])
def test_a_pronoun_and_nothing_are_no_name(word):
    assert read_name(word) is None


@for_each(
    ("speaker", "named"),
    [
        ("Mara Holt", True),
        ("the Council of Dalby", True),
        ("Agent 47", True),
        ("a senior aide", False),
        ("the head of Dalby Coal", False),
        ("Teacher from Dalby", False),
        ("two of the Dalby miners", False),
    ],
)
def test_a_nominal_is_no_name(speaker, named):
    assert read_name(speaker).named is named


@for_each(
    ("speaker", "words", "last"),
    [
        ("Dr. José Núñez Jr.", ("jose", "nunez"), "nunez"),
        ("Prime Minister Jan van der Berg", ("jan", "van", "der", "berg"), "berg"),
        ("HOLT", ("holt",), "holt"),
        ("the senior aide", ("senior", "aide"), "aide"),
        ("the", ("the",), "the"),
        ("😀", ("😀",), "😀"),
    ],
)
def test_the_words_of_a_name(speaker, words, last):
    name = read_name(speaker)
    assert (name.words, name.last) == (words, last)


def test_an_organisation_is_recognised_by_its_words():
    assert read_name("National Coast Agency").body
    assert read_name("Council of Dalby").body
    assert not read_name("Mara Holt").body
    assert not read_name("Coast").body


@given(speakers, speakers)
def test_the_order_of_two_speakers_does_not_matter(a, b):
    relation = compare_names(read_name(a), read_name(b))
    assert relation == compare_names(read_name(b), read_name(a))
    name = read_name(a)
    assert name is None or compare_names(name, name) == Relation.SAME


@pytest.mark.parametrize(("a", "b"), [("Karl II", "Karl III"), ("Holt Jr.", "Holt Sr.")])
def test_generations_are_different_people(a, b):
    assert compare_names(read_name(a), read_name(b)) == Relation.DIFFERENT


@pytest.mark.parametrize("form", ["Mara Holt, MP", "Mara Holt’s", "MARA HOLT"])
def test_what_follows_a_name_is_ignored(form):
    assert compare_names(read_name(form), read_name("Mara Holt")) == Relation.SAME


def test_white_space_is_no_name():
    assert read_name(" ") is None
