"""How often something is done: what a test of growth counts, as no clock can."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest


class Count:
    """How often something was done."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, *_: object) -> None:
        """Count once more."""
        self.times += 1


@contextmanager
def calls(module: object, name: str) -> Iterator[Count]:
    """Count the calls of a function of a module."""
    count, function = Count(), getattr(module, name)

    def counted(*args: Any, **options: Any) -> Any:
        count()
        return function(*args, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, name, counted)
        yield count


def grows(measured: Callable[[int], int], size: int) -> float:
    """How many times more is done for twice as much: 2 if cost is linear, 4 if it is quadratic."""
    once = measured(size)
    assert once > 0
    return measured(2 * size) / once
