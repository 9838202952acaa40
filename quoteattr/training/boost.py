"""Boosts trees on lessons, and calibrates what they say.

Gradient-boosted trees (LightGBM, extra ``train``) with a softmax over the candidates of each quote,
*nobody* among them; isotonic calibration (scikit-learn, the same extra).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from quoteattr.attribute.rules import Floats
from quoteattr.attribute.trees import COLUMNS, DEPTH

#: how a candidate counts: it is right, it is wrong, or it is left out of the lesson
RIGHT, WRONG, LEFT_OUT = 1, 0, -1
PARAMETERS: dict[str, Any] = {
    "num_leaves": 15,
    "max_depth": DEPTH,
    "learning_rate": 0.15,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "min_data_in_leaf": 20,
    "lambda_l2": 3.0,
    "num_threads": 2,
    "verbose": -1,
    "seed": 7,
    "deterministic": True,
    "feature_pre_filter": False,
}


@frozen
class Lesson:
    """The rows of one quote, and which of them are right."""

    rows: Floats
    labels: NDArray[np.int8]

    @property
    def useful(self) -> bool:
        """One of the rows is right."""
        return bool((self.labels == RIGHT).any())


def fit(lessons: Iterable[Lesson], models: int, rounds: int) -> list[Any]:
    """Boost trees on lessons, several times with other samples of them, and average.

    Args:
        lessons: what to learn from.
        models: how many are averaged, each with its own seed.
        rounds: trees of each model.

    Returns:
        The trees of all models, nested as ``attribute/trees.py`` has them, their values divided by
        the number of models: the sum of all trees is the average of the models. None, if no lesson
        teaches anything.
    """
    import lightgbm  # an extra: only training needs it

    useful = [lesson for lesson in lessons if lesson.useful]
    if not useful:
        return []
    kept = [lesson.labels != LEFT_OUT for lesson in useful]
    table = np.concatenate([lesson.rows[keep] for lesson, keep in zip(useful, kept, strict=True)])
    labels = np.concatenate(
        [lesson.labels[keep] for lesson, keep in zip(useful, kept, strict=True)]
    )
    sizes = np.array([keep.sum() for keep in kept])
    dataset = lightgbm.Dataset(table, labels, feature_name=list(map(str, range(len(COLUMNS)))))
    trees = []
    for k in range(models):
        own = {"objective": _softmax(sizes), "seed": PARAMETERS["seed"] + k}
        model = lightgbm.train(PARAMETERS | own, dataset, rounds)
        trees += [
            _nested(tree["tree_structure"], models) for tree in model.dump_model()["tree_info"]
        ]
    return trees


def _softmax(sizes: NDArray[np.int_]) -> Callable[..., Any]:
    """Gradient and curvature of the softmax over the rows of each quote."""
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    quote = np.repeat(np.arange(len(sizes)), sizes)

    def objective(scores: Any, dataset: Any) -> tuple[Any, Any]:
        shifted = np.exp(scores - np.maximum.reduceat(scores, starts)[quote])
        share = shifted / np.add.reduceat(shifted, starts)[quote]
        return share - dataset.get_label(), np.maximum(share * (1 - share), 1e-6)

    return objective


def _nested(node: dict[str, Any], models: int) -> Any:
    """A tree of one of some models as nested rules; inner nodes keep their expected value."""
    if "leaf_value" in node:
        return round(node["leaf_value"] / models, 4)
    return {
        "rule": COLUMNS[node["split_feature"]],
        "above": round(node["threshold"], 3),
        "value": round(node["internal_value"] / models, 4),
        "no": _nested(node["left_child"], models),
        "yes": _nested(node["right_child"], models),
    }


def calibrate(shares: Sequence[float], rights: Sequence[bool], bins: int = 20) -> list[list[float]]:
    """Isotonic calibration in a few points: a share, and how often such a choice was right.

    Where nothing was chosen, a share is taken for what it is.
    """
    if not shares:
        return [[0.0, 0.0], [1.0, 1.0]]
    from sklearn.isotonic import IsotonicRegression  # an extra: only training needs it

    grid = np.quantile(shares, np.linspace(0, 1, bins + 1))
    isotonic = IsotonicRegression(y_min=0.01, y_max=0.995, out_of_bounds="clip").fit(shares, rights)
    smooth = isotonic.predict(grid)
    return [[round(float(x), 4), round(float(y), 4)] for x, y in zip(grid, smooth, strict=True)]
