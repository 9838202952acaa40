"""Training of the encoder: what is learned, what stays, and the file that comes out.

Needs the extra ``train-encoder``; the networks here start from nothing, not from MiniLM.
"""

import random

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="pip install 'quoteattr[train-encoder]'")
pytestmark = pytest.mark.slow

# ruff: noqa: E402  (what follows imports torch)
from quoteattr.attribute import encoder
from quoteattr.attribute.calibration import Calibration
from quoteattr.attribute.encoder import INPUTS, OUTPUT
from quoteattr.attribute.opinion import Fusion
from quoteattr.attribute.windows import OUTSIDE, Window, batch
from quoteattr.training import encoder_fit
from quoteattr.training.boost import CORRECT, IGNORED, WRONG
from quoteattr.training.encoder import export
from quoteattr.training.encoder_fit import (
    EncoderExample,
    NetworkTrainer,
    choose,
    scores_of,
    write_states,
)
from quoteattr.training.encoder_network import FROZEN, EncoderNetwork


class Nothing:
    """A base that was not pretrained, the same each time."""

    def network(self):
        """A network of random parameters."""
        torch.manual_seed(1)
        return EncoderNetwork()


def example(k, right=0, sure=False):
    """Two candidates before a quote; the first piece tells which is right."""
    window = Window(
        [101, 2000 + right, 1, 2, 3, 4, 102], [0, 1, 1, 3, 3, 3, 0], [(1, 1), (2, 2)], (3, 5)
    )
    classes = np.full(3, WRONG, dtype=np.int8)
    classes[right] = CORRECT
    return EncoderExample(k, 0, window, classes, sure)


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """A network after a few steps, and its examples."""
    examples = [example(k, right=k % 2) for k in range(40)]
    states = tmp_path_factory.mktemp("states") / "states.npy"
    write_states(Nothing().network().eval(), examples, states)
    return NetworkTrainer(Nothing(), examples, states).train(fold=0), examples


def test_only_the_upper_layers_learn(trained):
    before, after = Nothing().network().state_dict(), trained[0].state_dict()
    changed = {name for name in before if not torch.equal(before[name], after[name])}
    assert {name.split(".")[1] for name in changed if name.startswith("layers.")} == {"3", "4", "5"}
    assert FROZEN == 3
    assert {"roles.weight", "outside"} <= changed | {"outside"}
    assert not any(name.startswith(("words", "positions", "norm")) for name in changed)


def test_the_articles_of_a_fold_are_left_out(tmp_path):
    trainer = NetworkTrainer(Nothing(), [example(k) for k in range(10)], tmp_path)
    order = trainer._order(1, random.Random(1))
    assert len(order) == 8 * encoder_fit.EPOCHS
    assert not {1, 6} & set(order)
    assert set(trainer._order(None, random.Random(1))) == set(range(10))


def test_the_examples_of_the_rules_are_learned_last_among_others(tmp_path):
    examples = [example(k) for k in range(20)] + [example(None) for _ in range(4)]
    trainer = NetworkTrainer(Nothing(), examples, tmp_path)
    assert not {20, 21, 22, 23} & set(trainer._order(None, random.Random(1)))
    late = trainer._late_order(0, random.Random(1))
    of_rules = [k for k in late if k >= 20]
    assert len(of_rules) == len(late) / 2 == 4 * encoder_fit.LATE_EPOCHS
    assert not {0, 5, 10, 15} & set(late)


def test_the_file_gives_the_scores_of_the_network(trained, tmp_path):
    network, examples = trained
    fusion = Fusion(0.5, 0.7, 0.1, 0.95, Calibration.of([[0.0, 0.1], [1.0, 0.9]]))
    words = [f"w{k}" for k in range(30522)]
    (tmp_path / "mine.onnx").write_bytes(export(network, words, fusion))
    read = encoder.read(tmp_path / "mine.onnx")
    assert (read.fusion.rules, read.fusion.encoder, read.fusion.nobody) == (0.5, 0.7, 0.1)
    assert read.fusion.calibration.points() == [[0.0, 0.1], [1.0, 0.9]]
    windows = [e.window for e in examples[:3]]
    (scores,) = read.session.run([OUTPUT], dict(zip(INPUTS, batch(windows), strict=True)))
    expected = list(scores_of(network, examples[:3]))
    assert scores == pytest.approx(np.stack(expected), abs=0.1)  # eight bits


def test_a_candidate_outside_the_window_has_one_score(trained):
    network, (first, *_) = trained
    outside = Window(*first.window[:2], [(OUTSIDE, OUTSIDE), (2, 2)], first.window.quote)
    (scores,) = scores_of(network, [first._replace(window=outside)])
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
