"""The command as a whole: its table, its help, how it ends."""

import runpy
import subprocess
import sys
from importlib import import_module

import pytest
from command_line import ARTICLE, call, process, quoted
from tables import for_each

import quoteattr
from quoteattr import _interrupt, cli
from quoteattr.cli import archive, extract

#: more quotes than a pipe and its buffers hold as JSONL: they hold 80 kB, a record has 290 bytes
ENOUGH = 600


def test_a_missing_command_says_so(capsys):
    assert call() == 2
    assert "COMMAND" in capsys.readouterr().err


@pytest.mark.parametrize(
    "args",
    [
        [],
        *([name] for name in cli.COMMANDS),
        *(["archive", name] for name in archive.COMMANDS),
    ],
)
def test_help_tells_the_exit_status(args, capsys):
    assert call(*args, "--help") == 0
    out, err = capsys.readouterr()
    assert "exit status: 0 if" in out
    assert not err


@for_each(
    "module",
    [
        *(f"quoteattr.cli.{name}" for name in cli.COMMANDS),
        *(f"quoteattr.cli.archive.{name}" for name in archive.COMMANDS),
    ],
)
def test_the_examples_of_help_parse(module):
    command = import_module(module).COMMAND
    lines = [line.split("   ")[0] for line in command.epilog.splitlines()]
    calls = [part for line in lines for part in line.split("|") if "quoteattr " in part]
    assert calls
    for command_line in calls:
        words = command_line.split(">")[0].replace('"', "").split()
        words = words[words.index("quoteattr") + 1 :]
        args = cli._parser().parse_args(words)
        assert args.command is import_module(f"quoteattr.cli.{words[0]}").COMMAND


def test_version(capsys):
    assert call("--version") == 0
    assert capsys.readouterr().out == f"quoteattr {quoteattr.__version__}\n"


@pytest.mark.parametrize("module", ["quoteattr", "quoteattr.cli"])
def test_python_runs_the_package_as_the_command(module, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["-m", "--version"])
    monkeypatch.setattr(sys, "orig_argv", ["python", "-m", module, "--version"])
    assert _interrupt.is_command()
    with pytest.raises(SystemExit) as end:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    assert end.value.code in (0, None)
    assert capsys.readouterr().out == f"quoteattr {quoteattr.__version__}\n"


def test_the_command_brings_neither_spacy_nor_an_extra():
    code = (
        "import quoteattr.cli, sys\n"
        "quoteattr.cli._parser().complete_all()\n"
        "heavy = 'spacy jax lightgbm pandas pyarrow rapidfuzz rich shtab sklearn trafilatura'\n"
        "sys.exit(str(sys.modules.keys() & set(heavy.split()) or 0))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.stderr in (b"", b"0\n")


def test_a_plain_text_brings_no_module_for_mails_and_pdfs(tmp_path):
    (tmp_path / "a.txt").write_text("“It rains,” said Ida Holm.", encoding="utf-8")
    code = (
        "import quoteattr.cli, sys\n"
        f"quoteattr.cli.main(['extract', {str(tmp_path)!r}])\n"
        "sys.exit(str(sys.modules.keys() & {'email', 'logging'} or 0))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert b"Ida Holm" in done.stdout
    assert done.stderr == b"0\n"


def test_a_full_disk_is_told_in_one_line(tmp_path, monkeypatch, capsys):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(extract, "open_output", full)
    assert call("extract", tmp_path) == 1
    assert capsys.readouterr().err == "quoteattr: cannot continue: No space left on device\n"


def test_the_whole_command(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(ARTICLE.encode())
    out, err = process("extract", path).communicate(timeout=300)
    assert quoted(out.decode("utf-8")) == [("Ida", "Yes,"), ("Bo", "No,")]
    assert not err


@pytest.mark.slow
def test_a_reader_that_has_enough_is_no_error(tmp_path):
    (tmp_path / "a.txt").write_text("“Yes,” said Ida Berg.\n\n" * ENOUGH, encoding="utf-8")
    with process("extract", tmp_path) as running:
        assert running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


@pytest.mark.parametrize(
    ("args", "module", "advice"),
    [
        (["train", "gold", "-o", "w"], "lightgbm", "pip install 'quoteattr[train]'"),
        (["train", "gold", "-o", "w"], "jax", "pip install 'quoteattr[train]'"),
        (["verify", "We go", "a.txt"], "rapidfuzz", "pip install 'quoteattr[verify]'"),
        (["archive", "add", "a.db", "a.txt"], "rapidfuzz", "pip install 'quoteattr[groups]'"),
        (["completion", "zsh"], "shtab", "pip install 'quoteattr[completion]'"),
        (["extract", ".", "-o", "a.parquet"], "pyarrow", "pip install 'quoteattr[parquet]'"),
        (["extract", "a.html"], "trafilatura", "pip install 'quoteattr[html]'"),
    ],
)
def test_a_missing_extra_says_what_brings_it(args, module, advice, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "a.html"):
        (tmp_path / name).write_text("")
    for name in ("jax", "lightgbm", "optax", "sklearn"):
        monkeypatch.setitem(sys.modules, name, cli)
    monkeypatch.setitem(sys.modules, module, None)
    assert call(*args) == 2
    err = capsys.readouterr().err
    assert module in err
    assert advice in err
    assert err.count("\n") == 1
    assert not (tmp_path / "a.parquet").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_completion_knows_every_command_and_option(shell, capsys):
    assert call("completion", shell) == 0
    script = capsys.readouterr().out
    for word in (*cli.COMMANDS, *archive.COMMANDS, "--min-confidence", "parquet"):
        assert word in script
    assert ("_shtab_compgen_files" if shell == "bash" else "_files") in script


@pytest.mark.parametrize("words", ["extract --min-c", "archive groups --min-c"])
def test_bash_completes_a_command(words, tmp_path):
    script, _ = process("completion", "bash").communicate(timeout=300)
    (tmp_path / "quoteattr.bash").write_bytes(script)
    asked = (
        f"source quoteattr.bash; COMP_WORDS=(quoteattr {words}); COMP_CWORD={len(words.split())};"
        "_shtab_quoteattr; echo ${COMPREPLY[*]}"
    )
    done = subprocess.run(["bash", "-c", asked], cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout == b"--min-confidence\n"
    assert not done.stderr
