"""Training of the encoder: what is learned, what stays, and the file that comes out.

Needs the extra ``train-encoder``; the networks here start from nothing, not from MiniLM.
"""

import random
from typing import NamedTuple

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="pip install 'quoteattr[train-encoder]'")
pytestmark = pytest.mark.slow

# ruff: noqa: E402  (what follows imports torch)
from quoteattr.attribute.decision.calibration import Calibration
from quoteattr.attribute.decision.fusion import Fusion
from quoteattr.attribute.encoder import encoder
from quoteattr.attribute.encoder.encoder import INPUTS, OUTPUT
from quoteattr.attribute.encoder.windows import OUTSIDE, Window, stack_windows
from quoteattr.training import encoder_fit
from quoteattr.training.boost import CORRECT, IGNORED, WRONG
from quoteattr.training.encoder import export
from quoteattr.training.encoder_fit import (
    ROUNDS,
    EncoderExample,
    NetworkTrainer,
    Round,
    choose,
    network_scores,
    write_states,
)
from quoteattr.training.encoder_network import UPPER, EncoderNetwork
from quoteattr.training.folds import FOLDS


class Nothing:
    """A base that was not pretrained, the same each time."""

    def network(self):
        """A network of random parameters."""
        torch.manual_seed(1)
        return EncoderNetwork()


def example(k, right=0, sure=False):
    """Two candidates before a quote of article k; the first piece tells which is right.

    None is for a quote of an example of the rules.
    """
    window = Window(
        [101, 2000 + right, 1, 2, 3, 4, 102], [0, 1, 1, 3, 3, 3, 0], [(1, 1), (2, 2)], (3, 5)
    )
    classes = np.full(3, WRONG, dtype=np.int8)
    classes[right] = CORRECT
    return EncoderExample(k, 0 if k is None else k % FOLDS, 0, window, classes, sure)


class Trained(NamedTuple):
    """A network after a few steps, what trained it, and its examples."""

    network: EncoderNetwork
    trainer: NetworkTrainer
    examples: list[EncoderExample]


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """All that is trained once."""
    examples = [example(k, right=k % 2) for k in range(40)]
    states = tmp_path_factory.mktemp("states") / "states.npy"
    write_states(Nothing().network().eval(), examples, states)
    trainer = NetworkTrainer(Nothing(), examples, states)
    return Trained(trainer.train(fold=0), trainer, examples)


@pytest.mark.parametrize(("first", "layers"), [(3, {"3", "4", "5"}), (0, set("012345"))])
def test_a_round_trains_the_layers_from_its_first_on(trained, first, layers):
    network, before = Nothing().network(), Nothing().network().state_dict()
    one = Round(first, epochs=1, head_rate=1e-3, rules=False)
    trained.trainer.learn(network, one, [[0, 1, 2], [3, 4, 5]])
    after = network.state_dict()
    changed = {name for name in before if not torch.equal(before[name], after[name])}
    assert {name.split(".")[1] for name in changed if name.startswith("layers.")} == layers
    assert "roles.weight" in changed
    assert not any(name.startswith(("words", "positions", "norm")) for name in changed)


def test_the_last_round_trains_all_layers_and_has_the_examples_of_the_rules():
    assert [(one.first, one.rules) for one in ROUNDS] == [(UPPER, False), (0, True)]


def test_the_articles_of_a_fold_are_left_out(tmp_path):
    examples = [example(k) for k in range(10)] + [example(None)]
    trainer = NetworkTrainer(Nothing(), examples, tmp_path)
    of_articles, of_all = (one._replace(epochs=3) for one in ROUNDS)
    for one, fold, expected in (
        (of_articles, 1, {0, 2, 3, 4, 5, 7, 8, 9}),
        (of_articles, None, set(range(10))),
        (of_all, 1, {0, 2, 3, 4, 5, 7, 8, 9, 10}),
    ):
        chosen = [k for some in trainer._batches(one, fold, random.Random(1)) for k in some]
        assert (set(chosen), len(chosen)) == (expected, 3 * len(expected))


def test_a_batch_has_examples_of_like_length(tmp_path):
    lengths = [7 + k % 50 for k in range(encoder_fit.BATCH * encoder_fit._SORTED)]
    examples = [
        example(k)._replace(window=example(k).window._replace(ids=[1] * length))
        for k, length in enumerate(lengths)
    ]
    trainer = NetworkTrainer(Nothing(), examples, tmp_path)
    for some in trainer._batches(ROUNDS[0], None, random.Random(1)):
        own = [lengths[k] for k in some]
        assert max(own) - min(own) <= 7


def test_the_file_gives_the_scores_of_the_network(trained, tmp_path):
    network, _, examples = trained
    fusion = Fusion(0.5, 0.7, 0.1, 0.95, Calibration.of([[0.0, 0.1], [1.0, 0.9]]))
    words = [f"w{k}" for k in range(30522)]
    (tmp_path / "mine.onnx").write_bytes(export(network, words, fusion))
    read = encoder.read_encoder(tmp_path / "mine.onnx")
    assert (read.fusion.rules, read.fusion.encoder, read.fusion.nobody) == (0.5, 0.7, 0.1)
    assert read.fusion.calibration.points() == [[0.0, 0.1], [1.0, 0.9]]
    windows = [e.window for e in examples[:3]]
    (scores,) = read.session.run([OUTPUT], dict(zip(INPUTS, stack_windows(windows), strict=True)))
    expected = list(network_scores(network, examples[:3]))
    assert scores == pytest.approx(np.stack(expected), abs=0.1)  # eight bits


def test_a_candidate_outside_the_window_has_one_score(trained):
    network, (first, *_) = trained.network, trained.examples
    outside = Window(*first.window[:2], [(OUTSIDE, OUTSIDE), (2, 2)], first.window.quote)
    (scores,) = network_scores(network, [first._replace(window=outside)])
    assert scores[0] == pytest.approx(network.outside.item())


def test_a_large_corpus_is_thinned_where_the_rules_are_sure(monkeypatch):
    monkeypatch.setattr(encoder_fit, "MOST_WHOLE", 100)
    unknown = example(0)._replace(classes=np.array([IGNORED, WRONG, WRONG], dtype=np.int8))
    large = [example(0, sure=True) for _ in range(200)] + [example(0) for _ in range(20)]
    small = [example(1, sure=True) for _ in range(30)]
    chosen = choose([*large, unknown, *small], ["large", "small"])
    assert sum(e.article == 1 for e in chosen) == 30
    assert sum(not e.sure for e in chosen) == 20
    assert 5 < sum(e.sure for e in chosen) - 30 < 45
