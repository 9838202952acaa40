"""The class of a role is that of its main noun."""

from tables import for_each
from toy_language import TOY

from quoteattr.auditing.roles import role_class
from quoteattr.language import ENGLISH


@for_each(
    ("role", "name"),
    [
        ("the mayor of Brack", "politics and government"),
        ("63, a retired nurse", "health and care"),
        ("assistant coach of the police team", "sport"),
        ("police chief", "police and justice"),
        ("chief executive of Vale Water", "executives and leaders"),
        ("University of Dalby historian", "experts and science"),
        ("one of the city’s oldest lawyers", "police and justice"),
        ("his younger brother", "family and friends"),
        ("residents", "residents and the public"),
        ("A spokeswoman for the fire service", "spokespeople"),
        ("former England goalkeeper who runs a bakery", "sport"),
        ("DESIGNER", "arts and entertainment"),
        ("lawyer-turned-farmer", "work and trade"),
        ("who lives near the police station", None),
        ("the voice of the valley", None),
        ("63", None),
        ("", None),
    ],
)
def test_the_class_is_that_of_the_main_noun(role, name):
    assert role_class(role) == name


def test_every_class_is_that_of_a_noun_alone():
    for noun, name in ENGLISH.role_classes.items():
        assert role_class(noun) == name, noun


def test_a_language_without_classes_has_none():
    assert role_class("ministro", TOY) is None
