"""Search folders, and open files in binary mode."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, NamedTuple
from urllib.parse import unquote

from quoteattr.errors import SourceError
from quoteattr.readers.streams import MAGIC_BYTES, as_binary
from quoteattr.text import shorten

#: the path of standard input
STDIN = "-"

#: files without rows that Spark and others put into the folder of a table
_TABLE_MARKERS = ("_SUCCESS", "_metadata", "_common_metadata")

#: the folder of the rows without a value in a partitioned table
_NULL_PARTITION = "__HIVE_DEFAULT_PARTITION__"


def uncompressed_name(path: str) -> str:
    """The name of a file in lower case, without the suffix of compression.

    >>> uncompressed_name("archive/News.JSONL.gz")
    'news.jsonl'
    """
    name = os.path.basename(path).lower()
    stem, ending = os.path.splitext(name)
    return stem if ending in MAGIC_BYTES else name


def check_exists(path: str) -> None:
    """Check that a path exists or is that of standard input.

    Raises:
        SourceError: it does not exist.
    """
    if path != STDIN and not os.path.exists(path):
        raise SourceError(
            f"no such file or folder: {shorten(path)}",
            where=shorten(path),
            remedy="pass a file, a folder, or -",
        )


class FolderContents(NamedTuple):
    """The files of a folder and its subfolders; each list is sorted."""

    #: files to read
    files: list[str]
    #: folders that cannot be opened
    closed: list[str]
    #: files that are not read: with other suffixes, or not regular files
    skipped: list[str]


def search_folder(folder: str, suffixes: Iterable[str]) -> FolderContents:
    """Search a folder and its subfolders.

    Hidden files and folders, whose names start with a dot, are left out, and so are the markers
    that engines put into the folder of a table. A pipe, a socket or a device is skipped, since
    opening it could block forever.

    Args:
        folder: the path of the folder.
        suffixes: the suffixes of the files to read, compressed or not.

    Returns:
        The files to read, the skipped ones, and the folders that cannot be opened.
    """
    accepted = tuple(suffixes)
    contents = FolderContents([], [], [])
    for parent, folders, names in os.walk(
        folder, onerror=lambda e: contents.closed.append(e.filename)
    ):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = os.path.join(parent, name)
            if not name.startswith(".") and name not in _TABLE_MARKERS:
                is_known = uncompressed_name(name).endswith(accepted) and not is_special(path)
                (contents.files if is_known else contents.skipped).append(path)
    return FolderContents(*map(sorted, contents))


def partition_values(path: str) -> dict[str, str]:
    """The values in the names of the folders of a partitioned table, by column.

    >>> partition_values("records/day=2026-05-04/section=Arts%2FBooks/part-0.parquet")
    {'day': '2026-05-04', 'section': 'Arts/Books'}
    """
    folders = os.path.dirname(path).split(os.sep)
    pairs = (folder.partition("=") for folder in folders if "=" in folder)
    return {name: unquote(value) for name, _, value in pairs if value != _NULL_PARTITION}


def is_special(path: str) -> bool:
    """Whether a path exists and is not a regular file; opening reports a dangling link."""
    return os.path.exists(path) and not os.path.isfile(path)


@contextmanager
def open_bytes(path: str) -> Iterator[BinaryIO]:
    """Open a file in binary mode, or standard input for ``-``."""
    if path == STDIN:
        if sys.stdin is None:
            raise OSError(errno.EBADF, "standard input is closed")
        with as_binary(sys.stdin.buffer) as file:
            yield file
        return
    with open(path, "rb") as file:
        yield file
