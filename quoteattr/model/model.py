"""All that was learned: what the rules are worth for quotes and for clauses, and the tagger.

``weights.json`` keeps the trees, readable; a file of the same name that ends in ``.npz`` the arrays
of the tagger, which those of the package stand in for where there is none.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cached_property, lru_cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from attrs import define

from quoteattr.attribute.trees import Trees, grow
from quoteattr.errors import WeightsError, shorten, shorten_text
from quoteattr.tag import tagger
from quoteattr.tag.tagger import Tagger

#: how the name of a tagger's file ends
TAGGER_SUFFIX = ".npz"


@lru_cache(maxsize=1)
def default_tagger() -> Tagger:
    """The tagger of the package, read once."""
    return tagger.read(files("quoteattr.model").joinpath("attribution" + TAGGER_SUFFIX))


@define(eq=False)
class Weights:
    """What ``quoteattr train`` learns."""

    #: what the rules are worth for stretches between marks
    quotes: Trees
    #: and for reported clauses
    clauses: Trees
    #: reads the tagger, by default that of the package
    read_tagger: Callable[[], Tagger] = default_tagger

    @cached_property
    def tagger(self) -> Tagger:
        """Finds reported clauses; read when it is first asked for."""
        return self.read_tagger()


def read_data(path: Path | None = None) -> Any:
    """Read a file of weights as it is, by default that of the package."""
    source = path or files("quoteattr.model").joinpath("attribution.json")
    return json.loads(source.read_text(encoding="utf-8"))


def read(path: Path | None = None) -> Weights:
    """Read weights from a file, by default those of the package.

    Raises:
        WeightsError: the file cannot be read, is not one of weights, or does not fit the rules.
    """
    try:
        data = read_data(path)
        quotes, clauses = (
            grow(data[kind]["trees"], data[kind]["calibration"]) for kind in ("quotes", "clauses")
        )
    except WeightsError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise WeightsError(
            f"cannot read weights {shorten(str(path))}: {reason}",
            where=shorten(str(path)),
            remedy="pass a file that quoteattr train wrote",
        ) from error
    except Exception as error:  # a file may hold anything
        raise WeightsError(
            f"{path} is not a file of weights ({_reason(error)})",
            where=str(path),
            remedy="pass one that quoteattr train wrote",
        ) from error
    beside = path.with_suffix(TAGGER_SUFFIX) if path else None
    if beside is None or not beside.exists():
        return Weights(quotes, clauses)
    tagger.read(beside)  # so that a broken one is told of now, and not once an article
    return Weights(quotes, clauses, partial(tagger.read, beside))


def _reason(error: Exception) -> str:
    """What is wrong with a file of weights."""
    if isinstance(error, UnicodeDecodeError):  # whose repr holds all bytes of the file
        return "not UTF-8"
    if isinstance(error, RecursionError):
        return "nested too deep"
    return shorten_text(f"{type(error).__name__}: {error}")


@lru_cache(maxsize=1)
def default() -> Weights:
    """The weights of the package, read once."""
    return read()
