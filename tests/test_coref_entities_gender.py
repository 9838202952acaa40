"""The gender that a word shows by itself."""

from quoteattr.coref.entities.gender import personal_gender, pronoun_gender, title_gender
from quoteattr.detect.chunker import find_chunks
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize
from quoteattr.language import ENGLISH


def test_the_gender_of_a_title_or_a_word_of_kinship():
    genders = {
        "Mrs. Berg": "f",
        "MR. Berg": "m",
        "her grandson Jan Berg": "m",
        "his late and much younger brother Berg": "m",
        "his late and very much younger brother Berg": "",
        "Dr. Mrs. Berg": "f",
        "Dr. Berg": "",
        "Berg Mrs.": "",
        "Mrs.": "",
        "Mr. and Mrs. Berg": "m",
        "Notre Dame coach Ada Berg": "",
        "Dame Ada Berg": "f",
        "": "",
    }
    assert {text: title_gender(text) for text in genders} == genders


def test_the_gender_of_a_pronoun_or_possessive():
    genders = {
        "She left.": "f",
        "He left.": "m",
        "Her brother left.": "f",
        "His wife left.": "m",
        "Their wife left.": "",
        "They left.": "",
        "It left.": "",
        "The wife left.": "",
    }
    read = {text: find_chunks(tokenize(text, find_quotes(text))) for text in genders}
    assert {text: pronoun_gender(text, chunks, 0) for text, chunks in read.items()} == genders


def test_only_pronouns_for_one_person_have_a_gender():
    words = ["he", "hers", "they", "it", "i", "berg"]
    assert [personal_gender(word, ENGLISH) for word in words] == ["m", "f", "", "", "", ""]
