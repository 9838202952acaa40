"""Measure the time per word on new text: by stage, and of textacy in the same run.

    pip install -e ".[bench]"
    python benchmarks/stages.py PATH… [--rounds N] [--warm N] [--without-textacy]

PATH is a text file, or a folder of them. Each round runs each system in a fresh process, one after
the other: it processes the first ``--warm`` articles, which are not counted, and then every other
one once, as an archive does. The time for the same articles again, with cached names and patterns,
is reported separately. The metric is processor time, the minimum of all rounds.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

from quoteattr.readers.read import read
from quoteattr.records import Article

#: the kinds of quotes that are extracted
KINDS = {"all kinds": None, "in marks": ("direct", "mixed", "post")}
TEXTACY = "textacy"
#: functions of a stage, as module and name; calls between stages count for the callee
STAGES = {
    "marks, posts, turns": ("quoteattr.pipeline:find_regions",),
    "tokens": ("quoteattr.pipeline:tokenize",),
    "chunks": ("quoteattr.pipeline:find_chunks",),
    "entities": ("quoteattr.pipeline:Coreference",),
    "candidates": ("quoteattr.pipeline:quote_document", "quoteattr.pipeline:clause_document"),
    "values of rules": (
        "quoteattr.attribute.decision.decode:rule_tables",
        "quoteattr.attribute.decision.decode:add_history",
    ),
    "scores of trees": ("quoteattr.attribute.decision.trees:Trees.scores",),
    "choice": ("quoteattr.pipeline:attribute",),
    "tagger": ("quoteattr.pipeline:tag_tokens", "quoteattr.pipeline:find_clauses"),
    "records": ("quoteattr.pipeline:find_records", "quoteattr.api:find_records"),
}


class StageClock:
    """The processor time of each stage, excluding the stages that it calls."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(STAGES, 0.0)
        self._running: list[str] = []
        self._since = 0.0

    def _switch(self) -> None:
        """Count the time until now for the current stage."""
        now = time.process_time()
        if self._running:
            self.seconds[self._running[-1]] += now - self._since
        self._since = now

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Wrap a function so that its time counts for a stage."""

        def run(*args: Any, **options: Any) -> Any:
            self._switch()
            self._running.append(stage)
            try:
                return function(*args, **options)
            finally:
                self._switch()
                self._running.pop()

        return run

    def watch(self) -> None:
        """Replace the functions of the stages by timed ones."""
        from importlib import import_module

        for stage, places in STAGES.items():
            for place in places:
                module, _, path = place.partition(":")
                *owners, name = path.split(".")
                owner: Any = import_module(module)
                for owner_name in owners:
                    owner = getattr(owner, owner_name)
                setattr(owner, name, self.timed(stage, getattr(owner, name)))


def system_of(name: str) -> Callable[[str], object]:
    """The function that processes a text."""
    if name == TEXTACY:
        from speed import by_textacy

        return by_textacy()
    from quoteattr.api import extract

    kinds = KINDS[name]
    return extract if kinds is None else lambda text: extract(text, kinds=kinds)


def measure(name: str, warm: Sequence[str], texts: Sequence[str]) -> dict[str, Any]:
    """Run a system in this process: seconds for new text, for the same again, and by stage."""
    system, clock = system_of(name), StageClock()
    _run(system, warm)
    if name != TEXTACY:
        clock.watch()
    new = _run(system, texts)
    stages = dict(clock.seconds)
    return {"new": new, "again": _run(system, texts), "stages": stages}


def _run(system: Callable[[str], object], texts: Sequence[str]) -> float:
    """The time of a system for texts; if it raises an error, the time until then counts."""
    start = time.process_time()
    for text in texts:
        try:
            system(text)
        except ValueError:  # textacy, if the quotation marks of a text are unbalanced
            continue
    return time.process_time() - start


def report(rounds: dict[str, list[dict[str, Any]]], words: int, count: int) -> None:
    """Print the minimum of all rounds, in microseconds per word."""
    print(f"{count} articles, {words:,} words; µs a word of processor time, least of all rounds")
    least: dict[str, dict[str, float]] = {}
    for name, done in rounds.items():
        timings = {"new text": [run["new"] for run in done]}
        timings["read again"] = [run["again"] for run in done]
        for stage in STAGES if name != TEXTACY else ():
            timings[stage] = [run["stages"][stage] for run in done]
        least[name] = {part: 1e6 * min(seconds) / words for part, seconds in timings.items()}
    print(f"{'':22}" + "".join(f"{name:>12}" for name in least))
    for part in ("new text", "read again", *STAGES):
        cells = (f"{least[n][part]:12.1f}" if part in least[n] else f"{'':12}" for n in least)
        print(f"{part:22}" + "".join(cells))
    if TEXTACY in least:
        theirs = least[TEXTACY]["new text"]
        ratios = (f"{theirs / least[name]['new text']:11.1f}×" for name in least)
        print(f"{'times as fast':22}" + "".join(ratios))


def main() -> int:
    """Measure each system in separate processes, in turn, and print the results."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--warm", type=int, default=10, help="articles that are not counted")
    parser.add_argument("--without-textacy", action="store_true", help="measure quoteattr alone")
    parser.add_argument("--system", help=argparse.SUPPRESS)
    args = parser.parse_args()
    entries = read(*args.paths, format="text")
    texts = [article.text for article in entries if isinstance(article, Article)]
    warm, texts = texts[: args.warm], texts[args.warm :]
    if not texts:
        parser.error(f"no article is left after the {len(warm)} of --warm")
    if args.system:
        print(json.dumps(measure(args.system, warm, texts)))
        return 0
    systems = [*KINDS, *([] if args.without_textacy else [TEXTACY])]
    rounds: dict[str, list[dict[str, Any]]] = {name: [] for name in systems}
    for _ in range(args.rounds):
        for name in systems:
            command = [sys.executable, __file__, *args.paths, f"--warm={args.warm}"]
            done = subprocess.run([*command, "--system", name], stdout=subprocess.PIPE, check=True)
            rounds[name].append(json.loads(done.stdout))
    report(rounds, sum(len(text.split()) for text in texts), len(texts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
