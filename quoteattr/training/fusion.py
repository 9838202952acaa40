"""Fit the fusion of the scores of trees and encoder.

The fusion is fitted on predictions for unseen articles: on articles that the rules were developed
on, the rules would get too much weight.

    python -m quoteattr.training.fusion SCORES CORPUS [MORE …]

repeats this for changed rules, and writes ``quoteattr/model/fusion.json``. ``SCORES`` is the file
that ``python -m quoteattr.training.encoder`` wrote for the same corpora.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray
from scipy.optimize import minimize

from quoteattr.attribute.decision.calibration import Calibration
from quoteattr.attribute.decision.decode import attribute
from quoteattr.attribute.decision.fusion import EncoderScores, Fusion, softmax
from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.rules import Floats
from quoteattr.evaluation.brat import read_gold
from quoteattr.training.annotated import AnnotatedDocument
from quoteattr.training.boost import CORRECT, IGNORED, calibrate
from quoteattr.training.train import FittedTrees, fit_quotes

#: held-out scores of networks for the candidates of quotes, by the number of the article and the
#: index of the quote
HeldOutScores = dict[tuple[int, int], Floats]

#: confidence thresholds to try, below which the encoder is used, and the accuracy that may be lost
#: for using it less
THRESHOLDS, LOSS = (0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 1.0), 0.002
#: initial weights of the search
_START = np.array([0.5, 0.5, 0.0])
_UNCALIBRATED = Calibration.of(((0.0, 0.0), (1.0, 1.0)))
#: score of an ignored candidate, and minimum likelihood
_LEFT_OUT, _LEAST = -1e4, 1e-9


@frozen
class ScoredQuote:
    """The scores of trees and encoder for a quote, neither trained on its article."""

    #: its index in its document
    quote: int
    rules: Floats
    #: the confidence of the trees
    confidence: float
    encoder: Floats
    classes: NDArray[np.int8]
    candidates: tuple[Candidate | None, ...]

    @property
    def is_known(self) -> bool:
        """Whether one of the candidates, or nobody, is right."""
        return bool((self.classes == CORRECT).any())

    def encoder_scores(self, fusion: Fusion) -> EncoderScores:
        """The encoder's scores of the candidates."""
        return EncoderScores(self.encoder, self.candidates, fusion)

    def likelihood(self, fusion: Fusion) -> float:
        """The joint probability of the right candidates; ignored ones have none."""
        scores = self._open(self.encoder_scores(fusion).combine(self.rules))
        return float(softmax(scores)[self.classes == CORRECT].sum())

    def is_right(self, fusion: Fusion) -> bool:
        """Whether the best candidate is right, by both if the encoder is used."""
        asked = self.confidence < fusion.threshold
        scores = self.encoder_scores(fusion).combine(self.rules) if asked else self.rules
        return bool(self.classes[self._open(scores).argmax()] == CORRECT)

    def _open(self, scores: Floats) -> Floats:
        """Scores without the candidates that are ignored."""
        return np.where(self.classes == IGNORED, _LEFT_OUT, scores)


@frozen
class ScoredArticle:
    """The quotes of an article that have a label."""

    document: AnnotatedDocument
    quotes: Sequence[ScoredQuote]

    def encoder_scores_by_quote(self, fusion: Fusion) -> dict[int, EncoderScores]:
        """The encoder's scores for the quotes for which it is used, by index."""
        return {
            quote.quote: quote.encoder_scores(fusion)
            for quote in self.quotes
            if quote.confidence < fusion.threshold
        }


def score_article(
    document: AnnotatedDocument,
    number: int,
    trees: FittedTrees,
    encoder: HeldOutScores,
) -> ScoredArticle:
    """Score the quotes of an article with trees and encoder.

    Args:
        document: the article.
        number: its number.
        trees: fitted without the fold of the article.
        encoder: the scores of networks, by article and quote, trained without its fold.
    """
    attributed = attribute(document.document, trees.unseen(document.name))
    quotes = []
    for attribution, labelled in zip(attributed.attributions, document.labelled(), strict=True):
        scores = encoder.get((number, labelled.quote.index))
        # there may be fewer candidates, or a distant one, where the text excludes others
        is_labelled = set(attribution.candidates) <= set(labelled.candidates)
        # the scores may have been computed with other candidates
        if scores is not None and len(scores) == len(labelled.candidates) and is_labelled:
            kept = [labelled.candidates.index(candidate) for candidate in attribution.candidates]
            quotes.append(
                ScoredQuote(
                    labelled.quote.index,
                    attribution.scores,
                    attributed.confidence(attribution),
                    scores[kept],
                    labelled.classes[kept],
                    attribution.candidates,
                )
            )
    return ScoredArticle(document, quotes)


def fit_weights(asked: Sequence[ScoredQuote]) -> list[float]:
    """Fit the weights of trees and encoder, and the score of nobody, by maximum likelihood."""
    labelled = [quote for quote in asked if quote.is_known]

    def loss(weights: NDArray[np.float64]) -> float:
        rules, encoder, nobody = weights.tolist()
        fusion = Fusion(rules, encoder, nobody, 1.0, _UNCALIBRATED)
        right = [quote.likelihood(fusion) for quote in labelled]
        return -float(np.log(np.maximum(right, _LEAST)).sum())

    corners = _START + 0.25 * np.eye(4, 3)  # the default initial step would be almost zero
    options = {"initial_simplex": corners, "xatol": 1e-3}
    best = minimize(loss, _START, method="Nelder-Mead", options=options)
    return [round(float(weight), 3) for weight in best.x]


def fit_fusion(quotes: Sequence[ScoredQuote], threshold: float) -> Fusion:
    """Fit the fusion for quotes where the trees' confidence is below a threshold.

    Its calibration is fitted later, by ``calibrated``.
    """
    asked = [quote for quote in quotes if quote.confidence < threshold]
    rules, encoder, nobody = fit_weights(asked)
    return Fusion(rules, encoder, nobody, threshold, _UNCALIBRATED)


def share_right(quotes: Sequence[ScoredQuote], fusion: Fusion) -> float:
    """The share of the quotes with a right candidate that are decided correctly."""
    return float(np.mean([quote.is_right(fusion) for quote in quotes if quote.is_known]))


def choose_fusion(quotes: Sequence[ScoredQuote]) -> Fusion:
    """Choose the lowest threshold that loses almost nothing; print the result of each."""
    fits = [fit_fusion(quotes, threshold) for threshold in THRESHOLDS]
    rights = [share_right(quotes, fusion) for fusion in fits]
    for fusion, right in zip(fits, rights, strict=True):
        asked = np.mean([quote.confidence < fusion.threshold for quote in quotes])
        weights = f"{fusion.rules:.2f} {fusion.encoder:.2f} {fusion.nobody:+.2f}"
        print(f"below {fusion.threshold}: asked {asked:.1%}, weights {weights}, right {right:.2%}")
    enough = max(rights) - LOSS
    return next(fit for fit, right in zip(fits, rights, strict=True) if right >= enough)


def calibrated(fusion: Fusion, articles: Sequence[ScoredArticle], trees: FittedTrees) -> Fusion:
    """Calibrate the fusion on the quotes for which the encoder is used.

    Args:
        fusion: the weights and the threshold.
        articles: the annotated articles with scores.
        trees: for each article, fitted on the other folds.
    """
    certainties, rights = [], []
    for article in articles:
        encoder_scores_by_quote = article.encoder_scores_by_quote(fusion)
        unseen = trees.unseen(article.document.name)
        for prediction in article.document.predictions(unseen, encoder_scores_by_quote):
            if prediction.attributed and prediction.quote in encoder_scores_by_quote:
                certainties.append(prediction.certainty)
                rights.append(prediction.correct)
    return evolve(fusion, calibration=Calibration.of(calibrate(certainties, rights)))


def fuse(
    documents: Sequence[AnnotatedDocument], trees: FittedTrees, scores: HeldOutScores
) -> Fusion:
    """Fit the fusion of trees and encoder on held-out predictions.

    Args:
        documents: the annotated articles.
        trees: fitted on them, by folds.
        scores: the encoders' held-out scores of their quotes.
    """
    articles = [score_article(document, k, trees, scores) for k, document in enumerate(documents)]
    fusion = choose_fusion([quote for article in articles for quote in article.quotes])
    return calibrated(fusion, articles, trees)


def write_scores(scores: HeldOutScores, path: Path) -> None:
    """Write scores, one quote per line: article, quote and the score of each candidate."""
    with path.open("w", encoding="utf-8") as file:
        for (article, quote), row in scores.items():
            file.write(json.dumps([article, quote, np.round(row, 4).tolist()]) + "\n")


def read_scores(path: Path) -> HeldOutScores:
    """Read a file that ``write_scores`` wrote."""
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {(article, quote): np.array(row, np.float32) for article, quote, row in lines}


def write_fusion(fusion: Fusion) -> None:
    """Write a fusion into the package."""
    target = Path(str(files("quoteattr.model").joinpath("fusion.json")))
    target.write_text(json.dumps(fusion.to_json(), indent=1) + "\n", encoding="utf-8")


def main(scores_file: Path, corpora: Iterable[Path]) -> None:
    """Fit the fusion for the current rules, and write it into the package."""
    quotes = fit_quotes([gold for corpus in corpora for gold in read_gold(corpus)])
    write_fusion(fuse(quotes.documents, quotes.trees, read_scores(scores_file)))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("scores", type=Path, metavar="SCORES")
    parser.add_argument("corpora", type=Path, nargs="+", metavar="CORPUS")
    arguments = parser.parse_args()
    main(arguments.scores, arguments.corpora)
