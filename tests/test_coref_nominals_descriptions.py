"""What a description shows, and its candidates."""

import pytest
from mentions import Descriptions, read, speakers
from tables import for_each

FLAGS = ("person", "group", "identifies", "bridged", "possessed")


@for_each(
    ("text", "words", "flags"),
    [
        ("Lena Falk sang. The mayor waved.", "The mayor", {"person"}),
        ("Lena Falk sang. The very old mayor waved.", "The very old mayor", {"person"}),
        ("Lena Falk sang. The company grew.", "The company", {"group"}),
        ("Lena Falk sang. The report said no.", "The report", set()),
        ("Lena Falk sang. The judge waved.", "The judge", {"person", "bridged"}),
        ("Lena Falk sang. Falk’s mayor waved.", "mayor", {"person", "possessed"}),
        # a capital, a number, an age, or an adjective that tells one from others
        ("Lena Falk sang. The Brack mayor waved.", "The Brack mayor", {"person", "identifies"}),
        ("Lena Falk sang. The 3rd mayor waved.", "The 3rd mayor", {"person", "identifies"}),
        ("Lena Falk sang. The 73-year-old is well.", "The 73-year-old", {"person", "identifies"}),
        ("Lena Falk sang. The former mayor waved.", "The former mayor", {"person", "identifies"}),
        ("Lena Falk sang. The Frenchwoman left.", "The Frenchwoman", {"person", "identifies"}),
        ("Lena Falk sang. The Australian left.", "The Australian", {"person", "identifies"}),
    ],
)
def test_what_a_description_shows(text, words, flags):
    description = Descriptions(text).descriptions[words]
    assert {flag for flag in FLAGS if getattr(description, flag)} == flags


CASES = [
    # label, text, description, candidates, those of them whom it fits
    ("a person", "Otto Blum sang. The mayor waved.", "The mayor", "Otto Blum", "Otto Blum"),
    (
        "the last mentioned first, then who is named after it, each once",
        "Otto Blum met Lena Falk. The mayor laughed. Ada Berg and Otto Blum left.",
        "The mayor",
        "Lena Falk, Otto Blum, Ada Berg",
        "Lena Falk, Otto Blum, Ada Berg",
    ),
    (
        "nobody in a headline's capitals",
        "FERRY STOPS\n\nThe company was late.",
        "The company",
        "",
        "",
    ),
    (
        "no place that only says where the body is",
        "Snow fell in Brack. Vantro closed. The Brack council was late.",
        "The Brack council",
        "Vantro",
        "Vantro",
    ),
    (
        "no place that has the noun in its name",
        "Union City is cold. Vantro closed. The union was late.",
        "The union",
        "Vantro",
        "Vantro",
    ),
    (
        "a body whose name has the noun as its head",
        "The Bank of Brack Plaza opened. The Tresk Bank closed. The bank was late.",
        "The bank",
        "Tresk Bank",
        "Tresk Bank",
    ),
    (
        "a body with another noun for it",
        "Brack closed. The Brack bank was late.",
        "The Brack bank",
        "Brack",
        "Brack",
    ),
    (
        "no bank in a place, nor one with a longer name",
        "Snow fell in Brack. Kell closed. The Kell Rill bank met the Brack bank.",
        "The Kell Rill bank",
        "Brack",
        "Brack",
    ),
    (
        "a body as any company",
        "Brack closed. The Brack company was late.",
        "The Brack company",
        "Brack",
        "Brack",
    ),
    (
        "no owner",
        "Rolf Amdal wrote to Ida Storm. Storm’s former treasurer was angry.",
        "former treasurer",
        "Rolf Amdal",
        "Rolf Amdal",
    ),
    (
        "who stands before it, and is no owner",
        "He met Otto Blum. The mayor waved.",
        "The mayor",
        "Otto Blum",
        "Otto Blum",
    ),
    # -- a noun that goes with an event
    (
        "of somebody of the paragraph",
        "Otto Blum sang. The judge waved.",
        "The judge",
        "Otto Blum",
        "Otto Blum",
    ),
    (
        "of nobody of another paragraph",
        "Otto Blum sang.\n\nThe judge waved.",
        "The judge",
        "",
        "",
    ),
    (
        "of nobody named after it",
        "The judge waved at Otto Blum.",
        "The judge",
        "",
        "",
    ),
    (
        "another noun, of another paragraph",
        "Otto Blum sang.\n\nThe mayor waved.",
        "The mayor",
        "Otto Blum",
        "Otto Blum",
    ),
    (
        "of somebody of another paragraph, if it identifies",
        "Otto Blum sang.\n\nThe former judge waved.",
        "The former judge",
        "Otto Blum",
        "Otto Blum",
    ),
    (
        "of somebody of another paragraph who was called so",
        "Otto Blum, the judge, sang.\n\nThe judge waved.",
        "The judge",
        "Otto Blum",
        "Otto Blum",
    ),
    (
        "hardly of somebody who was called something else",
        "Otto Blum, the manager, sang. The judge waved.",
        "The judge",
        "Otto Blum",
        "",
    ),
    (
        "of somebody who was called what people are not",
        "Tavrik Noor, the idol, sang. The judge waved.",
        "The judge",
        "Tavrik Noor",
        "Tavrik Noor",
    ),
    (
        "another noun, of somebody who was called something else",
        "Otto Blum, the manager, sang. The mayor waved.",
        "The mayor",
        "Otto Blum",
        "Otto Blum",
    ),
    # -- nouns for people
    (
        "of the gender that the noun shows",
        "Otto Blum met Lena Falk. The mother waved.",
        "The mother",
        "Lena Falk",
        "Lena Falk",
    ),
    (
        "of no gender that the article shows",
        "Tavrik Noor met Lena Falk. The mother waved.",
        "The mother",
        "Lena Falk, Tavrik Noor",
        "Lena Falk, Tavrik Noor",
    ),
    (
        "a body, hardly",
        "The Brack Council rose. The mayor waved.",
        "The mayor",
        "Brack Council",
        "",
    ),
    ("no single word", "Noor sang. The mayor waved.", "The mayor", "", ""),
    ("a single word with a title", "Mr. Noor sang. The mayor waved.", "The mayor", "Noor", "Noor"),
    (
        "a single word with a description",
        "He met Noor, the idol. The mayor waved.",
        "The mayor",
        "Noor",
        "",
    ),
    # -- other nouns
    (
        "a body",
        "The Brack Council rose. The company grew.",
        "The company",
        "Brack Council",
        "Brack Council",
    ),
    (
        "what nothing shows to be a person",
        "Reporters met Tavrik Noor. The company grew.",
        "The company",
        "Tavrik Noor",
        "Tavrik Noor",
    ),
    (
        "hardly who speaks",
        "Tavrik Noor said so. The company grew.",
        "The company",
        "Tavrik Noor",
        "",
    ),
    ("nobody with a title", "Dr. Tavrik Noor sang. The company grew.", "The company", "", ""),
    ("nobody with a given name", "Nicole Berg sang. The company grew.", "The company", "", ""),
    (
        "nobody with a word of kinship",
        "Tavrik Noor, the brother, sang. The company grew.",
        "The company",
        "",
        "",
    ),
]


@for_each(("text", "words", "names", "fitting"), [c[1:] for c in CASES])
def test_candidates(text, words, names, fitting):
    candidates = Descriptions(text).candidates[words]
    assert ", ".join(c.entity.name for c in candidates) == names
    assert ", ".join(c.entity.name for c in candidates if c.fits) == fitting


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
    ],
)
def test_descriptions(text, mention, expected):
    assert speakers(text, mention) == expected


def test_a_road_is_no_body():
    text = "A house in Quay {} burned. The city said it was late."
    assert speakers(text.format("Street"), "The city") == ["The city"]
    assert speakers(text.format("Rail"), "The city") == ["Quay Rail"]


def test_a_noun_that_is_not_of_somebody_is_not_so_later_either():
    text = "Ada Berg pressed the clerk about it. The clerk laughed."
    assert speakers(text, "The clerk") == ["The clerk"]
    assert speakers(text.replace("the clerk", "the bank"), "The clerk") == ["Ada Berg"]


def test_an_entity_far_ahead_is_no_candidate():
    text = "The mayor left. " + "It rained all day. " * 30 + "Mayor Grace Otieno sang."
    coreference = read(text)
    assert coreference.entity_of(0) is None
