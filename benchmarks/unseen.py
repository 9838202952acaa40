"""Models that were not trained on an article, for a corpus that the package's model was trained on.

The trees for quotes are fitted as ``quoteattr train`` fits them, but for each of five folds of the
corpus without the articles of that fold; PolNeAR’s are in the training set of all folds, each with
the labels of a tagger that was not trained on it. The speakers of the quotes before are predicted
by the given model, from which the trees for clauses, the tagger and the calibration are taken, too.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from attrs import evolve

from quoteattr.attribute.trees import Trees, grow
from quoteattr.evaluation.brat import GoldArticle, read_gold
from quoteattr.model.model import Model, untrained
from quoteattr.training.annotated import annotated_quotes
from quoteattr.training.boost import TrainingExample, fit
from quoteattr.training.rule_examples import rule_examples
from quoteattr.training.train import (
    EXAMPLE_REPEATS,
    FOLDS,
    OTHER_NEWS_REPEATS,
    QUOTE_TREES,
    EnsembleSize,
    fit_taggers,
)


def fit_folds(
    golds: Sequence[GoldArticle],
    always: Sequence[GoldArticle],
    trees: Trees,
    size: EnsembleSize = QUOTE_TREES,
) -> list[Any]:
    """Fit trees for each fold without its articles; article k is in fold ``k % FOLDS``.

    Args:
        golds: the articles of the folds; no tagger was trained on them.
        always: articles that are in the training set of every fold.
        trees: predict the speakers of the quotes before.
        size: how many trees.
    """
    examples = [OTHER_NEWS_REPEATS * _examples(gold, trees) for gold in golds]
    taggers = fit_taggers(always)
    always_examples = [
        x
        for k, gold in enumerate(always)
        for x in _examples(gold, trees, untrained().with_tagger(taggers.unseen(k)))
    ]
    of_rules = [x for gold in rule_examples() for x in _examples(gold, trees)]
    folds = []
    for fold in range(FOLDS):
        print(f"fold {fold + 1} of {FOLDS}", file=sys.stderr)
        training = [x for k, xs in enumerate(examples) if k % FOLDS != fold for x in xs]
        folds.append(fit([*always_examples, *training, *(EXAMPLE_REPEATS * of_rules)], *size))
    return folds


def _examples(gold: GoldArticle, trees: Trees, model: Model | None = None) -> list[TrainingExample]:
    """The training examples of an article, read by a model, by default that of the package."""
    document = annotated_quotes(gold, model)
    return document.examples(document.chosen(trees))


class HeldOutModels:
    """For each article of a corpus, a model whose trees for quotes were not fitted on it."""

    def __init__(self, corpus: Path, always: Path, model: Model, path: Path) -> None:
        """Fit the trees, or read them if they were fitted before.

        Args:
            corpus: the folder of the corpus.
            always: the folder of the corpus that is in the training set of every fold.
            model: all but the trees for quotes is taken from it.
            path: the file of the trees; written if it does not exist.
        """
        self._model = model
        if not path.exists():
            golds = list(read_gold(corpus))
            folds = fit_folds(golds, list(read_gold(always)), model.quotes)
            path.write_text(json.dumps(folds), encoding="utf-8")
        calibration = model.quotes.calibration.points()
        folds = json.loads(path.read_text("utf-8"))
        self._folds = [grow(trees, calibration) for trees in folds]

    def of(self, k: int) -> Model:
        """The model that was not trained on article k, in the order of ``read_gold``."""
        return evolve(self._model, quotes=self._folds[k % FOLDS])
