"""Boosting starts no threads: beside a busy machine they would wait for one another."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

if find_spec("lightgbm") is None:
    pytest.skip("the extra train is not installed: no lightgbm", allow_module_level=True)

THREADS = """
import os

import lightgbm
import numpy as np
from quoteattr.attribute.trees import COLUMNS
from quoteattr.training import boost

def threads():
    return len(os.listdir("/proc/self/task"))

rows = np.random.default_rng(7).integers(0, 2, (200, 4, len(COLUMNS))).astype(np.float32)
labels = np.array([boost.CORRECT, *[boost.WRONG] * 3], dtype=np.int8)
before = threads()
trees = boost.fit([boost.TrainingExample(each, labels) for each in rows], 1, 2)
print(len(trees), threads() - before)
"""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux tells of threads")
def test_boosting_starts_no_threads():
    command = [sys.executable, "-c", THREADS]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["2", "0"]
