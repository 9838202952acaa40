"""Load the learned parameters: trees for quotes and clauses, tagger, coreference, encoder.

``attribution.json`` has the trees in a readable form. A file of the same name that ends in ``.npz``
has the arrays of the tagger, and one that ends in ``.onnx`` an encoder with its fusion;
``fusion.json`` has the fusion for the current rules of the package. A user's model takes missing
parts from the package.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define, evolve, field

from quoteattr.attribute.clauses.speech import SpeechModel, default_speech_model
from quoteattr.attribute.decision.trees import Trees, grow
from quoteattr.checks import check_path
from quoteattr.coref import certainty
from quoteattr.coref.certainty import CertaintyModel
from quoteattr.coref.nominals import antecedents
from quoteattr.coref.nominals.antecedents import AntecedentModel
from quoteattr.data import data_file
from quoteattr.errors import ModelError
from quoteattr.tag.neural_tagger import NeuralTagger, read_tagger
from quoteattr.tag.tagger import Tagger
from quoteattr.text import shorten, shorten_text

if TYPE_CHECKING:  # callers that use the encoder import it themselves
    from quoteattr.attribute.encoder.encoder import TransformerEncoder
    from quoteattr.attribute.encoder.rerank import Encoder

#: the suffixes of the files of a tagger and of an encoder
TAGGER_SUFFIX, ENCODER_SUFFIX = ".npz", ".onnx"
#: the value of ``model=`` for the model of the package with its encoder
ENCODER = "encoder"


Part = TypeVar("Part")


@lru_cache(maxsize=1)
def default_tagger() -> NeuralTagger:
    """The tagger of the package, loaded once."""
    return read_tagger(data_file("model", "attribution" + TAGGER_SUFFIX))


@lru_cache(maxsize=1)
def default_encoder() -> TransformerEncoder:
    """The encoder of the package, loaded once."""
    from quoteattr.attribute.decision.fusion import Fusion
    from quoteattr.attribute.encoder import encoder

    read = encoder.read_encoder(data_file("model", "encoder" + ENCODER_SUFFIX))
    # its own fusion is for the rules at the time of its training
    fusion = json.loads(data_file("model", "fusion.json").read_text(encoding="utf-8"))
    return evolve(read, fusion=Fusion.from_json(fusion))


@define(eq=False)
class Model:
    """The parts that are trained on annotated articles."""

    #: trees that score the candidates of quoted spans
    quotes: Trees
    #: trees that score the candidates of reported clauses
    clauses: Trees
    #: loads the tagger, by default that of the package
    read_tagger: Callable[[], Tagger] = default_tagger
    #: resolves descriptions
    antecedents: AntecedentModel = field(factory=antecedents.default_antecedent_model)
    #: estimates how likely a name is right
    certainty: CertaintyModel = field(factory=certainty.default_certainty_model)
    #: estimates how likely a reported clause is speech
    speech: SpeechModel = field(factory=default_speech_model)
    #: loads the encoder for unsure decisions; None for no encoder
    read_encoder: Callable[[], Encoder] | None = None

    def with_tagger(self, tagger: Tagger) -> Model:
        """A copy of the model with another tagger, such as a caller's own."""
        return evolve(self, read_tagger=partial(_identity, tagger))

    @cached_property
    def tagger(self) -> Tagger:
        """Finds reported clauses; loaded on first use."""
        return self.read_tagger()

    def with_encoder(self, encoder: Encoder) -> Model:
        """A copy of the model with another encoder, such as a caller's own."""
        return evolve(self, read_encoder=partial(_identity, encoder))

    @cached_property
    def encoder(self) -> Encoder | None:
        """Reranks unsure decisions; loaded on first use."""
        return self.read_encoder() if self.read_encoder else None


def _identity(part: Part) -> Part:
    """Return a part that needs no loading."""
    return part


def read_data(path: Path | None = None) -> Any:
    """Read a model file without validation, by default that of the package."""
    source = path or data_file("model", "attribution.json")
    return json.loads(source.read_text(encoding="utf-8"))


def load_model(path: str | Path | None = None) -> Model:
    """Load a model from a file, by default that of the package.

    Args:
        path: a file that ``quoteattr train`` wrote, with its tagger and possibly its encoder beside
            it. ``"encoder"`` is the model of the package with its encoder.

    Raises:
        MissingExtraError: the model has an encoder, and the extra ``encoder`` is not installed.
        ModelError: the file cannot be read, is not a model, or does not fit the rules.
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
    except Exception as error:  # a file may contain anything
        raise ModelError(
            f"{shorten_text(path)} is not a model file ({_reason(error)})",
            where=shorten_text(path),
            remedy="pass one that quoteattr train wrote",
        ) from error
    model = Model(quotes, clauses)
    return _with_parts(model, file) if file else model


def _with_parts(model: Model, file: Path) -> Model:
    """Add the tagger and the encoder whose files are beside that of the model.

    They are loaded now, so that an invalid one is reported once and not for each article.
    """
    beside = file.with_suffix(TAGGER_SUFFIX)
    if beside.exists():
        read_tagger(beside)
        model = evolve(model, read_tagger=partial(read_tagger, beside))
    beside = file.with_suffix(ENCODER_SUFFIX)
    if beside.exists():
        from quoteattr.attribute.encoder import encoder

        encoder.read_encoder(beside)
        model = evolve(model, read_encoder=partial(encoder.read_encoder, beside))
    return model


@lru_cache(maxsize=1)
def _with_encoder() -> Model:
    """The model of the package with its encoder, both loaded once."""
    default_encoder()  # report missing parts now
    return evolve(load_default(), read_encoder=default_encoder)


def _reason(error: Exception) -> str:
    """What is wrong with a model file."""
    if isinstance(error, UnicodeDecodeError):  # its repr contains all bytes of the file
        return "not UTF-8"
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error.msg} at line {error.lineno}"
    if isinstance(error, RecursionError):
        return "nested too deep"
    return shorten_text(f"{type(error).__name__}: {error}")


@lru_cache(maxsize=1)
def untrained() -> Model:
    """The model of the package without its trees, which may not fit the current rules.

    Training analyses articles with it.
    """
    nothing = grow((), ((0.0, 0.0), (1.0, 1.0)))
    return Model(nothing, nothing)


@lru_cache(maxsize=1)
def load_default() -> Model:
    """The model of the package, loaded once."""
    return load_model()
