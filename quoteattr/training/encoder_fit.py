"""Fine-tunes networks of the encoder on annotated quotes."""

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

from quoteattr.attribute.decode import attribute
from quoteattr.attribute.rules import Floats
from quoteattr.attribute.trees import Trees
from quoteattr.attribute.windows import Window, WindowReader, WordPieces, batch
from quoteattr.training.annotated import AnnotatedDocument
from quoteattr.training.boost import CORRECT, IGNORED
from quoteattr.training.encoder_network import (
    FROZEN,
    WIDTH,
    Base,
    EncoderNetwork,
    mask_of,
    tensors,
)
from quoteattr.training.train import FOLDS

#: of a corpus with more quotes than this only a share is kept of those that the rules are sure of:
#: the encoder is asked of the others
MOST_WHOLE, SURE, SHARE = 5000, 0.97, 0.1
#: AdamW (Loshchilov and Hutter 2019), its rate rising for some steps and then falling; what is new
#: in the network learns faster
EPOCHS, BATCH, RATE, HEAD_RATE, WARM_UP, SEED = 2, 16, 1e-4, 1e-3, 40, 7
#: then the examples of the rules so often, among as many of articles, at a share of the rate: they
#: are short texts of one or two sentences, which articles do not teach
LATE_EPOCHS, LATE_RATE = 2, 0.5
#: score of a candidate that is left out, and of one that is not right where those are summed
_LEFT_OUT, _NOT_RIGHT = -1e4, -1e9


class EncoderExample(NamedTuple):
    """A quote in its window."""

    #: the number of its article, None of an example of the rules; and its index there
    article: int | None
    quote: int
    window: Window
    #: the class of each candidate, nobody's last
    classes: NDArray[np.int8]
    #: the rules are sure of it
    sure: bool

    @property
    def is_known(self) -> bool:
        """One of the candidates, or nobody, is right."""
        return bool((self.classes == CORRECT).any())


def make_examples(
    document: AnnotatedDocument, article: int | None, pieces: WordPieces, trees: Trees
) -> Iterator[EncoderExample]:
    """Make an example of each quote of an article that has a label.

    Args:
        document: the article.
        article: its number, None of an example of the rules.
        pieces: the word pieces of the network.
        trees: what the rules are worth; they tell which quotes the rules are sure of.
    """
    attributed = attribute(document.document, trees)
    reader = WindowReader.of(document.document, pieces)
    labelled = zip(document.labelled(), attributed.attributions, strict=True)
    for (quote, candidates, classes), attribution in labelled:
        window, sure = reader.window(quote, candidates), attributed.confidence(attribution) >= SURE
        yield EncoderExample(article, quote.index, window, classes, sure)


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
    """Write what the layers give that are not trained: examples × pieces × width."""
    longest = max(len(example.window.ids) for example in examples)
    shape = len(examples), longest, WIDTH
    states = np.lib.format.open_memmap(path, "w+", np.float16, shape)
    for first in range(0, len(examples), BATCH):
        ids = tensors(batch([example.window for example in examples[first : first + BATCH]]))[0]
        with torch.no_grad():
            some = network.lower(ids, mask_of(ids)).numpy()
        states[first : first + len(some), : some.shape[1]] = some
    states.flush()


@frozen
class NetworkTrainer:
    """Trains networks on the same examples, each without those of one fold."""

    base: Base
    examples: Sequence[EncoderExample]
    #: the file of ``write_states``
    states: Path

    def train(self, fold: int | None = None) -> EncoderNetwork:
        """Train a network.

        Args:
            fold: the fold whose articles are left out, None for none.
        """
        torch.set_num_threads(1)
        torch.manual_seed(SEED)
        network = self.base.network()
        lot = random.Random(SEED)
        self.learn(network, self._order(fold, lot), 1.0)
        self.learn(network, self._late_order(fold, lot), LATE_RATE)
        return network

    def learn(self, network: EncoderNetwork, order: Sequence[int], share: float) -> None:
        """Change a network by examples.

        Args:
            network: what is changed.
            order: the indices of the examples, one after the other.
            share: of the usual rates.
        """
        network.train()
        states = np.load(self.states, mmap_mode="r")
        optimiser, parameters = _optimiser(network)
        steps = len(order) // BATCH
        for step in range(steps):
            rate = share * min(1, (step + 1) / WARM_UP) * (1 - step / steps)
            for group in optimiser.param_groups:
                group["lr"] = group["peak"] * rate
            loss = self._loss(network, states, order[step * BATCH : (step + 1) * BATCH])
            optimiser.zero_grad()
            _backward(loss)
            torch.nn.utils.clip_grad_norm_(parameters, 1.0)
            optimiser.step()

    def _order(self, fold: int | None, lot: random.Random) -> list[int]:
        """The indices of the examples of articles, epoch after epoch."""
        indices, order = self._of_articles(fold), []
        for _ in range(EPOCHS):
            lot.shuffle(indices)
            order += indices
        return order

    def _late_order(self, fold: int | None, lot: random.Random) -> list[int]:
        """The indices of the examples of the rules, with as many of articles."""
        rules = LATE_EPOCHS * [k for k, e in enumerate(self.examples) if e.article is None]
        articles = self._of_articles(fold)
        order = rules + lot.sample(articles, min(len(rules), len(articles)))
        lot.shuffle(order)
        return order

    def _of_articles(self, fold: int | None) -> list[int]:
        """The indices of the examples of articles, without those of a fold."""
        numbers = enumerate(example.article for example in self.examples)
        return [k for k, n in numbers if n is not None and (fold is None or n % FOLDS != fold)]

    def _loss(self, network: EncoderNetwork, states: Any, chosen: Sequence[int]) -> Tensor:
        """Cross entropy; of several right candidates, of all together."""
        examples = [self.examples[k] for k in chosen]
        ids, roles, candidates, quote = tensors(batch([e.window for e in examples]))
        lower = torch.from_numpy(states[chosen, : ids.shape[1]].astype(np.float32))
        scores = network.upper(lower, roles, mask_of(ids), candidates, quote)
        classes = torch.from_numpy(_classes(examples, scores.shape[1]))
        scores = scores.masked_fill(classes == IGNORED, _LEFT_OUT)
        right = torch.logsumexp(scores.masked_fill(classes != CORRECT, _NOT_RIGHT), 1)
        return (torch.logsumexp(scores, 1) - right).mean()


def _backward(loss: Any) -> None:
    """Compute the gradient of a loss; PyTorch gives this method no types."""
    loss.backward()


def _optimiser(network: EncoderNetwork) -> tuple[Any, list[Any]]:
    """The optimiser, and all parameters that it changes."""
    layers = [p for layer in network.layers[FROZEN:] for p in layer.parameters()]
    new = (network.candidate, network.nobody, network.roles)
    heads = [*(p for part in new for p in part.parameters()), network.outside]
    groups = [{"params": layers, "peak": RATE}, {"params": heads, "peak": HEAD_RATE}]
    return torch.optim.AdamW(groups, lr=RATE, weight_decay=0.01), layers + heads


def _classes(examples: Sequence[EncoderExample], width: int) -> NDArray[np.int8]:
    """The classes of all candidates, nobody's last; what fills a row up is ignored."""
    out = np.full((len(examples), width), IGNORED, dtype=np.int8)
    for row, example in zip(out, examples, strict=True):
        row[: len(example.classes) - 1] = example.classes[:-1]
        row[-1] = example.classes[-1]
    return out


def scores_of(network: EncoderNetwork, examples: Sequence[EncoderExample]) -> Iterator[Floats]:
    """The scores of a network for the candidates of each example, nobody's last."""
    network.eval()
    for first in range(0, len(examples), BATCH):
        some = examples[first : first + BATCH]
        with torch.no_grad():
            table = network(*tensors(batch([example.window for example in some]))).numpy()
        for row, example in zip(table, some, strict=True):
            yield np.append(row[: len(example.classes) - 1], row[-1])
