"""What an article shows of a description and each candidate: every feature on and off."""

import pytest
from mentions import Descriptions
from tables import for_each

from quoteattr.coref.nominals.antecedent_features import FEATURES, word_similarity

#: feature, text, description, value for each candidate that has one
CASES = [
    # -- beside the other candidates: a council is none whom *the mayor* fits
    ("c fits", "The Brack Council met Otto Blum. The mayor waved.", "The mayor", {"Otto Blum": 1}),
    (
        "c is the most named that fits",
        "The Brack Council met. The Brack Council voted. The Brack Council rose. Otto Blum sang."
        " Otto Blum met Lena Falk. The mayor waved.",
        "The mayor",
        {"Otto Blum": 1},
    ),
    (
        "c is the last and most named that fits",
        "Otto Blum met Lena Falk. Lena Falk sang. The mayor waved.",
        "The mayor",
        {"Lena Falk": 1},
    ),
    (
        "c is the last and most named that fits",
        "Otto Blum sang. Otto Blum met Lena Falk. The mayor waved.",
        "The mayor",
        {},
    ),
    (
        "c is the only one that fits",
        "Otto Blum met the Brack Council. The mayor waved.",
        "The mayor",
        {"Otto Blum": 1},
    ),
    ("c is the only one that fits", "Otto Blum met Lena Falk. The mayor waved.", "The mayor", {}),
    (
        "c is the last that fits, d goes with an event",
        "Otto Blum met Lena Falk. The judge waved.",
        "The judge",
        {"Lena Falk": 1},
    ),
    (
        "c is the last that fits, d goes with an event",
        "Otto Blum met Lena Falk. The mayor waved.",
        "The mayor",
        {},
    ),
    (
        "c is the most named that fits, d identifies",
        "Otto Blum met Lena Falk. Lena Falk sang. The former mayor waved.",
        "The former mayor",
        {"Lena Falk": 1},
    ),
    (
        "c is the most named that fits, d identifies",
        "Otto Blum met Lena Falk. Lena Falk sang. The mayor waved.",
        "The mayor",
        {},
    ),
    (
        "c is the last that fits, a paragraph before",
        "Otto Blum met Lena Falk.\n\nThe mayor waved.",
        "The mayor",
        {"Lena Falk": 1},
    ),
    (
        "c is the last that fits, a paragraph before",
        "Otto Blum met Lena Falk. The mayor waved.",
        "The mayor",
        {},
    ),
    (
        "c is the last that fits, a paragraph before",
        "Otto Blum sang.\n\nIt rained.\n\nThe mayor waved.",
        "The mayor",
        {},
    ),
    (
        "c is the last that fits, a paragraph before",
        "It rained.\n\nThe mayor waved. Lena Falk sang.",
        "The mayor",
        {},
    ),
    (
        "share of c in the names that fit",
        "The Brack Council met Otto Blum. Otto Blum met Lena Falk. Otto Blum sang. The mayor"
        " waved.",
        "The mayor",
        {"Otto Blum": 0.75, "Lena Falk": 0.25},
    ),
    (
        "d is most like the name of c",
        "Brack Airways met Quill Games. The airline grew.",
        "The airline",
        {"Brack Airways": 0.82},
    ),
    ("rank of c", "Otto Blum met Lena Falk. The mayor waved.", "The mayor", {"Otto Blum": 0.5}),
    # -- the place
    (
        "c stands in the paragraph",
        "Otto Blum sang.\n\nLena Falk sang. The mayor waved.",
        "The mayor",
        {"Lena Falk": 1},
    ),
    (
        "paragraphs between",
        "Otto Blum sang.\n\nIt rained.\n\nLena Falk sang. The mayor laughed. Ada Berg came.",
        "The mayor",
        {"Otto Blum": 0.33, "Ada Berg": 1},
    ),
    (
        "c is first named after d",
        "Otto Blum sang. The mayor laughed. Ada Berg came.",
        "The mayor",
        {"Ada Berg": 1},
    ),
    (
        "c stands in the sentence",
        "Otto Blum sang. It rained on Lena Falk as the mayor waved at Ada Berg.",
        "the mayor",
        {"Lena Falk": 1},
    ),
    (
        "d speaks, c spoke in the paragraph before",
        "Otto Blum said so.\n\n“It rains,” said Lena Falk to Ada Berg.\n\nThe mayor said it rained"
        " on Ines Kolar.",
        "The mayor",
        {"Lena Falk": 1},
    ),
    (
        "d speaks, c spoke in the paragraph before",
        "Lena Falk said so.\n\nThe mayor waved.",
        "The mayor",
        {},
    ),
    (
        "c fits and stands in the paragraph",
        "Otto Blum sang.\n\nThe Brack Council met Lena Falk. The mayor waved.",
        "The mayor",
        {"Lena Falk": 1},
    ),
    (
        "d goes with an event, c stands in the paragraph",
        "Otto Blum, the judge, sang.\n\nLena Falk sang. The judge waved.",
        "The judge",
        {"Lena Falk": 1},
    ),
    (
        "d goes with an event, c stands in the paragraph",
        "Lena Falk sang. The mayor waved.",
        "The mayor",
        {},
    ),
    (
        "d identifies, c stands in the paragraph",
        "Otto Blum sang.\n\nLena Falk sang. The former mayor waved.",
        "The former mayor",
        {"Lena Falk": 1},
    ),
    (
        "d identifies, c stands in the paragraph",
        "Lena Falk sang. The mayor waved.",
        "The mayor",
        {},
    ),
    (
        "mentions of c",
        "Otto Blum sang. Otto Blum met the Brack Council. The mayor waved.",
        "The mayor",
        {"Otto Blum": 0.25, "Brack Council": 0.125},
    ),
    (
        "c fits, mentions of c",
        "Otto Blum sang. Otto Blum met the Brack Council. The mayor waved.",
        "The mayor",
        {"Otto Blum": 0.25},
    ),
    (
        "c is named first in the article",
        "Otto Blum met Lena Falk. The mayor waved.",
        "The mayor",
        {"Otto Blum": 1},
    ),
    # -- the meaning: whom the article has called so
    (
        "c was described by the noun",
        "Otto Blum, the manager, met Lena Falk. The manager waved.",
        "The manager",
        {"Otto Blum": 1},
    ),
    (
        "c was described by another noun for people",
        "Otto Blum, the manager, met Lena Falk, the mayor, and Tariq Noor, the idol. The mayor"
        " waved.",
        "The mayor",
        {"Otto Blum": 1},
    ),
    (
        "the noun is like those that describe c, a person",
        "Otto Blum, the manager, met Brack Bridge, a boss. The boss waved.",
        "The boss",
        {"Otto Blum": 0.77},
    ),
    (
        "the noun is like those that describe c, a person",
        "Tariq Noor, the idol, waited. The company grew.",
        "The company",
        {},
    ),
    (
        "the noun stood for c before",
        "Otto Blum, the manager, met Lena Falk. The manager waved.",
        "The manager",
        {"Otto Blum": 1},
    ),
    (
        "the noun stood for another before",
        "Otto Blum, the manager, met Lena Falk. The manager waved.",
        "The manager",
        {"Lena Falk": 1},
    ),
    (
        "the noun stood for another before",
        "Otto Blum met Lena Falk. The manager waved.",
        "The manager",
        {},
    ),
    (
        "the noun stood for nobody named before",
        "Otto Blum met a manager. The old manager waved.",
        "The old manager",
        {"Otto Blum": 1},
    ),
    (
        "the noun stood for nobody named before",
        "Otto Blum sang. The manager waved.",
        "The manager",
        {},
    ),
    (
        "the noun describes somebody in the article",
        "Otto Blum sang. The manager waved. Lena Falk, the manager, sang.",
        "The manager",
        {"Otto Blum": 1, "Lena Falk": 1},
    ),
    (
        "the noun describes somebody in the article",
        "Otto Blum sang. The mayor waved.",
        "The mayor",
        {},
    ),
    # -- the meaning: the words of the name
    (
        "the noun stands in the name",
        "The Brack Council met Quill Games. The old council rose.",
        "The old council",
        {"Brack Council": 1},
    ),
    (
        "a word of d stands in the name",
        "The Brack Council met Quill Games. The Brack company grew.",
        "The Brack company",
        {"Brack Council": 1},
    ),
    (
        "the name has a word of such bodies",
        "Brack Airways met Quill Games. The airline grew.",
        "The airline",
        {"Brack Airways": 1},
    ),
    (
        "words of d are like the name",
        "Brack Airways met Quill Games. The flight company grew.",
        "The flight company",
        {"Quill Games": 0.45, "Brack Airways": 0.66},
    ),
    (
        "the noun for groups is like the name of c, no person",
        "The Brack Council met Tariq Noor. The company grew.",
        "The company",
        {"Brack Council": 0.38},
    ),
    (
        "the noun for groups is like the name of c, no person",
        "The Brack Council met Tariq Noor. The report said no.",
        "The report",
        {},
    ),
    (
        "the other noun is like the name of c, no person",
        "The Brack Council met Tariq Noor. The report said no.",
        "The report",
        {"Brack Council": 0.53},
    ),
    (
        "the other noun is like the name of c, no person",
        "The Brack Council met Otto Blum. The manager waved.",
        "The manager",
        {},
    ),
    (
        "the other noun is like the name of c, no person",
        "The Brack Council met Tariq Noor. The company grew.",
        "The company",
        {},
    ),
    (
        "another noun, c no person",
        "The Brack Council met Tariq Noor. The report said no.",
        "The report",
        {"Brack Council": 1},
    ),
    (
        "another noun, c no person",
        "The Brack Council met Otto Blum. The manager waved.",
        "The manager",
        {},
    ),
    (
        "another noun, c no person",
        "The Brack Council met Tariq Noor. The company grew.",
        "The company",
        {},
    ),
    ("c is an acronym", "BIF met Quill Games. The agency grew.", "The agency", {"BIF": 1}),
    # -- the meaning: what the entity and the description are
    (
        "likeness of c to a person, noun for people",
        "The Brack Council met Mr. Rolf Falk. The manager waved.",
        "The manager",
        {"Brack Council": -3, "Rolf Falk": 1},
    ),
    (
        "likeness of c to a person, noun for people",
        "The Brack Council rose. The company grew.",
        "The company",
        {},
    ),
    (
        "how often c speaks",
        "Otto Blum said so. Otto Blum said no to Lena Falk. The mayor waved.",
        "The mayor",
        {"Otto Blum": 0.67},
    ),
    (
        "d is not definite",
        "Otto Blum met Lena Falk. Falk’s manager waved.",
        "manager",
        {"Otto Blum": 1},
    ),
    ("d is not definite", "Otto Blum sang. The manager waved.", "The manager", {}),
    (
        "d is a document",
        "The Brack Council rose. The report said no.",
        "The report",
        {"Brack Council": 1},
    ),
    ("d is a document", "The Brack Council rose. The company grew.", "The company", {}),
    (
        "length of d",
        "Otto Blum sang. The very old mayor waved.",
        "The very old mayor",
        {"Otto Blum": 0.67},
    ),
    (
        "c has the age in d",
        "Otto Blum, 73, met Lena Falk, 61. The 73-year-old is well.",
        "The 73-year-old",
        {"Otto Blum": 1},
    ),
    (
        "c has the age in d",
        "Brack Bridge, 12, is short. The 12-metre is well.",
        "The 12-metre",
        {},
    ),
    ("c has the age in d", "Otto Blum, “No,” met us. The manager waved.", "The manager", {}),
    ("d goes with an event", "Otto Blum sang. The judge waved.", "The judge", {"Otto Blum": 1}),
    (
        "d identifies",
        "Otto Blum sang. The former mayor waved.",
        "The former mayor",
        {"Otto Blum": 1},
    ),
    (
        "d is possessed by a name",
        "Otto Blum met Lena Falk. Falk’s manager waved.",
        "manager",
        {"Otto Blum": 1},
    ),
    (
        "c has an elected office, d is of a party",
        "Sen. Otto Blum met Lena Falk. The lawmaker waved.",
        "The lawmaker",
        {"Otto Blum": 1},
    ),
    (
        "c has an elected office, d is of a party",
        "Sen. Otto Blum sang. The manager waved.",
        "The manager",
        {},
    ),
    ("d is of a party", "Otto Blum sang. The lawmaker waved.", "The lawmaker", {"Otto Blum": 1}),
    ("d is of a party", "Otto Blum sang. The manager waved.", "The manager", {}),
    (
        "c is the only one named in the paragraph",
        "Otto Blum sang.\n\nLena Falk sang. The manager waved.",
        "The manager",
        {"Lena Falk": 1},
    ),
    (
        "c was last a subject",
        "Otto Blum sang for Lena Falk. The manager waved.",
        "The manager",
        {"Otto Blum": 1},
    ),
    ("d can be anybody", "Otto Blum sang. The suspect waved.", "The suspect", {"Otto Blum": 1}),
    ("d can be anybody", "Otto Blum sang. The manager waved.", "The manager", {}),
    (
        "share of names of c after a preposition of place",
        "Life in Narnia Hills is slow. Narnia Hills voted. The town grew.",
        "The town",
        {"Narnia Hills": 0.5},
    ),
]


@for_each(("feature", "text", "description", "expected"), CASES)
def test_features(feature, text, description, expected):
    features = Descriptions(text).features[description]
    values = {name: row[feature] for name, row in features.items() if row[feature]}
    assert values == pytest.approx(expected, abs=0.005)


def test_every_feature_has_a_case():
    assert set(FEATURES) == {case[0] for case in CASES}


def test_similarity_needs_known_words():
    assert word_similarity("qzxqzx", "company") == 0.0
    assert word_similarity("airline", "airways") > word_similarity("airline", "soup")
