"""Offices, ages and origins, which are no names."""

from quoteattr.coref.names.name_words import name_words
from quoteattr.coref.names.offices import is_age, is_office, is_office_phrase
from quoteattr.language import ENGLISH

OFFICES = [
    "The PAHO Director",
    "Secretary",
    "The Mayor",
    "The Dean",
    "The Brack Mayor",
    "Rill Brack Mayor",
    "The Rill Directors",
    "Guild of Brack Director",
    "Mr Speaker",
    "The Charlotte Lawyer",
]
NO_OFFICES = [
    "Ida Berg",
    "Rill University",
    "Guild of Bakers",
    "Center for Law and Justice",
    "Brack Mayor",
    "The late Mr. Dean",
    "Mayor",
    "The Brack Council",
    "The Brack Police",
    "The Rill Media",
    "Report",
    "Mr Brewer",
    "Brack fullback John Reeve",
]


def test_an_office_in_capitals_is_no_name():
    assert [text for text in OFFICES if not is_office(text, name_words(text))] == []
    assert [text for text in NO_OFFICES if is_office(text, name_words(text))] == []


def test_an_age_is_known_by_its_ending_and_any_hyphen():
    ages = ["fifteen-year-old", "63‑year‑old", "old", "fifteen-year"]
    assert [is_age(word, ENGLISH) for word in ages] == [True, True, False, False]


def test_a_phrase_without_a_noun_is_no_office():
    assert not is_office_phrase([])
    assert not is_office_phrase(["of", "Ministers", "Director"])


def test_a_title_is_an_office():
    assert is_office_phrase(["Maj", "of", "Rain"])
