"""The file of an archive: its layout, its exports, and that it outlives twenty kills."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from piers import ARTICLES, summary, summary_of, whole
from sample_records import PARTS

import quoteattr
from quoteattr import (
    Article,
    InputError,
    OptionError,
    QuoteArchive,
    QuoteRecord,
    QuoteRecords,
    SourceError,
    extract_many,
)
from quoteattr.formats.formats import FORMATS

ROOT = Path(__file__).parents[1]


def made(path, **pragmas):
    """A database that somebody else made."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE fish (name TEXT)")
    for name, value in pragmas.items():
        connection.execute(f"PRAGMA {name} = {value}")
    connection.commit()
    connection.close()


@pytest.fixture
def archive():
    with QuoteArchive(":memory:") as archive:
        yield archive


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


@pytest.mark.parametrize("layout", [4, 999])
def test_tables_of_another_version_are_refused(tmp_path, layout):
    path = tmp_path / "quotes.db"
    QuoteArchive(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {layout}")
    connection.close()
    with pytest.raises(SourceError, match="another version"):
        QuoteArchive(path)


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
    with pytest.raises(SourceError, match="no file can have the name"):
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
    with pytest.raises(SourceError, match="not an archive"):
        QuoteArchive(path, read_only=True)
    assert path.read_bytes() == b""
