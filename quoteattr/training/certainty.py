"""Train the model of the certainty of names: ``quoteattr/model/certainty.json``.

    python -m quoteattr.training.certainty CORPUS [MORE …]

The model gives the probability that a speaker's name is right, if the mention is right. The command
reads ``names.tsv`` of a corpus, and records how the engine resolves a right mention of each quote
(the chosen one if it is right, else the annotated one) to a name. It prints the accuracy of names
and their mean certainty in a cross-validation (five folds by article), writes the model that is
trained on all articles, and prints the same for each further corpus. Nominals are resolved by a
model that was not trained on the article, as for any new article. Logistic regression with a
Gaussian prior, fitted by L-BFGS (extra ``train``).
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray
from scipy.optimize import minimize

from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.coref.certainty import CATEGORIES, FEATURES, CertaintyModel, Resolution
from quoteattr.evaluation import brat
from quoteattr.evaluation.metrics import Metrics
from quoteattr.evaluation.score import same_name
from quoteattr.model.model import Model, load_default
from quoteattr.training import antecedents
from quoteattr.training.annotated import AnnotatedDocument, annotated_quotes
from quoteattr.training.folds import FOLDS, fold_of

#: weight of the prior on the coefficients of numeric features
PRIOR = 1.0
Floats = NDArray[np.float64]


@frozen
class NameExample:
    """The name of a speaker whose mention is right."""

    document: str
    #: how the name was reached
    resolution: Resolution
    correct: bool


def make_examples(corpus: Path, models: Sequence[Model | None]) -> Iterator[NameExample]:
    """Make an example of each quote whose annotated source is a candidate.

    Args:
        corpus: articles in the brat layout with ``names.tsv``.
        models: for each fold the model that resolves nominals, None for that of the package.
    """
    names = brat.read_all_names(corpus / "names.tsv")
    for gold in brat.read_gold(corpus):
        annotated = annotated_quotes(gold, models[fold_of(gold.name)])
        document = annotated.document
        for label, candidate in zip(annotated.labels, _right_mentions(annotated), strict=True):
            attribution = label.attribution
            name = names.get((gold.name, attribution.identifier)) if attribution else None
            if name and candidate:
                correct = has_annotated_name(
                    document.referents.name(candidate), candidate.text, name
                )
                yield NameExample(gold.name, document.referents.resolution(candidate), correct)


def _right_mentions(annotated: AnnotatedDocument) -> Iterator[Candidate | None]:
    """A right mention for each quote: the chosen one, or the annotated one if that is wrong."""
    chosen = annotated.chosen(load_default().quotes)
    for label, gold_candidate, candidate in zip(
        annotated.labels, annotated.gold_candidates, chosen, strict=True
    ):
        right = (
            candidate
            and gold_candidate
            and (
                candidate.key is gold_candidate.key or label.accepts(candidate, annotated.document)
            )
        )
        yield candidate if right else gold_candidate


def has_annotated_name(speaker: str, mention: str, name: str) -> bool:
    """Whether the speaker has the annotated name.

    Args:
        speaker: the predicted name.
        mention: the words that refer to the speaker.
        name: the annotated name; for ``-`` (never named) only words of the mention are correct.
    """
    if name == brat.NEVER_NAMED:
        return set(speaker.lower().split()) <= set(mention.lower().split())
    return same_name(speaker, name)


def _row(resolution: Resolution) -> Floats:
    """The features of a resolution: one indicator for each category, then the others."""
    row = np.zeros(len(CATEGORIES) + len(FEATURES))
    row[CATEGORIES.index(resolution.category)] = 1.0
    for name, value in resolution.features.items():
        row[len(CATEGORIES) + FEATURES.index(name)] = value
    return row


def fit(examples: Sequence[NameExample]) -> CertaintyModel:
    """Fit the model; a category without examples gets the overall mean accuracy.

    Args:
        examples: right and wrong names.
    """
    table = np.stack([_row(example.resolution) for example in examples])
    correct = np.array([example.correct for example in examples], dtype=float)
    mean = float(np.log(correct.mean() / (1 - correct.mean())))
    centre = np.where(np.arange(table.shape[1]) < len(CATEGORIES), mean, 0.0)

    def loss(values: Floats) -> tuple[float, Floats]:
        """The negative log posterior, and its gradient."""
        scores, difference = (table * values).sum(axis=1), values - centre
        total = float((np.logaddexp(0.0, scores) - correct * scores).sum())
        total += PRIOR / 2 * float((difference * difference).sum())
        probabilities = 1.0 / (1.0 + np.exp(-scores))
        return total, (table.T * (probabilities - correct)).sum(axis=1) + PRIOR * difference

    values = minimize(loss, centre, jac=True, method="L-BFGS-B").x.round(3).tolist()
    return CertaintyModel(
        dict(zip(CATEGORIES, values[: len(CATEGORIES)], strict=True)),
        dict(zip(FEATURES, values[len(CATEGORIES) :], strict=True)),
    )


def cross_validate(examples: Sequence[NameExample]) -> list[float]:
    """The probability of each example, by a model that was not trained on its article."""
    models = [fit([e for e in examples if fold_of(e.document) != k]) for k in range(FOLDS)]
    return [models[fold_of(e.document)].probability(e.resolution) for e in examples]


def report(examples: Sequence[NameExample], probabilities: Sequence[float]) -> Iterator[str]:
    """Describe each category in one line.

    Yields:
        For each category, and for all together: number of examples, accuracy, mean probability, and
        expected calibration error in points.
    """
    groups: defaultdict[str, list[tuple[float, bool]]] = defaultdict(list)
    for example, probability in zip(examples, probabilities, strict=True):
        groups[example.resolution.category].append((probability, example.correct))
        groups["all"].append((probability, example.correct))
    for name in (*CATEGORIES, "all"):
        group = groups[name]
        if group:
            probability, accuracy = np.mean(group, axis=0)
            error = Metrics(predictions=group).calibration_error
            yield f"{name:34} {len(group):5} {accuracy:6.1%} {probability:6.1%} {error:5.1f}"


def models_by_fold(corpus: Path) -> list[Model]:
    """For each fold, the package's model with nominals trained on the other folds."""
    _, examples = antecedents.train(corpus)
    return [
        evolve(
            load_default(), antecedents=antecedents.fit(antecedents.outside_fold(examples, fold))
        )
        for fold in range(FOLDS)
    ]


def write(model: CertaintyModel, path: Path) -> None:
    """Write the model, one number per line."""
    data = {"categories": model.categories, "features": model.features}
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def main(corpora: Iterable[str]) -> None:
    """Train on the first corpus, write the model into the package, and measure on all corpora."""
    training_corpus, *further_corpora = map(Path, corpora)
    examples = list(make_examples(training_corpus, models_by_fold(training_corpus)))
    print(f"{'resolution':34} {'n':>5} {'right':>6} {'sure':>6} {'ece':>5}")
    print(training_corpus.name, *report(examples, cross_validate(examples)), sep="\n")
    model = fit(examples)
    write(model, Path(str(files("quoteattr.model").joinpath("certainty.json"))))
    for corpus in further_corpora:
        examples = list(make_examples(corpus, [None] * FOLDS))
        probabilities = [model.probability(e.resolution) for e in examples]
        print("/".join(corpus.parts[-2:]), *report(examples, probabilities), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
