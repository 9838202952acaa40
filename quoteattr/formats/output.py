"""Output files: they are completed or not replaced at all, and errors contain their name."""

from __future__ import annotations

import errno
import io
import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any, Literal, NoReturn, TextIO, overload

from quoteattr.errors import OptionError
from quoteattr.text import shorten


class _NamedWriter(io.BufferedWriter):
    """A buffered file whose errors contain its name, as when the disk is full.

    No Python code runs between the buffer and the file: Ctrl-C there could come after the bytes
    were written and before the buffer registers it, which would then write them again.
    """

    def __init__(self, path: str, mode: str, shown: str) -> None:
        super().__init__(io.FileIO(path, mode))
        self._shown = shown

    def write(self, data: Any) -> int:
        """Write some bytes."""
        with self._named():
            return super().write(data)

    def flush(self) -> None:
        """Write the content of the buffer."""
        with self._named():
            super().flush()

    @contextmanager
    def _named(self) -> Iterator[None]:
        """Add the name of the file to errors."""
        try:
            yield
        except OSError as error:
            raise OSError(error.errno, error.strerror, self._shown) from error


def _open(path: str, mode: str, binary: bool, shown: str) -> IO[Any]:
    r"""Open a file for records; half a surrogate pair becomes ``\udXXX`` in text."""
    try:
        file = _NamedWriter(path, mode, shown)
    except (OSError, ValueError) as error:  # a name that contains NUL raises ValueError
        _refuse(shown, error)
    if binary:
        return file
    return io.TextIOWrapper(file, encoding="utf-8", errors="backslashreplace", newline="")


def _refuse(path: str, error: Exception) -> NoReturn:
    """Raise the error for a file that cannot be created."""
    reason = getattr(error, "strerror", None) or error
    raise OptionError(
        f"cannot write {shorten(path)}: {reason}",
        where=shorten(path),
        remedy="name another file",
    ) from error


@overload
def create_file(path: str, binary: Literal[False] = False) -> TextIO: ...
@overload
def create_file(path: str, binary: bool) -> IO[Any]: ...
def create_file(path: str, binary: bool = False) -> IO[Any]:
    r"""Open a new file for records; half a surrogate pair becomes ``\udXXX`` in text.

    Raises:
        OptionError: it cannot be created.
    """
    return _open(path, "w", binary, path)


@contextmanager
def growing(path: str, kept: int = 0) -> Iterator[IO[str]]:
    """Open a file of lines that others may read while it is written, and that can be resumed.

    If the disk is full or Ctrl-C ends the run, an incomplete last line is cut off.

    Args:
        path: the file.
        kept: the number of bytes to keep; everything after them is cut off.

    Raises:
        OptionError: it cannot be written.
    """
    if kept:
        os.truncate(path, kept)
    file = _open(path, "a" if kept else "w", False, path)
    try:
        with file:
            yield file
    except (OSError, KeyboardInterrupt):
        with suppress(OSError):
            _cut_half_line(path)
        raise


def _cut_half_line(path: str) -> None:
    """Cut off everything after the last line end."""
    if not os.path.isfile(path):
        return
    with open(path, "rb+") as file:
        end = place = file.seek(0, os.SEEK_END)
        while place:
            place = max(0, end - io.DEFAULT_BUFFER_SIZE)
            file.seek(place)
            newline = file.read(end - place).rfind(b"\n")
            if newline >= 0:
                file.truncate(place + newline + 1)
                return
            end = place
        file.truncate(0)


@contextmanager
def replacing(path: str, binary: bool = False) -> Iterator[IO[Any]]:
    """Replace a file once the new one is complete.

    The new file is written beside the old one, in the same folder, and then renamed. An error
    leaves the old file. Ctrl-C ends the new file early, which then replaces the old one as well. A
    device or a pipe is written directly.

    Args:
        path: the file; a link is followed.
        binary: open it for bytes.

    Raises:
        OptionError: it cannot be written.
    """
    target = check_writable(path)
    temporary = _temporary_name(target)
    if temporary is None:
        with create_file(path, binary) as file:
            yield file
        return
    file = _open(temporary, "x", binary, path)
    try:
        with file:
            yield file
    except BaseException as error:
        with suppress(OSError):
            _replace(temporary, target) if isinstance(error, KeyboardInterrupt) else None
        raise
    else:
        _replace(temporary, target)
    finally:
        with suppress(OSError):
            os.unlink(temporary)


def check_writable(path: str) -> str:
    """Follow the links of a path.

    Raises:
        OptionError: the file may not be written.
    """
    try:
        target = os.path.realpath(path)
    except (OSError, ValueError) as error:
        _refuse(path, error)
    if os.path.isdir(target):
        _refuse(path, OSError(errno.EISDIR, os.strerror(errno.EISDIR)))
    if not os.path.isdir(os.path.dirname(target)):
        _refuse(path, OSError(errno.ENOENT, "no such folder"))
    if os.path.exists(target) and not os.access(target, os.W_OK):
        _refuse(path, OSError(errno.EACCES, os.strerror(errno.EACCES)))
    return target


def _temporary_name(target: str) -> str | None:
    """A new name in the same folder; None if the file has to be written directly.

    A regular file, in a folder where a file can be created, need not be written directly.
    """
    folder = os.path.dirname(target)
    exists = os.path.exists(target)
    if exists and not (os.path.isfile(target) and os.access(folder, os.W_OK)):
        return None
    return os.path.join(folder, f".quoteattr-{uuid.uuid4().hex}.tmp")


def _replace(temporary: str, target: str) -> None:
    """Replace a file, keeping its permissions."""
    if os.path.exists(target):
        shutil.copymode(target, temporary)
    os.replace(temporary, target)
