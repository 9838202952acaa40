"""Settings of Python's garbage collector, for processes of our own: the command and workers."""

from __future__ import annotations

import gc

#: number of new objects after which the collector searches them for reference cycles, which are
#: rare here; with the default of 700 it takes a twentieth of the time of extraction
_NEW_OBJECTS = 10_000


def collect_rarely() -> None:
    """Search for reference cycles less often, and never among the present objects."""
    # they are kept until the end; in a worker, a search would copy their pages
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS)
