"""Score candidates with trees over the rules, and compute the contributions of rules.

The scores come from small regression trees over the rules, boosted on annotated articles by
``quoteattr train`` (softmax over the candidates of a quote, including *nobody*; Friedman 2001). A
tree tests at most ``DEPTH`` rules in sequence: it is a table of the values of conjunctions of
rules. The contribution of a rule to a score is the sum of the changes of the expected value at the
nodes that test it (Saabas 2014), so that the contributions add up to the score exactly.

In a file each tree is nested ``{"rule", "above", "yes", "no"}`` with values at its leaves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from attrs import define
from numpy.typing import NDArray

from quoteattr.attribute.decision.calibration import Calibration
from quoteattr.attribute.rules import BY_SCOPE, Floats, Scope
from quoteattr.errors import ModelError
from quoteattr.text import shorten

#: maximum number of rules that one tree tests in sequence
DEPTH = 5
#: the last column of a row: whether it is *nobody*
NOBODY = "nobody"
#: names of the columns of a row: the rules scope by scope, then nobody
RULE_COLUMNS: tuple[str, ...] = (
    *(rule.name for scope in BY_SCOPE.values() for rule in scope),
    NOBODY,
)


def _column_slices() -> dict[Scope, slice]:
    """The slice of the columns of each scope."""
    slices, start = {}, 0
    for scope, rules in BY_SCOPE.items():
        slices[scope] = slice(start, start + len(rules))
        start += len(rules)
    return slices


#: the columns of each scope
COLUMN_SLICES = _column_slices()
Indices = NDArray[np.intp]
#: a rule, and the bound above which the test is true
Test = tuple[str, float]
#: the test of a leaf: never true
_NEVER: Test = (NOBODY, float("inf"))


@define(eq=False)
class Trees:
    """Trees as perfect binary tables: node k has its children at 2k+1 (no) and 2k+2 (yes)."""

    #: the tests that the trees share: a column, and the bound above which the test is true
    tested: Indices
    bounds: Floats
    #: the test of each inner node, trees × (2**DEPTH - 1)
    tests: Indices
    #: expected value at every node, leaves included, trees × (2**(DEPTH+1) - 1)
    values: Floats
    #: the rate of right decisions, by the share of the chosen candidate
    calibration: Calibration

    def scores(self, rows: Floats) -> Floats:
        """Score each row, in log-odds relative to the quote's other candidates."""
        scores: Floats = self._leaf_values.take(self._leaves(rows)).sum(axis=1)
        return scores

    def contributions(self, rows: Floats) -> NDArray[np.float64]:
        """The contribution of each column to each row's score; with the roots they sum to it."""
        columns, changes = self._changes
        leaves = self._leaves(rows)
        cells = columns.take(leaves, axis=1)
        cells += (np.arange(len(rows)) * len(RULE_COLUMNS))[:, None]
        size = len(rows) * len(RULE_COLUMNS)
        sums = np.bincount(cells.ravel(), changes.take(leaves, axis=1).ravel(), size)
        return sums.astype(np.float64, copy=False).reshape(len(rows), len(RULE_COLUMNS))

    def _leaves(self, rows: Floats) -> Indices:
        """The leaf that each row reaches in each tree, all leaves counted tree by tree."""
        answers = rows.take(self.tested, axis=1) > self.bounds
        flat, row = answers.ravel(), (np.arange(len(rows)) * len(self.bounds))[:, None]
        # the position of each tree in its level, tree by tree: 2k and 2k+1 are below k
        root, *levels = self._levels
        nodes: Indices = answers.take(root, axis=1) + 2 * np.arange(len(self.tests))
        for tests in levels:  # every index is valid: "clip" only saves a check of each
            test_indices = tests.take(nodes, mode="clip")
            test_indices += row
            nodes += nodes
            nodes += flat.take(test_indices, mode="clip")
        return nodes

    @cached_property
    def _levels(self) -> list[Indices]:
        """The tests of each level, tree by tree."""
        return [self.tests[:, 2**d - 1 : 2 ** (d + 1) - 1].ravel() for d in range(DEPTH)]

    @cached_property
    def _leaf_values(self) -> Floats:
        """The values of the leaves, tree by tree."""
        return self.values[:, 2**DEPTH - 1 :].ravel()

    @cached_property
    def _changes(self) -> tuple[Indices, Floats]:
        """The columns that are tested on the path to each leaf, and the change of value at each.

        Both are depth × leaves, counted tree by tree.
        """
        trees = np.arange(len(self.tests))[:, None]
        node = np.arange(2**DEPTH - 1, 2 ** (DEPTH + 1) - 1)[None]
        columns, changes = [], []
        for _ in range(DEPTH):
            above = (node - 1) // 2
            columns.append(self.tested[self.tests[trees, above]].ravel())
            changes.append((self.values[trees, node] - self.values[trees, above]).ravel())
            node = above
        return np.stack(columns[::-1]), np.stack(changes[::-1])


def rules_of(tree: Any) -> Iterator[str]:
    """The names of the rules that a tree tests."""
    if isinstance(tree, dict):
        yield tree["rule"]
        yield from rules_of(tree["no"])
        yield from rules_of(tree["yes"])


def grow(trees: Sequence[Any], calibration: Sequence[Sequence[float]]) -> Trees:
    """Build the tables from nested trees.

    Raises:
        ModelError: a tree tests a rule that this version does not have.
    """
    numbers: dict[Test, int] = {_NEVER: 0}
    tests, values = list[list[int]](), list[list[float]]()
    size = 2 ** (DEPTH + 1) - 1
    for tree in trees:
        tests.append([0] * (size // 2))
        values.append([0.0] * size)
        _enter(tree, 0, tests[-1], values[-1], numbers)
    rules, bounds = zip(*numbers, strict=True)
    if unknown := set(rules) - set(RULE_COLUMNS):
        raise ModelError(
            f"unknown rules {shorten(sorted(unknown))}",
            where="model",
            remedy="train the model again with this version",
        )
    return Trees(
        np.array([RULE_COLUMNS.index(rule) for rule in rules]),
        np.array(bounds, dtype=np.float32),
        np.array(tests, dtype=np.intp).reshape(-1, size // 2),
        np.array(values, dtype=np.float32).reshape(-1, size),
        Calibration.of(calibration),
    )


def _enter(
    node: Any, place: int, tests: list[int], values: list[float], numbers: dict[Test, int]
) -> None:
    """Write a node of a nested tree, and all below it, into the row of its tree.

    Args:
        node: the node.
        place: its position in the row.
        tests: the row of the tests, initially _NEVER.
        values: the row of the expected values.
        numbers: the number of each test so far, to which new ones are added.
    """
    if isinstance(node, dict):
        tests[place] = numbers.setdefault((node["rule"], node["above"]), len(numbers))
        values[place] = node["value"]
        _enter(node["no"], 2 * place + 1, tests, values, numbers)
        _enter(node["yes"], 2 * place + 2, tests, values, numbers)
        return
    count = 1
    while place < len(values):  # a shallow leaf in a row applies to all nodes below
        values[place : place + count] = [node] * count
        place, count = 2 * place + 1, 2 * count
