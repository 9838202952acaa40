"""How sure a name is depends on how it was reached."""

import pytest
from documents import document_of

from quoteattr import extract
from quoteattr.coref import certainty
from quoteattr.coref.certainty import CATEGORIES, FEATURES, CertaintyModel, Resolution


def resolution_of(text, mention):
    """How the last mention of these words is resolved."""
    article = document_of(text)
    candidates = map(article.candidate, article.candidate_chunks)
    return article.way([c for c in candidates if c.text == mention][-1])


@pytest.mark.parametrize(
    ("text", "mention", "category"),
    [
        ("“It rains,” said Ada Berg.", "Ada Berg", certainty.FULL),
        ("Ada Maria Berg came. “It rains,” said Ada Berg.", "Ada Berg", certainty.LONGER),
        ("Ada Berg came. “It rains,” said Berg.", "Berg", certainty.PART),
        ("“It rains,” said Berg.", "Berg", certainty.WORD),
        ("Ada Berg came. “It rains,” she said.", "she", certainty.PERSONAL),
        ("“It rains,” she said.", "she", certainty.PRONOUN),
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


def test_a_rival_of_the_last_name_is_counted():
    text = "Ada Berg and Otto Berg came. “It rains,” said Berg."
    assert resolution_of(text, "Berg").features["others with a word of the name"] == 1
    assert (
        "others with a word of the name"
        not in resolution_of(text.replace("Otto Berg", "He"), "Berg").features
    )


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
    model = certainty.default()
    assert tuple(model.categories) == CATEGORIES
    assert tuple(model.features) == FEATURES


def test_the_probability_is_that_of_the_log_odds():
    model = CertaintyModel({"full name": 0.0}, {"namings in full": 1.0})
    assert model.probability(Resolution("full name", {})) == 0.5
    assert model.probability(Resolution("full name", {"namings in full": 1.0})) == pytest.approx(
        0.731, abs=1e-3
    )


def test_names_in_full_are_surer_than_pronouns_with_a_rival():
    text = "Nicole Berg met Ida Holm. “It rains,” said Nicole Berg. “It pours,” she said."
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
