"""Measure the time from the start of a process until it is ready, and after one article.

    python benchmarks/startup.py [--rounds N]

Each step is a separate process; steps take turns, and the best of the rounds counts. The output is
milliseconds of processor time and of wall time, minus those of an idle interpreter.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections import defaultdict

ARTICLE = "“No,” said Ida Berg, the mayor. She said that taxes rise."
EXTRACT = f"import quoteattr; quoteattr.extract({ARTICLE!r}"


def steps() -> dict[str, list[str]]:
    """The code of each step, by name; the first does nothing."""
    command = shutil.which("quoteattr", path=os.path.dirname(sys.executable)) or "quoteattr"
    python = [sys.executable, "-c"]
    return {
        "nothing": [*python, "pass"],
        "import quoteattr": [*python, "import quoteattr"],
        "quoteattr --help": [command, "--help"],
        "import numpy, attrs, regex": [*python, "import numpy, attrs, regex"],
        "extract, in marks only": [*python, EXTRACT + ", kinds=['direct'])"],
        "extract, all kinds": [*python, EXTRACT + ")"],
    }


def milliseconds(command: list[str]) -> tuple[float, float]:
    """Processor time and wall time of a process."""
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    elapsed, after = time.perf_counter() - start, os.times()
    used = sum(after[2:4]) - sum(before[2:4])  # of processes that have ended
    return 1e3 * used, 1e3 * elapsed


def main() -> int:
    """Measure each step and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("--rounds", type=int, default=9)
    args = parser.parse_args()
    times = defaultdict[str, list[tuple[float, float]]](list)
    for _ in range(args.rounds):
        for name, command in steps().items():
            times[name].append(milliseconds(command))
    best = {
        name: (min(t[0] for t in times_of_step), min(t[1] for t in times_of_step))
        for name, times_of_step in times.items()
    }
    nothing = best.pop("nothing")
    print(f"{'':28} processor  clock, ms beyond {nothing[0]:.0f} and {nothing[1]:.0f} of nothing")
    for name, (used, elapsed) in best.items():
        print(f"{name:28} {used - nothing[0]:9.0f} {elapsed - nothing[1]:6.0f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
