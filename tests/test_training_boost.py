"""Boosting starts no threads: beside a busy machine they would wait for one another."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from quoteattr.training.boost import MAX_CONFIDENCE, calibrate

if find_spec("lightgbm") is None:
    pytest.skip("the extra train is not installed: no lightgbm", allow_module_level=True)

THREADS = """
import os

import lightgbm
import numpy as np
from quoteattr.attribute.decision.trees import RULE_COLUMNS
from quoteattr.training import boost

def threads():
    return len(os.listdir("/proc/self/task"))

rows = np.random.default_rng(7).integers(0, 2, (200, 4, len(RULE_COLUMNS))).astype(np.float32)
labels = np.array([boost.CORRECT, *[boost.WRONG] * 3], dtype=np.int8)
before = threads()
trees = boost.fit([boost.TrainingExample(each, labels) for each in rows], 1, 2)
print(len(trees), threads() - before)
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux tells of threads")
def test_boosting_starts_no_threads():
    command = [sys.executable, "-c", THREADS]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["2", "0"]


def test_a_calibrated_share_is_how_often_such_predictions_are_correct():
    shares = np.linspace(0.3, 0.99, 4000)
    odds = 0.8 * np.log(shares / (1 - shares)) - 0.3
    truth = 1 / (1 + np.exp(-odds))
    correct = np.random.default_rng(7).random(len(shares)) < truth
    points, rates = np.array(calibrate(shares.tolist(), correct.tolist())).T
    assert np.interp(shares, points, rates) == pytest.approx(truth, abs=0.03)
    assert (np.diff(rates) > 0).all()


@pytest.mark.parametrize("correct", [True, False])
def test_where_all_predictions_are_alike_nothing_is_certain(correct):
    rates = np.array(calibrate([0.4, 0.6, 0.8, 0.9] * 5, [correct] * 20))[:, 1]
    assert (np.diff(rates) >= 0).all()
    assert 0 < rates.min() <= rates.max() <= MAX_CONFIDENCE


def test_without_predictions_a_share_is_taken_as_it_is():
    assert calibrate([], []) == [[0.0, 0.0], [1.0, 1.0]]
