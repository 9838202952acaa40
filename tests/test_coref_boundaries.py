"""Which words of a name as written are part of it, by how the article uses them."""

import pytest
from mentions import read

CASES = [
    # label, text, names of the entities
    ("an ordinary word before a given name", "Credit Nicole Berg won.", ["Nicole Berg"]),
    ("an acronym before a given name", "The GSAB Nicole Berg won.", ["Nicole Berg"]),
    ("a body of two letters before it", "EU Nicole Berg won.", ["Nicole Berg"]),
    ("initials are no acronym", "J.P.M. Nicole Berg won.", ["J.P.M. Nicole Berg"]),
    ("a direction opens a place", "North Nicole Berg won.", ["North Nicole Berg"]),
    ("an office that is a last name, too", "GSAB Dean Nicole Berg won.", ["Nicole Berg"]),
    ("a thing has no given name", "The Credit Nicole Bridge fell.", ["Credit Nicole Bridge"]),
    (
        "an ordinary word after a name that stands without it",
        "Nicole Berg Drops out. Nicole Berg won.",
        ["Nicole Berg"],
    ),
    (
        "a body's name runs into a person's, whose last name stands alone",
        "Ministry of Finance Ada Berg won. Berg smiled.",
        ["Ada Berg"],
    ),
    (
        "an acronym before a country that stands alone",
        "The US Narnia talks failed. Narnia sent Narnian envoys.",
        ["Narnia"],
    ),
    (
        "a first name in capitals is none, without a people",
        "AL Narnia sang. Narnia smiled.",
        ["AL Narnia"],
    ),
    (
        "a body before a name",
        "Harbour Council Tindra Berg won. Tindra Berg smiled.",
        ["Tindra Berg"],
    ),
    (
        "a place before a name",
        "Life in Brack is slow. Brack Tindra Berg won. Tindra Berg smiled.",
        ["Brack", "Tindra Berg"],
    ),
    (
        "a capital that a word has from its place",
        "Tired Tindra Berg won. Tindra Berg smiled.",
        ["Tindra Berg"],
    ),
    (
        "a name that goes on in a headline",
        "Tindra Berg won. Tindra Berg Brack Fire was out.",
        ["Tindra Berg"],
    ),
]


@pytest.mark.parametrize(("text", "names"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_boundaries(text, names):
    assert sorted(entity.name for entity in read(text).entities) == sorted(names)
