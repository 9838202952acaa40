"""Trains the model on annotated articles: ``train`` calls the steps in order.

1. Tagger: fit one without each fold, and from these one on all articles (``fit_taggers``); label
   the tokens of each article by one that was not trained on it.
2. Quotes: fit trees that attribute quoted spans, by cross-validation (``fit_trees``).
3. Clauses: find the reported clauses of each article by its labels, and fit trees that attribute
   them (``fit_trees`` again).
4. Measurement: extract the records of each article by models that were not trained on it.

Each step sees only predictions of models that were not trained on the article at hand. Some rules
look at the speakers of the quotes before, so that trees are fitted in two rounds: the first with
the annotated speakers there, the second with those that trees of the first round predict, since at
run time the speakers before are predictions, too. The calibration is fitted on held-out
predictions.

The examples of the rules (``training/rule_examples.py``) are in the training set of every fold, and
never in the metrics.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from attrs import evolve, frozen

from quoteattr.api import extract
from quoteattr.attribute.decode import attribute
from quoteattr.attribute.document import Document
from quoteattr.attribute.trees import Trees, grow
from quoteattr.evaluation.brat import GoldArticle
from quoteattr.evaluation.metrics import Metrics, headline
from quoteattr.evaluation.reported_contents import compare_contents
from quoteattr.evaluation.score import judge
from quoteattr.formats.output import replacing
from quoteattr.model.model import (
    TAGGER_SUFFIX,
    Model,
    default_tagger,
    load_default,
    read_data,
    untrained,
)
from quoteattr.options import Options
from quoteattr.pipeline import read_clauses
from quoteattr.tag.tagger import NeuralTagger
from quoteattr.training import tagging
from quoteattr.training.annotated import AnnotatedDocument, annotated_clauses, annotated_quotes
from quoteattr.training.boost import TrainingExample, calibrate, fit
from quoteattr.training.rule_examples import rule_examples
from quoteattr.training.tagger_examples import count_clauses


class EnsembleSize(NamedTuple):
    """How many trees are fitted."""

    #: models that are averaged
    models: int
    #: trees of each model
    rounds: int


#: folds of the trees, and of the taggers
FOLDS, TAGGER_FOLDS = 5, 4
#: clauses need fewer trees: their speaker is easier to decide, and there are more of them
QUOTE_TREES, CLAUSE_TREES = EnsembleSize(3, 120), EnsembleSize(1, 100)
#: a corpus with fewer annotated clauses is not used to train on clauses
MIN_CLAUSES = 200
#: how often the example of a rule, or an exercise, is repeated: the corpora have few like it
EXAMPLE_REPEATS = 4
#: how often a quote of a corpus without annotated clauses is repeated: such corpora are of more
#: publishers (cross-validated on ``world/train``, one model: F 90.6, and 90.8 with repeats)
OTHER_NEWS_REPEATS = 3
_UNCALIBRATED = calibrate((), ())


@frozen
class FittedTrees:
    """Trees for quotes or for clauses, with their calibration, and those of each fold."""

    calibration: list[list[float]]
    #: fitted on all articles; nested, as a file has them
    trees: list[Any]
    #: for each fold, calibrated trees that were not fitted on its articles
    folds: list[Trees]

    def to_json(self) -> dict[str, Any]:
        """What the file of the model holds."""
        return {"calibration": self.calibration, "trees": self.trees}

    def unseen(self, k: int) -> Trees:
        """The trees that were not fitted on document k."""
        return self.folds[k % FOLDS]


@frozen
class FittedTaggers:
    """Taggers, fitted on all corpora if one of them has clauses annotated."""

    #: fitted on all articles
    tagger: NeuralTagger
    #: for each fold, a tagger that was not fitted on its articles
    folds: list[NeuralTagger]
    #: the indices of the articles in which clauses are annotated
    with_clauses: list[int]

    def unseen(self, k: int) -> NeuralTagger:
        """A tagger that was not fitted on article k."""
        return self.folds[k % TAGGER_FOLDS] if self.folds else self.tagger


@frozen
class FittedQuotes:
    """What is fitted for quotes, and what it was fitted on."""

    taggers: FittedTaggers
    documents: list[AnnotatedDocument]
    trees: FittedTrees


def train(golds: Iterable[GoldArticle]) -> tuple[dict[str, Any], NeuralTagger]:
    """Train a model on annotated articles.

    The tagger and the trees for clauses are trained on the corpora in which clauses are annotated.
    If no corpus has enough of them, they are those of the package.

    Args:
        golds: the annotated articles; those of a corpus have the same ``corpus``.

    Returns:
        What the file of the model holds: ``measured`` (the metrics of each corpus, cross-validated
        by article), and for ``quotes`` and ``clauses`` their ``calibration`` and ``trees``; and the
        tagger.
    """
    golds = list(golds)
    return train_from_quotes(golds, fit_quotes(golds))


def fit_quotes(golds: Sequence[GoldArticle]) -> FittedQuotes:
    """Fit taggers, and the trees that attribute quoted spans, on annotated articles."""
    taggers = fit_taggers(golds)
    documents = [
        annotated_quotes(gold, untrained().with_tagger(taggers.unseen(k)))
        for k, gold in enumerate(golds)
    ]
    model = untrained().with_tagger(taggers.tagger)
    rule_documents = [annotated_quotes(gold, model) for gold in rule_examples()]
    with_clauses = set(taggers.with_clauses)
    repeats = [1 if k in with_clauses else OTHER_NEWS_REPEATS for k in range(len(documents))]
    return FittedQuotes(
        taggers, documents, fit_trees(documents, QUOTE_TREES, rule_documents, repeats)
    )


def fit_taggers(golds: Sequence[GoldArticle]) -> FittedTaggers:
    """Fit taggers, if clauses are annotated in a corpus; else take that of the package."""
    with_clauses = _with_clauses(golds)
    if not with_clauses:
        return FittedTaggers(default_tagger(), [], [])
    folds = [_fit_tagger(golds, with_clauses, without=fold) for fold in range(TAGGER_FOLDS)]
    return FittedTaggers(_fit_tagger(golds, with_clauses, folds), folds, with_clauses)


def _fit_tagger(
    golds: Sequence[GoldArticle],
    with_clauses: Sequence[int],
    trained: Sequence[NeuralTagger] = (),
    without: int | None = None,
) -> NeuralTagger:
    """A tagger as it is in use, its numbers rounded; without the articles of a fold.

    ``trained`` are taggers that it starts from.
    """
    chosen, known = [k for k in range(len(golds)) if k % TAGGER_FOLDS != without], set(with_clauses)
    complete = [k for k in chosen if k in known]
    quotes_only = [k for k in chosen if k not in known]
    tagger = tagging.fit([golds[k] for k in complete], [golds[k] for k in quotes_only], trained)
    return tagging.as_written(tagger)


def train_from_quotes(
    golds: Sequence[GoldArticle], quotes: FittedQuotes
) -> tuple[dict[str, Any], NeuralTagger]:
    """Train the rest of a model, as ``train`` does, from what ``fit_quotes`` returns."""
    taggers, trees = quotes.taggers, quotes.trees
    if not taggers.folds:
        return _without_clauses(golds, trees)
    documents = [
        annotated_clauses(golds[k], _clause_document(quotes.documents[k].document, trees.unseen(k)))
        for k in taggers.with_clauses
    ]
    clauses = fit_trees(documents, CLAUSE_TREES)
    number = {k: n for n, k in enumerate(taggers.with_clauses)}

    def unseen_model(k: int) -> Model:
        """The model that was not trained on article k."""
        tagger = partial(taggers.unseen, k)
        return Model(trees.unseen(k), clauses.unseen(number.get(k, 0)), tagger)

    measured = _cross_validate(golds, unseen_model)
    data = {"measured": measured, "quotes": trees.to_json(), "clauses": clauses.to_json()}
    return data, taggers.tagger


def _without_clauses(
    golds: Sequence[GoldArticle], quotes: FittedTrees
) -> tuple[dict[str, Any], NeuralTagger]:
    """A model whose tagger and trees for clauses are those of the package."""
    default = load_default()
    measured = _cross_validate(golds, lambda k: evolve(default, quotes=quotes.unseen(k)))
    clauses = read_data()["clauses"]
    data = {"measured": measured, "quotes": quotes.to_json(), "clauses": clauses}
    return data, default_tagger()


def fit_trees(
    documents: Sequence[AnnotatedDocument],
    size: EnsembleSize,
    rule_documents: Sequence[AnnotatedDocument] = (),
    repeats: Sequence[int] | None = None,
) -> FittedTrees:
    """Fit trees in two rounds, and calibrate them on held-out predictions.

    Args:
        documents: the annotated documents; document k is in fold ``k % FOLDS``.
        size: how many trees.
        rule_documents: the examples of the rules; they are in the training set of every fold, and
            not in the calibration.
        repeats: how often the examples of each document are repeated; once by default.
    """
    repeats = repeats or [1] * len(documents)
    first = _cross_fit(
        [n * d.examples(d.gold_candidates) for n, d in zip(repeats, documents, strict=True)],
        [x for document in rule_documents for x in document.examples(document.gold_candidates)],
        size,
    )
    first_trees = [grow(trees, _UNCALIBRATED) for trees in first]
    folds = [k % FOLDS for k in range(len(documents))]
    examples = [
        n * d.examples(d.chosen(first_trees[k]))
        for n, d, k in zip(repeats, documents, folds, strict=True)
    ]
    rule_examples = [x for d in rule_documents for x in d.examples(d.chosen(first_trees[0]))]
    second = _cross_fit(examples, rule_examples, size)
    second_trees = [grow(trees, _UNCALIBRATED) for trees in second]
    calibration = _calibrate(documents, second_trees)
    trees = fit([x for xs in examples for x in xs] + EXAMPLE_REPEATS * rule_examples, *size)
    return FittedTrees(calibration, trees, [grow(trees, calibration) for trees in second])


def _cross_fit(
    examples: Sequence[list[TrainingExample]],
    rule_examples: list[TrainingExample],
    size: EnsembleSize,
) -> list[list[Any]]:
    """For each fold, trees that are not fitted on its documents.

    Documents that are neighbours by name, and so are of one publisher, are in different folds.
    """
    trees = []
    for fold in range(FOLDS):
        training = [x for k, xs in enumerate(examples) if k % FOLDS != fold for x in xs]
        trees.append(fit(training + EXAMPLE_REPEATS * rule_examples, *size))
    return trees


def _calibrate(documents: Sequence[AnnotatedDocument], trees: Sequence[Trees]) -> list[list[float]]:
    """The calibration of the predictions that name a speaker, each by the trees of its fold."""
    predictions = [
        prediction
        for k, document in enumerate(documents)
        for prediction in document.predictions(trees[k % FOLDS])
        if prediction.attributed
    ]
    return calibrate([p.certainty for p in predictions], [p.correct for p in predictions])


def _with_clauses(golds: Sequence[GoldArticle]) -> list[int]:
    """The indices of the articles of those corpora in which clauses are annotated."""
    counts: Counter[str] = Counter()
    for gold in golds:
        counts[gold.corpus] += count_clauses(gold)
    return [k for k, gold in enumerate(golds) if counts[gold.corpus] >= MIN_CLAUSES]


def _clause_document(document: Document, trees: Trees) -> Document:
    """The article with the clauses that the tagger finds, after the trees attribute its quotes."""
    _, clause_document = read_clauses(attribute(document, trees), Options())
    return clause_document


def _cross_validate(
    golds: Sequence[GoldArticle], unseen_model: Callable[[int], Model]
) -> dict[str, dict[str, float]]:
    """The metrics of each corpus, each article extracted by a model not trained on it."""
    metrics: dict[str, Metrics] = {}
    for k, gold in enumerate(golds):
        records = extract(
            gold.text, gold.name, min_confidence=0, unattributed=True, model=unseen_model(k)
        )
        judgements = list(judge(gold, records))
        corpus_metrics = metrics.setdefault(gold.corpus, Metrics())
        corpus_metrics.add(judgements, compare_contents(gold, records))
    return {corpus: headline(corpus_metrics) for corpus, corpus_metrics in metrics.items()}


def write(data: dict[str, Any], tagger: NeuralTagger, path: Path) -> None:
    """Write a model, one tree a line, and its tagger beside it; each replaces a file whole.

    Args:
        data: what ``train`` returns.
        tagger: the tagger; its file has the same name and ends in ``.npz``.
        path: the file of the model.
    """
    entries = [f'"measured": {json.dumps(data["measured"])}']
    for kind in ("quotes", "clauses"):
        trees = ",\n".join(json.dumps(tree) for tree in data[kind]["trees"])
        calibration = json.dumps(data[kind]["calibration"])
        entries.append(f'"{kind}": {{"calibration": {calibration},\n"trees": [\n{trees}\n]}}')
    beside = str(path.with_suffix(TAGGER_SUFFIX))
    with replacing(str(path)) as file, replacing(beside, binary=True) as arrays:
        file.write("{" + ",\n".join(entries) + "}\n")
        tagging.write(tagger, arrays)
