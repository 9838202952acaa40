"""Trains the tagger of ``tag/tagger.py`` on annotated articles.

The arrays are fitted with JAX and Optax (extra ``train``) by maximum likelihood of the conditional
random field, with Adam (Kingma and Ba 2015). Dropout (Srivastava and others 2014) applies to
numbers and to whole words, to names above all, so that the tagger learns how people are quoted and
not who. The result is a moving average of the arrays (Polyak and Juditsky 1992). The same articles
give the same arrays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import IO, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from quoteattr.detect.alphabet import CHUNK_TAGS, QUOTE
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import Token, tokenize
from quoteattr.evaluation.brat import GoldArticle, GoldAttribution
from quoteattr.tag import embeddings
from quoteattr.tag.features import ENDING_SLOTS, FEATURES, SHAPES, WORD_SLOTS, Ints, features
from quoteattr.tag.tagger import (
    BEGIN,
    CUE,
    INSIDE,
    LABELS,
    OUTSIDE,
    SOURCE,
    NeuralTagger,
    paragraphs,
)

#: width of the recurrent layer in each direction, and of the hidden layer above both
WIDTH, HIDDEN = 96, 64
#: dimensions of the embeddings of an ending, a word, a shape and a word class
SIZES = {"ending": 24, "word": 16, "shape": 8, "symbol": 12}
#: passes over all articles
EPOCHS = 8
#: the peak learning rate of Adam, and the norm to which gradients are clipped
LEARNING_RATE, CLIP = 3e-3, 1.0
#: weight decay, as a share of the learning rate
WEIGHT_DECAY = 1e-4
#: dropout rates of numbers, of words and of names
DROPOUT, WORD_DROPOUT, NAME_DROPOUT = 0.3, 0.15, 0.4
#: decay of the moving average of the arrays
AVERAGE_DECAY = 0.998
#: paragraphs are padded to one of these lengths, longer ones are cut
LENGTHS = (24, 48, 128)
#: tokens of a batch, padding included
BATCH = 3072
#: shapes of words with a capital
_CAPITAL = 1

Arrays = dict[str, Any]


class Batch(NamedTuple):
    """Paragraphs of about the same length, padded."""

    #: paragraphs × tokens × features
    features: Ints
    #: paragraphs × tokens
    labels: Ints
    #: 1 where there is a token, 0 where there is padding
    mask: NDArray[np.float32]


def annotated_labels(
    text: str, tokens: Sequence[Token], attributions: Iterable[GoldAttribution]
) -> Ints:
    """The annotated label of each token; a quoted span has the label of most of its characters."""
    label = np.full(len(text) + 1, OUTSIDE)
    content_number = np.zeros(len(text) + 1, dtype=np.intp)
    attributions = list(attributions)
    for attribution in attributions:
        for spans, number in ((attribution.source, SOURCE), (attribution.cue, CUE)):
            for start, end in spans:
                label[start:end] = number
    for number, (start, end) in enumerate(_contents(text, attributions), 1):
        label[start:end], content_number[start:end] = INSIDE, number
    labels = np.zeros(len(tokens), dtype=np.intp)
    last = 0
    for i, token in enumerate(tokens):
        if token.tag == QUOTE:
            inside = content_number[token.start : token.end]
            number = int(inside.max()) if 2 * np.count_nonzero(inside) >= len(inside) else 0
        else:
            number = int(content_number[token.start])
        labels[i] = label[token.start] if not number else INSIDE if number == last else BEGIN
        if not number and labels[i] == INSIDE:
            labels[i] = OUTSIDE
        last = number or last
    return labels


def _contents(text: str, attributions: Iterable[GoldAttribution]) -> Iterator[tuple[int, int]]:
    """The spans of each content; spans that no word separates are joined."""
    for attribution in attributions:
        start, end = attribution.content[0]
        for span in attribution.content[1:]:
            if any(c.isalnum() for c in text[end : span.start]):
                yield start, end
                start = span.start
            end = max(end, span.end)
        yield start, end


def _examples(golds: Iterable[GoldArticle]) -> Iterator[tuple[Ints, Ints]]:
    """Features and labels of each paragraph."""
    for gold in golds:
        tokens = tokenize(gold.text, find_quotes(gold.text))
        table = features(gold.text, tokens)
        labels = annotated_labels(gold.text, tokens, gold.attributions)
        for start, end in paragraphs(tokens):
            for first in range(start, end, LENGTHS[-1]):
                last = min(first + LENGTHS[-1], end)
                yield table[first:last], labels[first:last]


def _batches(examples: Sequence[tuple[Ints, Ints]], rng: np.random.Generator) -> list[Batch]:
    """All paragraphs in random order, in batches of about the same length."""
    by_length: dict[int, list[tuple[Ints, Ints]]] = {length: [] for length in LENGTHS}
    for k in rng.permutation(len(examples)):
        length = next(length for length in LENGTHS if len(examples[k][1]) <= length)
        by_length[length].append(examples[k])
    batches = []
    for length, members in by_length.items():
        size = BATCH // length
        batches += [_pad(members[k : k + size], size, length) for k in range(0, len(members), size)]
    return [batches[k] for k in rng.permutation(len(batches))]


def _pad(examples: Sequence[tuple[Ints, Ints]], size: int, length: int) -> Batch:
    """One batch; missing rows are all padding."""
    features = np.zeros((size, length, len(FEATURES)), dtype=np.intp)
    labels = np.zeros((size, length), dtype=np.intp)
    mask = np.zeros((size, length), dtype=np.float32)
    for row, (row_features, row_labels) in enumerate(examples):
        features[row, : len(row_labels)] = row_features
        labels[row, : len(row_labels)] = row_labels
        mask[row, : len(row_labels)] = 1
    return Batch(features, labels, mask)


def count_clauses(gold: GoldArticle) -> int:
    """Count the contents of an article that begin outside quotation marks."""
    tokens = tokenize(gold.text, find_quotes(gold.text))
    labels = annotated_labels(gold.text, tokens, gold.attributions)
    pairs = zip(tokens, labels.tolist(), strict=True)
    return sum(label == BEGIN and token.tag != QUOTE for token, label in pairs)


def fit(golds: Iterable[GoldArticle], seed: int = 0) -> NeuralTagger:
    """Train a tagger.

    Args:
        golds: annotated articles.
        seed: of initial arrays, order and dropout. The same articles and seed give the same arrays.
    """
    import jax
    import optax

    rng = np.random.default_rng(seed)
    examples = list(_examples(golds))
    arrays = _initial_arrays(rng)
    steps = EPOCHS * len(_batches(examples, rng))
    schedule = optax.warmup_cosine_decay_schedule(
        0, LEARNING_RATE, steps // 16, steps, LEARNING_RATE / 50
    )
    initialise, update = _optimizer()
    average, state, key = arrays, initialise(arrays), jax.random.PRNGKey(seed)
    number = 0
    for _ in range(EPOCHS):
        for batch in _batches(examples, rng):
            key, batch_key = jax.random.split(key)
            arrays, state = update(arrays, state, batch, batch_key, schedule(number))
            decay = min(AVERAGE_DECAY, (1 + number) / (10 + number))
            average = _moving_average(average, arrays, decay)
            number += 1
    return NeuralTagger(
        {name: np.asarray(array, dtype=np.float32) for name, array in average.items()}
    )


@cache
def _optimizer() -> tuple[Callable[..., Any], Callable[..., Any]]:
    """The functions that initialise the optimiser and make one step; compiled once."""
    import jax
    import optax

    adam = optax.chain(
        optax.clip_by_global_norm(CLIP),
        optax.scale_by_adam(),
        optax.add_decayed_weights(WEIGHT_DECAY),
    )
    table = jax.numpy.asarray(embeddings.default().table)

    @jax.jit
    def step(arrays: Arrays, state: Any, batch: Batch, key: Any, rate: Any) -> tuple[Arrays, Any]:
        gradient = jax.grad(partial(_loss, table=table))(arrays, batch, key=key)
        change, state = adam.update(gradient, state, arrays)
        return jax.tree.map(lambda array, by: array - rate * by, arrays, change), state

    return adam.init, step


def _moving_average(average: Arrays, arrays: Arrays, decay: float) -> Arrays:
    """The exponential moving average of the arrays."""
    return {name: decay * old + (1 - decay) * arrays[name] for name, old in average.items()}


def _initial_arrays(rng: np.random.Generator) -> Arrays:
    """Initial arrays: random normal numbers, scaled by the size of the input of each layer."""

    def normal(*shape: int, scale: float | None = None) -> NDArray[np.float32]:
        spread = scale or shape[-2] ** -0.5
        return rng.normal(0, spread, shape).astype(np.float32)

    slots = {
        "ending": ENDING_SLOTS,
        "word": WORD_SLOTS,
        "shape": SHAPES,
        "symbol": len(CHUNK_TAGS),
    }
    width = embeddings.default().table.shape[1] + sum(SIZES.values())
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
    }


def emissions(arrays: Arrays, batch: Batch, table: Any, key: Any = None) -> Any:
    """The score of each label for each token.

    Args:
        arrays: those of the tagger.
        batch: the paragraphs.
        table: the word vectors.
        key: for dropout while training; None for none.

    Returns:
        Paragraphs × tokens × labels.
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
    embedded = [without_words(2 + k, x) if k < 3 else x for k, x in enumerate(embedded)]
    inputs = dropped(0, jnp.concatenate(embedded, axis=-1))
    directions = [_recurrent(arrays, inputs, batch.mask, side) for side in (0, 1)]
    outputs = dropped(1, jnp.concatenate(directions, axis=-1))
    hidden = jax.nn.relu(outputs @ arrays["hidden"] + arrays["hidden_bias"])
    return hidden @ arrays["output"] + arrays["output_bias"]


def _recurrent(arrays: Arrays, inputs: Any, mask: Any, side: int) -> Any:
    """Read paragraphs with gated recurrent units, from the left (0) or from the right (1)."""
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


def _loss(arrays: Arrays, batch: Batch, table: Any, key: Any) -> Any:
    """The negative log likelihood of the annotated labels, for each token."""
    import jax
    import jax.numpy as jnp

    scores = emissions(arrays, batch, table, key)
    transitions, labels, mask = arrays["moves"], batch.labels, batch.mask

    def step(total: Any, token: Any) -> tuple[Any, None]:
        token_scores, is_token = token
        new_total = jax.nn.logsumexp(total[:, :, None] + transitions, axis=1) + token_scores
        return jnp.where(is_token[:, None] > 0, new_total, total), None

    rows = jnp.swapaxes(scores, 0, 1), jnp.swapaxes(mask, 0, 1)
    first = arrays["starts"] + rows[0][0]
    total, _ = jax.lax.scan(step, first, (rows[0][1:], rows[1][1:]))
    label_scores = jnp.take_along_axis(scores, labels[..., None], 2)[..., 0] * mask
    transition_scores = transitions[labels[:, :-1], labels[:, 1:]] * mask[:, 1:]
    annotated = arrays["starts"][labels[:, 0]] + label_scores.sum(1) + transition_scores.sum(1)
    loss = (jax.nn.logsumexp(total, axis=1) - annotated) * mask[:, 0]
    return loss.sum() / mask.sum()


def as_written(tagger: NeuralTagger) -> NeuralTagger:
    """The tagger as it is once it was written and read: its arrays in half precision."""
    return NeuralTagger(
        {name: array.astype(np.float16).astype(np.float32) for name, array in tagger.arrays.items()}
    )


def write(tagger: NeuralTagger, file: Path | IO[bytes]) -> None:
    """Write a tagger as ``tag/tagger.py`` reads it, in half precision."""
    halves: dict[str, Any] = {n: array.astype(np.float16) for n, array in tagger.arrays.items()}
    np.savez(file, **halves)  # compressed it takes longer to read, and is hardly smaller
