"""Writes the figures of docs/card.md anew, between its markers.

    pip install -e .
    python benchmarks/card.py CORPORA [--weights FILE]

A marker names a folder of annotated articles below CORPORA, and below it stand the tables that
``quoteattr evaluate`` prints for it; ``cross-validated`` stands for the figures that ``quoteattr
train`` has kept beside the weights:

    <!-- figures: polnear/dev -->
    …
    <!-- end of figures -->

Everything outside the markers is left as it is.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from quoteattr.learn.brat import read_gold
from quoteattr.learn.report import MARKUPS, Table, evaluate, tables
from quoteattr.link.weights import read

ROOT = Path(__file__).parent.parent
CARD = ROOT / "docs" / "card.md"
WEIGHTS = ROOT / "quoteattr" / "link" / "weights.json"
FIGURES = re.compile(r"(<!-- figures: (\S+) -->\n).*?(<!-- end of figures -->)", re.S)


def main() -> int:
    """Fill each marked place of the card."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("corpora", type=Path, metavar="CORPORA")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="default: of the package")
    args = parser.parse_args()

    def filled(place: re.Match[str]) -> str:
        """One marked place with its figures."""
        print(place[2], file=sys.stderr)
        shown = _measured(args.corpora, place[2], args.weights)
        return f"{place[1]}\n{_written(shown)}{place[3]}"

    CARD.write_text(FIGURES.sub(filled, CARD.read_text("utf-8")), encoding="utf-8")
    return 0


def _measured(corpora: Path, name: str, weights: Path) -> Iterable[Table]:
    """The tables of a corpus, or those of training."""
    if name == "cross-validated":
        return [_kept(weights)]
    figures, _ = evaluate(read_gold(corpora / name), read(weights))
    return tables(figures)


def _kept(weights: Path) -> Table:
    """What training measured on articles that its models had not seen."""
    measured = json.loads(weights.read_text("utf-8")).get("measured", {})
    columns = ("precision", "recall", "f", "quotes")
    rows = [
        (corpus, *(f"{figures[column]:g}" for column in columns))
        for corpus, figures in measured.items()
    ]
    return Table("By article, in five folds", ("corpus", *columns), rows)


def _written(shown: Iterable[Table]) -> str:
    """Tables as Markdown."""
    markdown = MARKUPS[".md"]
    return "".join(markdown.heading(4, table.title) + markdown.table(table) for table in shown)


if __name__ == "__main__":
    sys.exit(main())
