"""The reliability diagram: how sure the links are, and how many of them are right.

``benchmarks/card.py`` draws it. Links are put together by confidence, ``LEAST`` or more of them in
a point, so that no point stands for a handful.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import sqrt
from pathlib import Path

import matplotlib
from matplotlib import pyplot
from matplotlib.ticker import PercentFormatter

from quoteattr.evaluation.figures import Bet, Figures

#: least links in a point
LEAST = 30
#: colour and mark of each corpus: told apart without colour, too
LOOKS = (("#1b6ca8", "o"), ("#d1495b", "s"))


def draw(corpora: Mapping[str, Figures], path: Path) -> None:
    """Draw one line a corpus.

    Args:
        corpora: the figures by name of the corpus.
        path: where to; the same figures give the same bytes.
    """
    matplotlib.rcParams.update({"svg.hashsalt": path.name, "font.size": 11, "svg.fonttype": "none"})
    figure, axes = pyplot.subplots(figsize=(5.6, 5.2), layout="constrained")
    axes.plot(
        (0, 1), (0, 1), color="#999999", linestyle="--", linewidth=1, label="as sure as right"
    )
    for (name, figures), (colour, mark) in zip(corpora.items(), LOOKS, strict=True):
        means, rights, errors = zip(*map(_point, _groups(figures.bets)), strict=True)
        label = f"{name}, {len(figures.bets)} links"
        axes.errorbar(
            means, rights, errors, color=colour, marker=mark, linewidth=1.6, elinewidth=1,
            capsize=3, label=label,
        )  # fmt: skip
    axes.set(xlim=(0.3, 1.01), ylim=(0.3, 1.01), aspect="equal")
    axes.set(xlabel="confidence, mean", ylabel="right links")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(PercentFormatter(1, decimals=0))
    axes.grid(color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(loc="upper left", frameon=False)
    figure.savefig(path, metadata={"Date": None}, facecolor="white")
    pyplot.close(figure)


def _groups(bets: list[Bet]) -> Iterator[list[Bet]]:
    """The links by confidence, the least sure first, about a seventh in each, equals together."""
    size = max(LEAST, len(bets) // 7)
    group: list[Bet] = []
    ordered = sorted(bets)
    for k, bet in enumerate(ordered):
        ends = len(group) >= size and group[-1][0] != bet[0]
        if ends and len(ordered) - k >= LEAST:
            yield group
            group = []
        group.append(bet)
    yield group


def _point(bets: list[Bet]) -> tuple[float, float, float]:
    """Mean confidence, share of right links, and the standard error of that share."""
    count = len(bets)
    right = sum(is_right for _, is_right in bets) / count
    return sum(p for p, _ in bets) / count, right, sqrt(right * (1 - right) / count)


if __name__ == "__main__":
    raise SystemExit("python benchmarks/card.py CORPORA draws it")
