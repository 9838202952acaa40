"""What the text says about an entity, and how much like a person it uses the name."""

import pytest
from mentions import described, speakers
from tables import for_each

from quoteattr.coref.entities.gender import gender_of
from quoteattr.coref.entities.person_likeness import person_likeness


def entity(text: str, name: str):
    """The entity of that name."""
    return next(e for e in described(text).entities if e.name == name)


@for_each(
    ("text", "roles"),
    [
        ("Lars Omdal, the manager, left.", {"manager"}),
        ("Lars Omdal, the manager and spokesman, left.", {"manager", "spokesman"}),
        ("Lars Omdal (a critic) left.", {"critic"}),
        # the letter of a party
        ("Lars Omdal (R-Ohio) left.", {"republican"}),
        ("Lars Omdal, D-Ohio, left.", {"democrat"}),
        ("Lars Omdal (D) left.", {"democrat"}),
        ("Lars Omdal (d-Ohio) left.", set()),
        ("Lars Omdal (X-Ohio) left.", set()),
        # an office whose field runs into the name
        ("He met Minister of State for Roads Lars Omdal.", {"minister"}),
        ("Secretary of State for Health Lars Omdal left.", {"secretary"}),
        ("Deputy Minister of Trade and Industry Lars Omdal left.", {"deputy", "minister"}),
        ("Chairman of the Road Committee of the People’s Assembly Lars Omdal left.", {"chairman"}),
        ("The mayor and Little Lars Omdal left.", set()),
        ("A friend of Lars Omdal left.", set()),
        ("Lars Omdal, 34, a critic, left.", {"critic"}),
        ("Lars Omdal, aged 34, a critic, left.", {"critic"}),
        ("Lars Omdal (34), a critic, left.", {"critic"}),
        ("Lars Omdal, 34, from Brack, a critic, left.", {"critic"}),
        ("Lars Omdal, 34, and a critic left.", set()),
        ("Lars Omdal, the manager’s cousin, left.", {"cousin"}),
        ("Lars Omdal, the PAHO Director, left.", {"director"}),
        ("Lars Omdal, the PAHO Director’s cousin, left.", {"cousin"}),
        ("Lars Omdal, the manager designate, left.", {"manager", "designate"}),
        # the aside has a verb, or none that describes
        ("Lars Omdal, a man told us, left.", set()),
        ("Lars Omdal, said the manager.", set()),
        # not too far after the name
        ("Lars Omdal, Brack’s manager, left.", {"manager"}),
        ("Lars Omdal, Brack’s Tresk’s Vik’s manager, left.", set()),
        # before the name
        ("The manager, Lars Omdal, left.", {"manager"}),
        ("The PAHO Director, Lars Omdal, left.", {"director"}),
        ("For the manager, Lars Omdal sang.", set()),
        ("Ines Kolar, Lars Omdal, and others left.", set()),
        ("The PAHO Director met Lars Omdal.", set()),
        ("Reporters met Lars Omdal.", set()),
        ("The manager of Brack, Lars Omdal, left.", {"manager"}),
        ("In the manager of Brack, Lars Omdal saw a friend.", set()),
        # joined by a form of *be*
        ("Lars Omdal is the manager.", {"manager"}),
        ("Lars Omdal is only the manager.", {"manager"}),
        ("Lars Omdal is not yet the manager.", set()),
        ("Lars Omdal is with the manager.", set()),
        ("Lars Omdal met only the manager.", set()),
        ("Lars Omdal left the manager.", set()),
        # titles and offices in the chunk; the words of the name are none
        ("Sen. Lars Omdal left.", {"senator"}),
        ("Vice-President Lars Omdal left.", {"president"}),
        # before an acronym of the body, and two offices
        ("The critic of the Vale Party (VP) Lars Omdal left.", {"critic"}),
        ("The critic of the Vale Party (VP), Lars Omdal, left.", set()),
        ("The critic and MP for Brack, Lars Omdal, left.", {"critic"}),
        ("The critic for Roads and also MP for Brack, Lars Omdal, left.", {"critic"}),
        ("The critic and Ida Holt of Brack, Lars Omdal, left.", set()),
        ("In the critic and MP for Brack, Lars Omdal saw a friend.", set()),
    ],
)
def test_roles(text, roles):
    assert entity(text, "Lars Omdal").roles == roles


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        ("Dean Omdal left.", "Dean Omdal", set()),
        ("The Brack Council, the manager, left.", "Brack Council", set()),
        ("The Brack Council, the committee, left.", "Brack Council", {"committee"}),
    ],
)
def test_roles_of_other_names(text, name, roles):
    assert entity(text, name).roles == roles


@for_each(
    ("text", "speaking"),
    [
        ("Lars Omdal said no.", 1),
        ("“No,” said Lars Omdal.", 1),
        ("Lars Omdal said no. “No,” said Lars Omdal.", 2),
        ("Reporters met Lars Omdal.", 0),
        ("A lawyer for Lars Omdal sang.", 0),
        # the verb before the name has a subject of its own
        ("Ines Kolar told Lars Omdal.", 0),
        ("Ines Kolar has told Lars Omdal.", 0),
        ("And so Lars Omdal.", 0),
    ],
)
def test_how_often_a_name_speaks(text, speaking):
    assert entity(text, "Lars Omdal").usage.speaking == speaking


@for_each(
    ("text", "name", "counts"),
    [
        # after a preposition, after an article alone, with a title
        ("Life in Brack is slow.", "Brack", (1, 0, 0)),
        ("Brack is what he thinks of", "Brack", (0, 0, 0)),
        ("The Brack left.", "Brack", (0, 1, 0)),
        ("Mr. Brack left.", "Brack", (0, 0, 1)),
        ("Skipper Brack left.", "Brack", (0, 0, 1)),
        ("The skipper Lars Brack left.", "Lars Brack", (0, 0, 1)),
        ("Dean Brack left.", "Dean Brack", (0, 0, 0)),
        ("CM Brack left. The CM sang.", "Brack", (0, 0, 1)),
        # an adjective after an article, an office without one
        ("The official Brack left.", "Brack", (0, 1, 0)),
        ("Major Brack left.", "Brack", (0, 0, 1)),
    ],
)
def test_what_stands_before_a_name(text, name, counts):
    named = entity(text, name)
    assert (named.usage.placed, named.usage.determined, named.usage.titled) == counts


@for_each(
    ("text", "name", "gender"),
    [
        ("Mrs. Azlan Moor left.", "Azlan Moor", "f"),
        ("Azlan Moor, a brother of Kai Lund, left.", "Azlan Moor", "m"),
        ("Nicole Berg left.", "Nicole Berg", "f"),
        ("Otto Berg left.", "Otto Berg", "m"),
        ("Azlan Moor left.", "Azlan Moor", ""),
        ("The Brack Council, a sister of the other, left.", "Brack Council", ""),
        # a title outweighs a given name
        ("Mr. Nicole Berg left.", "Nicole Berg", "m"),
        # as much evidence for the one as for the other
        ("Mr. Azlan Moor left. Azlan Moor, a sister of Kai Lund, slept.", "Azlan Moor", ""),
    ],
)
def test_gender(text, name, gender):
    assert gender_of(entity(text, name)) == gender


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Mrs. Azlan Moor left.", {"m": 0, "f": 4}),
        ("Azlan Moor, a brother of Kai Lund, left.", {"m": 3, "f": 0}),
        ("Nicole Moor left.", {"m": 0, "f": 0}),
    ],
)
def test_evidence_for_a_gender(text, evidence):
    (moor,) = [e for e in described(text).entities if e.words[-1] == "Moor"]
    assert moor.gender == evidence


@for_each(
    ("text", "honorific"),
    [
        ("Azlan Moor left.", ""),
        ("Mrs. Azlan Moor left.", "f"),
        ("Mrs. Azlan Moor left. Mr. Azlan Moor came.", "f"),
        ("Mrs. Azlan Moor left. Azlan Moor came.", "f"),
    ],
)
def test_the_first_title_with_a_gender_counts(text, honorific):
    assert entity(text, "Azlan Moor").honorific == honorific


@for_each(
    ("text", "name", "likeness"),
    [
        # surely a person: a title, a word of kinship, an age
        ("Mr. Moor left.", "Moor", 1.0),
        ("Azlan Moor, a sister of Kai Lund, slept.", "Azlan Moor", 1.0),
        ("Moor, 38, left.", "Moor", 1.0),
        ("Mr. Brack Bridge left.", "Brack Bridge", 1.0),
        # perhaps: a name of two words that speaks, or is described as a person, or says a quote
        ("Azlan Moor said no.", "Azlan Moor", 0.5),
        ("Reporters met Azlan Moor, the manager.", "Azlan Moor", 0.5),
        ("Reporters met Moor, the manager.", "Moor", 0.5),
        ("“No,” said Moor.", "Moor", 0.5),
        ("“No” said Moor.", "Moor", 0.5),
        ("“No,” Moor said.", "Moor", 0.5),
        ("“No.” Moor said it twice.", "Moor", -0.5),
        ("“No,” she said. Moor said more.", "Moor", -0.5),
        ("Reporters met Azlan Moor, the idol.", "Azlan Moor", 0.0),
        ("Reporters met the Azlan Moor.", "Azlan Moor", 0.0),
        ("Reporters met Azlan Moor.", "Azlan Moor", 0.0),
        # hardly: a name of several words that closes with a noun, without a given name or a title
        ("Azlan Revenue said no.", "Azlan Revenue", -1.0),
        ("Azlan Quarry said no. The quarries grew.", "Azlan Quarry", -1.0),
        ("Ada Revenue said no.", "Ada Revenue", 0.5),
        ("Mr. Azlan Revenue said no.", "Azlan Revenue", 1.0),
        # hardly: a single word
        ("Moor said no.", "Moor", -0.5),
        ("Moor said no. Moor said yes.", "Moor", 1.0),
        ("Moor said no. Moor said yes. Reporters wrote about Moor.", "Moor", -0.5),
        ("Reporters met Moor.", "Moor", -1.5),
        # no person: nouns alone
        (
            "Inland Revenue said no. The inland trade fell.",
            "Inland Revenue",
            -3.0,
        ),
        ("Big Quarry said no. A quarry grew.", "Big Quarry", -3.0),
        ("Then Hope Quarry said no. A quarry grew.", "Hope Quarry", 0.5),
        # no person: a body, an acronym, a place, a thing, a word with an article
        ("The Brack Council said no.", "Brack Council", -3.0),
        ("Friends of Inland Boats (FIB) said no.", "Friends of Inland Boats", -3.0),
        ("BIF said no. BIF said yes.", "BIF", -3.0),
        ("Life in Brack is slow. Brack said no.", "Brack", -3.0),
        ("Brack Bridge said no.", "Brack Bridge", -3.0),
        # but a given name, and a job, an age or words
        ("Doris Bridge left.", "Doris Bridge", -3.0),
        ("Doris Bridge, a baker, left.", "Doris Bridge", 0.5),
        ("Doris Bridge, 40, left.", "Doris Bridge", 1.0),
        ("“No,” said Doris Bridge.", "Doris Bridge", 0.5),
        ("“No,” said Brack Bridge.", "Brack Bridge", -3.0),
        ("The Moor said no. The Moor said yes.", "Moor", -3.0),
    ],
)
def test_likeness_to_a_person(text, name, likeness):
    table = described(text)
    (named,) = [e for e in table.entities if e.name == name]
    assert person_likeness(table, named) == likeness


def test_a_word_that_speaks_once_is_nobody_whom_a_pronoun_goes_back_to():
    text = (
        "The senator for transport, Gesine Abendroth, cycles to work. “We share,” she said.\n\n"
        "Mediation starts on Monday. It is to be led by a judge who has never, as she pointed"
        " out, owned a car."
    )
    assert speakers(text, "she") == ["Gesine Abendroth", "Gesine Abendroth"]


def test_the_place_after_an_age_has_no_role():
    assert not entity("Lars Omdal, 34, from Brack, a critic, left.", "Brack").roles
