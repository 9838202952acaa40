"""``quoteattr archive search``, ``groups``, ``speakers`` and ``export``."""

import json
import re
import sys

import pytest
from archive_articles import (
    PIER,
    run,
)
from command_line import Terminal, call, quoted

from quoteattr import QuoteArchive
from quoteattr.formats.formats import FORMATS

pytestmark = pytest.mark.usefixtures("news_folder")


def test_records_are_found_by_words_and_filters(news_archive, capsys):
    assert run("search", news_archive, "wooden", "storm*", "--speaker", "Ada Berg") == 0
    assert {speaker for speaker, _ in quoted(capsys.readouterr().out)} == {"Ada Berg", "Berg"}
    assert run("search", news_archive, '"old wooden"', "--source", "Morning Post") == 0
    assert quoted(capsys.readouterr().out) == [("Otto Marx", f"{PIER},")]
    assert run("search", news_archive, "--since", "2026-05-05", "--until", "2026-05") == 0
    assert [speaker for speaker, _ in quoted(capsys.readouterr().out)] == ["Berg"]
    assert run("search", news_archive, "--kinds", "indirect,post") == 0
    assert run("search", news_archive, "--min-confidence", "1") == 0
    assert capsys.readouterr() == ("", "")


def test_that_there_is_more_is_told(news_archive, capsys):
    assert run("search", news_archive, "pier", "--limit", "2") == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert err == "quoteattr: more than 2 quotes were found; raise --limit to see them\n"
    assert run("search", news_archive, "pier", "--limit", "3") == 0
    assert not capsys.readouterr().err


def test_people_get_a_table(news_archive, monkeypatch):
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert run("search", news_archive, "gulls") == 0
    assert re.match(r"speaker +quote .*\n.*\nIda Holm +Nobody", sys.stdout.getvalue())


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("args", [("search", "pier"), ("export",)])
def test_every_format_is_written(news_archive, news_folder, name, args):
    subcommand, *words = args
    path = news_folder / "out.csv"
    assert run(subcommand, news_archive, *words, "-o", path, "--format", name) == 0
    data = path.read_bytes()
    start = {"table": b"speaker ", "jsonl": b'{"speaker"', "csv": b"speaker,quote"}
    start |= {"parquet": b"PAR1", "xlsx": b"PK", "web-annotation": b"[", "schema-org": b'{"@'}
    assert data.startswith(start[name])
    if name == "csv":
        assert b"Coast Gazette" in data


def test_groups_are_plain_text_for_another_program(news_archive, capsys):
    assert run("groups", news_archive) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Ada Berg\n3 sources · 2 wordings · 2026-05-04 – 2026-06-01\nDisputed: ")
    assert "We [-will-] {+shall+} rebuild" in out
    assert "\x1b" not in out
    assert not err


def test_groups_are_drawn_in_a_terminal(news_archive, monkeypatch):
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert run("groups", news_archive) == 0
    out = sys.stdout.getvalue()
    assert "\x1b[1mAda Berg" in out
    plain = re.sub(r"\x1b\[[\d;]*m", "", out)
    assert max(map(len, plain.splitlines())) <= 40


def test_groups_are_a_page(news_archive, news_folder):
    assert run("groups", news_archive, "-o", "pier.html") == 0
    page = (news_folder / "pier.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "Morning Post" in page


def test_jsonl_of_groups_has_all_that_is_known(news_archive, capsys):
    assert run("groups", news_archive, "--format", "jsonl") == 0
    (group,) = map(json.loads, capsys.readouterr().out.splitlines())
    with QuoteArchive(news_archive) as opened:
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
def test_groups_are_chosen(news_archive, args, count, capsys):
    assert run("groups", news_archive, *args, "--format", "jsonl") == 0
    assert len(capsys.readouterr().out.splitlines()) == count


def test_speakers_are_counted_across_articles(news_archive, capsys):
    assert run("speakers", news_archive) == 0
    first, *others = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["name"], first["quotes"], first["words"]) == ("Ada Berg", 2, 24)
    assert sorted(first["forms"]) == ["Ada Berg", "Berg"]
    assert first["sources"] == ["herald/1", "gazette/7"]
    assert [speaker["name"] for speaker in others] == ["Otto Marx", "Ida Holm"]


def test_speakers_are_a_table_for_people(news_archive, monkeypatch):
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert run("speakers", news_archive, "pier", "--limit", "1") == 0
    assert sys.stdout.getvalue() == (
        "speaker   quotes  words  articles  also called\n"
        "────────  ──────  ─────  ────────  ───────────\n"
        "Ada Berg  2       24     2         Berg\n"
    )


def test_all_is_exported(news_archive, news_folder, capsys):
    assert call("extract", "news.jsonl") == 0
    extracted = capsys.readouterr().out
    assert run("export", news_archive) == 0
    assert capsys.readouterr() == (extracted, "")
