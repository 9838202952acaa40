"""Finds the files that are meant, and opens them, compressed or not."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, cast

from quoteattr.errors import SourceError, shorten
from quoteattr.extras import require

#: the path that stands for standard input
STDIN = "-"

#: how the name of a compressed file ends
PACKED = (".gz", ".zst", ".bz2", ".xz")


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
            where=path,
            remedy="pass a file, a folder, or -",
        )


def search(folder: str, suffixes: Iterable[str]) -> tuple[list[str], list[str]]:
    """Search a folder with all that is below it.

    Hidden files and folders, whose names start with a dot, are left out.

    Returns:
        The files whose names end so, compressed or not, and the folders that cannot be opened;
        both sorted.
    """
    wanted = tuple(suffixes)
    closed: list[str] = []
    found: list[str] = []
    for parent, folders, names in os.walk(folder, onerror=lambda e: closed.append(e.filename)):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [
            os.path.join(parent, name)
            for name in names
            if bare_name(name).endswith(wanted) and not name.startswith(".")
        ]
    return sorted(found), sorted(closed)


@contextmanager
def open_bytes(path: str) -> Iterator[BinaryIO]:
    """Open a file, or standard input for ``-``, as it is."""
    if path == STDIN:
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
        self._rest = b""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """The next bytes; 0 at the end."""
        self._rest = self._rest or self._more(len(buffer))
        part, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)


def unpack(file: BinaryIO) -> BinaryIO:
    """The bytes in a file that is compressed; others as they are.

    The file's first bytes tell, not its name, so that standard input may be compressed, too.

    Raises:
        MissingExtraError: It is compressed with Zstandard, and the package for it is not there.
    """
    start = cast(io.BufferedReader, file).peek(10)[:10]
    if start.startswith(b"\x1f\x8b\x08"):
        return _pieces(gzip.GzipFile(fileobj=file))
    if start.startswith(b"BZh") and start[4:] == b"1AY&SY":
        return _pieces(bz2.BZ2File(file))
    if start.startswith(b"\xfd7zXZ\0"):
        return _pieces(lzma.LZMAFile(file))
    if start.startswith(b"\x28\xb5\x2f\xfd"):
        return _pieces(_zstd(file))
    return file


def _zstd(file: BinaryIO) -> Any:
    """The bytes in a file compressed with Zstandard."""
    require("zstd", "zstandard")
    import zstandard

    return zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True, closefd=False)


def _pieces(packed: Any) -> BinaryIO:
    """The bytes of a compressed file, as far as they go before one that is cut off ends."""

    def more(size: int) -> bytes:
        try:
            return bytes(packed.read1(size))
        except EOFError as error:  # which some readers take for the end
            raise OSError("the compressed file is cut off") from error

    return cast(BinaryIO, io.BufferedReader(_Stream(more)))
