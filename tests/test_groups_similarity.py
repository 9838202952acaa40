"""What two versions have in common: words in a row, weighed, and slips of the pen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import for_each
from timing import takes_at_most

from quoteattr.groups.similarity import NOTHING, similarity_of
from quoteattr.groups.version import read_version

SAID = "We will rebuild the old wooden pier before the winter storms return to the harbour"


def common(a, b):
    return similarity_of(read_version(a), read_version(b))


def test_the_same_words_are_all_there():
    assert common(SAID, f"“{SAID.upper()}!”").share == 1
    assert common(SAID, SAID).bits == pytest.approx(read_version(SAID).weight)


@for_each(
    ("b", "least"),
    [
        ("rebuild the old wooden pier before the winter storms", 0.99),
        (SAID.replace("before the winter storms", "…"), 0.8),
        (SAID.replace("will rebuild", "would be rebuilding"), 0.8),
        (SAID.replace("wooden", "woden").replace("harbour", "harbor"), 0.85),
        (SAID.replace("wooden ", ""), 0.85),
        (f"Nobody asked us. {SAID}. It is not for you to say.", 0.99),
        (SAID.replace("We will", "We won’t"), 0.8),
    ],
)
def test_another_wording_has_most_of_it(b, least):
    assert common(SAID, b).share >= least


@for_each(
    "b",
    [
        "The tramway to the northern suburbs was closed because its brakes had failed twice",
        "harbour the to return storms winter the before pier wooden old the rebuild will we",
        "We will do the rest before the end of the year and return to it",
        "字字字字",
    ],
)
def test_other_words_or_another_order_have_little_of_it(b):
    assert common(SAID, b).share < 0.5


def test_the_more_is_changed_the_less_is_common():
    a = SAID.replace("winter", "autumn")
    two = a.replace("wooden", "marble")
    assert 1 > common(SAID, a).share > common(SAID, two).share > 0.5


def test_words_in_a_row_tell_more_than_scattered_ones():
    row = "old wooden pier before winter"
    scattered = "old grand wooden grand pier grand before grand winter"
    assert common(SAID.replace("the winter", "winter"), row).bits > common(SAID, scattered).bits


def test_a_short_one_must_be_there_as_a_whole():
    assert common("heroic flexibility", "we showed heroic flexibility in the talks").share == 1
    assert common("heroic flexibility", "flexibility and heroic talks") == NOTHING
    assert common("heroic flexibility", "heroic kind of flexibility") == NOTHING
    assert common("the old pier", "the old stone pier") == NOTHING


def test_common_words_weigh_little():
    assert common("it is what it is", "it is what it is").bits < common("pier", "pier").bits * 3


ANY = st.text() | st.lists(st.sampled_from([*SAID.split(), "…", "字", "pierr", "harbor"])).map(
    " ".join
)
versions = ANY.map(read_version).filter(lambda version: version.words)


@given(versions, versions)
def test_of_any_two_the_order_does_not_count(a, b):
    result = similarity_of(a, b)
    assert result == similarity_of(b, a)
    assert 0 <= result.share <= 1
    assert result.bits >= 0


@given(versions)
def test_any_is_all_of_itself(version):
    assert similarity_of(version, version).share == 1


def test_speeches_are_compared_in_time():
    a, b = (
        read_version(" ".join(f"w{n * step % 7919}x{n % 13}" for n in range(5_000)))
        for step in (1, 3)
    )
    assert takes_at_most(2, lambda: similarity_of(a, b))
