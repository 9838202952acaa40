"""Training on a few made-up articles: weights that read back, and weights of another version."""

import json

import numpy as np
import pytest
from gold_folder import write_examples

import quoteattr
from quoteattr.errors import WeightsError
from quoteattr.learn import train
from quoteattr.learn.brat import read_gold
from quoteattr.link import weights
from quoteattr.link.weights import COLUMNS

pytest.importorskip("lightgbm")
pytest.importorskip("sklearn")


@pytest.fixture(scope="module")
def golds(tmp_path_factory):
    return list(read_gold(write_examples(tmp_path_factory.mktemp("gold"))))


@pytest.fixture(scope="module")
def learned(golds, quick_training):
    """What is learned from the example articles."""
    return train.train(golds)


def test_what_is_learned(learned):
    assert len(learned["trees"]) == 2 * train.MODELS
    shares, rights = np.array(learned["calibration"]).T
    assert (np.diff(shares) >= 0).all()
    assert (np.diff(rights) >= 0).all()
    assert 0 <= rights.min() <= rights.max() <= 1


def test_the_same_articles_give_the_same_weights(golds, learned):
    assert train.train(golds) == learned


def test_weights_read_back_as_they_were_written(learned, tmp_path):
    path = tmp_path / "weights.json"
    train.write(learned, path)
    assert json.loads(path.read_text("utf-8")) == learned
    rows = np.random.default_rng(7).integers(0, 3, (20, len(COLUMNS))).astype(np.float32)
    built = weights.from_trees(learned["trees"], learned["calibration"])
    assert (weights.read(path).scores(rows) == built.scores(rows)).all()


def test_what_was_learned_links(learned, golds):
    mine = weights.from_trees(learned["trees"], learned["calibration"])
    records = quoteattr.extract(golds[0].text, weights=mine)
    assert any(record.speaker for record in records)
    assert all(0 <= record.confidence <= 1 for record in records)


def test_a_rule_of_another_version_is_named(learned, tmp_path):
    tree = {"rule": "no-such-rule", "above": 0.5, "value": 0.0, "no": 0.0, "yes": 1.0}
    path = tmp_path / "weights.json"
    train.write({**learned, "trees": [tree]}, path)
    with pytest.raises(WeightsError, match=r"no-such-rule.*learn the weights anew"):
        weights.read(path)


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"trees": [], "calibration": 3}'])
def test_a_file_of_something_else_is_named(content, tmp_path):
    path = tmp_path / "weights.json"
    path.write_text(content)
    with pytest.raises(WeightsError, match=r"weights\.json is not a file of weights"):
        weights.read(path)
