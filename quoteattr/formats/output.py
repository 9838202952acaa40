"""Files that are written: whole or not at all, and with their name in what goes wrong."""

from __future__ import annotations

import errno
import io
import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any, Literal, NoReturn, TextIO, overload

from quoteattr.errors import OptionError, shorten


class _Named(io.FileIO):
    """A file that says its name where it cannot be written, as on a disk that is full."""

    def __init__(self, path: str, mode: str, shown: str) -> None:
        super().__init__(path, mode)
        self._shown = shown

    def write(self, data: Any) -> int:
        """Write some bytes."""
        try:
            return super().write(data) or 0
        except OSError as error:
            raise OSError(error.errno, error.strerror, self._shown) from error


def _open(path: str, mode: str, binary: bool, shown: str) -> IO[Any]:
    r"""Open a file for records; half a surrogate pair becomes ``\udXXX`` in text."""
    try:
        file = io.BufferedWriter(_Named(path, mode, shown))
    except (OSError, ValueError) as error:  # a name with a zero in it is a ValueError
        _refuse(shown, error)
    if binary:
        return file
    return io.TextIOWrapper(file, encoding="utf-8", errors="backslashreplace", newline="")


def _refuse(path: str, error: Exception) -> NoReturn:
    """Tell of a file that cannot be made."""
    reason = getattr(error, "strerror", None) or error
    raise OptionError(
        f"cannot write {shorten(path)}: {reason}",
        where=shorten(path),
        remedy="name another file",
    ) from error


@overload
def create(path: str, binary: Literal[False] = False) -> TextIO: ...
@overload
def create(path: str, binary: bool) -> IO[Any]: ...
def create(path: str, binary: bool = False) -> IO[Any]:
    r"""Open a new file for records; half a surrogate pair becomes ``\udXXX`` in text.

    Raises:
        OptionError: It cannot be made.
    """
    return _open(path, "w", binary, path)


@contextmanager
def growing(path: str, kept: int = 0) -> Iterator[IO[str]]:
    """A file of lines that others may read, and go on with, while it is written.

    Where the disk is full, half a line at its end is cut off.

    Args:
        path: The file.
        kept: How many bytes of it stay; what follows them is cut off.

    Raises:
        OptionError: It cannot be written.
    """
    if kept:
        os.truncate(path, kept)
    file = _open(path, "a" if kept else "w", False, path)
    try:
        with file:
            yield file
    except OSError:
        with suppress(OSError):
            _cut_half_line(path)
        raise


def _cut_half_line(path: str) -> None:
    """Cut off what follows the last end of a line."""
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
    """A new file in the place of another, which stays as it is until the new one is whole.

    It is written beside, in the same folder, and then takes the other's place. An error leaves
    what was there. Ctrl-C ends a file early: what has been written by then takes the place, too.
    A device or a pipe is written as it is.

    Args:
        path: The file; a link is followed.
        binary: Open it for bytes.

    Raises:
        OptionError: It cannot be written.
    """
    target = check_writable(path)
    beside = _beside(target)
    if beside is None:
        with create(path, binary) as file:
            yield file
        return
    file = _open(beside, "x", binary, path)
    try:
        with file:
            yield file
    except BaseException as error:
        with suppress(OSError):
            _take_place(beside, target) if isinstance(error, KeyboardInterrupt) else None
        raise
    else:
        _take_place(beside, target)
    finally:
        with suppress(OSError):
            os.unlink(beside)


def check_writable(path: str) -> str:
    """The file itself that a path stands for; a link is followed.

    Raises:
        OptionError: It cannot be written.
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


def _beside(target: str) -> str | None:
    """A new name in the same folder; None where the file itself has to be written.

    That is so for what is no regular file, and in a folder where no other file can be made.
    """
    folder = os.path.dirname(target)
    there = os.path.exists(target)
    if there and not (os.path.isfile(target) and os.access(folder, os.W_OK)):
        return None
    return os.path.join(folder, f".quoteattr-{uuid.uuid4().hex}.tmp")


def _take_place(beside: str, target: str) -> None:
    """Put a new file in the place of another, with the other's permissions."""
    if os.path.exists(target):
        shutil.copymode(target, beside)
    os.replace(beside, target)
