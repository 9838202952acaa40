"""Writes the figures of docs/card.md and docs/confidence.md anew, and draws docs/reliability.svg.

    pip install -e ".[bench,train]"
    python benchmarks/card.py CORPORA [--model FILE] [--folds FILE]

Figures stand between markers; everything outside of them is left as it is:

    <!-- figures: polnear/dev -->
    …
    <!-- end of figures -->

A marker names a folder of annotated articles below CORPORA, and below it stand the tables that
``quoteattr evaluate`` prints for it. Other names are: ``cross-validated`` has what
``quoteattr train`` has kept beside the model; ``he-and-she`` sets these pronouns side by side;
``thresholds`` tells what keeping only sure links costs; ``by-kind``, ``by-gender``,
``by-country``, ``by-publisher`` and ``by-year`` break ``world/train`` down.

The model was trained on ``world/train``. So each of its articles is attributed by trees that have
not seen it, which takes five rounds of learning; they are kept in the file of ``--folds``, and
learned anew where that is not there or belongs to other model.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from groups import GENDERS, KINDS, Groups, by_group, by_publisher, read_groups  # beside this file
from reliability import draw
from unseen import HeldOutModels

import quoteattr
from quoteattr.evaluation.brat import read_gold
from quoteattr.evaluation.metrics import Metrics
from quoteattr.evaluation.renderers import RENDERERS
from quoteattr.evaluation.reported_contents import compare_contents
from quoteattr.evaluation.score import Judgement, judge
from quoteattr.evaluation.tables import CRITERION_TITLES, MetricsTable, tables
from quoteattr.model.model import Model, load_model

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
MODEL = ROOT / "quoteattr" / "model" / "attribution.json"
FIGURES = re.compile(r"(<!-- figures: (\S+) -->\n).*?(<!-- end of figures -->)", re.S)
#: what the figures are of; none of it is learned from
CORPORA = ("polnear/dev", "world/dev")
#: what is learned from, and measured by trees that have not seen the article; what else is
LEARNED, ALSO_LEARNED = "world/train", "polnear/train"
#: what training keeps, as the tables call it
TITLES = {
    "segments_p": "attribution: precision",
    "segments_r": "attribution: recall",
    "segments_f": "attribution: F",
    "tokens_f": "tokens: F",
    **{f"spans_{name}_f": f"spans, {title}: F" for name, title in CRITERION_TITLES.items()},
}
THRESHOLDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.96, 0.97, 0.98, 0.99)


class Evaluation(NamedTuple):
    """The evaluation of a corpus."""

    metrics: Metrics
    judgements: list[Judgement]


class Card:
    """What the documents show of one file of a model."""

    def __init__(self, corpora: Path, model: Path, folds: Path) -> None:
        self._corpora, self._model, self._folds = corpora, model, folds
        self.evaluation = cache(self._evaluate)

    def tables(self, name: str) -> Iterable[MetricsTable]:
        """The tables that stand below a marker of that name."""
        special = {
            "cross-validated": self._cross_validated,
            "he-and-she": self._pronouns,
            "thresholds": self._thresholds,
            "by-kind": self._by_kind,
            "by-gender": self._by_gender,
            "by-country": self._by_country,
            "by-publisher": lambda: by_publisher(self.evaluation(LEARNED).judgements),
            "by-year": self._by_year,
        }
        return [special[name]()] if name in special else tables(self.evaluation(name).metrics)

    def _evaluate(self, name: str) -> Evaluation:
        """Judge each article of a corpus, by a model that was not trained on it."""
        out, model_of = Evaluation(Metrics(), []), self._held_out(name)
        print(name, file=sys.stderr)
        for k, gold in enumerate(read_gold(self._corpora / name)):
            model = model_of(k)
            records = quoteattr.extract(gold.text, gold.name, unattributed=True, model=model)
            judgements = list(judge(gold, records))
            out.metrics.add(judgements, compare_contents(gold, records))
            out.judgements.extend(judgements)
        return out

    def _held_out(self, name: str) -> Callable[[int], Model]:
        """For each article of a corpus, the model that was not trained on it."""
        model = load_model(self._model)
        if name != LEARNED:
            return lambda k: model
        digest = zlib.crc32(self._model.read_bytes())
        kept = self._folds.with_stem(f"{self._folds.stem}-{digest:08x}")
        return HeldOutModels(self._corpora / name, self._corpora / ALSO_LEARNED, model, kept).of

    @cached_property
    def _groups(self) -> Groups:
        """The groups of the speakers and articles of what was learned from."""
        return read_groups(self._corpora / LEARNED)

    def _by_kind(self) -> MetricsTable:
        """By the kind of the annotated speaker."""
        judgements = self.evaluation(LEARNED).judgements
        order = tuple(KINDS.values())
        return by_group("By kind of speaker", "speaker", judgements, self._groups.kind, order)

    def _by_gender(self) -> MetricsTable:
        """By the gender of named persons."""
        judgements, order = self.evaluation(LEARNED).judgements, tuple(GENDERS.values())
        return by_group(
            "Named persons, by gender", "gender", judgements, self._groups.gender, order
        )

    def _by_country(self) -> MetricsTable:
        """By the country part of the publisher's domain."""
        judgements = self.evaluation(LEARNED).judgements
        return by_group("By country", "country", judgements, self._groups.country)

    def _by_year(self) -> MetricsTable:
        """By the latest year in the text."""
        judgements = self.evaluation(LEARNED).judgements
        order = sorted({self._groups.year(judgement) for judgement in judgements})
        return by_group("By year", "latest date in the text", judgements, self._groups.year, order)

    def _cross_validated(self) -> MetricsTable:
        """What training measured on articles that its models had not seen."""
        measured = json.loads(self._model.read_text("utf-8")).get("measured", {})
        names = dict.fromkeys(name for figures in measured.values() for name in figures)
        rows = [
            (TITLES.get(name, name), *(_cell(of.get(name)) for of in measured.values()))
            for name in names
        ]
        return MetricsTable("Cross-validated", ("figure", *measured), rows)

    def _pronouns(self) -> MetricsTable:
        """Recall of links, and of names, by the annotated pronoun."""
        columns = ("articles", "pronoun", "source", "recall", "named", "full name: recall")
        rows = [row for name in (LEARNED, *CORPORA) for row in self._pronouns_of(name)]
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
            linked, full = recalls[-1]
            yield (
                name,
                pronoun,
                f"{len(judgements)}",
                f"{linked:.1f}",
                f"{len(named)}",
                f"{full:.1f}",
            )
        linked, full = (he - she for he, she in zip(*recalls, strict=True))
        yield name, "he less she", "", f"{linked:+.1f}", "", f"{full:+.1f}"

    def _thresholds(self) -> MetricsTable:
        """Precision of what is kept from a confidence on, and how much of all that is."""
        columns = [f"{name}: {what}" for name in CORPORA for what in ("precision", "recall")]
        rows = [
            (f"{t:.2f}", *(cell for name in CORPORA for cell in self._kept(name, t)))
            for t in THRESHOLDS
        ]
        return MetricsTable("What is kept", ("confidence ≥", *columns), rows)

    def _kept(self, name: str, threshold: float) -> tuple[str, str]:
        """Precision and recall of the links from this confidence on."""
        metrics = self.evaluation(name).metrics
        kept = [right for confidence, right in metrics.predictions if confidence >= threshold]
        return f"{_percent(kept):.1f}", f"{100 * sum(kept) / metrics.overall.gold:.1f}"


def main() -> int:
    """Fill each marked place of the documents, and draw the diagram."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("corpora", type=Path, metavar="CORPORA")
    parser.add_argument("--model", type=Path, default=MODEL, help="default: of the package")
    parser.add_argument(
        "--folds",
        type=Path,
        default=Path(tempfile.gettempdir()) / "quoteattr-folds.json",
        help="keeps the trees that have not seen an article; default: %(default)s",
    )
    args = parser.parse_args()
    card = Card(args.corpora, args.model, args.folds)

    def filled(place: re.Match[str]) -> str:
        """One marked place with its figures."""
        return f"{place[1]}\n{_written(card.tables(place[2]))}{place[3]}"

    for document in (DOCS / "card.md", DOCS / "confidence.md"):
        text = FIGURES.sub(filled, document.read_text("utf-8"))
        document.write_text(text, encoding="utf-8", newline="\n")
    draw({name: card.evaluation(name).metrics for name in CORPORA}, DOCS / "reliability.svg")
    return 0


def _percent(rights: Iterable[bool | None]) -> float:
    """How many are right, in per cent; 0 of nothing."""
    counted = [bool(right) for right in rights]
    return 100 * sum(counted) / max(1, len(counted))


def _cell(figure: float | None) -> str:
    """A figure that training kept; none where a corpus does not have it."""
    return "–" if figure is None else f"{figure:.1f}"


def _written(shown: Iterable[MetricsTable]) -> str:
    """Tables as Markdown."""
    markdown = RENDERERS[".md"]
    return "".join(markdown.heading(4, table.title) + markdown.table(table) for table in shown)


if __name__ == "__main__":
    sys.exit(main())
