"""Reading a text file: nothing is changed."""

import io

import pytest

from quoteattr.errors import SourceError
from quoteattr.readers.text import text_of


@pytest.mark.parametrize(
    "text", ["a\r\nb\rc\nd", "\ufeffa", "\N{GRINNING FACE}\N{COMBINING ACUTE ACCENT}", "", "\0"]
)
def test_every_character_is_kept(tmp_path, text):
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode("utf-8"))
    assert text_of(str(path)) == text
    assert path.open(encoding="utf-8", newline="").read() == text


def test_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("”\r\n".encode())))
    assert text_of("-") == "”\r\n"


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
    with pytest.raises(SourceError, match=reason) as error:
        text_of(str(tmp_path / name))
    assert "\n" not in str(error.value)
