"""Files that are written: whole or not at all, and named in what goes wrong."""

import os
import stat
import sys
import threading
from contextlib import suppress
from itertools import count

import pytest
from sample_records import PARTS, RECORDS

from quoteattr.errors import OptionError
from quoteattr.formats.formats import write
from quoteattr.formats.jsonl import read_jsonl
from quoteattr.formats.output import growing, replacing


def test_a_file_is_replaced_once_the_new_one_is_whole(tmp_path):
    path = tmp_path / "a"
    path.write_text("before")
    with replacing(str(path)) as file:
        file.write("after")
        file.flush()
        assert path.read_text() == "before"
    assert path.read_text() == "after"
    assert len(list(tmp_path.iterdir())) == 1


def test_ctrl_c_leaves_what_has_been_written(tmp_path):
    path = tmp_path / "a"
    path.write_text("before")

    def interrupted():
        yield PARTS[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(interrupted(), path)
    with path.open(encoding="utf-8") as file:
        assert list(read_jsonl(file)) == list(PARTS[0])
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_permissions_stay_and_a_new_file_has_the_usual_ones(tmp_path):
    old, new, plain = tmp_path / "old", tmp_path / "new", tmp_path / "plain"
    old.touch(mode=0o640)
    old.chmod(0o640)
    plain.touch()
    for path in (old, new):
        write(PARTS, path)
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert new.stat().st_mode == plain.stat().st_mode


def test_a_link_stays_one(tmp_path):
    (tmp_path / "folder").mkdir()
    target, link = tmp_path / "folder" / "a", tmp_path / "link"
    target.write_text("before")
    link.symlink_to(target)
    write(PARTS, link)
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").count("\n") == len(RECORDS)
    lost = tmp_path / "lost"
    lost.symlink_to(tmp_path / "folder" / "new")
    write(PARTS, lost)
    assert (tmp_path / "folder" / "new").read_bytes() == target.read_bytes()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
@pytest.mark.parametrize("name", ["jsonl", "csv", "parquet", "xlsx", "web-annotation"])
def test_a_pipe_and_a_device_are_written_as_they_are(tmp_path, name):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    data = []
    reader = threading.Thread(target=lambda: data.append(pipe.read_bytes()))
    reader.start()
    write(PARTS, pipe, name)
    reader.join()
    write(PARTS, tmp_path / "file", name)
    assert pipe.is_fifo()
    if name != "xlsx":  # in which the time stands
        assert data == [(tmp_path / "file").read_bytes()]
    assert data[0]
    write(PARTS, os.devnull, name)


@pytest.mark.parametrize("name", ["", "no/such/a", "folder", "a\0b"])
def test_what_cannot_be_written_is_told_before_anything_is(tmp_path, name, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    taken = []
    with pytest.raises(OptionError, match=r"cannot write .*; name another file"):
        write(map(taken.append, PARTS), name)
    assert not taken


def test_a_file_that_may_not_be_written_is_not_replaced(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_text("before")
    monkeypatch.setattr(os, "access", lambda name, _: name != str(path))
    with pytest.raises(OptionError, match="Permission denied"):
        write(PARTS, path)
    assert path.read_text() == "before"


def test_a_file_in_a_folder_that_takes_no_other_is_written_all_the_same(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_text("before")
    monkeypatch.setattr(os, "access", lambda name, _: name == str(path))
    before = path.stat().st_ino
    write(PARTS, path)
    assert path.stat().st_ino == before
    assert path.read_text(encoding="utf-8").count("\n") == len(RECORDS)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is full")
@pytest.mark.parametrize("name", ["table", "jsonl", "csv", "parquet", "xlsx", "web-annotation"])
def test_a_full_disk_is_told_with_the_name_of_the_file(name):
    with pytest.raises(OSError, match="No space left on device") as raised:
        write(PARTS, "/dev/full", name)
    assert raised.value.filename == "/dev/full"


def _write_lines(path, lines):
    with growing(path) as file:
        for line in lines:
            file.write(f"{line}\n")


class _Interrupt:
    """Ctrl-C as soon as some ``write`` of the interpreter has returned to Python code."""

    def __init__(self, number):
        self.remaining = number

    def __call__(self, frame, event, function):
        """Count the calls, as ``sys.setprofile`` reports them."""
        self.remaining -= event == "c_return" and function.__name__ == "write"
        if not self.remaining:
            sys.setprofile(None)
            raise KeyboardInterrupt


@pytest.mark.parametrize("line", ["word" * 20, "word" * 5_000])
def test_ctrl_c_leaves_each_line_whole_and_once(tmp_path, line):
    path = tmp_path / "a"
    lines = [f"{line}{number}" for number in range(120)]
    for number in count(1):
        interrupt = _Interrupt(number)
        with suppress(KeyboardInterrupt):
            sys.setprofile(interrupt)
            _write_lines(str(path), lines)
        sys.setprofile(None)
        written = path.read_text().split("\n")
        assert written.pop() == ""
        assert written == lines[: len(written)]
        if interrupt.remaining > 0:  # no write is left to interrupt
            break
    assert number > len(lines)
    assert written == lines


@pytest.mark.skipif(os.name != "posix", reason="no limit of a file's size")
@pytest.mark.parametrize("line", ["word" * 10, "word" * 30_000])
def test_half_a_line_is_cut_off_where_no_more_can_be_written(tmp_path, line):
    path = tmp_path / "a"
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(OSError, match="File too large") as raised:
            _write_lines(str(path), ["first", *[line] * 5_000])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert raised.value.filename == str(path)
    data = path.read_bytes()
    assert data.startswith(b"first\n")
    assert data.endswith(b"\n")
    assert set(data.decode().splitlines()[1:]) <= {line}
