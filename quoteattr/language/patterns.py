"""Patterns from the tables of a language, and patterns that are compiled when they are needed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

import regex

#: a pattern that matches nothing
NOTHING = r"(?!)"


def any_of(words: Iterable[str]) -> str:
    r"""A pattern of any of some words or phrases, tried in this order; of none, it never matches.

    >>> any_of(["as told to", "said"]), any_of([])
    ('as\\ told\\ to|said', '(?!)')
    """
    return "|".join(map(regex.escape, words)) or NOTHING


def lazy_regex(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    r"""A regular expression that is compiled when it is first used.

    To compile one takes about a millisecond, and most articles need less than half of them.

    Args:
        pattern: as for ``regex.compile``, which raises the error of a wrong one at the first use.
        flags: as for ``regex.compile``.

    >>> lazy_regex(r"\p{Lu}\p{Ll}+").findall("Ada met Mr. Berg")
    ['Ada', 'Mr', 'Berg']
    """
    return cast("regex.Pattern[str]", _LazyRegex(pattern, flags))


class _LazyRegex:
    """What has the attributes of a compiled pattern as soon as they are asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """An attribute of the compiled pattern, kept here: it is asked for once."""
        if name.startswith("__"):  # what copies and inspects asks for; no pattern is compiled
            return object.__getattribute__(self, name)
        value = getattr(regex.compile(self.pattern, self._flags), name)
        setattr(self, name, value)
        return value

    def __repr__(self) -> str:
        return f"lazy_regex({self.pattern!r}, {self._flags})"

    def __reduce__(self) -> Any:
        """Sent to another process as it was written."""
        return lazy_regex, (self.pattern, self._flags)
