"""Reading a text file: nothing is changed."""

import io

import pytest

from quoteattr.errors import SourceError
from quoteattr.io.text import read_text


@pytest.mark.parametrize(
    "text", ["a\r\nb\rc\nd", "\ufeffa", "\N{GRINNING FACE}\N{COMBINING ACUTE ACCENT}", "", "\0"]
)
def test_every_character_is_kept(tmp_path, text):
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode("utf-8"))
    assert read_text(str(path)) == text
    assert path.open(encoding="utf-8", newline="").read() == text


def test_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("”\r\n".encode())))
    assert read_text("-") == "”\r\n"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (".", "Is a directory"),
        ("latin.txt", r"not UTF-8 \(0xe9 at byte 3\)"),
        ("missing.txt", "No such file"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(tmp_path, name, reason):
    (tmp_path / "latin.txt").write_bytes("café".encode("latin-1"))
    with pytest.raises(SourceError, match=reason) as told:
        read_text(str(tmp_path / name))
    assert "\n" not in str(told.value)
