"""Read the bytes of files: decompressed, as UTF-8, within a size limit."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, cast

from quoteattr.extras import require
from quoteattr.readers.encodings import to_utf8_stream

#: the first bytes of compressed files, by suffix
MAGIC_BYTES = {
    ".gz": b"\x1f\x8b\x08",
    ".zst": b"\x28\xb5\x2f\xfd",
    ".bz2": b"BZh",
    ".xz": b"\xfd7zXZ\0",
}

#: the maximum number of bytes, uncompressed, in memory at a time: of a line, or of a file that is
#: read as a whole (a text, a page, JSON). A small compressed file may contain a line of many
#: gigabytes.
MAX_SIZE = 256 * 1024 * 1024

#: the bytes after the first four of a bzip2 file: a block, or the end of a file without blocks
_BZIP2 = (b"1AY&SY", b"\x17rE8P\x90")

#: bytes read at a time
_CHUNK_SIZE = 1024 * 1024

#: bytes of Zstandard decompressed at a time: four bytes may expand to 128 kB
_ZSTD_CHUNK_SIZE = 256

#: the message for an incomplete compressed file
_CUT_OFF = "the compressed file is cut off; fetch or compress it again"


@contextmanager
def as_binary(file: Any) -> Iterator[BinaryIO]:
    """Wrap an open file, text or binary, as a buffered binary one; it is not closed at the end."""
    raw = file
    if isinstance(file.read(0), str):
        raw = _ChunkStream(lambda size: bytes(file.read(size).encode("utf-8", "surrogatepass")))
    if isinstance(raw, io.BufferedReader):
        yield raw
        return
    buffered = io.BufferedReader(raw)
    try:
        yield buffered
    finally:
        buffered.detach()  # otherwise it would close the underlying file


class _ChunkStream(io.RawIOBase):
    """A stream of bytes from a function that returns the next chunk."""

    def __init__(self, read_chunk: Callable[[int], bytes]) -> None:
        self._read_chunk = read_chunk
        self._pending = memoryview(b"")

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read the next bytes; return 0 at the end."""
        self._pending = self._pending or memoryview(self._read_chunk(len(buffer)))
        chunk, self._pending = self._pending[: len(buffer)], self._pending[len(buffer) :]
        buffer[: len(chunk)] = chunk
        return len(chunk)


class UnreadableError(OSError):
    """A file cannot be read to its end; the message includes the remedy."""


class TooLargeError(UnreadableError):
    """A line or a file is larger than ``max_size``."""


class BoundedFile(io.BufferedReader):
    """A file that raises instead of reading a line, or all of it, beyond a size limit.

    After a line that is too long the next one can be read.
    """

    def __init__(self, file: Any, max_size: int = MAX_SIZE, encoding: str | None = None) -> None:
        super().__init__(file)
        #: the maximum number of bytes of a line, or of a whole file
        self.max_size = max_size
        #: the encoding of the file before it was converted to UTF-8; None if it was UTF-8
        self.encoding = encoding

    def read(self, size: int | None = -1) -> bytes:
        """Read the next bytes; all of them if ``size`` is None or negative."""
        if size is not None and size >= 0:
            return super().read(size)
        return read_whole(super().read, self.max_size)

    def readline(self, size: int | None = -1) -> bytes:
        """Read the next line."""
        if size is not None and size >= 0:
            return super().readline(size)
        line = super().readline(self.max_size + 1)
        if len(line) <= self.max_size:
            return line
        while line and not line.endswith(b"\n"):
            line = super().readline(_CHUNK_SIZE)
        raise TooLargeError(_too_large("a line", self.max_size))

    def __next__(self) -> bytes:
        line = self.readline()
        if not line:
            raise StopIteration
        return line


def _too_large(unit: str, max_size: int) -> str:
    """The message for a line or file that is too large."""
    return f"{unit} of more than {max_size:,} bytes, uncompressed; pass max_size= if that is right"


def read_whole(read: Callable[[int], bytes], max_size: int) -> bytes:
    """Read all bytes of a stream.

    Raises:
        TooLargeError: there are more than ``max_size``.
    """
    chunks, size = [], 0
    while chunk := read(_CHUNK_SIZE):
        chunks.append(chunk)
        size += len(chunk)
        if size > max_size:
            raise TooLargeError(_too_large("one piece", max_size))
    return b"".join(chunks)


def decompress(file: BinaryIO, name: str = "") -> BinaryIO:
    """Decompress a file; return it unchanged if it is not compressed.

    The first bytes of the file decide, not its name, so that standard input may be compressed.

    Args:
        file: the file, which supports ``peek``.
        name: its name; a file with the suffix of a compressed file but an incomplete header is cut
            off.

    Raises:
        MissingExtraError: the file is compressed with Zstandard, and the extra is not installed.
        UnreadableError: the file is cut off within its header.
    """
    start = cast(io.BufferedReader, file).peek(10)[:10]
    magic = MAGIC_BYTES.get(os.path.splitext(name.lower())[1], b"")
    if len(start) < len(magic) and magic.startswith(start):
        raise UnreadableError(_CUT_OFF)
    if start.startswith(MAGIC_BYTES[".gz"]):
        return _decompressed_stream(gzip.GzipFile(fileobj=file).read1)
    is_bzip2 = start[4:] in _BZIP2 or (len(start) < 10 and bool(magic))
    if is_bzip2 and start.startswith(MAGIC_BYTES[".bz2"]):
        return _decompressed_stream(bz2.BZ2File(file).read1)
    if start.startswith(MAGIC_BYTES[".xz"]):
        return _decompressed_stream(lzma.LZMAFile(file).read1)
    if start.startswith(MAGIC_BYTES[".zst"]):
        return _decompressed_stream(_ZstdReader(file).read1)
    return file


@contextmanager
def open_decoded(
    file: BinaryIO, name: str, max_size: int = MAX_SIZE, encoding: str | None = None
) -> Iterator[BoundedFile]:
    """Open the bytes of a file for a reader: decompressed, as UTF-8, within the size limit."""
    stream: Any = decompress(file, name)
    if encoding:
        stream = to_utf8_stream(stream, encoding)
    elif not stream.seekable():  # a pipe yields a line as soon as it arrives
        stream = _ChunkStream(stream.read1)
    bounded = BoundedFile(stream, max_size, encoding)
    try:
        yield bounded
    finally:
        bounded.detach()  # otherwise it would close the underlying file


class _ZstdReader:
    """The decompressed bytes of a Zstandard file.

    ``zstandard.ZstdDecompressor.stream_reader`` does not raise if the file is cut off; this does.
    """

    def __init__(self, file: BinaryIO) -> None:
        require("zstd", "zstandard")
        import zstandard

        self._file = file
        self._new_frame: Callable[[], Any] = zstandard.ZstdDecompressor().decompressobj
        self._frame: Any = None
        self._compressed = b""

    def read1(self, size: int) -> bytes:
        """Read the next bytes, perhaps more or fewer than ``size``; none at the end."""
        while True:
            self._compressed = self._compressed or self._file.read(_ZSTD_CHUNK_SIZE)
            if not self._compressed:
                if self._frame is not None:
                    raise EOFError
                return b""
            self._frame = self._frame or self._new_frame()
            data = bytes(self._frame.decompress(self._compressed))
            self._compressed = self._frame.unused_data if self._frame.eof else b""
            self._frame = None if self._frame.eof else self._frame
            if data:
                return data


def _decompressed_stream(read: Callable[[int], bytes]) -> BinaryIO:
    """Make a stream from a decompressor; it raises at the end of a file that is cut off."""

    def read_chunk(size: int) -> bytes:
        try:
            return bytes(read(size))
        except EOFError as error:  # some readers would take it for the end of the file
            raise UnreadableError(_CUT_OFF) from error

    return cast(BinaryIO, io.BufferedReader(_ChunkStream(read_chunk)))
