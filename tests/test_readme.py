"""Everything that README and docs show is run; what is in ``examples/`` has its own tests.

- A ``python`` block is a script; one that begins with ``>>>`` is a doctest. The blocks of one
  document share their names, as a reader would type them.
- In a ``console`` block every ``$ quoteattr …`` is run, and the lines below it are what it prints.
  ``...`` stands for anything; how sure a link is changes whenever the weights are learned anew, so
  that any ``97%`` is as good as another, and the width of its column with it.
"""

from __future__ import annotations

import doctest
import io
import re
import shlex
import sys
from pathlib import Path

import pytest

from quoteattr import cli

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]

#: a fenced block: its language and its lines
BLOCK = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```", re.M | re.S)


def blocks(document: Path, language: str) -> list[str]:
    """The blocks of a language in a document."""
    return [body for name, body in BLOCK.findall(document.read_text("utf-8")) if name == language]


def name(path: Path) -> str:
    """A file as the tests are called by it."""
    return path.relative_to(ROOT).as_posix()


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


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_console_blocks_print_what_they_show(document, monkeypatch):
    for block in blocks(document, "console"):
        for session in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, shown = session.partition("\n")
            program, *args = shlex.split(command, comments=True)
            assert program == "quoteattr", f"this test cannot run {command!r}"
            monkeypatch.setattr(sys, "stdout", Terminal())
            assert cli.main(args) == 0
            printed = sys.stdout.getvalue()
            assert doctest.OutputChecker().check_output(
                _plain(shown), _plain(printed), doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
            ), printed


def _plain(printed: str) -> str:
    """What a command printed, no link surer than another."""
    return re.sub(r"\d+% ", "N% ", printed).strip() + "\n"


def test_the_readme_shows_the_python_call_and_the_command():
    assert blocks(ROOT / "README.md", "python")
    assert blocks(ROOT / "README.md", "console")
