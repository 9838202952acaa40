"""Learns what the rules are worth from annotated articles, and writes the weights.

Gradient-boosted trees (LightGBM, extra ``train``) with a softmax over the candidates of each quote,
*nobody* among them. Some rules look at who spoke before: the first round learns with the annotated
speakers there, the second with those that models of the first round give to articles which they
have not seen, since at run time the speakers before are not certain either. The calibration, and
the figures that are kept beside the weights, are of articles that the model has not seen.

The examples of the rules (``learn/textbook.py``) are lessons in every fold, and never counted.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from attrs import evolve, field, frozen
from numpy.typing import NDArray

from quoteattr.find.quotes import find_quotes
from quoteattr.learn.brat import Attribution, GoldArticle
from quoteattr.learn.textbook import textbook
from quoteattr.link.decode import History, candidates_of, link, rows
from quoteattr.link.rules import Floats
from quoteattr.link.rules.quote import quote_name, quote_title
from quoteattr.link.surroundings import Candidate, Quote, Surroundings
from quoteattr.link.weights import COLUMNS, DEPTH, Weights, from_trees

FOLDS = 5
#: how often each example of a rule is a lesson: the corpora show its like too seldom
EXAMPLES = 3
#: how a candidate counts: it is right, it is wrong, or it is left out of the lesson
RIGHT, WRONG, LEFT_OUT = 1, 0, -1
PARAMETERS: dict[str, Any] = {
    "num_leaves": 15,
    "max_depth": DEPTH,
    "learning_rate": 0.15,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "min_data_in_leaf": 20,
    "lambda_l2": 3.0,
    "num_threads": 2,
    "verbose": -1,
    "seed": 7,
    "deterministic": True,
}
#: how many models are averaged, each with its own seed, and how many trees each has
MODELS, ROUNDS = 3, 120


@frozen
class Lesson:
    """The rows of one quote, and which of them are right."""

    rows: Floats
    labels: NDArray[np.int8]

    @property
    def useful(self) -> bool:
        """One of the rows is right."""
        return bool((self.labels == RIGHT).any())


@frozen
class Answer:
    """What the annotation says of a quote: its attribution, None for nobody."""

    attribution: Attribution | None

    def holds(self, candidate: Candidate | None, article: Surroundings) -> bool:
        """The candidate's mention overlaps the annotated source; nobody where there is none."""
        if candidate is None or self.attribution is None:
            return candidate is None and self.attribution is None
        start, end = article.units.mention(candidate.unit)
        return any(start < e and s < end for s, e in self.attribution.source)

    @property
    def known(self) -> bool:
        """The annotation names a source, or nobody speaks."""
        return self.attribution is None or bool(self.attribution.source)


@frozen
class Pupil:
    """An annotated article, ready to learn from."""

    article: Surroundings
    answers: tuple[Answer, ...]
    #: the right candidate of each quote, None for nobody or where it is not among them
    right: tuple[Candidate | None, ...] = field()

    @right.default
    def _right(self) -> tuple[Candidate | None, ...]:
        return tuple(
            self._best(q, a) for q, a in zip(self.article.quotes, self.answers, strict=True)
        )

    def _best(self, quote: Quote, answer: Answer) -> Candidate | None:
        """Of the candidates in the annotated source, the one that begins where it begins."""
        if answer.attribution is None or not answer.known:
            return None
        start = answer.attribution.source[0].start
        fitting = [
            c for c in candidates_of(self.article, quote) if c and answer.holds(c, self.article)
        ]
        return min(
            fitting,
            key=lambda c: abs(self.article.units.mention_starts[c.unit] - start),
            default=None,
        )

    def lessons(self, chosen: Sequence[Candidate | None]) -> list[Lesson]:
        """One lesson a quote, as if these candidates had been chosen for the article's quotes."""
        out, history = [], History(self.article)
        answered = zip(self.article.quotes, self.answers, self.right, chosen, strict=True)
        for quote, answer, right, spoke in answered:
            candidates = candidates_of(self.article, quote)
            labels = [self._label(c, answer, right) for c in candidates]
            table = rows(self.article, quote, candidates, history.turn(quote))
            out.append(Lesson(table, np.array(labels, dtype=np.int8)))
            history.add(spoke)
        return out

    def _label(self, candidate: Candidate | None, answer: Answer, right: Candidate | None) -> int:
        """Right, wrong, or left out: other words of the source, other mentions of the speaker."""
        if candidate is None:
            return RIGHT if answer.attribution is None else WRONG
        if candidate is right:
            return RIGHT
        same = right is not None and right.key is candidate.key
        return LEFT_OUT if same or answer.holds(candidate, self.article) else WRONG


def pupil(gold: GoldArticle) -> Pupil:
    """Prepare an annotated article."""
    article = Surroundings(gold.text, find_quotes(gold.text))
    return Pupil(article, tuple(_answer(gold, quote) for quote in article.quotes))


def _answer(gold: GoldArticle, quote: Quote) -> Answer:
    """What the annotation says of a quote.

    Nothing, if it is what may be a title inside a longer reported clause: the annotation tells
    whose the clause is, not whether the marks are for words said or for a title.
    """
    attribution = gold.at(*quote.spans[0])
    if attribution and (quote_name(quote) or quote_title(quote)):
        reported = sum(end - start for start, end in attribution.content)
        if reported > 2 * len(quote.text):
            return Answer(evolve(attribution, source=()))
    return Answer(attribution)


def fit(lessons: Iterable[Lesson], rounds: int = ROUNDS) -> list[Any]:
    """Boost trees on lessons, several times with other samples of them, and average.

    Args:
        lessons: what to learn from.
        rounds: trees of each model.

    Returns:
        The trees of all models, nested as ``link/weights.py`` keeps them, their values divided by
        the number of models: the sum of all trees is the average of the models.
    """
    import lightgbm  # an extra: only training needs it

    useful = [lesson for lesson in lessons if lesson.useful]
    kept = [lesson.labels != LEFT_OUT for lesson in useful]
    table = np.concatenate([lesson.rows[keep] for lesson, keep in zip(useful, kept, strict=True)])
    labels = np.concatenate(
        [lesson.labels[keep] for lesson, keep in zip(useful, kept, strict=True)]
    )
    sizes = np.array([keep.sum() for keep in kept])
    dataset = lightgbm.Dataset(table, labels, feature_name=list(map(str, range(len(COLUMNS)))))
    trees = []
    for k in range(MODELS):
        own = {"objective": _softmax(sizes), "seed": PARAMETERS["seed"] + k}
        model = lightgbm.train(PARAMETERS | own, dataset, rounds)
        trees += [_nested(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    return trees


def _softmax(sizes: NDArray[np.int_]) -> Callable[..., Any]:
    """Gradient and curvature of the softmax over the rows of each quote."""
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    quote = np.repeat(np.arange(len(sizes)), sizes)

    def objective(scores: Any, dataset: Any) -> tuple[Any, Any]:
        shifted = np.exp(scores - np.maximum.reduceat(scores, starts)[quote])
        share = shifted / np.add.reduceat(shifted, starts)[quote]
        return share - dataset.get_label(), np.maximum(share * (1 - share), 1e-6)

    return objective


def _nested(node: dict[str, Any]) -> Any:
    """A tree of LightGBM as nested rules; inner nodes keep their expected value."""
    if "leaf_value" in node:
        return round(node["leaf_value"] / MODELS, 4)
    return {
        "rule": COLUMNS[node["split_feature"]],
        "above": round(node["threshold"], 3),
        "value": round(node["internal_value"] / MODELS, 4),
        "no": _nested(node["left_child"]),
        "yes": _nested(node["right_child"]),
    }


_EVEN = ((0.0, 0.0), (1.0, 1.0))


def _folds(count: int) -> list[int]:
    """The fold of each article: neighbours in the alphabet, and so publishers, are spread."""
    return [k % FOLDS for k in range(count)]


def cross_fit(lessons: Sequence[list[Lesson]], always: Sequence[Lesson] = ()) -> list[Weights]:
    """For each fold, weights that have not seen its articles.

    Args:
        lessons: those of each article.
        always: lessons that are in every fold.
    """
    fold = _folds(len(lessons))
    out = []
    for k in range(FOLDS):
        seen = [x for f, ls in zip(fold, lessons, strict=True) if f != k for x in ls]
        out.append(from_trees(fit([*seen, *always]), _EVEN))
    return out


def _chosen(pupil: Pupil, weights: Weights) -> list[Candidate | None]:
    """Whom the weights choose for each quote."""
    return [found.chosen for found in link(pupil.article, weights)]


@frozen
class Outcome:
    """What came of one quote that the model had not seen."""

    #: somebody is annotated as its speaker
    spoken: bool
    #: somebody was chosen
    chosen: bool
    right: bool
    #: softmax share of what was chosen
    share: float


def outcomes(pupil: Pupil, weights: Weights) -> Iterator[Outcome]:
    """What comes of each quote whose answer is known."""
    for found, answer, right in zip(
        link(pupil.article, weights), pupil.answers, pupil.right, strict=True
    ):
        if answer.known:
            chosen = found.chosen
            same = chosen is not None and right is not None and chosen.key is right.key
            correct = same or answer.holds(chosen, pupil.article)
            spoken = answer.attribution is not None
            yield Outcome(spoken, chosen is not None, correct, found.share)


def measure(found: Sequence[Outcome]) -> dict[str, float]:
    """Precision, recall and F, in points, and how many quotes have a speaker."""
    right = sum(o.right and o.chosen for o in found)
    chosen, spoken = sum(o.chosen for o in found), sum(o.spoken for o in found)
    precision, recall = right / max(1, chosen), right / max(1, spoken)
    f = 2 * right / max(1, chosen + spoken)
    points = {"precision": precision, "recall": recall, "f": f}
    return {k: round(100 * v, 1) for k, v in points.items()} | {"quotes": spoken}


def calibrate(shares: Sequence[float], rights: Sequence[bool], bins: int = 20) -> list[list[float]]:
    """Isotonic calibration in a few points: a share, and how often such a choice was right."""
    from sklearn.isotonic import IsotonicRegression  # an extra: only training needs it

    grid = np.quantile(shares, np.linspace(0, 1, bins + 1))
    isotonic = IsotonicRegression(y_min=0.01, y_max=0.995, out_of_bounds="clip").fit(shares, rights)
    smooth = isotonic.predict(grid)
    return [[round(float(x), 4), round(float(y), 4)] for x, y in zip(grid, smooth, strict=True)]


def train(golds: Iterable[GoldArticle]) -> dict[str, Any]:
    """Learn weights from annotated articles.

    Returns:
        What ``weights.json`` holds: ``measured`` (cross-validated by article, for each corpus),
        ``calibration`` and ``trees``.
    """
    golds = list(golds)
    pupils = [pupil(gold) for gold in golds]
    fold = _folds(len(pupils))
    examples = [pupil(gold) for gold in textbook()]
    always = EXAMPLES * [x for p in examples for x in p.lessons(p.right)]
    first = cross_fit([p.lessons(p.right) for p in pupils], always)
    lessons = [p.lessons(_chosen(p, first[f])) for p, f in zip(pupils, fold, strict=True)]
    always = EXAMPLES * [x for p in examples for x in p.lessons(_chosen(p, first[0]))]
    second = cross_fit(lessons, always)
    found = [list(outcomes(p, second[f])) for p, f in zip(pupils, fold, strict=True)]
    bets = [o for os in found for o in os if o.chosen]
    return {
        "measured": _by_corpus(golds, found),
        "calibration": calibrate([o.share for o in bets], [o.right for o in bets]),
        "trees": fit([*(x for ls in lessons for x in ls), *always]),
    }


def _by_corpus(
    golds: Sequence[GoldArticle], found: Sequence[list[Outcome]]
) -> dict[str, dict[str, float]]:
    """The figures of each corpus."""
    gathered: dict[str, list[Outcome]] = {}
    for gold, outcome in zip(golds, found, strict=True):
        gathered.setdefault(gold.corpus, []).extend(outcome)
    return {corpus: measure(os) for corpus, os in gathered.items()}


def write(data: dict[str, Any], path: Path) -> None:
    """Write weights, one tree a line."""
    head = "".join(f"{json.dumps(k)}: {json.dumps(data[k])},\n" for k in data if k != "trees")
    lines = ",\n".join(json.dumps(tree) for tree in data["trees"])
    path.write_text(f'{{{head}"trees": [\n{lines}\n]}}\n', encoding="utf-8")
