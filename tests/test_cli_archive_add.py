"""``quoteattr archive add``: new, changed and unreadable articles, and runs that are ended."""

import json
import re
import signal
import sqlite3
import subprocess
import sys
import time

import pytest
from archive_articles import (
    ARTICLES,
    PIER,
    ROOT,
    dump,
    rows,
    run,
)
from command_line import process, quoted

from quoteattr import api

pytestmark = pytest.mark.usefixtures("news_folder")


def test_what_was_added_is_told_in_one_line(capsys):
    assert run("add", "a.db", "news.jsonl") == 0
    message = "quoteattr: a.db: 3 new, 0 changed, 0 known; 4 quotes; 0 failures\n"
    assert capsys.readouterr() == ("", message)


def test_the_same_again_changes_nothing(news_archive, news_folder, capsys):
    before = dump(news_archive)
    for options in ((), ("--workers", "2")):
        assert run("add", news_archive, "news.jsonl", *options) == 0
        assert "0 new, 0 changed, 3 known; 0 quotes; 0 failures" in capsys.readouterr().err
    assert dump(news_archive) == before


def test_what_is_new_or_changed_is_read_and_nothing_else(
    news_archive, news_folder, monkeypatch, capsys
):
    read = []
    find = api.find_records
    monkeypatch.setattr(api, "find_records", lambda a, o: read.append(a.id) or find(a, o))
    changed = ("herald/1", "Harbour Herald", "2026-05-04", "“We will wait,” said Ada Berg.")
    new = ("herald/2", "Harbour Herald", "2026-05-06", "“It has begun,” said Ada Berg.")
    (news_folder / "news.jsonl").write_text(rows([changed, *ARTICLES[1:], new]))
    assert run("add", news_archive, "news.jsonl") == 0
    assert "1 new, 1 changed, 2 known; 2 quotes; 0 failures" in capsys.readouterr().err
    assert read == ["herald/1", "herald/2"]
    run("export", news_archive)
    assert sorted(quote for _, quote in quoted(capsys.readouterr().out)) == [
        "It has begun,",
        "Nobody asked the gulls,",
        f"{PIER.replace('will', 'shall')},",
        f"{PIER},",
        "We will wait,",
    ]


def test_kinds_and_fields_are_chosen(news_folder, capsys):
    text = "Ada Berg said that it would rain. “Soon,” she said."
    (news_folder / "story.json").write_text(json.dumps([{"body": text, "key": "s1"}]))
    fields = ("--field", "text=body", "--field", "id=key")
    assert run("add", "a.db", "story.json", *fields, "--kinds", "direct") == 0
    run("export", "a.db")
    out = capsys.readouterr().out
    assert quoted(out) == [("Ada Berg", "Soon,")]
    assert json.loads(out)["source"] == "s1"


def test_what_cannot_be_read_is_told_of_and_the_rest_is_kept(news_folder, monkeypatch, capsys):
    (news_folder / "latin.txt").write_bytes("café".encode("latin-1"))
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
    assert run("add", news_folder / "a.db", news_folder / "news.jsonl") == 0
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
    place, news_folder, news_archive, monkeypatch, capsys
):
    def interrupted(*_):
        raise KeyboardInterrupt

    (news_folder / "more.jsonl").write_text(
        rows([("herald/1", "Herald", None, "“We go,” said Bo.")])
    )
    before = count(news_folder / news_archive)
    with monkeypatch.context() as patch:
        patch.setattr(f"quoteattr.archive.store.{place}", interrupted)
        assert run("add", news_archive, "more.jsonl") == 130
    out, err = capsys.readouterr()
    assert not out
    assert (
        place == "_connect"
        or f"is valid, with {before} quotes; run the same command to resume" in err
    )
    assert count(news_folder / news_archive) == before
    assert run("add", news_archive, "more.jsonl") == 0


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_that_was_ended_goes_on(news_folder, end, workers, capsys):
    many = [(f"{n}", "Wire", None, f"“We saw {n} boats,” said Ida Berg.") for n in range(200)]
    (news_folder / "many.jsonl").write_text(rows(many))
    options = ("--kinds", "direct", "--workers", workers)
    args = ("archive", "add", news_folder / "a.db", "-", "--read", "jsonl", *options)
    with process(*args, stdin=subprocess.PIPE, cwd=ROOT) as running:
        # The last article never comes: however late the signal is, the run is not done before.
        running.stdin.write(rows(many[:-1]).encode())
        running.stdin.flush()
        while running.poll() is None and not count(news_folder / "a.db"):
            time.sleep(0.05)
        running.send_signal(end)
        _, err = running.communicate(timeout=300)
    assert running.returncode == (130 if end == signal.SIGINT else -signal.SIGKILL)
    if end == signal.SIGINT:
        assert re.fullmatch(rb"quoteattr: stopped; .*a.db is valid, with \d+ quotes; .*\n", err)
    before = count(news_folder / "a.db")
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
