"""How sure a name is depends on how it was reached."""

import pytest
from documents import document_of
from tables import for_each

from quoteattr import extract
from quoteattr.coref import certainty
from quoteattr.coref.certainty import CATEGORIES, FEATURES, CertaintyModel, Resolution


def resolution_of(text, mention):
    """How the last mention of these words is resolved."""
    article = document_of(text)
    candidates = map(article.candidate, article.candidate_chunks)
    return article.referents.resolution([c for c in candidates if c.text == mention][-1])


@for_each(
    ("text", "mention", "category"),
    [
        ("“It rains,” said Ada Berg.", "Ada Berg", certainty.FULL),
        ("Ada Maria Berg came. “It rains,” said Ada Berg.", "Ada Berg", certainty.LONGER),
        ("Ada Berg came. “It rains,” said Berg.", "Berg", certainty.PART),
        ("“It rains,” said Berg.", "Berg", certainty.WORD),
        ("Ada Berg came. “It rains,” she said.", "she", certainty.PERSONAL),
        ("“It rains,” she said.", "she", certainty.PRONOUN),
        ("Nordwind Energy grew. “It rains,” it said.", "it", certainty.OTHER),
        ("It was Ada Berg who said: “It rains.”", "who", certainty.RELATIVE),
        ("“It rains,” said a nurse.", "a nurse", certainty.UNNAMED),
        ("“It rains,” officials said.", "officials", certainty.NAMELESS),
        ("“It rains,” said the mayor, Ada Berg.", "the mayor", certainty.BESIDE),
        (
            "Ada Berg, the mayor, came. Otto Marx left. “It rains,” the mayor said.",
            "the mayor",
            certainty.CHOSEN,
        ),
        ("“It rains,” said Ada Berg and Otto Marx.", "Otto Marx", certainty.JOINT),
    ],
)
def test_how_a_mention_is_resolved(text, mention, category):
    assert resolution_of(text, mention).category == category


LEAD = "lead of the antecedent of he or she"
ALONE = "nobody else fits he or she"
OTHER_GENDER = "he or she is of no gender that the article shows of the name"
INDEFINITE, PERSON = "description is indefinite", "description has a noun for people"
BEST = "log-odds of the best antecedent that a description did not get"
SEVERAL, GROUP = "several, the words are indefinite", "several, a noun for groups"
OTHERS = "others with a word of the name"
ACRONYM, ONCE = "one word, an acronym", "one word, named once"
BODY = "name is an organisation's"
OPENS, FURTHER = "name opens with a given name", "name has a given name further in"
ORDINARY = "name opens or closes with an ordinary word"
REACHED = "name is one word, reached by another mention"
IN_FULL = "namings in full"


@for_each(
    ("text", "mention", "features"),
    [
        # he or she
        ("Nicole Moor came. “It rains,” she said.", "she", {LEAD, ALONE, OPENS, IN_FULL}),
        ("Nicole Moor met Ida Holm. “It rains,” she said.", "she", {LEAD, OPENS, IN_FULL}),
        (
            "Azlan Moor said no; Tindra Wren said yes. “It rains,” she said.",
            "she",
            {LEAD, OTHER_GENDER, IN_FULL},
        ),
        ("Ms. Moor came. “It rains,” she said.", "she", {LEAD, ALONE, REACHED}),
        # a description of nobody named
        ("“It rains,” said a nurse.", "a nurse", {BEST, INDEFINITE, PERSON}),
        ("“It rains,” said the nurse.", "the nurse", {BEST, PERSON}),
        ("“It rains,” said the report.", "the report", {BEST}),
        ("“It rains,” officials said.", "officials", {SEVERAL}),
        ("“It rains,” the officials said.", "the officials", set()),
        ("“It rains,” the team said.", "the team", {GROUP}),
        # one word
        ("“It rains,” said Moor.", "Moor", {ONCE}),
        ("Moor came. “It rains,” said Moor.", "Moor", set()),
        ("“It rains,” said BIF.", "BIF", {ACRONYM, ONCE}),
        # part of a name
        ("Azlan Moor came. “It rains,” said Moor.", "Moor", {IN_FULL}),
        ("Azlan Moor met Tindra Wren. “It rains,” said Moor.", "Moor", {IN_FULL}),
        ("Azlan Moor met Tindra Moor. “It rains,” said Moor.", "Moor", {OTHERS, IN_FULL}),
        # a name in full
        ("“It rains,” said Azlan Moor.", "Azlan Moor", {IN_FULL}),
        ("“It rains,” said Nicole Moor.", "Nicole Moor", {OPENS, IN_FULL}),
        ("“It rains,” said Nicole Ida Moor.", "Nicole Ida Moor", {OPENS, IN_FULL}),
        ("“It rains,” said Azlan Nicole Moor.", "Azlan Nicole Moor", {FURTHER, IN_FULL}),
        ("“It rains,” said Azlan Credit.", "Azlan Credit", {ORDINARY, IN_FULL}),
        ("“It rains,” said Tresk Council.", "Tresk Council", {BODY, IN_FULL}),
    ],
)
def test_what_makes_a_name_more_or_less_sure(text, mention, features):
    assert set(resolution_of(text, mention).features) == features


def test_the_lead_of_a_pronoun_is_smaller_where_there_is_a_rival():
    alone = resolution_of("Nicole Berg came. “It rains,” she said.", "she").features
    rival = resolution_of("Nicole Berg met Ida Holm. “It rains,” she said.", "she").features
    name = "lead of the antecedent of he or she"
    assert rival[name] < alone[name]
    assert "nobody else fits he or she" in alone


def test_a_name_is_surer_the_more_often_it_stands_in_full():
    once, often = (
        resolution_of("Ada Berg came. " * n + "“It rains,” said Berg.", "Berg").features
        for n in (1, 3)
    )
    assert 0 < once["namings in full"] < often["namings in full"]


def test_the_model_has_a_number_for_every_category_and_feature():
    model = certainty.default_certainty_model()
    assert tuple(model.categories) == CATEGORIES
    assert tuple(model.features) == FEATURES


def test_the_probability_is_that_of_the_log_odds():
    model = CertaintyModel({"full name": 0.0}, {"namings in full": 1.0})
    assert model.probability(Resolution("full name", {})) == 0.5
    assert model.probability(Resolution("full name", {"namings in full": 1.0})) == pytest.approx(
        0.731, abs=1e-3
    )


def test_names_in_full_are_surer_than_pronouns_with_a_rival():
    text = "Nicole Berg met Ida Holm. “Rain,” said Nicole Berg. Ida Holm nodded. “No,” she said."
    named, pronoun = extract(text)
    assert (
        named.speaker_confidence / named.confidence
        > pronoun.speaker_confidence / pronoun.confidence
    )


@pytest.mark.parametrize(
    "text",
    [
        "“It rains,” said Ada Berg. Otto Marx said that it had rained. A sign read “No boats”.",
        "Officials told Ada Berg: “It rains.” He liked the “so-called” rain. “It pours,” he said.",
    ],
)
def test_the_speaker_is_never_surer_than_the_link(text):
    for record in extract(text, unattributed=True):
        assert 0 <= record.speaker_confidence <= record.confidence
        if record.speaker is None:
            assert record.speaker_confidence == record.confidence
