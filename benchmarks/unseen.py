"""Model that have not seen an article, for a corpus that the model of the package learned from.

The trees that link quotes are learned as ``quoteattr train`` learns them, but for each of five
parts of the corpus without the articles of that part; PolNeAR’s are lessons in all of them. Whom a
quote before was given to is told by the model at hand. The trees for clauses, the tagger and the
calibration are those of the model at hand too.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve

from quoteattr.attribute.trees import Trees, grow
from quoteattr.evaluation.brat import GoldArticle, read_gold
from quoteattr.model.model import Model
from quoteattr.training import pupils
from quoteattr.training.boost import Lesson, fit
from quoteattr.training.textbook import textbook
from quoteattr.training.train import EXAMPLES, FOLDS, QUOTES


def learn_folds(
    golds: Sequence[GoldArticle],
    others: Iterator[GoldArticle],
    trees: Trees,
    size: tuple[int, int] = QUOTES,
) -> list[Any]:
    """Learn trees for each fold without its articles; article k is in fold ``k % FOLDS``.

    Args:
        golds: the articles that are parted.
        others: those that are lessons for every fold.
        trees: tell whom the quotes before were given to.
        size: models, and trees of each.
    """
    own = [_lessons(gold, trees) for gold in golds]
    always = [lesson for gold in others for lesson in _lessons(gold, trees)]
    examples = [lesson for gold in textbook() for lesson in _lessons(gold, trees)]
    found = []
    for fold in range(FOLDS):
        print(f"fold {fold + 1} of {FOLDS}", file=sys.stderr)
        seen = [lesson for k, few in enumerate(own) if k % FOLDS != fold for lesson in few]
        found.append(fit([*always, *seen, *(EXAMPLES * examples)], *size))
    return found


def _lessons(gold: GoldArticle, trees: Trees) -> list[Lesson]:
    """The lessons of an article."""
    pupil = pupils.of_quotes(gold)
    return list(pupil.lessons(pupil.chosen(trees)))


class Unseen:
    """For each article of a corpus, model whose trees have not seen it."""

    def __init__(self, corpus: Path, others: Path, model: Model, kept: Path) -> None:
        """Learn the trees, or read them where they were learned before.

        Args:
            corpus: the folder of the corpus.
            others: the folder of the corpus that is a lesson for every fold.
            model: those of which the rest is taken.
            kept: the file of the trees; written if it is not there.
        """
        self._weights = model
        if not kept.exists():
            golds = list(read_gold(corpus))
            folds = learn_folds(golds, read_gold(others), model.quotes)
            kept.write_text(json.dumps(folds), encoding="utf-8")
        shares, rights = model.quotes.shares.tolist(), model.quotes.rights.tolist()
        calibration = list(zip(shares, rights, strict=True))
        folds = json.loads(kept.read_text("utf-8"))
        self._folds = [grow(trees, calibration) for trees in folds]

    def of(self, k: int) -> Model:
        """The model that have not seen article k, in the order of ``read_gold``."""
        return evolve(self._weights, quotes=self._folds[k % FOLDS])
