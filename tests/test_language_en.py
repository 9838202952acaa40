"""The tables of English: every form that is built is a word, and no entry is dead.

``lemminflect`` is asked for the forms of each word of the tables. Where it and good dictionaries
(Oxford, Merriam-Webster) differ, the word is listed here with the reason.
"""

from __future__ import annotations

import pytest
from lemminflect import getInflection

from quoteattr.detect.chunks import find_chunks
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize
from quoteattr.language import ENGLISH
from quoteattr.language.en import tables as en
from quoteattr.language.en.morphology import forms, plural, regular

VERBS = en.SAYING | en.REPORTING | en.ADDRESSING
NOUNS = en.ROLES | en.GROUPS | en.DOCUMENTS

#: verb → forms that we build and lemminflect does not, forms that it builds and we do not
VERB_DIFFERENCES: dict[str, tuple[set[str], set[str]]] = {
    "chide": (set(), {"chid", "chidded", "chidden"}),  # archaic
    "marvel": ({"marvelling"}, set()),  # the British spelling; it has only "marvelled"
    "refer": (set(), {"refered", "refering"}),  # misspellings
}
#: noun → our plural, where lemminflect does not know that the noun ends in "man"
PLURAL_DIFFERENCES = {
    "congressman": "congressmen",
    "congresswoman": "congresswomen",
    "ferryman": "ferrymen",
    "headman": "headmen",
    "stuntman": "stuntmen",
}


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_the_forms_of_a_verb(verb: str) -> None:
    known = {f for tag in ("VBZ", "VBD", "VBN", "VBG") for f in getInflection(verb, tag)}
    built = set(forms(verb))
    ours, theirs = VERB_DIFFERENCES.get(verb, (set(), set()))
    assert (built - known - {verb}, known - built) == (ours, theirs)


@pytest.mark.parametrize("noun", sorted(NOUNS))
def test_the_plural_of_a_noun(noun: str) -> None:
    known = set(getInflection(noun, "NNS"))
    assert plural(noun) in known | {PLURAL_DIFFERENCES.get(noun)}
    assert noun not in PLURAL_DIFFERENCES or plural(noun) not in known


@pytest.mark.parametrize(
    "form",
    "nodded shrugged grinned averred wept besought beseeched marvelled marveled forecasted".split(),
)
def test_a_form_reports(form: str) -> None:
    assert ENGLISH.word_tags[form] == "S"


@pytest.mark.parametrize(
    "noun",
    "thieves batsmen barmen postmen midwives gunmen linesmen cameramen aldermen chairwomen".split(),
)
def test_a_plural_stands_for_people(noun: str) -> None:
    assert noun in ENGLISH.person_nouns


def test_no_verb_stands_in_two_tables() -> None:
    """The class of ``SAYING`` wins, so that an entry of ``REPORTING`` would be dead."""
    assert not en.SAYING & en.REPORTING


def test_each_irregular_verb_is_in_a_table_and_irregular() -> None:
    for verb, irregular in en.IRREGULAR.items():
        assert verb in VERBS
        assert set(irregular.split()) != set(regular(verb))


def test_each_irregular_plural_is_of_a_noun_of_the_tables() -> None:
    assert set(en.IRREGULAR_PLURALS) <= NOUNS
    for ending in en.PLURAL_ENDINGS:
        assert any(noun.endswith(ending) for noun in NOUNS)
    for noun in en.IRREGULAR_PLURALS:
        others = {n: p for n, p in en.IRREGULAR_PLURALS.items() if n != noun}
        assert en.IRREGULAR_PLURALS[noun] != _plural_without(noun, others)


def _plural_without(noun: str, irregular: dict[str, str]) -> str:
    """The plural of a noun as it would be without its entry."""
    full = dict(en.IRREGULAR_PLURALS)
    try:
        en.IRREGULAR_PLURALS.clear()
        en.IRREGULAR_PLURALS.update(irregular)
        return plural(noun)
    finally:
        en.IRREGULAR_PLURALS.update(full)


def test_no_plural_is_listed_that_is_built_or_a_role() -> None:
    assert not en.PLURALS & (set(map(plural, en.ROLES)) | en.ROLES)


@pytest.mark.parametrize("noun", sorted(en.CUE_NOUNS))
def test_a_reporting_noun_is_a_cue(noun: str) -> None:
    """Those that are verbs as well report as nouns after a possessive."""
    text = f"Her {noun} “no” followed."
    chunks = find_chunks(tokenize(text, find_quotes(text)))
    assert chunks.tags.startswith("PKQ")
