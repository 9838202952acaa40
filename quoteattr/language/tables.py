"""Check tables of words that a caller passes, and collect those of a language's modules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import ModuleType
from typing import Any

from quoteattr.errors import OptionError
from quoteattr.text import shorten

#: a table of words
Words = frozenset[str]


def check_table(name: str, words: Any, kind: type) -> Any:
    """Convert the words of a table to a set or a tuple; a mapping does not change.

    Raises:
        OptionError: a value is not a word.
    """
    if kind is dict:
        correct = isinstance(words, Mapping)
    else:
        correct = isinstance(words, Iterable) and not isinstance(words, str | Mapping)
    if not correct or not all(isinstance(word, str) for word in words):
        expected = "a mapping of words" if kind is dict else "a list or set of words"
        raise OptionError(
            f"the table {name} of a language is {shorten(words)}, not {expected}",
            where="language",
            remedy=f"pass {expected}",
        )
    return kind(words)


def tables_of(*modules: ModuleType) -> dict[str, Any]:
    """The public tables of some modules, by the names in the contract.

    >>> from quoteattr.language.en import function_words
    >>> sorted(tables_of(function_words)["complementizers"])
    ['that']
    """
    return {
        name.lower(): table
        for module in modules
        for name, table in vars(module).items()
        if name.isupper() and not name.startswith("_")
    }
