"""Standard input, output and error, whatever the shell has made of them."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from typing import Any

#: what an error calls standard output
STDOUT = "standard output"


def _refuse(*_: Any) -> int:
    """Tell that nothing can be written."""
    raise OSError(errno.EBADF, "it is closed", STDOUT)


class _ClosedBytes(io.RawIOBase):
    """Standard output, for bytes, where the shell has closed it."""

    write = _refuse

    def writable(self) -> bool:
        """So it says, or whoever writes would raise something else."""
        return True


class _Closed(io.TextIOBase):
    """Standard output where the shell has closed it."""

    encoding = "utf-8"
    write = _refuse

    def __init__(self) -> None:
        #: the same for bytes
        self.buffer = _ClosedBytes()


def prepare() -> None:
    r"""Make the streams bear whatever is written: ``\uXXXX`` for what an encoding lacks."""
    for number in range(3):  # or the next file that is opened would be standard output
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
    """Write what is held back.

    Raises:
        OSError: It cannot be written; the error names standard output.
    """
    write("")


def write(words: str) -> None:
    """Write words to standard output, with all that is held back.

    Raises:
        OSError: It cannot be written; the error names standard output.
    """
    try:
        if words:  # a stream that is closed refuses even none
            sys.stdout.write(words)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise named(error) from error


def named(error: OSError) -> OSError:
    """An error of writing with a name: that of standard output if it has none."""
    if error.filename is not None or error.errno is None:
        return error
    return OSError(error.errno, error.strerror, STDOUT)


def silence() -> None:
    """Drop what is held back, which could not be written and would raise once more at the end."""
    with suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)
