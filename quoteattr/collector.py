"""The garbage collector of Python in processes of our own: the command, and workers."""

from __future__ import annotations

import gc

#: new objects after which the collector looks for circles among them, of which an article leaves
#: hardly any; 700 by default, which takes a twentieth of the time of extraction
_NEW_OBJECTS = 10_000


def collect_rarely() -> None:
    """Look for circles less often, and never among the objects that are there already."""
    gc.freeze()  # what was imported stays; of a parent process, it need not be copied, either
    gc.set_threshold(_NEW_OBJECTS)
