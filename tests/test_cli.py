"""The command, with an engine so simple that every test can tell what it must find."""

import csv
import io
import json
import os
import re
import subprocess
import sys

import pytest
from gold_folder import write_gold

import quoteattr
from quoteattr import cli
from quoteattr.records import QuoteRecord, QuoteRecords

ARTICLE = "“Yes,” said Ida.\r\n“No,” said Bo.\r\n"

#: more quotes than a pipe and its buffers hold as JSONL: they hold 80 kB, a record has 290 bytes
ENOUGH = 600


def simple_engine(text, source=None, *, unattributed=False, **_):
    """Whoever is named after *said* said it; a stretch without one was said by nobody."""
    found = re.finditer("“([^”]+)”(?: said ([A-Z][a-z]+))?", text)
    return QuoteRecords(
        QuoteRecord(speaker=m[2], quote=m[1], source=source, kind="direct", spans=[m.span(1)])
        for m in found
        if m[2] or unattributed
    )


@pytest.fixture(autouse=True)
def engine(monkeypatch):
    monkeypatch.setattr(cli, "extract", simple_engine)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_bytes(ARTICLE.encode())
    return path


class Terminal(io.StringIO):
    """A stream that somebody looks at."""

    def isatty(self):
        """Yes, somebody does."""
        return True


def run(*args):
    return cli.main(["extract", *map(str, args)])


def quoted(out):
    return [(r["speaker"], r["quote"]) for r in map(json.loads, out.splitlines())]


def test_jsonl_is_what_another_program_gets(article, capsys):
    assert run(article) == 0
    out, err = capsys.readouterr()
    assert quoted(out) == [("Ida", "Yes,"), ("Bo", "No,")]
    assert {json.loads(line)["source"] for line in out.splitlines()} == {str(article)}
    assert not err


def test_a_table_is_what_people_get(article, monkeypatch):
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert run(article) == 0
    assert sys.stdout.getvalue().startswith("speaker  quote")


@pytest.mark.parametrize(
    ("name", "start"), [("a.csv", "speaker,quote,"), ("a.jsonl", "{"), ("a", "{")]
)
def test_the_name_of_the_output_tells_its_format(article, tmp_path, monkeypatch, name, start):
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert run(article, "-o", tmp_path / name) == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert not sys.stdout.getvalue()


def test_format_goes_before_the_name_of_the_output(article, tmp_path):
    assert run(article, "-o", tmp_path / "a.csv", "--format", "table") == 0
    assert (tmp_path / "a.csv").read_text(encoding="utf-8").startswith("speaker  quote")


def test_offsets_are_those_of_the_file(article, tmp_path):
    article.write_bytes(b"\xef\xbb\xbf" + ARTICLE.encode())
    run(article, "-o", tmp_path / "a.csv")
    text = article.open(encoding="utf-8", newline="").read()
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            ((start, end),) = json.loads(row["spans"])
            assert text[start:end] == row["quote"]


def test_standard_input(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    assert run("-") == 0
    assert json.loads(capsys.readouterr().out.splitlines()[0])["source"] == "-"


def test_unattributed_stretches_are_given_on_demand(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("A “so-called” plan. “Yes,” said Ida.", encoding="utf-8")
    run(tmp_path)
    run(tmp_path, "--unattributed")
    assert [speaker for speaker, _ in quoted(capsys.readouterr().out)] == ["Ida", None, "Ida"]


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_done(article, capsys):
    article.with_name("a-latin.txt").write_bytes("café".encode("latin-1"))
    assert run(article.parent) == 1
    out, err = capsys.readouterr()
    assert len(quoted(out)) == 2
    assert err.count("\n") == 1
    assert "a-latin.txt: not UTF-8" in err


@pytest.mark.parametrize(
    ("args", "advice"),
    [
        (["missing.txt"], "pass a text file, a folder, or -"),
        ([], "required: PATH"),
        (["-", "--format", "xml"], "choose from"),
        (["-", "-o", "a.xml"], "add --format"),
        (["-", "-o", "no/such/folder/a.csv"], "name another file"),
        (["-", "--wrong"], "--help"),
        (["-", "--weights", "missing.json"], "cannot read weights"),
        (["-", "--weights", __file__], "is not a file of weights"),
    ],
)
def test_a_wrong_call_says_in_one_line_what_to_do(args, advice, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    try:
        status = run(*args)
    except SystemExit as end:
        status = end.code
    assert status == 2
    out, err = capsys.readouterr()
    assert advice in err
    assert err.count("\n") == 1
    assert not out


def test_a_text_is_never_written_over(article, capsys):
    assert run(article.parent, "--format", "csv", "-o", article) == 2
    assert article.read_bytes() == ARTICLE.encode()
    assert "name another file" in capsys.readouterr().err


def test_a_missing_command_says_so(capsys):
    with pytest.raises(SystemExit) as end:
        cli.main([])
    assert end.value.code == 2
    assert "COMMAND" in capsys.readouterr().err


@pytest.mark.parametrize(
    "args", [["--help"], *([name, "--help"] for name in ("extract", "evaluate", "train"))]
)
def test_help_tells_the_exit_status(args, capsys):
    with pytest.raises(SystemExit) as end:
        cli.main(args)
    assert end.value.code == 0
    assert "exit status" in capsys.readouterr().out


def test_help_has_examples(capsys):
    with pytest.raises(SystemExit):
        run("--help")
    assert "quoteattr extract articles/ -o quotes.csv" in capsys.readouterr().out


def test_version(capsys):
    with pytest.raises(SystemExit):
        cli.main(["--version"])
    assert capsys.readouterr().out == f"quoteattr {quoteattr.__version__}\n"


def test_ctrl_c_is_quiet_and_leaves_whole_lines(article, tmp_path, monkeypatch, capsys):
    def interrupted(text, source, **_):
        if source.endswith("second.txt"):
            raise KeyboardInterrupt
        return simple_engine(text, source)

    monkeypatch.setattr(cli, "extract", interrupted)
    second = article.with_name("second.txt")
    second.write_text(ARTICLE)
    assert run(article, second, "-o", tmp_path / "a.jsonl") == 130
    assert len(quoted((tmp_path / "a.jsonl").read_text(encoding="utf-8"))) == 2
    assert capsys.readouterr() == ("", "")


def test_a_full_disk_is_told_in_one_line(article, monkeypatch, capsys):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cli, "_open", full)
    assert run(article) == 1
    assert capsys.readouterr().err == "quoteattr: cannot go on: No space left on device\n"


def test_half_a_surrogate_pair_is_written_as_json_writes_it(article, monkeypatch, tmp_path):
    def damaged(_, source, **__):
        record = QuoteRecord(
            speaker=None, quote="\ud83d", source=source, kind="direct", spans=[(0, 1)]
        )
        return QuoteRecords([record])

    monkeypatch.setattr(cli, "extract", damaged)
    for name in ("a.csv", "a.jsonl"):
        assert run(article, "-o", tmp_path / name) == 0
        assert "\\ud83d" in (tmp_path / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("files", "looked_at", "shown"), [(3, True, False), (9, True, True), (9, False, False)]
)
def test_a_progress_bar_for_more_than_a_few_files(tmp_path, monkeypatch, files, looked_at, shown):
    for number in range(files):
        (tmp_path / f"{number}.txt").write_text("")
    monkeypatch.setattr(sys, "stderr", Terminal() if looked_at else io.StringIO())
    assert run(tmp_path, "-o", tmp_path / "a.jsonl") == 0
    assert ("files" in sys.stderr.getvalue()) is shown


@pytest.fixture
def gold(tmp_path):
    return write_gold(tmp_path / "gold")


def call(*args):
    """The status of a command, also where the parser ends it."""
    try:
        return cli.main([*map(str, args)])
    except SystemExit as end:
        return end.code


def test_evaluate_prints_figures_and_writes_a_report(gold, tmp_path, capsys):
    report = tmp_path / "wrong.html"
    assert call("evaluate", gold, "--report", report) == 0
    out, err = capsys.readouterr()
    assert re.search(r"attribution: recall +\d", out)
    assert "full name: recall" in out
    assert report.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert not err


def test_evaluate_takes_other_names(gold, tmp_path, capsys):
    names = tmp_path / "names.tsv"
    names.write_text("herald_bridge\tT12\tSomebody Else\n", encoding="utf-8")
    assert call("evaluate", gold, "--names", names) == 0
    assert re.search(r"full name: recall +0\.0 +1 whose", capsys.readouterr().out)


def test_train_writes_what_train_learns(gold, tmp_path, monkeypatch):
    learned = []
    monkeypatch.setattr(cli, "train", lambda golds: learned.extend(golds) or {"trees": [0.5]})
    monkeypatch.setattr(cli, "write", lambda data, path: path.write_text(str(data)))
    monkeypatch.setattr(cli, "require", lambda *_: None)
    assert call("train", gold, gold, "-o", tmp_path / "weights.json") == 0
    assert [article.name for article in learned] == ["herald_bridge"] * 2
    assert (tmp_path / "weights.json").read_text() == "{'trees': [0.5]}"


def test_weights_are_used(article, monkeypatch):
    used = []
    monkeypatch.setattr(cli, "read", str)
    monkeypatch.setattr(
        cli, "extract", lambda *_, weights, **__: used.append(weights) or QuoteRecords()
    )
    assert run(article, "--weights", "mine.json") == 0
    assert used == ["mine.json"]


@pytest.mark.parametrize(
    ("args", "module", "advice"),
    [
        (["train", "gold", "-o", "w"], "lightgbm", "pip install 'quoteattr[train]'"),
        (["train", "gold", "-o", "w"], "sklearn", "pip install 'quoteattr[train]'"),
        (["evaluate", "gold"], "rich", "pip install 'quoteattr[evaluate]'"),
    ],
)
def test_a_missing_extra_says_what_brings_it(args, module, advice, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, module, None)
    assert call(*args) == 2
    err = capsys.readouterr().err
    assert module in err
    assert advice in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("args", "advice"),
    [
        (["evaluate", "missing"], "pass a folder in the brat layout"),
        (["evaluate", "missing", "--report", "a.pdf"], "ends in .html or .md"),
        (["evaluate", "GOLD", "--names", "missing.tsv"], "missing.tsv: No such file"),
        (["train", "missing", "-o", "w.json"], "pass a folder in the brat layout"),
        (["train", "missing", "-o", "no/such/w.json"], "name another file"),
        (["train", "missing"], "required: -o"),
    ],
)
def test_a_wrong_call_to_learn_says_in_one_line_what_to_do(
    args, advice, gold, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli, "require", lambda *_: None)
    assert call(*(gold if arg == "GOLD" else arg for arg in args)) == 2
    err = capsys.readouterr().err
    assert advice in err
    assert err.count("\n") == 1


def process(*args, **options):
    """The command as the shell runs it, with the real engine."""
    # An encoding other than UTF-8, so that one that is not asked for would show.
    env = os.environ | {"PYTHONIOENCODING": "latin-1"}
    command = [sys.executable, "-m", "quoteattr.cli", *map(str, args)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)


def test_the_whole_command(article):
    out, err = process("extract", article).communicate(timeout=120)
    assert quoted(out.decode("utf-8")) == [("Ida", "Yes,"), ("Bo", "No,")]
    assert not err


def test_a_reader_that_has_enough_is_no_error(tmp_path):
    (tmp_path / "a.txt").write_text("“Yes,” said Ida Berg.\n\n" * ENOUGH, encoding="utf-8")
    with process("extract", tmp_path) as running:
        assert running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


def test_a_format_of_bytes_goes_to_another_program_and_to_no_terminal(article, monkeypatch, capsys):
    out, err = process("extract", article, "--format", "parquet").communicate(timeout=120)
    assert out.startswith(b"PAR1")
    assert out.endswith(b"PAR1")
    assert not err
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert run(article, "--format", "parquet") == 2
    assert "add -o FILE" in capsys.readouterr().err
