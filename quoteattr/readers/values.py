"""JSON of which one value that Python cannot hold does not take the others along.

Python raises where a value is nested about as deep as its stack, and where an integer has more
digits than ``sys.get_int_max_str_digits()``. Here either is wrong with its row only.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

#: how deep a row may be nested; what is deeper could exhaust the stack of whoever walks over it
MAX_DEPTH = 200

#: the digits of an integer: Python's own limit
MAX_DIGITS = 4_300

#: what is wrong with a row that has either
UNREADABLE = f"nested more than {MAX_DEPTH} deep, or an integer of more than {MAX_DIGITS:,} digits"

#: what opens and closes, strings as a whole, and integers that are too long
_TOKEN = re.compile(
    rf'"(?:[^"\\]|\\.)*+"?|[\[\]{{}}]|(?<![\d.eE+-])-?\d{{{MAX_DIGITS + 1},}}+(?![.eE])', re.DOTALL
)


def loads(text: str) -> Any:
    """Parse a value.

    Raises:
        ValueError: It is not JSON, or holds what is unreadable.
    """
    if text.count("[") + text.count("{") > MAX_DEPTH and any(_unreadable(text)):
        raise ValueError(UNREADABLE)
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        raise
    except (ValueError, RecursionError) as error:
        raise ValueError(UNREADABLE) from error


class Rows:
    """The value of a file, which may have unreadable parts.

    Args:
        text: The file.

    Raises:
        json.JSONDecodeError: It is not JSON.
    """

    def __init__(self, text: str) -> None:
        #: stands for what is unreadable, if anything is
        self._sign: str | None = None
        try:
            self.value: Any = json.loads(text)
        except json.JSONDecodeError:
            raise
        except (ValueError, RecursionError):
            self._sign = uuid.uuid4().hex
            self.value = json.loads(_without(text, f'"{self._sign}"'))

    def is_unreadable(self, row: Any) -> bool:
        """A row holds what is unreadable."""
        if self._sign is None:
            return False
        left = [row]
        while left:  # not by recursion, since that is what goes wrong
            value = left.pop()
            if value == self._sign:
                return True
            if isinstance(value, dict | list):
                left.extend(value.values() if isinstance(value, dict) else value)
        return False


def _unreadable(text: str) -> Iterator[tuple[int, int]]:
    """Where the values stand that are nested too deep, and integers that are too long."""
    depth = start = 0
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign in "[{":
            depth += 1
            start = token.start() if depth == MAX_DEPTH + 1 else start
        elif sign in "]}":
            if depth == MAX_DEPTH + 1:
                yield start, token.end()
            depth -= 1
        elif sign[0] != '"' and depth <= MAX_DEPTH:
            yield token.span()
    if depth > MAX_DEPTH:
        yield start, len(text)


def _without(text: str, sign: str) -> str:
    """The text of a value with a sign in the place of what is unreadable."""
    places = [(0, 0), *_unreadable(text), (len(text), len(text))]
    return sign.join(text[end:start] for (_, end), (start, _) in pairwise(places))
