"""Reading text files: nothing is changed, and nothing that is wrong stops the rest."""

import io
import os

import pytest

from quoteattr.errors import SourceError
from quoteattr.io.text import find_texts, read_text, read_texts


def test_a_folder_is_searched_all_the_way_down_in_order(tmp_path):
    for name in ("b.txt", "a/z.TXT", "a/y.txt", "a/note.md", "c.txt.bak"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    found = [os.path.relpath(path, tmp_path) for path in find_texts([str(tmp_path)])]
    assert found == [os.path.join("a", "y.txt"), os.path.join("a", "z.TXT"), "b.txt"]


def test_a_file_is_taken_whatever_its_name(tmp_path):
    path = tmp_path / "article.md"
    path.write_text("")
    assert find_texts([str(path), "-"]) == [str(path), "-"]


@pytest.mark.parametrize("path", ["", "missing.txt", "nul\0.txt"])
def test_a_missing_path_raises_at_once_and_says_what_to_pass(path):
    with pytest.raises(SourceError, match="pass a text file, a folder, or -"):
        find_texts([path])


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
    assert list(read_texts(["-"], pytest.fail)) == [("”\r\n", "-")]


def test_what_cannot_be_read_is_told_in_one_line_and_the_rest_is_read(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "latin.txt").write_bytes("café".encode("latin-1"))
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "good.txt").write_text("good")
    names = ("empty", "latin.txt", "lost.txt", "good.txt")
    errors = []
    texts = list(read_texts([str(tmp_path / name) for name in names], errors.append))
    assert texts == [("good", str(tmp_path / "good.txt"))]
    reasons = ["a folder without a .txt file", "not UTF-8 (0xe9 at byte 3)", "No such file"]
    assert [reason in str(error) for reason, error in zip(reasons, errors, strict=True)] == [
        True
    ] * 3
    assert not any("\n" in str(error) for error in errors)


def test_texts_are_read_one_by_one(tmp_path):
    path = tmp_path / "a.txt"
    texts = read_texts([str(path)], pytest.fail)
    path.write_text("written after the call")
    assert next(texts)[0] == "written after the call"


def test_a_folder_without_texts_is_found_and_then_told_of(tmp_path):
    assert find_texts([str(tmp_path)]) == [str(tmp_path)]
    with pytest.raises(SourceError, match="a folder without"):
        read_text(str(tmp_path))
