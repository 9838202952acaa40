"""The file of an archive: who may only read it, and what other tools see."""

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
