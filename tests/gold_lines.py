"""Gold cases in a text file, a line each; ``~`` opens a line that is not met yet."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple


class GoldLine(NamedTuple):
    """One case as its line has it, without the ``~``."""

    written: str
    #: it must be met; otherwise it must not, lest nobody sees that it is
    required: bool


def read_lines(path: Path) -> Iterator[GoldLine]:
    """The cases of a file, without its comments and empty lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield GoldLine(line.removeprefix("~ "), required=not line.startswith("~"))


def check(path: Path, is_met: Callable[[str], bool]) -> None:
    """All lines of a file are met but those with a ``~``, which are at most half, and are not."""
    lines = list(read_lines(path))
    assert sum(line.required for line in lines) >= 0.5 * len(lines)
    met = {line.written for line in lines if is_met(line.written)}
    missed = [line.written for line in lines if line.required and line.written not in met]
    assert not missed, f"not met: {missed}"
    unmarked = [line.written for line in lines if not line.required and line.written in met]
    assert not unmarked, f"met now, take off the ~: {unmarked}"
