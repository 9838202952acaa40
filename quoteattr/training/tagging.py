"""Trains the tagger of ``tag/tagger.py`` on annotated articles.

The arrays are fitted with JAX and Optax (extra ``train``) by maximum likelihood of the conditional
random field, with Adam (Kingma and Ba 2015). Dropout (Srivastava and others 2014) applies to
numbers and to whole words, to names above all, so that the tagger learns how people are quoted and
not who. The result is a moving average of the arrays (Polyak and Juditsky 1992). The same articles
give the same arrays.

Where a corpus has annotated quoted spans only, their tokens and the mentions of their speakers have
labels, and all others may have any: the likelihood sums over the sequences of labels that the
annotation allows (Tsuboi and others 2008).
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
from quoteattr.records import Span
from quoteattr.tag import embeddings
from quoteattr.tag.features import (
    ENDING_SLOTS,
    FEATURES,
    SHAPES,
    WORD_SLOTS,
    Floats,
    Ints,
    TokenFeatures,
    features,
)
from quoteattr.tag.tagger import (
    BEGIN,
    CUE,
    DISTANCES,
    INSIDE,
    LABELS,
    OUTSIDE,
    SOURCE,
    NeuralTagger,
    distance_slots,
    paragraphs,
)

#: width of the recurrent layer in each direction, and of the hidden layer above both
WIDTH, HIDDEN = 96, 64
#: width of what a pointer compares
POINTER_WIDTH = 32
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
#: how often a paragraph of an article with annotated quoted spans only is repeated
QUOTES_ONLY_REPEATS = 2
#: the score of a label that the annotation does not allow
NOT_ALLOWED = -1e4
#: letters of a word that has a capital in a title
_TITLE_WORD = 4
#: shapes of words with a capital
_CAPITAL = 1

Arrays = dict[str, Any]
Bools = NDArray[np.bool_]


class Batch(NamedTuple):
    """Paragraphs of about the same length, padded."""

    #: paragraphs × tokens × features
    features: Ints
    #: of quoted spans: paragraphs × tokens × dimensions
    quote_vectors: Floats
    #: the labels that the annotation allows: paragraphs × tokens × labels
    allowed: Bools
    #: 1 where there is a token, 0 where there is padding
    mask: Floats
    #: where the source of a quoted span may stand: paragraphs × tokens × (tokens, and at last
    #: elsewhere and nobody)
    sources: Bools
    #: 1 where there is a quoted span whose source is annotated: paragraphs × tokens
    asked: Floats


class TaggedParagraph(NamedTuple):
    """A paragraph to learn from."""

    #: of its tokens, each a kind of its own
    features: TokenFeatures
    #: tokens × labels
    allowed: Bools
    #: for quoted spans, by their place: the tokens of the source, none if it stands elsewhere, and
    #: None if nobody said the words
    sources: dict[int, Ints | None]


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


def allowed_labels(gold: GoldArticle, tokens: Sequence[Token], complete: bool) -> Bools:
    """The labels that the annotation allows for each token: tokens × labels.

    Args:
        gold: the article with its annotations.
        tokens: its tokens.
        complete: clauses are annotated, too: each token has one label.
    """
    labels = annotated_labels(gold.text, tokens, gold.attributions)
    allowed: Bools = np.arange(len(LABELS)) == labels[:, None]
    if complete:
        return allowed
    spoken = np.array([token.tag == QUOTE for token in tokens]) & np.isin(labels, (BEGIN, INSIDE))
    allowed[spoken] |= np.isin(np.arange(len(LABELS)), (BEGIN, INSIDE))
    allowed[~spoken & (labels != SOURCE)] = True
    return allowed


def annotated_sources(gold: GoldArticle, tokens: Sequence[Token]) -> dict[int, Ints | None]:
    """The tokens of the source of each quoted span of which it is known; None for nobody.

    Args:
        gold: the article with its annotations.
        tokens: its tokens.
    """
    starts = np.array([token.start for token in tokens])
    counted = gold.quoted_spans
    sources: dict[int, Ints | None] = {}
    for i, token in enumerate(tokens):
        if token.tag != QUOTE or (counted is not None and not _overlaps(token, counted)):
            continue
        attribution = gold.attribution_at(token.start, token.end)
        if attribution is None:
            sources[i] = None
        elif attribution.source and not _title_in_clause(gold.text, token, attribution):
            spans = [
                np.flatnonzero((start <= starts) & (starts < end))
                for start, end in attribution.source
            ]
            sources[i] = np.concatenate(spans)
    return sources


def _overlaps(token: Token, spans: Iterable[Span]) -> bool:
    """The token shares a character with one of the spans."""
    return any(token.start < end and start < token.end for start, end in spans)


def _title_in_clause(text: str, token: Token, attribution: GoldAttribution) -> bool:
    """A quoted span may be a title inside a longer clause: nobody need have said it."""
    reported = sum(end - start for start, end in attribution.content)
    words = text[token.start + 1 : token.end].split()
    capitals = [word[0].isupper() for word in words if len(word) >= _TITLE_WORD]
    return bool(capitals) and all(capitals) and reported > 2 * (token.end - token.start)


def _examples(gold: GoldArticle, complete: bool) -> Iterator[TaggedParagraph]:
    """The paragraphs of an article that have annotated labels."""
    tokens = tokenize(gold.text, find_quotes(gold.text))
    rows, quote_vectors, kinds = features(gold.text, tokens)
    allowed = allowed_labels(gold, tokens, complete)
    sources = annotated_sources(gold, tokens)
    for start, end in paragraphs(tokens):
        for first in range(start, end, LENGTHS[-1]):
            last = min(first + LENGTHS[-1], end)
            here = {
                i - first: _inside(sources[i], first, last) for i in sources if first <= i < last
            }
            if here or complete:
                part = kinds[first:last]
                numbers = np.arange(last - first)
                token_features = TokenFeatures(rows[part], quote_vectors[part], numbers)
                yield TaggedParagraph(token_features, allowed[first:last], here)


def _inside(places: Ints | None, first: int, last: int) -> Ints | None:
    """Those of some places that lie in a range, counted from its start."""
    return None if places is None else places[(first <= places) & (places < last)] - first


def _batches(examples: Sequence[TaggedParagraph], rng: np.random.Generator) -> list[Batch]:
    """All paragraphs in random order, in batches of about the same length."""
    by_length: dict[int, list[TaggedParagraph]] = {length: [] for length in LENGTHS}
    for k in rng.permutation(len(examples)):
        length = next(length for length in LENGTHS if len(examples[k].allowed) <= length)
        by_length[length].append(examples[k])
    batches = []
    for length, members in by_length.items():
        size = BATCH // length
        batches += [_pad(members[k : k + size], size, length) for k in range(0, len(members), size)]
    return [batches[k] for k in rng.permutation(len(batches))]


def _pad(examples: Sequence[TaggedParagraph], size: int, length: int) -> Batch:
    """One batch; missing rows are all padding."""
    dimensions = embeddings.default().table.shape[1]
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
            absent = [length + (source is None)]
            batch.sources[row, place, absent if source is None or not len(source) else source] = (
                True
            )
            batch.asked[row, place] = 1
    return batch


def count_clauses(gold: GoldArticle) -> int:
    """Count the contents of an article that begin outside quotation marks."""
    tokens = tokenize(gold.text, find_quotes(gold.text))
    labels = annotated_labels(gold.text, tokens, gold.attributions)
    pairs = zip(tokens, labels.tolist(), strict=True)
    return sum(label == BEGIN and token.tag != QUOTE for token, label in pairs)


def fit(
    golds: Iterable[GoldArticle], quotes_only: Iterable[GoldArticle] = (), seed: int = 0
) -> NeuralTagger:
    """Train a tagger.

    Args:
        golds: articles in which clauses are annotated, too.
        quotes_only: articles in which quoted spans only are annotated.
        seed: of initial arrays, order and dropout. The same articles and seed give the same arrays.
    """
    import jax
    import optax

    rng = np.random.default_rng(seed)
    examples = [x for gold in golds for x in _examples(gold, complete=True)]
    examples += [
        x
        for gold in quotes_only
        for x in _examples(gold, complete=False)
        for _ in range(QUOTES_ONLY_REPEATS)
    ]
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
        "key": normal(2 * WIDTH, POINTER_WIDTH),
        "query": normal(2 * WIDTH, POINTER_WIDTH, scale=0.05),
        "distance": np.zeros(2 * DISTANCES, dtype=np.float32),
        "absent": normal(2 * WIDTH, 2),
        "absent_bias": np.zeros(2, dtype=np.float32),
    }


def states(arrays: Arrays, batch: Batch, table: Any, key: Any = None) -> Any:
    """The states of both directions at each token.

    Args:
        arrays: those of the tagger.
        batch: the paragraphs.
        table: the word vectors.
        key: for dropout while training; None for none.

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


def emissions(arrays: Arrays, states: Any) -> Any:
    """The score of each label for each token: paragraphs × tokens × labels."""
    import jax

    hidden = jax.nn.relu(states @ arrays["hidden"] + arrays["hidden_bias"])
    return hidden @ arrays["output"] + arrays["output_bias"]


def pointer_scores(arrays: Arrays, states: Any, mask: Any) -> Any:
    """The score of each place for the source of each token, as ``Batch.sources`` has them."""
    import jax.numpy as jnp

    queries, keys = states @ arrays["query"], states @ arrays["key"]
    places = jnp.arange(states.shape[1])
    distances = places - places[:, None]
    scores = queries @ jnp.swapaxes(keys, 1, 2) + arrays["distance"][distance_slots(distances)]
    scores = jnp.where((distances == 0) | (mask[:, None] == 0), NOT_ALLOWED, scores)
    return jnp.concatenate((scores, states @ arrays["absent"] + arrays["absent_bias"]), axis=2)


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
    """The negative log likelihood of what the annotation allows, for each token."""
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
    """For each paragraph the logarithm of the summed weights of all sequences of labels."""
    import jax
    import jax.numpy as jnp

    def step(total: Any, token: Any) -> tuple[Any, None]:
        token_scores, is_token = token
        new_total = jax.nn.logsumexp(total[:, :, None] + arrays["moves"], axis=1) + token_scores
        return jnp.where(is_token[:, None] > 0, new_total, total), None

    rows = jnp.swapaxes(scores, 0, 1), jnp.swapaxes(mask, 0, 1)
    total, _ = jax.lax.scan(step, arrays["starts"] + rows[0][0], (rows[0][1:], rows[1][1:]))
    return jax.nn.logsumexp(total, axis=1)


def as_written(tagger: NeuralTagger) -> NeuralTagger:
    """The tagger as it is once it was written and read: its arrays in half precision."""
    return NeuralTagger(
        {name: array.astype(np.float16).astype(np.float32) for name, array in tagger.arrays.items()}
    )


def write(tagger: NeuralTagger, file: Path | IO[bytes]) -> None:
    """Write a tagger as ``tag/tagger.py`` reads it, in half precision."""
    halves: dict[str, Any] = {n: array.astype(np.float16) for n, array in tagger.arrays.items()}
    np.savez(file, **halves)  # compressed it takes longer to read, and is hardly smaller
