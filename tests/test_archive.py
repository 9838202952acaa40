"""An archive: what is given to it comes back, groups follow, and no crash takes anything."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pandas
import polars
import pyarrow
import pytest
from attrs import evolve
from growth import Count, grows
from sample_records import PARTS
from tables import for_each

import quoteattr
from quoteattr import (
    Article,
    Failure,
    InputError,
    OptionError,
    QuoteArchive,
    QuoteRecord,
    QuoteRecords,
    SourceError,
    extract,
    extract_many,
)
from quoteattr.formats.formats import FORMATS

ROOT = Path(__file__).parents[1]

PIER = "We will rebuild the old wooden pier before the winter storms, and nobody will pay for it"
TRAM = "The tramway to the northern suburbs was closed because the brakes had failed twice"
ARTICLES = [
    Article(f"“{PIER},” said Ada Berg. “{TRAM},” said Otto Marx.", id="herald"),
    Article(f"Ada Berg spoke on Friday. “{PIER},” she said.", id="courier", published="2026-05-04"),
    Article("Berg promised to “rebuild the old wooden pier before the winter”.", id="post"),
    Article(f"“{TRAM},” Marx told reporters. Otto Marx is the mayor.", id="wire", authors=["Bo"]),
    Article("“The library opens on Sundays from now on,” said Ida Moss.", url="https://a.example"),
    Article("Nobody said anything in this one.", id="silent"),
]
NEW_PIER = evolve(ARTICLES[1], text=f"“{TRAM},” said Otto Marx.")


@pytest.fixture
def archive():
    with QuoteArchive(":memory:") as archive:
        yield archive


def summary(groups):
    """Groups as sets of (source, spans), in no order."""
    return sorted(sorted((r.source, r.spans) for r in group.records) for group in groups)


def summary_of(by_article):
    """The groups across sources of all records."""
    return summary(g for g in quoteattr.group(by_article) if len(g.sources) >= 2)


def whole(path):
    """The numbers of articles and of records in a file, which has to be sound."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute("INSERT INTO record_words (record_words) VALUES ('integrity-check')")
    extracted = [
        connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("article", "record")
    ]
    connection.close()
    return extracted


# -- adding -----------------------------------------------------------------------------------


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
    advice = "report it as a bug of quoteattr, with the text"
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


# -- groups -----------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
def test_groups_do_not_depend_on_how_the_archive_was_filled(archive, seed):
    expected = summary_of(extract_many(ARTICLES))
    assert [len(group) for group in expected] == [3, 2]
    shuffled = random.Random(seed).sample(ARTICLES, len(ARTICLES))
    for article in shuffled:
        archive.add([article])
    assert summary(archive.groups()) == expected


def test_groups_as_of_the_function(archive):
    archive.add(ARTICLES)
    assert summary(archive.groups()) == summary_of(extract_many(ARTICLES))
    assert summary(archive.groups(min_sources=1)) == summary(
        quoteattr.group(extract_many(ARTICLES))
    )
    sizes = [len(group.sources) for group in archive.groups()]
    assert sizes == sorted(sizes, reverse=True)


def test_groups_with_a_record_that_is_meant_are_whole(archive):
    archive.add(ARTICLES)
    (pier,) = archive.groups("pier", source="courier")
    assert set(pier.sources) == {"herald", "courier", "post"}
    assert pier.sources[0] == "courier"  # alone it has a date
    assert [set(g.sources) for g in archive.groups(speaker="Marx")] == [{"herald", "wire"}]
    assert list(archive.groups("zebra")) == []
    assert [len(g.sources) for g in archive.groups(min_sources=3)] == [3]


WORDS = [
    f"{a}{b}" for a in "ka lo mi ru ten sar vol pim dra nos".split() for b in ("ba", "do", "fu")
]


def changed(size):
    """Wordings of one quote, in each of which some words are others."""
    chance = random.Random(7)
    for _ in range(size):
        words = list(WORDS)
        for place in chance.sample(range(30), 3):
            words[place] = "".join(chance.choices("xyzwv", k=4)) + words[place]
        yield " ".join(words[chance.randrange(4) : 30 - chance.randrange(4)])


def pieces(size):
    """A long quote, and pieces of it, all of which are most like the whole."""
    chance = random.Random(7)
    words = [f"{chance.choice('bcdfg')}{word}" for word in WORDS * 4]
    quotes = {" ".join(words): None}
    while len(quotes) < size:
        start = chance.randrange(90)
        quotes[" ".join(words[start : start + chance.randrange(12, 60)])] = None
    return quotes


def steps_to_remove(quotes, count=None, statements=False):
    """What SQLite does to remove the articles of some quotes, or the first ones, as they came.

    Counted are steps of its machine, or the statements that it is asked to run.
    """
    by_article = [
        QuoteRecords(
            [QuoteRecord("Ada Berg", quote, f"a{n}", "direct", [(0, 9)], confidence=1)],
            [Article(quote, id=f"a{n}")],
        )
        for n, quote in enumerate(quotes)
    ]
    with QuoteArchive(":memory:") as archive:
        archive.add_records(by_article)
        steps, connection = Count(), archive._store.connection
        connection.set_progress_handler(None if statements else steps, 100)
        connection.set_trace_callback(steps if statements else None)
        for part in by_article[:count]:
            archive.remove(part.articles[0].source)
        connection.set_progress_handler(None, 0)
        connection.set_trace_callback(None)
        assert len(archive) == len(by_article[count:] if count else [])
    return steps.times


@pytest.mark.slow
def test_wordings_of_one_quote_are_removed_in_proportion():
    assert grows(lambda size: steps_to_remove(changed(size), statements=True), 60) < 2.2
    # of fewer, all holders of each key are read at once
    assert grows(lambda size: steps_to_remove(changed(size)), 240) < 2.5
    assert grows(lambda size: steps_to_remove(pieces(size)), 240) < 2.5


@pytest.mark.slow
def test_what_those_have_in_common_that_look_for_another_is_read_once():
    """Each key is read once, with as many of its holders as they are compared with."""
    assert grows(lambda size: steps_to_remove(pieces(size), 1, statements=True), 60) < 1.6
    assert grows(lambda size: steps_to_remove(pieces(size), 1), 60) < 2.2


# -- the file ---------------------------------------------------------------------------------


def test_what_was_written_is_there_for_the_next(tmp_path):
    path = tmp_path / "quotes.db"
    with QuoteArchive(path) as archive:
        archive.add(ARTICLES)
    with QuoteArchive(str(path)) as archive:
        assert list(archive.records()) == list(extract_many(ARTICLES))
        assert archive.add(ARTICLES).known == 6
    assert whole(path)[0] == 6


def test_one_reads_while_another_writes(tmp_path):
    path = tmp_path / "quotes.db"
    many = [Article(f"“It is {n},” said Ida Moss.", id=str(n)) for n in range(100)]
    with QuoteArchive(path) as writer, QuoteArchive(path) as reader:
        counts = []

        def watched():
            for records in extract_many(many):
                counts.append((len(reader), len(reader.search("moss", limit=None))))
                yield records

        writer.add_records(watched())
        assert sorted(set(counts)) == [(0, 0), (64, 64)]
        assert len(reader) == 100
        assert [s.name for s in reader.speakers()] == ["Ida Moss"]


def test_readers_see_what_was_there_during_a_transaction(tmp_path):
    path = tmp_path / "quotes.db"
    with QuoteArchive(path) as archive, QuoteArchive(path) as reader:
        archive.add(ARTICLES[:1])
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM record")
        assert len(reader) == len(next(reader.records())) > 0
        connection.execute("ROLLBACK")
        connection.close()


@pytest.mark.parametrize(
    "read",
    [
        lambda archive: archive.search("moss"),
        lambda archive: archive.article("a"),
        lambda archive: archive.likely_articles(["the moss"]),
    ],
)
def test_what_one_call_reads_is_of_one_moment(tmp_path, monkeypatch, read):
    path = tmp_path / "quotes.db"
    with QuoteArchive(path) as archive, QuoteArchive(path) as writer:
        archive.add([Article("“It will rain,” said Ida Moss.", id="a")])
        expected = read(archive)
        article = archive._store.article

        def removed_meanwhile(number):
            """Read an article that another process has just removed."""
            if "a" in writer:
                writer.remove("a")
            return article(number)

        monkeypatch.setattr(archive._store, "article", removed_meanwhile)
        assert read(archive) == expected
        assert "a" not in archive


def test_calls_that_belong_together_are_done_together(tmp_path):
    path = tmp_path / "quotes.db"
    with QuoteArchive(path) as archive, QuoteArchive(path) as other:
        archive.add(ARTICLES[:1])
        (source,) = (article.source for article in archive.articles())
        rival = sqlite3.connect(path, isolation_level=None, timeout=0)
        with archive.together(write=True):
            archive.review(source, by="ida")
            archive.merge_speakers(["Ida Moss"], "Bo Lund")
            with pytest.raises(OptionError):  # which takes back nothing but itself
                archive.review(source, scope="none")
            assert other.reviews() == other.speaker_merges() == []
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                rival.execute("BEGIN IMMEDIATE")
        rival.close()
        assert (len(other.reviews()), len(other.speaker_merges())) == (1, 1)
        with suppress(ZeroDivisionError), archive.together(write=True):
            archive.review(source)
            raise ZeroDivisionError
        assert len(other.reviews()) == len(archive.reviews()) == 1


def test_what_is_read_together_is_of_one_moment_and_nothing_is_written_then(tmp_path):
    path = tmp_path / "quotes.db"
    with QuoteArchive(path) as archive, QuoteArchive(path) as writer:
        with archive.together():
            assert len(archive) == 0
            writer.add(ARTICLES[:1])
            assert len(archive) == 0
            with pytest.raises(InputError, match="write=True"):
                archive.add(ARTICLES[1:])
        assert len(archive) == len(writer) > 0
        archive.add(ARTICLES[1:])


def made(path, **pragmas):
    """A database that somebody else made."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE fish (name TEXT)")
    for name, value in pragmas.items():
        connection.execute(f"PRAGMA {name} = {value}")
    connection.commit()
    connection.close()


def test_what_is_no_archive_is_refused_and_left_as_it_is(tmp_path):
    text, database, folder = (tmp_path / name for name in ("a.txt", "b.db", "folder"))
    text.write_text("“No,” said Ida Moss.\n" * 100, encoding="utf-8")
    made(database)
    folder.mkdir()
    before = text.read_bytes()
    for path in (text, database, folder, tmp_path / "nowhere" / "c.db"):
        with pytest.raises((SourceError, InputError)):
            QuoteArchive(path)
    assert text.read_bytes() == before
    tables = sqlite3.connect(database).execute("SELECT name FROM sqlite_master").fetchall()
    assert tables == [("fish",)]


def test_a_newer_layout_is_refused(tmp_path):
    path = tmp_path / "quotes.db"
    QuoteArchive(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(SourceError, match="newer"):
        QuoteArchive(path)


# -- export -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if not form.binary])
def test_an_export_is_what_write_writes(archive, tmp_path, name):
    archive.add(ARTICLES)
    archive.add_records(PARTS[:1])
    archive.export(tmp_path / "a", name)
    quoteattr.write([*extract_many(ARTICLES), PARTS[0]], tmp_path / "b", name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes() != b""


def test_an_export_goes_by_the_name_of_the_file(archive, tmp_path):
    archive.add(ARTICLES)
    archive.export(tmp_path / "a.csv")
    quoteattr.write(extract_many(ARTICLES), tmp_path / "b.csv")
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    with pytest.raises(OptionError):
        archive.export(tmp_path / "a.docx")


# -- crashes ----------------------------------------------------------------------------------

#: adds 600 articles; at the n-th event of a name it says so and waits for its end
ADD = """
import random, sqlite3, sys
from quoteattr import Article, QuoteArchive

SYLLABLES = "ka lo mi ru ten sar vol pim dra nos".split()
wanted, left = "", 0

def articles():
    for number in range(600):
        chance = random.Random(number % 300)  # so that most quotes stand in several articles
        words = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(9)]
        if number % 5 == 4:
            words[4:6] = []
        yield Article(f"“The {' '.join(words)} of Dalby,” said Ada Berg.", id=f"a{number}")

def event(name):
    global left
    while name.lstrip().startswith("--"):  # a comment before a statement of schema.sql
        name = name.partition("\\n")[2]
    left -= (here := name.lstrip().startswith(wanted))
    if wanted and here and not left:
        print("here", flush=True)
        sys.stdin.read()

class Watched(sqlite3.Connection):
    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.set_trace_callback(event)  # before a statement runs
        if wanted == "step":  # within a statement; 64 articles take some 12,000
            self.set_progress_handler(lambda: self.in_transaction and event("step"), 1)

    def execute(self, sql, *values):
        cursor = super().execute(sql, *values)
        if sql == "COMMIT":
            event("committed")
        return cursor

def asked_for():
    for article in articles():
        event("article")
        yield article

if __name__ == "__main__":
    if len(sys.argv) > 2:
        wanted, left = sys.argv[2], int(sys.argv[3])
    event("started")
    connect = sqlite3.connect
    sqlite3.connect = lambda *args, **options: connect(*args, factory=Watched, **options)
    with QuoteArchive(sys.argv[1]) as archive:
        event("opened")
        print(archive.add(asked_for(), kinds=["direct"]), flush=True)
        event("added")
"""

#: where it is killed: the n-th event of a name, and how many articles are there then; it begins
#: with those that were there after the kill before, and enters 64 at a time
KILLS = [
    ("started", 1, 0),
    ("PRAGMA journal_mode", 1, 0),
    ("BEGIN", 1, 0),
    ("CREATE TABLE", 2, 0),
    ("COMMIT", 1, 0),  # of the tables
    ("opened", 1, 0),
    ("article", 1, 0),
    ("BEGIN", 1, 0),
    ("INSERT INTO article", 1, 0),
    ("INSERT INTO article", 40, 0),
    ("COMMIT", 1, 0),
    ("committed", 1, 64),
    ("article", 64 + 64 + 30, 128),
    ("INSERT INTO record ", 64 + 7, 192),
    ("INSERT INTO version", 17, 192),
    ("INSERT INTO record_words", 2 * 64 + 64, 320),
    ("step", 2_000, 320),
    ("COMMIT", 2, 384),
    ("committed", 2, 512),
    ("added", 1, 600),
]


def killed_at(script, path, event, number):
    """Run the command, and kill it at the n-th event of a name, where it waits for that."""
    command = [sys.executable, str(script), str(path), event, str(number)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as process:
        lines = iter(process.stdout.readline, "")
        reached = any(line == "here\n" for line in lines)
        process.kill()
    return reached


def looked_at(path, folder):
    """What a file has, as :func:`whole` tells it; in a copy, since whoever opens it mends it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for file in path.parent.glob(f"{path.name}*"):
        shutil.copy(file, folder)
    copy = folder / path.name
    if not copy.exists() or not sqlite3.connect(copy).execute("PRAGMA user_version").fetchone()[0]:
        return [0, 0]
    return whole(copy)


@pytest.mark.slow
def test_an_archive_outlives_twenty_kills(tmp_path):
    script, path = tmp_path / "add.py", tmp_path / "quotes.db"
    script.write_text(ADD, encoding="utf-8")
    assert len(KILLS) == 20
    for event, number, there in KILLS:
        assert killed_at(script, path, event, number), (event, number)
        assert looked_at(path, tmp_path / "copy") == [there, there], (event, number)

    process = subprocess.run(
        [sys.executable, script, path],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=True,
    )
    assert process.stdout.startswith("Added(new=0, changed=0, known=600, ")
    assert whole(path) == [600, 600]

    namespace = {"__name__": "add"}
    exec(ADD, namespace)
    articles = list(namespace["articles"]())
    with QuoteArchive(path) as killed, QuoteArchive(":memory:") as unharmed:
        unharmed.add(articles, kinds=["direct"])
        by_article = list(killed.records())
        assert [part.articles for part in by_article] == [(article,) for article in articles]
        assert by_article == list(unharmed.records())
        groups = summary(killed.groups())
        assert groups == summary(unharmed.groups()) == summary_of(by_article)
        assert len(groups) == 300
        assert sum(map(len, groups)) == 600
        assert len(killed.search("dalby", limit=None)) == 600


@pytest.mark.slow
def test_a_commit_that_is_cut_off_counts_for_nothing(tmp_path):
    """What is left where a process is killed while it writes: the log, up to there."""
    script, path = tmp_path / "add.py", tmp_path / "quotes.db"
    script.write_text(ADD, encoding="utf-8")
    assert killed_at(script, path, "committed", 4)
    log = path.with_name("quotes.db-wal")
    data = log.read_bytes()
    there = []
    for twentieth in range(21):
        log.write_bytes(data[: len(data) * twentieth // 20])
        articles, records = looked_at(path, tmp_path / "copy")
        assert articles == records
        there.append(articles)
    assert there == sorted(there)
    assert set(there) == {0, 64, 128, 192}


def test_half_a_surrogate_pair_in_a_name_and_in_a_source():
    record = QuoteRecord("Ada \ud800 Berg", "We go.", "a\udfff", "direct", [(0, 6)], confidence=1)
    with QuoteArchive(":memory:") as archive:
        archive.add_records([QuoteRecords([record], [Article("We go.", id="a\udfff")])])
        assert list(archive.search(speaker="Ada \ud800 Berg")) == [record]
        (speaker,) = archive.speakers()
        assert (speaker.name, speaker.sources) == ("Ada \ud800 Berg", ("a\udfff",))


def test_a_name_that_no_file_can_have():
    with pytest.raises(SourceError, match="no file can be called"):
        QuoteArchive("a\0.db")


def test_who_only_reads_makes_and_changes_nothing(tmp_path):
    path = tmp_path / "quotes.db"
    with pytest.raises(SourceError, match="cannot open"):
        QuoteArchive(path, read_only=True)
    assert not path.exists()
    QuoteArchive(path).close()
    with (
        QuoteArchive(path, read_only=True) as archive,
        pytest.raises(SourceError, match="readonly"),
    ):
        archive.add([("“Go,” said Ada Berg.", "a")])
    path.write_bytes(b"")
    with pytest.raises(SourceError, match="no archive"):
        QuoteArchive(path, read_only=True)
    assert path.read_bytes() == b""
