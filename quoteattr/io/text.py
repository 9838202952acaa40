"""Reads text files as they are.

A file is UTF-8 and nothing in it is changed: CRLF stays CRLF, and a byte order mark stays the
first character (U+FEFF). So offsets are those of
``open(path, encoding="utf-8", newline="").read()``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator

from quoteattr.errors import SourceError

#: the path that stands for standard input
STDIN = "-"

#: how the name of a text file ends, where a folder is searched
SUFFIX = ".txt"


def find_texts(paths: Iterable[str]) -> list[str]:
    """Name the text files that the paths stand for.

    Args:
        paths: files, taken as they are; folders, searched with all that is below them for
            ``*.txt``, sorted by name; ``-`` for standard input.

    Returns:
        One path a text. A folder without a text that can be read is named itself, so that reading
        it tells what is wrong.

    Raises:
        SourceError: A path does not exist.
    """
    return [found for path in paths for found in _find(path)]


def _find(path: str) -> list[str]:
    """The texts of one path."""
    if path != STDIN and not os.path.exists(path):
        raise SourceError(f"no such file or folder: {path!r}; pass a text file, a folder, or -")
    return _search(path) if os.path.isdir(path) else [path]


def _search(folder: str) -> list[str]:
    """The texts below a folder, and the folders that hide theirs."""
    closed: list[str] = []
    found = [
        os.path.join(parent, name)
        for parent, _, names in os.walk(folder, onerror=lambda e: closed.append(e.filename))
        for name in names
        if name.lower().endswith(SUFFIX)
    ]
    return sorted(found + closed) or [folder]


def read_texts(
    sources: Iterable[str], on_error: Callable[[SourceError], object]
) -> Iterator[tuple[str, str]]:
    """Read one text after the other, each when it is asked for.

    Args:
        sources: what ``find_texts`` found.
        on_error: told of every source that cannot be read; the others are still read.

    Yields:
        ``(text, source)``, as ``quoteattr.extract_many`` takes them.
    """
    for source in sources:
        try:
            yield read_text(source), source
        except SourceError as error:
            on_error(error)


def read_text(source: str) -> str:
    """Read one file, or standard input for ``-``.

    Raises:
        SourceError: It cannot be opened or is not UTF-8; the message is one line.
    """
    if os.path.isdir(source):
        raise SourceError(f"{source}: a folder without a {SUFFIX} file that can be read")
    try:
        return _read_bytes(source).decode("utf-8")
    except UnicodeDecodeError as error:
        byte = error.object[error.start]
        raise SourceError(f"{source}: not UTF-8 (0x{byte:02x} at byte {error.start})") from error
    except OSError as error:
        raise SourceError(f"{source}: {error.strerror or error}") from error


def _read_bytes(source: str) -> bytes:
    """All of a file."""
    if source == STDIN:
        return sys.stdin.buffer.read()
    with open(source, "rb") as file:
        return file.read()
