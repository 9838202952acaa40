"""``quoteattr archive`` with wrong calls, files that are no archives, and hostile text."""

import json
import os
import re
import sqlite3
import sys

import pytest
from archive_articles import (
    HOSTILE,
    PIER,
    READING,
    ROOT,
    dump,
    rows,
    run,
)
from command_line import Terminal, process, quoted

from quoteattr import QuoteArchive

pytestmark = pytest.mark.usefixtures("news_folder")


@pytest.mark.parametrize(
    "args", [("add", ":memory:", "news.jsonl"), *((r, ":memory:") for r in READING)]
)
def test_an_archive_in_no_file_is_refused(args, news_folder, capsys):
    assert run(*args) == 2
    advice = "quoteattr: :memory: exists only while the command runs; name a file\n"
    assert capsys.readouterr() == ("", advice)


@pytest.mark.parametrize("subcommand", READING)
def test_an_archive_that_is_not_there_is_not_made(subcommand, news_folder, capsys):
    assert run(subcommand, "missing.db", "-o", "out.jsonl") == 2
    out, err = capsys.readouterr()
    assert "there is no archive 'missing.db'" in err
    assert err.count("\n") == 1
    assert not out
    assert os.listdir(news_folder) == ["news.jsonl"]


@pytest.mark.parametrize("subcommand", [*READING, "add"])
@pytest.mark.parametrize("what", ["text", "folder", "database", "half"])
def test_what_is_no_archive_is_left_alone(subcommand, what, filled_archive, news_folder, capsys):
    path = news_folder / "other.db"
    if what == "text":
        path.write_text("“Yes,” said Ida Berg.\n" * 100, encoding="utf-8")
    elif what == "folder":
        path.mkdir()
    elif what == "half":
        path.write_bytes(filled_archive.read_bytes()[:5000])
    else:
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE record (number)")
        connection.commit()
        connection.close()
    data = path.is_file() and path.read_bytes()
    options = ["news.jsonl"] if subcommand == "add" else ["-o", "out.jsonl"]
    assert run(subcommand, path, *options) == 2
    err = capsys.readouterr().err
    assert "other.db" in err
    assert err.count("\n") == 1
    assert not (news_folder / "out.jsonl").exists()
    if what != "database":  # which is left whole, but with a log beside it
        assert (path.is_file() and path.read_bytes()) == data


@pytest.mark.parametrize("subcommand", READING)
def test_an_archive_is_not_written_over(subcommand, news_archive, news_folder, capsys):
    before = dump(news_archive)
    assert run(subcommand, news_archive, "-o", news_folder / "news.db", "--format", "jsonl") == 2
    assert "is the archive; name another file" in capsys.readouterr().err
    assert dump(news_archive) == before


def test_articles_are_not_written_over(news_folder, capsys):
    before = (news_folder / "news.jsonl").read_bytes()
    assert run("add", "news.jsonl", "news.jsonl") == 2
    assert (news_folder / "news.jsonl").read_bytes() == before


def test_an_empty_archive_has_nothing(news_folder, monkeypatch, capsys):
    (news_folder / "empty.txt").write_text("")
    assert run("add", "a.db", "empty.txt") == 0
    assert "1 new, 0 changed, 0 known; 0 quotes; 0 failures" in capsys.readouterr().err
    for subcommand in READING:
        assert run(subcommand, "a.db", "--format", "jsonl") == 0
    assert run("groups", "a.db", "-o", "out.html") == 0
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr(sys, "stdout", Terminal())
    for subcommand in READING:
        assert run(subcommand, "a.db") == 0
    expected = ("no quotes found", "no groups found", "no speakers found", "no quotes found")
    assert sys.stdout.getvalue().splitlines() == list(expected)


@pytest.mark.parametrize("subcommand", ["search", "groups", "speakers"])
@pytest.mark.parametrize(
    ("args", "advice"),
    [
        (["…"], "no word to search for"),
        ([""], "no word to search for"),
        (["--since", "yesterday"], "a date must be in ISO 8601 format"),
        (["--speaker", ""], "a name"),
        (["--kinds", "shouted"], "'shouted' is not one of"),
        (["--min-confidence", "2"], "not a number from 0 to 1"),
        (["--limit", "0"], "not a whole number from 1"),
        (["--limit", "9" * 30], "not a whole number from 1"),
        (["-o", "quotes.docx"], "no format has the suffix '.docx'"),
        (["-o", "no/such/out.jsonl"], "name another file"),
        (["--format", "xml"], "choose from"),
    ],
)
def test_a_wrong_call_says_in_one_line_what_to_do(subcommand, args, advice, news_archive, capsys):
    assert run(subcommand, news_archive, *args) == 2
    out, err = capsys.readouterr()
    assert advice in err
    assert err.count("\n") == 1
    assert not out


@pytest.mark.parametrize(
    ("args", "advice"),
    [
        ([], "required: COMMAND"),
        (["shout"], "choose from"),
        (["add", "a.db"], "required: PATH"),
        (["add", "a.db", "missing.txt"], "pass a file, a folder, or -"),
        (["add", "a.db", "news.jsonl", "--workers", "0"], "not a whole number from 1"),
        (["add", "a.db", "news.jsonl", "--kinds", "shouted"], "'shouted' is not one of"),
        (["add", "no/such/a.db", "news.jsonl"], "cannot open"),
        (["export"], "required: DB"),
    ],
)
def test_a_wrong_call_makes_no_archive(args, advice, news_folder, capsys):
    assert run(*args) == 2
    err = capsys.readouterr().err
    assert advice in err
    assert err.count("\n") == 1
    assert os.listdir(news_folder) == ["news.jsonl"]


def test_hostile_text_is_shown_as_text(news_folder, monkeypatch, capsys):
    text = f"“{PIER} {HOSTILE},” said Ada Berg.\r\n\r\n“{PIER}” said Otto Marx. 👩🏽‍🚒"
    name = HOSTILE.replace("\ud83d", "")
    hostile = [(f"{n}{name}", HOSTILE, HOSTILE, text + "!" * n) for n in range(3)]
    (news_folder / "news.jsonl").write_text(rows(hostile))
    assert run("add", "a.db", "news.jsonl") == 0
    assert run("groups", "a.db", "-o", "out.html") == 0
    assert "<script" not in (news_folder / "out.html").read_text(encoding="utf-8")
    for subcommand in READING:
        assert run(subcommand, "a.db", "--format", "jsonl", "-o", "out.jsonl") == 0
        lines = (news_folder / "out.jsonl").read_text(encoding="utf-8").splitlines()
        assert any("<script>" in json.dumps(json.loads(line)) for line in lines)
    out = ""
    for stream in (Terminal, type("Pipe", (Terminal,), {"isatty": lambda _: False})):
        monkeypatch.setattr(sys, "stdout", stream())
        monkeypatch.setenv("TERM", "dumb")
        for subcommand in ("search", "groups", "speakers"):
            assert run(subcommand, "a.db", '"; DROP TABLE record; -- pier') == 0
            assert run(subcommand, "a.db", "--source", "*<script>*", "pier*") == 2
            assert run(subcommand, "a.db", "pier", "--source", "*<script>*") == 0
        out += sys.stdout.getvalue() if stream is Terminal else ""
    assert "[bold]" in out
    assert not re.search("[\x00\x1b\u202e]", out + capsys.readouterr().err)
    assert len(QuoteArchive("a.db")) == 6


def test_the_whole_command(filled_archive):
    running = process("archive", "search", filled_archive, "gulls", cwd=ROOT)
    out, err = running.communicate(timeout=300)
    assert quoted(out.decode("utf-8")) == [("Ida Holm", "Nobody asked the gulls,")]
    assert not err
    assert running.returncode == 0
