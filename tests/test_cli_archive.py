"""``quoteattr archive``: each subcommand, and files and texts that nobody would wish for."""

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command_line import Terminal, call, process, quoted

from quoteattr import QuoteArchive, api
from quoteattr.formats.formats import FORMATS

PIER = "We will rebuild the old wooden pier before the winter storms come"
ARTICLES = (
    ("herald/1", "Harbour Herald", "2026-05-04", f"“{PIER},” said Ada Berg, the harbour master."),
    ("gazette/7", "Coast Gazette", "2026-05-05", f"“{PIER.replace('will', 'shall')},” said Berg."),
    (
        "post/3",
        "Morning Post",
        "2026-06-01",
        f"“{PIER},” said Otto Marx.\n\nThe gulls left.\n\n“Nobody asked the gulls,” said Ida Holm.",
    ),
)
#: where a whole command runs: the package is there, also if it is not installed
ROOT = Path(__file__).parent.parent
#: what reads an archive
READING = ("search", "groups", "speakers", "export")
#: what moves a cursor, marks up a page, or has no UTF-8
HOSTILE = "<script>alert(1)</script> \x1b[2J\u202e [bold] \ud83d & 'so' \x00"


def rows(articles):
    """Articles as JSONL."""
    names = ("id", "publisher", "published", "text")
    return "".join(
        json.dumps(dict(zip(names, article, strict=True))) + "\n" for article in articles
    )


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Where the command is called, with the articles there."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news.jsonl").write_text(rows(ARTICLES))
    return tmp_path


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """An archive of the articles, of which each test takes a copy."""
    place = tmp_path_factory.mktemp("filled")
    (place / "news.jsonl").write_text(rows(ARTICLES))
    assert call("archive", "add", place / "news.db", place / "news.jsonl") == 0
    return place / "news.db"


@pytest.fixture
def archive(filled, folder):
    """The path of an archive of the articles."""
    shutil.copy(filled, folder / "news.db")
    return "news.db"


def run(*args):
    return call("archive", *args)


# -- add ----------------------------------------------------------------------------------


def test_what_was_added_is_told_in_one_line(capsys):
    assert run("add", "a.db", "news.jsonl") == 0
    message = "quoteattr: a.db: 3 new, 0 changed, 0 known; 4 quotes; 0 failures\n"
    assert capsys.readouterr() == ("", message)


def test_the_same_again_changes_nothing(archive, folder, capsys):
    before = dump(archive)
    for options in ((), ("--workers", "2")):
        assert run("add", archive, "news.jsonl", *options) == 0
        assert "0 new, 0 changed, 3 known; 0 quotes; 0 failures" in capsys.readouterr().err
    assert dump(archive) == before


def test_what_is_new_or_changed_is_read_and_nothing_else(archive, folder, monkeypatch, capsys):
    read = []
    find = api.find_records
    monkeypatch.setattr(api, "find_records", lambda a, o: read.append(a.id) or find(a, o))
    changed = ("herald/1", "Harbour Herald", "2026-05-04", "“We will wait,” said Ada Berg.")
    new = ("herald/2", "Harbour Herald", "2026-05-06", "“It has begun,” said Ada Berg.")
    (folder / "news.jsonl").write_text(rows([changed, *ARTICLES[1:], new]))
    assert run("add", archive, "news.jsonl") == 0
    assert "1 new, 1 changed, 2 known; 2 quotes; 0 failures" in capsys.readouterr().err
    assert read == ["herald/1", "herald/2"]
    run("export", archive)
    assert sorted(quote for _, quote in quoted(capsys.readouterr().out)) == [
        "It has begun,",
        "Nobody asked the gulls,",
        f"{PIER.replace('will', 'shall')},",
        f"{PIER},",
        "We will wait,",
    ]


def test_kinds_and_fields_are_chosen(folder, capsys):
    text = "Ada Berg said that it would rain. “Soon,” she said."
    (folder / "story.json").write_text(json.dumps([{"body": text, "key": "s1"}]))
    fields = ("--field", "text=body", "--field", "id=key")
    assert run("add", "a.db", "story.json", *fields, "--kinds", "direct") == 0
    run("export", "a.db")
    out = capsys.readouterr().out
    assert quoted(out) == [("Ada Berg", "Soon,")]
    assert json.loads(out)["source"] == "s1"


def test_what_cannot_be_read_is_told_of_and_the_rest_is_kept(folder, monkeypatch, capsys):
    (folder / "latin.txt").write_bytes("café".encode("latin-1"))
    find = api.find_records

    def broken(article, options):
        if article.id == "gazette/7":
            raise RuntimeError("no luck")
        return find(article, options)

    monkeypatch.setattr(api, "find_records", broken)
    assert run("add", "a.db", "latin.txt", "news.jsonl") == 1
    err = capsys.readouterr().err
    assert "latin.txt: not UTF-8" in err
    assert re.search("gazette/7: .*no luck", err)
    assert err.endswith("a.db: 2 new, 0 changed, 0 known; 3 quotes; 2 failures\n")
    monkeypatch.undo()
    assert run("add", folder / "a.db", folder / "news.jsonl") == 0
    assert "1 new, 0 changed, 2 known" in capsys.readouterr().err


def test_an_interrupt_leaves_a_whole_archive_and_says_so(monkeypatch, capsys):
    def interrupted(article, options):
        raise KeyboardInterrupt

    monkeypatch.setattr(api, "find_records", interrupted)
    assert run("add", "a.db", "news.jsonl") == 130
    message = "quoteattr: stopped; a.db is valid, with 0 quotes; run the same command to resume\n"
    assert capsys.readouterr() == ("", message)


@pytest.mark.parametrize("place", ["_connect", "Store.remove", "Store._add", "Store.has"])
def test_an_interrupt_anywhere_ends_without_a_traceback(
    place, folder, archive, monkeypatch, capsys
):
    def interrupted(*_):
        raise KeyboardInterrupt

    (folder / "more.jsonl").write_text(rows([("herald/1", "Herald", None, "“We go,” said Bo.")]))
    before = count(folder / archive)
    with monkeypatch.context() as patch:
        patch.setattr(f"quoteattr.archive.store.{place}", interrupted)
        assert run("add", archive, "more.jsonl") == 130
    out, err = capsys.readouterr()
    assert not out
    assert (
        place == "_connect"
        or f"is valid, with {before} quotes; run the same command to resume" in err
    )
    assert count(folder / archive) == before
    assert run("add", archive, "more.jsonl") == 0


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_that_was_ended_goes_on(folder, end, workers, capsys):
    many = [(f"{n}", "Wire", None, f"“We saw {n} boats,” said Ida Berg.") for n in range(200)]
    (folder / "many.jsonl").write_text(rows(many))
    options = ("--kinds", "direct", "--workers", workers)
    args = ("archive", "add", folder / "a.db", "-", "--read", "jsonl", *options)
    with process(*args, stdin=subprocess.PIPE, cwd=ROOT) as running:
        # The last article never comes: however late the signal is, the run is not done before.
        running.stdin.write(rows(many[:-1]).encode())
        running.stdin.flush()
        while running.poll() is None and not count(folder / "a.db"):
            time.sleep(0.05)
        running.send_signal(end)
        _, err = running.communicate(timeout=300)
    assert running.returncode == (130 if end == signal.SIGINT else -signal.SIGKILL)
    if end == signal.SIGINT:
        assert re.fullmatch(rb"quoteattr: stopped; .*a.db is valid, with \d+ quotes; .*\n", err)
    before = count(folder / "a.db")
    assert 0 < before < 200
    assert run("add", "a.db", "many.jsonl", *options) == 0
    assert f"{200 - before} new, 0 changed, {before} known" in capsys.readouterr().err
    run("export", "a.db")
    quotes = [quote for _, quote in quoted(capsys.readouterr().out)]
    assert quotes == [f"We saw {n} boats," for n in range(200)]


def count(path):
    """How many records are in the file of an archive that another process may be making."""
    if not path.exists():
        return 0
    connection = sqlite3.connect(path)
    try:
        return connection.execute("SELECT count(*) FROM record").fetchone()[0]
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


def dump(path):
    """All that stands in a database."""
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


# -- search -------------------------------------------------------------------------------


def test_records_are_found_by_words_and_filters(archive, capsys):
    assert run("search", archive, "wooden", "storm*", "--speaker", "Ada Berg") == 0
    assert {speaker for speaker, _ in quoted(capsys.readouterr().out)} == {"Ada Berg", "Berg"}
    assert run("search", archive, '"old wooden"', "--source", "Morning Post") == 0
    assert quoted(capsys.readouterr().out) == [("Otto Marx", f"{PIER},")]
    assert run("search", archive, "--since", "2026-05-05", "--until", "2026-05") == 0
    assert [speaker for speaker, _ in quoted(capsys.readouterr().out)] == ["Berg"]
    assert run("search", archive, "--kinds", "indirect,post") == 0
    assert run("search", archive, "--min-confidence", "1") == 0
    assert capsys.readouterr() == ("", "")


def test_that_there_is_more_is_told(archive, capsys):
    assert run("search", archive, "pier", "--limit", "2") == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert err == "quoteattr: more than 2 quotes were found; raise --limit to see them\n"
    assert run("search", archive, "pier", "--limit", "3") == 0
    assert not capsys.readouterr().err


def test_people_get_a_table(archive, monkeypatch):
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert run("search", archive, "gulls") == 0
    assert re.match(r"speaker +quote .*\n.*\nIda Holm +Nobody", sys.stdout.getvalue())


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("args", [("search", "pier"), ("export",)])
def test_every_format_is_written(archive, folder, name, args):
    subcommand, *words = args
    path = folder / "out.csv"
    assert run(subcommand, archive, *words, "-o", path, "--format", name) == 0
    data = path.read_bytes()
    start = {"table": b"speaker ", "jsonl": b'{"speaker"', "csv": b"speaker,quote"}
    start |= {"parquet": b"PAR1", "xlsx": b"PK", "web-annotation": b"[", "schema-org": b'{"@'}
    assert data.startswith(start[name])
    if name == "csv":
        assert b"Coast Gazette" in data


# -- groups -------------------------------------------------------------------------------


def test_groups_are_plain_text_for_another_program(archive, capsys):
    assert run("groups", archive) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Ada Berg\n3 sources · 2 wordings · 2026-05-04 – 2026-06-01\nDisputed: ")
    assert "We [-will-] {+shall+} rebuild" in out
    assert "\x1b" not in out
    assert not err


def test_groups_are_drawn_in_a_terminal(archive, monkeypatch):
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert run("groups", archive) == 0
    out = sys.stdout.getvalue()
    assert "\x1b[1mAda Berg" in out
    plain = re.sub(r"\x1b\[[\d;]*m", "", out)
    assert max(map(len, plain.splitlines())) <= 40


def test_groups_are_a_page(archive, folder):
    assert run("groups", archive, "-o", "pier.html") == 0
    page = (folder / "pier.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "Morning Post" in page


def test_jsonl_of_groups_has_all_that_is_known(archive, capsys):
    assert run("groups", archive, "--format", "jsonl") == 0
    (group,) = map(json.loads, capsys.readouterr().out.splitlines())
    with QuoteArchive(archive) as opened:
        assert [group["id"]] == [quote_group.id for quote_group in opened.groups()]
    assert (group["speaker"], group["disputed"]) == ("Ada Berg", True)
    assert group["fullest"] == f"{PIER},"
    assert group["sources"] == ["herald/1", "gazette/7", "post/3"]
    full, second = group["variants"]
    assert (full["quote"], full["differences"]) == (group["fullest"], [])
    assert full["sources"] == ["herald/1", "post/3"]
    (changed,) = second["differences"]
    assert (changed["kind"], changed["text"], changed["quote"]) == ("changed", "will", "shall")
    assert group["fullest"][slice(*changed["span"])] == "will"
    assert second["quote"][slice(*changed["quote_span"])] == "shall"
    assert group["attributions"] == [
        {
            "speaker": "Ada Berg",
            "forms": ["Ada Berg", "Berg"],
            "sources": ["herald/1", "gazette/7"],
        },
        {"speaker": "Otto Marx", "forms": ["Otto Marx"], "sources": ["post/3"]},
    ]


@pytest.mark.parametrize(
    ("args", "count"),
    [
        (["--min-sources", "3"], 1),
        (["--min-sources", "4"], 0),
        (["wooden", "--speaker", "Otto Marx"], 1),
        (["gulls"], 0),
        (["--until", "2026-04"], 0),
    ],
)
def test_groups_are_chosen(archive, args, count, capsys):
    assert run("groups", archive, *args, "--format", "jsonl") == 0
    assert len(capsys.readouterr().out.splitlines()) == count


# -- speakers, export ---------------------------------------------------------------------


def test_speakers_are_counted_across_articles(archive, capsys):
    assert run("speakers", archive) == 0
    first, *others = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["name"], first["quotes"], first["words"]) == ("Ada Berg", 2, 24)
    assert sorted(first["forms"]) == ["Ada Berg", "Berg"]
    assert first["sources"] == ["herald/1", "gazette/7"]
    assert [speaker["name"] for speaker in others] == ["Otto Marx", "Ida Holm"]


def test_speakers_are_a_table_for_people(archive, monkeypatch):
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert run("speakers", archive, "pier", "--limit", "1") == 0
    assert sys.stdout.getvalue() == (
        "speaker   quotes  words  articles  also called\n"
        "────────  ──────  ─────  ────────  ───────────\n"
        "Ada Berg  2       24     2         Berg\n"
    )


def test_all_is_exported(archive, folder, capsys):
    assert call("extract", "news.jsonl") == 0
    extracted = capsys.readouterr().out
    assert run("export", archive) == 0
    assert capsys.readouterr() == (extracted, "")


# -- what nobody would wish for -----------------------------------------------------------


@pytest.mark.parametrize(
    "args", [("add", ":memory:", "news.jsonl"), *((r, ":memory:") for r in READING)]
)
def test_an_archive_in_no_file_is_refused(args, folder, capsys):
    assert run(*args) == 2
    advice = "quoteattr: :memory: exists only while the command runs; name a file\n"
    assert capsys.readouterr() == ("", advice)


@pytest.mark.parametrize("subcommand", READING)
def test_an_archive_that_is_not_there_is_not_made(subcommand, folder, capsys):
    assert run(subcommand, "missing.db", "-o", "out.jsonl") == 2
    out, err = capsys.readouterr()
    assert "there is no archive 'missing.db'" in err
    assert err.count("\n") == 1
    assert not out
    assert os.listdir(folder) == ["news.jsonl"]


@pytest.mark.parametrize("subcommand", [*READING, "add"])
@pytest.mark.parametrize("what", ["text", "folder", "database", "half"])
def test_what_is_no_archive_is_left_alone(subcommand, what, filled, folder, capsys):
    path = folder / "other.db"
    if what == "text":
        path.write_text("“Yes,” said Ida Berg.\n" * 100, encoding="utf-8")
    elif what == "folder":
        path.mkdir()
    elif what == "half":
        path.write_bytes(filled.read_bytes()[:5000])
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
    assert not (folder / "out.jsonl").exists()
    if what != "database":  # which is left whole, but with a log beside it
        assert (path.is_file() and path.read_bytes()) == data


@pytest.mark.parametrize("subcommand", READING)
def test_an_archive_is_not_written_over(subcommand, archive, folder, capsys):
    before = dump(archive)
    assert run(subcommand, archive, "-o", folder / "news.db", "--format", "jsonl") == 2
    assert "is the archive; name another file" in capsys.readouterr().err
    assert dump(archive) == before


def test_articles_are_not_written_over(folder, capsys):
    before = (folder / "news.jsonl").read_bytes()
    assert run("add", "news.jsonl", "news.jsonl") == 2
    assert (folder / "news.jsonl").read_bytes() == before


def test_an_empty_archive_has_nothing(folder, monkeypatch, capsys):
    (folder / "empty.txt").write_text("")
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
def test_a_wrong_call_says_in_one_line_what_to_do(subcommand, args, advice, archive, capsys):
    assert run(subcommand, archive, *args) == 2
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
def test_a_wrong_call_makes_no_archive(args, advice, folder, capsys):
    assert run(*args) == 2
    err = capsys.readouterr().err
    assert advice in err
    assert err.count("\n") == 1
    assert os.listdir(folder) == ["news.jsonl"]


def test_hostile_text_is_shown_as_text(folder, monkeypatch, capsys):
    text = f"“{PIER} {HOSTILE},” said Ada Berg.\r\n\r\n“{PIER}” said Otto Marx. 👩🏽‍🚒"
    name = HOSTILE.replace("\ud83d", "")
    hostile = [(f"{n}{name}", HOSTILE, HOSTILE, text + "!" * n) for n in range(3)]
    (folder / "news.jsonl").write_text(rows(hostile))
    assert run("add", "a.db", "news.jsonl") == 0
    assert run("groups", "a.db", "-o", "out.html") == 0
    assert "<script" not in (folder / "out.html").read_text(encoding="utf-8")
    for subcommand in READING:
        assert run(subcommand, "a.db", "--format", "jsonl", "-o", "out.jsonl") == 0
        lines = (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()
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


def test_the_whole_command(filled):
    running = process("archive", "search", filled, "gulls", cwd=ROOT)
    out, err = running.communicate(timeout=300)
    assert quoted(out.decode("utf-8")) == [("Ida Holm", "Nobody asked the gulls,")]
    assert not err
    assert running.returncode == 0
