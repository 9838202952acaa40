"""Learns the tagger of ``tag/tagger.py`` from annotated articles.

The arrays are fitted with JAX and Optax (extra ``train``) to make the annotated rows of labels
likely: maximum likelihood of the conditional random field by Adam (Kingma and Ba 2015), dropout
(Srivastava and others 2014) of numbers and of whole words, names above all, so that the tagger
learns how people are quoted and not who; and the mean of the arrays over the last steps
(Polyak and Juditsky 1992). The same articles give the same arrays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from quoteattr.detect.lexicon import CLASSES
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import Token, tokenize
from quoteattr.evaluation.brat import Attribution, GoldArticle
from quoteattr.tag import embeddings as vectors
from quoteattr.tag.tagger import (
    BEGIN,
    CUE,
    ENDING_SLOTS,
    FEATURES,
    INSIDE,
    LABELS,
    OUTSIDE,
    SHAPES,
    SOURCE,
    WORD_SLOTS,
    Ints,
    Tagger,
    features,
    paragraphs,
)

#: how wide each reading is, and the layer above both
WIDTH, HIDDEN = 96, 64
#: numbers that stand for an ending, a word, a shape and a class
SIZES = {"ending": 24, "word": 16, "shape": 8, "symbol": 12}
#: how often all articles are read
EPOCHS = 8
#: the largest step of Adam, and the norm that a gradient is cut to
STEP, CLIP = 3e-3, 1.0
#: how much every number shrinks, as a share of a step
DECAY = 1e-4
#: shares of numbers, of words and of names that are left out while learning
DROPPED, DROPPED_WORDS, DROPPED_NAMES = 0.3, 0.15, 0.4
#: how long the mean of the arrays remembers
REMEMBERED = 0.998
#: paragraphs are padded to one of these lengths, longer ones cut
LENGTHS = (24, 48, 128)
#: tokens of a batch, padding included
BATCH = 3072
#: shapes of words with a capital
_CAPITAL = 1

Arrays = dict[str, Any]


class Batch(NamedTuple):
    """Paragraphs of about one length."""

    #: paragraphs × tokens × features
    known: Ints
    #: paragraphs × tokens
    labels: Ints
    #: 1 where there is a token, 0 where there is padding
    there: NDArray[np.float32]


def annotated_labels(text: str, tokens: Sequence[Token], told: Iterable[Attribution]) -> Ints:
    """The label of each token by the annotation; a quoted span has that of its most."""
    label = np.full(len(text) + 1, OUTSIDE)
    piece = np.zeros(len(text) + 1, dtype=np.intp)
    told = list(told)
    for attribution in told:
        for spans, number in ((attribution.source, SOURCE), (attribution.cue, CUE)):
            for start, end in spans:
                label[start:end] = number
    for number, (start, end) in enumerate(_pieces(text, told), 1):
        label[start:end], piece[start:end] = INSIDE, number
    out = np.zeros(len(tokens), dtype=np.intp)
    last = 0
    for i, token in enumerate(tokens):
        if token.tag == "Q":
            inside = piece[token.start : token.end]
            here = int(inside.max()) if 2 * np.count_nonzero(inside) >= len(inside) else 0
        else:
            here = int(piece[token.start])
        out[i] = label[token.start] if not here else INSIDE if here == last else BEGIN
        if not here and out[i] == INSIDE:
            out[i] = OUTSIDE
        last = here or last
    return out


def _pieces(text: str, told: Iterable[Attribution]) -> Iterator[tuple[int, int]]:
    """The contents, those pieces of one joined that no word parts."""
    for attribution in told:
        start, end = attribution.content[0]
        for further in attribution.content[1:]:
            if any(c.isalnum() for c in text[end : further.start]):
                yield start, end
                start = further.start
            end = max(end, further.end)
        yield start, end


def _examples(golds: Iterable[GoldArticle]) -> Iterator[tuple[Ints, Ints]]:
    """Features and labels of each paragraph."""
    for gold in golds:
        tokens = tokenize(gold.text, find_quotes(gold.text))
        known = features(gold.text, tokens)
        labels = annotated_labels(gold.text, tokens, gold.attributions)
        for start, end in paragraphs(tokens):
            for first in range(start, end, LENGTHS[-1]):
                last = min(first + LENGTHS[-1], end)
                yield known[first:last], labels[first:last]


def _batches(examples: Sequence[tuple[Ints, Ints]], order: np.random.Generator) -> list[Batch]:
    """All paragraphs in a new order, padded, those of about one length together."""
    by_length: dict[int, list[tuple[Ints, Ints]]] = {length: [] for length in LENGTHS}
    for k in order.permutation(len(examples)):
        length = next(length for length in LENGTHS if len(examples[k][1]) <= length)
        by_length[length].append(examples[k])
    batches = []
    for length, alike in by_length.items():
        size = BATCH // length
        batches += [_padded(alike[k : k + size], size, length) for k in range(0, len(alike), size)]
    return [batches[k] for k in order.permutation(len(batches))]


def _padded(alike: Sequence[tuple[Ints, Ints]], size: int, length: int) -> Batch:
    """One batch; rows that are missing are all padding."""
    known = np.zeros((size, length, len(FEATURES)), dtype=np.intp)
    labels = np.zeros((size, length), dtype=np.intp)
    there = np.zeros((size, length), dtype=np.float32)
    for row, (one_known, one_labels) in enumerate(alike):
        known[row, : len(one_labels)] = one_known
        labels[row, : len(one_labels)] = one_labels
        there[row, : len(one_labels)] = 1
    return Batch(known, labels, there)


def count_clauses(gold: GoldArticle) -> int:
    """How many contents of an article begin with a word outside marks."""
    tokens = tokenize(gold.text, find_quotes(gold.text))
    labels = annotated_labels(gold.text, tokens, gold.attributions)
    told = zip(tokens, labels.tolist(), strict=True)
    return sum(label == BEGIN and token.tag != "Q" for token, label in told)


def fit(golds: Iterable[GoldArticle], seed: int = 0) -> Tagger:
    """Learn a tagger.

    Args:
        golds: annotated articles.
        seed: of all that is left to chance.
    """
    import jax
    import optax

    order = np.random.default_rng(seed)
    examples = list(_examples(golds))
    arrays = _first_arrays(order)
    steps = EPOCHS * len(_batches(examples, order))
    pace = optax.warmup_cosine_decay_schedule(0, STEP, steps // 16, steps, STEP / 50)
    start, step = _learner()
    mean, state, key = arrays, start(arrays), jax.random.PRNGKey(seed)
    number = 0
    for _ in range(EPOCHS):
        for batch in _batches(examples, order):
            key, now = jax.random.split(key)
            arrays, state = step(arrays, state, batch, now, pace(number))
            mean = _remembered(mean, arrays, min(REMEMBERED, (1 + number) / (10 + number)))
            number += 1
    return Tagger({name: np.asarray(array, dtype=np.float32) for name, array in mean.items()})


@cache
def _learner() -> tuple[Callable[..., Any], Callable[..., Any]]:
    """How learning starts, and one step of it: made once, since it is compiled."""
    import jax
    import optax

    adam = optax.chain(
        optax.clip_by_global_norm(CLIP),
        optax.scale_by_adam(),
        optax.add_decayed_weights(DECAY),
    )
    table = jax.numpy.asarray(vectors.default().table)

    @jax.jit
    def step(arrays: Arrays, state: Any, batch: Batch, key: Any, pace: Any) -> tuple[Arrays, Any]:
        slope = jax.grad(partial(_surprise, table=table))(arrays, batch, key=key)
        change, state = adam.update(slope, state, arrays)
        return jax.tree.map(lambda array, by: array - pace * by, arrays, change), state

    return adam.init, step


def _remembered(mean: Arrays, arrays: Arrays, kept: float) -> Arrays:
    """The mean of the arrays so far, the latest counting most."""
    return {name: kept * old + (1 - kept) * arrays[name] for name, old in mean.items()}


def _first_arrays(chance: np.random.Generator) -> Arrays:
    """Where learning starts: small numbers by chance, so that every layer keeps its scale."""

    def some(*shape: int, scale: float | None = None) -> NDArray[np.float32]:
        spread = scale or shape[-2] ** -0.5
        return chance.normal(0, spread, shape).astype(np.float32)

    slots = {
        "ending": ENDING_SLOTS,
        "word": WORD_SLOTS,
        "shape": SHAPES,
        "symbol": len(CLASSES),
    }
    known = vectors.default().table.shape[1] + sum(SIZES.values())
    return {
        **{name: some(slots[name], size, scale=0.1) for name, size in SIZES.items()},
        "input": some(2, known, 3 * WIDTH),
        "recurrent": some(2, WIDTH, 3 * WIDTH),
        "bias": np.zeros((2, 3 * WIDTH), dtype=np.float32),
        "hidden": some(2 * WIDTH, HIDDEN),
        "hidden_bias": np.zeros(HIDDEN, dtype=np.float32),
        "output": some(HIDDEN, len(LABELS)),
        "output_bias": np.zeros(len(LABELS), dtype=np.float32),
        "moves": some(len(LABELS), len(LABELS), scale=0.1),
        "starts": np.zeros(len(LABELS), dtype=np.float32),
    }


def emissions(arrays: Arrays, batch: Batch, table: Any, key: Any = None) -> Any:
    """How well each label fits each token, as the tagger has it: paragraphs × tokens × labels.

    With a ``key`` some of what is known is left out by chance, as while learning.
    """
    import jax
    import jax.numpy as jnp

    keys = jax.random.split(key, 2 + len(FEATURES)) if key is not None else None

    def thinned(number: int, values: Any) -> Any:
        if keys is None:
            return values
        return (
            values * jax.random.bernoulli(keys[number], 1 - DROPPED, values.shape) / (1 - DROPPED)
        )

    def without_words(number: int, values: Any) -> Any:
        if keys is None:
            return values
        rate = jnp.where(batch.known[..., 3] == _CAPITAL, DROPPED_NAMES, DROPPED_WORDS)
        return values * jax.random.bernoulli(keys[number], 1 - rate)[..., None]

    tables = (table, *(arrays[name] for name in FEATURES[1:]))
    parts = [values[batch.known[..., k]] for k, values in enumerate(tables)]
    parts = [without_words(2 + k, part) if k < 3 else part for k, part in enumerate(parts)]
    inputs = thinned(0, jnp.concatenate(parts, axis=-1))
    readings = [_gated(arrays, inputs, batch.there, side) for side in (0, 1)]
    read = thinned(1, jnp.concatenate(readings, axis=-1))
    hidden = jax.nn.relu(read @ arrays["hidden"] + arrays["hidden_bias"])
    return hidden @ arrays["output"] + arrays["output_bias"]


def _gated(arrays: Arrays, inputs: Any, there: Any, side: int) -> Any:
    """Read paragraphs with gated recurrent chunks, from the left (0) or from the right (1)."""
    import jax
    import jax.numpy as jnp

    recurrent = arrays["recurrent"][side]
    width = recurrent.shape[0]

    def read(state: Any, now: Any) -> tuple[Any, Any]:
        given, is_there = now
        kept = state @ recurrent
        gates = jax.nn.sigmoid(given[:, : 2 * width] + kept[:, : 2 * width])
        fresh = jnp.tanh(given[:, 2 * width :] + gates[:, width:] * kept[:, 2 * width :])
        after = fresh + gates[:, :width] * (state - fresh)
        state = jnp.where(is_there[:, None] > 0, after, state)
        return state, state

    rows = (
        jnp.swapaxes(inputs @ arrays["input"][side] + arrays["bias"][side], 0, 1),
        jnp.swapaxes(there, 0, 1),
    )
    first = jnp.zeros((inputs.shape[0], width))
    return jnp.swapaxes(jax.lax.scan(read, first, rows, reverse=bool(side))[1], 0, 1)


def _surprise(arrays: Arrays, batch: Batch, table: Any, key: Any) -> Any:
    """How unlikely the annotated rows of labels are, for each token."""
    import jax
    import jax.numpy as jnp

    emitted = emissions(arrays, batch, table, key)
    moves, labels, there = arrays["moves"], batch.labels, batch.there

    def step(total: Any, now: Any) -> tuple[Any, None]:
        fits, is_there = now
        further = jax.nn.logsumexp(total[:, :, None] + moves, axis=1) + fits
        return jnp.where(is_there[:, None] > 0, further, total), None

    rows = jnp.swapaxes(emitted, 0, 1), jnp.swapaxes(there, 0, 1)
    first = arrays["starts"] + rows[0][0]
    total, _ = jax.lax.scan(step, first, (rows[0][1:], rows[1][1:]))
    fits = jnp.take_along_axis(emitted, labels[..., None], 2)[..., 0] * there
    moved = moves[labels[:, :-1], labels[:, 1:]] * there[:, 1:]
    told = arrays["starts"][labels[:, 0]] + fits.sum(1) + moved.sum(1)
    surprise = (jax.nn.logsumexp(total, axis=1) - told) * there[:, 0]
    return surprise.sum() / there.sum()


def write(tagger: Tagger, path: Path) -> None:
    """Write a tagger as ``tag/tagger.py`` reads it, each number in two bytes."""
    halves: dict[str, Any] = {n: array.astype(np.float16) for n, array in tagger.arrays.items()}
    np.savez_compressed(path, **halves)
