"""Everything that README and the documents show is run; ``examples/`` has tests of its own.

- A ``python`` block is a script; one that begins with ``>>>`` is a doctest. The blocks of one
  document share their names, as a reader would type them.
- In a ``console`` block every ``$ quoteattr …`` is run, and the lines below it are what it prints,
  that on standard error first.
  ``...`` stands for anything; how sure a link is changes whenever the model are learned anew, so
  that any ``97%`` is as good as another, and the width of its column with it.
- Of an ``sh`` block ``quoteattr`` is run; what is installed is an extra that exists, and a script
  that is called a file.
- In a ``text`` block an option of ``quoteattr`` is one that its ``--help`` tells of.
"""

from __future__ import annotations

import doctest
import io
import json
import re
import shlex
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest
from tables import for_each

from quoteattr import cli

ROOT = Path(__file__).parent.parent
DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
#: what a block may be: some test below runs or reads it, or it is a directive of the site
LANGUAGES = {"console", "json", "python", "sh", "text", "{eval-rst}", "{toctree}"}
#: commands of an ``sh`` block that are other people's, or what runs these very tests
OTHERS = {".ci/run", "pre-commit", "pytest", "source", "sphinx-build"}

#: a fenced block: its language and its lines
BLOCK = re.compile(r"^```(\S*)[^\n]*\n(.*?)^```$", re.M | re.S)


def blocks(document: Path, language: str) -> list[str]:
    """The blocks of a language in a document."""
    return [body for name, body in BLOCK.findall(document.read_text("utf-8")) if name == language]


def name(path: Path) -> str:
    """A file as the tests are called by it."""
    return path.relative_to(ROOT).as_posix()


#: the documents again; one of them trains, which needs an extra and takes long
CONSOLES = [
    pytest.param(path, id=name(path), marks=[pytest.mark.slow] if path.stem == "evaluate" else [])
    for path in DOCUMENTS
]


@pytest.fixture(autouse=True, scope="module")
def beside_the_examples(tmp_path_factory, quick_training):
    """Paths are those of a checkout, what is written is thrown away, a line has 100 columns."""
    place = tmp_path_factory.mktemp("checkout")
    (place / "examples").symlink_to(ROOT / "examples")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        patch.setenv("COLUMNS", "100")
        patch.setenv("TERM", "dumb")
        yield


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_python_blocks_run(document, tmp_path):
    names: dict[str, object] = {"__name__": "__main__"}
    for number, block in enumerate(blocks(document, "python"), 1):
        title = f"{document.name}, block {number}"
        if not block.startswith(">>>"):
            exec(compile(block, title, "exec"), names)
            continue
        test = doctest.DocTestParser().get_doctest(block, names, title, str(document), 0)
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
        report: list[str] = []
        assert not runner.run(test, out=report.append, clear_globs=False).failed, "".join(report)
        names |= test.globs


class Terminal(io.StringIO):
    """Standard output that somebody looks at."""

    def isatty(self):
        """Yes, somebody does."""
        return True


@for_each("document", DOCUMENTS)
def test_no_table_shows_a_hundred_percent(document):
    assert not [b for b in blocks(document, "console") if re.search(r"\b100%", b)]


@pytest.mark.parametrize("document", CONSOLES)
def test_console_blocks_print_what_they_show(document, monkeypatch):
    for block in blocks(document, "console"):
        for session in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, shown = session.partition("\n")
            program, *args = shlex.split(command, comments=True)
            assert program == "quoteattr", f"this test cannot run {command!r}"
            monkeypatch.setattr(sys, "stdout", Terminal())
            monkeypatch.setattr(sys, "stderr", io.StringIO())
            assert cli.main(args) == 0
            printed = sys.stderr.getvalue() + sys.stdout.getvalue()
            assert doctest.OutputChecker().check_output(
                _plain(shown), _plain(printed), doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
            ), printed


def _plain(printed: str) -> str:
    """What a command printed, no link surer than another."""
    return re.sub(r"\d+% ", "N% ", printed).strip() + "\n"


@for_each("document", DOCUMENTS)
def test_no_block_is_left_out(document):
    text = document.read_text("utf-8")
    blocks = BLOCK.findall(text)
    assert {language for language, _ in blocks} <= LANGUAGES
    fences = re.findall(r"^\s*(?:```|~~~)", text, re.M)
    assert len(fences) == 2 * len(blocks), "a fence that is indented or not closed is not tested"


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_sh_blocks_can_be_typed(document, monkeypatch):
    setup = ConfigParser(interpolation=None)
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    for block in blocks(document, "sh"):
        for command in re.split(r"\n|&&", block.replace("\\\n", " ").strip()):
            program, *args = shlex.split(command, comments=True)
            if program == "quoteattr":
                assert cli.main(args) == 0, command
            elif program == "pip":
                extras = re.findall(r"\[([\w,]+)\]", command)
                for extra in ",".join(extras).split(",") if extras else []:
                    assert setup.has_option("options.extras_require", extra), command
            elif program == "python" and args[0] != "-m":
                assert (ROOT / args[0]).is_file(), command
            else:
                assert program in OTHERS | {"python"}, f"this test does not know {command!r}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_text_blocks_show_options_that_exist(document, capsys):
    for block in blocks(document, "text"):
        called = re.findall(r"\bquoteattr (archive [a-z]+|[a-z]+)([^|\n]*)", block)
        for subcommand, rest in called:
            with pytest.raises(SystemExit) as ended:
                cli.main([*subcommand.split(), "--help"])
            assert ended.value.code == 0
            helped = capsys.readouterr().out
            for option in re.findall(r"(?<!\S)--?[a-z][a-z-]*", rest):
                assert option in helped, f"quoteattr {subcommand}{rest}"


@for_each("document", DOCUMENTS)
def test_links_lead_to_files(document):
    for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", document.read_text("utf-8")):
        if not re.match(r"[a-z]+:", link):
            assert (document.parent / link).is_file(), link


@for_each("document", DOCUMENTS)
def test_json_blocks_are_json(document):
    for block in blocks(document, "json"):
        assert json.loads(block)


def test_the_readme_shows_the_python_call_and_the_command():
    assert blocks(ROOT / "README.md", "python")
    assert blocks(ROOT / "README.md", "console")
