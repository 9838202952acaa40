"""Train the model that resolves nominals: ``quoteattr/model/antecedents.json``.

    python -m quoteattr.training.antecedents CORPUS

reads ``nominals.tsv`` (document, start, end, full name or ``-``) and, for the nominals that are
sources, ``names.tsv`` of the corpus. It prints the results of a cross-validation (five folds by
article), and writes the model that is trained on all articles. The model is a softmax over the
candidate entities and *nobody*, fitted by maximum likelihood with a Gaussian prior (L-BFGS, extra
``train``).
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
from attrs import frozen
from scipy.optimize import minimize

from quoteattr.coref.coreference import Coreference
from quoteattr.coref.discourse import Antecedent, DiscourseState
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.names.forms import keys
from quoteattr.coref.names.name_words import name_words
from quoteattr.coref.nominals.antecedent_features import FEATURES, Floats, feature_rows
from quoteattr.coref.nominals.antecedents import AntecedentModel
from quoteattr.coref.nominals.descriptions import find_candidates, read_description
from quoteattr.detect.chunker import find_chunks
from quoteattr.detect.chunks import Chunks
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize
from quoteattr.evaluation import brat
from quoteattr.training.folds import FOLDS, fold_of

#: weight of the prior, and minimum probability of a chosen entity
PRIOR, THRESHOLD = 1.0, 0.47
#: how often each exercise is repeated, and the name of its document
EXERCISE_REPEATS, _EXERCISE = 2, "exercise"


@frozen(eq=False)
class NominalExample:
    """An annotated nominal with its candidate entities."""

    document: str
    #: whether the article names the entity
    named: bool
    #: candidates × features
    table: Floats
    #: indices of the right candidates
    right: Sequence[int]

    @property
    def is_exercise(self) -> bool:
        """Whether the example is an exercise of the package instead of part of an article."""
        return self.document == _EXERCISE


@frozen(eq=False)
class _FeatureRecorder(AntecedentModel):
    """A model that records the features of each nominal that the resolver passes to it."""

    #: for each chunk with a nominal, the table of features and the candidates
    recorded: dict[int, tuple[Floats, list[Entity]]]

    def choose(self, state: DiscourseState, i: int) -> Antecedent:
        """Record the features, then choose with the model."""
        description = read_description(state, i)
        candidates = find_candidates(state, description)
        table = feature_rows(state, description, candidates)
        self.recorded[i] = table, [candidate.entity for candidate in candidates]
        return super().choose(state, i)


@frozen
class NominalAnnotations:
    """The annotated nominals of one article: start, end, full name or ``-``."""

    document: str
    text: str
    spans: Sequence[tuple[int, int, str]]


def read_nominal_annotations(corpus: Path) -> Iterator[NominalAnnotations]:
    """Read the annotated nominals of a corpus.

    Args:
        corpus: articles in the brat layout with ``nominals.tsv`` and ``names.tsv``.

    Yields:
        The annotations of each article.
    """
    rows = defaultdict[str, list[tuple[int, int, str]]](list)
    for line in (corpus / "nominals.tsv").read_text(encoding="utf-8").splitlines():
        document, start, end, name = line.split("\t")
        rows[document].append((int(start), int(end), name))
    for gold in brat.read_gold(corpus):
        for attribution in gold.attributions:
            if attribution.source:
                name = attribution.name or brat.NEVER_NAMED
                rows[gold.name].append((*attribution.source[0], name))
        spans = {row[0]: row for row in reversed(rows[gold.name])}
        yield NominalAnnotations(gold.name, gold.text, list(spans.values()))


def read_nominal_exercises() -> list[NominalAnnotations]:
    """Read the package's exercises, which cover cases that are rare in the corpora."""
    source = files("quoteattr.training").joinpath("descriptions.json")
    return [
        NominalAnnotations(
            _EXERCISE, row["text"], [(row["start"], row["end"], row["name"] or brat.NEVER_NAMED)]
        )
        for row in json.loads(source.read_text(encoding="utf-8"))
    ]


def make_examples(
    annotations: Iterable[NominalAnnotations], model: AntecedentModel
) -> Iterator[NominalExample]:
    """Make an example of each annotated nominal that the resolver passes to the model.

    Args:
        annotations: the annotated nominals of each article.
        model: its choices are among the features of later nominals.
    """
    for article in annotations:
        chunks = find_chunks(tokenize(article.text, find_quotes(article.text)))
        recorder = _FeatureRecorder(model.weights, model.nobody, model.threshold, {})
        Coreference(article.text, chunks, model=recorder)
        for start, end, name in article.spans:
            i = _chunk_at_end(chunks, start, end)
            if i in recorder.recorded:
                table, entities = recorder.recorded[i]
                right = [k for k, entity in enumerate(entities) if _has_name(entity, name)]
                named = name != brat.NEVER_NAMED
                yield NominalExample(article.document, named, table, right)


def _chunk_at_end(chunks: Chunks, start: int, end: int) -> int:
    """The chunk in which a nominal ends, -1 if there is none."""
    return next(
        (i for i, e in enumerate(chunks.ends) if chunks.starts[i] < end <= e and e > start), -1
    )


def _has_name(entity: Entity, name: str) -> bool:
    """Whether the first and last words of the entity's name and of the annotated one are equal."""
    words = keys(name_words(name))
    return bool(words) and (words[0], words[-1]) == tuple(keys(entity.words)[k] for k in (0, -1))


def fit(examples: Sequence[NominalExample]) -> AntecedentModel:
    """Fit the weights of the features, and the score of *nobody*.

    Args:
        examples: those with at least one candidate.
    """

    def loss(values: Floats) -> tuple[float, Floats]:
        """The negative log posterior of the weights and of nobody's score, and its gradient."""
        weights, nobody = values[:-1], values[-1]
        total = PRIOR / 2 * float((weights * weights).sum())
        gradient = np.append(PRIOR * weights, 0.0)
        for example in examples:
            scores = np.append((example.table * weights).sum(axis=1), nobody)
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            right = list(example.right) if example.right else [-1]
            mass = shares[right].sum()
            total -= float(np.log(mass))
            shares[right] -= shares[right] / mass
            gradient[:-1] += (example.table * shares[:-1, None]).sum(axis=0)
            gradient[-1] += shares[-1]
        return total, gradient

    values = minimize(loss, np.zeros(len(FEATURES) + 1), jac=True, method="L-BFGS-B").x
    return AntecedentModel(values[:-1], float(values[-1]), THRESHOLD)


def _judge(example: NominalExample, model: AntecedentModel) -> str:
    """The result of the model on an example: ``right``, ``other`` or ``nobody``."""
    if not len(example.table):
        return "nobody"
    scores = np.append((example.table * model.weights).sum(axis=1), model.nobody)
    shares = np.exp(scores - scores.max())
    best = int(scores[:-1].argmax())
    if shares[best] / shares.sum() < model.threshold:
        return "nobody"
    return "right" if best in example.right else "other"


def outside_fold(examples: Iterable[NominalExample], fold: int) -> list[NominalExample]:
    """The training set of a fold: the examples of all other folds, and the exercises."""
    return [e for e in examples if e.is_exercise or fold_of(e.document) != fold]


def cross_validate(examples: Sequence[NominalExample]) -> Counter[tuple[bool, str]]:
    """Count the results of models that were not trained on the article in question.

    Args:
        examples: the examples of all articles, and the exercises, which are not counted.

    Returns:
        How often each pair of ``named`` and result occurs.
    """
    counts = Counter[tuple[bool, str]]()
    for fold in range(FOLDS):
        model = fit(outside_fold(examples, fold))
        held_out = (e for e in examples if not e.is_exercise and fold_of(e.document) == fold)
        counts.update((e.named, _judge(e, model)) for e in held_out)
    return counts


def train(corpus: Path, rounds: int = 2) -> tuple[AntecedentModel, list[NominalExample]]:
    """Train a model on a corpus in several rounds, since earlier choices are among the features.

    Args:
        corpus: as for ``read``.
        rounds: how often the examples are made, each time with the model of the previous round.

    Returns:
        The model of the last round, and the examples that it was trained on.
    """
    annotations = [*read_nominal_annotations(corpus), *read_nominal_exercises() * EXERCISE_REPEATS]
    model = AntecedentModel(np.zeros(len(FEATURES)), 1.0, THRESHOLD)
    for _ in range(rounds):
        examples = [e for e in make_examples(annotations, model) if len(e.table)]
        model = fit(examples)
    return model, examples


def write(model: AntecedentModel, path: Path) -> None:
    """Write the model, one feature per line."""
    weights = dict(zip(FEATURES, model.weights.round(3).tolist(), strict=True))
    data = {"threshold": model.threshold, "nobody": round(model.nobody, 3), "weights": weights}
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def main(corpus: str) -> None:
    """Train on a corpus, print the cross-validation, and write the model into the package."""
    model, examples = train(Path(corpus))
    for (named, result), count in sorted(cross_validate(examples).items()):
        print("named" if named else "nobody named", result, count)
    write(model, Path(str(files("quoteattr.model").joinpath("antecedents.json"))))


if __name__ == "__main__":
    main(sys.argv[1])
