"""What the text says about an entity, and how much like a person it uses the name."""

import pytest
from mentions import read, speakers

from quoteattr.coref.attributes import gender_of


def entity(text: str, name: str):
    """The entity of that name."""
    return next(e for e in read(text).entities if e.name == name)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Lars Omdal, the manager, left.", {"manager"}),
        ("Lars Omdal, the manager and spokesman, left.", {"manager", "spokesman"}),
        ("Lars Omdal (a critic) left.", {"critic"}),
        ("The manager, Lars Omdal, left.", {"manager"}),
        ("Lars Omdal is the manager.", {"manager"}),
        ("Lars Omdal is not yet the manager.", set()),
        ("Sen. Lars Omdal left.", {"senator"}),
        ("Vice-President Lars Omdal left.", {"president"}),
        ("Lars Omdal, the manager’s cousin, left.", {"cousin"}),
        ("Lars Omdal left the manager.", set()),
    ],
)
def test_roles(text, roles):
    assert entity(text, "Lars Omdal").roles >= roles
    assert bool(entity(text, "Lars Omdal").roles) == bool(roles)


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Mrs. Azlan Moor left.", "Azlan Moor", "f"),
        ("Azlan Moor, a brother of Kai Lund, left.", "Azlan Moor", "m"),
        ("Nicole Berg left.", "Nicole Berg", "f"),
        ("Azlan Moor left.", "Azlan Moor", ""),
        # as much evidence for the one as for the other
        ("Mr. Azlan Moor left. Azlan Moor, a sister of Kai Lund, slept.", "Azlan Moor", ""),
    ],
)
def test_gender(text, name, gender):
    assert gender_of(entity(text, name)) == gender


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        # a word that is named once, as a subject, is no person to whom *she* goes back
        (
            "The senator for transport, Gesine Abendroth, cycles to work. “We share,” she said.\n\n"
            "Mediation starts on Monday. It is to be led by a judge who has never, as she pointed"
            " out, owned a car.",
            "she",
            ["Gesine Abendroth", "Gesine Abendroth"],
        ),
    ],
)
def test_who_is_a_person(text, mention, expected):
    assert speakers(text, mention) == expected
