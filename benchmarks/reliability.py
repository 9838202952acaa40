"""The reliability diagram: mean confidence and precision of the attributions.

``benchmarks/card.py`` draws it. Attributions are sorted by confidence, and each point represents at
least ``LEAST`` of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import sqrt
from pathlib import Path

import matplotlib
from matplotlib import pyplot
from matplotlib.ticker import PercentFormatter

from quoteattr.evaluation.metrics import Metrics, ScoredPrediction

#: minimum number of attributions of a point
LEAST = 30
#: colour and marker of each corpus, distinguishable without colour
LOOKS = (("#1b6ca8", "o"), ("#d1495b", "s"))


def draw(corpora: Mapping[str, Metrics], path: Path) -> None:
    """Draw one line per corpus.

    Args:
        corpora: the metrics by name of the corpus.
        path: the output; the same metrics give the same bytes.
    """
    matplotlib.rcParams.update({"svg.hashsalt": path.name, "font.size": 11, "svg.fonttype": "none"})
    figure, axes = pyplot.subplots(figsize=(5.6, 5.2), layout="constrained")
    axes.plot(
        (0, 1), (0, 1), color="#999999", linestyle="--", linewidth=1, label="perfectly calibrated"
    )
    for (name, metrics), (colour, mark) in zip(corpora.items(), LOOKS, strict=True):
        means, rights, errors = zip(*map(_point, _groups(metrics.predictions)), strict=True)
        label = f"{name}, {len(metrics.predictions)} attributed"
        axes.errorbar(
            means, rights, errors, color=colour, marker=mark, linewidth=1.6, elinewidth=1,
            capsize=3, label=label,
        )  # fmt: skip
    axes.set(xlim=(0.3, 1.01), ylim=(0.3, 1.01), aspect="equal")
    axes.set(xlabel="confidence, mean", ylabel="precision")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(PercentFormatter(1, decimals=0))
    axes.grid(color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(loc="upper left", frameon=False)
    figure.savefig(path, metadata={"Date": None}, facecolor="white")
    pyplot.close(figure)


def _groups(predictions: list[ScoredPrediction]) -> Iterator[list[ScoredPrediction]]:
    """The predictions by ascending confidence, about a seventh in each group, equals together."""
    size = max(LEAST, len(predictions) // 7)
    group: list[ScoredPrediction] = []
    ordered = sorted(predictions)
    for k, prediction in enumerate(ordered):
        ends = len(group) >= size and group[-1][0] != prediction[0]
        if ends and len(ordered) - k >= LEAST:
            yield group
            group = []
        group.append(prediction)
    yield group


def _point(predictions: list[ScoredPrediction]) -> tuple[float, float, float]:
    """Mean confidence, precision, and the standard error of the precision."""
    count = len(predictions)
    precision = sum(is_correct for _, is_correct in predictions) / count
    mean = sum(confidence for confidence, _ in predictions) / count
    return mean, precision, sqrt(precision * (1 - precision) / count)


if __name__ == "__main__":
    raise SystemExit("python benchmarks/card.py CORPORA HELD_OUT draws it")
