"""Train the model on annotated articles: ``train`` calls the steps in order.

1. Tagger: fit one without each fold, and, starting from these, one on all articles
   (``fit_taggers``); label the tokens of each article, and of each rule's example, with a tagger
   that was not trained on it.
2. Quotes: fit trees that attribute quoted spans, by cross-validation (``fit_trees``).
3. Clauses: find the reported clauses of each article from its labels, and fit trees that attribute
   them (``fit_trees`` again).
4. Measurement: extract the records of each article with models that were not trained on it.

Each step uses only predictions of models that were not trained on the article in question. Some
rules depend on the speakers of earlier quotes, so trees are fitted in two rounds: the first round
uses the annotated speakers, the second those that the trees of the first round predict, since at
run time the earlier speakers are predictions, too. The calibration is fitted on held-out
predictions.

The examples of the rules (``training/rule_examples.py``) are divided into folds for the taggers, as
articles are. They are in the training set of every fold of the trees, and never count in the
metrics.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple

from attrs import evolve, frozen

from quoteattr.api import extract
from quoteattr.attribute.decision.decode import attribute
from quoteattr.attribute.decision.trees import Trees, grow
from quoteattr.attribute.documents.document import Document
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
from quoteattr.tag.neural_tagger import NeuralTagger
from quoteattr.training import tagging
from quoteattr.training.annotated import AnnotatedDocument, annotated_clauses, annotated_quotes
from quoteattr.training.boost import TrainingExample, calibrate, fit
from quoteattr.training.folds import FOLDS, fold_of, held_out_path
from quoteattr.training.rule_examples import rule_examples
from quoteattr.training.tagger_examples import count_clauses


class EnsembleSize(NamedTuple):
    """The number of trees to fit."""

    #: number of averaged models
    models: int
    #: number of trees of each model
    rounds: int


#: clauses need fewer trees: their speaker is easier to decide, and there are more of them
QUOTE_TREES, CLAUSE_TREES = EnsembleSize(3, 120), EnsembleSize(1, 100)
#: a corpus with fewer annotated clauses is not used to train on clauses
MIN_CLAUSES = 200
#: how often the example of a rule, or an exercise, is repeated, since the corpora have few similar
#: cases (cross-validated on ``world/train``: F 90.4 with one, 90.5 with two, 90.1 with four)
EXAMPLE_REPEATS = 2
#: how often a quote of a corpus without annotated clauses is repeated: such corpora have more
#: publishers (cross-validated on ``world/train``, one model: F 90.6, and 90.8 with repeats)
OTHER_NEWS_REPEATS = 3
_UNCALIBRATED = calibrate((), ())

#: the metrics of each corpus
Measured = dict[str, dict[str, float]]
#: ``calibration`` and ``trees``, as in the file of a model
TreesJson = dict[str, Any]


class ModelFiles(NamedTuple):
    """What the two files of a model hold."""

    #: ``measured`` (the metrics of each corpus, cross-validated), and for ``quotes`` and
    #: ``clauses`` their ``calibration`` and ``trees``
    data: dict[str, Any]
    tagger: NeuralTagger


class TrainedModels(NamedTuple):
    """The model that is trained on all articles, and those of the cross-validation."""

    model: ModelFiles
    #: for each fold, the model that was trained without its articles; what the model takes from the
    #: package, if no clauses are annotated, is taken from the package here, too
    held_out: list[ModelFiles]


@frozen
class FittedTrees:
    """Trees for quotes or for clauses, with their calibration; nested, as in a file."""

    calibration: list[list[float]]
    #: fitted on all articles
    trees: list[Any]
    #: for each fold, trees that were not fitted on its articles
    folds: list[list[Any]]

    @cached_property
    def _grown(self) -> list[Trees]:
        """The trees of each fold, calibrated."""
        return [grow(trees, self.calibration) for trees in self.folds]

    def unseen(self, name: str) -> Trees:
        """The trees that were not fitted on the article of this name."""
        return self._grown[fold_of(name)]

    def to_json(self, fold: int | None = None) -> TreesJson:
        """The content for the file of the model, or of the model without a fold.

        The calibration is fitted on all folds.
        """
        trees = self.trees if fold is None else self.folds[fold]
        return {"calibration": self.calibration, "trees": trees}


@frozen
class FittedTaggers:
    """Taggers, fitted on all corpora and the examples of the rules if clauses are annotated."""

    #: fitted on all articles
    tagger: NeuralTagger
    #: for each fold, a tagger that was not fitted on its articles; none if no clause is annotated
    folds: list[NeuralTagger]

    def unseen(self, name: str) -> NeuralTagger:
        """A tagger that was not fitted on the article, or example, of this name."""
        return self.folds[fold_of(name)] if self.folds else self.tagger


@frozen
class FittedQuotes:
    """The components fitted for quotes, and the documents they were fitted on."""

    #: the corpora in which clauses are annotated
    with_clauses: set[str]
    taggers: FittedTaggers
    documents: list[AnnotatedDocument]
    trees: FittedTrees


def train(golds: Iterable[GoldArticle]) -> TrainedModels:
    """Train a model on annotated articles.

    The tagger and the trees for clauses are trained on the corpora in which clauses are annotated.
    If no corpus has enough annotated clauses, those of the package are used.

    Args:
        golds: the annotated articles; those of a corpus have the same ``corpus``. An article that
            occurs in several corpora is in one fold.

    Returns:
        The model, and the models of the cross-validation.
    """
    golds = list(golds)
    return train_from_quotes(golds, fit_quotes(golds))


def fit_quotes(golds: Sequence[GoldArticle]) -> FittedQuotes:
    """Fit taggers, and the trees that attribute quoted spans, on annotated articles."""
    examples, with_clauses = list(rule_examples()), _corpora_with_clauses(golds)
    complete = [gold for gold in golds if gold.corpus in with_clauses]
    others = [gold for gold in golds if gold.corpus not in with_clauses]
    taggers = fit_taggers(complete, [*others, *examples])
    documents, rule_documents = (
        [
            annotated_quotes(gold, untrained().with_tagger(taggers.unseen(gold.name)))
            for gold in articles
        ]
        for articles in (golds, examples)
    )
    repeats = [1 if gold.corpus in with_clauses else OTHER_NEWS_REPEATS for gold in golds]
    trees = fit_trees(documents, QUOTE_TREES, rule_documents, repeats)
    return FittedQuotes(with_clauses, taggers, documents, trees)


def fit_taggers(
    complete: Sequence[GoldArticle], quotes_only: Sequence[GoldArticle]
) -> FittedTaggers:
    """Fit taggers if any corpus has annotated clauses; else use that of the package.

    Args:
        complete: articles in which clauses are annotated, too.
        quotes_only: articles, and examples of the rules, in which quotes only are annotated.
    """
    if not complete:
        return FittedTaggers(default_tagger(), [])
    folds = [fit_tagger(complete, quotes_only, without=fold) for fold in range(FOLDS)]
    return FittedTaggers(fit_tagger(complete, quotes_only, folds), folds)


def fit_tagger(
    complete: Sequence[GoldArticle],
    quotes_only: Sequence[GoldArticle],
    trained: Sequence[NeuralTagger] = (),
    without: int | None = None,
) -> NeuralTagger:
    """Fit a tagger, its parameters rounded as in its file.

    Args:
        complete: articles in which clauses are annotated, too.
        quotes_only: articles, and examples of the rules, in which quotes only are annotated.
        trained: taggers whose mean is the starting point.
        without: the fold that is left out of both.
    """
    complete_kept = [gold for gold in complete if fold_of(gold.name) != without]
    quotes_only_kept = [gold for gold in quotes_only if fold_of(gold.name) != without]
    return tagging.as_written(tagging.fit(complete_kept, quotes_only_kept, trained))


def train_from_quotes(golds: Sequence[GoldArticle], quotes: FittedQuotes) -> TrainedModels:
    """Train the rest of a model, as ``train`` does, from what ``fit_quotes`` returns."""
    taggers, trees = quotes.taggers, quotes.trees
    if not taggers.folds:
        return _without_clauses(golds, trees)
    clauses = fit_trees(
        [
            annotated_clauses(gold, _clause_document(quoted.document, trees.unseen(gold.name)))
            for gold, quoted in zip(golds, quotes.documents, strict=True)
            if gold.corpus in quotes.with_clauses
        ],
        CLAUSE_TREES,
    )

    def unseen_model(name: str) -> Model:
        """The model that was not trained on the article of this name."""
        tagger = partial(taggers.unseen, name)
        return Model(trees.unseen(name), clauses.unseen(name), tagger)

    measured = _cross_validate(golds, unseen_model)
    return TrainedModels(
        _model_files(trees.to_json(), clauses.to_json(), taggers.tagger, measured),
        [
            _model_files(trees.to_json(fold), clauses.to_json(fold), taggers.folds[fold])
            for fold in range(FOLDS)
        ],
    )


def _without_clauses(golds: Sequence[GoldArticle], quotes: FittedTrees) -> TrainedModels:
    """Models whose tagger and trees for clauses are those of the package."""
    default, clauses, tagger = load_default(), read_data()["clauses"], default_tagger()
    measured = _cross_validate(golds, lambda name: evolve(default, quotes=quotes.unseen(name)))
    return TrainedModels(
        _model_files(quotes.to_json(), clauses, tagger, measured),
        [_model_files(quotes.to_json(fold), clauses, tagger) for fold in range(FOLDS)],
    )


def _model_files(
    quotes: TreesJson, clauses: TreesJson, tagger: NeuralTagger, measured: Measured | None = None
) -> ModelFiles:
    """What the two files of a model hold."""
    return ModelFiles({"measured": measured or {}, "quotes": quotes, "clauses": clauses}, tagger)


def fit_trees(
    documents: Sequence[AnnotatedDocument],
    size: EnsembleSize,
    rule_documents: Sequence[AnnotatedDocument] = (),
    repeats: Sequence[int] | None = None,
) -> FittedTrees:
    """Fit trees in two rounds, and calibrate them on held-out predictions.

    Args:
        documents: the annotated documents.
        size: the number of trees.
        rule_documents: the examples of the rules; they are in the training set of every fold, and
            not in the calibration.
        repeats: how often the examples of each document are repeated; once by default.
    """
    repeats = repeats or [1] * len(documents)
    folds = [fold_of(document.name) for document in documents]
    first = _cross_fit(
        [n * d.examples(d.gold_candidates) for n, d in zip(repeats, documents, strict=True)],
        folds,
        [x for document in rule_documents for x in document.examples(document.gold_candidates)],
        size,
    )
    first_trees = [grow(trees, _UNCALIBRATED) for trees in first]
    examples = [
        n * d.examples(d.chosen(first_trees[k]))
        for n, d, k in zip(repeats, documents, folds, strict=True)
    ]
    rule_examples = [x for d in rule_documents for x in d.examples(d.chosen(first_trees[0]))]
    second = _cross_fit(examples, folds, rule_examples, size)
    calibration = _calibrate(documents, [grow(trees, _UNCALIBRATED) for trees in second])
    trees = fit([x for xs in examples for x in xs] + EXAMPLE_REPEATS * rule_examples, *size)
    return FittedTrees(calibration, trees, second)


def _cross_fit(
    examples: Sequence[list[TrainingExample]],
    folds: Sequence[int],
    rule_examples: list[TrainingExample],
    size: EnsembleSize,
) -> list[list[Any]]:
    """For each fold, trees that are fitted on the documents of the other folds."""
    trees = []
    for left_out in range(FOLDS):
        training = [
            example
            for of_document, fold in zip(examples, folds, strict=True)
            if fold != left_out
            for example in of_document
        ]
        trees.append(fit(training + EXAMPLE_REPEATS * rule_examples, *size))
    return trees


def _calibrate(documents: Sequence[AnnotatedDocument], trees: Sequence[Trees]) -> list[list[float]]:
    """The calibration, fitted on the predictions of a speaker by the trees of the other folds."""
    predictions = [
        prediction
        for document in documents
        for prediction in document.predictions(trees[fold_of(document.name)])
        if prediction.attributed
    ]
    return calibrate([p.certainty for p in predictions], [p.correct for p in predictions])


def _corpora_with_clauses(golds: Sequence[GoldArticle]) -> set[str]:
    """The corpora in which clauses are annotated."""
    counts: Counter[str] = Counter()
    for gold in golds:
        counts[gold.corpus] += count_clauses(gold)
    return {corpus for corpus, count in counts.items() if count >= MIN_CLAUSES}


def _clause_document(document: Document, trees: Trees) -> Document:
    """The article with the clauses that the tagger finds, after the trees attributed its quotes."""
    _, clause_document = read_clauses(attribute(document, trees), Options())
    return clause_document


def _cross_validate(golds: Sequence[GoldArticle], unseen_model: Callable[[str], Model]) -> Measured:
    """The metrics of each corpus, each article extracted by a model not trained on it."""
    metrics: dict[str, Metrics] = {}
    for gold in golds:
        model = unseen_model(gold.name)
        records = extract(gold.text, gold.name, min_confidence=0, unattributed=True, model=model)
        judgements = list(judge(gold, records))
        corpus_metrics = metrics.setdefault(gold.corpus, Metrics())
        corpus_metrics.add(judgements, compare_contents(gold, records))
    return {corpus: headline(corpus_metrics) for corpus, corpus_metrics in metrics.items()}


def write(model: ModelFiles, path: Path) -> None:
    """Write a model, one tree per line, and its tagger; each file is replaced atomically.

    Args:
        model: the content of the files.
        path: the file of the model; the tagger's has the same name with the suffix ``.npz``.
    """
    data, tagger = model
    entries = [f'"measured": {json.dumps(data["measured"])}']
    for kind in ("quotes", "clauses"):
        trees = ",\n".join(json.dumps(tree) for tree in data[kind]["trees"])
        calibration = json.dumps(data[kind]["calibration"])
        entries.append(f'"{kind}": {{"calibration": {calibration},\n"trees": [\n{trees}\n]}}')
    beside = str(path.with_suffix(TAGGER_SUFFIX))
    with replacing(str(path)) as file, replacing(beside, binary=True) as arrays:
        file.write("{" + ",\n".join(entries) + "}\n")
        tagging.write(tagger, arrays)


def write_held_out(models: Sequence[ModelFiles], folder: Path) -> None:
    """Write the models of the cross-validation for ``folds.HeldOutModels``."""
    folder.mkdir(parents=True, exist_ok=True)
    for fold, model in enumerate(models):
        write(model, held_out_path(folder, fold))
