"""Names across articles: what may be one person's, and what may not."""

from string import ascii_uppercase

import pytest
from growth import calls, grows
from hypothesis import given
from hypothesis import strategies as st
from sample_records import text
from timing import takes_at_most

import quoteattr.groups.names as module
from quoteattr.groups.names import Relation, head, people, read_name, relation

ONE = [
    # titles, offices, case
    ("Holt", "Mara Holt"),
    ("President Mara Holt", "Mara Holt"),
    ("Sen. Mara Holt", "Dr. Mara Holt"),
    ("former Secretary of State Mara Holt", "Mara Holt"),
    ("MARA HOLT", "Mara Holt"),
    ("HOLT", "Sir Ian Holt"),
    # initials and middle names
    ("M. Holt", "Mara Holt"),
    ("M. J. Holt", "Mara Jane Holt"),
    ("Mara J. Holt", "Mara Jane Holt"),
    ("Mara Holt", "Mara Jane Holt"),
    ("Jane Holt", "Mara Jane Holt"),
    ("J. Holt", "Mara Jane Holt"),
    # suffixes
    ("Mara Holt Jr.", "Mara Holt Jr"),
    ("Holt Jr.", "Dr. Mara Holt Jr."),
    ("Holt", "Mara Holt Jr."),
    # diacritics, umlauts and letters of other alphabets
    ("José Núñez", "Jose Nunez"),
    ("Jose\u0301 Nu\u0301n\u0303ez", "José Núñez"),
    ("Jörg Müller", "Joerg Mueller"),
    ("Jörg Müller", "Jorg Muller"),
    ("Øyvind Bråten", "Oyvind Braten"),
    ("Stanisław Wałek", "Stanislaw Walek"),
    ("Ida Groß", "Ida Gross"),
    # hyphens, particles, apostrophes
    ("Berg", "Mara Holt-Berg"),
    ("Holt", "Mara Holt-Berg"),
    ("van der Berg", "Jan van der Berg"),
    ("Berg", "Jan van der Berg"),
    ("de la Cruz", "Ana de la Cruz"),
    ("Rashid", "Omar al-Rashid"),
    ("Omar Rashid", "Omar Al-Rashid"),
    ("O'Brae", "Ida O’Brae"),
    # spellings
    ("Korolenkyi", "Korolenky"),
    ("Oleh Korolenkyj", "Oleh Korolenkyi"),
    ("Korolenky", "Oleh Korolenkyy"),
    # organisations
    ("NCA", "National Coast Agency"),
    ("N.C.A.", "National Coast Agency"),
    ("the National Coast Agency", "National Coast Agency"),
    # what is no name, in the same words
    ("a senior aide", "the senior aide"),
    ("李明", "李明"),
]
MAYBE = [
    ("Mara", "Mara Holt"),
    ("the harbour master", "Mara Holt"),
    ("a senior aide", "a harbour pilot"),
    ("she", "Mara Holt"),
    (None, "Mara Holt"),
    (None, None),
    ("the ministry", "Ministry of Ports"),
    ("a teacher from Dalby", "Mara Holt"),
    ("", "Mara Holt"),
    ("\ud800", "Mara Holt"),
]
TWO = [
    ("Mara Holt", "Ian Holt"),
    ("Mara Holt", "Mara Berg"),
    ("J. Holt", "Mara Holt"),
    ("Mara J. Holt", "Mara K. Holt"),
    ("Mara Jane Holt", "Mara Kay Holt"),
    ("Mara Holt Jr.", "Mara Holt Sr."),
    ("Mara Holt Jr.", "Mara Holt"),
    ("Holt", "Berg"),
    ("Holt", "Mara Holten"),
    ("Holt", "Coast Agency"),
    ("Holt", "Holt Foundation"),
    ("NCB", "National Coast Agency"),
    ("National Coast Agency", "Northern Coast Agency"),
    ("Ministry of Ports", "Ministry of Roads"),
    ("Martin Hansen", "Marten Jansen"),
]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        *((*pair, Relation.SAME) for pair in ONE),
        *((*pair, Relation.OPEN) for pair in MAYBE),
        *((*pair, Relation.OTHER) for pair in TWO),
    ],
)
def test_how_two_names_stand_to_each_other(one, other, told):
    assert relation(read_name(one), read_name(other)) == told
    assert relation(read_name(other), read_name(one)) == told


@pytest.mark.parametrize("word", ["he", "She", "they", "I", ""])
def test_a_pronoun_and_nothing_are_no_name(word):
    assert read_name(word) is None


@pytest.mark.parametrize(
    ("speaker", "named"),
    [
        ("Mara Holt", True),
        ("the Council of Dalby", True),
        ("Agent 47", True),
        ("a senior aide", False),
        ("the head of Dalby Coal", False),
        ("Teacher from Dalby", False),
        ("two of the Dalby miners", False),
    ],
)
def test_a_nominal_is_no_name(speaker, named):
    assert read_name(speaker).named is named


@pytest.mark.parametrize(
    ("speaker", "words", "last"),
    [
        ("Dr. José Núñez Jr.", ("jose", "nunez"), "nunez"),
        ("Prime Minister Jan van der Berg", ("jan", "van", "der", "berg"), "berg"),
        ("HOLT", ("holt",), "holt"),
        ("the senior aide", ("senior", "aide"), "aide"),
        ("the", ("the",), "the"),
        ("😀", ("😀",), "😀"),
    ],
)
def test_the_words_of_a_name(speaker, words, last):
    name = read_name(speaker)
    assert (name.words, name.last) == (words, last)


def test_an_organisation_is_told_by_its_words():
    assert read_name("National Coast Agency").body
    assert read_name("Council of Dalby").body
    assert not read_name("Mara Holt").body
    assert not read_name("Coast").body


#: nobody is called by white space alone
spoken = text.filter(str.strip)
names = st.none() | spoken | st.sampled_from([name for pair in ONE + TWO for name in pair])


@given(names, names)
def test_any_two_strings_stand_to_each_other_in_one_way(one, other):
    told = relation(read_name(one), read_name(other))
    assert told == relation(read_name(other), read_name(one))
    name = read_name(one)
    assert name is None or relation(name, name) == Relation.SAME


# -- people -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("forms", "found"),
    [
        ({}, []),
        ({"Holt": 2}, [["Holt"]]),
        ({"Holt": 9, "Mara Holt": 1}, [["Mara Holt", "Holt"]]),
        ({"Holt": 9, "Mara Holt": 3, "Ian Holt": 1}, [["Mara Holt"], ["Ian Holt"], ["Holt"]]),
        ({"J. Holt": 9, "Jo Holt": 1, "Jan Holt": 3}, [["Jan Holt"], ["Jo Holt"], ["J. Holt"]]),
        ({"J. Holt": 9, "Jo Holt": 1, "Ian Holt": 3}, [["Ian Holt"], ["Jo Holt", "J. Holt"]]),
        ({"Mara Holt": 1, "Mara Holt Jr.": 2}, [["Mara Holt Jr."], ["Mara Holt"]]),
        ({"Mara Berg": 5, "Mara Holt": 4, "Mara": 3}, [["Mara Berg"], ["Mara Holt"], ["Mara"]]),
        (
            {"NCA": 7, "National Coast Agency": 1, "the National Coast Agency": 2},
            [["the National Coast Agency", "National Coast Agency", "NCA"]],
        ),
        (
            {"Oleh Korolenkyy": 4, "Oleh Korolenkyi": 2},
            [["Oleh Korolenkyy", "Oleh Korolenkyi"]],
        ),
        (
            {"Jörg Müller": 1, "Mueller": 1, "President Jorg Muller": 2},
            [["President Jorg Muller", "Jörg Müller", "Mueller"]],
        ),
        ({"Mara Holt": 2, "a senior aide": 5}, [["Mara Holt"], ["a senior aide"]]),
        (
            {"Mara Holt-Berg": 2, "Berg": 2, "Holt": 1},
            [["Mara Holt-Berg", "Berg"], ["Holt"]],
        ),
    ],
)
def test_the_forms_of_each_person(forms, found):
    assert people(forms) == found
    assert people(dict(reversed(forms.items()))) == found


def test_no_two_forms_of_a_person_are_two_peoples():
    forms = {"Mara Jane Holt": 3, "Mara Kay Holt": 2, "Mara Holt": 9, "Holt": 9}
    for person in people(forms):
        told = [relation(read_name(a), read_name(b)) for a in person for b in person]
        assert Relation.OTHER not in told


@given(
    st.dictionaries(spoken | st.sampled_from([n for pair in ONE + TWO for n in pair]), st.just(1))
)
def test_each_form_is_one_persons(forms):
    found = people(forms)
    assert sorted(form for person in found for form in person) == sorted(forms)


def test_many_names_take_no_square_of_time():
    forms = {
        f"{ascii_uppercase[n % 26]}name{n} {ascii_uppercase[n // 26 % 26]}last{n % 500}": n % 7 + 1
        for n in range(4_000)
    }
    assert len(people(forms)) == 4_000


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        ({"Holt": 9, "Mara Holt": 1, "J. Holt": 4}, "Mara Holt"),
        ({"Holt": 9, "J. Holt": 1}, "J. Holt"),
        ({"Dr. Mara Holt": 1, "Mara Holt": 2}, "Mara Holt"),
    ],
)
def test_a_person_goes_by_the_commonest_full_name(forms, name):
    assert head(forms) == name


def test_a_generation_tells_two_people_apart():
    for one, other in (("Karl II", "Karl III"), ("Holt Jr.", "Holt Sr.")):
        assert relation(read_name(one), read_name(other)) == Relation.OTHER


@pytest.mark.parametrize("form", ["Mara Holt, MP", "Mara Holt’s", "MARA HOLT"])
def test_what_stands_behind_a_name_does_not_count(form):
    assert relation(read_name(form), read_name("Mara Holt")) == Relation.SAME


def test_white_space_is_nobody():
    assert read_name(" ") is None


def test_first_names_and_initials_that_many_have_find_nobody():
    assert takes_at_most(2, lambda: people({f"Jo{n} Smi{n}": 1 for n in range(2_000)}))


def test_forms_of_names_are_put_together_in_proportion():
    known = [f"{a}{b}" for a in ("ka", "lo", "mi", "ru", "ten") for b in "bcdfghjklmnpqrstvwxz"]

    def compared(size):
        forms = [f"{name.title()} Berg" for name in known[:size]]
        forms += [f"Ada {name.title()}{name}son" for name in known[:size]]
        forms += [f"Sen. {form}" for form in forms]
        with calls(module, "relation") as count:
            assert len(people(dict.fromkeys(forms, 1))) == 2 * size
        return count.times

    assert grows(compared, 50) < 2.5
