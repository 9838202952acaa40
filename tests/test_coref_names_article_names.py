"""The names of an article as written: nicknames, offices, last names that are offices, acronyms."""

from mentions import speakers
from tables import for_each

from quoteattr.coref.names.article_names import ArticleNames
from quoteattr.detect.chunker import find_chunks
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize


def names_of(text: str) -> ArticleNames:
    """The names of a text."""
    return ArticleNames(text, find_chunks(tokenize(text, find_quotes(text))))


@for_each(
    ("text", "names"),
    [
        ("Ada Berg met Otto Marx.", ["Ada Berg", "Otto Marx"]),
        ("He saw @adaberg there.", []),
        ("It rained.\n\nFor Ada Marie Berg it is over.", ["Ada Marie Berg"]),
        # a nickname in marks joins two names, both of whose chunks have the whole one
        ("Walter “Bo” Reed left.", ['Walter "Bo" Reed', 'Walter "Bo" Reed']),
        # an office before *of* and what it is over run into the name
        ("Secretary of State Ada Berg left.", ["Ada Berg"]),
        ("Ministry of Finance Ada Berg left.", ["Ada Berg"]),
        ("Ministry of Tresk Berg left.", ["Tresk Berg"]),
        # a body in an office, and a name after it
        ("Chair of the Tresk Water Board Ada Berg left.", ["Ada Berg"]),
        ("Chair of the Tresk Council of Trade Ada Berg left.", ["Ada Berg"]),
        ("Chair of the Council of Ada Berg left.", ["Council of Ada Berg"]),
        ("Chair of the Tresk Mosque Tavian Oduro left.", ["Tavian Oduro"]),
        ("Chair of the Tresk Mosque Tavian Musa Oduro left.", ["Tavian Musa Oduro"]),
        ("Chair of the Tresk Mosque Oduro left.", ["Tresk Mosque Oduro"]),
        ("Chair of the Tresk Mosque Water Affairs left.", ["Tresk Mosque Water Affairs"]),
        ("The Secretary for Tresk Ada Berg left.", ["Ada Berg"]),
        ("The letter for Tresk Ada Berg left.", ["Tresk Ada Berg"]),
        ("Then Minister of State for Media Affairs Tavian Oduro left.", ["Tavian Oduro"]),
        ("Minister of State for Media Affairs Tavian Oduro left.", ["State", "Tavian Oduro"]),
        # a given name is no field of an office
        ("Director of James Ida Berg left.", ["James Ida Berg"]),
        ("Commissioner for Human Rights Tavian Oduro left.", ["Tavian Oduro"]),
        ("Head of Consumer Research Ada Berg left.", ["Ada Berg"]),
        ("The Director of Tresk Ada Berg left.", ["Ada Berg"]),
        ("The director of Ada Marie Berg left.", ["Ada Marie Berg"]),
        ("The mother of Tresk Ada Berg left.", ["Tresk Ada Berg"]),
        ("A spokesman for Tresk Ada Berg left.", ["Tresk Ada Berg"]),
        ("The Director of Tresk Ada Bank left.", ["Tresk Ada Bank"]),
        ("The harbour of Tresk Ada Berg left.", ["Tresk Ada Berg"]),
        ("Of Ada Maria Berg spoke a minister", ["Ada Maria Berg"]),
        # an office and what it is over are no name
        ("The Prime Minister of Tresk left.", []),
        ("Minister Ada Berg left.", ["Ada Berg"]),
        ("The Kingdom of Tresk left.", ["Kingdom of Tresk"]),
        ("Then Partners of Tresk left.", ["Partners of Tresk"]),
        ("The Secretary met Ada Berg.", ["Ada Berg"]),
        # where somebody is from describes, with an article
        ("The Dubliner met the Australian.", []),
        ("The Australian Tavern rose.", ["Australian Tavern"]),
        # a last name that is an office too, alone
        ("Critics turned on Arvid Dean. Dean left.", ["Arvid Dean", "Dean"]),
        ("Critics turned on Mr. Dean. Dean left.", ["Dean", "Dean"]),
        ("Critics turned on Arvid Dean. The dean left.", ["Arvid Dean"]),
        # after a given name, an office is a last name
        ("John Champion met Coretta Scott King.", ["John Champion", "Coretta Scott King"]),
        ("The John Champion met Tresk Champion.", []),
        ("John Champion met Otto. Then Champion left.", ["John Champion", "Otto", "Champion"]),
        ("Otto met Tresk. Then Champion left.", ["Otto", "Tresk"]),
        # a middle initial is no title
        ("Robert M. Berg met Christian Holt.", ["Robert M. Berg", "Christian Holt"]),
        ("Critics turned on Arvid Dean. As dean he left.", ["Arvid Dean"]),
        ("Critics turned on Arvid Dean. Baker left.", ["Arvid Dean"]),
        ("Critics turned on Ada Judge. Judge has left.", ["Ada Judge"]),
        # the first of two with one last name, by given names without titles
        ("Ivan and Nora Berg left.", ["Ivan Berg", "Nora Berg"]),
        ("Ivan met Nora Berg.", ["Ivan", "Nora Berg"]),
        ("Ivan and Nora left.", ["Ivan", "Nora"]),
        ("Ivan and Mrs. Nora Berg left.", ["Ivan", "Nora Berg"]),
        ("Ivan and Nora Marie Berg left.", ["Ivan", "Nora Marie Berg"]),
        ("Tavra and Nora Berg left.", ["Tavra", "Nora Berg"]),
        ("Ivan and Tavra Berg left.", ["Ivan", "Tavra Berg"]),
        ("Ivan and Nora Berg left. Ivan Holm slept.", ["Ivan", "Nora Berg", "Ivan Holm"]),
        ("Ivan and Nora Berg left. Bo Ivan slept.", ["Ivan", "Nora Berg", "Bo Ivan"]),
        # a title alone shares the last name only of another with a title
        ("Sir and Madam sat.", ["Sir", "Madam"]),
        ("Mr and Dr Berg sat.", ["Mr", "Berg"]),
        ("Mr and Mrs Speaker sat.", ["Mr"]),
        # the long form of an acronym is one name in all its chunks, and stays whole
        (
            "The Coastal and Inland Fisheries met. CIF rose.",
            ["Coastal and Inland Fisheries"] * 2 + ["CIF"],
        ),
        (
            "Life in Brack is slow. Inland Fisheries rose. The Brack Inland Fisheries (BIF) met.",
            ["Brack", "Inland Fisheries", "Brack Inland Fisheries", "BIF"],
        ),
    ],
)
def test_names(text, names):
    forms = names_of(text).forms
    assert [" ".join(forms[i]) for i in sorted(forms)] == names


@for_each(
    ("text", "long_forms"),
    [
        ("The Bureau of Inland Fisheries met. BIF rose.", {"BIF": "Bureau of Inland Fisheries"}),
        ("The Bureau of Inland Fisheries met. B.I.F. rose.", {"BIF": "Bureau of Inland Fisheries"}),
        ("Rill Highway Patrol Sgt. Ada Holm met. RHP rose.", {"RHP": "Rill Highway Patrol"}),
        # no acronym; no name outside a quote; part of a longer name
        ("The Bureau of Inland Fisheries met. BIF Holm rose.", {}),
        ("The Bureau of Inland Fisheries met. Bif rose.", {}),
        ("“The Bureau of Inland Fisheries met,” said BIF.", {}),
        ("The Tresk Bureau of Inland Fisheries met. BIF rose.", {}),
    ],
)
def test_the_long_forms_of_acronyms(text, long_forms):
    spelt_out = names_of(text).spelt_out
    assert {short: " ".join(words) for short, words in spelt_out.items()} == long_forms


def test_an_office_with_of_is_beside_its_name():
    text = "Secretary of State Ada Berg left. “No,” the secretary said."
    assert speakers(text, "the secretary") == ["Ada Berg"]


@for_each(
    ("text", "after_office"),
    [
        ("Secretary of State Ada Berg left. Berg smiled.", {"State Ada Berg"}),
        # a body whose name runs into that of a person
        (
            "Minister in the Ministry of Finance Ada Berg left. Berg smiled.",
            {"the Ministry of Finance Ada Berg"},
        ),
        ("Minister in the Ministry of Finance left. Berg smiled.", set()),
        # where the office is held
        ("Governor of Brack Tindra Oduro left.", {"Brack Tindra Oduro"}),
        ("Trustee of Brack Tindra Oduro left.", set()),
        ("Governor in Brack Tindra Oduro left.", set()),
        # a given name that is a noun, too
        ("Minister of Works Faith Ann Berg left.", {"Works Faith Ann Berg"}),
        # words before a name that are no body
        ("The GSAB Nicole Berg left. Berg smiled.", set()),
    ],
)
def test_names_after_an_office(text, after_office):
    names = names_of(text)
    assert {names.mention(i) for i in names.after_office} == after_office


def test_the_minister_in_a_ministry_is_the_person_after_it():
    text = "“No,” said Minister in the Ministry of Finance Tindra Berg. Berg smiled."
    assert speakers(text, "Minister") == ["Tindra Berg"]
