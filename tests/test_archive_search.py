"""Looking something up in an archive: words, filters, and what nobody would type."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import for_each

from quoteattr import Article, InputError, OptionError, QuoteArchive, group
from quoteattr.archive.search import fts_query

ARTICLES = [
    Article(
        "“The bridge is not safe,” said Ada Berg. “We rebuild it soon.”",
        id="herald/1",
        publisher="The Herald",
        published="2024-05-04",
    ),
    Article(
        "“We are rebuilding the café on the bridge,” said José Núñez.",
        id="herald/2",
        publisher="The Herald",
        published="2024-05-04T23:30:00-03:00",
    ),
    Article("“Safe is not the bridge,” Otto Marx said.", id="post/1", published="2024-06"),
    Article("Otto Marx said that the ferry “sank slowly” in the bay.", id="post/2"),
    Article("“Naïve words,” said President Ada Berg.", id="wire/[1]", published="2025"),
    Article("“It rains,” said Ian Berg. “It snows,” said a senior aide.", id="wire/2"),
]


@pytest.fixture(scope="module")
def archive():
    with QuoteArchive(":memory:") as archive:
        archive.add(ARTICLES)
        yield archive


def sources_of(archive, *words, **filters):
    """The sources of what is found, in no order."""
    return sorted({record.source for record in archive.search(*words, **filters)})


BRIDGE = ["herald/1", "herald/2", "post/1"]


@for_each(
    ("words", "sources"),
    [
        ("bridge", BRIDGE),
        ("BRIDGE", BRIDGE),
        ("bridge safe", ["herald/1", "post/1"]),
        ("safe  bridge", ["herald/1", "post/1"]),
        ('"not safe"', ["herald/1"]),
        ("“not safe”", ["herald/1"]),
        ("«not safe»", ["herald/1"]),
        ('"safe is not"', ["post/1"]),
        ('bridge "not safe"', ["herald/1"]),
        ("rebuil*", ["herald/1", "herald/2"]),
        ("rebuil", []),
        ("bridge rebuil*", ["herald/2"]),
        ('"are rebuil"*', ["herald/2"]),
        ("cafe", ["herald/2"]),
        ("CAFÉ", ["herald/2"]),
        ("naive", ["wire/[1]"]),
        ("nunez", ["herald/2"]),
        ("marx bridge", ["post/1"]),
        ("zebra", []),
        ("bridge zebra", []),
        ("bridge, safe!", ["herald/1", "post/1"]),
    ],
)
def test_words(archive, words, sources):
    assert sources_of(archive, words) == sources


@for_each(
    "words",
    [
        "bridge AND safe",
        "bridge OR zebra",
        "bridge NOT safe",
        "NEAR(bridge safe, 5)",
        "quote:bridge",
        "speaker : berg",
        "(bridge",
        "bridge)",
        '"bridge',
        'bridge"',
        '"bridge" + "safe"',
        "^bridge",
        "-bridge",
        "{quote speaker}: bridge",
        "bridge*safe",
        "**bridge**",
        "bridge;--",
        "' OR 1=1 --",
        "bridge\x00safe",
        "\ud800bridge",
        "bridge\udfff",
        "😀 bridge",
        "“bridge",
        "bridge\\",
        "?1",
        ":name",
        "字",
        "bridge " * 500,
        "b" * 100_000,
    ],
)
def test_what_looks_like_a_language_is_but_words(archive, words):
    assert set(sources_of(archive, words)) <= {"herald/1", "herald/2", "post/1"}


def test_operators_are_words(archive):
    assert sources_of(archive, "bridge OR zebra") == []
    assert sources_of(archive, "bridge NOT safe") == ["herald/1", "post/1"]


@for_each("words", ["", " ", "…", '""', "*", "?!", "\x00", "\ud800", "😀", '"*"'])
def test_without_a_word_there_is_nothing_to_look_for(archive, words):
    with pytest.raises(OptionError, match="no word"):
        archive.search(words)


PIECES = [*"\"“”„«»*()^:+-{}',; \x00\ud800", "AND", "OR", "NOT", "NEAR(", "bridge", "é", "字", "²"]


@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_no_words_raise_what_sqlite_does(words):
    with QuoteArchive(":memory:") as archive:
        try:
            assert archive.search(words) == archive.search(words, limit=None)
            assert list(archive.groups(words)) == archive.speakers(words) == []
        except (InputError, OptionError):
            pass


@for_each(
    ("filters", "sources"),
    [
        ({"speaker": "Ada Berg"}, ["herald/1", "wire/[1]"]),
        ({"speaker": "President Ada Berg"}, ["herald/1", "wire/[1]"]),
        ({"speaker": "Berg"}, ["herald/1", "wire/2", "wire/[1]"]),
        ({"speaker": "A. Berg"}, ["herald/1", "wire/[1]"]),
        ({"speaker": "Jose Nunez"}, ["herald/2"]),
        ({"speaker": "Nobody Known"}, []),
        ({"speaker": "\ud800"}, []),
        ({"speaker": "a senior aide"}, ["wire/2"]),
        ({"source": "herald/1"}, ["herald/1"]),
        ({"source": "herald/*"}, ["herald/1", "herald/2"]),
        ({"source": "*1"}, ["herald/1", "post/1"]),
        ({"source": "The Herald"}, ["herald/1", "herald/2"]),
        ({"source": "herald"}, []),
        ({"source": "\ud800"}, []),
        ({"source": "'"}, []),
        ({"kinds": ["mixed"]}, ["post/2"]),
        ({"kinds": "mixed"}, ["post/2"]),
        ({"kinds": ["direct"], "source": "post/*"}, ["post/1"]),
        ({"min_confidence": 1.0, "source": "nowhere"}, []),
        ({"words": "bridge", "speaker": "Marx"}, ["post/1"]),
        ({"words": "bridge", "speaker": "Marx", "until": "2024-05"}, []),
    ],
)
def test_filters(archive, filters, sources):
    assert sources_of(archive, **filters) == sources


def test_a_source_with_brackets_is_found_by_its_own_name(archive):
    assert sources_of(archive, source="wire/*") == ["wire/2", "wire/[1]"]


DATED = ["herald/1", "herald/2", "post/1", "wire/[1]"]


@for_each(
    ("since", "until", "sources"),
    [
        ("2024", None, DATED),
        ("2024-05", None, DATED),
        ("2024-05-04", None, DATED),
        ("2024-05-05", None, ["herald/2", "post/1", "wire/[1]"]),  # 23:30 in another zone
        ("2024-05-05T02:30:00Z", None, ["herald/2", "post/1", "wire/[1]"]),
        ("2024-05-05T02:30:01Z", None, ["post/1", "wire/[1]"]),
        ("2024-05-04T23:30:00-03:00", None, ["herald/2", "post/1", "wire/[1]"]),
        ("2025", None, ["wire/[1]"]),
        ("2026", None, []),
        (None, "2023", []),
        (None, "2024", ["herald/1", "herald/2", "post/1"]),
        (None, "2024-05", ["herald/1", "herald/2"]),
        (None, "2024-05-04", ["herald/1"]),
        (None, "2024-05-05", ["herald/1", "herald/2"]),
        (None, "2024-05-05T02:30:00Z", ["herald/1", "herald/2"]),
        (None, "2024-05-05T02:29:59Z", ["herald/1"]),
        (None, "2024-12", ["herald/1", "herald/2", "post/1"]),
        (None, "2024-12-31", ["herald/1", "herald/2", "post/1"]),
        (None, "2025", DATED),
        ("2024-06", "2024-06", ["post/1"]),
        ("2024-02-29", "2024-05-04", ["herald/1"]),
        (" 2024-06 ", "2024-06\n", ["post/1"]),
    ],
)
def test_dates(archive, since, until, sources):
    options = {"since": since, "until": until}
    assert sources_of(archive, **{k: v for k, v in options.items() if v is not None}) == sources


#: moments that are in no year of Python's once they are told in UTC, and those beside them
FIRST, LAST = "0001-01-01T00:00+14:00", "9999-12-31T23:59:59.999999-23:59"
EDGES = [FIRST, "0001", "0001-01-01", "0033-04", "2024-05-04", "9999", "9999-12-31", LAST, None]


@pytest.fixture(scope="module")
def edges():
    with QuoteArchive(":memory:") as archive:
        articles = [Article(PIER, id=str(n), published=edge) for n, edge in enumerate(EDGES)]
        assert archive.add(articles).new == len(EDGES)
        yield archive


PIER = "“We will rebuild the old wooden pier before the winter,” said Ada Berg."


@for_each(
    ("since", "until", "sources"),
    [
        (FIRST, None, "01234567"),
        ("0001", None, "01234567"),
        ("0002", None, "34567"),
        ("9999", None, "567"),
        ("9999-12", None, "67"),
        (LAST, None, "7"),
        (None, FIRST, "012"),
        (None, "0001-01-01", "012"),
        (None, "0999", "0123"),
        (None, "9998", "01234"),
        (None, "9999", "01234567"),
        (None, "9999-12-31", "01234567"),
        (None, "9999-12-31T23:59:58Z", "0123456"),
        (None, LAST, "01234567"),
        ("0100", "0200", ""),
        (LAST, FIRST, ""),
    ],
)
@for_each("method", ["search", "groups", "speakers"])
def test_dates_at_the_edge_of_time(edges, method, since, until, sources):
    options = {"since": since, "until": until}
    options = {name: value for name, value in options.items() if value is not None}
    results = list(getattr(edges, method)(**options))
    if method == "search":
        assert "".join(sorted(record.source for record in results)) == sources
    else:
        assert len(results) == (1 if sources else 0)


def test_groups_are_in_order_of_publication_at_the_edge_of_time(edges):
    order = tuple("012345678")
    (pier,) = edges.groups()
    assert pier.sources == order
    (pier,) = group(part for part in edges.records())
    assert pier.sources == order


def test_the_newest_come_first_at_the_edge_of_time(edges):
    assert [record.source for record in edges.search()][:5] == list("76543")


@for_each(
    "filters",
    [
        {"since": "yesterday"},
        {"until": ""},
        {"since": "2024-13"},
        {"until": "2023-02-29"},
        {"since": "04.05.2024"},
        {"since": "\ud800"},
        {"kinds": ["said"]},
        {"kinds": []},
        {"speaker": "she"},
        {"speaker": ""},
        {"publisher": "The Herald"},
    ],
)
@for_each("method", ["search", "groups", "speakers"])
def test_a_value_that_does_not_exist_is_refused(archive, method, filters):
    with pytest.raises(OptionError):
        list(getattr(archive, method)(**filters))


def test_a_limit(archive):
    everything = archive.search(limit=None)
    assert len(everything) == len(archive) == len(archive.search())
    assert archive.search(limit=2) == everything[:2]
    assert archive.search(limit=0) == everything[:0]
    assert len(archive.search("bridge", limit=1)) == 1


def test_without_words_the_newest_come_first(archive):
    order = list(dict.fromkeys(record.source for record in archive.search()))
    assert order[:4] == ["wire/[1]", "post/1", "herald/2", "herald/1"]


def test_what_fits_best_comes_first():
    with QuoteArchive(":memory:") as archive:
        long = "We walked on the bridge, and then we talked of the weather and of the long winter"
        archive.add([(f"“{long},” said Ada Berg.", "a"), ("“The bridge,” said Ida Moss.", "b")])
        assert [record.source for record in archive.search("bridge")] == ["b", "a"]


def test_records_come_with_their_articles(archive):
    records = archive.search("bridge")
    assert {a.id for a in records.articles} == set(BRIDGE)
    for record in records:
        (article,) = [a for a in records.articles if a.id == record.source]
        assert all(article.text[slice(*span)] in record.quote for span in record.spans)


def test_confidence(archive):
    for record in archive.search(limit=None):
        least = record.speaker_confidence
        assert record in archive.search(limit=None, min_confidence=least)
    assert {r.speaker_confidence >= 0.9 for r in archive.search(min_confidence=0.9)} <= {True}


def test_an_archive_of_nothing():
    with QuoteArchive(":memory:") as archive:
        assert len(archive.search("bridge")) == len(archive.search()) == len(archive) == 0
        assert archive.speakers() == list(archive.groups()) == list(archive.records()) == []


def test_a_phrase_may_stand_between_german_marks():
    assert fts_query("„not safe“") == '"not safe"'


# -- what nobody should wait for ----------------------------------------------------------------


def test_equal_words_are_looked_for_once():
    assert fts_query('road Road ROAD, road* "road" “road”*') == '"road" "road"*'
    assert fts_query("road " * 10_000) == '"road"'
    assert fts_query('"old road" ' * 10_000 + "«Old  Road»") == '"old road"'


MANY = [f"w{number}" for number in range(101)]


@for_each("words", [" ".join(MANY), f'"{" ".join(MANY)}"', '"road' + " road" * 100 + '"'])
@for_each("method", ["search", "groups", "speakers"])
def test_too_many_words_are_refused(archive, method, words):
    with pytest.raises(InputError, match="101 words are too many to search for; pass at most 100"):
        list(getattr(archive, method)(words))


def test_as_many_words_as_are_told_are_looked_for(archive):
    assert sources_of(archive, " ".join(MANY[1:])) == []
    assert sources_of(archive, f'"{" ".join(MANY[1:])}"') == []


def test_the_sign_of_a_source_that_is_no_star_is_itself():
    names = ["a[1]", "a1", "https://a.example/?id=5", "https://a.example/xid=5", "a*", "a]"]
    with QuoteArchive(":memory:") as archive:
        archive.add([Article(PIER, id=name) for name in names])
        for name in names:
            assert name in sources_of(archive, source=name)
        assert sources_of(archive, source="a[1]") == ["a[1]"]
        assert sources_of(archive, source="a[*") == ["a[1]"]
        assert sources_of(archive, source="*?id*") == ["https://a.example/?id=5"]
        assert sources_of(archive, source="b" * 100_000) == []
        with pytest.raises(OptionError, match="pass at most 50,000 bytes"):
            archive.search(source="b" * 100_000 + "*")


# -- what is no value ---------------------------------------------------------------------------

NAN, INFINITY = float("nan"), float("inf")


@for_each(
    ("error", "filters"),
    [
        *((InputError, {"words": value}) for value in (5, b"road", ["road"], object)),
        *((InputError, {"speaker": value}) for value in (5, b"Berg", ["Berg"])),
        *((InputError, {"source": value}) for value in (5, b"a", ["a"])),
        *((InputError, {"since": value}) for value in (2024, date(2024, 5, 4), b"2024")),
        *((InputError, {"until": value}) for value in (2024, date(2024, 5, 4), b"2024")),
        *((InputError, {"min_confidence": value}) for value in ("0.5", None, True, [0.5])),
        *((OptionError, {"min_confidence": value}) for value in (NAN, INFINITY, -0.1, 1.1, 50)),
    ],
)
@for_each("method", ["search", "groups", "speakers"])
def test_a_value_of_the_wrong_type_is_refused(archive, method, error, filters):
    (name,) = filters
    with pytest.raises(error, match=rf"{name} must be "):
        list(getattr(archive, method)(**filters))


@for_each(
    ("error", "value"), [(OptionError, -5), *((InputError, v) for v in ("5", 2.5, True, [5]))]
)
def test_a_number_of_no_things_is_refused(archive, error, value):
    with pytest.raises(error, match="limit must be"):
        archive.search(limit=value)
    with pytest.raises(error, match="min_sources must be"):
        list(archive.groups(min_sources=value))


def test_any_large_number_is_one(archive):
    assert archive.search(limit=10**30) == archive.search(limit=None)
    assert list(archive.groups(min_sources=10**30)) == []
