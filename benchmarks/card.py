"""Write the metrics of docs/card.md and docs/confidence.md, and draw docs/reliability.svg.

    pip install -e ".[bench,train]"
    python benchmarks/card.py CORPORA HELD_OUT [--model FILE]

Metrics stand between markers; all text outside of them is kept:

    <!-- figures: polnear/dev -->
    …
    <!-- end of figures -->

A marker names a folder of annotated articles below CORPORA, and is followed by the tables that
``quoteattr evaluate`` prints for it. Other names are: ``cross-validated`` has the metrics of the
training corpora; ``he-and-she`` compares these pronouns;
``thresholds`` shows precision and recall by confidence threshold, ``name-thresholds`` the share of
right names by that of the speaker; ``by-kind``, ``by-gender``, ``by-country``, ``by-publisher`` and
``by-year`` break ``world/train`` down.

Each article of a training corpus is attributed by a model of the cross-validation that was not
trained on it: HELD_OUT is the folder of ``quoteattr train --held-out``.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from groups import GENDERS, KINDS, Groups, by_group, by_publisher, read_groups  # beside this file
from reliability import draw

import quoteattr
from quoteattr.evaluation.brat import read_gold
from quoteattr.evaluation.metrics import Metrics
from quoteattr.evaluation.renderers import RENDERERS
from quoteattr.evaluation.reported_contents import compare_contents
from quoteattr.evaluation.score import Judgement, judge
from quoteattr.evaluation.tables import CRITERION_TITLES, MetricsTable, metrics_tables
from quoteattr.model.model import Model, load_model
from quoteattr.training.folds import HeldOutModels

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
MODEL = ROOT / "quoteattr" / "model" / "attribution.json"
MARKER = re.compile(r"(<!-- figures: (\S+) -->\n).*?(<!-- end of figures -->)", re.S)
#: corpora that are evaluated and never trained on
CORPORA = ("polnear/dev", "world/dev")
#: the training corpus that is broken down by speaker, place and time
TRAINING = "world/train"
#: the corpora that are evaluated by held-out models
TRAINED = ("polnear/train", TRAINING, "said")
#: thresholds of ``confidence``, and of ``speaker_confidence``
THRESHOLDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.96, 0.97, 0.98, 0.99)
NAME_THRESHOLDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)


class Evaluation(NamedTuple):
    """The evaluation of a corpus."""

    metrics: Metrics
    judgements: list[Judgement]


class Card:
    """The tables of the documents, for one model."""

    def __init__(self, corpora: Path, model: Path, held_out: Path) -> None:
        self._corpora, self._model, self._held_out = corpora, model, held_out
        self.evaluation = cache(self._evaluate)

    def tables(self, name: str) -> Iterable[MetricsTable]:
        """The tables below a marker of that name."""
        special = {
            "cross-validated": self._cross_validated,
            "he-and-she": self._pronouns,
            "thresholds": self._thresholds,
            "name-thresholds": self._name_thresholds,
            "by-kind": self._by_kind,
            "by-gender": self._by_gender,
            "by-country": self._by_country,
            "by-publisher": lambda: by_publisher(self.evaluation(TRAINING).judgements),
            "by-year": self._by_year,
        }
        if name in special:
            return [special[name]()]
        return metrics_tables(self.evaluation(name).metrics)

    def _evaluate(self, name: str) -> Evaluation:
        """Judge each article of a corpus, by a model that was not trained on it."""
        out, model_of = Evaluation(Metrics(), []), self._model_of(name)
        print(name, file=sys.stderr)
        for gold in read_gold(self._corpora / name):
            model = model_of(gold.name)
            records = quoteattr.extract(
                gold.text, gold.name, min_confidence=0, unattributed=True, model=model
            )
            judgements = list(judge(gold, records))
            out.metrics.add(judgements, compare_contents(gold, records))
            out.judgements.extend(judgements)
        return out

    def _model_of(self, corpus: str) -> Callable[[str], Model]:
        """For each article of a corpus, by its name, a model that was not trained on it."""
        if corpus in TRAINED:
            return HeldOutModels(self._held_out).of
        model = load_model(self._model)
        return lambda name: model

    @cached_property
    def _groups(self) -> Groups:
        """The groups of the speakers and articles of the training corpus."""
        return read_groups(self._corpora / TRAINING)

    def _by_kind(self) -> MetricsTable:
        """By the kind of the annotated speaker."""
        judgements = self.evaluation(TRAINING).judgements
        order = tuple(KINDS.values())
        return by_group("By kind of speaker", "speaker", judgements, self._groups.kind, order)

    def _by_gender(self) -> MetricsTable:
        """By the gender of named persons."""
        judgements, order = self.evaluation(TRAINING).judgements, tuple(GENDERS.values())
        return by_group(
            "Named persons, by gender", "gender", judgements, self._groups.gender, order
        )

    def _by_country(self) -> MetricsTable:
        """By the country part of the publisher's domain."""
        judgements = self.evaluation(TRAINING).judgements
        return by_group("By country", "country", judgements, self._groups.country)

    def _by_year(self) -> MetricsTable:
        """By the latest year in the text."""
        judgements = self.evaluation(TRAINING).judgements
        order = sorted({self._groups.year(judgement) for judgement in judgements})
        return by_group("By year", "latest date in the text", judgements, self._groups.year, order)

    def _cross_validated(self) -> MetricsTable:
        """The metrics of each training corpus; a dash if it has no annotated clauses."""
        columns = [_main_metrics(self.evaluation(name).metrics) for name in TRAINED]
        rows = [(metric, *(column.get(metric, "–") for column in columns)) for metric in columns[0]]
        return MetricsTable("Cross-validated", ("metric", *TRAINED), rows)

    def _pronouns(self) -> MetricsTable:
        """Recall of attributions, and of names, by the annotated pronoun."""
        columns = ("articles", "pronoun", "annotated", "recall", "named", "full name: recall")
        rows = [row for name in (TRAINING, *CORPORA) for row in self._pronouns_of(name)]
        return MetricsTable("Recall by pronoun", columns, rows)

    def _pronouns_of(self, name: str) -> Iterator[tuple[str, ...]]:
        """The two rows of a corpus, and their difference."""
        recalls = []
        for pronoun in ("he", "she"):
            judgements = [
                j
                for j in self.evaluation(name).judgements
                if j.mention_kind == pronoun and j.attribution is not None
            ]
            named = [j.name_correct for j in judgements if j.name_correct is not None]
            recalls.append((_percent(j.correct for j in judgements), _percent(named)))
            recall, name_recall = (f"{value:.1f}" for value in recalls[-1])
            yield name, pronoun, str(len(judgements)), recall, str(len(named)), name_recall
        recall, name_recall = (f"{he - she:+.1f}" for he, she in zip(*recalls, strict=True))
        yield name, "he less she", "", recall, "", name_recall

    def _thresholds(self) -> MetricsTable:
        """Precision and recall at each confidence threshold."""
        columns = [f"{name}: {metric}" for name in CORPORA for metric in ("precision", "recall")]
        rows = [
            (f"{t:.2f}", *(cell for name in CORPORA for cell in self._kept(name, t)))
            for t in THRESHOLDS
        ]
        return MetricsTable("Attributions kept, by confidence", ("confidence ≥", *columns), rows)

    def _kept(self, name: str, threshold: float) -> tuple[str, str]:
        """Precision and recall at a confidence threshold."""
        metrics = self.evaluation(name).metrics
        kept = [c for confidence, c in metrics.predictions if confidence >= threshold]
        return f"{_percent(kept):.1f}", f"{100 * sum(kept) / metrics.overall.gold:.1f}"

    def _name_thresholds(self) -> MetricsTable:
        """The share of right names at each threshold of the speaker's confidence."""
        columns = [f"{name}: {column}" for name in CORPORA for column in ("names right", "kept")]
        rows = [
            (f"{t:.2f}", *(cell for name in CORPORA for cell in self._names_kept(name, t)))
            for t in NAME_THRESHOLDS
        ]
        return MetricsTable(
            "Names kept, by speaker confidence",
            ("speaker confidence ≥", *columns),
            rows,
        )

    def _names_kept(self, name: str, threshold: float) -> tuple[str, str]:
        """The share of right names from a threshold on, and that of the names it keeps."""
        named = [
            (j.record.speaker_confidence or 0.0, j.name_correct)
            for j in self.evaluation(name).judgements
            if j.record is not None and j.attributed and j.name_correct is not None
        ]
        kept = [correct for confidence, correct in named if confidence >= threshold]
        return f"{_percent(kept):.1f}", f"{100 * len(kept) / max(1, len(named)):.1f}"


def main() -> int:
    """Write the tables below each marker of the documents, and draw the diagram."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("corpora", type=Path, metavar="CORPORA")
    parser.add_argument("held_out", type=Path, metavar="HELD_OUT")
    parser.add_argument("--model", type=Path, default=MODEL, help="default: of the package")
    args = parser.parse_args()
    card = Card(args.corpora, args.model, args.held_out)

    def fill(marker: re.Match[str]) -> str:
        """A marker with its tables."""
        return f"{marker[1]}\n{_to_markdown(card.tables(marker[2]))}{marker[3]}"

    for document in (DOCS / "card.md", DOCS / "confidence.md"):
        text = MARKER.sub(fill, document.read_text("utf-8"))
        document.write_text(text, encoding="utf-8", newline="\n")
    draw({name: card.evaluation(name).metrics for name in CORPORA}, DOCS / "reliability.svg")
    return 0


def _percent(correct: Iterable[bool | None]) -> float:
    """The share that is correct, in per cent; 0 if there is none."""
    counted = [bool(is_correct) for is_correct in correct]
    return 100 * sum(counted) / max(1, len(counted))


def _main_metrics(metrics: Metrics) -> dict[str, str]:
    """The metrics of attributions, and those of contents if speech without marks is annotated."""
    overall, contents = metrics.overall, metrics.contents
    values = {
        "attribution: precision": overall.precision,
        "attribution: recall": overall.recall,
        "attribution: F": overall.f,
    }
    if contents.unquoted_annotated:
        values["tokens: F"] = contents.tokens.f
        for name, title in CRITERION_TITLES.items():
            values[f"spans, {title}: F"] = contents.spans[name].f
    return {metric: f"{value:.1f}" for metric, value in values.items()}


def _to_markdown(tables: Iterable[MetricsTable]) -> str:
    """Tables as Markdown."""
    markdown = RENDERERS[".md"]
    return "".join(markdown.heading(4, table.title) + markdown.table(table) for table in tables)


if __name__ == "__main__":
    sys.exit(main())
