"""Estimate the probability that a reported clause is speech, complete, and by its speaker.

The corpus on which clauses are trained counts as reported whatever anybody said, thought or meant,
including noun objects (*attacked the plan*). This module decides what a reader would call reported
speech, with small trees over the features of ``speech_features.py``: the tagger's output, how the
speaker was chosen, the cue and the words. They are boosted on articles in which all reported speech
is annotated (``training/speech.py``); their sum, calibrated on held-out articles, is the confidence
of a clause.

``model/speech.json`` has the trees: nested ``[feature, bound, no, yes]`` with numbers at the
leaves.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from math import exp
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from quoteattr.attribute.clauses.reported import ReportedClause
from quoteattr.attribute.clauses.speech_features import clause_features
from quoteattr.data import data_file

#: maximum number of features that one tree tests in sequence
DEPTH = 3
#: the minimum and the maximum confidence of a clause
LEAST, _MOST = 0.005, 0.99
Floats = NDArray[np.float64]
Indices = NDArray[np.intp]


@frozen
class SpeechModel:
    """The learned parameters."""

    #: by the base form of cues, the share of clauses among their contents, and their number
    cues: Mapping[str, Sequence[float]]
    #: trees as ``[feature, bound, no, yes]``, nested
    trees: Sequence[Any]
    #: slope and offset from the sum of the trees to the log-odds of being right
    calibration: Sequence[float]
    #: the minimum confidence of a clause in the default output
    threshold: float

    def score(self, values: Mapping[str, float]) -> float:
        """The sum of the trees for the values of the features."""
        names, tested, bounds, leaves = self._tables
        row_of_values = np.array([values[name] for name in names] or [0.0])
        answers = (row_of_values.take(tested) > bounds).ravel()
        nodes = np.zeros(len(leaves), dtype=np.intp)
        *levels, bottom = self._levels
        for first in levels:
            nodes = 2 * nodes + answers.take(first + nodes)
        return float(leaves.take(bottom + nodes).sum())

    @cached_property
    def _levels(self) -> list[Indices]:
        """The first node of each level in each tree, inner nodes only, and the first leaf of each.

        The nodes of a level are adjacent; inner nodes and leaves are numbered separately.
        """
        trees, inner = np.arange(len(self.trees)), 2**DEPTH - 1
        firsts = [inner * trees + (2**depth - 1) for depth in range(DEPTH)]
        return [*firsts, (inner + 1) * trees]

    @cached_property
    def _tables(self) -> tuple[list[str], Indices, Floats, Floats]:
        """The features that are tested; of each inner node its feature and bound; the leaves."""
        inner = 2**DEPTH - 1
        names: dict[str, int] = {}
        tested = np.zeros((len(self.trees), inner), dtype=np.intp)
        bounds = np.full((len(self.trees), inner), np.inf)
        leaves = np.zeros((len(self.trees), inner + 1))
        for k, tree in enumerate(self.trees):
            level = [tree]
            for depth in range(DEPTH):
                for position, node in enumerate(level):
                    if isinstance(node, list):
                        inner_node = 2**depth - 1 + position
                        tested[k, inner_node] = names.setdefault(node[0], len(names))
                        bounds[k, inner_node] = node[1]
                level = [branch for node in level for branch in _branches(node)]
            leaves[k] = level
        return list(names), tested, bounds, leaves

    def calibrated(self, score: float) -> float:
        """The probability that a clause with this sum of the trees is right."""
        slope, offset = self.calibration
        probability = 1 / (1 + exp(-slope * score - offset))
        return round(min(_MOST, max(LEAST, probability)), 3)

    def confidence(self, clause: ReportedClause) -> float:
        """The probability that a clause is speech, complete, and by its speaker."""
        return self.calibrated(self.score(clause_features(clause, self.cues)))


def _branches(node: Any) -> tuple[Any, Any]:
    """The branches of a node, no and yes; a shallow leaf leads to itself."""
    return (node[2], node[3]) if isinstance(node, list) else (node, node)


@lru_cache(maxsize=1)
def default_speech_model() -> SpeechModel:
    """The model of the package, loaded once."""
    data = json.loads(data_file("model", "speech.json").read_text(encoding="utf-8"))
    return SpeechModel(*(data[name] for name in ("cues", "trees", "calibration", "threshold")))
