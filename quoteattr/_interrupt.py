"""Ctrl-C while the command is being imported, which takes a part of a second.

``main`` ends quietly on Ctrl-C, but it runs only after ``import quoteattr``. This module is the
first that the package imports, and does nothing unless the process is the command.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import Any

#: how the command ends after Ctrl-C
INTERRUPTED = 130

#: the modules that ``python -m`` runs as the command
_MODULES = ("quoteattr", "quoteattr.cli")


def is_command() -> bool:
    """The process was started as ``quoteattr``, or as one of the modules."""
    started = sys.orig_argv
    script = os.path.splitext(os.path.basename(sys.argv[0] if sys.argv else ""))[0]
    return script == "quoteattr" or ("-m" in started[:-1] and _module(started) in _MODULES)


def _module(started: list[str]) -> str:
    """The module that Python was started with."""
    return started[started.index("-m") + 1]


def _end(*_: Any) -> None:
    """End at once: nothing has been done yet."""
    os._exit(INTERRUPTED)


def watch() -> None:
    """End quietly on Ctrl-C from now on, in the command."""
    alone = threading.current_thread() is threading.main_thread()
    usual = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if alone and usual and is_command():
        signal.signal(signal.SIGINT, _end)


def unwatch() -> None:
    """Raise KeyboardInterrupt on Ctrl-C again, as Python does."""
    if signal.getsignal(signal.SIGINT) is _end:
        signal.signal(signal.SIGINT, signal.default_int_handler)


watch()
