"""The trained tagger of the package.

The tagger is a bidirectional network of gated recurrent units (Cho and others 2014) with a
linear-chain conditional random field on top (Lafferty, McCallum and Pereira 2001; both together:
Huang, Xu and Yu 2015). It needs no parser: ``features.py`` computes the features of a token. A
quoted span is one token. A pointer (Vinyals, Fortunato and Jaitly 2015) goes from each quoted span
to the tokens of its source, by the hidden states of both and by their distance.

``quoteattr train`` learns its arrays (``training/tagging.py``); ``model/model.py`` loads them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import IO, TYPE_CHECKING, Any

import numpy as np
from attrs import define

from quoteattr.detect.alphabet import QUOTE
from quoteattr.detect.token import Token, columns_of
from quoteattr.errors import ModelError
from quoteattr.language import ENGLISH, Language
from quoteattr.tag import embeddings
from quoteattr.tag.crf import marginals, most_likely_labels
from quoteattr.tag.features import FEATURES, Ints, TokenFeatures, features_of_tokens
from quoteattr.tag.matrices import MOST_ROWS, Floats, column_blocks, multiply, product_of_rows
from quoteattr.tag.packed_batch import PackedBatch, pack_paragraphs, token_indices
from quoteattr.tag.paragraphs import LONGEST_PARAGRAPH, Paragraph, split_paragraphs
from quoteattr.tag.tagger import OUTSIDE, QuoteSource, Tagged
from quoteattr.text import shorten_text

if TYPE_CHECKING:  # slow to import
    from importlib.resources.abc import Traversable

#: number of distance buckets between a quoted span and its source, on each side
DISTANCES = 8
#: number of rows of features that are projected at a time: three such arrays exist at once
_PROJECTED = 32 * MOST_ROWS
#: a number of Python takes longer to add
_ONE = np.float32(1)
#: the matrices after the recurrent layer: those of labels, and those of pointers
_LAYERS = ("hidden", "output", "key", "query", "absent")
#: maximum number of tokens of a step for which recurrent matrices are cached in blocks
_STEP_SIZES = (1, 4, 8, 16, MOST_ROWS)


@define(eq=False)
class NeuralTagger:
    """The trained tagger of the package."""

    #: the learned parameters, by the names of ``ARRAYS``
    arrays: Mapping[str, Floats]
    #: the language of its word vectors
    language: Language = ENGLISH

    def tag(
        self, text: str, tokens: Sequence[Token], paragraphs: Sequence[Paragraph] | None = None
    ) -> Tagged:
        """Label the tokens of an article.

        The time is linear in the number of tokens.

        Args:
            text: the text of the article.
            tokens: its tokens, with one for each quoted span.
            paragraphs: the paragraphs to read; all other tokens are outside. All by default.
        """
        columns = columns_of(tokens)
        paragraphs = split_paragraphs(columns) if paragraphs is None else paragraphs
        token_features = features_of_tokens(text, columns.select(paragraphs), self.language)
        kinds = np.zeros(len(tokens), dtype=np.intp)
        kinds[token_indices(paragraphs)] = token_features.kinds
        projected = self._project(token_features)
        quoted = np.array([tag == QUOTE for tag in columns.tags], dtype=bool)
        labels = np.full(len(tokens), OUTSIDE)
        probabilities = Tagged.outside(len(tokens)).probabilities
        sources: dict[int, QuoteSource] = {}
        transitions, starts = self.arrays["moves"], self.arrays["starts"]
        for packed in pack_paragraphs(paragraphs):
            states = self._states(projected, kinds[packed.tokens], packed)
            emissions = self._emissions(states)
            labels[packed.tokens] = most_likely_labels(emissions, transitions, starts, packed)
            probabilities[packed.tokens] = marginals(emissions, transitions, starts, packed)
            sources.update(self._sources(states, packed, np.flatnonzero(quoted[packed.tokens])))
        return Tagged(labels.tolist(), probabilities, sources)

    def _project(self, token_features: TokenFeatures) -> Floats:
        """Project the features of each kind of token to the inputs of both directions.

        Returns:
            An array of two gates and the candidate × two directions × kinds × width.
        """
        arrays, vectors = self.arrays, embeddings.load_vectors(self.language)
        bias = _split_gates(arrays["bias"][:, None])
        shape = *bias.shape[:2], len(token_features.rows), bias.shape[-1]
        projected = np.empty(shape, dtype=np.float32)
        for first in range(0, len(token_features.rows), _PROJECTED):
            block = slice(first, first + _PROJECTED)
            vector_rows, *others = token_features.rows[block].T
            columns = [vectors.of(vector_rows) + token_features.quote_vectors[block]]
            columns += [arrays[n][rows] for n, rows in zip(FEATURES[1:], others, strict=True)]
            projections = product_of_rows(np.concatenate(columns, axis=1), self._input_blocks)
            projected[:, :, block] = projections.reshape(len(columns[0]), *shape[:2], -1).transpose(
                1, 2, 0, 3
            )
        projected += bias
        return projected

    def _emissions(self, states: Floats) -> Floats:
        """Emission scores: tokens × labels."""
        arrays = self.arrays
        hidden = np.maximum(
            product_of_rows(states, self._layer_blocks["hidden"]) + arrays["hidden_bias"], 0
        )
        return product_of_rows(hidden, self._layer_blocks["output"]) + arrays["output_bias"]

    def _sources(
        self, states: Floats, packed: PackedBatch, quoted: Ints
    ) -> Iterator[tuple[int, QuoteSource]]:
        """The source of each quoted span of a batch, with the index of its token.

        Args:
            states: hidden states: tokens of the batch × twice the width.
            packed: the batch.
            quoted: which of its tokens are quoted spans.
        """
        if not len(quoted):
            return
        paragraphs = packed.paragraph[quoted]
        has_quote = np.zeros(packed.paragraph[-1] + 1, dtype=bool)
        has_quote[paragraphs] = True
        beside_quote = has_quote[packed.paragraph]
        keys = np.empty((len(states), self.arrays["key"].shape[1]), dtype=np.float32)
        keys[beside_quote] = product_of_rows(states[beside_quote], self._layer_blocks["key"])
        queries = product_of_rows(states[quoted], self._layer_blocks["query"])
        absent = (
            product_of_rows(states[quoted], self._layer_blocks["absent"])
            + self.arrays["absent_bias"]
        )
        for quote, paragraph, query, absent_scores in zip(
            quoted.tolist(), paragraphs.tolist(), queries, absent, strict=True
        ):
            first, last = packed.bounds(paragraph)
            scores = (keys[first:last] * query).sum(axis=1)
            scores += self._distances[
                LONGEST_PARAGRAPH + first - quote : LONGEST_PARAGRAPH + last - quote
            ]
            scores[quote - first] = -np.inf
            shares = np.exp(
                np.concatenate((scores, absent_scores)) - max(scores.max(), *absent_scores)
            )
            shares /= shares.sum()
            elsewhere, nobody = shares[-2:].tolist()
            start, of_tokens = int(packed.tokens[first]), array("f", shares[:-2].tobytes())
            yield start + quote - first, QuoteSource(start, of_tokens, elsewhere, nobody)

    @cached_property
    def _distances(self) -> Floats:
        """The weight of each distance from a quoted span, up to a paragraph on each side."""
        slots: Ints = distance_slots(np.arange(-LONGEST_PARAGRAPH, LONGEST_PARAGRAPH))
        return self.arrays["distance"][slots]

    @cached_property
    def _input_blocks(self) -> Floats:
        """The input matrices of all gates and directions, side by side, in blocks of columns."""
        matrices = _split_gates(self.arrays["input"])
        side_by_side = np.concatenate([*matrices.reshape(-1, *matrices.shape[2:])], axis=1)
        return column_blocks(side_by_side, MOST_ROWS)

    @cached_property
    def _layer_blocks(self) -> dict[str, Floats]:
        """The matrices after the recurrent layer by name, in blocks of columns."""
        return {name: column_blocks(self.arrays[name], MOST_ROWS) for name in _LAYERS}

    @cached_property
    def _recurrent_blocks(self) -> list[Floats]:
        """The recurrent matrices in blocks of columns, for steps of each number of tokens."""
        recurrent = _split_gates(self.arrays["recurrent"])
        blocks = {rows: column_blocks(recurrent, rows) for rows in _STEP_SIZES}
        sizes = (next(s for s in _STEP_SIZES if rows <= s) for rows in range(MOST_ROWS + 1))
        return [blocks[size] for size in sizes]

    def _states(self, projected: Floats, kinds: Ints, packed: PackedBatch) -> Floats:
        """Hidden states of both directions: tokens × twice the width."""
        *gates_and_directions, _, width = projected.shape
        inputs = np.empty((*gates_and_directions, len(kinds), width), dtype=np.float32)
        kinds_by_step = kinds[packed.left], kinds[packed.right]
        for gate, direction in np.ndindex(*gates_and_directions):
            projected[gate, direction].take(
                kinds_by_step[direction],
                axis=0,
                out=inputs[gate, direction],
                mode="clip",  # the default mode copies it
            )
        states = np.empty((2, len(kinds), width), dtype=np.float32)
        previous: Any = np.zeros((2, len(packed.steps[0]), width), dtype=np.float32)
        blocks = self._recurrent_blocks
        for step in packed.steps:
            step_inputs, previous = inputs[:, :, step.start : step.stop], previous[:, : len(step)]
            recurrent_inputs = multiply(previous, blocks[len(step)])
            inverse_gates, candidates = recurrent_inputs[:2], recurrent_inputs[2]
            inverse_gates += step_inputs[:2]
            np.exp(inverse_gates, out=inverse_gates)
            inverse_gates += _ONE  # over the logistic function: to divide by it takes less time
            inverse_update, inverse_reset = inverse_gates
            candidates /= inverse_reset
            candidates += step_inputs[2]
            np.tanh(candidates, out=candidates)
            state = states[:, step.start : step.stop]
            np.subtract(previous, candidates, out=state)
            state /= inverse_update
            state += candidates
            previous = state
        by_token = np.empty((len(kinds), 2 * width), dtype=np.float32)
        by_token[packed.left, :width], by_token[packed.right, width:] = states
        return by_token


def distance_slots(distances: Any) -> Any:
    """The row of ``distance`` for tokens this far after a quoted span (or before it, if negative).

    There are rows for 1, 2 or 3, 4 to 7 … tokens after it, and then for the same numbers before it.
    """
    steps = abs(distances)
    slots = sum((steps >= 1 << power).astype(np.intp) for power in range(1, DISTANCES))
    return slots + DISTANCES * (distances < 0)


def _split_gates(array: Floats) -> Floats:
    """The parts of an array of a recurrent layer for both gates and the candidate.

    The gates are negated: the logistic function is of -x.
    """
    update, reset, candidate = np.split(array, 3, axis=-1)
    return np.stack((-update, -reset, candidate))


def read_tagger(source: Traversable) -> NeuralTagger:
    """Load a tagger from a file.

    Args:
        source: the file, as ``quoteattr train`` writes it.

    Raises:
        ModelError: the file cannot be read, or is not a tagger.
    """
    try:
        with source.open("rb") as file:
            return NeuralTagger(_arrays(file))
    except OSError as error:
        reason = error.strerror or str(error)
        raise ModelError(
            f"cannot read {source}: {reason}", where=str(source), remedy="pass one that can be read"
        ) from error
    except Exception as error:  # a file may contain anything: BadZipFile, EOFError, zlib.error …
        reason = shorten_text(f"{type(error).__name__}: {error}")
        raise ModelError(
            f"{source} is not a tagger file ({reason})",
            where=str(source),
            remedy="pass one that quoteattr train of this version wrote",
        ) from error


#: the arrays of a tagger, in the order of computation
ARRAYS = (
    *FEATURES[1:],
    *("input", "recurrent", "bias", "hidden", "hidden_bias", "output", "output_bias"),
    *("moves", "starts"),
    *("key", "query", "distance", "absent", "absent_bias"),
)


def _arrays(file: IO[bytes]) -> dict[str, Floats]:
    """The arrays of an open file, in single precision."""
    data = np.load(file)
    return {name: data[name].astype(np.float32) for name in ARRAYS}
