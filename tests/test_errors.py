"""Errors have one form, and messages show values in short."""

import ast
import pickle
import re
from functools import cache
from pathlib import Path

import pytest
from tables import for_each

import quoteattr
from quoteattr import errors
from quoteattr.text import LONGEST_VALUE, shorten, shorten_text

PACKAGE = Path(quoteattr.__file__).parent


class _Hostile:
    """Cannot be shown."""

    def __repr__(self):
        raise RuntimeError("no")


@for_each(
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
    assert shorten_text("a\ud800.json") == "a\ufffd.json"
    assert shorten_text(ValueError("a\n  b")) == "a b"
    assert len(shorten_text("x" * 5000)) == 200


#: who may raise something else, and why
_ELSEWHERE = {
    ("__init__.py", "AttributeError"): "what Python says of a module without a name",
    ("attribute/encoder/encoder.py", "ValueError"): "read() makes a ModelError of it",
    ("cli/options.py", "argparse.ArgumentTypeError"): "argparse names the option, and the usage",
    ("cli/serve.py", "argparse.ArgumentTypeError"): "argparse names the option, and the usage",
    ("cli/command.py", "with_name"): "what the system says, with the name of standard output",
    ("cli/streams.py", "OSError"): "the same",
    ("cli/streams.py", "with_name"): "the same",
    (
        "detect/patterns/pattern_tree.py",
        "self._error",
    ): "who writes a rule has made a mistake, as re.error tells",
    (
        "formats/excel.py",
        "OSError",
    ): "what the system says of a disk that is full, with the file's name",
    ("formats/output.py", "OSError"): "the same",
    ("readers/streams.py", "EOFError"): "a stream ends so, and read() makes a failure of it",
    ("readers/files.py", "OSError"): "the same",
    ("readers/streams.py", "StopIteration"): "an iterator ends so",
    ("readers/streams.py", "TooLargeError"): "read() makes a failure of it",
    ("readers/streams.py", "UnreadableError"): "read() makes a failure of it",
    ("parallel.py", "self._error"): "what the caller's own articles raised",
    ("readers/values.py", "UnreadableValueError"): "read() makes a failure of it",
    **{
        (f"serve/{module}.py", "HTTPException"): "the answer to a request"
        for module in (
            *("blind_page", "body", "compat", "corrections", "desk", "forms", "merge_page"),
            *("pages", "verify_page"),
        )
    },
    ("serve/corrections.py", "OverlapError"): "the answer to a request",
    ("serve/pool.py", "JobError"): "the answer to a request is made of it",
    ("serve/spool.py", "self._error"): "what the stream raised",
}

_LIBRARY = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.QuoteattrError)
}


@cache
def _nodes():
    """Each raise and each call of the package, with its file.

    Modules that neither raise nor report a failure need not be parsed, which takes long.
    """
    sources = {
        path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(PACKAGE.rglob("*.py"))
    }
    return [
        (name, node)
        for name, source in sources.items()
        if "raise " in source or "Failure(" in source
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Raise | ast.Call)
    ]


def _raises():
    """Each error that the package raises, with its file and its kind."""
    for name, node in _nodes():
        if isinstance(node, ast.Raise) and node.exc is not None:
            raised = node.exc
            yield name, ast.unparse(raised.func if isinstance(raised, ast.Call) else raised), raised


def _wrong_with(kind, raised):
    """What is wrong with the call that makes an error; None if nothing is."""
    if kind not in _LIBRARY:
        return "no error of the library"
    values = {keyword.arg: keyword.value for keyword in raised.keywords}
    if len(raised.args) != 1 or values.keys() != {"where", "remedy"}:
        return "the problem, where=, remedy="
    remedy = values["remedy"]
    if isinstance(remedy, ast.Constant) and not re.match(r"[a-z]+ .*[^.]$", remedy.value):
        return "a remedy is an order, without a full stop"
    conversions = [n.conversion for n in ast.walk(raised) if isinstance(n, ast.FormattedValue)]
    return "shorten() shows values, cut" if ord("r") in conversions else None


# One test for all: a test of each would parse the package before any test begins.
def test_every_error_says_what_was_wrong_where_and_what_to_do():
    own = [entry for entry in _raises() if entry[:2] not in _ELSEWHERE]
    assert len(own) > 100
    wrong = {f"{n}:{raised.lineno}": _wrong_with(kind, raised) for n, kind, raised in own}
    assert {place: reason for place, reason in wrong.items() if reason} == {}


def test_whoever_raises_something_else_still_does():
    assert _ELSEWHERE.keys() <= {(name, kind) for name, kind, _ in _raises()}


@for_each("name", sorted(_LIBRARY))
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


#: an order, after what was wrong, or that of the file's format
_ADVICE = re.compile(
    r"; \{form\.remedy\}"
    r"|[;:,] (or )?(allow|create|cut|fetch|fix|flatten|give|leave|look|make|mend|name|pass|put"
    r"|remove|report|run|save|see|write) "
)


def test_every_failure_says_what_to_do():
    reasons = [
        ast.unparse(node.args[1])
        for _, node in _nodes()
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Failure"
        and isinstance(node.args[1], ast.Constant | ast.JoinedStr)
    ]
    assert len(reasons) > 10
    assert [reason for reason in reasons if not _ADVICE.search(reason)] == []


ROWS = {
    "number.jsonl": '{"text": 5}',
    "nothing.jsonl": '{"text": null}',
    "cut.jsonl": '{"text": "a',
    "list.jsonl": "[1]",
    "other.jsonl": '{"headline": "a"}',
    "id.jsonl": '{"text": "a", "more": ' + "1" * 5000 + "}",
    "deep.jsonl": '{"text": "a", "more": ' + "[" * 900 + "]" * 900 + "}",
    "bytes.jsonl": b'{"text": "caf\xe9 \xc3\xa9 \xc3\xa9"}',
    "cut.json": '{"text": "a",',
    "numbers.json": "[1, 2]",
    "cells.csv": "id,text\n1,a,b\n",
    "open.csv": 'id,text\n1,"' + "a" * 10_000_001,
    "other.csv": "id,headline\n1,a\n",
    "bytes.txt": b"caf\xe9 \xc3\xa9 \xc3\xa9",
    "none.vtt": "WEBVTT\n",
    "empty.html": "<html></html>",
    "empty.warc": "",
    "text.warc": "no archive",
    "text.pdf": "no PDF",
    "text.docx": "no DOCX",
    "text.parquet": "no table",
    "cut.txt.gz": b"\x1f",
    "bad.txt.gz": b"\x1f\x8b\x08\x00rest of it is no such thing",
    "cut.jsonl.xz": b"\xfd7zXZ\x00",
}


@pytest.mark.parametrize("name", ROWS)
def test_what_cannot_be_read_says_what_to_do(tmp_path, name):
    path, data = tmp_path / name, ROWS[name]
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    for where in (path, tmp_path):
        *_, failure = quoteattr.read(where)
        assert _ADVICE.search(failure.reason), failure.reason
        assert len(failure.reason) <= 600


def _raises_of(error):
    """A function that fails."""

    def fail(*_):
        raise error

    return fail


@pytest.mark.parametrize("error", [RecursionError("maximum depth"), MemoryError(), ValueError("a")])
def test_what_goes_wrong_in_an_article_says_what_to_do(monkeypatch, error):
    text = "“Go,” he said."
    (with_clusters,) = quoteattr.extract_many([text], clusters=_raises_of(error))
    monkeypatch.setattr(quoteattr.api, "find_records", _raises_of(error))
    (without,) = quoteattr.extract_many([text])
    for failure in (*with_clusters.failures, *without.failures):
        assert failure.reason.startswith(type(error).__name__)
        assert _ADVICE.search(failure.reason), failure.reason
    assert len(with_clusters.failures) == len(without.failures) == 1
