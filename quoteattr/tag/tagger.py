"""Tells of every token whether somebody's words are reported there, and who reports them how.

A tagger reads each paragraph from both ends with gated recurrent chunks (Cho and others 2014) and
chooses the likeliest row of labels with a linear-chain conditional random field (Lafferty, McCallum
and Pereira 2001; both together: Huang, Xu and Yu 2015). It needs no parser: what a token is, it
knows from its class (``detect/lexicon.py``), its word vector (``tag/embeddings.py``), its last
letters and, for the commonest words, the word itself. A quoted span is one token.

Its arrays are learned by ``quoteattr train`` (``training/tagging.py``); ``model/model.py`` knows
where they are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import IO, Any, Literal, NamedTuple
from zlib import crc32

import numpy as np
from attrs import define, frozen
from numpy.typing import NDArray

from quoteattr.detect.lexicon import CLASSES
from quoteattr.detect.tokens import Token
from quoteattr.errors import ModelError
from quoteattr.tag import embeddings as vectors
from quoteattr.text import shorten_text

Label = Literal["outside", "begin", "inside", "cue", "source"]
#: the labels of a token; ``begin`` is the first token of a reported content, ``inside`` any other
LABELS: tuple[Label, ...] = ("outside", "begin", "inside", "cue", "source")
OUTSIDE, BEGIN, INSIDE, CUE, SOURCE = range(len(LABELS))

#: what is known of a token: row of its vector, slots of its ending and its word, its shape, class
FEATURES = ("vector", "ending", "word", "shape", "symbol")
#: slots that endings and words share by their checksum
ENDING_SLOTS, WORD_SLOTS = 2000, 5000
#: letters of an ending
ENDING = 3
#: a capital or none; of a quoted span, its length, its last mark and its first letter
SHAPES = 20
#: words up to which a quoted span is a term, and a phrase
_TERM, _PHRASE = 2, 5
#: paragraphs that are read at a time, and most tokens of one: the rest is read as another
_SIDE_BY_SIDE, LONGEST = 32, 512
#: Most multiplications of one matrix product. A BLAS shares a larger one among threads, which wait
#: for the next so busily that they cost more than they bring, above all where other processes have
#: work for the processor. OpenBLAS, which the wheels of NumPy bring, starts none up to 262,144
#: (``interface/gemm.c``: ``SMP_THRESHOLD_MIN * GEMM_MULTITHREAD_THRESHOLD``), and below 125,000 on
#: the one processor that has less patience (Neoverse V2).
_MULTIPLICATIONS = 120_000

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]
_SYMBOLS = {tag: number for number, tag in enumerate(CLASSES)}


class Paragraph(NamedTuple):
    """Tokens of one paragraph: ``tokens[start:end]``."""

    start: int
    end: int


@frozen
class Tagged:
    """What the tagger says of an article's tokens."""

    #: a number of ``LABELS`` for each token
    labels: list[int]
    #: how likely each token has each label: tokens × labels
    likely: Floats


def paragraphs(tokens: Sequence[Token]) -> list[Paragraph]:
    """The paragraphs that are read, none longer than ``LONGEST`` tokens."""
    ends = [i for i, token in enumerate(tokens) if token.tag == "/"]
    starts = [0, *(end + 1 for end in ends)]
    return [
        Paragraph(first, min(first + LONGEST, end))
        for start, end in zip(starts, [*ends, len(tokens)], strict=True)
        for first in range(start, end, LONGEST)
    ]


def features(text: str, tokens: Sequence[Token]) -> Ints:
    """What is known of each token: tokens × ``FEATURES``, each a number."""
    rows = [
        _quote_features(text[token.start : token.end])
        if token.tag == "Q"
        else _word_features(token.word, token.tag, token.capital)
        for token in tokens
    ]
    return np.array(rows, dtype=np.intp).reshape(-1, len(FEATURES))


@lru_cache(maxsize=1 << 16)
def _word_features(word: str, tag: str, capital: bool) -> tuple[int, ...]:
    """What is known of a word or a mark of punctuation."""
    return (
        vectors.default().row(word),
        _slot(word[-ENDING:], ENDING_SLOTS),
        _slot(word, WORD_SLOTS),
        int(capital),
        _SYMBOLS[tag],
    )


def _slot(word: str, slots: int) -> int:
    """One of so many slots, always the same for a word."""
    return crc32(word.encode("utf-8", "surrogatepass")) % slots


def _quote_features(quote: str) -> tuple[int, ...]:
    """What is known of a quoted span, its marks included."""
    words = quote.split()
    length = 0 if len(words) <= _TERM else 1 if len(words) <= _PHRASE else 2
    last = quote.rstrip("\"'”’»").rstrip()[-1:]
    ending = 0 if last == "," else 1 if last in ".?!…" else 2
    shape = 2 + 6 * length + 2 * ending + quote[1:2].isupper()
    return (0, _slot("", ENDING_SLOTS), _slot("", WORD_SLOTS), shape, _SYMBOLS["Q"])


@define(eq=False)
class Tagger:
    """The arrays of a tagger; ``tag`` is what it is for."""

    arrays: Mapping[str, Floats]

    def tag(
        self, text: str, tokens: Sequence[Token], read: Sequence[Paragraph] | None = None
    ) -> Tagged:
        """Label the tokens of an article.

        The cost is linear in the tokens that are read, whatever they are.

        Args:
            text: the article as given.
            tokens: its tokens, each quoted span one.
            read: the paragraphs to read; every token elsewhere is outside. All by default.
        """
        known = features(text, tokens)
        labels = np.full(len(tokens), OUTSIDE)
        likely = np.zeros((len(tokens), len(LABELS)), dtype=np.float32)
        likely[:, OUTSIDE] = 1
        for batch in _batches(paragraphs(tokens) if read is None else read):
            reading = _Reading(batch)
            emitted = self._emissions(known[reading.tokens], reading)
            labels[reading.tokens] = self._best(emitted, reading)
            likely[reading.tokens] = self._likely(emitted, reading)
        return Tagged(labels.tolist(), likely)

    def _emissions(self, known: Ints, reading: _Reading) -> Floats:
        """How well each label fits each token: tokens × labels."""
        arrays = self.arrays
        inputs = np.concatenate(
            [table[column] for table, column in zip(self._tables(), known.T, strict=True)],
            axis=1,
        )
        read = self._read(inputs, reading)
        hidden = np.maximum(_product(read, arrays["hidden"]) + arrays["hidden_bias"], 0)
        return _product(hidden, arrays["output"]) + arrays["output_bias"]

    def _tables(self) -> tuple[Floats, ...]:
        """What each number of each feature stands for."""
        arrays = self.arrays
        return (vectors.default().table, *(arrays[name] for name in FEATURES[1:]))

    def _read(self, inputs: Floats, reading: _Reading) -> Floats:
        """The states of both readings at each token: tokens × twice the width."""
        recurrent = _columns(self.arrays["recurrent"])
        width = recurrent.shape[-2]
        both = np.concatenate(self.arrays["input"], axis=1)
        from_left, from_right = np.split(_product(inputs, both), 2, axis=1)
        given: Floats = np.stack((from_left[reading.left], from_right[reading.right]))
        given += self.arrays["bias"][:, None]
        states = np.empty((2, len(inputs), width), dtype=np.float32)
        state: Any = np.zeros((2, len(reading.steps[0]), width), dtype=np.float32)
        for step in reading.steps:
            now = given[:, step.start : step.stop]
            state = state[:, : len(step)]
            kept = _multiply(state, recurrent)
            gates = 1 / (1 + np.exp(-now[..., : 2 * width] - kept[..., : 2 * width]))
            fresh = np.tanh(now[..., 2 * width :] + gates[..., width:] * kept[..., 2 * width :])
            state = fresh + gates[..., :width] * (state - fresh)
            states[:, step.start : step.stop] = state
        out = np.empty((len(inputs), 2 * width), dtype=np.float32)
        out[reading.left, :width], out[reading.right, width:] = states
        return out

    def _best(self, emitted: Floats, reading: _Reading) -> Ints:
        """The likeliest row of labels of each paragraph (Viterbi 1967)."""
        moves = self.arrays["moves"]
        fits = emitted[reading.left]
        came_from = np.zeros(emitted.shape, dtype=np.intp)
        scores = self.arrays["starts"] + fits[: len(reading.steps[0])]
        last = [scores]
        for step in reading.steps[1:]:
            ways = scores[: len(step), :, None] + moves
            came_from[reading.left[step.start : step.stop]] = ways.argmax(axis=1)
            scores = ways.max(axis=1) + fits[step.start : step.stop]
            last.append(scores)
        return _trace(np.concatenate(last)[np.argsort(reading.left)], came_from, reading)

    def _likely(self, emitted: Floats, reading: _Reading) -> Floats:
        """How likely each label is at each token, over all rows of labels."""
        moves, starts = np.exp(self.arrays["moves"]), np.exp(self.arrays["starts"])
        fits = np.exp(emitted - emitted.max(axis=1, keepdims=True))
        forward, backward = np.empty_like(fits), np.empty_like(fits)
        from_left, from_right = fits[reading.left], fits[reading.right]
        first = len(reading.steps[0])
        before, after = starts * from_left[:first], np.ones_like(from_right[:first])
        for number, step in enumerate(reading.steps):
            if number:
                came = np.matmul(before[: len(step)], moves) * from_left[step.start : step.stop]
                before = came / came.sum(axis=1, keepdims=True)
                last = reading.steps[number - 1]
                fit_on = from_right[last.start : last.start + len(step)]
                goes = np.matmul(after[: len(step)] * fit_on, moves.T)
                after = goes / goes.sum(axis=1, keepdims=True)
            forward[reading.left[step.start : step.stop]] = before
            backward[reading.right[step.start : step.stop]] = after
        joint = forward * backward
        likely: Floats = joint / joint.sum(axis=1, keepdims=True)
        return likely


def _product(rows: Floats, array: Floats) -> Floats:
    """Matrix product of any number of rows, in blocks that start no threads."""
    blocks = -(-len(rows) // _SIDE_BY_SIDE)
    padded = np.zeros((blocks, _SIDE_BY_SIDE, rows.shape[1]), dtype=np.float32)
    padded.reshape(-1, rows.shape[1])[: len(rows)] = rows
    product = _multiply(padded, _columns(array))
    return product.reshape(-1, array.shape[1])[: len(rows)]


def _columns(array: Floats) -> Floats:
    """Blocks of columns, so narrow that ``_SIDE_BY_SIDE`` rows times one of them starts no threads.

    Of an array (… × rows × columns) they are … × blocks × rows × columns of a block.
    """
    *stack, height, width = array.shape
    most = max(1, _MULTIPLICATIONS // (_SIDE_BY_SIDE * height))
    narrow = next(n for n in range(min(most, width), 0, -1) if width % n == 0)
    return np.ascontiguousarray(
        array.reshape(*stack, height, width // narrow, narrow).swapaxes(-2, -3)
    )


def _multiply(rows: Floats, columns: Floats) -> Floats:
    """Matrix product of at most ``_SIDE_BY_SIDE`` rows (of each of a stack) and ``_columns``."""
    blocks, _, narrow = columns.shape[-3:]
    product = np.empty((*rows.shape[:-1], blocks, narrow), dtype=np.float32)
    np.matmul(rows[..., None, :, :], columns, out=product.swapaxes(-2, -3))
    return product.reshape(*rows.shape[:-1], -1)


def _trace(best: Floats, came_from: Ints, reading: _Reading) -> Ints:
    """Follow the likeliest row of labels of each paragraph back from its end."""
    labels = np.zeros(len(best), dtype=np.intp)
    here = reading.right[: len(reading.steps[0])]
    label = best[here].argmax(axis=1)
    labels[here] = label
    for step in reading.steps[1:]:
        label = came_from[here[: len(step)], label[: len(step)]]
        here = reading.right[step.start : step.stop]
        labels[here] = label
    return labels


class _Reading:
    """Paragraphs read side by side, the longest first, one token of each at every step."""

    def __init__(self, batch: Sequence[Paragraph]) -> None:
        """Read these paragraphs, in order of their length, the longest first."""
        lengths = np.array([p.end - p.start for p in batch])
        ends = lengths.cumsum()
        #: the tokens of the article that are read, paragraph by paragraph
        self.tokens: Ints = np.concatenate([np.arange(p.start, p.end) for p in batch])
        steps = np.arange(lengths[0])
        still = np.searchsorted(-lengths, -steps, side="left")
        stops = still.cumsum()
        #: the places of each step in the two rows below; of no paragraph after its end
        self.steps = [range(stop - n, stop) for n, stop in zip(still, stops, strict=True)]
        step = np.repeat(steps, still)
        paragraph = np.concatenate([np.arange(n) for n in still])
        #: places among ``tokens``, step by step: of the next from the left, and from the right
        self.left: Ints = (ends - lengths)[paragraph] + step
        self.right: Ints = ends[paragraph] - 1 - step


def _batches(found: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """A few paragraphs at a time, the longest first, so that those of about one length meet."""
    ordered = sorted(found, key=lambda p: p.start - p.end)
    for first in range(0, len(ordered), _SIDE_BY_SIDE):
        yield ordered[first : first + _SIDE_BY_SIDE]


def read(source: Traversable) -> Tagger:
    """Read a tagger from a file.

    Raises:
        ModelError: the file is not one of a tagger.
    """
    try:
        with source.open("rb") as file:
            return Tagger(_arrays(file))
    except OSError as error:
        reason = error.strerror or str(error)
        raise ModelError(
            f"cannot read {source}: {reason}", where=str(source), remedy="pass one that can be read"
        ) from error
    except Exception as error:  # a file may hold anything: BadZipFile, EOFError, zlib.error …
        reason = shorten_text(f"{type(error).__name__}: {error}")
        raise ModelError(
            f"{source} is not a file of a tagger ({reason})",
            where=str(source),
            remedy="pass one that quoteattr train wrote",
        ) from error


#: the arrays of a tagger, in the order of the work
ARRAYS = (
    *FEATURES[1:],
    *("input", "recurrent", "bias", "hidden", "hidden_bias", "output", "output_bias"),
    *("moves", "starts"),
)


def _arrays(file: IO[bytes]) -> dict[str, Floats]:
    """The arrays of an open file, as numbers that are quick to work with."""
    data = np.load(file)
    return {name: data[name].astype(np.float32) for name in ARRAYS}
