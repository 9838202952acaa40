"""The encoder: a small pretrained transformer that reads the sentence and points at a candidate.

MiniLM of six layers (Wang and others 2020), fine-tuned by ``python -m quoteattr.training.encoder``,
in eight bits. It reads a window of word pieces around the quote (``windows.py``) in which the
candidates are marked, and scores each of them and nobody; no rule helps it. ONNX Runtime and
tokenizers are the extra ``encoder``. One file contains everything: the network, the word pieces,
and the fusion of its scores with those of the rules.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen

from quoteattr.attribute.decision.decode import Attribution
from quoteattr.attribute.decision.fusion import Fusion
from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.documents.document import Document
from quoteattr.attribute.encoder.windows import Encoding, WindowReader, stack_windows
from quoteattr.attribute.rules import Floats
from quoteattr.errors import ModelError
from quoteattr.extras import require
from quoteattr.text import shorten_text

if TYPE_CHECKING:
    from tokenizers import Tokenizer

#: version of the file; it changes with the content of a window
ENCODER_VERSION = 1
#: the inputs of the network, in order, and its output
INPUTS, OUTPUT = ("ids", "roles", "candidates", "quote"), "scores"
#: number of windows that are read at a time
BATCH_WINDOWS = 16
_REMEDY = "pass one that quoteattr train --model encoder wrote"


@define(eq=False)
class BertPieces:
    """The word pieces of BERT, in lower case and without accents (Devlin and others 2019)."""

    #: the pieces, each at its id
    vocabulary: Sequence[str]

    @cached_property
    def _ids(self) -> dict[str, int]:
        return {piece: k for k, piece in enumerate(self.vocabulary)}

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        """The tokenizer, without special pieces: *[SEP]* in a text is a word."""
        from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

        pieces = models.WordPiece(self._ids, unk_token="[UNK]", max_input_chars_per_word=100)
        tokenizer = Tokenizer(pieces)
        tokenizer.normalizer = normalizers.BertNormalizer()
        tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
        return tokenizer

    @cached_property
    def start(self) -> int:
        """The piece at the start of a window."""
        return self._ids["[CLS]"]

    @cached_property
    def paragraph(self) -> int:
        """The piece between two paragraphs, and at the end of a window."""
        return self._ids["[SEP]"]

    @cached_property
    def gap(self) -> int:
        """The piece for a gap."""
        return self._ids["…"]

    @cached_property
    def mark(self) -> int:
        """The piece before and after the quote."""
        return self._ids['"']

    def encode(self, text: str) -> Encoding:
        """Split a text into pieces."""
        return self._tokenizer.encode(text, add_special_tokens=False)


@frozen
class TransformerEncoder:
    """Scores candidates by the context of a quote: an ``Encoder``."""

    session: Any = field(repr=False)
    pieces: BertPieces = field(repr=False)
    #: the fusion of its scores with those of the rules
    fusion: Fusion

    def scores(self, document: Document, attributions: Sequence[Attribution]) -> list[Floats]:
        """Score the candidates of some quotes."""
        reader = WindowReader.of(document, self.pieces)
        windows = [reader.window(a.quote, a.candidates) for a in attributions]
        scores: list[Floats] = []
        for first in range(0, len(windows), BATCH_WINDOWS):
            inputs = dict(
                zip(INPUTS, stack_windows(windows[first : first + BATCH_WINDOWS]), strict=True)
            )
            scores.extend(self.session.run([OUTPUT], inputs)[0])
        return [
            candidate_scores(a.candidates, row) for a, row in zip(attributions, scores, strict=True)
        ]


def candidate_scores(candidates: Sequence[Candidate | None], row: Floats) -> Floats:
    """The scores of some candidates in an output row of the network, which ends with nobody's."""
    return row[[-1 if candidate is None else k for k, candidate in enumerate(candidates)]]


def read_encoder(source: Traversable) -> TransformerEncoder:
    """Load an encoder from a file.

    Args:
        source: the file, as ``quoteattr train --model encoder`` writes it.

    Raises:
        MissingExtraError: the extra ``encoder`` is not installed.
        ModelError: the file cannot be read, or is not an encoder of this version.
    """
    require("encoder", "onnxruntime", "tokenizers")
    try:
        return _read(source.read_bytes())
    except OSError as error:
        reason = error.strerror or str(error)
        raise ModelError(
            f"cannot read the encoder {source}: {reason}", where=str(source), remedy=_REMEDY
        ) from error
    # a file may contain anything, and ONNX Runtime has errors of its own
    except Exception as error:
        reason = shorten_text(f"{type(error).__name__}: {error}")
        raise ModelError(
            f"{source} is not an encoder file ({reason})", where=str(source), remedy=_REMEDY
        ) from error


def _read(content: bytes) -> TransformerEncoder:
    """The encoder in the bytes of a file."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # articles are processed in parallel by processes, not by threads
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(content, options, ["CPUExecutionProvider"])
    data = session.get_modelmeta().custom_metadata_map
    version, inputs = int(data.get("version", 0)), tuple(i.name for i in session.get_inputs())
    if version != ENCODER_VERSION:
        raise ValueError(f"version {version} instead of {ENCODER_VERSION}")
    if inputs != INPUTS:
        raise ValueError(f"inputs {inputs} instead of {INPUTS}")
    fusion = Fusion.from_json(json.loads(data["fusion"]))
    return TransformerEncoder(session, BertPieces(json.loads(data["vocabulary"])), fusion)
