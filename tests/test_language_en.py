"""The tables of English: every form that is built is a word, and no entry is dead.

``lemminflect`` is asked for the forms of each word of the tables. Where it and good dictionaries
(Oxford, Merriam-Webster) differ, the word is listed here with the reason.
"""

from __future__ import annotations

from lemminflect import getInflection
from tables import for_each

from quoteattr.detect.chunker import find_chunks
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize
from quoteattr.language import ENGLISH
from quoteattr.language.en import morphology
from quoteattr.language.en.morphology import forms, plural, regular

VERBS = frozenset[str]().union(
    *(ENGLISH.saying, ENGLISH.reporting, ENGLISH.addressing, ENGLISH.thinking, ENGLISH.intending),
    *(ENGLISH.perceiving, ENGLISH.rejecting, ENGLISH.calling, ENGLISH.quoting, ENGLISH.raising),
    *(ENGLISH.delivering, ENGLISH.turning),
)
NOUNS = ENGLISH.roles | ENGLISH.groups | ENGLISH.documents

#: verb → forms that we build and lemminflect does not, forms that it builds and we do not
VERB_DIFFERENCES: dict[str, tuple[set[str], set[str]]] = {
    "chide": (set(), {"chid", "chidded", "chidden"}),  # archaic
    "marvel": ({"marvelling"}, set()),  # the British spelling; it has only "marvelled"
    "refer": (set(), {"refered", "refering"}),  # misspellings
}
#: noun → our plural, where lemminflect does not know that the noun ends in "man"
PLURAL_DIFFERENCES = {
    "anchorwoman": "anchorwomen",
    "clansman": "clansmen",
    "co-chairman": "co-chairmen",
    "co-chairwoman": "co-chairwomen",
    "coachman": "coachmen",
    "congressman": "congressmen",
    "congresswoman": "congresswomen",
    "conman": "conmen",
    "craftswoman": "craftswomen",
    "defenceman": "defencemen",
    "defenseman": "defensemen",
    "deliveryman": "deliverymen",
    "ex-wife": "ex-wives",
    "ferryman": "ferrymen",
    "fisherwoman": "fisherwomen",
    "frontman": "frontmen",
    "frontwoman": "frontwomen",
    "groundsman": "groundsmen",
    "headman": "headmen",
    "lawman": "lawmen",
    "oilman": "oilmen",
    "ombudswoman": "ombudswomen",
    "selectwoman": "selectwomen",
    "shaman": "shamen",
    "signalman": "signalmen",
    "stateswoman": "stateswomen",
    "strongman": "strongmen",
    "stuntman": "stuntmen",
    "stuntwoman": "stuntwomen",
    "townswoman": "townswomen",
    "tradeswoman": "tradeswomen",
    "trawlerman": "trawlermen",
    "tribeswoman": "tribeswomen",
    "yachtswoman": "yachtswomen",
}


# One test for a table: a thousand tests of a line each would take a minute more.
def test_the_forms_of_verbs() -> None:
    differences = {verb: _verb_difference(verb) for verb in sorted(VERBS)}
    assert {verb: errors for verb, errors in differences.items() if any(errors)} == VERB_DIFFERENCES


def _verb_difference(verb: str) -> tuple[set[str], set[str]]:
    """Forms of a verb that only we have, and those that only lemminflect has."""
    known = {f for tag in ("VBZ", "VBD", "VBN", "VBG") for f in getInflection(verb, tag)}
    built = set(forms(verb))
    return built - known - {verb}, known - built


def test_the_plurals_of_nouns() -> None:
    differing = {n: plural(n) for n in NOUNS if plural(n) not in getInflection(n, "NNS")}
    assert differing == PLURAL_DIFFERENCES


def test_a_word_may_have_one_letter() -> None:
    assert [plural(word) for word in ("y", "s", "")] == ["ies", "ses", "s"]
    assert [*forms("y")] == ["y", "ies", "ied", "ying"]


@for_each(
    "form",
    "nodded shrugged grinned averred wept besought beseeched marvelled marveled forecasted".split(),
)
def test_a_form_reports(form: str) -> None:
    assert ENGLISH.word_tags[form] == "S"


@for_each(
    "noun",
    "thieves batsmen barmen postmen midwives gunmen linesmen cameramen aldermen chairwomen".split(),
)
def test_a_plural_stands_for_people(noun: str) -> None:
    assert noun in ENGLISH.person_nouns


def test_no_verb_stands_in_two_tables() -> None:
    """The tag of ``saying`` wins, so that an entry of ``reporting`` would have no effect."""
    assert not ENGLISH.saying & ENGLISH.reporting


def test_each_irregular_verb_is_in_a_table_and_irregular() -> None:
    for verb, irregular in morphology.IRREGULAR.items():
        assert verb in VERBS
        assert set(irregular.split()) != set(regular(verb))


def test_each_irregular_plural_is_of_a_noun_of_the_tables() -> None:
    assert set(morphology.IRREGULAR_PLURALS) <= NOUNS
    for ending in morphology.PLURAL_ENDINGS:
        assert any(noun.endswith(ending) for noun in NOUNS)
    for noun in morphology.IRREGULAR_PLURALS:
        others = {n: p for n, p in morphology.IRREGULAR_PLURALS.items() if n != noun}
        assert morphology.IRREGULAR_PLURALS[noun] != _plural_without(noun, others)


def _plural_without(noun: str, irregular: dict[str, str]) -> str:
    """The plural of a noun as it would be without its entry."""
    full = dict(morphology.IRREGULAR_PLURALS)
    try:
        morphology.IRREGULAR_PLURALS.clear()
        morphology.IRREGULAR_PLURALS.update(irregular)
        return plural(noun)
    finally:
        morphology.IRREGULAR_PLURALS.update(full)


def test_no_plural_is_listed_that_is_built_or_a_role() -> None:
    assert not ENGLISH.plurals & (set(map(plural, ENGLISH.roles)) | ENGLISH.roles)


@for_each("noun", sorted(ENGLISH.cue_nouns))
def test_a_reporting_noun_is_a_cue(noun: str) -> None:
    """Those that are verbs as well report as nouns after a possessive."""
    text = f"Her {noun} “no” followed."
    chunks = find_chunks(tokenize(text, find_quotes(text)))
    assert chunks.tags.startswith("PKQ")
