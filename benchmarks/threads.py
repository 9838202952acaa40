"""Check that extraction is as fast without ``OPENBLAS_NUM_THREADS=1`` as with it.

    python benchmarks/threads.py PATH… [--rounds N] [--busy N]

PATH is an input of ``quoteattr.read``. ``extract`` processes the articles in a process with the
default settings, and in one with a single thread for BLAS, in turn, so that other load affects
both; the best of the rounds counts. Both are measured alone, and beside a number of processes
(``--busy``, by default the number of processors) that only loop.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from quoteattr import Article, extract, read

#: a name for each setting, and its environment
SETTINGS = {"default": None, "one thread": "1"}
LOOP = "import os\nparent = os.getppid()\nwhile os.getppid() == parent: pass"


def main() -> int:
    """Measure alone and beside others, and print times and ratios."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--busy", type=int, default=os.cpu_count() or 1, metavar="N")
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.measure:
        print(*once(args.paths))
        return 0
    print(f"{'':18}{'processor':>12}{'wall':>10}")
    for busy in (0, args.busy):
        with loops(busy):
            report(f"beside {busy} loops" if busy else "alone", args.paths, args.rounds)
    return 0


def report(title: str, paths: list[str], rounds: int) -> None:
    """Measure with each of the settings in turn, and print the best of each."""
    best = dict.fromkeys(SETTINGS, (float("inf"), float("inf")))
    for _ in range(rounds):
        for name, threads in SETTINGS.items():
            processor, wall = apart(paths, threads)
            best[name] = min(best[name][0], processor), min(best[name][1], wall)
    print(title)
    for name, (processor, wall) in best.items():
        print(f"  {name:16}{processor:10.2f} s{wall:8.2f} s")
    ratios = [one / other for one, other in zip(*best.values(), strict=True)]
    print(f"  {'ratio':16}{ratios[0]:12.2f}{ratios[1]:10.2f}", flush=True)


def apart(paths: list[str], threads: str | None) -> tuple[float, float]:
    """Processor time and wall time in seconds, in a separate process."""
    names = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
    environment = {name: value for name, value in os.environ.items() if name not in names}
    if threads:
        environment["OPENBLAS_NUM_THREADS"] = threads
    command = [sys.executable, __file__, *paths, "--measure"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    processor, wall = map(float, done.stdout.split())
    return processor, wall


def once(paths: list[str]) -> tuple[float, float]:
    """Processor time of all threads, and wall time, in seconds, in this process."""
    articles = [article for article in read(*paths) if isinstance(article, Article)]
    extract("“Yes,” said Ida Berg, who said that it rained.")  # loading is not counted
    start, used = time.perf_counter(), time.process_time()
    for article in articles:
        extract(article)
    return time.process_time() - used, time.perf_counter() - start


@contextmanager
def loops(number: int) -> Iterator[None]:
    """Start processes that only loop; they end with this one."""
    busy = [subprocess.Popen([sys.executable, "-c", LOOP]) for _ in range(number)]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()


if __name__ == "__main__":
    sys.exit(main())
