"""``quoteattr extract --resume``: nothing twice, nothing lost, wherever the run before ended."""

import csv
import json
import os
import signal
import subprocess
import sys
import time

import pytest
from command_line import call, process, quoted, simple_engine

from quoteattr import api

NAMES = ("jsonl", "csv")

#: articles whose records are more than an output and what it holds back
MANY = 150

#: the last cell of an article's rows has a line end, a comma and a mark of the format
TEXTS = {
    "a.txt": "“One” said Ida. “Two\n“said” Bo”",
    "b.txt": "Nobody spoke.",
    "c.txt": '“Three,\r\nthree” said Cy. “Four\n\n"four"” said Di. “Five” said Ed.',
    "d.txt": "“Six” said Fay. “Seven” said Gus.",
}


@pytest.fixture
def read(monkeypatch):
    """The names of the articles that the engine has been given."""
    names = []

    def watched(article, options):
        names.append(os.path.basename(article.source))
        return simple_engine(article, options)

    monkeypatch.setattr(api, "find_records", watched)
    return names


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "articles"
    place.mkdir()
    for name, text in TEXTS.items():
        (place / name).write_bytes(text.encode())
    return place


def run(*args):
    return call("extract", *args, "--resume")


@pytest.fixture(params=NAMES)
def whole(request, folder, tmp_path, read):
    """The path and the bytes of an output that nothing has interrupted."""
    path = tmp_path / f"quotes.{request.param}"
    assert run(folder, "-o", path) == 0
    read.clear()
    return path, path.read_bytes()


def test_all_is_done_where_nothing_was(whole):
    path, data = whole
    plain = path.with_name(f"plain{path.suffix}")
    assert call("extract", path.with_name("articles"), "-o", plain) == 0
    assert plain.read_bytes() == data
    assert b"Seven" in data


def test_what_is_done_is_passed_over(whole, folder, read, capsys):
    path, data = whole
    assert run(folder, "-o", path) == 0
    assert path.read_bytes() == data
    assert read == ["b.txt", "d.txt"]  # without a quote; and the last, which might not be whole
    assert capsys.readouterr() == ("", "")


@pytest.mark.slow
def test_wherever_it_is_cut_off_it_ends_as_if_it_had_not_been(whole, folder):
    path, data = whole
    for size in range(len(data)):
        if size % 7 and data[size - 1 : size + 1].count(b"\n") == 0:
            continue  # every seventh byte, and all around the ends of lines
        path.write_bytes(data[:size])
        assert run(folder, "-o", path) == 0
        assert path.read_bytes() == data, size


def test_other_articles_are_written_after(whole, tmp_path):
    path, data = whole
    new_article = tmp_path / "other.txt"
    new_article.write_text("“Eight” said Hal.", encoding="utf-8")
    assert run(new_article, "-o", path) == 0
    assert path.read_bytes().startswith(data)
    rest = path.read_bytes()[len(data) :]
    assert b"Eight" in rest
    assert b"speaker,quote" not in rest


def test_the_output_may_lie_among_the_articles(folder, read, capsys):
    for name in NAMES:
        for _ in range(2):
            assert run(folder, "-o", folder / f"quotes.{name}") == 0
    assert len(quoted((folder / "quotes.jsonl").read_text(encoding="utf-8"))) == 6
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "data",
    [
        b"not a record\n",
        b'{"text": "an article"}\n',
        b"\xff\xfe\n",
        b"speaker;quote\nIda;Yes\n",
        b"\0\0\n",
        b"[" * 100_000 + b"\n",
    ],
    ids=["words", "article", "bytes", "semicolons", "zeros", "nested"],
)
def test_what_is_no_output_is_left_alone(folder, tmp_path, name, data, capsys):
    path = tmp_path / f"quotes.{name}"
    path.write_bytes(data)
    assert run(folder, "-o", path) == 2
    assert path.read_bytes() == data
    err = capsys.readouterr().err
    assert "--resume cannot continue" in err
    assert "name another file" in err
    assert err.count("\n") == 1


def test_a_row_with_too_few_cells_is_told_of(whole, folder, capsys):
    path, data = whole
    if path.suffix == ".csv":
        path.write_bytes(data + b"Ida,Yes\n")
        assert run(folder, "-o", path) == 2
        assert "has 2 cells" in capsys.readouterr().err


def test_a_wrong_call_leaves_even_half_a_line(whole, folder):
    path, data = whole
    path.write_bytes(data[:-5])
    assert run(folder, "missing.txt", "-o", path) == 2
    assert run(folder, "-o", path, "--model", "missing.json") == 2
    assert path.read_bytes() == data[:-5]


def test_names_that_are_not_unicode_are_known_again(tmp_path, read):
    names = [os.fsencode(tmp_path) + b"/caf\xe9.txt", os.fsencode(tmp_path) + b"/z.txt"]
    for name in names:
        with open(name, "wb") as file:
            file.write("“Yes” said Ida.".encode())
    for form in NAMES:
        output = tmp_path / f"quotes.{form}"
        for _ in range(2):
            assert run(*map(os.fsdecode, names), "-o", output) == 0
        assert output.read_text(encoding="utf-8").count("Ida") == 2


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize(
    ("name", "workers", "end"),
    [
        ("jsonl", 1, signal.SIGINT),
        ("jsonl", 2, signal.SIGKILL),
        ("csv", 1, signal.SIGKILL),
        ("csv", 2, signal.SIGINT),
    ],
)
def test_a_run_that_was_ended_goes_on(tmp_path, name, workers, end):
    rows = [
        json.dumps({"id": f"{n}", "text": f"“We saw {n} boats,” said Ida Berg.\n\n" * 10}) + "\n"
        for n in range(MANY)
    ]
    articles = tmp_path / "articles.jsonl"
    articles.write_text("".join(rows), encoding="utf-8")
    output = tmp_path / f"quotes.{name}"
    options = ("-o", output, "--kinds", "direct", "--workers", workers)
    with process("extract", "-", "--read", "jsonl", *options, stdin=subprocess.PIPE) as running:
        # The last article never comes: however late the signal is, the run is not done before.
        running.stdin.write("".join(rows[:-1]).encode())
        running.stdin.flush()
        while running.poll() is None and not (output.exists() and _quotes(output)):
            time.sleep(0.01)
        running.send_signal(end)
        _, err = running.communicate(timeout=300)
    assert running.returncode == (130 if end == signal.SIGINT else -signal.SIGKILL)
    assert not err
    assert 0 < len(_quotes(output)) < 10 * MANY
    if end == signal.SIGINT:  # no half line is left
        assert output.read_bytes().endswith(b"\n")
    running = process("extract", articles, *options, "--resume")
    assert running.communicate(timeout=300) == (b"", b"")
    assert _quotes(output) == [f"We saw {n} boats," for n in range(MANY) for _ in range(10)]


def _quotes(output):
    """The quotes in whole lines, in order."""
    data = output.read_bytes()
    lines = data[: data.rfind(b"\n") + 1].decode().splitlines()
    if output.suffix == ".csv":
        return [row["quote"] for row in csv.DictReader(lines)]
    return [json.loads(line)["quote"] for line in lines]
