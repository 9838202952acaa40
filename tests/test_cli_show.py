"""``quoteattr show``: a page of articles or records, in a file or the browser."""

import os
import threading
from pathlib import Path

import pytest
from command_line import ARTICLE, call, pipe_in, process

from quoteattr import api
from quoteattr.cli import show

pytestmark = pytest.mark.usefixtures("simply")

HOSTILE = "“<script>alert(1)</script> 👩🏽‍🚒” said Ida.\r\n“No” said Bo."


@pytest.fixture
def article(tmp_path, monkeypatch):
    monkeypatch.setattr(api, "_warned", {"", api._TAGS})  # as after a first text with tags
    path = tmp_path / "article.txt"
    path.write_bytes(HOSTILE.encode())
    return path


@pytest.fixture
def records(article, tmp_path, capsys):
    """The same as JSONL of records."""
    path = tmp_path / "quotes.jsonl"
    assert call("extract", article, "-o", path) == 0
    return path


@pytest.fixture(autouse=True)
def opened(monkeypatch, tmp_path):
    """What the browser was asked to open, in a temporary folder of the test."""
    asked = []
    monkeypatch.setattr(show.webbrowser, "open", lambda url: asked.append(url) or True)
    monkeypatch.setattr(show.tempfile, "tempdir", str(tmp_path))
    return asked


def test_articles_are_written_to_a_file_and_nothing_opens(article, tmp_path, opened, capsys):
    output = tmp_path / "report.html"
    assert call("show", article, "-o", output) == 0
    page = output.read_text(encoding="utf-8")
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert "👩🏽‍🚒" in page
    assert "qa-article" in page
    assert not opened
    assert capsys.readouterr() == ("", "")


def test_a_temporary_file_is_opened_and_told_of(article, opened, capsys):
    assert call("show", article) == 0
    path = Path(capsys.readouterr().out.strip())
    assert opened == [path.as_uri()]
    assert "&lt;script&gt;" in path.read_text(encoding="utf-8")


def test_a_temporary_file_is_only_told_of_on_demand(article, opened, capsys):
    assert call("show", article, "--no-open") == 0
    assert Path(capsys.readouterr().out.strip()).exists()
    assert not opened


def test_where_no_browser_is_found_it_says_so(article, monkeypatch, capsys):
    monkeypatch.setattr(show.webbrowser, "open", lambda _: False)
    assert call("show", article) == 1
    out, err = capsys.readouterr()
    assert Path(out.strip()).exists()
    assert "open the file yourself" in err


def test_a_table_of_all_on_demand(article, tmp_path):
    output = tmp_path / "report.html"
    assert call("show", article, "--style", "table", "-o", output) == 0
    assert 'class="qa-article"' not in output.read_text(encoding="utf-8")


def test_records_are_shown_as_they_are(records, tmp_path):
    output = tmp_path / "report.html"
    assert call("show", records, "-o", output) == 0
    page = output.read_text(encoding="utf-8")
    assert "2 quotes, 2 speakers" in page
    assert "<script" not in page


def test_records_come_through_standard_input(records, tmp_path, monkeypatch):
    output = tmp_path / "report.html"
    pipe_in(monkeypatch, records.read_bytes().splitlines(keepends=True)[1])
    assert call("show", "-", "-o", output) == 0
    page = output.read_text(encoding="utf-8")
    assert "1 quote, 1 speaker" in page
    assert "Bo" in page


def test_an_article_comes_through_standard_input(tmp_path, monkeypatch):
    output = tmp_path / "report.html"
    pipe_in(monkeypatch, ARTICLE.encode())
    assert call("show", "-", "-o", output) == 0
    assert "2 quotes, 2 speakers" in output.read_text(encoding="utf-8")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_records_come_through_any_pipe(records, tmp_path):
    pipe, output = tmp_path / "pipe", tmp_path / "report.html"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=[records.read_bytes()])
    writer.start()
    assert call("show", pipe, "-o", output) == 0
    writer.join()
    assert "2 quotes, 2 speakers" in output.read_text(encoding="utf-8")


def test_articles_and_records_stand_on_one_page(records, tmp_path):
    (tmp_path / "other.txt").write_text("“Well” said Al.", encoding="utf-8")
    output = tmp_path / "report.html"
    assert call("show", records, tmp_path / "other.txt", "-o", output) == 0
    assert "3 quotes, 3 speakers, in 2 articles" in output.read_text(encoding="utf-8")


def test_rows_of_articles_are_no_records(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text('{"text": "“Well” said Al.", "speaker": "?", "id": 7}\n', encoding="utf-8")
    output = tmp_path / "report.html"
    assert call("show", path, "-o", output) == 0
    assert "1 quote, 1 speaker" in output.read_text(encoding="utf-8")


def test_only_what_is_sure_is_shown_on_demand(article, tmp_path):
    output = tmp_path / "report.html"
    assert call("show", article, "--min-confidence", "0.1", "-o", output) == 0
    assert "1 quote, 1 speaker" in output.read_text(encoding="utf-8")


def test_a_bad_line_is_told_of_and_the_rest_is_shown(records, tmp_path, capsys):
    with records.open("ab") as file:
        file.write(b'{"speaker": "Al"}\n[]\nnull\n\xff\n\n' + b"[" * 100_000 + b"\n")
    output = tmp_path / "report.html"
    assert call("show", records, "-o", output) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 5
    assert "quotes.jsonl, line 3: not a record" in err
    assert "2 quotes, 2 speakers" in output.read_text(encoding="utf-8")


def test_a_line_whose_article_is_none_is_told_of(records, tmp_path, capsys):
    first, _, rest = records.read_text("utf-8").partition("\n")
    records.write_text(f'{first[:-1]}, "article": 5}}\n{rest}', encoding="utf-8")
    assert call("show", records, "-o", tmp_path / "report.html") == 1
    assert "line 1: not a record (article must be an object" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("args", "advice"),
    [
        (["missing.txt"], "pass a file, a folder, or -"),
        ([], "required: PATH"),
        (["a.txt", "-o", "no/such/a.html"], "name another file"),
        (["a.txt", "-o", "a.txt"], "is one of the inputs"),
        (["a.txt", "--style", "poster"], "choose from"),
    ],
)
def test_a_wrong_call_says_in_one_line_what_to_do(args, advice, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("“Well” said Al.", encoding="utf-8")
    assert call("show", *args) == 2
    out, err = capsys.readouterr()
    assert advice in err
    assert err.count("\n") == 1
    assert not out
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_the_whole_command(article, tmp_path):
    output = tmp_path / "report.html"
    out, err = process("show", article, "-o", output).communicate(timeout=300)
    assert out == b""
    (warning,) = err.decode().splitlines()
    assert "HTML tags such as '<script>' are read as words" in warning
    assert "👩🏽‍🚒" in output.read_text(encoding="utf-8")
