"""Reading files and folders: nothing is changed, nothing that is wrong stops the rest."""

import bz2
import contextlib
import gzip
import io
import json
import lzma
import os
import socket
import sys
import tracemalloc
import warnings
from itertools import islice

import pytest
import zstandard
from tables import for_each

from quoteattr import (
    Article,
    Failure,
    InputError,
    MissingExtraError,
    OptionError,
    SourceError,
    extract_many,
    read,
)

PACKERS = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.compress,
}

LINE = json.dumps({"text": "“No,” said Ida Berg.", "id": "x"})


def names(folder, entries):
    """What was read, by its place in the folder."""
    return [os.path.relpath(item.source, folder).replace(os.sep, "/") for item in entries]


@for_each(
    ("call", "error", "message"),
    [
        (lambda: read("missing.txt"), SourceError, "'missing.txt'; pass a file, a folder, or -"),
        (lambda: read(""), SourceError, "no such file"),
        (lambda: read("nul\0.txt"), SourceError, "no such file"),
        (lambda: read([], format="odt"), OptionError, "one of text, jsonl, .* not 'odt'"),
        (
            lambda: read([], fields={"byline": "author"}),
            OptionError,
            "a key of fields must be one of text, id, url",
        ),
        (lambda: read(3), InputError, "not int"),
        (lambda: read(b"a.txt"), InputError, "not bytes"),
        (lambda: read({"text": "a"}), InputError, "not dict"),
        (lambda: read(Article("a")), InputError, "not Article"),
    ],
)
def test_a_call_that_cannot_be_meant_raises_at_once(call, error, message):
    with pytest.raises(error, match=message):
        call()


def test_a_list_of_paths_is_told_how_to_be_passed():
    with pytest.raises(InputError, match=r"read\(\*paths\)"):
        list(read(["a.txt"]))


@pytest.mark.parametrize(
    "text", ["a\r\nb\rc\nd", "\ufeffa", "\N{GRINNING FACE}\N{COMBINING ACUTE ACCENT}", "", "\0"]
)
def test_every_character_of_a_text_is_kept(tmp_path, text):
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode("utf-8"))
    assert list(read(path)) == [Article(text, id=str(path))]


def test_a_folder_is_searched_all_the_way_down_in_order_whatever_the_formats(tmp_path):
    for name in ("b.txt", "a/z.TXT", "a/y.jsonl.gz", "a/note.md", ".hidden/h.txt", "a/._b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(LINE)
    with gzip.open(tmp_path / "a/y.jsonl.gz", "wt") as file:
        file.write(LINE)
    first, *others = read(tmp_path)
    assert first.source == "x"
    assert names(tmp_path, others) == ["a/z.TXT", "b.txt"]
    assert [item.source for item in read(tmp_path, format="jsonl")] == ["x"]


def test_a_file_is_read_once_however_often_it_is_named(tmp_path):
    (tmp_path / "a.txt").write_text("a")
    assert len(list(read(tmp_path / "a.txt", tmp_path, tmp_path))) == 1


def test_a_file_whose_name_tells_nothing_is_a_text(tmp_path):
    (tmp_path / "article").write_text(LINE)
    assert [item.text for item in read(tmp_path / "article")] == [LINE]
    assert [item.source for item in read(tmp_path / "article", format="jsonl")] == ["x"]


def test_what_cannot_be_read_is_told_in_its_place_and_the_rest_is_read(tmp_path):
    (tmp_path / "a-empty").mkdir()
    (tmp_path / "latin.txt").write_bytes("café".encode("latin-1"))
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "packed.jsonl.gz").write_bytes(gzip.compress(b"{}" * 9000)[:30])
    (tmp_path / "z.txt").write_text("good")
    *failures, good = read(tmp_path / "a-empty", tmp_path)
    assert good == Article("good", id=str(tmp_path / "z.txt"))
    reasons = ["a folder without *.txt", "not UTF-8 (0xe9 at byte 3)", "No such file", "cut off"]
    assert [reason in item.reason for reason, item in zip(reasons, failures, strict=True)] == [
        True
    ] * 4
    assert names(tmp_path, failures) == ["a-empty", "latin.txt", "lost.txt", "packed.jsonl.gz"]


def test_tables_without_texts_are_passed_over_in_a_folder_unless_there_is_nothing_else(tmp_path):
    record = {"speaker": "Ida Berg", "quote": "No,", "source": "a.txt"}
    (tmp_path / "quotes.jsonl").write_text(json.dumps(record))
    (tmp_path / "gold.json").write_text(json.dumps({"records": [record]}))
    (tmp_path / "names.tsv").write_text("speaker\tname\nA\tB\n")
    (nothing,) = read(tmp_path)
    assert isinstance(nothing, Failure)
    assert "no articles in it" in nothing.reason
    assert "fields={'text': …}" in nothing.reason
    (tmp_path / "a.txt").write_text("a")
    assert [item.text for item in read(tmp_path)] == ["a"]
    (named,) = read(tmp_path / "quotes.jsonl")
    assert named.line == 1
    (article,) = read(tmp_path, fields={"text": "quote"}, format="jsonl")
    assert (article.text, article.source) == ("No,", str(tmp_path / "quotes.jsonl#1"))


@pytest.mark.parametrize(
    "pack", [gzip.compress, bz2.compress, lzma.compress, zstandard.compress, bytes]
)
def test_the_bytes_tell_how_a_file_is_compressed(tmp_path, pack):
    for name in ("a.jsonl", "a.jsonl.gz", "b.txt.zst"):
        (tmp_path / name).write_bytes(pack(LINE.encode()))
        (article,) = read(tmp_path / name)
        assert article.source in ("x", str(tmp_path / name))
    with open(tmp_path / "a.jsonl", "rb") as file:
        assert [item.source for item in read(file)] == ["x"]
        assert not file.closed


def test_what_stands_before_the_cut_of_a_file_that_is_cut_off_is_read(tmp_path):
    lines = "\n".join(json.dumps({"text": os.urandom(30).hex(), "id": n}) for n in range(9000))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines.encode())[:-4000])
    *articles, _cut_line, failure = read(tmp_path / "a.jsonl.gz")
    assert len(articles) > 8000
    assert failure == Failure(str(tmp_path / "a.jsonl.gz"), CUT_OFF)


def test_standard_input_and_open_files(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("”\r\n".encode())))
    assert list(read("-")) == [Article("”\r\n", id="-")]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"text": "a"}')))
    assert list(read("-", format="jsonl")) == [Article("a", id="-#1")]
    strings, data = io.StringIO('{"text": "ä€"}\n' * 3), io.BytesIO(b"a")
    entries = list(read(strings, data, format="jsonl"))
    assert [item.source for item in entries] == ["input1#1", "input1#2", "input1#3", "input2"]
    assert entries[0].text == "ä€"
    assert not strings.closed
    assert not data.closed
    (tmp_path / "a.jsonl").write_text(LINE, encoding="utf-16")
    with open(tmp_path / "a.jsonl", encoding="utf-16") as file:
        assert [item.text for item in read(file)] == ["“No,” said Ida Berg."]


def test_texts_are_read_one_by_one(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("")
    entries = read(path)
    path.write_text("written after the call")
    assert next(entries).text == "written after the call"
    taken = []
    rows = ({"text": taken.append(number) or "a"} for number in range(100))
    assert len(list(islice(read(rows), 3))) == 3
    assert taken == [0, 1, 2]


def test_a_missing_extra_is_told_before_anything_is_read(tmp_path, monkeypatch):
    (tmp_path / "a.html").write_text("<p>a</p>")
    (tmp_path / "a.txt").write_text("a")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"a.html: .*quoteattr\[html\].*with format="):
        read(tmp_path)
    assert len(list(read(tmp_path, format="text"))) == 1
    (tmp_path / "a.txt.zst").write_text("a")
    with pytest.raises(MissingExtraError, match=r"quoteattr\[zstd\]'$"):
        read(tmp_path / "a.txt.zst")
    (tmp_path / "a.parquet").write_bytes(b"")
    with pytest.raises(MissingExtraError, match=r"quoteattr\[parquet\]'$"):
        read(tmp_path / "a.parquet")


def test_what_is_read_fits_extract_many(tmp_path):
    (tmp_path / "a.jsonl").write_text(f"{LINE}\nbroken\n")
    good, bad = extract_many(read(tmp_path))
    assert [tuple(record) for record in good] == [("Ida Berg", "No,", "x")]
    assert [(item.source, item.line) for item in bad.failures] == [(str(tmp_path / "a.jsonl"), 2)]


CUT_OFF = "the compressed file is cut off; fetch or compress it again"


@pytest.mark.parametrize("ending", PACKERS)
def test_wherever_a_compressed_text_is_cut_off_it_is_a_failure(tmp_path, ending):
    path = tmp_path / f"a.txt{ending}"
    packed = PACKERS[ending](os.urandom(2000).hex().encode())
    for size in {*range(12), *range(12, len(packed), 97), len(packed) - 1}:
        path.write_bytes(packed[:size])
        assert list(read(path)) == [Failure(str(path), CUT_OFF)], size
    path.write_bytes(packed)
    assert isinstance(next(read(path)), Article)


def test_several_frames_of_zstandard_are_one_file(tmp_path):
    path = tmp_path / "a.jsonl.zst"
    frames = [zstandard.compress(f"{json.dumps({'text': str(n)})}\n".encode()) for n in range(3)]
    path.write_bytes(b"".join(frames))
    assert [item.text for item in read(path)] == ["0", "1", "2"]
    path.write_bytes(b"".join(frames)[:-1])
    *articles, failure = read(path)
    assert [item.text for item in articles] == ["0", "1", "2"][: len(articles)]
    assert len(articles) >= 2
    assert failure.reason == CUT_OFF


@pytest.mark.parametrize("ending", [*PACKERS, ""])
@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.html", "a.csv"])
def test_one_piece_may_not_be_larger_than_the_limit(tmp_path, name, ending):
    path = tmp_path / (name + ending)
    path.write_bytes(PACKERS.get(ending, bytes)(b"text\n" + b"x" * 5_000))
    *_, failure = read(path, max_size=4_000)
    assert "of more than 4,000 bytes" in failure.reason
    assert "max_size=" in failure.reason
    assert all("4,000" not in getattr(item, "reason", "") for item in read(path, max_size=6_000))


@pytest.mark.parametrize("ending", [*PACKERS, ""])
@pytest.mark.parametrize(
    ("name", "header", "row"), [("a.jsonl", "", '{"text": "%s"}'), ("a.csv", "text\n", "%s")]
)
def test_a_line_that_is_too_large_is_a_failure_and_the_next_is_read(
    tmp_path, ending, name, header, row
):
    path = tmp_path / (name + ending)
    rows = [row % text for text in ("a", "x" * 5_000, "b", "c")]
    path.write_bytes(PACKERS.get(ending, bytes)((header + "\n".join(rows)).encode()))
    first, failure, *others = read(path, max_size=4_000)
    assert failure.line == (3 if header else 2)
    assert "a line of more than 4,000 bytes" in failure.reason
    assert [item.text for item in (first, *others)] == ["a", "b", "c"]
    assert others[-1].source == f"{path}#{5 if header else 4}"


@pytest.mark.parametrize("ending", PACKERS)
def test_a_small_file_does_not_fill_the_memory(tmp_path, ending):
    path = tmp_path / f"a.jsonl{ending}"
    path.write_bytes(PACKERS[ending](b"x" * 24_000_000))
    assert path.stat().st_size < 100_000
    tracemalloc.start()
    (failure,) = read(path, max_size=1_000_000)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert failure.line == 1
    assert most < 20_000_000


@for_each("size", [0, -1, True, 1.5, "1", None])
def test_a_limit_is_a_number_of_bytes(size):
    with pytest.raises((InputError, OptionError), match="max_size must be"):
        read([], max_size=size)


@pytest.mark.parametrize("file_name", ["a.docx", "a.pdf", "a.parquet"])
def test_a_file_that_is_not_what_its_name_says_is_told_of_with_a_remedy(tmp_path, file_name):
    (tmp_path / file_name).write_bytes(b"This is a text.\n")
    (failure,) = read(tmp_path / file_name)
    assert failure.reason.endswith("; pass it whole, named as what it is")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_only_regular_files_of_a_folder_are_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server, contextlib.chdir(tmp_path):
        server.bind("socket.txt")
    (tmp_path / "device.txt").symlink_to(os.devnull)
    (tmp_path / "link.txt").symlink_to(tmp_path / "z.txt")
    (tmp_path / "z.txt").write_text("good")
    with pytest.warns(UserWarning, match="3 files are not read"):
        entries = list(read(tmp_path))
    assert names(tmp_path, entries) == ["link.txt", "z.txt"]


def test_what_is_not_read_in_a_folder_is_told_once_with_what_reads_it(tmp_path):
    for name in ("a.txt", "b.doc", "c/d.DOC", "e.rtf.gz", "f.ods", "g.png", "h", ".i.doc"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("a")
    with pytest.warns(UserWarning, match="not read") as warned:
        entries = list(read(tmp_path))
    assert names(tmp_path, entries) == ["a.txt"]
    (message,) = [str(warning.message) for warning in warned]
    assert "6 files are not read (2 .doc" in message
    for word in ("1 .rtf", "1 .ods", "1 .png", "1 no ending", "soffice", "pandoc", "spreadsheet"):
        assert word in message
    assert warned[0].filename == __file__


def test_a_folder_with_nothing_else_says_what_lies_in_it(tmp_path):
    (tmp_path / "b.doc").write_text("a")
    (failure,) = read(tmp_path)
    assert "a folder without *.txt" in failure.reason
    assert "1 file is not read (1 .doc); convert them to text with soffice" in failure.reason


def test_nothing_is_told_of_where_all_is_read_or_a_format_is_named(tmp_path):
    (tmp_path / "a.txt").write_text("a")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        list(read(tmp_path))
        (tmp_path / "b.doc").write_text("a")
        list(read(tmp_path, format="text"))
