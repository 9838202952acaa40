"""Errors have one form, and messages show values in short."""

import ast
import pickle
import re
from pathlib import Path

import pytest

import quoteattr
from quoteattr import errors
from quoteattr.text import LONGEST_VALUE, shorten, shorten_text

PACKAGE = Path(quoteattr.__file__).parent


class _Hostile:
    """Cannot be shown."""

    def __repr__(self):
        raise RuntimeError("no")


@pytest.mark.parametrize(
    "value",
    [
        "x" * 1_400_000,
        "\0" * 1_400_000,
        b"PK\3\4" * 350_000,
        ["x" * 5000] * 5000,
        dict.fromkeys(range(5000), "x" * 500),
        10**5000,
        _Hostile(),
        "a\nb\r\n" * 500,
    ],
    ids="text controls binary list dictionary integer hostile lines".split(),
)
def test_a_value_in_a_message_is_one_line_of_at_most_200_characters(value):
    shown = shorten(value)
    assert 0 < len(shown) <= LONGEST_VALUE == 200
    assert len(shown.splitlines()) == 1


def test_a_short_value_is_shown_as_it_is():
    assert shorten(["a", 1, None]) == "['a', 1, None]"
    assert shorten("it’s") == "'it’s'"


def test_binary_data_is_told_by_its_size():
    assert shorten(b"PK\3\4") == "<4 bytes>"
    assert shorten(bytearray(2000)) == "<2,000 bytes>"


def test_what_another_library_wrote_is_one_line():
    assert shorten_text(ValueError("a\n  b")) == "a b"
    assert len(shorten_text("x" * 5000)) == 200


#: who may raise something else, and why
_ELSEWHERE = {
    ("cli/articles.py", "argparse.ArgumentTypeError"): "argparse names the option, and the usage",
    ("cli/command.py", "named"): "what the system says, with the name of standard output",
    ("cli/streams.py", "OSError"): "the same",
    ("cli/streams.py", "named"): "the same",
    ("detect/pattern.py", "self._error"): "who writes a rule has made a mistake, as re.error tells",
    (
        "formats/excel.py",
        "OSError",
    ): "what the system says of a disk that is full, with the file's name",
    ("formats/output.py", "OSError"): "the same",
    ("readers/files.py", "EOFError"): "a stream ends so, and read() makes a failure of it",
    ("readers/files.py", "OSError"): "the same",
    ("readers/files.py", "StopIteration"): "an iterator ends so",
    ("readers/files.py", "TooLargeError"): "read() makes a failure of it",
    ("readers/values.py", "ValueError"): "as json has it; read() makes a failure of it",
    ("parallel.py", "self._trouble"): "what the caller's own articles raised",
}

_LIBRARY = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.QuoteattrError)
}


def _raises():
    """Each statement of the package that raises, with its file; a bare one passes something on."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Raise) and node.exc is not None:
                yield pytest.param(name, node.exc, id=f"{name}:{node.lineno}")


@pytest.mark.parametrize(("name", "raised"), list(_raises()))
def test_every_error_says_what_was_wrong_where_and_what_to_do(name, raised):
    kind = ast.unparse(raised.func if isinstance(raised, ast.Call) else raised)
    if (name, kind) in _ELSEWHERE:
        return
    assert kind in _LIBRARY
    given = {keyword.arg: keyword.value for keyword in raised.keywords}
    assert len(raised.args) == 1, "the problem"
    assert given.keys() == {"where", "remedy"}
    words = given["remedy"]
    if isinstance(words, ast.Constant):
        assert re.match(r"[a-z]+ .*[^.]$", words.value), "an order, and no full stop"
    conversions = [n.conversion for n in ast.walk(raised) if isinstance(n, ast.FormattedValue)]
    assert ord("r") not in conversions, "shorten() shows values, cut"


def test_whoever_raises_something_else_still_does():
    named = {
        (param.values[0], ast.unparse(getattr(param.values[1], "func", param.values[1])))
        for param in _raises()
    }
    assert _ELSEWHERE.keys() <= named


@pytest.mark.parametrize("name", sorted(_LIBRARY))
def test_the_form_of_a_message(name):
    kind = getattr(errors, name)
    error = kind("must be 1, not 0", where="workers", remedy="pass 1")
    assert str(error) == "workers: must be 1, not 0; pass 1"
    assert str(kind("workers must be 1", where="workers", remedy="pass 1")) == (
        "workers must be 1; pass 1"
    )
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.where, again.remedy) == (
        kind,
        str(error),
        "workers",
        "pass 1",
    )
