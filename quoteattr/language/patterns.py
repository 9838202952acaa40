"""Build patterns from the tables of a language, and compile patterns on first use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast

import regex

#: a pattern that matches nothing
NO_MATCH = r"(?!)"


def any_of(words: Iterable[str]) -> str:
    r"""A pattern for any of some words or phrases, in this order; without any, it never matches.

    >>> any_of(["as told to", "said"]), any_of([])
    ('as\\ told\\ to|said', '(?!)')
    """
    return "|".join(map(regex.escape, words)) or NO_MATCH


def lazy_regex(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    r"""A regular expression that is compiled on first use.

    Compilation takes about a millisecond, and most articles need less than half of the expressions.

    Args:
        pattern: as for ``regex.compile``; an invalid one raises on first use.
        flags: as for ``regex.compile``.

    >>> lazy_regex(r"\p{Lu}\p{Ll}+").findall("Ada met Mr. Berg")
    ['Ada', 'Mr', 'Berg']
    """
    return cast("regex.Pattern[str]", _LazyRegex(pattern, flags))


def lazy_re(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""The same with ``re``, which compiles and matches in less than half of the time.

    It is for patterns over chunks: in text ``\s`` and ``\b`` differ a little. Python 3.11 gets
    possessive repetitions of groups wrong, and ``fullmatch`` with any possessive repetition.

    Args:
        pattern: as for ``re.compile``; an invalid one raises on first use.
        flags: as for ``re.compile``.

    >>> lazy_re("[NDE],").search("QSN,").span()
    (2, 4)
    """
    return cast("re.Pattern[str]", _LazyRe(pattern, flags))


class _LazyRegex:
    """A proxy with the attributes of a compiled pattern."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """An attribute of the compiled pattern, cached here."""
        # asked for by copying and inspection, which should not compile the pattern
        if name.startswith("__"):
            return object.__getattribute__(self, name)
        value = getattr(self._compiled(), name)
        setattr(self, name, value)
        return value

    def _compiled(self) -> Any:
        """The compiled pattern."""
        return regex.compile(self.pattern, self._flags)

    def __repr__(self) -> str:
        return f"lazy_regex({self.pattern!r}, {self._flags})"

    def __reduce__(self) -> Any:
        """Pickle the uncompiled pattern."""
        return type(self), (self.pattern, self._flags)


class _LazyRe(_LazyRegex):
    """The same with ``re``."""

    def _compiled(self) -> Any:
        """The compiled pattern."""
        return re.compile(self.pattern, self._flags)

    def __repr__(self) -> str:
        return f"lazy_re({self.pattern!r}, {self._flags})"
