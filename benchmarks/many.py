"""Many articles through ``extract_many``: what a second process brings, and what memory it takes.

    pip install -e ".[bench]"
    python benchmarks/many.py PATH… [--count N] [--workers N] [--rounds N]

PATH is what ``quoteattr.read`` takes. The articles are repeated until there are as many as asked
for. One worker and several take turns, so that what else the machine does meets both; the best of
the rounds counts. Processor time tells, on a machine that is not quiet, what sharing the work costs
beside the work. The memory is that of this process and of its workers, at tenths of the way:
where the system tells (Linux), what processes share counts once.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterator
from itertools import cycle, islice
from typing import NamedTuple

import psutil

from quoteattr import Article, extract_many, read

MEGABYTE = 1 << 20


class Run(NamedTuple):
    """One way through all articles."""

    seconds: float
    #: seconds of processor time, of all processes
    processor: float
    quotes: int
    #: megabytes of this process and of its workers, at tenths of the way
    memory: list[float]


def main() -> int:
    """Measure both and print times, their ratio, and the memory."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    articles = [article for article in read(*args.paths) if isinstance(article, Article)]
    print(f"{args.count:,} articles, {len(articles):,} different")
    list(extract_many(articles))  # what is made or cached at the first call counts for nobody
    runs: dict[int, list[Run]] = {1: [], args.workers: []}
    for _ in range(args.rounds):
        for workers, done in runs.items():
            done.append(run(articles, args.count, workers))
            report(workers, done[-1])
    best = {workers: min(r.seconds for r in done) for workers, done in runs.items()}
    for workers, seconds in best.items():
        print(f"best with {workers}: {seconds:.2f} s, {args.count / seconds:,.0f} articles/s")
    print(f"ratio {best[1] / best[args.workers]:.2f}")
    return 0


def run(articles: list[Article], count: int, workers: int) -> Run:
    """Take ``count`` articles through."""
    quotes, memory = 0, []
    stream: Iterator[Article] = islice(cycle(articles), count)
    start, used = time.perf_counter(), sum(os.times()[:4])
    for number, records in enumerate(extract_many(stream, workers=workers), 1):
        quotes += len(records)
        if number % max(1, count // 10) == 0:
            memory.append(megabytes())
    seconds, used = time.perf_counter() - start, sum(os.times()[:4]) - used
    return Run(seconds, used, quotes, memory)


def megabytes() -> float:
    """The memory of this process and of its workers."""
    here = psutil.Process()
    return sum(_pages(process) for process in (here, *here.children())) / MEGABYTE


def _pages(process: psutil.Process) -> int:
    """The memory of a process, in bytes."""
    try:
        info = process.memory_full_info()
        return int(getattr(info, "pss", info.uss))
    except psutil.NoSuchProcess:  # ended while we looked
        return 0


def report(workers: int, done: Run) -> None:
    """Print one run."""
    memory = " ".join(f"{size:.0f}" for size in done.memory)
    print(
        f"{workers} at work: {done.seconds:.2f} s, {done.processor:.2f} s of processor time, "
        f"{done.quotes:,} quotes, MB: {memory}"
    )


if __name__ == "__main__":
    raise SystemExit(main())
