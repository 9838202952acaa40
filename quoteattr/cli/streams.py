"""Prepare standard input, output and error, which the shell may have closed or redirected."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from typing import Any

#: the file name of standard output in errors
STDOUT = "standard output"


def _raise_closed(*_: Any) -> int:
    """Raise the error of a closed stream."""
    raise OSError(errno.EBADF, "it is closed", STDOUT)


class _ClosedBytes(io.RawIOBase):
    """The bytes of standard output if the shell has closed it."""

    write = _raise_closed

    def writable(self) -> bool:
        """Return True, so that writing raises the error of this class."""
        return True


class _Closed(io.TextIOBase):
    """Standard output if the shell has closed it."""

    encoding = "utf-8"
    write = _raise_closed

    def __init__(self) -> None:
        #: the stream of bytes
        self.buffer = _ClosedBytes()


def prepare() -> None:
    r"""Make the streams accept any text: ``\uXXXX`` replaces characters that an encoding lacks."""
    for number in range(3):  # otherwise the next opened file would become standard output
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = io.TextIOWrapper(io.FileIO(os.devnull, "w"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def flush() -> None:
    """Flush standard output.

    Raises:
        OSError: it cannot be written; the error names standard output.
    """
    write_text("")


def write_text(text: str) -> None:
    """Write a text to standard output and flush it.

    Raises:
        OSError: it cannot be written; the error names standard output.
    """
    try:
        if text:  # a closed stream raises even for an empty text
            sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise with_name(error) from error


def with_name(error: OSError) -> OSError:
    """Add a file name to a writing error: that of standard output if it has none."""
    if error.filename is not None or error.errno is None:
        return error
    return OSError(error.errno, error.strerror, STDOUT)


def discard_output() -> None:
    """Discard buffered output that cannot be written; it would raise again at exit."""
    with suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)
