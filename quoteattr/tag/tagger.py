"""Label the tokens of an article: reported content, cue, source, or outside.

The tagger is a bidirectional network of gated recurrent units (Cho and others 2014) with a
linear-chain conditional random field on top (Lafferty, McCallum and Pereira 2001; both together:
Huang, Xu and Yu 2015). It needs no parser: ``features.py`` computes the features of a token. A
quoted span is one token. A pointer (Vinyals, Fortunato and Jaitly 2015) goes from each quoted span
to the tokens of its source, by the hidden states of both and by their distance.

``quoteattr train`` learns its arrays (``training/tagging.py``); ``model/model.py`` loads them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import IO, TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

import numpy as np
from attrs import define, evolve, field, frozen
from numpy.typing import NDArray

from quoteattr.detect.alphabet import PARAGRAPH_END, QUOTE
from quoteattr.detect.token import Token
from quoteattr.errors import ModelError
from quoteattr.language import ENGLISH, Language
from quoteattr.tag import embeddings
from quoteattr.tag.features import FEATURES, Ints, TokenFeatures, features
from quoteattr.text import shorten_text

if TYPE_CHECKING:  # slow to import
    from importlib.resources.abc import Traversable

Label = Literal["outside", "begin", "inside", "cue", "source"]
#: the labels of a token; ``begin`` is the first token of a reported content, ``inside`` any other
LABELS: tuple[Label, ...] = ("outside", "begin", "inside", "cue", "source")
OUTSIDE, BEGIN, INSIDE, CUE, SOURCE = range(len(LABELS))

#: number of paragraphs in a batch; maximum number of tokens of one: the rest is another paragraph
_BATCH, LONGEST = 32, 512
#: Maximum number of multiplications of one matrix product. A BLAS distributes a larger one over
#: threads, which busy-wait for the next one and so cost more than they gain, above all beside other
#: processes. OpenBLAS, which the wheels of NumPy contain, starts none up to 262,144
#: (``interface/gemm.c``: ``SMP_THRESHOLD_MIN * GEMM_MULTITHREAD_THRESHOLD``), and below 125,000 on
#: the one processor with a lower threshold (Neoverse V2).
_MULTIPLICATIONS = 120_000
#: the same for a product with a single row (``interface/gemv.c``: up to 9,216)
_ROW_MULTIPLICATIONS = 9_000

#: number of distance buckets between a quoted span and its source, on each side
DISTANCES = 8
#: number of rows of features that are projected at a time: three such arrays exist at once
_PROJECTED = 32 * _BATCH
#: the matrices after the recurrent layer: those of labels, and those of pointers
_LAYERS = ("hidden", "output", "key", "query", "absent")
#: maximum number of tokens of a step for which recurrent matrices are cached in blocks
_STEP_SIZES = (1, 4, 8, 16, _BATCH)

Floats = NDArray[np.float32]


class Paragraph(NamedTuple):
    """Tokens of one paragraph: ``tokens[start:end]``."""

    start: int
    end: int


class QuoteSource(NamedTuple):
    """The position of the source of a quoted span: probabilities that sum to one."""

    #: the first token of its paragraph
    start: int
    #: the probability of each token of the paragraph
    tokens: Sequence[float]
    #: the probability that it is in another paragraph, and that nobody said the words
    elsewhere: float
    nobody: float

    def within(self, tokens: slice) -> float:
        """The probability that it is among some tokens of the article."""
        return sum(
            self.tokens[max(0, tokens.start - self.start) : max(0, tokens.stop - self.start)]
        )


@frozen(eq=False)
class Tagged:
    """The labels of an article's tokens."""

    #: the index of each token's label in ``LABELS``
    labels: list[int]
    #: probability of each label: tokens × labels
    probabilities: Floats
    #: the source of each quoted span, by the index of its token, if it is known
    sources: Mapping[int, QuoteSource] = field(factory=dict)

    @classmethod
    def outside(cls, count: int) -> Tagged:
        """Label this many tokens as outside."""
        probabilities = np.zeros((count, len(LABELS)), dtype=np.float32)
        probabilities[:, OUTSIDE] = 1
        return cls([OUTSIDE] * count, probabilities)

    def column(self, label: int) -> Floats:
        """The probability of a label at each token."""
        return self.probabilities[:, label]

    def within(self, read: Iterable[Paragraph]) -> Tagged:
        """The labels of the tokens in some paragraphs; all other tokens are outside."""
        tagged = evolve(self.outside(len(self.labels)), sources=self.sources)
        for start, end in read:
            tagged.labels[start:end] = self.labels[start:end]
            tagged.probabilities[start:end] = self.probabilities[start:end]
        return tagged


def paragraphs(tokens: Sequence[Token]) -> list[Paragraph]:
    """The paragraphs of an article, none longer than ``LONGEST`` tokens."""
    ends = [i for i, token in enumerate(tokens) if token.tag == PARAGRAPH_END]
    starts = [0, *(end + 1 for end in ends)]
    return [
        Paragraph(first, min(first + LONGEST, end))
        for start, end in zip(starts, [*ends, len(tokens)], strict=True)
        for first in range(start, end, LONGEST)
    ]


def paragraphs_with(places: Sequence[int], tokens: Sequence[Token]) -> list[Paragraph]:
    """The paragraphs of some tokens, whose indices are in order."""
    return [
        paragraph
        for paragraph in paragraphs(tokens)
        if bisect_left(places, paragraph.start) < bisect_left(places, paragraph.end)
    ]


def quoted_paragraphs(tokens: Sequence[Token]) -> list[Paragraph]:
    """The paragraphs that contain a quoted span."""
    return paragraphs_with([i for i, token in enumerate(tokens) if token.tag == QUOTE], tokens)


class Tagger(Protocol):
    """The interface of a tagger: that of the package, or a caller's own.

    Pass one to ``Model.with_tagger``.
    """

    def tag(
        self, text: str, tokens: Sequence[Token], read: Sequence[Paragraph] | None = None
    ) -> Tagged:
        """Label the tokens of an article.

        Args:
            text: the text of the article.
            tokens: its tokens, with one for each quoted span.
            read: the paragraphs to read; all other tokens are outside. All by default.

        Returns:
            A label and probabilities for each token, and optionally the sources of quoted spans.
        """
        ...


@define(eq=False)
class NeuralTagger:
    """The trained tagger of the package."""

    #: the learned parameters, by the names of ``ARRAYS``
    arrays: Mapping[str, Floats]
    #: the language of its word vectors
    language: Language = ENGLISH

    def tag(
        self, text: str, tokens: Sequence[Token], read: Sequence[Paragraph] | None = None
    ) -> Tagged:
        """Label the tokens of an article.

        The time is linear in the number of tokens.

        Args:
            text: the text of the article.
            tokens: its tokens, with one for each quoted span.
            read: the paragraphs to read; all other tokens are outside. All by default.
        """
        read = paragraphs(tokens) if read is None else read
        places = [i for start, end in read for i in range(start, end)]
        token_features = features(text, [tokens[i] for i in places], self.language)
        kinds = np.zeros(len(tokens), dtype=np.intp)
        kinds[places] = token_features.kinds
        projected = self._project(token_features)
        quoted = np.array([token.tag == QUOTE for token in tokens], dtype=bool)
        labels = np.full(len(tokens), OUTSIDE)
        probabilities = Tagged.outside(len(tokens)).probabilities
        sources: dict[int, QuoteSource] = {}
        for batch in _batches(read):
            packed = _PackedBatch(batch)
            states = self._states(projected, kinds[packed.tokens], packed)
            emissions = self._emissions(states)
            labels[packed.tokens] = self._viterbi(emissions, packed)
            probabilities[packed.tokens] = self._marginals(emissions, packed)
            sources.update(self._sources(states, packed, np.flatnonzero(quoted[packed.tokens])))
        return Tagged(labels.tolist(), probabilities, sources)

    def _project(self, token_features: TokenFeatures) -> Floats:
        """Project the features of each kind of token to the inputs of both directions.

        Returns:
            An array of two directions × kinds × three times the width.
        """
        tables, bias = self._tables(), self.arrays["bias"]
        projected = np.empty((2, len(token_features.rows), bias.shape[1]), dtype=np.float32)
        for first in range(0, len(token_features.rows), _PROJECTED):
            part = slice(first, first + _PROJECTED)
            rows = token_features.rows[part]
            columns = [table[row] for table, row in zip(tables, rows.T, strict=True)]
            columns[0] += token_features.quote_vectors[part]
            both = _product(np.concatenate(columns, axis=1), self._input_blocks)
            projected[:, part] = np.split(both, 2, axis=1)
        projected += bias[:, None]
        return projected

    def _emissions(self, states: Floats) -> Floats:
        """Emission scores: tokens × labels."""
        arrays = self.arrays
        hidden = np.maximum(
            _product(states, self._layer_blocks["hidden"]) + arrays["hidden_bias"], 0
        )
        return _product(hidden, self._layer_blocks["output"]) + arrays["output_bias"]

    def _sources(
        self, states: Floats, packed: _PackedBatch, quoted: Ints
    ) -> Iterator[tuple[int, QuoteSource]]:
        """The source of each quoted span of a batch, with the index of its token.

        Args:
            states: hidden states: tokens of the batch × twice the width.
            packed: the batch.
            quoted: which of its tokens are quoted spans.
        """
        if not len(quoted):
            return
        asked = packed.paragraph[quoted]
        has_quote = np.zeros(packed.paragraph[-1] + 1, dtype=bool)
        has_quote[asked] = True
        near = has_quote[packed.paragraph]
        keys = np.empty((len(states), self.arrays["key"].shape[1]), dtype=np.float32)
        keys[near] = _product(states[near], self._layer_blocks["key"])
        queries = _product(states[quoted], self._layer_blocks["query"])
        absent = _product(states[quoted], self._layer_blocks["absent"]) + self.arrays["absent_bias"]
        for place, paragraph, query, absent_scores in zip(
            quoted.tolist(), asked.tolist(), queries, absent, strict=True
        ):
            first, last = packed.bounds(paragraph)
            scores = (keys[first:last] * query).sum(axis=1)
            scores += self._distances[LONGEST + first - place : LONGEST + last - place]
            scores[place - first] = -np.inf
            shares = np.exp(
                np.concatenate((scores, absent_scores)) - max(scores.max(), *absent_scores)
            )
            shares /= shares.sum()
            elsewhere, nobody = shares[-2:].tolist()
            start, of_tokens = int(packed.tokens[first]), array("f", shares[:-2].tobytes())
            yield start + place - first, QuoteSource(start, of_tokens, elsewhere, nobody)

    def _tables(self) -> tuple[Floats, ...]:
        """The embedding table of each feature."""
        arrays = self.arrays
        return (embeddings.load(self.language).table, *(arrays[name] for name in FEATURES[1:]))

    @cached_property
    def _distances(self) -> Floats:
        """The weight of each distance from a quoted span, up to a paragraph on each side."""
        slots: Ints = distance_slots(np.arange(-LONGEST, LONGEST))
        return self.arrays["distance"][slots]

    @cached_property
    def _input_blocks(self) -> Floats:
        """The input matrices of both directions, side by side, in blocks of columns."""
        return _column_blocks(np.concatenate(self.arrays["input"], axis=1), _BATCH)

    @cached_property
    def _layer_blocks(self) -> dict[str, Floats]:
        """The matrices after the recurrent layer by name, in blocks of columns."""
        return {name: _column_blocks(self.arrays[name], _BATCH) for name in _LAYERS}

    @cached_property
    def _recurrent_blocks(self) -> dict[int, Floats]:
        """The recurrent matrices in blocks of columns, for steps of at most this many tokens."""
        return {rows: _column_blocks(self.arrays["recurrent"], rows) for rows in _STEP_SIZES}

    def _states(self, projected: Floats, kinds: Ints, packed: _PackedBatch) -> Floats:
        """Hidden states of both directions: tokens × twice the width."""
        width = projected.shape[-1] // 3
        inputs = np.empty((2, len(kinds), projected.shape[-1]), dtype=np.float32)
        for rows, order, into in zip(projected, (packed.left, packed.right), inputs, strict=True):
            rows.take(kinds[order], axis=0, out=into, mode="clip")  # the default mode copies it
        states = np.empty((2, len(kinds), width), dtype=np.float32)
        before: Any = np.zeros((2, len(packed.steps[0]), width), dtype=np.float32)
        for step in packed.steps:
            size = next(rows for rows in _STEP_SIZES if len(step) <= rows)
            now, before = inputs[:, step.start : step.stop], before[:, : len(step)]
            kept = _multiply(before, self._recurrent_blocks[size])
            closed = now[..., : 2 * width] + kept[..., : 2 * width]
            _invert_sigmoid(closed)
            fresh = kept[..., 2 * width :] / closed[..., width:]
            fresh += now[..., 2 * width :]
            np.tanh(fresh, out=fresh)
            state = states[:, step.start : step.stop]
            np.subtract(before, fresh, out=state)
            state /= closed[..., :width]
            state += fresh
            before = state
        out = np.empty((len(kinds), 2 * width), dtype=np.float32)
        out[packed.left, :width], out[packed.right, width:] = states
        return out

    def _viterbi(self, emissions: Floats, packed: _PackedBatch) -> list[int]:
        """The most likely label sequence of each paragraph (Viterbi 1967)."""
        transitions, by_step = self.arrays["moves"], emissions[packed.left]
        before = by_step[: len(packed.steps[0])]
        before += self.arrays["starts"]
        for step in packed.steps[1:]:
            here = by_step[step.start : step.stop]
            here += np.maximum.reduce(before[: len(step), :, None] + transitions, axis=1)
            before = here
        scores = np.empty_like(by_step)
        scores[packed.left] = by_step
        backpointers = (scores[:-1, :, None] + transitions).argmax(axis=1)
        return _backtrace(scores.argmax(axis=1).tolist(), backpointers.tolist(), packed)

    def _marginals(self, emissions: Floats, packed: _PackedBatch) -> Floats:
        """Marginal probability of each label at each token (forward-backward algorithm).

        The forward and the backward pass run in parallel.
        """
        moves, starts = np.exp(self.arrays["moves"]), np.exp(self.arrays["starts"])
        both, opening = np.stack((moves, moves.T)), np.stack((starts, np.ones_like(starts)))
        potentials = np.exp(emissions - emissions.max(axis=1, keepdims=True))
        shares = np.stack((potentials[packed.left], potentials[packed.right]))
        came = np.empty_like(shares)
        came[:, : len(packed.steps[0])] = opening[:, None]
        for step, following in zip(packed.steps, [*packed.steps[1:], range(0)], strict=True):
            here = shares[:, step.start : step.stop]
            here *= came[:, step.start : step.stop]
            here /= np.add.reduce(here, axis=2, keepdims=True)
            if following:
                ahead = came[:, following.start : following.stop]
                np.matmul(here[:, : len(following)], both, out=ahead)
        joint = np.empty_like(potentials)
        joint[packed.left] = shares[0]
        joint[packed.right] *= came[1]
        marginals: Floats = joint / joint.sum(axis=1, keepdims=True)
        return marginals


def distance_slots(distances: Any) -> Any:
    """The row of ``distance`` for tokens this far after a quoted span (or before it, if negative).

    There are rows for 1, 2 or 3, 4 to 7 … tokens after it, and then for the same numbers before it.
    """
    steps = abs(distances)
    slots = sum((steps >= 1 << power).astype(np.intp) for power in range(1, DISTANCES))
    return slots + DISTANCES * (distances < 0)


def _invert_sigmoid(values: Floats) -> None:
    """Replace values by the reciprocals of the logistic function: a division by these is faster."""
    np.negative(values, out=values)
    np.exp(values, out=values)
    values += 1


def _product(rows: Floats, blocks: Floats) -> Floats:
    """Matrix product of any number of rows and blocks of columns, in parts without threads."""
    number_of_batches = -(-len(rows) // _BATCH)
    padded = np.zeros((number_of_batches, _BATCH, rows.shape[1]), dtype=np.float32)
    padded.reshape(-1, rows.shape[1])[: len(rows)] = rows
    product = _multiply(padded, blocks)
    return product.reshape(-1, product.shape[-1])[: len(rows)]


def _column_blocks(array: Floats, rows: int) -> Floats:
    """Blocks of columns so narrow that products with this many rows start no threads.

    An array (… × rows × columns) becomes … × blocks × rows × columns of a block.
    """
    *stack, height, width = array.shape
    limit = _ROW_MULTIPLICATIONS if rows == 1 else _MULTIPLICATIONS
    most = max(1, limit // (rows * height))
    narrow = next(n for n in range(min(most, width), 0, -1) if width % n == 0)
    return np.ascontiguousarray(
        array.reshape(*stack, height, width // narrow, narrow).swapaxes(-2, -3)
    )


def _multiply(rows: Floats, blocks: Floats) -> Floats:
    """Matrix product of (stacks of) rows, at most as many as the blocks allow, and blocks."""
    count, _, narrow = blocks.shape[-3:]
    product = np.empty((*rows.shape[:-1], count, narrow), dtype=np.float32)
    np.matmul(rows[..., None, :, :], blocks, out=product.swapaxes(-2, -3))
    return product.reshape(*rows.shape[:-1], count * narrow)


def _backtrace(
    best: Sequence[int], backpointers: Sequence[Sequence[int]], packed: _PackedBatch
) -> list[int]:
    """Follow the most likely label sequence of each paragraph back from its end.

    Args:
        best: for each token the label of the best sequence up to it.
        backpointers: for each token and each label of the next one, its own label.
        packed: the paragraphs.
    """
    labels = list(best)
    for first, last in packed.all_bounds():
        for here in range(last - 2, first - 1, -1):
            labels[here] = backpointers[here][labels[here + 1]]
    return labels


class _PackedBatch:
    """Paragraphs side by side, the longest first, one token of each at every step."""

    def __init__(self, batch: Sequence[Paragraph]) -> None:
        """Pack some paragraphs, which are in order of length, the longest first."""
        lengths = np.array([p.end - p.start for p in batch])
        ends = lengths.cumsum()
        #: indices of the tokens, paragraph by paragraph
        self.tokens: Ints = np.concatenate([np.arange(p.start, p.end) for p in batch])
        steps = np.arange(lengths[0])
        still = np.searchsorted(-lengths, -steps, side="left")
        stops = still.cumsum()
        #: the range of each step in ``left`` and ``right``; a paragraph has no steps after its end
        self.steps = [range(stop - n, stop) for n, stop in zip(still, stops, strict=True)]
        step = np.repeat(steps, still)
        paragraph = np.concatenate([np.arange(n) for n in still])
        #: indices into ``tokens``, step by step: from the left, and from the right
        self.left: Ints = (ends - lengths)[paragraph] + step
        self.right: Ints = ends[paragraph] - 1 - step
        #: the paragraph of each of ``tokens``
        self.paragraph: Ints = np.repeat(np.arange(len(lengths)), lengths)
        self._ends: list[int] = [0, *ends.tolist()]

    def bounds(self, paragraph: int) -> tuple[int, int]:
        """The first of ``tokens`` of a paragraph, and the end of its last one."""
        return self._ends[paragraph], self._ends[paragraph + 1]

    def all_bounds(self) -> Iterator[tuple[int, int]]:
        """The bounds of each paragraph."""
        return pairwise(self._ends)


def _batches(read: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Batches of paragraphs of similar lengths, the longest first."""
    ordered = sorted(read, key=lambda p: p.start - p.end)
    for first in range(0, len(ordered), _BATCH):
        yield ordered[first : first + _BATCH]


def read(source: Traversable) -> NeuralTagger:
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
