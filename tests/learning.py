"""JAX in a process of its own.

It starts threads, and a process that has threads must not be forked, as the tests of workers do:
what another thread holds at that moment is never let go in the copy. So no test learns the tagger
in the process of the tests.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable
from functools import cache
from multiprocessing.connection import Connection
from typing import Any

import numpy as np

from quoteattr.evaluation.brat import GoldArticle
from quoteattr.tag.tagger import Tagger
from quoteattr.training import tagging

#: what a test may set in ``training/tagging.py``
CONSTANTS = ("EPOCHS", "LENGTHS", "BATCH")


def fit(golds: Iterable[GoldArticle], seed: int = 0) -> Tagger:
    """Learn a tagger as ``tagging.fit`` does."""
    return _asked("fit", list(golds), seed)


def emissions(*args: Any) -> Any:
    """Read a batch as ``tagging.emissions`` does."""
    return _asked("emissions", *args)


def _asked(name: str, *args: Any) -> Any:
    """The result of a function of ``training/tagging.py``, with what is set there here."""
    connection = _process()
    connection.send((name, args, {each: getattr(tagging, each) for each in CONSTANTS}))
    result = connection.recv()
    if isinstance(result, Exception):
        raise result
    return result


@cache
def _process() -> Connection:
    """Start the process, which ends with this one; spawned, since a fork has what we have."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    context.Process(target=_serve, args=(theirs,), daemon=True).start()
    theirs.close()
    return ours


def _serve(connection: Connection) -> None:
    """Do what is asked for until nobody asks."""
    while True:
        try:
            name, args, constants = connection.recv()
        except EOFError:
            return
        for constant, value in constants.items():
            setattr(tagging, constant, value)
        try:
            result = getattr(tagging, name)(*args)
            # an array of JAX would bring JAX along
            connection.send(result if isinstance(result, Tagger) else np.asarray(result))
        except Exception as error:
            connection.send(error)
