"""Whether something is quick enough, told in a way that a busy machine does not change.

Processor time counts, not what the clock says; and what looks slow is timed anew, since others make
a time longer, never shorter: what is quadratic is slow every time.
"""

from __future__ import annotations

import time
from collections.abc import Callable

#: how often something is timed before it is called slow
ROUNDS = 6


def seconds(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    start = time.process_time()
    work()
    return time.process_time() - start


def takes_at_most(limit: float, work: Callable[[], object]) -> bool:
    """It takes no more than so many seconds of processor time, once at least."""
    return any(seconds(work) <= limit for _ in range(ROUNDS))


def is_linear(short: Callable[[], object], long: Callable[[], object]) -> bool:
    """What has four times as much to do takes no more than ten times as long; 16 is quadratic."""
    least = [float("inf"), float("inf")]
    for _ in range(ROUNDS):
        least = [min(best, seconds(work)) for best, work in zip(least, (short, long), strict=True)]
        if least[1] < 0.05 + 10 * least[0]:
            return True
    return False
