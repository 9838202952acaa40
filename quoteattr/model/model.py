"""The learned numbers in one object: trees for quotes and for clauses, the tagger, coreference.

``attribution.json`` keeps the trees, readable; a file of the same name that ends in ``.npz`` the
arrays of the tagger. A file of one's own takes all else from the package.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cached_property, lru_cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from attrs import define, evolve, field

from quoteattr.attribute import speech
from quoteattr.attribute.speech import SpeechModel
from quoteattr.attribute.trees import Trees, grow
from quoteattr.checks import check_path
from quoteattr.coref import antecedents, certainty
from quoteattr.coref.antecedents import AntecedentModel
from quoteattr.coref.certainty import CertaintyModel
from quoteattr.errors import ModelError
from quoteattr.tag import tagger
from quoteattr.tag.tagger import NeuralTagger, Tagger
from quoteattr.text import shorten, shorten_text

#: how the name of a tagger's file ends
TAGGER_SUFFIX = ".npz"


@lru_cache(maxsize=1)
def default_tagger() -> NeuralTagger:
    """The tagger of the package, read once."""
    return tagger.read(files("quoteattr.model").joinpath("attribution" + TAGGER_SUFFIX))


@define(eq=False)
class Model:
    """What is learned from annotated articles."""

    #: score the candidates of quoted spans
    quotes: Trees
    #: score those of reported clauses
    clauses: Trees
    #: reads the tagger, by default that of the package
    read_tagger: Callable[[], Tagger] = default_tagger
    #: chooses whom descriptions stand for
    antecedents: AntecedentModel = field(factory=antecedents.default)
    #: how likely a name is right
    certainty: CertaintyModel = field(factory=certainty.default)
    #: how likely a reported clause is speech
    speech: SpeechModel = field(factory=speech.default)

    def with_tagger(self, tagger: Tagger) -> Model:
        """The same model with another tagger, such as a caller's own."""
        return evolve(self, read_tagger=partial(_identity, tagger))

    @cached_property
    def tagger(self) -> Tagger:
        """Finds reported clauses; read when it is first asked for."""
        return self.read_tagger()


def _identity(tagger: Tagger) -> Tagger:
    """A tagger that needs no reading."""
    return tagger


def read_data(path: Path | None = None) -> Any:
    """Read a file of a model as it is, by default that of the package."""
    source = path or files("quoteattr.model").joinpath("attribution.json")
    return json.loads(source.read_text(encoding="utf-8"))


def load_model(path: str | Path | None = None) -> Model:
    """Read a model from a file, by default that of the package.

    Args:
        path: a file that ``quoteattr train`` wrote; its tagger stands beside it.

    Raises:
        ModelError: the file cannot be read, is not one of a model, or does not fit the rules.
    """
    file = None if path is None else Path(check_path(path, "load_model()"))
    try:
        data = read_data(file)
        quotes, clauses = (
            grow(data[kind]["trees"], data[kind]["calibration"]) for kind in ("quotes", "clauses")
        )
    except ModelError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise ModelError(
            f"cannot read the model {shorten(str(path))}: {reason}",
            where=shorten(str(path)),
            remedy="pass a file that quoteattr train wrote",
        ) from error
    except Exception as error:  # a file may hold anything
        raise ModelError(
            f"{shorten_text(path)} is not a file of a model ({_reason(error)})",
            where=shorten_text(path),
            remedy="pass one that quoteattr train wrote",
        ) from error
    beside = file.with_suffix(TAGGER_SUFFIX) if file else None
    if beside is None or not beside.exists():
        return Model(quotes, clauses)
    tagger.read(beside)  # so that a broken one is told of now, and not once an article
    return Model(quotes, clauses, partial(tagger.read, beside))


def _reason(error: Exception) -> str:
    """What is wrong with a file of a model."""
    if isinstance(error, UnicodeDecodeError):  # whose repr holds all bytes of the file
        return "not UTF-8"
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error.msg} at line {error.lineno}"
    if isinstance(error, RecursionError):
        return "nested too deep"
    return shorten_text(f"{type(error).__name__}: {error}")


@lru_cache(maxsize=1)
def untrained() -> Model:
    """The model of the package but for its trees, which may fit other rules than those of today.

    Training reads documents with it.
    """
    nothing = grow((), ((0.0, 0.0), (1.0, 1.0)))
    return Model(nothing, nothing)


@lru_cache(maxsize=1)
def load_default() -> Model:
    """The model of the package, read once."""
    return load_model()
