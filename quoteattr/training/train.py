"""Learns all that is learned from annotated articles, and writes the model.

Three things are learned, each from articles that what it builds on has not seen: the trees that
link quoted spans, the tagger that finds reported clauses, and the trees that link these.
Some rules look at who spoke before: the first round learns with the annotated speakers there, the
second with those that trees of the first round give, since at run time the speakers before are not
certain either. The calibration, and the figures that are kept beside the model, are of articles
that were not learned from.

The examples of the rules (``training/textbook.py``) are lessons in every fold, and never counted.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from quoteattr.api import extract
from quoteattr.attribute.decode import attribute
from quoteattr.attribute.document import Document
from quoteattr.attribute.trees import Trees, grow
from quoteattr.evaluation.brat import GoldArticle
from quoteattr.evaluation.contents import compare
from quoteattr.evaluation.figures import Figures, measured
from quoteattr.evaluation.score import judge
from quoteattr.model.model import TAGGER_SUFFIX, Model, load_default, read_data
from quoteattr.pipeline import Options, read_clauses
from quoteattr.tag.tagger import Tagger
from quoteattr.training import pupils, tagging
from quoteattr.training.boost import Lesson, calibrate, fit
from quoteattr.training.pupils import Pupil
from quoteattr.training.textbook import textbook

#: articles are parted so many times to learn trees, and taggers, that have not seen some of them
FOLDS, HALVES = 5, 2
#: models that are averaged, and trees of each, for quotes and for clauses: whom a clause goes to is
#: easier to tell, and there are more of them, so that fewer trees are worth their time
QUOTES, CLAUSES = (3, 120), (1, 100)
#: a corpus with fewer annotated clauses than these teaches nothing of clauses
LEAST_CLAUSES = 200
#: how often each example of a rule, and each exercise, is a lesson: the corpora show its like too
#: seldom
EXAMPLES = 2
_EVEN = calibrate((), ())


@frozen
class Learned:
    """What was learned of quotes, or of clauses."""

    calibration: list[list[float]]
    #: nested, as a file has them
    trees: list[Any]
    #: for each fold, trees that have not seen its articles
    folds: list[Trees]

    @property
    def written(self) -> dict[str, Any]:
        """What a file keeps."""
        return {"calibration": self.calibration, "trees": self.trees}


def learn(
    taught: Sequence[Pupil], size: tuple[int, int], examples: Sequence[Pupil] = ()
) -> Learned:
    """Learn trees from articles, in two rounds.

    Args:
        taught: the articles.
        size: models, and trees of each.
        examples: lessons that are in every fold, and never counted.
    """
    shown = _cross_fit(
        [pupil.lessons(pupil.right) for pupil in taught],
        [lesson for pupil in examples for lesson in pupil.lessons(pupil.right)],
        size,
    )
    first = [grow(trees, _EVEN) for trees in shown]
    folds = [k % FOLDS for k in range(len(taught))]
    lessons = [p.lessons(p.chosen(first[k])) for p, k in zip(taught, folds, strict=True)]
    always = [x for p in examples for x in p.lessons(p.chosen(first[0]))]
    unseen = _cross_fit(lessons, always, size)
    second = [grow(trees, _EVEN) for trees in unseen]
    found = (p.outcomes(second[k]) for p, k in zip(taught, folds, strict=True))
    bets = [outcome for outcomes in found for outcome in outcomes if outcome.chosen]
    calibration = calibrate([bet.certainty for bet in bets], [bet.right for bet in bets])
    trees = fit([*(x for own in lessons for x in own), *(EXAMPLES * always)], *size)
    return Learned(calibration, trees, [grow(trees, calibration) for trees in unseen])


def _cross_fit(
    lessons: Sequence[list[Lesson]], always: list[Lesson], size: tuple[int, int]
) -> list[list[Any]]:
    """For each fold, trees that have not seen its articles.

    Neighbours in the alphabet, and so publishers, are spread.
    """
    out = []
    for fold in range(FOLDS):
        seen = [x for k, own in enumerate(lessons) if k % FOLDS != fold for x in own]
        out.append(fit([*seen, *(EXAMPLES * always)], *size))
    return out


def train(golds: Iterable[GoldArticle]) -> tuple[dict[str, Any], Tagger]:
    """Learn model from annotated articles.

    What reports clauses is learned from the corpora in which they are annotated. Where hardly
    anything but marks is, the package's own tagger and trees for clauses take the place of learned
    ones.

    Returns:
        What ``model.json`` holds: ``measured`` (cross-validated by article, for each corpus), and
        for ``quotes`` and ``clauses`` their ``calibration`` and ``trees``; and the tagger.
    """
    golds = list(golds)
    in_marks = [pupils.of_quotes(gold) for gold in golds]
    quotes = learn(in_marks, QUOTES, [pupils.of_quotes(gold) for gold in textbook()])
    annotated = _with_clauses(golds)
    if not annotated:
        ours, kept = load_default(), read_data()["clauses"]
        found = _measure(golds, lambda k: evolve(ours, quotes=quotes.folds[k % FOLDS]))
        return {"measured": found, "quotes": quotes.written, "clauses": kept}, ours.tagger
    halves = [
        tagging.fit(golds[k] for n, k in enumerate(annotated) if n % HALVES != half)
        for half in range(HALVES)
    ]
    retold = (
        _clause_document(in_marks[k].document, quotes.folds[k % FOLDS], halves[n % HALVES])
        for n, k in enumerate(annotated)
    )
    taught = (golds[k] for k in annotated)
    clauses = learn(
        [pupils.of_clauses(*both) for both in zip(taught, retold, strict=True)], CLAUSES
    )
    place = {k: n for n, k in enumerate(annotated)}

    def unseen(k: int) -> Model:
        """Model that have not seen an article."""
        n = place.get(k, 0)
        tagger = halves[n % HALVES]
        return Model(quotes.folds[k % FOLDS], clauses.folds[n % FOLDS], lambda: tagger)

    data = {
        "measured": _measure(golds, unseen),
        "quotes": quotes.written,
        "clauses": clauses.written,
    }
    return data, tagging.fit(golds[k] for k in annotated)


def _with_clauses(golds: Sequence[GoldArticle]) -> list[int]:
    """The articles of the corpora in which not only what stands between marks is annotated."""
    clauses: Counter[str] = Counter()
    for gold in golds:
        clauses[gold.corpus] += tagging.count_clauses(gold)
    return [k for k, gold in enumerate(golds) if clauses[gold.corpus] >= LEAST_CLAUSES]


def _clause_document(document: Document, trees: Trees, tagger: Tagger) -> Document:
    """The article once more, its clauses found by a tagger."""
    options = Options(chosen_model=evolve(load_default(), read_tagger=lambda: tagger))
    _, clauses = read_clauses(attribute(document, trees), options)
    return clauses


def _measure(
    golds: Sequence[GoldArticle], model: Callable[[int], Model]
) -> dict[str, dict[str, float]]:
    """The figures of each corpus, each article by model that have not seen it."""
    found: dict[str, Figures] = {}
    for k, gold in enumerate(golds):
        records = extract(gold.text, gold.name, unattributed=True, model=model(k))
        judgements = list(judge(gold, records))
        found.setdefault(gold.corpus, Figures()).add(judgements, compare(gold, records))
    return {corpus: measured(figures) for corpus, figures in found.items()}


def write(data: dict[str, Any], tagger: Tagger, path: Path) -> None:
    """Write model, one tree a line, and the tagger beside them."""
    parts = [f'"measured": {json.dumps(data["measured"])}']
    for kind in ("quotes", "clauses"):
        trees = ",\n".join(json.dumps(tree) for tree in data[kind]["trees"])
        calibration = json.dumps(data[kind]["calibration"])
        parts.append(f'"{kind}": {{"calibration": {calibration},\n"trees": [\n{trees}\n]}}')
    path.write_text("{" + ",\n".join(parts) + "}\n", encoding="utf-8")
    tagging.write(tagger, path.with_suffix(TAGGER_SUFFIX))
