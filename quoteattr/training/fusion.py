"""Learns how the scores of the rules and of the encoder come together.

On predictions for articles that neither has seen: the rules were written looking at some articles,
and on those they would be trusted too much.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray
from scipy.optimize import minimize

from quoteattr.attribute.calibration import Calibration
from quoteattr.attribute.decode import attribute
from quoteattr.attribute.opinion import Fusion, Opinion, softmax
from quoteattr.attribute.rules import Floats
from quoteattr.training.annotated import AnnotatedDocument
from quoteattr.training.boost import CORRECT, IGNORED, calibrate
from quoteattr.training.train import FittedTrees

#: confidences of the rules below which the encoder may be asked, and how much of the quotes may
#: come out wrong for asking fewer
THRESHOLDS, LOSS = (0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 1.0), 0.0005
_UNCALIBRATED = Calibration.of(((0.0, 0.0), (1.0, 1.0)))
#: score of a candidate that is left out, and the least likelihood
_LEFT_OUT, _LEAST = -1e4, 1e-9


@frozen
class ScoredQuote:
    """What rules and encoder say of a quote whose article neither has seen."""

    #: its index in its document
    quote: int
    rules: Floats
    #: the confidence of the rules
    confidence: float
    encoder: Floats
    #: of each candidate, nobody's last
    classes: NDArray[np.int8]

    def likelihood(self, fusion: Fusion) -> float:
        """The share of the right candidates; those that are ignored have none."""
        scores = Opinion(self.encoder, fusion).combine(self.rules)
        scores = np.where(self.classes == IGNORED, _LEFT_OUT, scores)
        return float(softmax(scores)[self.classes == CORRECT].sum())


@frozen
class ScoredArticle:
    """The quotes of an article that have a label."""

    document: AnnotatedDocument
    quotes: Sequence[ScoredQuote]
    #: the number of the article
    number: int

    def asked(self, threshold: float) -> list[ScoredQuote]:
        """The quotes of which the rules are less sure."""
        return [quote for quote in self.quotes if quote.confidence < threshold]


def score_article(
    document: AnnotatedDocument,
    number: int,
    trees: FittedTrees,
    encoder: Mapping[tuple[int, int], Floats],
) -> ScoredArticle:
    """What rules and encoder say of the quotes of an article.

    Args:
        document: the article.
        number: its number.
        trees: fitted without the fold of the article.
        encoder: the scores of networks, by article and quote, trained without its fold.
    """
    attributed = attribute(document.document, trees.unseen(number))
    quotes = [
        ScoredQuote(
            a.quote.index,
            attributed.trees.scores(a.rows),
            attributed.confidence(a),
            encoder[number, a.quote.index],
            classes,
        )
        for a, (_, _, classes) in zip(attributed.attributions, document.labelled(), strict=True)
        if (number, a.quote.index) in encoder
    ]
    return ScoredArticle(document, quotes, number)


def fit_weights(asked: Sequence[ScoredQuote]) -> list[float]:
    """The weights of rules and encoder, and what nobody gets, of the highest likelihood."""
    known = [quote for quote in asked if (quote.classes == CORRECT).any()]

    def loss(weights: NDArray[np.float64]) -> float:
        fusion = Fusion(*weights.tolist(), 1.0, _UNCALIBRATED)
        right = [quote.likelihood(fusion) for quote in known]
        return -float(np.log(np.maximum(right, _LEAST)).sum())

    best = minimize(loss, [0.5, 0.5, 0.0], method="Nelder-Mead", options={"xatol": 1e-3})
    return [round(float(weight), 3) for weight in best.x]


def fit_fusion(
    articles: Sequence[ScoredArticle], trees: FittedTrees, threshold: float
) -> tuple[Fusion, float]:
    """Fit how both come together where the rules are less sure than a threshold.

    Args:
        articles: the annotated articles, scored.
        trees: fitted on the other folds of each.
        threshold: the confidence of the rules.

    Returns:
        The fusion, and the share of all quotes that come out right.
    """
    asked = [quote for article in articles for quote in article.asked(threshold)]
    fusion = Fusion(*fit_weights(asked), threshold, _UNCALIBRATED)
    certainties, rights, right = [], [], []
    for article in articles:
        opinions = {q.quote: Opinion(q.encoder, fusion) for q in article.asked(threshold)}
        for prediction in article.document.predictions(trees.unseen(article.number), opinions):
            right.append(prediction.correct)
            if prediction.attributed and prediction.quote in opinions:
                certainties.append(prediction.certainty)
                rights.append(prediction.correct)
    calibration = Calibration.of(calibrate(certainties, rights))
    return evolve(fusion, calibration=calibration), float(np.mean(right))


def choose_fusion(articles: Sequence[ScoredArticle], trees: FittedTrees) -> Fusion:
    """The fusion of the lowest threshold that loses next to nothing; prints what each gives."""
    fits = [fit_fusion(articles, trees, threshold) for threshold in THRESHOLDS]
    for line in _report(articles, fits):
        print(line)
    best = max(right for _, right in fits)
    return next(fusion for fusion, right in fits if right >= best - LOSS)


def _report(
    articles: Sequence[ScoredArticle], fits: Sequence[tuple[Fusion, float]]
) -> Iterator[str]:
    """What each threshold gives, a line each."""
    quotes = list(chain.from_iterable(article.quotes for article in articles))
    for fusion, right in fits:
        asked = np.mean([quote.confidence < fusion.threshold for quote in quotes])
        weights = f"{fusion.rules:.2f} {fusion.encoder:.2f} {fusion.nobody:+.2f}"
        yield f"below {fusion.threshold}: asked {asked:.1%}, weights {weights}, right {right:.2%}"
