"""Measure ``extract_many`` on many articles: the speed-up by processes, and the memory.

    pip install -e ".[bench]"
    python benchmarks/many.py PATH… [--count N] [--workers N] [--rounds N]

PATH is an input of ``quoteattr.read``. The articles are repeated up to the requested number. One
worker and several take turns, so that other load affects both; the best of the rounds counts. On a
busy machine, processor time shows the overhead of sharing the work. The memory is that of this
process and its workers at each tenth of the run; on Linux, shared memory counts once.
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
    """One run through all articles."""

    seconds: float
    #: seconds of processor time, of all processes
    processor: float
    quotes: int
    #: megabytes of this process and its workers, at each tenth of the run
    memory: list[float]


def main() -> int:
    """Measure both, and print times, their ratio, and the memory."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    articles = [article for article in read(*args.paths) if isinstance(article, Article)]
    print(f"{args.count:,} articles, {len(articles):,} different")
    list(extract_many(articles))  # what is created or cached in the first call is not counted
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
    """Process ``count`` articles."""
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
    """The memory of this process and its workers."""
    here = psutil.Process()
    return sum(_pages(process) for process in (here, *here.children())) / MEGABYTE


def _pages(process: psutil.Process) -> int:
    """The memory of a process, in bytes."""
    try:
        info = process.memory_full_info()
        return int(getattr(info, "pss", info.uss))
    except psutil.NoSuchProcess:  # the process has ended
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
