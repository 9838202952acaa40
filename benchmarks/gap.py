"""Evaluate the resolution of *he* and *she* on GAP, for men and for women.

    python benchmarks/gap.py gap-validation.tsv [gap-development.tsv …] [--wrong N]

GAP (Webster, Recasens, Axelrod, Baldridge 2018, *Mind the GAP: A Balanced Corpus of Gendered
Ambiguous Pronouns*, TACL 6) has snippets of Wikipedia, each with one pronoun and two names, A and
B, and for each name whether the pronoun refers to it. The names are evaluated separately: a name is
predicted if the pronoun is resolved to the entity of that name. The output is precision, recall and
F over both names, for all pronouns, the masculine and the feminine ones, and the ratio of the
feminine F to the masculine F, which the paper calls bias.

The library resolves only subject pronouns, which can speak. The pronoun of a snippet may have any
form (*him*, *his*), so its token is given the class of a subject pronoun, and *his father* becomes
*his* and *father*. A quoted span that contains the pronoun or a name is treated as plain text.
``quoteattr/coref`` was never tuned on GAP; this is a sanity check, not a target.
"""

from __future__ import annotations

import argparse
import csv
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from quoteattr.coref.coreference import Coreference
from quoteattr.detect.chunker import find_chunks
from quoteattr.detect.layout import flatten
from quoteattr.detect.quotes import QuotedSpan, find_quotes
from quoteattr.detect.tokens import tokenize
from quoteattr.evaluation.metrics import Counts
from quoteattr.language import ENGLISH


class Snippet(NamedTuple):
    """A line of GAP."""

    identifier: str
    text: str
    #: the pronoun in lower case, and its position
    pronoun: str
    place: int
    #: for each name: its words, its position, and whether the pronoun refers to it
    names: tuple[tuple[str, int, bool], ...]

    @property
    def gender(self) -> str:
        """``m`` or ``f``."""
        return ENGLISH.pronoun_gender[self.pronoun]


class Answer(NamedTuple):
    """A snippet, and for each name whether the pronoun was resolved to it."""

    snippet: Snippet
    predicted: tuple[bool, ...]
    #: the entity that the pronoun was resolved to
    resolved: str

    @property
    def correct(self) -> bool:
        """Whether both names are predicted correctly."""
        return self.predicted == tuple(coreferent for _, _, coreferent in self.snippet.names)


def read(path: Path) -> Iterator[Snippet]:
    """Read a file of GAP."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            names = [
                (row[name], int(row[f"{name}-offset"]), row[f"{name}-coref"] == "TRUE")
                for name in "AB"
            ]
            place = int(row["Pronoun-offset"])
            yield Snippet(row["ID"], row["Text"], row["Pronoun"].lower(), place, tuple(names))


def answer(snippet: Snippet) -> Answer:
    """Resolve the pronoun of a snippet."""
    coreference = _resolve(snippet)
    entity = coreference.entity_of(_chunk(coreference, snippet.place))
    named = [coreference.entity_of(_chunk(coreference, place)) for _, place, _ in snippet.names]
    predicted = tuple(entity is not None and entity is name for name in named)
    return Answer(snippet, predicted, entity.name if entity else "nobody")


def _resolve(snippet: Snippet) -> Coreference:
    """The coreference of a snippet, with its pronoun as a subject."""
    places = [snippet.place, *(place for _, place, _ in snippet.names)]
    quotes = [quote for quote in find_quotes(snippet.text) if not _holds(quote, places)]
    tokens = [
        token._replace(tag="P") if token.start == snippet.place else token
        for token in tokenize(snippet.text, quotes)
    ]
    return Coreference(flatten(snippet.text), find_chunks(tokens))


def _holds(quote: QuotedSpan, places: Iterable[int]) -> bool:
    """Whether one of the positions is in the quote."""
    return any(quote.outer_start <= place < quote.outer_end for place in places)


def _chunk(coreference: Coreference, place: int) -> int:
    """The chunk at a position of the text."""
    return bisect_right(coreference.chunks.starts, place) - 1


def count(answers: Iterable[Answer]) -> dict[str, Counts]:
    """Count both names of each snippet, for all, the masculine and the feminine pronouns."""
    counts = {group: Counts() for group in ("all", "m", "f")}
    for answered in answers:
        for group in ("all", answered.snippet.gender):
            pairs = zip(answered.predicted, answered.snippet.names, strict=True)
            for predicted, (_, _, coreferent) in pairs:
                counts[group].add(coreferent, predicted, predicted and coreferent)
    return counts


def main() -> int:
    """Print the metrics of all files together."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="gap-….tsv")
    parser.add_argument("--wrong", type=int, default=0, metavar="N", help="print N wrong snippets")
    args = parser.parse_args()
    answers = [answer(snippet) for path in args.files for snippet in read(path)]
    counts = count(answers)
    print(f"{len(answers)} snippets\n{'':10}  names  predicted      P      R      F")
    for title, group in (("overall", "all"), ("masculine", "m"), ("feminine", "f")):
        c = counts[group]
        figures = f"{c.precision:7.1f}{c.recall:7.1f}{c.f:7.1f}"
        print(f"{title:10}{c.gold:7}{c.predicted:11}{figures}")
    print(f"F feminine / F masculine: {counts['f'].f / max(1e-9, counts['m'].f):.2f}")
    for wrong in [answered for answered in answers if not answered.correct][: args.wrong]:
        _show(wrong)
    return 0


def _show(wrong: Answer) -> None:
    """Print a snippet with a wrong result."""
    _, text, _, place, names = wrong.snippet
    annotated = ", ".join(f"{name}: {coreferent}" for name, _, coreferent in names)
    marked = f"{text[:place]}[{text[place:]}"
    print(f"\n{wrong.snippet.identifier}: {annotated}; resolved to {wrong.resolved}\n  {marked}")


if __name__ == "__main__":
    sys.exit(main())
