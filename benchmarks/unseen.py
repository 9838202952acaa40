"""Models that were not trained on an article, for a corpus that the package's model was trained on.

The taggers and the trees for quotes are fitted as ``quoteattr train`` fits them, for each fold of
the corpus without the articles of that fold; PolNeAR’s are in the training set of all folds of the
trees, each with the labels of a tagger that was not trained on it. The speakers of the quotes
before are predicted by the given model, from which the trees for clauses and the calibration are
taken, too.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from attrs import evolve

from quoteattr.attribute.trees import Trees, grow
from quoteattr.evaluation.brat import GoldArticle, read_gold
from quoteattr.model.model import Model, untrained
from quoteattr.tag.tagger import NeuralTagger, read
from quoteattr.training import tagging
from quoteattr.training.annotated import annotated_quotes
from quoteattr.training.boost import TrainingExample, fit
from quoteattr.training.rule_examples import rule_examples
from quoteattr.training.train import (
    EXAMPLE_REPEATS,
    FOLDS,
    OTHER_NEWS_REPEATS,
    QUOTE_TREES,
    TAGGER_FOLDS,
    EnsembleSize,
    FittedTaggers,
    fit_taggers,
)

#: the file of the trees
_TREES = "trees.json"


def fit_folds(
    golds: Sequence[GoldArticle],
    always: Sequence[GoldArticle],
    taggers: FittedTaggers,
    trees: Trees,
    size: EnsembleSize = QUOTE_TREES,
) -> list[Any]:
    """Fit trees for each fold without its articles; article k is in fold ``k % FOLDS``.

    Args:
        golds: the articles of the folds.
        always: articles that are in the training set of every fold.
        taggers: fitted on these and those, in this order.
        trees: predict the speakers of the quotes before.
        size: how many trees.
    """
    of_always, examples = (
        [_examples(gold, trees, taggers.unseen(k)) for k, gold in enumerate(articles, start=first)]
        for articles, first in ((always, 0), (golds, len(always)))
    )
    of_rules = [_examples(gold, trees, taggers.tagger) for gold in rule_examples()]
    folds = []
    for fold in range(FOLDS):
        print(f"fold {fold + 1} of {FOLDS}", file=sys.stderr)
        of_golds = [xs for k, xs in enumerate(examples) if k % FOLDS != fold]
        training = chain.from_iterable(
            [*of_always, *(OTHER_NEWS_REPEATS * of_golds), *(EXAMPLE_REPEATS * of_rules)]
        )
        folds.append(fit(list(training), *size))
    return folds


def _examples(gold: GoldArticle, trees: Trees, tagger: NeuralTagger) -> list[TrainingExample]:
    """The training examples of an article, read by a tagger."""
    document = annotated_quotes(gold, untrained().with_tagger(tagger))
    return document.examples(document.chosen(trees))


class HeldOutModels:
    """For each article of a corpus, a model whose tagger and trees for quotes have not seen it."""

    def __init__(self, corpus: Path, always: Path, model: Model, folder: Path) -> None:
        """Fit taggers and trees, or read them if they were fitted before.

        Args:
            corpus: the folder of the corpus.
            always: the folder of the corpus that is in the training set of every fold.
            model: all but the tagger and the trees for quotes is taken from it.
            folder: of the files of taggers and trees; written if it does not exist.
        """
        self._model = model
        if not (folder / _TREES).exists():
            _write_folds(list(read_gold(corpus)), list(read_gold(always)), model.quotes, folder)
        calibration = model.quotes.calibration.points()
        folds = json.loads((folder / _TREES).read_text("utf-8"))
        self._folds = [grow(trees, calibration) for trees in folds]
        self._taggers = [read(folder / f"{fold}.npz") for fold in range(TAGGER_FOLDS)]

    def of(self, k: int) -> Model:
        """The model that was not trained on article k, in the order of ``read_gold``."""
        model = self._model.with_tagger(self._taggers[k % TAGGER_FOLDS])
        return evolve(model, quotes=self._folds[k % FOLDS])


def _write_folds(
    golds: Sequence[GoldArticle], always: Sequence[GoldArticle], trees: Trees, folder: Path
) -> None:
    """Fit the taggers and the trees of each fold, and write them into a folder."""
    taggers = fit_taggers([*always, *golds])
    folds = fit_folds(golds, always, taggers, trees)
    folder.mkdir(parents=True, exist_ok=True)
    first = len(always)
    for fold in range(TAGGER_FOLDS):
        tagging.write(taggers.unseen(first + fold), folder / f"{fold}.npz")
    (folder / _TREES).write_text(json.dumps(folds), encoding="utf-8")
