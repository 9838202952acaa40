"""Train the tagger of ``tag/neural_tagger.py`` on annotated articles.

``tagger_examples.py`` makes examples of the articles; ``tagger_network.py`` is the network. Its
parameters are fitted with JAX and Optax (extra ``train``) by Adam (Kingma and Ba 2015). The result
is a moving average of the parameters (Polyak and Juditsky 1992). The same articles give the same
parameters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import IO, Any

import numpy as np

from quoteattr.evaluation.brat import GoldArticle
from quoteattr.tag import embeddings
from quoteattr.tag.features import FEATURES, Ints
from quoteattr.tag.neural_tagger import NeuralTagger
from quoteattr.tag.tagger import LABELS
from quoteattr.training.tagger_examples import TaggedParagraph, tagged_paragraphs
from quoteattr.training.tagger_network import Arrays, Batch, initial_arrays, loss

#: number of epochs, and that for a tagger that starts from others trained on most articles
EPOCHS, MORE_EPOCHS = 16, 3
#: the peak learning rate of Adam, from random and from trained parameters
LEARNING_RATE, MORE_LEARNING_RATE = 3e-3, 1e-3
#: the norm to which gradients are clipped
CLIP = 1.0
#: weight decay, as a share of the learning rate
WEIGHT_DECAY = 1e-4
#: decay of the moving average of the parameters
AVERAGE_DECAY = 0.998
#: paragraphs are padded to one of these lengths, longer ones are cut
LENGTHS = (24, 48, 128)
#: tokens per batch, including padding
BATCH_TOKENS = 3072
#: how often a paragraph of an article with annotated quoted spans only is repeated
QUOTES_ONLY_REPEATS = 2


def _batches(examples: Sequence[TaggedParagraph], rng: np.random.Generator) -> list[Batch]:
    """All paragraphs in random order, in batches of about the same length."""
    by_length: dict[int, list[TaggedParagraph]] = {length: [] for length in LENGTHS}
    for k in rng.permutation(len(examples)):
        length = next(length for length in LENGTHS if len(examples[k].allowed) <= length)
        by_length[length].append(examples[k])
    batches = []
    for length, members in by_length.items():
        size = BATCH_TOKENS // length
        batches += [_pad(members[k : k + size], size, length) for k in range(0, len(members), size)]
    return [batches[k] for k in rng.permutation(len(batches))]


def _pad(examples: Sequence[TaggedParagraph], size: int, length: int) -> Batch:
    """One batch; missing rows are all padding."""
    dimensions = len(embeddings.default_vectors().scale)
    batch = Batch(
        np.zeros((size, length, len(FEATURES)), dtype=np.intp),
        np.zeros((size, length, dimensions), dtype=np.float32),
        np.ones((size, length, len(LABELS)), dtype=bool),
        np.zeros((size, length), dtype=np.float32),
        np.zeros((size, length, length + 2), dtype=bool),
        np.zeros((size, length), dtype=np.float32),
    )
    for row, (token_features, allowed, sources) in enumerate(examples):
        count = len(allowed)
        batch.features[row, :count] = token_features.rows
        batch.quote_vectors[row, :count] = token_features.quote_vectors
        batch.allowed[row, :count] = allowed
        batch.mask[row, :count] = 1
        for place, source in sources.items():
            batch.sources[row, place, _source_columns(source, length)] = True
            batch.asked[row, place] = 1
    return batch


def _source_columns(source: Ints | None, length: int) -> Ints:
    """The position of a source as in ``Batch.sources``: tokens, or elsewhere, or nobody."""
    if source is None:
        return np.array([length + 1])
    return source if len(source) else np.array([length])


def fit(
    golds: Iterable[GoldArticle],
    quotes_only: Iterable[GoldArticle] = (),
    trained: Sequence[NeuralTagger] = (),
    seed: int = 0,
) -> NeuralTagger:
    """Train a tagger.

    Args:
        golds: articles in which clauses are annotated, too.
        quotes_only: articles in which only quoted spans are annotated.
        trained: taggers that were trained on most of these articles, with the same seed. Training
            starts from the mean of their parameters (a model soup: Wortsman and others 2022), so
            that the result depends less on the order of the articles.
        seed: for initial parameters, order and dropout. The result is reproducible.
    """
    import jax
    import optax

    rng = np.random.default_rng(seed)
    longest = LENGTHS[-1]
    examples = [
        x for gold in golds for x in tagged_paragraphs(gold, complete=True, longest=longest)
    ]
    of_quotes = [
        x for gold in quotes_only for x in tagged_paragraphs(gold, complete=False, longest=longest)
    ]
    examples += [x for x in of_quotes for _ in range(QUOTES_ONLY_REPEATS)]
    arrays = _mean(trained) if trained else initial_arrays(rng)
    epochs, rate = (MORE_EPOCHS, MORE_LEARNING_RATE) if trained else (EPOCHS, LEARNING_RATE)
    steps = epochs * len(_batches(examples, rng))
    schedule = optax.warmup_cosine_decay_schedule(0, rate, steps // 16, steps, rate / 50)
    initialise, update = _optimizer()
    average, state, key = arrays, initialise(arrays), jax.random.PRNGKey(seed)
    number = 0
    for _ in range(epochs):
        for batch in _batches(examples, rng):
            key, batch_key = jax.random.split(key)
            arrays, state = update(arrays, state, batch, batch_key, schedule(number))
            decay = min(AVERAGE_DECAY, (1 + number) / (10 + number))
            average = _moving_average(average, arrays, decay)
            number += 1
    return NeuralTagger(
        {name: np.asarray(array, dtype=np.float32) for name, array in average.items()}
    )


def _mean(taggers: Sequence[NeuralTagger]) -> Arrays:
    """The mean of the parameters of taggers."""
    names = taggers[0].arrays
    return {name: np.mean([tagger.arrays[name] for tagger in taggers], axis=0) for name in names}


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
    table = jax.numpy.asarray(embeddings.default_vectors().table)

    @jax.jit
    def step(arrays: Arrays, state: Any, batch: Batch, key: Any, rate: Any) -> tuple[Arrays, Any]:
        gradient = jax.grad(partial(loss, table=table))(arrays, batch, key=key)
        change, state = adam.update(gradient, state, arrays)
        return jax.tree.map(lambda array, by: array - rate * by, arrays, change), state

    return adam.init, step


def _moving_average(average: Arrays, arrays: Arrays, decay: float) -> Arrays:
    """The exponential moving average of the parameters."""
    return {name: decay * old + (1 - decay) * arrays[name] for name, old in average.items()}


def as_written(tagger: NeuralTagger) -> NeuralTagger:
    """The tagger as it would be read from a file: its parameters in half precision."""
    return NeuralTagger(
        {name: array.astype(np.float16).astype(np.float32) for name, array in tagger.arrays.items()}
    )


def write(tagger: NeuralTagger, file: Path | IO[bytes]) -> None:
    """Write a tagger in the format that ``tag/neural_tagger.py`` reads, in half precision."""
    halves: dict[str, Any] = {n: array.astype(np.float16) for n, array in tagger.arrays.items()}
    np.savez(file, **halves)  # a compressed file takes longer to read, and is hardly smaller
