"""The file of an archive: who may only read it, what older versions left, what other tools see."""

import os
import shutil
import sqlite3
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from attrs import fields

from quoteattr import Article, QuoteArchive, SourceError, extract_many
from quoteattr.archive import tables
from quoteattr.cli import main

PIER = "We will rebuild the old wooden pier before the winter storms"
ARTICLES = [
    Article(f"“{PIER},” said Ada Berg.", id="a", publisher="The Herald", published="2026-05-04"),
    Article(f"“{PIER},” Berg said. “It\ud800 rains,” said 😀 Ida Moss.", id="b"),
    Article("“I \\ud83d,” said Otto \ud800 Marx.", id="c", published="0033-04-03"),
]

#: versions as they were before: by the form of a name that came first, and with keys in no order
LAYOUT_4 = """
DROP TABLE version;
DROP TABLE key;
CREATE TABLE version (
    id INTEGER PRIMARY KEY, folded TEXT NOT NULL, speaker TEXT, name TEXT NOT NULL,
    sure INTEGER NOT NULL, weight REAL NOT NULL, parent INTEGER,
    relation INTEGER NOT NULL DEFAULT 0, share REAL NOT NULL DEFAULT 0,
    bits REAL NOT NULL DEFAULT 0, root INTEGER, UNIQUE (folded, name, sure)
);
CREATE INDEX version_parent ON version (parent) WHERE parent IS NOT NULL;
CREATE INDEX version_root ON version (root);
CREATE TABLE key (
    key INTEGER, version INTEGER, size INTEGER NOT NULL, PRIMARY KEY (key, version)
) WITHOUT ROWID;
INSERT INTO version (id, folded, name, sure, weight, root)
SELECT number, quote || number, '', 1, 99, number FROM record WHERE version IS NOT NULL;
UPDATE record SET version = number WHERE version IS NOT NULL;
PRAGMA user_version = 4;
"""

#: what the tables of that version have and those before did not
LAYOUT_3 = f"""{LAYOUT_4}
DROP TABLE correction_place;
DROP TABLE correction;
DROP TABLE review;
DROP TABLE speaker_merge;
DROP TABLE machine_record;
PRAGMA user_version = 3;
"""
LAYOUT_2 = f"""{LAYOUT_3}
DROP VIEW quote;
DROP TABLE speaker;
ALTER TABLE article DROP COLUMN section;
ALTER TABLE record DROP COLUMN act;
ALTER TABLE record DROP COLUMN factuality;
ALTER TABLE record DROP COLUMN verbatim;
PRAGMA user_version = 2;
"""

#: the tables of ``record`` as they were first; those of 0033 had no zeros before the year
LAYOUT_1 = f"""{LAYOUT_2}
DROP INDEX record_article;
DROP INDEX record_speaker;
DROP INDEX record_version;
ALTER TABLE record RENAME TO newer;
CREATE TABLE record (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article,
    -- what it is sought by; all of it is in "plain", as JSON
    speaker TEXT,
    kind TEXT NOT NULL,
    confidence REAL NOT NULL,
    words INTEGER NOT NULL,
    -- the version of the quote, if it has words of the speaker's own
    version INTEGER REFERENCES version (id),
    plain TEXT NOT NULL
);
INSERT INTO record SELECT number, article, speaker, kind, confidence, words, version, plain
FROM newer;
DROP TABLE newer;
CREATE INDEX record_article ON record (article);
CREATE INDEX record_speaker ON record (speaker);
CREATE INDEX record_version ON record (version);
UPDATE article SET moment = '33-04-03T00:00:00' WHERE moment LIKE '0033%';
PRAGMA user_version = 1;
"""


@pytest.fixture
def path():
    """An archive in a folder that everybody may look into, as those of pytest are not."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        path = Path(folder, "quotes.db")
        with QuoteArchive(path) as archive:
            archive.add(ARTICLES)
        yield path
        os.chmod(folder, 0o755)


def made_old(path, layout=LAYOUT_1):
    """Bring an archive back to an older layout, by default the first."""
    connection = sqlite3.connect(path)
    connection.executescript(layout)
    connection.close()


def whole(path):
    """The schema of a sound file."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
    connection.close()
    return [
        (kind, name, sql and " ".join(sql.replace('"', "").split())) for kind, name, sql in rows
    ]


# -- who may only read ------------------------------------------------------------------------


@contextmanager
def nobody(folder):
    """Be somebody who may not write to a folder, even who may write anywhere."""
    os.chmod(folder, 0o555)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def in_a_folder_of_others(path):
    """Whoever reads has no right to write to the folder."""
    return nobody(path.parent)


@contextmanager
def where_nothing_can_be_made(path):
    """No file can be made beside the archive, whoever reads, as on a medium that is read-only."""
    os.symlink("nowhere/at/all", f"{path}-shm")
    yield
    os.unlink(f"{path}-shm")


places = pytest.mark.parametrize("place", [in_a_folder_of_others, where_nothing_can_be_made])
ways = pytest.mark.parametrize("read_only", [True, False])


@places
@ways
def test_who_may_not_write_reads(path, place, read_only):
    before = path.read_bytes()
    with place(path), QuoteArchive(path, read_only=read_only) as archive:
        assert [part.articles[0] for part in archive.records()] == ARTICLES
        assert {r.source for r in archive.search("pier")} == {"a", "b"}
        assert [g.sources for g in archive.groups()] == [("a", "b")]
        with pytest.raises(SourceError, match="readonly"):
            archive.add([Article("“No,” said Ida Moss.", id="d")])
        with pytest.raises(SourceError, match="readonly"):
            archive.remove("a")
    assert path.read_bytes() == before
    assert [file for file in path.parent.iterdir() if file.stat().st_size] == [path]


@places
@ways
@pytest.mark.parametrize("layout", [LAYOUT_1, LAYOUT_2, LAYOUT_3, LAYOUT_4], ids="1234")
def test_who_may_not_write_reads_what_an_older_version_left(path, place, read_only, layout):
    made_old(path, layout)
    before = path.read_bytes()
    with place(path), QuoteArchive(path, read_only=read_only) as archive:
        assert list(archive.records()) == list(extract_many(ARTICLES))
        assert [g.sources for g in archive.groups(speaker="Berg")] == [("a", "b")]
    assert path.read_bytes() == before


@places
@ways
def test_what_is_still_in_the_log_is_not_passed_over(path, place, read_only):
    with QuoteArchive(path) as archive:
        archive.remove("a")
        shutil.copy(f"{path}-wal", path.parent / "kept")
        shutil.copy(path, path.parent / "copy")
    shutil.move(path.parent / "copy", path)
    shutil.move(path.parent / "kept", f"{path}-wal")
    os.chmod(f"{path}-wal", 0o644)
    with place(path), pytest.raises(SourceError, match=r"quotes\.db-wal.*copy both files"):
        QuoteArchive(path, read_only=read_only)
    with QuoteArchive(path, read_only=True) as archive:  # where it can be read, it is
        assert [part.articles[0].id for part in archive.records()] == ["b", "c"]


def test_who_may_not_write_makes_no_archive(path):
    path.unlink()
    with nobody(path.parent), pytest.raises(SourceError, match="cannot open"):
        QuoteArchive(path)


@places
def test_who_may_not_write_asks_on_the_command_line(path, place, capsys):
    with place(path):
        assert main(["archive", "search", str(path), "pier", "--format", "csv"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


# -- older versions ---------------------------------------------------------------------------

layouts = pytest.mark.parametrize("layout", [LAYOUT_1, LAYOUT_2, LAYOUT_3, LAYOUT_4], ids="1234")


def table_rows(path, table):
    """All rows of a table."""
    connection = sqlite3.connect(path)
    rows = connection.execute(f"SELECT * FROM {table}").fetchall()
    connection.close()
    return rows


@layouts
def test_what_an_older_version_made_becomes_what_is_made_today(path, layout):
    as_made = whole(path)
    with QuoteArchive(path) as archive:
        records, rows = list(archive.records()), view_rows(path)
    counted = table_rows(path, "speaker"), table_rows(path, "record")
    made_old(path, layout)
    assert whole(path) != as_made
    with QuoteArchive(path) as archive:
        assert list(archive.records()) == records
        assert [g.sources for g in archive.groups()] == [("a", "b")]
        assert [r.source for r in archive.search(until="0100")] == ["c"]
        assert view_rows(path) == rows
        assert (table_rows(path, "speaker"), table_rows(path, "record")) == counted
        assert archive.add(ARTICLES).known == 3
        archive.remove("b")
        assert archive.add(ARTICLES).new == 1
        assert {r.source for r in archive.search("pier")} == {"a", "b"}
    assert whole(path) == as_made


def test_an_archive_that_cannot_be_renewed_is_left_whole(path, monkeypatch):
    made_old(path)
    before = whole(path)
    with monkeypatch.context() as patch:
        patch.setattr(
            tables, "_COPY_RECORDS", f"{tables._COPY_RECORDS}\nINSERT INTO nothing VALUES (1);\n"
        )
        with pytest.raises(SourceError, match="cannot write"):
            QuoteArchive(path)
    assert whole(path) == before
    with QuoteArchive(path) as archive:
        assert list(archive.records()) == list(extract_many(ARTICLES))


# -- other tools ------------------------------------------------------------------------------


def view_rows(path, columns="*"):
    """What the view shows to a tool that knows nothing of quoteattr."""
    connection = sqlite3.connect(path)
    rows = connection.execute(f"SELECT {columns} FROM quote").fetchall()
    connection.close()
    return rows


def test_any_tool_sees_the_quotes(path):
    names = "speaker, quote, kind, confidence, source, publisher, published, rule, words"
    (first, *_) = extract_many(ARTICLES[:1])
    (record,) = first
    assert view_rows(path, names)[0] == (
        *("Ada Berg", f"{PIER},", "direct", record.speaker_confidence, "a", "The Herald"),
        *("2026-05-04", record.rule, 11),
    )
    # Half a surrogate pair is no text for SQLite; the rest of the quote is.
    assert [row[0] for row in view_rows(path, "quote")][1:] == [
        f"{PIER},",
        "It\ufffd rains,",
        "I \\ud83d,",
    ]
    assert len(view_rows(path)) == 4


def test_the_view_finds_words_by_the_index(path):
    where = "record IN (SELECT rowid FROM record_words WHERE record_words MATCH 'rains')"
    connection = sqlite3.connect(path)
    rows = connection.execute(f"SELECT source FROM quote WHERE {where}").fetchall()
    connection.close()
    assert rows == [("b",)]


def test_the_columns_of_an_article_are_its_fields():
    connection = sqlite3.connect(":memory:")
    connection.executescript(tables.schema())
    columns = [row[1] for row in connection.execute("PRAGMA table_info(article)")]
    assert columns[4:] == [field.name for field in fields(Article)]


def test_every_reference_names_its_column(path):
    connection = sqlite3.connect(path)
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        for _, _, target, _, column, *_ in connection.execute(f"PRAGMA foreign_key_list({table})"):
            assert column is not None, (table, target)
    connection.close()
