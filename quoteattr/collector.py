"""Settings of Python's garbage collector: during an article, and in processes of our own."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: number of new objects after which the collector searches them for reference cycles, which are
#: rare here; with the default of 700 it takes a twentieth of the time of extraction
_NEW_OBJECTS = 10_000


def collect_rarely() -> None:
    """Search for reference cycles less often, and never among the present objects."""
    # they are kept until the end; in a worker, a search would copy their pages
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS)


@contextmanager
def paused() -> Iterator[None]:
    """Do not search for reference cycles meanwhile; an article makes none."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
