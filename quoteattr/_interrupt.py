"""Handle Ctrl-C while the command is being imported, which takes a fraction of a second.

``main`` ends quietly on Ctrl-C, but it runs only after ``import quoteattr``. This module is the
first that the package imports, and does nothing unless the process is the command.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import Any

#: exit status after Ctrl-C
INTERRUPTED = 130

#: the modules that ``python -m`` runs as the command
_MODULES = ("quoteattr", "quoteattr.cli")


def _is_command() -> bool:
    """Whether the process was started as ``quoteattr``, or as one of the modules."""
    started = sys.orig_argv
    script = os.path.splitext(os.path.basename(sys.argv[0] if sys.argv else ""))[0]
    return script == "quoteattr" or ("-m" in started[:-1] and _module(started) in _MODULES)


def _module(started: list[str]) -> str:
    """The name of the module that Python was started with."""
    return started[started.index("-m") + 1]


def _end(*_: Any) -> None:
    """Exit at once: there is nothing to clean up yet."""
    os._exit(INTERRUPTED)


def watch() -> None:
    """From now on exit quietly on Ctrl-C, in the command."""
    alone = threading.current_thread() is threading.main_thread()
    usual = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if alone and usual and _is_command():
        signal.signal(signal.SIGINT, _end)


def unwatch() -> None:
    """Restore the default of Python: Ctrl-C raises KeyboardInterrupt."""
    if signal.getsignal(signal.SIGINT) is _end:
        signal.signal(signal.SIGINT, signal.default_int_handler)


watch()
