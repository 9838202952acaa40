"""Runs JAX in a process of its own.

JAX starts threads, and a process with threads must not be forked, as the tests of worker pools do:
a lock that another thread holds at that moment is never released in the copy. So no test trains
the tagger in the process of the tests.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Sequence
from functools import cache
from multiprocessing.connection import Connection
from typing import Any

import numpy as np

from quoteattr.evaluation.brat import GoldArticle
from quoteattr.tag.neural_tagger import NeuralTagger
from quoteattr.training import tagger_network, tagging

#: the constants that a test may set in ``training/tagging.py``
CONSTANTS = ("EPOCHS", "MORE_EPOCHS", "LENGTHS", "BATCH_TOKENS")


def fit(
    golds: Iterable[GoldArticle],
    quotes_only: Iterable[GoldArticle] = (),
    trained: Sequence[NeuralTagger] = (),
) -> NeuralTagger:
    """Call ``tagging.fit`` in the other process."""
    return _call("fit", list(golds), list(quotes_only), list(trained))


def states(*args: Any) -> Any:
    """Call ``tagger_network.states`` in the other process."""
    return _call("states", *args)


def emissions(*args: Any) -> Any:
    """Call ``tagger_network.emissions`` in the other process."""
    return _call("emissions", *args)


def pointer_scores(*args: Any) -> Any:
    """Call ``tagger_network.pointer_scores`` in the other process."""
    return _call("pointer_scores", *args)


def _call(name: str, *args: Any) -> Any:
    """The result of a function of these modules, with the constants set as here."""
    connection = _process()
    connection.send((name, args, {constant: getattr(tagging, constant) for constant in CONSTANTS}))
    result = connection.recv()
    if isinstance(result, Exception):
        raise result
    return result


@cache
def _process() -> Connection:
    """Start the process, which ends with this one; spawned, since a fork would copy all modules."""
    context = multiprocessing.get_context("spawn")
    connection, child_connection = context.Pipe()
    context.Process(target=_serve, args=(child_connection,), daemon=True).start()
    child_connection.close()
    return connection


def _serve(connection: Connection) -> None:
    """Answer calls until the connection is closed."""
    while True:
        try:
            name, args, constants = connection.recv()
        except EOFError:
            return
        for constant, value in constants.items():
            setattr(tagging, constant, value)
        try:
            result = (tagging.fit if name == "fit" else getattr(tagger_network, name))(*args)
            # an array of JAX would bring JAX along
            connection.send(result if isinstance(result, NeuralTagger) else np.asarray(result))
        except Exception as error:
            connection.send(error)
