"""Learns how sure a speaker's name is, given the mention: ``quoteattr/model/certainty.json``.

    python -m quoteattr.training.certainty CORPUS [MORE …]

reads ``names.tsv`` of a corpus, and how the engine reaches the name of each quote from a right
mention: the one that it chooses, or else the annotated one; prints for five folds by article how
often names are right and how sure they were, writes the model that is learned from all, and prints
the same for each further corpus. Whom descriptions stand for is decided by a model that has not
seen the article, as on any other news. Logistic regression with a Gaussian prior, by L-BFGS (extra
``train``).
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from zlib import crc32

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray
from scipy.optimize import minimize

from quoteattr.attribute.document import Candidate
from quoteattr.coref.certainty import CATEGORIES, NUMBERS, CertaintyModel, Way
from quoteattr.evaluation import brat
from quoteattr.evaluation.score import same_name
from quoteattr.model.model import Model, load_default
from quoteattr.training import antecedents
from quoteattr.training.pupils import Pupil, of_quotes

#: weight of the prior on what numbers add, and parts of the corpus
PRIOR, FOLDS = 1.0, 5
#: bins of the expected calibration error
_BINS = 10
Floats = NDArray[np.float64]


@frozen
class Example:
    """A quote of which the mention is known: how its speaker was reached, and rightly."""

    document: str
    way: Way
    right: bool


def fold_of(document: str) -> int:
    """The part of the corpus that an article is in, the same in every run."""
    return crc32(document.encode()) % FOLDS


def examples(corpus: Path, models: Sequence[Model | None]) -> Iterator[Example]:
    """The quotes of a corpus whose annotated source is a candidate, each with a right mention.

    Args:
        corpus: articles in the brat layout with ``names.tsv``.
        models: for each fold one that resolves descriptions, None for that of the package.
    """
    names = brat.read_all_names(corpus / "names.tsv")
    for gold in brat.read_gold(corpus):
        pupil = of_quotes(gold, models[fold_of(gold.name)])
        for answer, candidate in zip(pupil.answers, _right_mentions(pupil), strict=True):
            source = answer.attribution
            name = names.get((gold.name, source.identifier)) if source else None
            if name and candidate:
                speaker = pupil.document.speaker(candidate)
                right = is_right(speaker, candidate.text, name)
                yield Example(gold.name, pupil.document.way(candidate), right)


def _right_mentions(pupil: Pupil) -> Iterator[Candidate | None]:
    """The mention of each quote: the chosen one, or where that is wrong the annotated one."""
    chosen = pupil.chosen(load_default().quotes)
    for answer, right, best in zip(pupil.answers, pupil.right, chosen, strict=True):
        linked = best and right and (best.key is right.key or answer.holds(best, pupil.document))
        yield best if linked else right


def is_right(speaker: str, mention: str, name: str) -> bool:
    """The speaker has the annotated name, or no other than the mention where there is none."""
    if name == brat.NEVER_NAMED:
        return set(speaker.lower().split()) <= set(mention.lower().split())
    return same_name(speaker, name)


def _row(way: Way) -> Floats:
    """The features of a way: one for its category, then the numbers."""
    row = np.zeros(len(CATEGORIES) + len(NUMBERS))
    row[CATEGORIES.index(way.category)] = 1.0
    for name, value in way.numbers.items():
        row[len(CATEGORIES) + NUMBERS.index(name)] = value
    return row


def fit(found: Sequence[Example]) -> CertaintyModel:
    """Learn the model; a category that was never seen is as sure as all are together."""
    table = np.stack([_row(example.way) for example in found])
    right = np.array([example.right for example in found], dtype=float)
    mean = float(np.log(right.mean() / (1 - right.mean())))
    centre = np.where(np.arange(table.shape[1]) < len(CATEGORIES), mean, 0.0)

    def loss(values: Floats) -> tuple[float, Floats]:
        """The negative log posterior, and its gradient."""
        scores, off = (table * values).sum(axis=1), values - centre
        total = float((np.logaddexp(0.0, scores) - right * scores).sum())
        total += PRIOR / 2 * float((off * off).sum())
        chances = 1.0 / (1.0 + np.exp(-scores))
        return total, (table.T * (chances - right)).sum(axis=1) + PRIOR * off

    values = minimize(loss, centre, jac=True, method="L-BFGS-B").x.round(3).tolist()
    return CertaintyModel(
        dict(zip(CATEGORIES, values[: len(CATEGORIES)], strict=True)),
        dict(zip(NUMBERS, values[len(CATEGORIES) :], strict=True)),
    )


def cross_validate(found: Sequence[Example]) -> list[float]:
    """The probability of each example by a model that has not seen its article."""
    models = [fit([e for e in found if fold_of(e.document) != k]) for k in range(FOLDS)]
    return [models[fold_of(e.document)].probability(e.way) for e in found]


def calibration_error(chances: Sequence[float], rights: Sequence[bool]) -> float:
    """The expected calibration error, in points."""
    bins: defaultdict[int, float] = defaultdict(float)
    for chance, right in zip(chances, rights, strict=True):
        bins[min(_BINS - 1, int(_BINS * chance))] += chance - right
    return 100 * sum(map(abs, bins.values())) / max(1, len(chances))


def report(found: Sequence[Example], chances: Sequence[float]) -> Iterator[str]:
    """How many there are of each category, how often right, and how sure, a line each."""
    groups: defaultdict[str, list[tuple[float, bool]]] = defaultdict(list)
    for example, chance in zip(found, chances, strict=True):
        groups[example.way.category].append((chance, example.right))
        groups["all"].append((chance, example.right))
    for name in (*CATEGORIES, "all"):
        group = groups[name]
        if group:
            sure, right = np.mean(group, axis=0)
            error = calibration_error(*zip(*group, strict=True))
            yield f"{name:34} {len(group):5} {right:6.1%} {sure:6.1%} {error:5.1f}"


def unseen(corpus: Path) -> list[Model]:
    """For each fold the model whose descriptions were learned from all others."""
    _, asked = antecedents.learn(corpus)
    return [
        evolve(load_default(), antecedents=antecedents.fit(_others(asked, k))) for k in range(FOLDS)
    ]


def _others(asked: Sequence[antecedents.Example], k: int) -> list[antecedents.Example]:
    """The descriptions of all folds but one, and the exercises."""
    return [e for e in asked if antecedents.is_own(e) or fold_of(e.document) != k]


def write(model: CertaintyModel, path: Path) -> None:
    """Write the model, a number a line."""
    data = {"categories": model.categories, "numbers": model.numbers}
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def main(corpora: Iterable[str]) -> None:
    """Learn from the first corpus, and measure on all."""
    corpus, *more = map(Path, corpora)
    found = list(examples(corpus, unseen(corpus)))
    print(f"{'way':34} {'n':>5} {'right':>6} {'sure':>6} {'ece':>5}")
    print(corpus.name, *report(found, cross_validate(found)), sep="\n")
    model = fit(found)
    write(model, Path(str(files("quoteattr.model").joinpath("certainty.json"))))
    for other in more:
        further = list(examples(other, [None] * FOLDS))
        chances = [model.probability(e.way) for e in further]
        print("/".join(other.parts[-2:]), *report(further, chances), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
