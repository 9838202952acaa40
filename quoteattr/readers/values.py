"""Parse JSON so that a value that Python cannot represent fails only its own row.

``json`` raises if a value is nested about as deep as the stack, or if an integer has more digits
than ``sys.get_int_max_str_digits()``, and the whole file is lost. Here only that row is.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator, Mapping
from typing import Any

#: maximum nesting of a row; deeper nesting could exhaust the stack of recursive code
MAX_DEPTH = 200

#: maximum number of digits of an integer: Python's own limit
MAX_DIGITS = 4_300

#: the reasons for failures, with remedies
TOO_DEEP = f"nested more than {MAX_DEPTH} deep; leave the row out, or flatten it"
TOO_LONG = f"an integer of more than {MAX_DIGITS:,} digits; write it as a string"

#: strings, brackets, and integers that are too long
_TOKEN = re.compile(
    rf'"(?:[^"\\]|\\.)*+"?|[\[\]{{}}]|(?<![\d.eE+-])-?\d{{{MAX_DIGITS + 1},}}+(?![.eE])', re.DOTALL
)


class UnreadableValueError(ValueError):
    """A value is JSON that Python cannot represent; the message includes the remedy."""


def parse_json(text: str) -> Any:
    """Parse a JSON value.

    Raises:
        json.JSONDecodeError: the text is not JSON.
        UnreadableValueError: the value is nested too deep, or has an integer that is too long.
    """
    may_be_deep = text.count("[") + text.count("{") > MAX_DEPTH
    for _, _, problem in _unreadable_values(text) if may_be_deep else ():
        raise UnreadableValueError(problem)
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        raise
    except RecursionError as error:
        raise UnreadableValueError(TOO_DEEP) from error
    except ValueError as error:
        raise UnreadableValueError(TOO_LONG) from error


class TolerantJson:
    """A parsed JSON file in which placeholders replace values that Python cannot represent.

    Args:
        text: the content of the file.

    Raises:
        json.JSONDecodeError: the text is not JSON.
    """

    def __init__(self, text: str) -> None:
        #: placeholder → the reason why Python cannot represent the value
        self._placeholders: dict[str, str] = {}
        try:
            self.value: Any = json.loads(text)
        except json.JSONDecodeError:
            raise
        except (ValueError, RecursionError):
            self._placeholders = {uuid.uuid4().hex: problem for problem in (TOO_DEEP, TOO_LONG)}
            self.value = json.loads(_replace_unreadable(text, self._placeholders))

    def problem(self, row: Any) -> str | None:
        """Why a row is unreadable; None if it is readable."""
        pending = [row] if self._placeholders else []
        while pending:  # no recursion, since the nesting may be deep
            value = pending.pop()
            if isinstance(value, str) and value in self._placeholders:
                return self._placeholders[value]
            if isinstance(value, dict | list):
                pending.extend(value.values() if isinstance(value, dict) else value)
        return None


def _unreadable_values(text: str) -> Iterator[tuple[int, int, str]]:
    """Values that are nested too deep, and integers that are too long: start, end, reason."""
    depth = start = 0
    for token in _TOKEN.finditer(text):
        string = token[0]
        if string in "[{":
            depth += 1
            start = token.start() if depth == MAX_DEPTH + 1 else start
        elif string in "]}":
            if depth == MAX_DEPTH + 1:
                yield start, token.end(), TOO_DEEP
            depth -= 1
        elif string[0] != '"' and depth <= MAX_DEPTH:
            yield *token.span(), TOO_LONG
    if depth > MAX_DEPTH:
        yield start, len(text), TOO_DEEP


def _replace_unreadable(text: str, placeholders: Mapping[str, str]) -> str:
    """Replace each unreadable value in the JSON text by a placeholder."""
    placeholder_of = {problem: f'"{placeholder}"' for placeholder, problem in placeholders.items()}
    pieces, last = list[str](), 0
    for start, end, problem in _unreadable_values(text):
        pieces += text[last:start], placeholder_of[problem]
        last = end
    return "".join([*pieces, text[last:]])
