"""Names without titles, offices and degrees, and their spelling in small letters."""

from tables import for_each

from quoteattr.detect.transcripts.bare_names import NameReader
from quoteattr.language import ENGLISH, Language

READER = NameReader(ENGLISH)


@for_each(
    ("name", "bare"),
    [
        ("Dr. Fatou Ceesay", "Fatou Ceesay"),
        ("OK Gov Fallin", "Fallin"),
        ("Lindfurt’s Mayor Otto Blum", "Otto Blum"),
        ("Ada Berg Ph.D.", "Ada Berg"),
        ("Otto Blum Jr.", "Otto Blum Jr."),
        ("Judge Berg", "Berg"),
        ("Miller", "Miller"),
    ],
)
def test_bare(name, bare):
    assert " ".join(READER.bare(name.split())) == bare


@for_each(
    ("word", "spelt"),
    [
        ("BERG", "Berg"),
        ("McCONNELL", "McConnell"),
        ("MCCONNELL", "McConnell"),
        ("O'BRIEN", "O'Brien"),
        ("BERG’S", "Berg’s"),
        ("HOLT-BERG", "Holt-Berg"),
        ("III", "III"),
        ("J.", "J."),
        ("Berg", "Berg"),
    ],
)
def test_in_small_letters(word, spelt):
    assert READER.in_small_letters(word) == spelt


def test_possessive_endings_are_those_of_the_language():
    assert READER.unpossessed("Berg’s") == "Berg"
    assert NameReader(Language(code="xx", name="Bare")).unpossessed("Berg’s") == "Berg’s"
