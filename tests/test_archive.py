"""An archive keeps what it is given, follows what changes, and refuses what is no article."""

import pandas
import polars
import pyarrow
import pytest
from attrs import evolve
from piers import ARTICLES, TRAM, summary, summary_of
from tables import for_each

import quoteattr
from quoteattr import (
    Article,
    Failure,
    InputError,
    OptionError,
    QuoteArchive,
    QuoteRecords,
    extract,
    extract_many,
)

NEW_PIER = evolve(ARTICLES[1], text=f"“{TRAM},” said Otto Marx.")


@pytest.fixture
def archive():
    with QuoteArchive(":memory:") as archive:
        yield archive


def test_what_is_given_comes_back(archive):
    extracted = list(extract_many(ARTICLES))
    added = archive.add(ARTICLES)
    assert (added.new, added.changed, added.known, added.failures) == (6, 0, 0, ())
    assert added.records == len(archive) == sum(map(len, extracted)) > 5
    assert list(archive.records()) == extracted
    assert [part.articles for part in archive.records()] == [(a,) for a in ARTICLES]


def test_what_is_there_is_left(archive):
    archive.add(ARTICLES)
    before = list(archive.records()), summary(archive.groups())
    added = archive.add(ARTICLES + ARTICLES)
    assert (added.new, added.changed, added.known, added.records) == (0, 0, 12, 0)
    assert (list(archive.records()), summary(archive.groups())) == before


def test_an_article_that_is_given_twice_at_once_is_there_once(archive):
    added = archive.add([ARTICLES[0], ARTICLES[0]])
    assert (added.new, added.known) == (1, 1)
    assert len(list(archive.records())) == 1


def test_a_changed_text_replaces_the_old_one_and_groups_follow(archive):
    archive.add(ARTICLES)
    changed = [ARTICLES[0], NEW_PIER, *ARTICLES[2:]]
    added = archive.add(changed)
    assert (added.new, added.changed, added.known) == (0, 1, 5)
    assert added.records == len(extract(NEW_PIER))
    assert summary(archive.groups()) == summary_of(extract_many(changed))
    assert sorted(len(g.sources) for g in archive.groups()) == [2, 3]
    assert not archive.search('"ada berg spoke"')
    assert [r.source for r in archive.search("pier", source="courier")] == []
    assert archive.add(changed).known == 6


def test_a_text_that_changes_back_is_as_before(archive):
    archive.add(ARTICLES)
    before = summary(archive.groups())
    archive.add([NEW_PIER])
    archive.add([ARTICLES[1]])
    assert summary(archive.groups()) == before


def test_what_is_removed_is_gone(archive):
    archive.add(ARTICLES)
    archive.remove("herald")
    rest = ARTICLES[1:]
    assert list(archive.records()) == list(extract_many(rest))
    assert summary(archive.groups()) == summary_of(extract_many(rest))
    assert archive.search("pier", source="herald") == QuoteRecords()
    assert archive.add(ARTICLES).new == 1
    assert summary(archive.groups()) == summary_of(extract_many(ARTICLES))


def test_an_archive_that_was_emptied_is_as_new(archive):
    archive.add(ARTICLES)
    for article in ARTICLES:
        archive.remove(article.source)
    assert (len(archive), list(archive.groups()), archive.speakers()) == (0, [], [])
    assert archive.add(ARTICLES).new == 6


@pytest.mark.parametrize("source", ["nobody", "", "\ud800", "herald "])
def test_what_is_not_there_cannot_be_removed(archive, source):
    archive.add(ARTICLES)
    with pytest.raises(InputError, match="no article"):
        archive.remove(source)
    assert list(archive.records()) == list(extract_many(ARTICLES))


def test_a_failure_is_told_and_not_kept(archive, monkeypatch):
    find_records = quoteattr.api.find_records

    def fragile(article, options):
        if article.id == "post":
            raise RuntimeError("out of luck")
        return find_records(article, options)

    unread = Failure("d.txt", "not UTF-8")
    with monkeypatch.context() as patch:
        patch.setattr(quoteattr.api, "find_records", fragile)
        added = archive.add([*ARTICLES, unread])
    advice = "report it as a bug in quoteattr, with the text"
    assert added.failures == (Failure("post", f"RuntimeError: out of luck; {advice}"), unread)
    assert (added.new, added.known) == (5, 0)
    assert archive.add(ARTICLES).new == 1


def test_articles_without_an_id_go_by_their_text(archive):
    texts = ["“No,” said Ida Moss.", "“Yes,” said Ida Moss."]
    assert archive.add(texts).new == 2
    added = archive.add([*texts, "“Maybe,” said Ida Moss."])
    assert (added.new, added.changed, added.known) == (1, 0, 2)
    assert [part.articles[0].text for part in archive.records()][:2] == texts
    assert archive.add([(texts[0], "a"), (texts[0], "b")]).new == 2


@pytest.mark.parametrize("value", ["“No,” said Ida.", b"No"])
def test_a_text_alone_is_refused(archive, value):
    with pytest.raises(InputError, match="pass a list"):
        archive.add(value)


def no_articles():
    """What gives no articles one by one, though some of it could be taken for texts."""
    frame = pandas.DataFrame({"text": ["“No,” said Ida."], "id": ["a"]})
    (record,) = extract("“No,” said Ida Moss.")
    tables = [frame, polars.from_pandas(frame), pyarrow.Table.from_pandas(frame)]
    return [
        None,
        5,
        2.5,
        True,
        object(),
        *tables,
        {"a": "“No.”"},
        ARTICLES[0],
        Failure("a", "b"),
        record,
    ]


@pytest.mark.parametrize(
    "value", [*no_articles(), extract(ARTICLES[0])], ids=lambda x: type(x).__name__
)
def test_what_gives_no_articles_is_refused(archive, value):
    with pytest.raises(InputError):
        archive.add(value)
    assert len(list(archive.records())) == 0


@pytest.mark.parametrize("value", no_articles(), ids=lambda x: type(x).__name__)
@pytest.mark.parametrize("made", [lambda x: x, lambda x: [x], lambda x: [extract(ARTICLES[0]), x]])
def test_what_gives_no_records_is_refused(archive, value, made):
    with pytest.raises(InputError, match="add_records"):
        archive.add_records(made(value))
    assert len(list(archive.records())) == 0


def test_the_records_of_one_article_need_no_list(archive):
    assert archive.add_records(extract(ARTICLES[0])).new == 1
    assert archive.add_records([]).new == 0


@for_each("path", [5, None, ["a.db"], object(), True])
def test_what_is_no_path_is_refused(path):
    with pytest.raises(InputError, match="path must be a path"):
        QuoteArchive(path)


@pytest.mark.parametrize("source", [5, None, b"herald", ["herald"], ARTICLES[0]])
def test_what_is_no_source_cannot_be_removed(archive, source):
    archive.add([*ARTICLES, ""])
    with pytest.raises(InputError, match="source must be"):
        archive.remove(source)
    assert len(list(archive.records())) == 7


def test_a_message_shows_no_more_than_the_beginning(archive):
    with pytest.raises(InputError) as raised:
        archive.remove("a" * 5000)
    assert len(str(raised.value)) < 300


def test_a_mistake_in_the_middle_leaves_what_came_before(archive):
    many = [Article(f"“It is {n},” said Ida Moss.", id=str(n)) for n in range(150)]
    with pytest.raises(InputError):
        archive.add([*many, 3])
    there = len(list(archive.records()))
    assert 128 <= there <= 150
    added = archive.add(many)
    assert (added.new, added.known) == (150 - there, there)


@pytest.mark.parametrize("by_article", [[QuoteRecords()], [QuoteRecords(articles=ARTICLES)]])
def test_records_of_no_one_article_are_refused(archive, by_article):
    with pytest.raises(InputError, match="one article"):
        archive.add_records([extract(ARTICLES[0]), *by_article])
    assert len(archive) == 0


def test_only_the_kinds_that_are_wanted_are_kept(archive):
    archive.add(ARTICLES, kinds=("direct",))
    assert {r.kind for part in archive.records() for r in part} == {"direct"}
    with pytest.raises(OptionError):
        archive.add(ARTICLES, kinds=("said",))


def test_several_workers_add_the_same(archive):
    added = archive.add(ARTICLES, workers=2)
    assert (added.new, list(archive.records())) == (6, list(extract_many(ARTICLES)))


MESSY = (
    "“We will\r\nre\ud83dbuild 😀 the\x00 old pier, <b>” said "
    "Ada Be\ud800rg.\r\n“No,” said \x00Ida."
)
HOSTILE = ("", "\ud800", "a\x00b", "😀", "\r\n", "'; DROP TABLE article; --", "\U0010ffff", "ﬁ")


@pytest.mark.filterwarnings("ignore::quoteattr.LanguageWarning")
@pytest.mark.parametrize("hostile", HOSTILE)
def test_any_text_comes_back_as_it_was(archive, hostile):
    fields = {"url": hostile, "title": hostile, "authors": [hostile, "b"], "publisher": hostile}
    articles = [
        Article(MESSY + hostile, id=hostile, published=hostile, language=hostile, **fields),
        Article(hostile, id=f"{hostile} b", **fields),
        Article(f"“{hostile} pier,” said Ada Berg.", **fields | {"url": None}),
    ]
    extracted = [*extract_many(articles, min_confidence=0)]
    extracted = [
        QuoteRecords((evolve(r, speaker=f"{hostile} {r.speaker}") for r in part), part.articles)
        for part in extracted
    ]
    archive.add_records(extracted)
    assert list(archive.records()) == extracted
    assert [part.articles for part in archive.records()] == [part.articles for part in extracted]
    assert archive.add_records(extracted).known == 3
    assert {a for g in archive.groups(min_sources=1) for a in g.records.articles} <= {*articles}
    piers = [record for part in extracted for record in part if "pier" in record.quote]
    assert len(archive.search("pier", source=hostile)) == len(piers) > 0
    archive.remove(hostile)
    assert list(archive.records()) == extracted[1:]
