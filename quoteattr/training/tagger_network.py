"""The tagger's network in JAX (``tag/neural_tagger.py`` has it in NumPy), and its loss.

It is trained by maximum likelihood of the label sequences that the annotation allows, under the
conditional random field, and of the sources that pointers may choose. Dropout (Srivastava and
others 2014) applies to activations and to whole words, above all to names, so that the tagger
learns how people are quoted, not who is.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from quoteattr.detect.alphabet import CHUNK_TAGS
from quoteattr.tag import embeddings
from quoteattr.tag.features import ENDING_SLOTS, FEATURES, SHAPES, WORD_SLOTS, Floats, Ints
from quoteattr.tag.neural_tagger import DISTANCES, distance_slots
from quoteattr.tag.tagger import LABELS
from quoteattr.training.tagger_examples import Bools

#: width of the recurrent layer in each direction, and of the hidden layer above both
WIDTH, HIDDEN = 96, 64
#: width of the vectors that a pointer compares
POINTER_WIDTH = 32
#: dimensions of the embeddings of an ending, a word, a shape and a word class
SIZES = {"ending": 24, "word": 16, "shape": 8, "symbol": 12}
#: dropout rates of activations, of words and of names
DROPOUT, WORD_DROPOUT, NAME_DROPOUT = 0.4, 0.15, 0.4
#: the score of a label, or of a source, that the annotation does not allow
NOT_ALLOWED = -1e4
#: shapes of words with a capital
_CAPITAL = 1

Arrays = dict[str, Any]


class Batch(NamedTuple):
    """Paragraphs of about the same length, padded."""

    #: paragraphs × tokens × features
    features: Ints
    #: for quoted spans: paragraphs × tokens × dimensions
    quote_vectors: Floats
    #: the labels that the annotation allows: paragraphs × tokens × labels
    allowed: Bools
    #: 1 where there is a token, 0 where there is padding
    mask: Floats
    #: possible positions of a quoted span's source: paragraphs × tokens × (tokens, and at the end
    #: elsewhere and nobody)
    sources: Bools
    #: 1 where there is a quoted span whose source is annotated: paragraphs × tokens
    asked: Floats


def initial_arrays(rng: np.random.Generator) -> Arrays:
    """Initial parameters: normally distributed, scaled by the input size of each layer."""

    def normal(*shape: int, scale: float | None = None) -> NDArray[np.float32]:
        spread = scale or shape[-2] ** -0.5
        return rng.normal(0, spread, shape).astype(np.float32)

    slots = {
        "ending": ENDING_SLOTS,
        "word": WORD_SLOTS,
        "shape": SHAPES,
        "symbol": len(CHUNK_TAGS),
    }
    width = len(embeddings.default_vectors().scale) + sum(SIZES.values())
    return {
        **{name: normal(slots[name], size, scale=0.1) for name, size in SIZES.items()},
        "input": normal(2, width, 3 * WIDTH),
        "recurrent": normal(2, WIDTH, 3 * WIDTH),
        "bias": np.zeros((2, 3 * WIDTH), dtype=np.float32),
        "hidden": normal(2 * WIDTH, HIDDEN),
        "hidden_bias": np.zeros(HIDDEN, dtype=np.float32),
        "output": normal(HIDDEN, len(LABELS)),
        "output_bias": np.zeros(len(LABELS), dtype=np.float32),
        "moves": normal(len(LABELS), len(LABELS), scale=0.1),
        "starts": np.zeros(len(LABELS), dtype=np.float32),
        "key": normal(2 * WIDTH, POINTER_WIDTH),
        "query": normal(2 * WIDTH, POINTER_WIDTH, scale=0.05),
        "distance": np.zeros(2 * DISTANCES, dtype=np.float32),
        "absent": normal(2 * WIDTH, 2),
        "absent_bias": np.zeros(2, dtype=np.float32),
    }


def states(arrays: Arrays, batch: Batch, table: Any, key: Any = None) -> Any:
    """The states of both directions at each token.

    Args:
        arrays: the parameters of the tagger.
        batch: the paragraphs.
        table: the word vectors.
        key: random key for dropout in training; None for no dropout.

    Returns:
        Paragraphs × tokens × twice the width.
    """
    import jax
    import jax.numpy as jnp

    keys = jax.random.split(key, 2 + len(FEATURES)) if key is not None else None

    def dropped(number: int, values: Any) -> Any:
        if keys is None:
            return values
        return (
            values * jax.random.bernoulli(keys[number], 1 - DROPOUT, values.shape) / (1 - DROPOUT)
        )

    def without_words(number: int, values: Any) -> Any:
        if keys is None:
            return values
        rate = jnp.where(batch.features[..., 3] == _CAPITAL, NAME_DROPOUT, WORD_DROPOUT)
        return values * jax.random.bernoulli(keys[number], 1 - rate)[..., None]

    tables = (table, *(arrays[name] for name in FEATURES[1:]))
    embedded = [values[batch.features[..., k]] for k, values in enumerate(tables)]
    embedded[0] += batch.quote_vectors
    embedded = [without_words(2 + k, x) if k < 3 else x for k, x in enumerate(embedded)]
    inputs = dropped(0, jnp.concatenate(embedded, axis=-1))
    directions = [_recurrent(arrays, inputs, batch.mask, side) for side in (0, 1)]
    return dropped(1, jnp.concatenate(directions, axis=-1))


def emissions(arrays: Arrays, read: Any) -> Any:
    """The score of each label for each token: paragraphs × tokens × labels."""
    import jax

    hidden = jax.nn.relu(read @ arrays["hidden"] + arrays["hidden_bias"])
    return hidden @ arrays["output"] + arrays["output_bias"]


def pointer_scores(arrays: Arrays, read: Any, mask: Any) -> Any:
    """The score of each position as a token's source, in the layout of ``Batch.sources``."""
    import jax.numpy as jnp

    queries, keys = read @ arrays["query"], read @ arrays["key"]
    places = jnp.arange(read.shape[1])
    distances = places - places[:, None]
    scores = queries @ jnp.swapaxes(keys, 1, 2) + arrays["distance"][distance_slots(distances)]
    scores = jnp.where((distances == 0) | (mask[:, None] == 0), NOT_ALLOWED, scores)
    return jnp.concatenate((scores, read @ arrays["absent"] + arrays["absent_bias"]), axis=2)


def _recurrent(arrays: Arrays, inputs: Any, mask: Any, side: int) -> Any:
    """Apply gated recurrent units to paragraphs, from the left (0) or from the right (1)."""
    import jax
    import jax.numpy as jnp

    recurrent = arrays["recurrent"][side]
    width = recurrent.shape[0]

    def step(state: Any, token: Any) -> tuple[Any, Any]:
        projected, is_token = token
        hidden = state @ recurrent
        gates = jax.nn.sigmoid(projected[:, : 2 * width] + hidden[:, : 2 * width])
        candidate = jnp.tanh(projected[:, 2 * width :] + gates[:, width:] * hidden[:, 2 * width :])
        after = candidate + gates[:, :width] * (state - candidate)
        state = jnp.where(is_token[:, None] > 0, after, state)
        return state, state

    rows = (
        jnp.swapaxes(inputs @ arrays["input"][side] + arrays["bias"][side], 0, 1),
        jnp.swapaxes(mask, 0, 1),
    )
    first = jnp.zeros((inputs.shape[0], width))
    return jnp.swapaxes(jax.lax.scan(step, first, rows, reverse=bool(side))[1], 0, 1)


def loss(arrays: Arrays, batch: Batch, table: Any, key: Any) -> Any:
    """The negative log likelihood of the annotation, per token."""
    import jax
    import jax.numpy as jnp

    read = states(arrays, batch, table, key)
    scores = emissions(arrays, read)
    allowed_scores = jnp.where(batch.allowed, scores, NOT_ALLOWED)
    labels = _log_partition(arrays, scores, batch.mask)
    labels -= _log_partition(arrays, allowed_scores, batch.mask)
    pointed = pointer_scores(arrays, read, batch.mask)
    sources = jax.nn.logsumexp(pointed, axis=2)
    sources -= jax.nn.logsumexp(jnp.where(batch.sources, pointed, NOT_ALLOWED), axis=2)
    return ((labels * batch.mask[:, 0]).sum() + (sources * batch.asked).sum()) / batch.mask.sum()


def _log_partition(arrays: Arrays, scores: Any, mask: Any) -> Any:
    """The log partition function of each paragraph: all label sequences."""
    import jax
    import jax.numpy as jnp

    def step(total: Any, token: Any) -> tuple[Any, None]:
        token_scores, is_token = token
        new_total = jax.nn.logsumexp(total[:, :, None] + arrays["moves"], axis=1) + token_scores
        return jnp.where(is_token[:, None] > 0, new_total, total), None

    rows = jnp.swapaxes(scores, 0, 1), jnp.swapaxes(mask, 0, 1)
    total, _ = jax.lax.scan(step, arrays["starts"] + rows[0][0], (rows[0][1:], rows[1][1:]))
    return jax.nn.logsumexp(total, axis=1)
