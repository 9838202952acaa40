"""Texts as they are.

A file is UTF-8 and nothing in it is changed: CRLF stays CRLF, and a byte order mark stays the
first character (U+FEFF). So offsets are those of
``open(path, encoding="utf-8", newline="").read()``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from quoteattr.errors import SourceError
from quoteattr.readers.fields import Mapped
from quoteattr.readers.files import open_bytes
from quoteattr.readers.rows import Found, Placed
from quoteattr.records import Article, Failure


def read_text(file: BinaryIO, name: str, mapped: Mapped) -> Iterator[Found]:
    """Read one article that is nothing but its text."""
    try:
        yield Placed(Article(file.read().decode("utf-8")), name)
    except UnicodeDecodeError as error:
        yield Failure(name, _not_utf8(error))


def text_of(path: str) -> str:
    """The text of one file, or of standard input for ``-``.

    Raises:
        SourceError: It cannot be opened or is not UTF-8; the message is one line.
    """
    try:
        with open_bytes(path) as file:
            return file.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(_not_utf8(error), where=path, remedy="save the file as UTF-8") from error
    except OSError as error:
        raise SourceError(
            error.strerror or error, where=path, remedy="pass a file that can be read"
        ) from error


def _not_utf8(error: UnicodeDecodeError) -> str:
    """Which byte is wrong, and where."""
    return f"not UTF-8 (0x{error.object[error.start]:02x} at byte {error.start})"
