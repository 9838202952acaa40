"""Finds the files that are meant, and opens them, compressed or not."""

from __future__ import annotations

import bz2
import errno
import gzip
import io
import lzma
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, NamedTuple, cast

from quoteattr.errors import SourceError
from quoteattr.extras import require
from quoteattr.readers.encodings import translate
from quoteattr.text import shorten

#: the path that stands for standard input
STDIN = "-"

#: how the name of a compressed file ends
PACKED = (".gz", ".zst", ".bz2", ".xz")

#: the bytes that compressed files begin with
MAGIC = {".gz": b"\x1f\x8b\x08", ".zst": b"\x28\xb5\x2f\xfd", ".bz2": b"BZh", ".xz": b"\xfd7zXZ\0"}

#: the most bytes, uncompressed, that are in memory at a time: of a line, or of a file that is one
#: piece (a text, a page, JSON). A small compressed file may hold a line of many gigabytes.
MAX_SIZE = 256 * 1024 * 1024

#: what follows the first four bytes of bzip2: a block, or the end of a file without one
_BZIP2 = (b"1AY&SY", b"\x17rE8P\x90")

#: bytes that are read at a time
_CHUNK = 1024 * 1024

#: bytes of Zstandard that are unpacked at a time: four bytes may stand for 128 kB
_ZSTD_CHUNK = 256


def bare_name(path: str) -> str:
    """The name of a file in small letters, without the ending that compression adds.

    >>> bare_name("archive/News.JSONL.gz")
    'news.jsonl'
    """
    name = os.path.basename(path).lower()
    stem, ending = os.path.splitext(name)
    return stem if ending in PACKED else name


def check(path: str) -> None:
    """Make sure that a path can be meant.

    Raises:
        SourceError: There is nothing.
    """
    if path != STDIN and not os.path.exists(path):
        raise SourceError(
            f"no such file or folder: {shorten(path)}",
            where=shorten(path),
            remedy="pass a file, a folder, or -",
        )


class Searched(NamedTuple):
    """What lies in a folder; each list is sorted."""

    #: the files that are to be read
    files: list[str]
    #: folders that cannot be opened
    closed: list[str]
    #: files that are not read, since their names do not tell a format or they are no regular files
    skipped: list[str]


def search(folder: str, suffixes: Iterable[str]) -> Searched:
    """Search a folder with all that is below it.

    Hidden files and folders, whose names start with a dot, are left out. A pipe, a socket or a
    device is skipped: to open it could wait for ever.

    Returns:
        The files whose names end so, compressed or not, and what else lies there.
    """
    wanted = tuple(suffixes)
    found = Searched([], [], [])
    for parent, folders, names in os.walk(
        folder, onerror=lambda e: found.closed.append(e.filename)
    ):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = os.path.join(parent, name)
            if not name.startswith("."):
                named = bare_name(name).endswith(wanted) and not is_special(path)
                (found.files if named else found.skipped).append(path)
    return Searched(*map(sorted, found))


def is_special(path: str) -> bool:
    """A path is there and is no regular file; a link that leads nowhere is told of when opened."""
    return os.path.exists(path) and not os.path.isfile(path)


@contextmanager
def open_bytes(path: str) -> Iterator[BinaryIO]:
    """Open a file, or standard input for ``-``, as it is."""
    if path == STDIN:
        if sys.stdin is None:
            raise OSError(errno.EBADF, "standard input is closed")
        with as_bytes(sys.stdin.buffer) as file:
            yield file
        return
    with open(path, "rb") as file:
        yield file


@contextmanager
def as_bytes(file: Any) -> Iterator[BinaryIO]:
    """An open file of whichever kind, as one of bytes; it stays open."""
    raw = file
    if isinstance(file.read(0), str):
        raw = _Stream(lambda size: bytes(file.read(size).encode("utf-8", "surrogatepass")))
    if isinstance(raw, io.BufferedReader):
        yield raw
        return
    buffered = io.BufferedReader(raw)
    try:
        yield buffered
    finally:
        buffered.detach()  # or it would close the file behind it


class _Stream(io.RawIOBase):
    """Bytes that are made piece by piece."""

    def __init__(self, more: Callable[[int], bytes]) -> None:
        self._more = more
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """The next bytes; 0 at the end."""
        self._rest = self._rest or memoryview(self._more(len(buffer)))
        part, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)


class UnreadableError(OSError):
    """A file cannot be read to its end; tells what to do."""


class TooLargeError(UnreadableError):
    """A line or a file is larger than what may be in memory."""


class Bounded(io.BufferedReader):
    """A file of which no line, and no whole, larger than a limit comes into memory.

    A line that is too long raises; the next one can be read all the same.
    """

    def __init__(self, file: Any, max_size: int = MAX_SIZE, encoding: str | None = None) -> None:
        super().__init__(file)
        #: the most bytes of a line, or of all if that is read at once
        self.max_size = max_size
        #: the encoding that the file had before it was translated to UTF-8, None if it was UTF-8
        self.encoding = encoding

    def read(self, size: int | None = -1) -> bytes:
        """The next bytes, all of them if no size is given."""
        if size is not None and size >= 0:
            return super().read(size)
        return read_whole(super().read, self.max_size)

    def readline(self, size: int | None = -1) -> bytes:
        """The next line."""
        if size is not None and size >= 0:
            return super().readline(size)
        line = super().readline(self.max_size + 1)
        if len(line) <= self.max_size:
            return line
        while line and not line.endswith(b"\n"):
            line = super().readline(_CHUNK)
        raise TooLargeError(_too_large("a line", self.max_size))

    def __next__(self) -> bytes:
        line = self.readline()
        if not line:
            raise StopIteration
        return line


def _too_large(what: str, max_size: int) -> str:
    """What is wrong with a piece that is too large, and what to do."""
    return f"{what} of more than {max_size:,} bytes, uncompressed; pass max_size= if that is right"


def read_whole(read: Callable[[int], bytes], max_size: int) -> bytes:
    """All bytes of a stream.

    Raises:
        TooLargeError: These are more than ``max_size``.
    """
    parts, size = [], 0
    while part := read(_CHUNK):
        parts.append(part)
        size += len(part)
        if size > max_size:
            raise TooLargeError(_too_large("one piece", max_size))
    return b"".join(parts)


def unpack(file: BinaryIO, name: str = "") -> BinaryIO:
    """The bytes in a file that is compressed; others as they are.

    The file's first bytes tell, not its name, so that standard input may be compressed, too.

    Args:
        file: The file.
        name: What it is called: one with the ending of compressed files that has not even their
            first bytes is cut off.

    Raises:
        MissingExtraError: It is compressed with Zstandard, and the package for it is not there.
        UnreadableError: It is cut off before it begins.
    """
    start = cast(io.BufferedReader, file).peek(10)[:10]
    magic = MAGIC.get(os.path.splitext(name.lower())[1], b"")
    if len(start) < len(magic) and magic.startswith(start):
        raise UnreadableError(_CUT_OFF)
    if start.startswith(MAGIC[".gz"]):
        return _pieces(gzip.GzipFile(fileobj=file).read1)
    if start.startswith(MAGIC[".bz2"]) and (start[4:] in _BZIP2 or (len(start) < 10 and magic)):
        return _pieces(bz2.BZ2File(file).read1)
    if start.startswith(MAGIC[".xz"]):
        return _pieces(lzma.LZMAFile(file).read1)
    if start.startswith(MAGIC[".zst"]):
        return _pieces(_Zstd(file).read1)
    return file


@contextmanager
def opened(
    file: BinaryIO, name: str, max_size: int = MAX_SIZE, encoding: str | None = None
) -> Iterator[Bounded]:
    """What readers read: the bytes of a file, unpacked, as UTF-8 and within the limit."""
    plain: Any = unpack(file, name)
    if encoding:
        plain = translate(plain, encoding)
    elif not plain.seekable():  # a pipe gives a line as soon as it is there
        plain = _Stream(plain.read1)
    bounded = Bounded(plain, max_size, encoding)
    try:
        yield bounded
    finally:
        bounded.detach()  # or it would close the file behind it


#: why a compressed file is not read to its end
_CUT_OFF = "the compressed file is cut off; fetch or compress it anew"


class _Zstd:
    """The bytes in a file compressed with Zstandard.

    ``zstandard.ZstdDecompressor.stream_reader`` takes a file that is cut off for one that ends.
    """

    def __init__(self, file: BinaryIO) -> None:
        require("zstd", "zstandard")
        import zstandard

        self._file = file
        self._start: Callable[[], Any] = zstandard.ZstdDecompressor().decompressobj
        self._frame: Any = None
        self._packed = b""

    def read1(self, size: int) -> bytes:
        """Some of the next bytes, more or fewer than ``size``; none at the end."""
        while True:
            self._packed = self._packed or self._file.read(_ZSTD_CHUNK)
            if not self._packed:
                if self._frame is not None:
                    raise EOFError
                return b""
            self._frame = self._frame or self._start()
            data = bytes(self._frame.decompress(self._packed))
            self._packed = self._frame.unused_data if self._frame.eof else b""
            self._frame = None if self._frame.eof else self._frame
            if data:
                return data


def _pieces(read: Callable[[int], bytes]) -> BinaryIO:
    """The bytes of a compressed file, as far as they go before one that is cut off ends."""

    def more(size: int) -> bytes:
        try:
            return bytes(read(size))
        except EOFError as error:  # which some readers take for the end
            raise UnreadableError(_CUT_OFF) from error

    return cast(BinaryIO, io.BufferedReader(_Stream(more)))
