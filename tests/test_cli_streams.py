"""The command where its streams are closed or full, its words are hostile, or Ctrl-C is early."""

import io
import json
import os
import signal
import subprocess
import sys

import pytest
from command_line import ARTICLE, ENVIRONMENT, call, pipe_in

from quoteattr.cli.streams import prepare
from quoteattr.formats.record_dict import record_to_dict
from quoteattr.records import QuoteRecord
from quoteattr.text import LONGEST_VALUE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="redirections of a POSIX shell")

COMMAND = f"'{sys.executable}' -m quoteattr.cli"


def shell(line, folder, **environment):
    """What a line of the shell gives: its status, and what it prints."""
    script = line.replace("quoteattr ", f"{COMMAND} ")
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {script}"],
        cwd=folder,
        env=ENVIRONMENT | environment,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_bytes(ARTICLE.encode())
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("extract a.txt", "&-"),
        ("extract a.txt", "/dev/full"),
        ("extract a.txt --format xlsx", "&-"),
        ("extract a.txt --format xlsx", "/dev/full"),
        ("extract a.txt --format parquet", "&-"),
        ("extract a.txt --format parquet", "/dev/full"),
        ("extract a.txt --format web-annotation", "/dev/full"),
        ("verify Yes a.txt", "/dev/full"),
        ("completion bash", "&-"),
    ],
)
def test_an_output_that_takes_nothing_is_told_in_one_line(folder, words, target):
    if target == "/dev/full" and not os.path.exists(target):
        pytest.skip("no device that is full")
    status, _, err = shell(f"quoteattr {words} >{target}", folder)
    assert status == 1
    reason = "No space left on device" if target == "/dev/full" else "it is closed"
    assert err == f"quoteattr: cannot continue with standard output: {reason}\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", ["--help", "extract --help", "--version"])
def test_help_that_cannot_be_written_is_told(folder, words, unbuffered):
    done = shell(f"quoteattr {words} >/dev/full", folder, PYTHONUNBUFFERED=unbuffered)
    err = "quoteattr: cannot continue with standard output: No space left on device\n"
    assert done == (1, "", err)


@pytest.mark.slow
def test_an_output_that_is_not_needed_may_be_closed(folder):
    assert shell("quoteattr extract a.txt -o a.jsonl >&- 2>&-", folder) == (0, "", "")
    assert (folder / "a.jsonl").read_text(encoding="utf-8").count("\n") == 2


@pytest.mark.slow
@pytest.mark.parametrize("form", ["xlsx", "parquet", "jsonl", "csv"])
def test_a_closed_pipe_is_quiet(folder, form):
    (folder / "a.txt").write_text("“Yes,” said Ida Berg.\n\n" * 600, encoding="utf-8")
    status, _, err = shell(f"quoteattr extract a.txt --format {form} | true", folder)
    assert err == ""
    assert status in (0, 141)


@pytest.mark.slow
@pytest.mark.parametrize(
    "words", ["verify - a.txt", "show - -o a.html", "extract -", "verify Yes -"]
)
def test_a_closed_input_is_told_in_one_line(folder, words):
    status, _, err = shell(f"quoteattr {words} <&-", folder)
    assert status in (1, 2)
    assert err.count("\n") == 1
    assert "standard input is closed" in err


@pytest.mark.parametrize("words", ["", *"extract show verify archive evaluate train".split()])
def test_help_bears_any_encoding(words, monkeypatch):
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="ascii"))
    assert call(*words.split(), "--help") == 0
    assert b"exit status" in out.getvalue()


@pytest.mark.slow
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is full")
@pytest.mark.parametrize("form", ["jsonl", "xlsx", "parquet", "csv"])
def test_a_full_disk_is_told_with_the_name_of_the_file(folder, form):
    status, _, err = shell(f"quoteattr extract a.txt --format {form} -o /dev/full", folder)
    assert status == 1
    assert err == "quoteattr: cannot continue with /dev/full: No space left on device\n"


@pytest.mark.slow
@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_a_run_that_ended_on_a_full_disk_goes_on(folder, form):
    rows = [{"id": f"{n}", "text": f"“We saw {n} boats,” said Ida Berg."} for n in range(200)]
    (folder / "news.jsonl").write_text("\n".join(map(json.dumps, rows)))
    words = f"quoteattr extract news.jsonl -o quotes.{form} --kinds direct"
    status, _, err = shell(f"ulimit -f 20; {words}", folder)
    assert status == 1
    assert err == f"quoteattr: cannot continue with quotes.{form}: File too large\n"
    assert (folder / f"quotes.{form}").read_bytes().endswith(b"\n")
    assert shell(f"{words} --resume", folder) == (0, "", "")
    (folder / "whole").mkdir()
    assert shell(words.replace("-o ", "-o whole/"), folder)[0] == 0
    first, second = (folder / place / f"quotes.{form}" for place in (".", "whole"))
    assert first.read_bytes() == second.read_bytes()


#: sends itself Ctrl-C when a module is looked for, as if somebody had pressed it then
EARLY = """
import os, runpy, signal, sys
class Finder:
    def find_spec(name, path=None, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder)
sys.argv = ["quoteattr", "extract", "a.txt"]
from quoteattr.cli import main
sys.exit(main())
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "module",
    ["quoteattr.cli.parser", "quoteattr.cli.extract", "numpy", "regex", "quoteattr.formats"],
)
def test_ctrl_c_while_it_is_imported_is_quiet(folder, module):
    code = EARLY.format(module=module)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=ENVIRONMENT, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.slow
def test_ctrl_c_in_a_program_that_imports_the_library_is_its_own():
    code = EARLY.format(module="quoteattr.cli.parser").replace(
        '"quoteattr", "extract"', '"mine.py", "extract"'
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert b"KeyboardInterrupt" in done.stderr
    assert done.returncode == -signal.SIGINT


@pytest.mark.parametrize("words", [["extract"], ["extract", "a.txt", "--format"]])
def test_no_message_is_long(folder, words, capsys, monkeypatch):
    monkeypatch.chdir(folder)
    long = "x" * 5_000
    for options in ([long], [f"--{long}"], ["a.txt", "--read", long], ["a.txt", "--kinds", long]):
        assert call(*words, *options) == 2
        err = capsys.readouterr().err
        assert "x" * (LONGEST_VALUE + 1) not in err
        assert err.count("\n") == 1


def test_weights_that_are_none_are_told_once_in_one_line(folder, capsys):
    ours = os.path.join(
        os.path.dirname(sys.modules["quoteattr"].__file__), "model", "attribution.npz"
    )
    with open(ours, "rb") as file:
        tagger = file.read()
    with open(ours.replace(".npz", ".json"), "rb") as file:
        (folder / "mine.json").write_bytes(file.read())
    (folder / "deep.json").write_text("[" * 100_000)
    (folder / "b.txt").write_bytes(ARTICLE.encode())
    mine = ("--model", folder / "mine.json")
    hostile = [tagger[:1000], b"PK\3\4", b"", b"\x93NUMPY\1\0", tagger[: len(tagger) // 2], b"x"]
    for name in (ours, folder / "deep.json", folder):
        assert call("extract", folder / "a.txt", "--model", name) == 2
    for data in hostile:
        (folder / "mine.npz").write_bytes(data)
        assert call("extract", folder / "a.txt", folder / "b.txt", *mine) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 3 + len(hostile)
    assert all(len(line) < 500 and line.isprintable() for line in lines)


@pytest.mark.parametrize(
    "change",
    [
        {"speaker": 5},
        {"quote": None},
        {"source": 5},
        {"spans": [[1.5, 3.5]]},
        {"spans": 5},
        {"spans": [5]},
        {"mention": 5},
        {"mention": "Ida"},
        {"mention": {}},
        {"cue": [1, 2]},
        {"kind": None},
        {"confidence": "high"},
        {"quoted": [["a", "b"]]},
    ],
    ids=str,
)
def test_json_that_is_no_record_is_told_with_its_line(folder, change, capsys, monkeypatch):
    record = QuoteRecord("Ida", "Yes,", "a.txt", "direct", [(1, 5)])
    lines = [json.dumps(record_to_dict(record) | fields) + "\n" for fields in ({}, change)]
    path, page = folder / "quotes.jsonl", folder / "a.html"
    path.write_text("".join(lines), encoding="utf-8")
    pipe_in(monkeypatch, path.read_bytes())
    for name in ("-", path):
        assert call("show", name, "-o", page) == 1
        err = capsys.readouterr().err
        assert f"quoteattr: {name}, line 2: not a record (" in err
        assert err.count("\n") == 1
        assert "1 quote, 1 speaker" in page.read_text(encoding="utf-8")
    assert call("extract", folder / "a.txt", "-o", path, "--resume") == 2
    assert "line 2: not a record" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "".join(lines)


def test_streams_that_python_has_not_are_replaced(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    prepare()
    with pytest.raises(OSError, match="it is closed"):
        sys.stdout.write("a")
    sys.stderr.write("a")
