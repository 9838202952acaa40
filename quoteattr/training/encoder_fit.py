"""Fine-tune networks of the encoder on annotated quotes."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from attrs import frozen
from numpy.typing import NDArray
from torch import Tensor

from quoteattr.attribute.decision.decode import attribute
from quoteattr.attribute.decision.trees import Trees
from quoteattr.attribute.encoder.windows import Window, WindowReader, WordPieces, stack_windows
from quoteattr.attribute.rules import Floats
from quoteattr.training.annotated import AnnotatedDocument
from quoteattr.training.boost import CORRECT, IGNORED
from quoteattr.training.encoder_network import (
    DROPOUT,
    UPPER,
    WIDTH,
    Base,
    EncoderNetwork,
    mask_of,
    tensors,
)
from quoteattr.training.folds import fold_of

#: in a corpus with more quotes than this, only a share of the quotes that the rules decide
#: confidently is kept: the encoder is used for the others
MOST_WHOLE, SURE, SHARE = 5000, 0.97, 0.1
#: AdamW (Loshchilov and Hutter 2019), its learning rate warming up for some steps and then decaying
BATCH, RATE, WARM_UP, SEED = 16, 1e-4, 40, 7
#: batches whose examples are shuffled and then sorted by length, to minimise padding
_SORTED = 8
#: score of an ignored candidate, and of a wrong one where the right ones are summed
_LEFT_OUT, _NOT_RIGHT = -1e4, -1e9


class Round(NamedTuple):
    """A round of fine-tuning."""

    #: the first layer that is trained
    first: int
    epochs: int
    #: the peak learning rate of the new parameters
    head_rate: float
    #: whether the examples of the rules are included with those of the articles
    rules: bool


#: First the layers next to the decision, then all (gradual unfreezing, Howard and Ruder 2018). The
#: examples of the rules, texts of one or two sentences, teach what articles do not: networks
#: trained without them predicted nobody in most short texts.
ROUNDS = (
    Round(UPPER, epochs=2, head_rate=1e-3, rules=False),
    Round(0, epochs=2, head_rate=3e-4, rules=True),
)


class EncoderExample(NamedTuple):
    """A quote in its window."""

    #: the number of its article, None for an example of the rules
    article: int | None
    #: the fold of the article
    fold: int
    #: its index in the article
    quote: int
    window: Window
    #: the class of each candidate, nobody's last
    classes: NDArray[np.int8]
    #: whether the rules decide it confidently
    sure: bool

    @property
    def is_known(self) -> bool:
        """Whether one of the candidates, or nobody, is right."""
        return bool((self.classes == CORRECT).any())


def make_examples(
    document: AnnotatedDocument, article: int | None, pieces: WordPieces, trees: Trees
) -> Iterator[EncoderExample]:
    """Make an example of each quote of an article that has a label.

    Args:
        document: the article.
        article: its number, None for an example of the rules.
        pieces: the word pieces of the network.
        trees: the trees, which show the quotes that the rules decide confidently.
    """
    attributed, fold = attribute(document.document, trees), fold_of(document.name)
    reader = WindowReader.of(document.document, pieces)
    labelled = zip(document.labelled(), attributed.attributions, strict=True)
    for (quote, candidates, classes), attribution in labelled:
        window, sure = reader.window(quote, candidates), attributed.confidence(attribution) >= SURE
        yield EncoderExample(article, fold, quote.index, window, classes, sure)


def choose(examples: Sequence[EncoderExample], corpora: Sequence[str]) -> list[EncoderExample]:
    """Choose the examples that networks learn from.

    Args:
        examples: all.
        corpora: for each article its corpus; the examples of the rules have none.
    """
    of = [None if example.article is None else corpora[example.article] for example in examples]
    sizes, lot = Counter(of), random.Random(SEED)
    return [
        example
        for example, corpus in zip(examples, of, strict=True)
        if example.is_known
        and (sizes[corpus] <= MOST_WHOLE or not example.sure or lot.random() < SHARE)
    ]


def write_states(network: EncoderNetwork, examples: Sequence[EncoderExample], path: Path) -> None:
    """Write the output states of the lower layers before training: examples × pieces × width."""
    longest = max(len(example.window.ids) for example in examples)
    shape = len(examples), longest, WIDTH
    states = np.lib.format.open_memmap(path, "w+", np.float16, shape)
    for first in range(0, len(examples), BATCH):
        ids = tensors(
            stack_windows([example.window for example in examples[first : first + BATCH]])
        )[0]
        with torch.no_grad():
            some = network.lower(ids, mask_of(ids)).numpy()
        states[first : first + len(some), : some.shape[1]] = some
    states.flush()


@frozen
class NetworkTrainer:
    """Train networks on the same examples, each without those of one fold."""

    base: Base
    examples: Sequence[EncoderExample]
    #: the file of ``write_states``
    states: Path

    def train(self, fold: int | None = None) -> EncoderNetwork:
        """Train a network.

        Args:
            fold: the fold whose articles are left out, None to use all.
        """
        torch.set_num_threads(1)
        torch.manual_seed(SEED)
        network, lot = self.base.network(), random.Random(SEED)
        for one in ROUNDS:
            self.learn(network, one, self._batches(one, fold, lot))
        return network

    def learn(self, network: EncoderNetwork, one: Round, batches: Sequence[Sequence[int]]) -> None:
        """Train a network for one round on batches of examples, given by their indices."""
        network.train()
        optimiser, parameters = _optimiser(network, one)
        for step, chosen in enumerate(batches):
            rate = min(1, (step + 1) / WARM_UP) * (1 - step / len(batches))
            for group in optimiser.param_groups:
                group["lr"] = group["peak"] * rate
            loss = self._loss(network, one, chosen)
            optimiser.zero_grad()
            _backward(loss)
            torch.nn.utils.clip_grad_norm_(parameters, 1.0)
            optimiser.step()

    def _batches(self, one: Round, fold: int | None, lot: random.Random) -> list[Sequence[int]]:
        """The batches of a round, epoch after epoch, of examples of similar length."""
        indices, batches = self._indices(one, fold), list[Sequence[int]]()
        for _ in range(one.epochs):
            lot.shuffle(indices)
            for some in _cut(indices, _SORTED * BATCH):
                by_length = sorted(some, key=lambda k: len(self.examples[k].window.ids))
                sorted_batches = list(_cut(by_length, BATCH))
                lot.shuffle(sorted_batches)
                batches += sorted_batches
        return batches

    def _indices(self, one: Round, fold: int | None) -> list[int]:
        """The indices of the examples of a round, without the articles of a fold."""
        return [
            k
            for k, example in enumerate(self.examples)
            if (one.rules if example.article is None else fold != example.fold)
        ]

    def _loss(self, network: EncoderNetwork, one: Round, chosen: Sequence[int]) -> Tensor:
        """Cross entropy; if several candidates are right, of their summed probability."""
        examples = [self.examples[k] for k in chosen]
        ids, roles, candidates, quote = tensors(stack_windows([e.window for e in examples]))
        mask = mask_of(ids)
        if one.first < UPPER:
            lower = network.lower(ids, mask, DROPOUT)
        else:
            states = np.load(self.states, mmap_mode="r")[chosen, : ids.shape[1]]
            lower = torch.from_numpy(states.astype(np.float32))
        scores = network.upper(lower, roles, mask, candidates, quote)
        classes = torch.from_numpy(_classes(examples, scores.shape[1]))
        scores = scores.masked_fill(classes == IGNORED, _LEFT_OUT)
        right = torch.logsumexp(scores.masked_fill(classes != CORRECT, _NOT_RIGHT), 1)
        return (torch.logsumexp(scores, 1) - right).mean()


def _cut(indices: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    """Split a sequence into parts of a size; the last one may be shorter."""
    return (indices[first : first + size] for first in range(0, len(indices), size))


def _backward(loss: Any) -> None:
    """Compute the gradient of a loss; PyTorch's method has no type annotations."""
    loss.backward()


def _optimiser(network: EncoderNetwork, one: Round) -> tuple[Any, list[Any]]:
    """The optimiser of a round, and all parameters that it updates."""
    for k, layer in enumerate(network.layers):
        layer.requires_grad_(k >= one.first)
    layers = [p for layer in network.layers[one.first :] for p in layer.parameters()]
    new = (network.candidate, network.nobody, network.roles)
    heads = [*(p for part in new for p in part.parameters()), network.outside]
    groups = [{"params": layers, "peak": RATE}, {"params": heads, "peak": one.head_rate}]
    return torch.optim.AdamW(groups, lr=RATE, weight_decay=0.01), layers + heads


def _classes(examples: Sequence[EncoderExample], width: int) -> NDArray[np.int8]:
    """The classes of all candidates, nobody's last; padding is ignored."""
    out = np.full((len(examples), width), IGNORED, dtype=np.int8)
    for row, example in zip(out, examples, strict=True):
        row[: len(example.classes) - 1] = example.classes[:-1]
        row[-1] = example.classes[-1]
    return out


def network_scores(network: EncoderNetwork, examples: Sequence[EncoderExample]) -> Iterator[Floats]:
    """The scores of a network for the candidates of each example, nobody's last."""
    network.eval()
    for first in range(0, len(examples), BATCH):
        some = examples[first : first + BATCH]
        with torch.no_grad():
            table = network(*tensors(stack_windows([example.window for example in some]))).numpy()
        for row, example in zip(table, some, strict=True):
            yield np.append(row[: len(example.classes) - 1], row[-1])
