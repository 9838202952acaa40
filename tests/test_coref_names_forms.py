"""The words of a name: keys, parts, and the names of bodies."""

from quoteattr.coref.names.forms import (
    family_first,
    initials,
    is_body,
    is_organisation,
    is_part,
    key,
    suffix_of,
)

#: words that go on as the names of bodies do, or end so
BODIES = ["Rill University", "Council of Brack", "Mayors for Peace", "Rill University of Brack"]
NO_BODIES = ["University", "Ida Berg", "Council and Brack", "Berg of Brack", "Rill University Berg"]
#: names of organisations, and names that are none
ORGANISATIONS = ["BBC Norland", "Rill & Berg", "Rill University Berg", "Bank of Rill"]
NO_ORGANISATIONS = ["Norland BBC", "Daily", "University", "University Berg", "Ida Berg"]


def test_a_key_is_what_two_spellings_of_a_word_share():
    words = ["O’Neill", "O'Neill", "Jr.", "CÁCERES", "B.J."]
    assert [key(word) for word in words] == ["o'neill", "o'neill", "jr", "caceres", "b.j"]


def test_bodies_are_known_by_their_last_word_or_a_joint():
    assert [name for name in BODIES if not is_body(name.split())] == []
    assert [name for name in NO_BODIES if is_body(name.split())] == []


def test_organisations_are_known_by_a_word_or_a_sign():
    assert [name for name in ORGANISATIONS if not is_organisation(tuple(name.split()))] == []
    assert [name for name in NO_ORGANISATIONS if is_organisation(tuple(name.split()))] == []


def test_names_whose_family_name_stands_first():
    first = ["Lee Jae-myung", "Tan See Leng", "Chen Wei Li", "Han Chen"]
    given_first = [
        "Lee Marvin",
        "Tan Marie Marvin",
        "Ida Berg",
        "Lee",
        "Lee Jae Myung Ho",
        "Berg See Leng",
        "Lee Brackland",
    ]
    assert [name for name in first if not family_first(tuple(name.split()))] == []
    assert [name for name in given_first if family_first(tuple(name.split()))] == []


def test_a_part_of_a_name_is_some_of_its_words_in_a_row():
    whole = ("Ida", "María", "Berg")
    forms = [("ida",), ("Maria", "Berg"), ("Ida", "Berg"), whole, ("Holm",), ("Berg",)]
    assert [is_part(part, whole) for part in forms] == [True, True, False, False, False, True]


def test_what_tells_a_name_from_that_of_an_older_bearer():
    names = ["Ida Berg Jr.", "Ida Berg II", "Ida Berg PhD", "Berg Jr.", "", "Ida Berg"]
    assert [suffix_of(name) for name in names] == ["Jr.", "II", "", "", "", ""]


def test_initials_are_those_of_words_and_their_parts_with_a_capital():
    assert initials(["Vale", "of", "Rill-Brack", "co-Op"]) == "vrbo"
