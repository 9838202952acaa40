"""Encodings: which one is likely, and files that are read in another than UTF-8."""

import io
import json
import sys

import pytest
from tables import for_each

from quoteattr import Article, Failure, OptionError, read
from quoteattr.readers.encodings import likely_encoding

TEXT = "“We will rebuild the pier,” said Zoë Berg, who’s lived here — for years.\r\n"
ENCODINGS = ["cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


def write(folder, name, encoding):
    """A file of one article in an encoding."""
    texts = {
        "a.txt": TEXT,
        "a.jsonl": json.dumps({"text": TEXT}, ensure_ascii=False) + "\n",
        "a.json": json.dumps([{"text": TEXT}], ensure_ascii=False),
        "a.csv": f'id,text\n7,"{TEXT}"\n',
    }
    path = folder / name
    path.write_bytes(texts[name].encode(encoding))
    return path


@pytest.mark.parametrize("encoding", [*ENCODINGS, "utf-8", "mac_roman"])
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.json", "a.csv"])
def test_a_file_is_read_in_the_encoding_that_is_named(tmp_path, name, encoding):
    (article,) = read(write(tmp_path, name, encoding), encoding=encoding)
    assert article.text == TEXT


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.json", "a.csv"])
def test_the_failure_names_the_encoding_that_is_likely(tmp_path, name, encoding):
    (failure,) = read(write(tmp_path, name, encoding))
    assert isinstance(failure, Failure)
    assert "not UTF-8" in failure.reason
    advised = failure.reason.partition("pass encoding=")[2].strip("'")
    assert [item.text for item in read(tmp_path / name, encoding=advised)] == [TEXT]


@pytest.mark.parametrize("installed", [True, False])
@pytest.mark.parametrize(
    ("data", "likely"),
    [
        (TEXT.encode("cp1252"), "cp1252"),
        ("José Muñoz".encode("latin-1"), "cp1252"),
        (b"the caf\xe9 in the village \x81 " * 9, "latin-1"),
        ("«Мы построим мост заново», — сказала Анна Берг.".encode("cp1251") * 5, "cp1251"),
        (("x" * 500_000 + TEXT).encode("cp1252"), "cp1252"),
        (("Zoë’s “pier” " * 9).encode() + b"\xff", None),
        (TEXT.encode()[:-3] + b"\xe2", None),
    ],
    ids="cp1252 short latin russian late damaged cut".split(),
)
def test_what_is_likely(data, likely, installed, monkeypatch):
    if not installed:
        monkeypatch.setitem(sys.modules, "charset_normalizer", None)
    fault = next(place for place, byte in enumerate(data) if byte > 127)
    if likely is None:
        fault = len(data) - 1
    if likely == "cp1251" and not installed:
        likely = "cp1252"
    assert likely_encoding(data, fault) == likely


def test_an_ascii_text_in_utf_16_is_no_text_with_zeros(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("Only plain words stand here.".encode("utf-16-le"))
    (failure,) = read(path)
    assert failure.reason == "not UTF-8 but likely utf-16-le: pass encoding='utf-16-le'"


def test_the_encoding_is_found_out_once_a_file(tmp_path, monkeypatch):
    calls = []
    monkeypatch.setattr(
        "quoteattr.readers.encodings.likely_encoding", lambda *_: calls.append(1) or "cp1252"
    )
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "caf\xe9"}\n' * 50)
    assert len({item.reason for item in read(path)}) == 1
    assert len(calls) == 1


def test_whoever_opens_a_file_of_text_has_named_its_encoding():
    assert list(read(io.StringIO("café"), encoding="cp1252")) == [Article("café", id="input1")]


@for_each("encoding", ["latin9000", "hex", "", "a\0b", 5, b"utf-8"])
def test_an_encoding_that_is_none_is_refused_at_once(encoding):
    with pytest.raises(OptionError, match="pass one such as cp1252"):
        read([], encoding=encoding)
