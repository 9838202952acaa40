"""A quote as one source has it: its own words, spelt alike, weighed, and what it is found by."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from sample_records import NAMED, NOBODY, objects
from tables import for_each

from quoteattr import Article, QuoteRecord, extract
from quoteattr.groups.version import bits, own_words, read_version


def keys(text, speaker=None):
    return read_version(text).keys(speaker)


@for_each(
    "variant",
    [
        "WE WILL REBUILD THE FINEST PIER",
        "We will re\u00adbuild the ﬁnest pier",
        "“We will – rebuild – the ‘finest’ pier!”",
        "We  will\r\nrebuild\u00a0the finest\u200b pier …",
        "[W]e will rebuild the finest [old] pier",
        "We will (as you know) rebuild the finest pier".replace("(as you know)", "(sic)"),
    ],
)
def test_typography_and_what_brackets_put_in_do_not_count(variant):
    assert read_version(variant).folded == "we will rebuild the finest pier"


@for_each(
    ("text", "variant"),
    [
        ("we won’t", "we will not"),
        ("they can't", "they can not"),
        ("it isn’t", "it is not"),
        ("we’ll pay", "we will pay"),
        ("they've paid", "they have paid"),
        ("two of ten", "2 of 10"),
        ("40%", "40 per cent"),
        ("40 percent", "40 per cent"),
        ("e\u0301t\u00e9", "\u00e9te\u0301"),
    ],
)
def test_one_thing_written_in_two_ways_has_the_same_words(text, variant):
    assert read_version(text).words == read_version(variant).words


@pytest.mark.parametrize("variant", ["enters", "entered", "entering"])
def test_the_forms_of_a_word_have_one_stem(variant):
    assert read_version(variant).stems == read_version("enter").stems


def test_a_no_is_a_word_like_any_other():
    assert read_version("we didn’t pay").words == ["we", "did", "not", "pay"]


@for_each("text", ["", " \n", "…", "“”", "?!", "\x00", "\ud800", "—"])
def test_without_a_word_there_is_nothing(text):
    version = read_version(text)
    assert (version.words, version.weight) == ([], 0)


def test_text_that_is_all_in_brackets_is_there_all_the_same():
    assert read_version("[Applause.]").words == ["applause"]


@given(st.text(st.characters() | st.sampled_from(["\ud83d", "’", "[", "…"])))
def test_no_text_raises_and_what_is_folded_stays_as_it_is(text):
    version = read_version(text)
    assert len(version.words) == len(version.stems) == len(version.bits)
    assert version.weight == pytest.approx(sum(version.bits))
    assert all(-(2**63) <= key < 2**63 for key in version.keys("holt"))
    assert bool(version.keys(None)) or not version.words or not version.stems


def test_a_rare_word_weighs_more_than_a_common_one():
    assert bits("the") < bits("people") < bits("harbour") <= bits("mtsvaradze")
    assert bits("mtsvaradze") == bits("字")


SAID = "The ferry to the northern islands leaves the old harbour after the winter storms"


@for_each(
    "variant",
    [
        "leaves the old harbour",
        "The ferry to the northern islands left … after the winter storms",
        "a ferry to these northern islands",
        "THE FERRY, TO THE NORTHERN ISLANDS,",
    ],
)
def test_what_may_be_one_utterance_has_a_key_in_common(variant):
    assert keys(SAID) & keys(variant)


def test_what_shares_but_common_words_has_no_key_in_common():
    assert not keys(SAID) & keys("After the vote, the people of the city will be with us")


def test_a_rare_word_is_a_key_of_its_speaker_alone():
    text, variant = "“insecurity”", "the insecurity that we have seen for years in all our cities"
    assert keys(text, "holt") & keys(variant, "holt")
    assert not keys(text, "holt") & keys(variant, "berg")
    assert not keys(text) & keys(variant)


def test_the_keys_of_a_speech_are_bounded():
    speech = " ".join(f"harbour{n} island{n * 7}" for n in range(20_000))
    assert len(keys(speech, "holt")) < 2_000


def test_words_without_meaning_are_found_together():
    assert keys("not at all") == keys("Not at all.") != keys("not for us")
    assert len(keys("not at all")) == 1


# -- own words --------------------------------------------------------------------------------


def mixed(text, *pieces, quoted):
    """A mixed record of some pieces of a text, of which some words stand in marks."""

    def spans(words):
        return [(text.index(word), text.index(word) + len(word)) for word in words]

    quote = " ".join(pieces)
    return QuoteRecord("Ada Berg", quote, "a", "mixed", spans(pieces), quoted=spans(quoted))


CLAUSE = "The pier, which “nobody” loved, was, she said, “a gift” to the coast and “a marvel”."


@for_each(
    ("pieces", "quoted", "own"),
    [
        (["“a gift” to the coast"], ["a gift"], "a gift"),
        (["“a gift” to the coast and “a marvel”"], ["a gift", "a marvel"], "a gift … a marvel"),
        (
            ["The pier, which “nobody” loved, was", "“a gift” to the coast and “a marvel”"],
            ["nobody", "a gift", "a marvel"],
            "nobody … a gift … a marvel",
        ),
        (
            ["The pier", "which “nobody” loved", "“a gift” to", "the coast and “a marvel”"],
            ["nobody", "a marvel"],
            "nobody … a marvel",
        ),
        (["The pier", "“a gift” to the coast"], ["a gift"], "a gift"),
        (["The pier", "to the coast"], [], "The pier to the coast"),
    ],
)
def test_own_words_are_those_in_marks_of_each_piece(pieces, quoted, own):
    assert own_words(mixed(CLAUSE, *pieces, quoted=quoted)) == own


def test_own_words_of_a_whole_quote_are_all_of_it():
    assert own_words(NAMED) == NAMED.quote
    assert own_words(evolve(NAMED, quoted=[])) == NAMED.quote
    assert own_words(evolve(NOBODY, kind="post")) == NOBODY.quote


TEXTS = [
    CLAUSE,
    "Ada Berg said the pier was “a gift” and that “nobody” would, as “they” say, “ever pay”.",
    "\ud83d “We will 😀 rebuild,” said Ada Berg.\r\n\r\n“The pier,” she said, “is\x00 a gift.”",
    "Berg called it “a gift” to “the coast”, and, she said, “a marvel” for “us all”.",
]


@for_each("text", TEXTS)
def test_own_words_are_what_the_text_has_in_marks(text):
    extracted = extract(Article(text, id="a"))
    assert extracted
    for record in extracted:
        spans = record.verbatim or record.spans
        joint = " " if spans == record.spans else " … "
        assert own_words(record) == joint.join(text[start:end] for start, end in spans)


@given(objects(QuoteRecord, spans=st.just([(0, 5)]), quoted=st.just([(1, 4)])))
def test_own_words_of_a_record_that_does_not_fit_its_quote_do_not_raise(record):
    read_version(own_words(record))
