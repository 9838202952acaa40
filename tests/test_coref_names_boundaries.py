"""Which words of a name as written are part of it, by how the article uses them."""

from mentions import read
from tables import for_each

CASES = [
    # label, text, names of the entities
    # -- bodies
    (
        "a body's name runs into a person's, whose last name stands alone",
        "The Council of Finance Tindra Berg won. Berg smiled.",
        ["Tindra Berg"],
    ),
    (
        "the last name stands nowhere alone",
        "The Council of Finance Tindra Berg won.",
        ["Council of Finance Tindra Berg"],
    ),
    (
        "a body's name keeps a place before what is a name without it",
        "Life in Brack is slow. The Brack Harbour Council met. Harbour Council rules.",
        ["Brack", "Brack Harbour Council"],
    ),
    ("a body of one person", "The Council of Berg won. Berg smiled.", ["Council of Berg"]),
    (
        "a noun that opens a sentence before a last name",
        "The championship is hers. Tindra Berg won. Championship Berg smiled.",
        ["Tindra Berg"],
    ),
    (
        "a noun in the sentence",
        "The championship is hers. Tindra Berg won. Then Championship Berg smiled.",
        ["Tindra Berg", "Championship Berg"],
    ),
    (
        "no noun",
        "Tindra Berg won. Orsolya Berg smiled.",
        ["Tindra Berg", "Orsolya Berg"],
    ),
    (
        "a noun before what closes no other name",
        "The championship is hers. Championship Berg smiled. Berg won.",
        ["Championship Berg"],
    ),
    (
        "a body of a body",
        "The Council of Tresk Guardian met. Then Guardian won.",
        ["Council of Tresk Guardian"],
    ),
    (
        "a body of several, the last of whom stands alone",
        "The Council of Finance & Berg won. Berg smiled.",
        ["Council of Finance & Berg"],
    ),
    (
        "a body of a place",
        "Life in Brack is slow. The Council of Finance Tindra Brack met. Brack won.",
        ["Council of Finance Tindra Brack"],
    ),
    # -- what stands before a given name
    ("an acronym", "He met GSAS Ada Berg there.", ["Ada Berg"]),
    ("two capitals, which may be initials", "He met AJ Ada Berg there.", ["AJ Ada Berg"]),
    ("a word of bodies", "He met Council Ada Berg there.", ["Ada Berg"]),
    ("one that is a name as well", "He met Post Ada Berg there.", ["Post Ada Berg"]),
    ("where somebody is from", "Italian Paolo Ferrante won.", ["Paolo Ferrante"]),
    ("a continent", "European Pavol Ferrante won.", ["European Pavol Ferrante"]),
    ("a body of a country", "He met Italian Paolo Union there.", ["Italian Paolo Union"]),
    # -- capitals before a name that the article has without them
    ("an initial", "He met J Ada Berg. Then Ada Berg smiled.", ["J Ada Berg"]),
    (
        "a position in capitals",
        "Then ZQ Tindra Oduro left. Tindra Oduro talks.",
        ["Tindra Oduro"],
    ),
    ("capitals that always stand", "Then ZQ Tindra Oduro left. Oduro talks.", ["ZQ Tindra Oduro"]),
    (
        "capitals before a place",
        "Then the ZQ Tresk Hill met. Life in Tresk Hill is slow.",
        ["ZQ Tresk Hill"],
    ),
    ("capitals of a first name", "Then J.P. Tresk Hill left. Tresk Hill met.", ["J.P. Tresk Hill"]),
    # -- an occupation before a last name
    (
        "an occupation and the last name of somebody",
        "Robert Holt sat. Litigator Holt wrote.",
        ["Robert Holt"],
    ),
    (
        "where somebody is from",
        "Dutchwoman Tindra Oduro met Australian Ida Berg.",
        ["Tindra Oduro", "Ida Berg"],
    ),
    (
        "where somebody is from, and no given name that a table has",
        "Then Australian Tindra Oduro left.",
        ["Tindra Oduro"],
    ),
    ("a people before one word", "Then Australian Oduro left.", ["Australian Oduro"]),
    ("a people that is a given name", "German Tindra Oduro left.", ["German Tindra Oduro"]),
    (
        "a people before a place",
        "Then the Australian Tresk Hill met. Life in Tresk Hill is slow.",
        ["Australian Tresk Hill"],
    ),
    (
        "a continent in the name of a body",
        "Then European Stellar Observatory left.",
        ["European Stellar Observatory"],
    ),
    ("a people in the name of a body", "The Australian Ida Bank met.", ["Australian Ida Bank"]),
    ("an occupation that may be a name", "Litigator Holt wrote.", ["Litigator Holt"]),
    ("an office in capitals that stands alone as well", "CM Holt wrote. The CM left.", ["Holt"]),
    ("an office in capitals that does not", "CM Holt wrote. The CP left.", ["CM Holt", "CP"]),
    ("other capitals that do", "ZQ Holt wrote. The ZQ left.", ["ZQ Holt", "ZQ"]),
    # -- an acronym before a country
    (
        "an acronym before a country that stands alone",
        "The US Narnia talks failed. Narnia sent Narnian envoys.",
        ["Narnia"],
    ),
    (
        "a country that does not stand alone",
        "The US Narnia talks failed. Narnian envoys left.",
        ["US Narnia"],
    ),
    (
        "a first name in capitals is none, without a people",
        "AL Narnia sang. Narnia smiled.",
        ["AL Narnia"],
    ),
    (
        "a word before a country that is no acronym",
        "Then Tresk Narnia failed. Narnia sent Narnian envoys.",
        ["Tresk Narnia"],
    ),
    (
        "an acronym before a name of two words",
        "Then US Narnia Holm failed. Narnia Holm sent Narnian envoys.",
        ["US Narnia Holm"],
    ),
    # -- a given name further in
    ("an ordinary word before it", "Then Credit Nicole Berg won.", ["Nicole Berg"]),
    ("an acronym before it", "The GSAB Nicole Berg won.", ["Nicole Berg"]),
    ("a body of two letters before it", "EU Nicole Berg won.", ["Nicole Berg"]),
    ("another acronym of two letters", "Then AL Nicole Berg won.", ["AL Nicole Berg"]),
    ("initials are no acronym", "J.P.M. Nicole Berg won.", ["J.P.M. Nicole Berg"]),
    ("an ordinary word that is a given name", "Then Hope Nicole Berg won.", ["Hope Nicole Berg"]),
    ("an office that is a last name, too", "GSAB Dean Nicole Berg won.", ["Nicole Berg"]),
    ("a given name that is an office, too", "Then Dean Nicole Berg won.", ["Dean Nicole Berg"]),
    ("an office that is no given name", "Then Warden Nicole Berg won.", ["Nicole Berg"]),
    ("a strange word before it", "Then Tresk Holm Nicole Berg won.", ["Tresk Holm Nicole Berg"]),
    ("no given name", "Then Credit Tindra Berg won.", ["Credit Tindra Berg"]),
    ("a thing has no given name", "The Credit Nicole Bridge fell.", ["Credit Nicole Bridge"]),
    ("nor has an ordinary word", "The Credit Nicole Drops fell.", ["Credit Nicole Drops"]),
    (
        "a name of over twelve words is left as it is",
        "Then Alba Berg Corin Dorj Elva Falk Gorm Holm Ilva Jorn Credit Nicole Kolar won.",
        ["Alba Berg Corin Dorj Elva Falk Gorm Holm Ilva Jorn Credit Nicole Kolar"],
    ),
    # -- an ordinary word at the end
    (
        "an ordinary word after a name that stands without it",
        "Nicole Berg Drops out. Nicole Berg won.",
        ["Nicole Berg"],
    ),
    (
        "an ordinary word after a last name that stands alone",
        "Nicole Berg Drops out. Berg won.",
        ["Nicole Berg"],
    ),
    (
        "an ordinary word after a name that does not",
        "Then Nicole Berg Credit won.",
        ["Nicole Berg Credit"],
    ),
    (
        "a word that is not ordinary",
        "Nicole Berg Holm won. Nicole Berg smiled.",
        ["Nicole Berg Holm"],
    ),
    (
        "an ordinary word that is a name by itself",
        "Nicole Berg Drops out. Then Drops won. Nicole Berg smiled.",
        ["Nicole Berg Drops"],
    ),
    ("after a first name alone", "Nicole Drops out. Nicole won.", ["Nicole Drops"]),
    (
        "after a name without a given name",
        "Tindra Berg Drops out. Tindra Berg won.",
        ["Tindra Berg Drops"],
    ),
    # -- a body, a place or an ordinary word before a name
    (
        "a body before a name that stands alone",
        "Harbour Council Tindra Berg won. Tindra Berg smiled.",
        ["Tindra Berg"],
    ),
    (
        "a body before a name whose last word does",
        "Harbour Council Tindra Berg won. Berg smiled.",
        ["Tindra Berg"],
    ),
    (
        "a body before what is no name by itself",
        "Harbour Council Tindra Berg won.",
        ["Harbour Council Tindra Berg"],
    ),
    (
        "a place before a name",
        "Life in Brack is slow. Then Brack Tindra Berg won. Tindra Berg smiled.",
        ["Brack", "Tindra Berg"],
    ),
    (
        "a name that is no place",
        "Then Brack Tindra Berg won. Tindra Berg smiled.",
        ["Brack Tindra Berg"],
    ),
    (
        "a place before the last name of somebody",
        "Life in Brack is slow. Then Brack Berg won. Tindra Berg smiled.",
        ["Brack", "Tindra Berg"],
    ),
    (
        "a place before a word that nobody else has as a last name",
        "Life in Brack is slow. Then Brack Berg won. Berg smiled.",
        ["Brack", "Brack Berg"],
    ),
    (
        "a word that the article has in lower case",
        "Something old. Then Old Tindra Berg won. Tindra Berg smiled.",
        ["Tindra Berg"],
    ),
    (
        "a word that it has not",
        "Then Old Tindra Berg won. Tindra Berg smiled.",
        ["Old Tindra Berg"],
    ),
    (
        "a word in lower case before a last name",
        "Something old. Then Old Berg won. Berg smiled.",
        ["Old Berg"],
    ),
    (
        "a capital that a word has from its place",
        "Tired Tindra Berg won. Tindra Berg smiled.",
        ["Tindra Berg"],
    ),
    (
        "a capital that it has elsewhere, too",
        "Tired Tindra Berg won. Then Tired Tindra Berg left. Tindra Berg smiled.",
        ["Tired Tindra Berg"],
    ),
    (
        "two words, the second of which the article has in lower case",
        "Tired Old Tindra Berg won. Something old. Tindra Berg smiled.",
        ["Tindra Berg"],
    ),
    (
        "two words, the second of which is strange",
        "Tired Tresk Tindra Berg won. Tindra Berg smiled.",
        ["Tired Tresk Tindra Berg"],
    ),
    (
        "a given name has its capital from nowhere else",
        "Nicole Tindra Berg won. Tindra Berg smiled.",
        ["Nicole Tindra Berg"],
    ),
    ("a first name before a last name", "Tired Berg won. Berg smiled.", ["Tired Berg"]),
    # -- words after a name
    (
        "a name that goes on in a headline",
        "Tindra Berg won. Tindra Berg Tresk Holm was out.",
        ["Tindra Berg"],
    ),
    (
        "a name that goes on so twice",
        "Tindra Berg won. Tindra Berg Tresk Holm was out. Tindra Berg Tresk Holm was lit.",
        ["Tindra Berg Tresk Holm"],
    ),
    (
        "a long name alone",
        "Tindra Berg Tresk Holm was out.",
        ["Tindra Berg Tresk Holm"],
    ),
    (
        "two names that the article has",
        "Tindra Berg won. Holm Brack won. Tindra Berg Holm Brack was out.",
        ["Tindra Berg Holm Brack"],
    ),
    (
        "a long name, of which the first two words follow alone",
        "Tindra Berg Tresk Holm was out. Tindra Berg won.",
        ["Tindra Berg Tresk Holm"],
    ),
    (
        "a nationality before nouns",
        "Italian Cup Final came.",
        ["Italian Cup Final"],
    ),
    (
        "ordinary words after a name that follows alone",
        "Tindra Berg Drops Holm. Tindra Berg won.",
        ["Tindra Berg"],
    ),
]


@for_each(("text", "names"), [c[1:] for c in CASES])
def test_boundaries(text, names):
    assert sorted(entity.name for entity in read(text).entities) == sorted(names)
