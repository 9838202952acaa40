"""Which nouns stand for several."""

from quoteattr.coref.plurals import Plurals
from quoteattr.language import ENGLISH


def test_which_nouns_stand_for_several():
    plurals = Plurals(ENGLISH)
    nouns = ["mayor", "mayors", "men", "family", "committees", "bus", "news"]
    assert [noun for noun in nouns if plurals.is_plural(noun)] == ["mayors", "men", "committees"]
    assert [noun for noun in nouns if not plurals.is_several(noun)] == ["mayor", "bus"]
