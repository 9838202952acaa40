"""Reads a text file as it is.

A file is UTF-8 and nothing in it is changed: CRLF stays CRLF, and a byte order mark stays the
first character (U+FEFF). So offsets are those of
``open(path, encoding="utf-8", newline="").read()``.
"""

from __future__ import annotations

from quoteattr.errors import SourceError
from quoteattr.readers.files import open_bytes


def read_text(source: str) -> str:
    """Read one file, or standard input for ``-``.

    Raises:
        SourceError: It cannot be opened or is not UTF-8; the message is one line.
    """
    try:
        with open_bytes(source) as file:
            return file.read().decode("utf-8")
    except UnicodeDecodeError as error:
        byte = error.object[error.start]
        raise SourceError(f"{source}: not UTF-8 (0x{byte:02x} at byte {error.start})") from error
    except OSError as error:
        raise SourceError(f"{source}: {error.strerror or error}") from error
