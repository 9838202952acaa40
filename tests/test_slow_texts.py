"""No text takes an article's reader more than a moment, however it is made.

What hangs is told from what does not by a limit on processor time that is a hundred times what is
needed, in a process of its own: neither the machine nor what else runs there can change the answer.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
#: seconds of processor time after which a process is ended
MOST = 120

_SCRIPT = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, ({MOST}, {MOST}))
from quoteattr.api import extract
from quoteattr.detect.patterns.pattern import RowPattern
sys.path.insert(0, "benchmarks")
from linear import FRAMES, KINDS, PIECES, fill
"""


def linear():
    """The benchmark that knows the kinds of slow text."""
    spec = importlib.util.spec_from_file_location("linear", ROOT / "benchmarks" / "linear.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(script: str) -> list[str]:
    """What a script prints, line by line, until it ends or is ended."""
    pytest.importorskip("resource", reason="only POSIX limits the processor time of a process")
    command = [sys.executable, "-u", "-c", _SCRIPT + script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout.splitlines()


def test_there_are_217_texts_with_a_piece_that_comes_again_and_again():
    made = {
        linear().fill(frame, piece, 60) for frame in linear().FRAMES for piece in linear().PIECES
    }
    assert len(made) == 217


@pytest.mark.parametrize("times", [20, pytest.param(300, marks=pytest.mark.slow)])
def test_a_piece_that_comes_again_and_again_does_not_hang(times):
    frames = linear().FRAMES
    printed = run(f"""
for number, frame in enumerate(FRAMES):
    for piece in PIECES:
        print(number, repr(piece))
        extract(fill(frame, piece, {times}))
    print("done", number)
""")
    assert [line for line in printed if line.startswith("done")] == [
        f"done {number}" for number in range(len(frames))
    ], f"this does not end: {printed[-1]}"


#: patterns over text that took the square of what they were given: a statement each, which takes
#: a moment where it is linear, and hours where it is not
STATEMENTS = {
    "space after a post": "extract('— Ida (@ida) — b (c)' + ' ' * 1_000_000)",
    "space after a dash": "extract('- ' + ' ' * 1_000_000 + 'x')",
    "tags of quotes": "extract('[quote ' * 20_000 + '[/')",
    "one label": "extract('Aa' * 500_000 + ': “Yes.”')",
    "a nominal without an end": "extract('the dam of ' + 'word ' * 40_000)",
    "letters and stops": "normalize_words('a.' * 500_000 + 'bb')",
    "hyphens in a name": "bare_word('A' + '-' * 1_000_000 + 'b', ())",
    "stops without an end": "distance('.' * 500_000 + 'b', Span(0, 0), Span(500_001, 500_001))",
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", STATEMENTS)
def test_a_pattern_over_text_is_linear(kind):
    printed = run(f"""
from quoteattr.evaluation.score import distance
from quoteattr.coref.names.full_names import bare_word
from quoteattr.records import Span
from quoteattr.compare.normalize import normalize_words
{STATEMENTS[kind]}
print("done")
""")
    assert printed == ["done"], f"this does not end: {STATEMENTS[kind]}"
