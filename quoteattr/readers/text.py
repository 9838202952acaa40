"""Read plain text.

A file is UTF-8 unless another encoding is named. Its text is unchanged: CRLF stays CRLF, and the
byte order mark of UTF-8 stays as the first character (U+FEFF). So offsets are those of
``open(path, encoding="utf-8", newline="").read()``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NoReturn

from quoteattr.errors import SourceError
from quoteattr.readers.encodings import DecodingErrors, likely_encoding
from quoteattr.readers.fields import FieldMapping
from quoteattr.readers.files import open_bytes
from quoteattr.readers.rows import Entry, LocatedArticle
from quoteattr.records import Article, Failure


def read_text(file: BinaryIO, name: str, mapping: FieldMapping) -> Iterator[Entry]:
    """Read one article from a file of plain text."""
    try:
        yield LocatedArticle(Article(file.read().decode("utf-8")), name)
    except UnicodeDecodeError as error:
        yield Failure(name, DecodingErrors(file).reason(error))


def text_of(path: str, encoding: str | None = None) -> str:
    """The text of one file, or of standard input for ``-``.

    Args:
        path: the file.
        encoding: its encoding, UTF-8 by default.

    Raises:
        SourceError: the file cannot be opened, or has another encoding; the message is one line.
    """
    try:
        with open_bytes(path) as file:
            return file.read().decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        _raise_encoding_error(error, path, encoding)
    except OSError as error:
        reason = error.strerror or error
        raise SourceError(reason, where=path, remedy="pass a file that can be read") from error


def _raise_encoding_error(error: UnicodeDecodeError, path: str, encoding: str | None) -> NoReturn:
    """Raise an error with the invalid byte and the command that converts the file to UTF-8."""
    byte = f"0x{error.object[error.start]:02x} at byte {error.start}"
    likely = None if encoding else likely_encoding(error.object, error.start)
    guess = f", likely {likely}" if likely else ""
    raise SourceError(
        f"not {encoding or 'UTF-8'} ({byte}){guess}",
        where=path,
        remedy=f"convert it, as with iconv -f {likely or 'ENCODING'} -t utf-8",
    ) from error
