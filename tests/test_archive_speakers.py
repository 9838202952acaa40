"""Who is quoted in an archive: names put together, counted, filtered."""

import pytest
from tables import for_each
from timing import takes_at_most

from quoteattr import Article, QuoteArchive, QuoteRecord, QuoteRecords
from quoteattr.archive.speakers import SpeakerCount, count_quotes_by_speaker


def rows(*speakers, tree=None):
    """A quote of three words of each speaker's, in articles of their own."""
    return [(speaker, tree, 3, f"a{n}") for n, speaker in enumerate(speakers)]


def forms(quotes):
    return [speaker.forms for speaker in count_quotes_by_speaker(quotes)]


def test_a_speaker_is_counted():
    quotes = [("Ada Berg", 1, 5, "a"), ("Berg", 2, 7, "b"), ("Ada Berg", 3, 1, "a")]
    assert count_quotes_by_speaker(quotes) == [
        SpeakerCount("Ada Berg", ("Ada Berg", "Berg"), quotes=3, words=13, sources=("a", "b"))
    ]


def test_nobody_is_quoted():
    assert count_quotes_by_speaker([]) == []
    assert (
        count_quotes_by_speaker(rows(None, "she", "a senior aide", "the head of Dalby Coal")) == []
    )


def test_the_name_is_the_commonest_full_one():
    quotes = rows("Berg", "Berg", "Ada Berg", "Dr. Ada Berg", "Ada Berg", "A. Berg")
    (berg,) = count_quotes_by_speaker(quotes)
    assert berg.name == "Ada Berg"
    assert set(berg.forms[:2]) == {"Berg", "Ada Berg"}
    assert set(berg.forms) == {"Berg", "Ada Berg", "Dr. Ada Berg", "A. Berg"}


def test_those_with_most_quotes_come_first():
    quotes = rows("Otto Marx", "Ada Berg", "Ida Moss", "Ada Berg", "Ada Berg", "Ida Moss")
    assert [s.name for s in count_quotes_by_speaker(quotes)] == [
        "Ada Berg",
        "Ida Moss",
        "Otto Marx",
    ]


def test_of_as_many_quotes_those_with_more_words_come_first():
    quotes = [("Ada Berg", None, 3, "a"), ("Otto Marx", None, 9, "a")]
    assert [s.name for s in count_quotes_by_speaker(quotes)] == ["Otto Marx", "Ada Berg"]


def test_two_people_of_one_last_name_are_two_and_the_last_name_is_neithers():
    quotes = rows("Ada Berg", "Ian Berg", "Berg", "Ada Berg")
    assert forms(quotes) == [("Ada Berg",), ("Berg",), ("Ian Berg",)]


def test_a_last_name_is_told_by_another_source_of_the_same_quote():
    quotes = [*rows("Ada Berg", "Berg", tree=1), *rows("Ian Berg", tree=2), *rows("Berg", tree=3)]
    assert sorted(forms(quotes)) == [("Ada Berg", "Berg"), ("Berg",), ("Ian Berg",)]
    counts = {s.name: s.quotes for s in count_quotes_by_speaker(quotes)}
    assert counts == {"Ada Berg": 2, "Ian Berg": 1, "Berg": 1}


def test_a_last_name_is_nobodys_where_both_are_told_to_have_said_it():
    quotes = rows("Ada Berg", "Ian Berg", "Berg", tree=1)
    assert sorted(forms(quotes)) == [("Ada Berg",), ("Berg",), ("Ian Berg",)]


def test_a_source_without_a_name_is_none():
    (berg,) = count_quotes_by_speaker([("Ada Berg", 1, 2, None), ("Ada Berg", 1, 2, "a")])
    assert (berg.quotes, berg.sources) == (2, ("a",))


def test_the_order_does_not_count():
    quotes = rows("Ada Berg", "Ian Berg", "Berg", "A. Berg", "Otto Marx", "Dr. Marx", "NCA")
    expected = {(s.name, frozenset(s.forms), s.quotes) for s in count_quotes_by_speaker(quotes)}
    backward = count_quotes_by_speaker(quotes[::-1])
    assert {(s.name, frozenset(s.forms), s.quotes) for s in backward} == expected


def test_many_speakers_are_counted_quickly():
    quotes = [
        (f"{chr(65 + n % 26)}da{n % 97} {chr(65 + n % 23)}erg{n % 2003}", n % 5000, 9, f"s{n % 99}")
        for n in range(20_000)
    ]
    assert takes_at_most(3, lambda: count_quotes_by_speaker(quotes[:4_000]))


# -- in an archive ----------------------------------------------------------------------------

PIER = "We will rebuild the old wooden pier before the winter storms"
ARTICLES = [
    Article(f"“{PIER},” said Ada Berg. “Nobody pays.”", id="a", published="2024-05-04"),
    Article(f"“{PIER},” said Berg.", id="b", published="2024-05-05"),
    Article("“The ferry is late,” said Ian Berg. “It rains,” said an aide.", id="c"),
    Article("“Never again,” said President Ada Berg.", id="d", published="2024-06-01"),
]


@pytest.fixture(scope="module")
def archive():
    with QuoteArchive(":memory:") as archive:
        archive.add(ARTICLES)
        yield archive


def test_the_speakers_of_an_archive(archive):
    ada, ian = archive.speakers()
    assert (ada.name, ian.name) == ("Ada Berg", "Ian Berg")
    assert "Berg" in ada.forms
    assert ada.quotes == sum(r.speaker in ada.forms for part in archive.records() for r in part)
    assert ada.words == sum(
        len(r.quote.split()) for part in archive.records() for r in part if r.speaker in ada.forms
    )
    assert (ada.sources, ian.sources) == (("a", "b", "d"), ("c",))


@for_each(
    ("words", "filters", "names"),
    [
        ("pier", {}, ["Ada Berg"]),
        ("ferry", {}, ["Ian Berg"]),
        ("zebra", {}, []),
        (None, {"source": "c"}, ["Ian Berg"]),
        (None, {"speaker": "Ian Berg"}, ["Ian Berg"]),
        (None, {"since": "2024-06"}, ["Ada Berg"]),
        (None, {"until": "2023"}, []),
        (None, {"kinds": "post"}, []),
    ],
)
def test_speakers_of_what_is_meant(archive, words, filters, names):
    assert [s.name for s in archive.speakers(words, **filters)] == names


def test_speakers_follow_what_is_added_and_removed():
    with QuoteArchive(":memory:") as archive:
        archive.add(ARTICLES)
        before = archive.speakers()
        archive.add([Article("“No,” said Ida Moss.", id="e")])
        assert [s.name for s in archive.speakers()][-1] == "Ida Moss"
        archive.remove("e")
        assert archive.speakers() == before


@for_each("speaker", ["", "\x00", "<b>", "😀", "'", "the", "Jr.", "—", "Dr."])
def test_any_name_is_counted_or_left_out(speaker):
    record = QuoteRecord(speaker, "It rains", "a", "direct", [(0, 8)], confidence=1.0)
    with QuoteArchive(":memory:") as archive:
        archive.add_records([QuoteRecords([record], [Article("It rains", id="a")])])
        assert [s.forms for s in archive.speakers()] in ([], [(speaker,)])
