"""What a speaker is, person or organisation, as a name or an article shows it."""

from quoteattr.coref.profiles.kind import kind_of_name, kinds_in

PERSON, ORGANISATION = "person", "organisation"
#: a name, and what its words show
NAMES = [
    # people
    ("Ida Berg", PERSON),
    ("Ida van der Berg", PERSON),
    ("J. Berg", PERSON),
    ("J.R. Berg", PERSON),
    ("Ida S Berg", PERSON),
    ("Ann Bea Cleo Dora Berg", PERSON),
    ("Ann Bea Cleo Dora Ella Berg", None),
    ("Ida BERG", None),
    ("Ida Berg2", None),
    ("Ida and Berg", None),
    ("Ida of Brack", None),
    ("North Berg", None),
    ("Here’s Ida", None),
    ("Brack's Ida", None),
    ("Ida Berg's", PERSON),
    ("L’Oréal Berg", PERSON),
    ("Rill Bridge", None),
    ("Rill Police", ORGANISATION),
    ("Rill Family", None),
    ("Rill Rovers", None),
    # organisations
    ("Rill University", ORGANISATION),
    ("Council of Brack", ORGANISATION),
    ("Rill Railway", ORGANISATION),
    ("Railway Rill", PERSON),
    ("Rill University Brack", ORGANISATION),
    ("Team USA", ORGANISATION),
    ("University Berg", PERSON),
    ("FBI", ORGANISATION),
    ("FBIXY", ORGANISATION),
    ("FBIXYZ", None),
    ("F", None),
    ("F2I", None),
    ("USA", None),
    ("Fbi", None),
    # either
    ("Ida Post", None),
    ("Ida Rill Post", ORGANISATION),
    ("Dr. Post", PERSON),
    ("Nurse Post", PERSON),
    ("Dancer Post", PERSON),
    ("Post", None),
    # no names
    ("", None),
    ("a senior aide", None),
    ("The Rill University", None),
    ("rill university", None),
    ("@rill", None),
    ("Norland", None),
]
#: a text, a name in it, and what it stands for
TEXTS = [
    ("Ida Berg left.", "Ida Berg", PERSON),
    ("They met at the Rill Tavern. It sank.", "Rill Tavern", None),
    ("They met at Rill Tavern. It sank.", "Rill Tavern", PERSON),
    ("Norland agreed.", "Norland", None),
    ("Mr. Norland agreed.", "Norland", PERSON),
    ("Adv. Norland agreed.", "Norland", PERSON),
    ("Norland said he left. He slept.", "Norland", PERSON),
    ("Norland, a nurse, agreed.", "Norland", PERSON),
    ("They met at the Rill University. It sank.", "Rill University", ORGANISATION),
    ("Norland agreed. His wife left.", "Norland", None),
    ("Rill University, his employer, agreed.", "Rill University", ORGANISATION),
    ("Ida Berg & Co, the founder, agreed.", "Ida Berg & Co", None),
]


def test_what_the_words_of_a_name_show():
    assert [
        (name, kind, shown) for name, kind in NAMES if (shown := kind_of_name(name)) != kind
    ] == []


def test_what_an_article_shows():
    assert [
        (text, name, kind, shown)
        for text, name, kind in TEXTS
        if (shown := kinds_in(text)[name]) != kind
    ] == []
