"""The candidates of a description."""

import pytest
from mentions import candidate_features, read, speakers


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        # somebody who is named right after the description
        (
            "The mayor’s office called the idea “a bargain.” In a note to the council, Mayor Grace"
            " Otieno wrote: “It costs less than one hour of snow clearing.”",
            "The mayor",
            ["Grace Otieno"],
        ),
        # a name that could be a person's is no town
        (
            "Tariq Aziz Noor lost the vote. The winner thanked the town.",
            "the town",
            ["the town"],
        ),
        # in the headline's capitals nobody is named
        ("FERRY STOPS\n\nThe company was late.", "The company", ["The company"]),
    ],
)
def test_descriptions(text, mention, expected):
    assert speakers(text, mention) == expected


def test_an_entity_far_ahead_is_no_candidate():
    text = "The mayor left. " + "It rained all day. " * 30 + "Mayor Grace Otieno sang."
    coreference = read(text)
    assert coreference.entity_of(0) is None


def test_the_owner_is_no_candidate():
    text = "Rolf Amdal wrote to Ida Storm. Storm’s former treasurer was angry."
    assert list(candidate_features(text, "former treasurer")) == ["Rolf Amdal"]


def test_a_group_is_no_person():
    text = "Mr. Rolf Amdal left Nordwind Energy. The company was sold."
    assert list(candidate_features(text, "The company")) == ["Nordwind Energy"]
