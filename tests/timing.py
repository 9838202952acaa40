"""Whether something is quick enough, told in a way that neither machine nor load changes.

A time is the processor time of this thread, and it is compared with that of other work, done in
turn with it: what is slow on this machine, or beside others, is so for both. What looks slow is
timed anew, since others make a time longer, never shorter: what is quadratic is slow every time.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable

#: how often something is timed before it is called slow
ROUNDS = 12
#: seconds that the measure takes on a processor of 2024
MEASURE = 0.1


def seconds(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    start = time.thread_time()
    work()
    return time.thread_time() - start


def measure() -> None:
    """What other work is compared with: words of a long text, sought, counted and sorted."""
    for turn in range(20):
        text = " ".join(f"word{n * 7919 % (1_000 + turn)}" for n in range(10_000))
        counts: dict[str, int] = {}
        for word in re.findall(r"\w+", text):
            counts[word] = counts.get(word, 0) + 1
        sorted(counts.items())


def is_at_most(work: Callable[[], object], other: Callable[[], object], factor: float) -> bool:
    """It takes no more than so many times as long as the other, in the best round of each."""
    least = [float("inf"), float("inf")]
    for _ in range(ROUNDS):
        least = [min(best, seconds(one)) for best, one in zip(least, (work, other), strict=True)]
        if least[0] <= factor * least[1]:
            return True
    return False


def takes_at_most(limit: float, work: Callable[[], object]) -> bool:
    """It takes no more than so many seconds on a processor of 2024, or as long on another."""
    return is_at_most(work, measure, limit / MEASURE)


def is_linear(short: Callable[[], object], long: Callable[[], object]) -> bool:
    """What has four times as much to do takes no more than ten times as long; 16 is quadratic.

    What takes half the measure is quick, whatever that is a multiple of.
    """
    return is_at_most(long, short, 10) or is_at_most(long, measure, 0.5)
