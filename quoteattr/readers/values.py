"""JSON of which one value that Python cannot hold does not take the others along.

Python raises where a value is nested about as deep as its stack, and where an integer has more
digits than ``sys.get_int_max_str_digits()``. Here either is wrong with its row only.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator, Mapping
from typing import Any

#: how deep a row may be nested; what is deeper could exhaust the stack of whoever walks over it
MAX_DEPTH = 200

#: the digits of an integer: Python's own limit
MAX_DIGITS = 4_300

#: what is wrong with a row that has either, and what to do
TOO_DEEP = f"nested more than {MAX_DEPTH} deep; leave the row out, or flatten it"
TOO_LONG = f"an integer of more than {MAX_DIGITS:,} digits; write it as a string"

#: what opens and closes, strings as a whole, and integers that are too long
_TOKEN = re.compile(
    rf'"(?:[^"\\]|\\.)*+"?|[\[\]{{}}]|(?<![\d.eE+-])-?\d{{{MAX_DIGITS + 1},}}+(?![.eE])', re.DOTALL
)


class UnreadableValueError(ValueError):
    """A value is JSON, and Python cannot hold it; tells what to do."""


def loads(text: str) -> Any:
    """Parse a value.

    Raises:
        json.JSONDecodeError: It is not JSON.
        UnreadableValueError: It holds what is unreadable.
    """
    deep = text.count("[") + text.count("{") > MAX_DEPTH
    for _, _, fault in _unreadable(text) if deep else ():
        raise UnreadableValueError(fault)
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        raise
    except RecursionError as error:
        raise UnreadableValueError(TOO_DEEP) from error
    except ValueError as error:
        raise UnreadableValueError(TOO_LONG) from error


class Rows:
    """The value of a file, which may have unreadable parts.

    Args:
        text: The file.

    Raises:
        json.JSONDecodeError: It is not JSON.
    """

    def __init__(self, text: str) -> None:
        #: what stands for what is unreadable, and why it is
        self._signs: dict[str, str] = {}
        try:
            self.value: Any = json.loads(text)
        except json.JSONDecodeError:
            raise
        except (ValueError, RecursionError):
            self._signs = {uuid.uuid4().hex: fault for fault in (TOO_DEEP, TOO_LONG)}
            self.value = json.loads(_without(text, self._signs))

    def fault(self, row: Any) -> str | None:
        """Why a row is unreadable, None if it is not."""
        left = [row] if self._signs else []
        while left:  # not by recursion, since that is what goes wrong
            value = left.pop()
            if isinstance(value, str) and value in self._signs:
                return self._signs[value]
            if isinstance(value, dict | list):
                left.extend(value.values() if isinstance(value, dict) else value)
        return None


def _unreadable(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the values stand that are nested too deep, and integers that are too long."""
    depth = start = 0
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign in "[{":
            depth += 1
            start = token.start() if depth == MAX_DEPTH + 1 else start
        elif sign in "]}":
            if depth == MAX_DEPTH + 1:
                yield start, token.end(), TOO_DEEP
            depth -= 1
        elif sign[0] != '"' and depth <= MAX_DEPTH:
            yield *token.span(), TOO_LONG
    if depth > MAX_DEPTH:
        yield start, len(text), TOO_DEEP


def _without(text: str, signs: Mapping[str, str]) -> str:
    """The text of a value with a sign of its fault in the place of what is unreadable."""
    sign_of = {fault: f'"{sign}"' for sign, fault in signs.items()}
    parts, last = list[str](), 0
    for start, end, fault in _unreadable(text):
        parts += text[last:start], sign_of[fault]
        last = end
    return "".join([*parts, text[last:]])
