"""Train the model of how likely a clause is speech: ``quoteattr/model/speech.json``.

    python -m quoteattr.training.speech SAID POLNEAR HELD_OUT

``SAID`` is a corpus in which all reported speech is annotated, in quotation marks and without, with
``names.tsv`` and, for contents that were thought or denied, ``acts.tsv`` (document, id of the
attribution, ``speech``, ``thought`` or ``negated``). A clause that the engine finds there is right
if at least half of its words lie in one annotated speech content, and its mention overlaps the
annotated source or its speaker has the annotated name (``labelled_records.py``).

``POLNEAR`` is a corpus that also annotates thoughts and noun objects as reported. Three groups of
its clauses are used: those that overlap no annotation (wrong), annotated clauses with a cue that
mostly introduces clauses (right if their speaker is), and annotated noun phrases (wrong). Their
weight is a tenth. The share of clauses among the contents of each cue is counted there, too
(``cue_counts.py``).

``HELD_OUT`` is the folder of ``quoteattr train --held-out``: the clauses of an article are found by
a model that was not trained on it.

Small trees are boosted on both (LightGBM, extra ``train``, fixed seeds); their sums are calibrated
by a logistic curve (Platt 1999) on parts of the corpus that were not learned from, ten by article.
Metrics of these parts are printed for each threshold. Those of the chosen threshold are stored in
the file: it comes nearest to ``WANTED``, or exceeds it with the largest margin.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from attrs import evolve, field, frozen

from quoteattr.attribute.clauses.speech import SpeechModel
from quoteattr.attribute.clauses.speech_features import clause_features
from quoteattr.evaluation import brat
from quoteattr.evaluation.brat import GoldArticle
from quoteattr.training.cue_counts import count_cues
from quoteattr.training.folds import HeldOutModels
from quoteattr.training.labelled_records import (
    LabelledArticle,
    LabelledRecord,
    label_article,
    read_acts,
)

#: the targets by default, in per cent: precision of the records, and recall of the contents
WANTED = {"right": 90.0, "contents_found": 87.0}
#: the number of parts of the corpus for a cross-validation
PARTS = 10
#: number of articles of the second corpus, and the weight of each of their clauses
MORE_ARTICLES, MORE_WEIGHT = 150, 0.1
#: number of averaged models, and of the trees of each
MODELS, TREES = 2, 100
#: a cue introduces clauses if at least this share of its contents are clauses
CLAUSAL = 0.55
PARAMETERS: dict[str, Any] = {
    "objective": "binary",
    "num_leaves": 8,
    "max_depth": 3,
    "learning_rate": 0.06,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "min_data_in_leaf": 10,
    "lambda_l2": 3.0,
    "num_threads": 1,
    "verbose": -1,
    "deterministic": True,
}


def more_label(record: LabelledRecord) -> bool | None:
    """Whether a clause of the second corpus is right; None if unknown."""
    shown = record.features
    if not record.reported:
        return False
    if shown["cue is no speech"]:
        return None
    if shown["no finite verb"]:
        plain = not shown["opens with to"] and not shown["marks inside"]
        return False if plain else None
    good = not shown["opens with to"] and shown["cue with clauses"] > CLAUSAL
    return record.by_speaker if good else None


def with_features(
    articles: Iterable[LabelledArticle], cues: Mapping[str, Sequence[float]]
) -> list[LabelledArticle]:
    """The articles, with the features of their clauses."""
    return [
        evolve(
            article,
            records=tuple(
                evolve(record, features=clause_features(record.clause, cues))
                if record.clause
                else record
                for record in article.records
            ),
        )
        for article in articles
    ]


@frozen
class Examples:
    """Clauses to train on: their features, whether they are right, and their weights."""

    rows: list[Mapping[str, float]] = field(factory=list)
    right: list[bool] = field(factory=list)
    weight: list[float] = field(factory=list)

    def add(self, row: Mapping[str, float], right: bool, weight: float) -> None:
        """Add a clause."""
        self.rows.append(row)
        self.right.append(right)
        self.weight.append(weight)


def fit(examples: Examples) -> list[Any]:
    """Boost trees on several random samples; their sum is the mean of all models."""
    import lightgbm  # an optional dependency, needed only for training

    names = list(examples.rows[0])
    table = np.array([[row[name] for name in names] for row in examples.rows])
    data = lightgbm.Dataset(
        table, np.array(examples.right, dtype=float), weight=np.array(examples.weight)
    )
    trees = []
    for seed in range(MODELS):
        model = lightgbm.train(PARAMETERS | {"seed": seed + 1}, data, TREES)
        trees += [
            _nested(tree["tree_structure"], names) for tree in model.dump_model()["tree_info"]
        ]
    return trees


def _nested(node: dict[str, Any], names: Sequence[str]) -> Any:
    """A tree in the format of the file."""
    if "leaf_value" in node:
        return round(node["leaf_value"] / MODELS, 3)
    below, above = (_nested(node[f"{side}_child"], names) for side in ("left", "right"))
    return [names[node["split_feature"]], round(node["threshold"], 3), below, above]


def parts_of(articles: Sequence[LabelledArticle]) -> list[int]:
    """Divide the articles among the parts of the corpus, round robin in alphabetical order.

    Articles whose names begin with digits are from one publisher, and stay in one part.
    """
    names = [article.name for article in articles]
    return [0 if name[:1].isdigit() else k % PARTS for k, name in enumerate(names)]


def learn(
    articles: Sequence[LabelledArticle], more: Examples
) -> tuple[list[Any], dict[int, float]]:
    """Trees trained on all articles, and a held-out score for each clause."""
    part_numbers = parts_of(articles)

    def examples(left_out: int) -> Examples:
        chosen = Examples(list(more.rows), list(more.right), list(more.weight))
        for article, part in zip(articles, part_numbers, strict=True):
            for record in article.records if part != left_out else ():
                if record.clause:
                    chosen.add(record.features, record.right, 1.0)
        return chosen

    scores: dict[int, float] = {}
    for part in range(PARTS):
        model = SpeechModel({}, fit(examples(part)), (1.0, 0.0), 0.0)
        for article, own in zip(articles, part_numbers, strict=True):
            for record in article.records if own == part else ():
                if record.clause:
                    scores[id(record)] = model.score(record.features)
    return fit(examples(-1)), scores


def fit_calibration(scores: Sequence[float], right: Sequence[bool]) -> tuple[float, float]:
    """Fit slope and offset of the logistic curve from scores to precision."""
    # an optional dependency, needed only for training
    from sklearn.linear_model import LogisticRegression

    curve = LogisticRegression(C=1e6).fit(np.array(scores)[:, None], right)
    return round(float(curve.coef_[0, 0]), 3), round(float(curve.intercept_[0]), 3)


def metrics_at(
    articles: Sequence[LabelledArticle], sure: Mapping[int, float], threshold: float
) -> dict[str, float]:
    """Counts at a threshold: records, those that are speech, those right, contents found."""
    count = Counter[str]()
    for article in articles:
        chances = ((record, sure.get(id(record))) for record in article.records)
        kept = [kept for record, chance in chances for kept in _come_out(record, chance, threshold)]
        count["records"] += len(kept)
        count["said"] += sum(record.is_speech for record in kept)
        count["right"] += sum(record.right for record in kept)
        count["contents"] += len(article.contents)
        count["contents_found"] += sum(
            any(2 * len(content & record.words) >= len(content) for record in kept)
            for content in article.contents
        )
    totals = {"said": "records", "right": "records", "contents_found": "contents"}
    shares = {name: round(100 * count[name] / max(1, count[of]), 1) for name, of in totals.items()}
    return {"threshold": threshold, "records": count["records"], **shares}


def _come_out(
    record: LabelledRecord, sure: float | None, threshold: float
) -> Iterable[LabelledRecord]:
    """The records that are returned by default at this threshold."""
    clause = record.clause
    if clause is None:
        return (record,)
    if sure is not None and sure < threshold:
        return record.alone
    is_speech = clause.act == "speech" and clause.factuality is None
    return (record,) if is_speech else ()


def calibration_error(sure: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """The expected calibration error, in points."""
    gaps: defaultdict[int, float] = defaultdict(float)
    for chance, good in zip(sure, right, strict=True):
        gaps[min(bins - 1, int(bins * chance))] += chance - good
    return round(100 * sum(map(abs, gaps.values())) / max(1, len(sure)), 1)


def write(data: Mapping[str, Any], path: Path) -> None:
    """Write the model, one cue or tree per line."""
    entries = []
    for name, value in data.items():
        if name == "trees":
            lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in value)
            entries.append(f'"trees": [\n{lines}\n]')
        else:
            entries.append(f'"{name}": {json.dumps(value)}')
    path.write_text("{\n" + ",\n".join(entries) + "\n}\n", encoding="utf-8")


def more_examples(
    golds: Iterable[GoldArticle], cues: Mapping[str, Sequence[float]], models: HeldOutModels
) -> Examples:
    """Select clauses from a corpus that also annotates thoughts and noun objects as reported.

    Args:
        golds: its articles; only the first are read.
        cues: the result of :func:`count_cues` for them.
        models: models that were not trained on them.
    """
    examples = Examples()
    labelled_articles = (
        label_article(gold, {}, models.of(gold.name)) for gold in islice(golds, MORE_ARTICLES)
    )
    for article in with_features(labelled_articles, cues):
        for record in article.records:
            right = more_label(record) if record.clause else None
            if right is not None:
                examples.add(record.features, right, MORE_WEIGHT)
    return examples


def measure(
    articles: Sequence[LabelledArticle],
    confidences: Mapping[int, float],
    clauses: Sequence[LabelledRecord],
) -> dict[str, Any]:
    """Print the metrics of all thresholds; return those of the chosen one, and without one.

    Args:
        articles: the articles in which all reported speech is annotated.
        confidences: the confidence of each clause, by identity.
        clauses: the clauses of the articles.
    """
    tried = [metrics_at(articles, confidences, round(0.3 + 0.01 * k, 2)) for k in range(40)]
    print(*tried, sep="\n")
    everything = metrics_at(articles, {id(clause): 1.0 for clause in clauses}, 0.0)
    error = calibration_error([confidences[id(c)] for c in clauses], [c.right for c in clauses])
    return {
        "by default": max(tried, key=lambda row: min(row[name] - WANTED[name] for name in WANTED)),
        "everything": everything,
        "expected calibration error of clauses": error,
    }


def main(speech: str, polnear: str, held_out: str) -> None:
    """Train the model, print and store its metrics."""
    cues, models = count_cues(brat.read_gold(Path(polnear))), HeldOutModels(Path(held_out))
    acts = read_acts(Path(speech))
    labelled_articles = (
        label_article(gold, acts, models.of(gold.name)) for gold in brat.read_gold(Path(speech))
    )
    articles = with_features(labelled_articles, cues)
    trees, scores = learn(articles, more_examples(brat.read_gold(Path(polnear)), cues, models))
    clauses = [record for article in articles for record in article.records if record.clause]
    curve = fit_calibration([scores[id(c)] for c in clauses], [c.right for c in clauses])
    model = SpeechModel(cues, trees, curve, 0.0)
    confidences = {id(clause): model.calibrated(scores[id(clause)]) for clause in clauses}
    measured = measure(articles, confidences, clauses)
    print(measured)
    data = {
        "measured": measured,
        "threshold": measured["by default"]["threshold"],
        "calibration": curve,
        "cues": cues,
        "trees": trees,
    }
    write(data, Path(str(files("quoteattr.model").joinpath("speech.json"))))


if __name__ == "__main__":
    main(*sys.argv[1:])
