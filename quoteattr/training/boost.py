"""Boost trees on training examples, and calibrate their scores.

Gradient-boosted trees (LightGBM, extra ``train``) with a softmax over the candidates of each quote,
including *nobody*; a sigmoid calibrates their scores.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from quoteattr.attribute.decision.trees import DEPTH, RULE_COLUMNS
from quoteattr.attribute.rules import Floats

#: the class of a candidate: correct, wrong, or ignored in training
CORRECT, WRONG, IGNORED = 1, 0, -1
#: predicted probabilities are clipped to this range
MIN_CONFIDENCE, MAX_CONFIDENCE = 0.01, 0.995
PARAMETERS: dict[str, Any] = {
    "num_leaves": 15,
    "max_depth": DEPTH,
    "learning_rate": 0.15,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "min_data_in_leaf": 20,
    "lambda_l2": 3.0,
    # More threads grow the same trees; on a busy machine they wait for each other by spinning.
    "num_threads": 1,
    # a fixed order of columns makes them the same on every machine
    "force_col_wise": True,
    "verbose": -1,
    "seed": 7,
    "deterministic": True,
    "feature_pre_filter": False,
}


@frozen
class TrainingExample:
    """The candidates of one quote: rows of feature values, and the class of each row."""

    rows: Floats
    labels: NDArray[np.int8]

    @property
    def has_correct_row(self) -> bool:
        """Whether a row is correct."""
        return bool((self.labels == CORRECT).any())


def fit(examples: Iterable[TrainingExample], models: int, rounds: int) -> list[Any]:
    """Boost trees several times, each with its own random samples, and average.

    Args:
        examples: those without a correct row are skipped.
        models: the number of models to average, each with its own seed.
        rounds: the number of trees of each model.

    Returns:
        The trees of all models, nested as in ``attribute/decision/trees.py``, their values divided
        by the number of models: the sum of all trees is the average of the models. Empty if no
        example has a correct row.
    """
    import lightgbm  # an optional dependency, needed only for training

    examples = [example for example in examples if example.has_correct_row]
    if not examples:
        return []
    kept = [example.labels != IGNORED for example in examples]
    table = np.concatenate(
        [example.rows[keep] for example, keep in zip(examples, kept, strict=True)]
    )
    labels = np.concatenate(
        [example.labels[keep] for example, keep in zip(examples, kept, strict=True)]
    )
    sizes = np.array([keep.sum() for keep in kept])
    dataset = lightgbm.Dataset(table, labels, feature_name=list(map(str, range(len(RULE_COLUMNS)))))
    trees = []
    for k in range(models):
        parameters = PARAMETERS | {"objective": _softmax(sizes), "seed": PARAMETERS["seed"] + k}
        model = lightgbm.train(parameters, dataset, rounds)
        trees += [
            _nested(tree["tree_structure"], models) for tree in model.dump_model()["tree_info"]
        ]
    return trees


def _softmax(sizes: NDArray[np.int_]) -> Callable[..., Any]:
    """Gradient and Hessian diagonal of the softmax over the rows of each quote."""
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    quote = np.repeat(np.arange(len(sizes)), sizes)

    def objective(scores: Any, dataset: Any) -> tuple[Any, Any]:
        shifted = np.exp(scores - np.maximum.reduceat(scores, starts)[quote])
        share = shifted / np.add.reduceat(shifted, starts)[quote]
        return share - dataset.get_label(), np.maximum(share * (1 - share), 1e-6)

    return objective


def _nested(node: dict[str, Any], models: int) -> Any:
    """A tree as nested rules, its values divided by the number of models.

    Inner nodes keep their expected value.
    """
    if "leaf_value" in node:
        return round(node["leaf_value"] / models, 4)
    return {
        "rule": RULE_COLUMNS[node["split_feature"]],
        "above": round(node["threshold"], 3),
        "value": round(node["internal_value"] / models, 4),
        "no": _nested(node["left_child"], models),
        "yes": _nested(node["right_child"], models),
    }


def calibrate(
    shares: Sequence[float], correct: Sequence[bool], bins: int = 20
) -> list[list[float]]:
    """Calibrate shares by a sigmoid over their log-odds.

    Platt scaling with smoothed targets (Platt 1999). Isotonic regression overfits a few hundred
    predictions: cross-validated on the train corpora, its log loss is higher (0.1776 against
    0.1760).

    Args:
        shares: the softmax share of each prediction.
        correct: whether each prediction is correct.
        bins: the number of points of the curve, minus one.

    Returns:
        Points of the curve: a share, and the probability that a prediction with it is correct.
        The identity if there is no prediction.
    """
    if not shares:
        return [[0.0, 0.0], [1.0, 1.0]]
    right = np.array(correct, dtype=bool)
    target = np.where(right, 1 - 1 / (right.sum() + 2), 1 / ((~right).sum() + 2))
    slope, shift = _fit_sigmoid(_log_odds(np.array(shares)), target)
    grid = np.quantile(shares, np.linspace(0, 1, bins + 1))
    smooth = np.clip(_sigmoid(slope * _log_odds(grid) + shift), MIN_CONFIDENCE, MAX_CONFIDENCE)
    return [[round(float(x), 4), round(float(y), 4)] for x, y in zip(grid, smooth, strict=True)]


def _log_odds(shares: NDArray[np.float64]) -> NDArray[np.float64]:
    inside = np.clip(shares, 1e-6, 1 - 1e-6)
    odds: NDArray[np.float64] = np.log(inside / (1 - inside))
    return odds


def _sigmoid(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    share: NDArray[np.float64] = 1 / (1 + np.exp(-odds))
    return share


def _fit_sigmoid(odds: NDArray[np.float64], target: NDArray[np.float64]) -> tuple[float, float]:
    """Slope and offset of the maximum-likelihood sigmoid, by Newton's method."""
    table = np.stack((odds, np.ones_like(odds)), axis=1)
    learned = np.array([1.0, 0.0])
    for _ in range(50):
        share = _sigmoid((table * learned).sum(axis=1))
        weighted = table * (share * (1 - share))[:, None]
        (a, b), (_, d) = (weighted[:, :, None] * table[:, None, :]).sum(axis=0) + 1e-3 * np.eye(2)
        slope, shift = (table * (share - target)[:, None]).sum(axis=0)
        # the inverse of the Hessian, which is [[a, b], [b, d]], times the gradient
        learned -= np.array([d * slope - b * shift, a * shift - b * slope]) / (a * d - b * b)
    return max(0.0, float(learned[0])), float(learned[1])
