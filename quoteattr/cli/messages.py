"""Exit statuses, and messages on standard error."""

from __future__ import annotations

import re
import sys
from contextlib import suppress

from quoteattr.text import printable

#: exit statuses
SUCCESS, INCOMPLETE, USAGE_ERROR, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 130, 141


def print_message(message: object, status: int) -> int:
    """Print a message on one line on standard error, above a progress bar; return the status."""
    tqdm = sys.modules.get("tqdm")  # there is no bar unless tqdm was imported
    write = tqdm.tqdm.write if tqdm else print
    with suppress(OSError):  # errors cannot be reported elsewhere
        write(f"quoteattr: {printable_line(as_options(str(message)))}", file=sys.stderr)
    return status


#: Python arguments in messages, and the options of the command
_OPTIONS = (
    (re.compile(r"fields=\{'text': …\}"), "--field text=…"),
    (re.compile(r"a key of fields must be"), "FIELD of --field FIELD=NAME must be"),
    (re.compile(r"encoding must be one"), "--encoding must be one"),
    (re.compile(r"encoding='([\w-]+)'"), r"--encoding \1"),
    (re.compile(r"encoding= "), "--encoding "),
    (re.compile(r"html=False"), "--no-html"),
    (re.compile(r"format='html'"), "--read html"),
    (re.compile(r"workers=1 "), "--workers 1 "),
    (re.compile(r"max_size= "), "--max-size "),
    (re.compile(r"with format="), "with --read"),
    (re.compile(r" \(in Python format=\)"), ""),
)


def as_options(message: str) -> str:
    """Replace the Python arguments in a message by options of the command.

    >>> as_options("not UTF-8 but likely utf-16: pass encoding='utf-16'")
    'not UTF-8 but likely utf-16: pass --encoding utf-16'
    """
    for argument, option in _OPTIONS:
        message = argument.sub(option, message)
    return message


def printable_line(text: object) -> str:
    r"""A text on one line, without terminal control characters.

    >>> printable_line("a\x1b[2Jb\nc")
    'a[2Jb c'
    """
    # the stream writes a lone surrogate as \udXXX
    return printable(str(text), surrogates=True).strip()
