"""A quote that a paper prints in several pieces is one wording of it."""

import io
import re

import pytest
from growth import calls, grows
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

import quoteattr
import quoteattr.groups.wordings as module
from quoteattr import Article, QuoteRecord, QuoteRecords, group
from quoteattr.groups.group import QuoteGroup
from quoteattr.groups.wordings import wordings

PIER = "We will rebuild the old wooden pier before the winter storms return to the harbour"
TRAM = "The tramway to the northern suburbs was closed because its brakes had failed twice"
ROOF = "Nobody in the market hall has ever paid a single crown towards the leaking roof"
WHOLE = f"{PIER}. {TRAM}. {ROOF}"
ADA = "Ada Berg"


def records(source, *quotes, speaker=ADA):
    """Records of one source, one after the other."""
    ends = range(1000, 10_000, 1000)
    return [
        QuoteRecord(speaker, quote, source, "direct", [(end, end + 1 + len(quote))], confidence=1)
        for quote, end in zip(quotes, ends, strict=False)
    ]


def rows(*sources):
    """The wordings of one group but the fullest: their words, and what differs."""
    (result,) = group(record for part in sources for record in part)
    return [
        (variant.quote, [str(d) for d in variant.differences]) for variant in result.variants[1:]
    ]


FULL = records("a", WHOLE)


def test_two_halves_are_one_row():
    ((quote, texts),) = rows(FULL, records("b", f"{PIER}.", TRAM))
    assert (quote, texts) == (f"{PIER}. {TRAM}", [f"cut “{ROOF}”"])


def test_what_stands_between_two_pieces_is_cut():
    assert rows(FULL, records("b", PIER, ROOF)) == [(f"{PIER} {ROOF}", [f"cut “{TRAM}”"])]


def test_all_pieces_together_are_no_other_wording():
    (result,) = group([*records("b", f"{PIER},", TRAM, ROOF), *FULL])
    (variant,) = result.variants
    assert (variant.quote, variant.differences) == (WHOLE, ())
    assert [record.source for record in variant.records] == ["a", "b", "b", "b"]
    assert result.fullest == FULL[0]


def test_pieces_in_another_order_are_rows_of_their_own():
    assert len(rows(FULL, records("b", TRAM, PIER))) == 2


def test_what_a_paper_says_twice_is_no_piece():
    repeated = records("b", "rebuild the old wooden pier", PIER, TRAM)
    assert [quote for quote, _ in rows(FULL, repeated)] == [
        f"{PIER} {TRAM}",
        "rebuild the old wooden pier",
    ]


def test_each_piece_goes_on_where_the_last_one_ended():
    many = records("b", "We will rebuild", PIER, TRAM, ROOF)
    (result,) = group([*FULL, *many])
    assert [variant.quote for variant in result.variants] == [WHOLE, "We will rebuild"]


def test_the_words_of_two_people_are_two_rows():
    pieces = [*records("b", PIER), *records("b", "", TRAM, speaker="Otto Marx")[1:]]
    result = QuoteGroup(QuoteRecords([*FULL, *pieces]))
    assert [variant.quote for variant in result.variants] == [WHOLE, PIER, TRAM]


def test_who_is_not_named_goes_on():
    pieces = [*records("b", PIER), *records("b", "", TRAM, speaker=None)[1:]]
    result = QuoteGroup(QuoteRecords([*FULL, *pieces]))
    assert [variant.quote for variant in result.variants] == [WHOLE, f"{PIER} {TRAM}"]


def test_records_of_no_source_are_of_no_one_paper():
    result = QuoteGroup(QuoteRecords([*FULL, *records(None, PIER, TRAM)]))
    assert [variant.quote for variant in result.variants] == [WHOLE, PIER, TRAM]


def test_the_papers_that_tell_it_in_the_same_pieces_have_one_row():
    (result,) = group([*FULL, *records("b", PIER, TRAM), *records("c", f"{PIER}!", TRAM)])
    assert [variant.sources for variant in result.variants] == [("a",), ("b", "c")]


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc") | st.none(), st.text(max_size=9) | st.sampled_from([PIER])
        ),
        min_size=1,
        max_size=9,
    )
)
def test_each_record_is_in_one_wording(quotes):
    given_records = [record for source, quote in quotes for record in records(source, quote)]
    result = wordings(given_records, WHOLE)
    in_some = [record for wording in result for record in wording.records]
    assert sorted(map(id, in_some)) == sorted(map(id, given_records))
    variants = QuoteGroup(QuoteRecords(given_records)).variants
    assert sum(len(variant.records) for variant in variants) == len(given_records)


def test_many_pieces_are_put_together_in_proportion():
    def compared(size):
        words = [f"w{number}" for number in range(size)]
        many = [QuoteRecord(ADA, word, "b", "direct", [(n, n + 1)]) for n, word in enumerate(words)]
        with calls(module, "aligned_range") as placed, calls(module, "compare_names") as asked:
            (result,) = wordings(many, " ".join(words))
        assert len(result.records) == size
        return placed.times + asked.times

    assert grows(compared, 40) < 2.1


# -- what is shown ----------------------------------------------------------------------------

ARTICLES = [
    Article(f"“{PIER}, and {TRAM.lower()},” said Ada Berg.", id="a", publisher="Tarn Argus"),
    Article(
        f"“{PIER},” said Ada Berg, the harbour master.\n\nThe gulls left.\n\n“And {TRAM.lower()},”"
        " Berg said on Monday.",
        id="b",
        publisher="Coast Gazette",
    ),
]


@pytest.fixture(scope="module")
def printed_in_two():
    sources = list(quoteattr.extract_many(ARTICLES, kinds=["direct"]))
    assert [len(part) for part in sources] == [1, 2]
    (result,) = quoteattr.group(sources)
    return result


def test_a_page_shows_a_paper_once(printed_in_two):
    page = quoteattr.render(printed_in_two)
    assert page.count("Coast Gazette") == page.count("Tarn Argus") == 1
    assert "<del" not in re.sub(r'<p class="qa-small">.*?</p>', "", page)


def test_a_terminal_shows_a_paper_once(printed_in_two):
    console = Console(file=io.StringIO(), width=200)
    console.print(printed_in_two)
    shown = console.file.getvalue()
    assert shown.count("Coast Gazette") == shown.count("Tarn Argus") == 1
    assert "1 wording" in shown
    assert "[-" not in shown
