"""Check arguments, with one function for each kind of value."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from numbers import Integral, Real
from typing import Any, TypeVar

import attrs

from quoteattr.errors import InputError, OptionError
from quoteattr.text import shorten

Item = TypeVar("Item")

#: maximum length of a string that is taken for a path, in characters
_MAX_PATH = 260

#: suffixes of files that hold articles, with or without compression
_SUFFIXES = tuple(
    f".{kind}{packed}"
    for kind in "txt md jsonl ndjson json csv tsv parquet html htm xhtml warc pdf docx".split()
    for packed in ("", ".gz", ".zst", ".bz2", ".xz")
)


def check_flag(value: object, where: str) -> None:
    """Check that a value is True or False.

    Raises:
        InputError: it is neither.
    """
    if not isinstance(value, bool):
        raise InputError(
            f"{where} must be True or False, not {shorten(value)}",
            where=where,
            remedy="pass one of the two",
        )


def check_text(value: object, where: str, *, optional: bool = False) -> None:
    """Check that a value is a string, or None where that is allowed.

    Raises:
        InputError: it is neither.
    """
    if not (isinstance(value, str) or (optional and value is None)):
        wanted = "a string or None" if optional else "a string"
        raise InputError(
            f"{where} must be {wanted}, not {shorten(value)}",
            where=where,
            remedy="decode bytes with .decode('utf-8'), turn other values into text with str()",
        )


def check_count(value: object, where: str, *, least: int = 1, optional: bool = False) -> None:
    """Check that a value is a whole number that is large enough, or None where that is allowed.

    Raises:
        InputError: it is not a whole number.
        OptionError: it is too small.
    """
    if optional and value is None:
        return
    remedy = f"pass a whole number, {least} or more" + (", or None for all" if optional else "")
    if not _is_whole(value):
        raise InputError(
            f"{where} must be a whole number, not {shorten(value)}", where=where, remedy=remedy
        )
    if value < least:  # type: ignore[operator]
        raise OptionError(
            f"{where} must be at least {least}, not {shorten(value)}", where=where, remedy=remedy
        )


def check_share(value: object, where: str) -> None:
    """Check that a value is a number from 0 to 1.

    Raises:
        InputError: it is not a number.
        OptionError: it is out of range, or not a number (NaN).
    """
    if isinstance(value, bool) or not isinstance(value, Real):
        raise InputError(
            f"{where} must be a number, not {shorten(value)}",
            where=where,
            remedy="pass one from 0 to 1",
        )
    if not 0 <= float(value) <= 1:
        raise OptionError(
            f"{where} must be between 0 and 1, not {shorten(value)}",
            where=where,
            remedy="pass a number from 0 to 1",
        )


def check_path(value: object, where: str) -> str:
    """Convert a path to a string.

    Raises:
        InputError: the value is not a path.
    """
    path = os.fspath(value) if isinstance(value, str | os.PathLike) else None
    if not isinstance(path, str):
        raise InputError(
            f"{where} must be a path, not {shorten(value)}",
            where=where,
            remedy="pass a string or a pathlib.Path",
        )
    return path


def check_choice(value: object, options: Collection[str], where: str) -> None:
    """Check that a value is one of some words.

    Raises:
        InputError: it is not a string.
        OptionError: there is no such option.
    """
    few = len(options) < 3
    choices = " or ".join(map(repr, options)) if few else f"one of {', '.join(options)}"
    problem, remedy = f"{where} must be {choices}, not {shorten(value)}", "pass one of these"
    if not isinstance(value, str):
        raise InputError(problem, where=where, remedy=remedy)
    if value not in options:
        raise OptionError(problem, where=where, remedy=remedy)


def check_choices(value: object, options: Collection[str], where: str) -> frozenset[str]:
    """Check that a value is one of some words, or several of them; return them as a set.

    Raises:
        InputError: it holds no strings.
        OptionError: a word is not an option, or there are none.
    """
    words = [value] if isinstance(value, str) else check_several(value, where, "a list of strings")
    chosen = list(words)
    problem = f"{where} must be one or more of {', '.join(options)}, not {shorten(value)}"
    remedy = "pass one of these or a list of them"
    if not all(isinstance(name, str) for name in chosen):
        raise InputError(problem, where=where, remedy=remedy)
    if not chosen or not set(chosen) <= set(options):
        raise OptionError(problem, where=where, remedy=remedy)
    return frozenset(chosen)


def check_several(value: Any, where: str, wanted: str) -> Iterable[Any]:
    """Check that a value is an iterable of several items; return it.

    A string, a mapping, a data frame and a record are iterables too, but of items that no caller
    means: letters, keys, column names, the fields of the record.

    Args:
        value: the argument.
        where: the function or argument that takes it.
        wanted: what to pass, such as ``a list of articles``.

    Raises:
        InputError: it is not such an iterable.
    """
    if is_frame(value):
        raise InputError(
            f"{where} takes {wanted}, but a data frame yields the names of its columns",
            where=where,
            remedy="pass its rows, as in quoteattr.read(frame.to_dict('records'))",
        )
    single = isinstance(value, str | bytes | bytearray | memoryview | Mapping)
    if single or attrs.has(type(value)) or not isinstance(value, Iterable):
        raise InputError(
            f"{where} takes {wanted}, not {describe(value)}",
            where=where,
            remedy=f"pass {wanted}, even for one",
        )
    return value


def check_instances(values: object, kind: type[Item], where: str, remedy: str) -> tuple[Item, ...]:
    """Check that a value is an iterable of instances of a class; return them as a tuple.

    Raises:
        InputError: it is not such an iterable or has another item.
    """
    if values == ():
        return ()
    instances = tuple(check_several(values, where, f"a list of {kind.__name__}"))
    for instance in instances:
        check_instance(instance, kind, where, remedy)
    return instances


def check_instance(value: object, kind: type, where: str, remedy: str) -> None:
    """Check that a value is an instance of a class.

    Raises:
        InputError: it is not.
    """
    if not isinstance(value, kind):
        raise InputError(
            f"{where}: expected {kind.__name__}, not {describe(value)}", where=where, remedy=remedy
        )


def is_frame(value: object) -> bool:
    """Whether a value is a data frame or table of pandas, polars or Arrow."""
    return hasattr(value, "columns") and hasattr(value, "shape")


def text_not_path(text: str, where: str) -> str:
    """Check that a string is the text of an article; return it.

    Raises:
        InputError: it is a path.
    """
    if is_path(text):
        raise InputError(
            f"{where} takes the text itself, and {shorten(text)} is the path of a file",
            where=where,
            remedy="read it, as in quoteattr.extract_many(quoteattr.read(path)); a text that looks"
            " like a path is meant as Article(text)",
        )
    return text


def is_path(text: str) -> bool:
    """Whether a string is a path: a file of that name exists, or it has the suffix of one.

    >>> is_path("articles/storm.txt"), is_path("“No,” he said."), is_path("Read storm.txt")
    (True, False, False)
    """
    if not 0 < len(text) <= _MAX_PATH or "\n" in text:
        return False
    has_suffix = text.lower().endswith(_SUFFIXES) and not any(map(str.isspace, text))
    return has_suffix or os.path.isfile(text)


def describe(value: object) -> str:
    """Write a value with its type, for a message."""
    return "None" if value is None else f"{type(value).__name__} {shorten(value)}"


def _is_whole(value: object) -> bool:
    """Whether a value is an integer, of NumPy too, and not a bool."""
    return isinstance(value, Integral) and not isinstance(value, bool)
