"""Long forms of acronyms."""

import cProfile
from itertools import product
from string import ascii_uppercase

from tables import for_each

from quoteattr.coref.names.acronyms import long_forms, name_words_between


@for_each(
    ("text", "acronym", "expected"),
    [
        ("The Bureau of Inland Fisheries met. BIF spoke.", "BIF", "Bureau of Inland Fisheries"),
        ("Guild-American Union of Boats. GAUB.", "GAUB", "Guild-American Union of Boats"),
        ("The UK Boating Association. UKBA.", "UKBA", "UK Boating Association"),
        ("The Coastal and Inland Security Agency.", "CISA", "Coastal and Inland Security Agency"),
        ("All the Friends of the Harbour of Tresk sang.", "FHT", "Friends of the Harbour of Tresk"),
        ("The Boat Maker’s Union met.", "BMU", "Boat Maker’s Union"),
        # of three capitals only the first counts, and of two letters one
        ("The TRK Boating Association met.", "TBA", "TRK Boating Association"),
        ("The Ox Boating Association met.", "OBA", "Ox Boating Association"),
    ],
)
def test_initials_spell_the_acronym(text, acronym, expected):
    ((spelled, start, end),) = long_forms(text, [acronym])
    assert (spelled, text[start:end]) == (acronym, expected)


@for_each(
    ("text", "acronym"),
    [
        ("Boats of Fisheries", "BF"),  # two letters spell too much
        ("the bureau of inland fisheries", "BIF"),  # no capitals
        ("Bureau of\nInland Fisheries", "BIF"),  # not on one line
        ("Bureau, Inland Fisheries", "BIF"),  # a comma parts two names
        ("Bureau that Inland Fisheries", "BIF"),  # no joint
    ],
)
def test_what_does_not_spell_it(text, acronym):
    assert list(long_forms(text, [acronym])) == []


def test_the_first_long_form_is_given_once():
    text = "Bureau of Inland Fisheries. Board of Indoor Fishing. BIF."
    ((_, start, end),) = long_forms(text, ["BIF", "BIF"])
    assert name_words_between(text, start, end) == ("Bureau", "of", "Inland", "Fisheries")


def test_each_acronym_has_its_long_form():
    text = "The Bureau of Inland Fisheries met the Union of Old Boats."
    forms = [text[start:end] for _, start, end in long_forms(text, ["BIF", "UOB"])]
    assert forms == ["Bureau of Inland Fisheries", "Union of Old Boats"]


def test_the_first_place_counts_and_those_of_one_name_come_in_order():
    text = "The Bay Bay Boat Union met. The Bay Boat Union left."
    spans = list(long_forms(text, ["XYZ", "BBU", "BBBU", "BBU", "BBB"]))
    assert [(short, text[start:end]) for short, start, end in spans] == [
        ("BBU", "Bay Boat Union"),
        ("BBBU", "Bay Bay Boat Union"),
        ("BBB", "Bay Bay Boat"),
    ]


def calls(count):
    """How many functions are called to find the long forms of so many acronyms."""
    acronyms = ["".join(letters) for letters in list(product(ascii_uppercase, repeat=3))[:count]]
    text = ". ".join(f"The {a}a {b}b {c}c met" for a, b, c in acronyms)
    profile = cProfile.Profile()
    spans = profile.runcall(lambda: list(long_forms(text, acronyms)))
    assert len(spans) == count
    return sum(entry.callcount for entry in profile.getstats())


def test_the_cost_is_linear_in_acronyms_and_names():
    calls(1)  # compiles the patterns
    assert calls(200) < 5 * calls(50)
