"""The words of a name: what is no part of it, and what its words say of it."""

from quoteattr.coref.names.forms import (
    family_first,
    initials,
    is_age,
    is_body,
    is_office,
    is_office_phrase,
    is_organisation,
    is_part,
    key,
    name_words,
    suffix_of,
)
from quoteattr.language import ENGLISH

#: a name as written, and its words
NAMES = [
    # letters after a name; after an article they are an office
    ("The MP", "MP"),
    ("The Berg MP", "Berg MP"),
    ("The Ida Berg MP", "Ida Berg"),
    ("The late Tindra Berg MP", "Tindra Berg"),
    ("The Berg OBE", "Berg"),
    ("This is", "This"),
    # a given name in capitals where a paragraph opens
    ("IDA Berg", "Ida Berg"),
    ("IDA BERG", "IDA BERG"),
    ("IDA", "IDA"),
    ("AL Berg", "AL Berg"),
    ("TRESK Berg", "TRESK Berg"),
    ("IDA Council", "IDA Council"),
    # nothing to leave out
    ("Ida Berg", "Ida Berg"),
    ("B. J. Berg", "B. J. Berg"),
    ("B.J. Berg", "B.J. Berg"),
    ("St.Ives Berg", "St.Ives Berg"),
    ("Ida de la Berg", "Ida de la Berg"),
    ("the al-Sadr", "al-Sadr"),
    ("ida berg", "ida berg"),
    ("Rill & Berg", "Rill & Berg"),
    ("AT&T", "AT&T"),
    ("O’Neill", "O’Neill"),
    ("Ida-Maria Berg", "Ida-Maria Berg"),
    ("Ida\u200b Berg", "Ida Berg"),
    ("“”", ""),
    ("Rill 63", "Rill 63"),
    ("3 Doors Down", "3 Doors Down"),
    # full stops
    ("St. Ives", "St. Ives"),
    ("Ida Berg.", "Ida Berg"),
    ("Ida B.", "Ida B."),
    ("Ida B.J.", "Ida B.J."),
    # titles and offices before the name
    ("Dr. Ida Berg", "Ida Berg"),
    ("Rev. Dr. Ida Berg", "Ida Berg"),
    ("Nurse Ida Berg", "Ida Berg"),
    ("Brack Nurse Ida Berg", "Ida Berg"),
    ("Angry Ida Berg", "Ida Berg"),
    ("Adv Ida Berg", "Ida Berg"),
    ("Vice-President-elect Ida Berg", "Ida Berg"),
    ("Nurse-manager Ida Berg", "Ida Berg"),
    ("Metix GM Ida Berg", "Ida Berg"),
    ("MD Anderson", "MD Anderson"),
    ("ASP Berg", "Berg"),
    ("Dancer Ida Berg", "Ida Berg"),
    ("Twist Ida Berg", "Twist Ida Berg"),
    # a given name that is a title after another, with its full stop or without
    ("Det Con Ida Berg", "Ida Berg"),
    ("Pres Con Ida Berg", "Ida Berg"),
    ("Con Ida Berg", "Con Ida Berg"),
    ("Ida Con Berg", "Ida Con Berg"),
    ("Con Lord", "Con Lord"),
    ("former Ida Berg", "Ida Berg"),
    ("Her Ida Berg", "Ida Berg"),
    ("Sept. Ida Berg", "Ida Berg"),
    ("a.k.a. Ida Berg", "Ida Berg"),
    ("Nurse‑manager Ida Berg", "Ida Berg"),
    ("Minister Of", "Of"),
    ("CEO Berg", "Berg"),
    ("DC Ida Berg", "Ida Berg"),
    ("Don Berg", "Don Berg"),
    ("Brig. Ida Berg", "Ida Berg"),
    ("Ctr. Ida Berg", "Ctr Ida Berg"),
    ("63-year-old Ida Berg", "Ida Berg"),
    ("sixty-year-old Ida Berg", "Ida Berg"),
    ("Sixty-Year-Old Ida Berg", "Ida Berg"),
    ("14th-ranked Ida Berg", "Ida Berg"),
    ("7-Eleven Brack", "Brack"),
    ("Mary-Ann Berg", "Mary-Ann Berg"),
    ("The Ida Berg", "Ida Berg"),
    ("But Ida Berg", "Ida Berg"),
    ("Then Ida Berg", "Ida Berg"),
    ("Because Ida Berg", "Ida Berg"),
    ("Ida But Berg", "Ida But Berg"),
    # what stands between an office and the name
    ("Chief of Police Ida Berg", "Ida Berg"),
    ("Secretary of State Berg", "Berg"),
    ("Of Berg", "Berg"),
    ("Minister for Roads", "Roads"),
    # styles
    ("His Grace Ivo Berg", "Ivo Berg"),
    ("Her Honour Ida Berg", "Ida Berg"),
    ("Grace Berg", "Grace Berg"),
    ("Saw Grace Berg", "Saw Grace Berg"),
    # one word stands after a title of a ruler, and keeps it
    ("Pope Ivo", "Pope Ivo"),
    ("King Ivo Berg", "Ivo Berg"),
    ("Queen Ida", "Queen Ida"),
    ("Mayor Ivo", "Ivo"),
    ("Nurse Ivo", "Ivo"),
    # what closes the name
    ("Ida Berg Jr.", "Ida Berg"),
    ("Ida Berg Jr", "Ida Berg"),
    ("Ida Berg PhD", "Ida Berg"),
    ("Ida Berg M.D.", "Ida Berg"),
    ("Ida Berg Esq", "Ida Berg"),
    ("Ida Berg Ba", "Ida Berg Ba"),
    ("Ida Berg B.A.", "Ida Berg"),
    ("Ida Berg X.A.", "Ida Berg X.A."),
    ("Ida Berg said", "Ida Berg"),
    ("Jr.", "Jr."),
    # bodies keep what is an office elsewhere
    ("Bank of Norland", "Bank of Norland"),
    ("The Council of Brack", "Council of Brack"),
    ("Nurse Board", "Nurse Board"),
    ("Foreign Affairs Committee", "Foreign Affairs Committee"),
    ("Mayors for Peace", "Mayors for Peace"),
    ("Bank of Norland Governor Ida Berg", "Ida Berg"),
    ("Bank of Norland Nurse Ida Berg", "Ida Berg"),
    ("Bank of Norland Dr. Ida Berg", "Ida Berg"),
    ("Bank of Norland Dancer Ida Berg", "Ida Berg"),
    ("Ida of Brack Baker Ivo Berg", "Ida of Brack Baker Ivo Berg"),
    ("Bank of Norland Governor Berg", "Bank of Norland Governor Berg"),
    ("Bank of Norland and Governor Ida Berg", "Bank of Norland and Governor Ida Berg"),
    ("Bank of Governor Ida Berg", "Bank of Governor Ida Berg"),
    ("Bank of Norland Governor Ida Foundation", "Bank of Norland Governor Ida Foundation"),
    ("Bank of Norland Rill Ida Berg", "Bank of Norland Rill Ida Berg"),
]
#: words that go on as the names of bodies do, or end so
BODIES = ["Rill University", "Council of Brack", "Mayors for Peace", "Rill University of Brack"]
NO_BODIES = ["University", "Ida Berg", "Council and Brack", "Berg of Brack", "Rill University Berg"]
#: names of organisations, and names that are none
ORGANISATIONS = ["BBC Norland", "Rill & Berg", "Rill University Berg", "Bank of Rill"]
NO_ORGANISATIONS = ["Norland BBC", "Daily", "University", "University Berg", "Ida Berg"]
OFFICES = [
    "The PAHO Director",
    "Secretary",
    "The Mayor",
    "The Dean",
    "The Brack Mayor",
    "Rill Brack Mayor",
    "The Rill Directors",
    "Guild of Brack Director",
    "Mr Speaker",
    "The Charlotte Lawyer",
]
NO_OFFICES = [
    "Ida Berg",
    "Rill University",
    "Guild of Bakers",
    "Center for Law and Justice",
    "Brack Mayor",
    "The late Mr. Dean",
    "Mayor",
    "The Brack Council",
    "The Brack Police",
    "The Rill Media",
    "Report",
    "Mr Brewer",
    "Brack fullback John Reeve",
]


def test_the_words_of_a_name():
    assert [
        (name, words, read)
        for name, words in NAMES
        if (read := " ".join(name_words(name))) != words
    ] == []


def test_a_key_is_what_two_spellings_of_a_word_share():
    words = ["O’Neill", "O'Neill", "Jr.", "CÁCERES", "B.J."]
    assert [key(word) for word in words] == ["o'neill", "o'neill", "jr", "caceres", "b.j"]


def test_bodies_are_known_by_their_last_word_or_a_joint():
    assert [name for name in BODIES if not is_body(name.split())] == []
    assert [name for name in NO_BODIES if is_body(name.split())] == []


def test_organisations_are_known_by_a_word_or_a_sign():
    assert [name for name in ORGANISATIONS if not is_organisation(tuple(name.split()))] == []
    assert [name for name in NO_ORGANISATIONS if is_organisation(tuple(name.split()))] == []


def test_an_office_in_capitals_is_no_name():
    assert [text for text in OFFICES if not is_office(text, name_words(text))] == []
    assert [text for text in NO_OFFICES if is_office(text, name_words(text))] == []


def test_an_age_is_known_by_its_ending_and_any_hyphen():
    ages = ["fifteen-year-old", "63‑year‑old", "old", "fifteen-year"]
    assert [is_age(word, ENGLISH) for word in ages] == [True, True, False, False]


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


def test_a_phrase_without_a_noun_is_no_office():
    assert not is_office_phrase([])
    assert not is_office_phrase(["of", "Ministers", "Director"])


def test_a_title_is_an_office():
    assert is_office_phrase(["Maj", "of", "Rain"])


def test_a_repeated_title_precedes_the_name():
    assert name_words("Tunku Tunku Hamzah") == ("Hamzah",)
