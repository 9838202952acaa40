"""What the rules are worth, alone and together, and from there the confidence.

The weights are small regression trees over the rules, boosted on annotated articles by
``quoteattr train`` (softmax over the candidates of a quote, *nobody* among them; Friedman 2001).
A tree asks at most ``DEPTH`` rules one after the other: it is the table of what a conjunction of
rules is worth. What each rule contributed to a score is told by the path through each tree: the
change of the expected value at the node that asked it (Saabas 2014), so that the contributions
add up to the score exactly.

``weights.json`` keeps them readable: each tree is nested ``{"rule", "above", "yes", "no"}`` with
values at its leaves.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from attrs import define
from numpy.typing import NDArray

from quoteattr.errors import WeightsError
from quoteattr.link.rules import RULES
from quoteattr.records import Evidence

#: most rules that one tree asks in a row
DEPTH = 6
#: the last column of a row: this is *nobody*
NOBODY = "nobody"
#: names of the columns of a row
COLUMNS: tuple[str, ...] = (*(rule.name for rule in RULES), NOBODY)

Floats = NDArray[np.float32]
Indices = NDArray[np.intp]


@define(eq=False)
class Weights:
    """Trees as perfect binary tables: node k has its children at 2k+1 (no) and 2k+2 (yes)."""

    #: column that each inner node asks, trees × (2**DEPTH - 1)
    columns: Indices
    #: the node says yes above this, trees × (2**DEPTH - 1)
    bounds: Floats
    #: expected value at every node, leaves included, trees × (2**(DEPTH+1) - 1)
    values: Floats
    #: calibration: score share of the chosen candidate, and how often it was right
    shares: Floats
    rights: Floats

    def scores(self, rows: Floats) -> Floats:
        """Score each row, in log-odds against the quote's other candidates."""
        return self.values.ravel()[self._leaves(rows)].sum(axis=1)

    def _leaves(self, rows: Floats) -> Indices:
        """Index into the flat values of the leaf that each row reaches in each tree."""
        trees, inner = self.columns.shape
        columns, bounds = self.columns.ravel(), self.bounds.ravel()
        base = np.arange(trees) * inner
        width = rows.shape[1]
        flat = np.ascontiguousarray(rows).ravel()
        offset = (np.arange(len(rows)) * width)[:, None]
        node = np.zeros((len(rows), trees), dtype=np.intp)
        for _ in range(DEPTH):
            at = base + node
            node = 2 * node + 1 + (flat[offset + columns[at]] > bounds[at])
        return node + np.arange(trees) * self.values.shape[1]

    def contributions(self, row: Floats) -> NDArray[np.float64]:
        """What each column contributed to the score of a row; with the roots, they add up to it."""
        trees = np.arange(len(self.columns))
        node = np.zeros(len(trees), dtype=np.intp)
        asked, gained = [], []
        for _ in range(DEPTH):
            column = self.columns[trees, node]
            child = 2 * node + 1 + (row[column] > self.bounds[trees, node])
            asked.append(column)
            gained.append(self.values[trees, child] - self.values[trees, node])
            node = child
        return np.bincount(np.concatenate(asked), np.concatenate(gained), len(row))

    def evidence(self, row: Floats, most: int = 6) -> tuple[Evidence, ...]:
        """The columns that contributed most to the score of a row, the weightiest first."""
        gained = self.contributions(row)
        order = np.argsort(-np.abs(gained), kind="stable")[:most]
        return tuple(Evidence(COLUMNS[c], round(float(gained[c]), 2)) for c in order if gained[c])

    def confidence(self, share: float) -> float:
        """The calibrated probability of a softmax share."""
        return round(float(np.interp(share, self.shares, self.rights)), 3)


def _fill(tree: Any, node: int, columns: Indices, bounds: Floats, values: Floats) -> None:
    """Write a nested tree into one row of each table; a leaf early in a row fills all below."""
    inner = len(columns)
    values[node] = tree["value"] if isinstance(tree, dict) else tree
    if node >= inner:
        return
    if isinstance(tree, dict):
        columns[node] = COLUMNS.index(tree["rule"])
        bounds[node] = tree["above"]
        no, yes = tree["no"], tree["yes"]
    else:
        no = yes = tree
    _fill(no, 2 * node + 1, columns, bounds, values)
    _fill(yes, 2 * node + 2, columns, bounds, values)


def _rules_of(tree: Any) -> Iterator[str]:
    """The names of the rules that a tree asks."""
    if isinstance(tree, dict):
        yield tree["rule"]
        yield from _rules_of(tree["no"])
        yield from _rules_of(tree["yes"])


def from_trees(trees: Sequence[Any], calibration: Sequence[Sequence[float]]) -> Weights:
    """Build the tables from nested trees.

    Raises:
        WeightsError: a tree asks a rule that this version does not have.
    """
    unknown = {name for tree in trees for name in _rules_of(tree)} - set(COLUMNS)
    if unknown:
        raise WeightsError(f"unknown rules {sorted(unknown)}: learn the weights anew with this version")
    inner = 2**DEPTH - 1
    columns = np.zeros((len(trees), inner), dtype=np.intp)
    bounds = np.full((len(trees), inner), np.inf, dtype=np.float32)
    values = np.zeros((len(trees), 2 * inner + 1), dtype=np.float32)
    for k, tree in enumerate(trees):
        _fill(tree, 0, columns[k], bounds[k], values[k])
    shares, rights = np.array(calibration, dtype=np.float32).T
    return Weights(columns, bounds, values, shares, rights)


def read(path: Path | None = None) -> Weights:
    """Read weights from a file, by default those of the package.

    Raises:
        WeightsError: the file is not one of weights, or does not fit the rules.
    """
    source = path or files("quoteattr.link").joinpath("weights.json")
    try:
        data = json.loads(source.read_text(encoding="utf-8"))
        return from_trees(data["trees"], data["calibration"])
    except (KeyError, TypeError, UnicodeError, json.JSONDecodeError) as error:
        raise WeightsError(f"{source} is not a file of weights: {error!r}") from error


@lru_cache(maxsize=1)
def default() -> Weights:
    """The weights of the package, read once."""
    return read()
