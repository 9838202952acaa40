"""The learned numbers in one object: trees for quotes and clauses, tagger, coreference, encoder.

``attribution.json`` keeps the trees, readable; a file of the same name that ends in ``.npz`` the
arrays of the tagger, one that ends in ``.onnx`` an encoder with how it and the rules come together;
``fusion.json`` has the same for the rules of the package as they are now. A file of one's own takes
all else from the package.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define, evolve, field

from quoteattr.attribute.clauses import speech
from quoteattr.attribute.clauses.speech import SpeechModel
from quoteattr.attribute.decision.trees import Trees, grow
from quoteattr.checks import check_path
from quoteattr.coref import certainty
from quoteattr.coref.certainty import CertaintyModel
from quoteattr.coref.nominals import antecedents
from quoteattr.coref.nominals.antecedents import AntecedentModel
from quoteattr.data import data_file
from quoteattr.errors import ModelError
from quoteattr.tag import tagger
from quoteattr.tag.tagger import NeuralTagger, Tagger
from quoteattr.text import shorten, shorten_text

if TYPE_CHECKING:  # the encoder is imported by those who ask for it
    from quoteattr.attribute.encoder.encoder import TransformerEncoder
    from quoteattr.attribute.encoder.rerank import Encoder

#: how the name of a tagger's file ends, and that of an encoder's
TAGGER_SUFFIX, ENCODER_SUFFIX = ".npz", ".onnx"
#: what ``load_model`` and ``model=`` take for the model of the package with its encoder
ENCODER = "encoder"


Part = TypeVar("Part")


@lru_cache(maxsize=1)
def default_tagger() -> NeuralTagger:
    """The tagger of the package, read once."""
    return tagger.read(data_file("model", "attribution" + TAGGER_SUFFIX))


@lru_cache(maxsize=1)
def default_encoder() -> TransformerEncoder:
    """The encoder of the package, read once."""
    from quoteattr.attribute.decision.fusion import Fusion
    from quoteattr.attribute.encoder import encoder

    read = encoder.read(data_file("model", "encoder" + ENCODER_SUFFIX))
    # its own is for the rules of the day when it was trained
    fusion = json.loads(data_file("model", "fusion.json").read_text(encoding="utf-8"))
    return evolve(read, fusion=Fusion.from_json(fusion))


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
    #: reads what is asked where the rules are not sure, None for nothing
    read_encoder: Callable[[], Encoder] | None = None

    def with_tagger(self, tagger: Tagger) -> Model:
        """The same model with another tagger, such as a caller's own."""
        return evolve(self, read_tagger=partial(_identity, tagger))

    @cached_property
    def tagger(self) -> Tagger:
        """Finds reported clauses; read when it is first asked for."""
        return self.read_tagger()

    def with_encoder(self, encoder: Encoder) -> Model:
        """The same model with another encoder, such as a caller's own."""
        return evolve(self, read_encoder=partial(_identity, encoder))

    @cached_property
    def encoder(self) -> Encoder | None:
        """What is asked where the rules are not sure; read when it is first asked for."""
        return self.read_encoder() if self.read_encoder else None


def _identity(part: Part) -> Part:
    """A part that needs no reading."""
    return part


def read_data(path: Path | None = None) -> Any:
    """Read a file of a model as it is, by default that of the package."""
    source = path or data_file("model", "attribution.json")
    return json.loads(source.read_text(encoding="utf-8"))


def load_model(path: str | Path | None = None) -> Model:
    """Read a model from a file, by default that of the package.

    Args:
        path: a file that ``quoteattr train`` wrote; its tagger stands beside it, and its encoder
            if it has one. ``"encoder"`` is the model of the package with its encoder.

    Raises:
        MissingExtraError: the model has an encoder, and the extra ``encoder`` is not installed.
        ModelError: the file cannot be read, is not one of a model, or does not fit the rules.
    """
    if path == ENCODER:
        return _with_encoder()
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
    model = Model(quotes, clauses)
    return _with_parts(model, file) if file else model


def _with_parts(model: Model, file: Path) -> Model:
    """The model with the tagger and the encoder whose files stand beside its own.

    They are read now, so that a broken one is reported once and not for each article.
    """
    beside = file.with_suffix(TAGGER_SUFFIX)
    if beside.exists():
        tagger.read(beside)
        model = evolve(model, read_tagger=partial(tagger.read, beside))
    beside = file.with_suffix(ENCODER_SUFFIX)
    if beside.exists():
        from quoteattr.attribute.encoder import encoder

        encoder.read(beside)
        model = evolve(model, read_encoder=partial(encoder.read, beside))
    return model


@lru_cache(maxsize=1)
def _with_encoder() -> Model:
    """The model of the package with its encoder, both read once."""
    default_encoder()  # what is missing is reported now
    return evolve(load_default(), read_encoder=default_encoder)


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
