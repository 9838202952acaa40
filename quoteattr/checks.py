"""Checks of what a caller passes: arguments of functions, and the fields of records.

Each raises an error of the library that names the argument, shows the value, cut, and tells what
to pass instead. The fields of a class are checked against its annotations, so that whatever makes
a record (the engine, JSONL, CSV, an archive, spaCy, a caller) makes a right one or none.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from numbers import Integral, Real
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, NoReturn, TypeVar, get_args, get_origin, get_type_hints

import attrs

from quoteattr.errors import InputError, OptionError, shorten

Item = TypeVar("Item")

#: fields that are probabilities or shares
_SHARES = frozenset(("confidence", "speaker_confidence", "probability", "similarity"))

#: what to do about a field of the wrong type, where that can be told
_REMEDIES = {
    "text": "decode bytes with .decode('utf-8'), and pass one string",
    "id": "pass str(id)",
    "source": "pass str(source)",
    "authors": "pass a tuple of names, also of one",
    "published": "pass ISO 8601, as date.isoformat() gives it",
}

#: the longest path that a text is taken for, in characters
_LONGEST_PATH = 260

#: how the names of files end that hold articles, with or without compression
_SUFFIXES = tuple(
    f".{kind}{packed}"
    for kind in "txt md jsonl ndjson json csv tsv parquet html htm xhtml warc pdf docx".split()
    for packed in ("", ".gz", ".zst", ".bz2", ".xz")
)

# -- arguments -----------------------------------------------------------------------------------


def check_flag(value: object, where: str) -> None:
    """Make sure that a value is True or False.

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
    """Make sure that a value is a string, or None where that is allowed.

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
    """Make sure that a value is a whole number that is large enough, or None where that is allowed.

    Raises:
        InputError: it is no whole number.
        OptionError: it is too small.
    """
    if optional and value is None:
        return
    remedy = f"pass a whole number from {least} on" + (", or None for all" if optional else "")
    if not _is_whole(value):
        raise InputError(
            f"{where} must be a whole number, not {shorten(value)}", where=where, remedy=remedy
        )
    if value < least:  # type: ignore[operator]
        raise OptionError(
            f"{where} must be at least {least}, not {shorten(value)}", where=where, remedy=remedy
        )


def check_share(value: object, where: str) -> None:
    """Make sure that a value is a number from 0 to 1.

    Raises:
        InputError: it is no number.
        OptionError: it is out of range, or no number of its type (NaN).
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
    """The path that is meant, as a string.

    Raises:
        InputError: it is no path.
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
    """Make sure that a value is one of some words.

    Raises:
        InputError: it is no string.
        OptionError: there is no such option.
    """
    known = " or ".join(map(repr, options)) if len(options) < 3 else f"one of {', '.join(options)}"
    problem, remedy = f"{where} must be {known}, not {shorten(value)}", "pass one of these"
    if not isinstance(value, str):
        raise InputError(problem, where=where, remedy=remedy)
    if value not in options:
        raise OptionError(problem, where=where, remedy=remedy)


def check_choices(value: object, options: Collection[str], where: str) -> frozenset[str]:
    """Some of the options, each of which may stand alone.

    Raises:
        InputError: it holds no strings.
        OptionError: one of these does not exist, or there are none.
    """
    some = [value] if isinstance(value, str) else check_several(value, where, "a list of strings")
    chosen = list(some)
    problem = f"{where} must be some of {', '.join(options)}, not {shorten(value)}"
    remedy = "pass one of these or a list of them"
    if not all(isinstance(each, str) for each in chosen):
        raise InputError(problem, where=where, remedy=remedy)
    if not chosen or not set(chosen) <= set(options):
        raise OptionError(problem, where=where, remedy=remedy)
    return frozenset(chosen)


def check_several(value: Any, where: str, wanted: str) -> Iterable[Any]:
    """A value that gives several, one by one.

    A string, a mapping, a data frame and a record can be iterated, and give what nobody means:
    letters, keys, names of columns, a speaker with a quote and a source.

    Args:
        value: what was passed.
        where: the function or argument that takes it.
        wanted: what to pass, such as ``a list of articles``.

    Raises:
        InputError: it gives none.
    """
    if is_frame(value):
        raise InputError(
            f"{where} takes {wanted}, and a data frame gives the names of its columns",
            where=where,
            remedy="pass its rows, as in quoteattr.read(frame.to_dict('records'))",
        )
    single = isinstance(value, str | bytes | bytearray | memoryview | Mapping)
    if single or attrs.has(type(value)) or not isinstance(value, Iterable):
        raise InputError(
            f"{where} takes {wanted}, not {describe(value)}",
            where=where,
            remedy=f"pass {wanted}, also of one",
        )
    return value


def check_instances(values: object, kind: type[Item], where: str, remedy: str) -> tuple[Item, ...]:
    """Several values of one kind, as a tuple.

    Raises:
        InputError: there is one of another kind among them, or they are not several.
    """
    if values == ():
        return ()
    found = tuple(check_several(values, where, f"a list of {kind.__name__}"))
    for each in found:
        check_instance(each, kind, where, remedy)
    return found


def check_instance(value: object, kind: type, where: str, remedy: str) -> None:
    """Make sure that a value is of a kind.

    Raises:
        InputError: it is of another.
    """
    if not isinstance(value, kind):
        raise InputError(
            f"{where}: {kind.__name__} is wanted, not {describe(value)}", where=where, remedy=remedy
        )


def is_frame(value: object) -> bool:
    """A value is a data frame or table of pandas, polars or Arrow."""
    return hasattr(value, "columns") and hasattr(value, "shape")


def text_not_path(text: str, where: str) -> str:
    """A text of an article, as it is.

    Raises:
        InputError: it is the path of one.
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
    """A text is no text but the path of one: a file of that name is there, or it looks like one.

    >>> is_path("articles/storm.txt"), is_path("“No,” he said."), is_path("Read storm.txt")
    (True, False, False)
    """
    if not 0 < len(text) <= _LONGEST_PATH or "\n" in text:
        return False
    looks = text.lower().endswith(_SUFFIXES) and not any(map(str.isspace, text))
    return looks or os.path.isfile(text)


def describe(value: object) -> str:
    """A value with its type, in a message."""
    return "None" if value is None else f"{type(value).__name__} {shorten(value)}"


def _is_whole(value: object) -> bool:
    """A value is a whole number, of NumPy too, and no truth value."""
    return isinstance(value, Integral) and not isinstance(value, bool)


# -- fields of records ---------------------------------------------------------------------------


class _Field(NamedTuple):
    """What a field may hold."""

    name: str
    #: the types of a right value
    types: tuple[type, ...]
    #: the values of a field that has only some
    options: tuple[str, ...] = ()
    #: the types of the items, where it is a tuple
    items: tuple[type, ...] = ()

    @property
    def has_more(self) -> bool:
        """More is asked of a value than its type."""
        return bool(self.options or self.items or self.name in _SHARES)

    def check_type(self, value: object, where: str) -> None:
        """Raise on a value of a wrong type."""
        if not _is(value, self.types):
            names = sorted("None" if kind is NoneType else kind.__name__ for kind in self.types)
            self._refuse(f"must be {' or '.join(names)}, not {describe(value)}", where)

    def check_more(self, value: Any, where: str) -> None:
        """Raise on a value of the right type that cannot be."""
        if self.options and value not in self.options:
            check_choice(value, self.options, f"{where}.{self.name}")
        elif self.name in _SHARES and value is not None and not 0 <= value <= 1:
            check_share(value, f"{where}.{self.name}")
        elif self.items and value:
            for item in value:
                if type(item) not in self.items and not _is(item, self.items):
                    names = " or ".join(kind.__name__ for kind in self.items)
                    self._refuse(f"must hold {names} only, not {describe(item)}", where)

    def _refuse(self, problem: str, where: str) -> NoReturn:
        """Raise, with what to do."""
        where = f"{where}.{self.name}"
        remedy = _REMEDIES.get(self.name, "pass a value of that type")
        raise InputError(f"{where} {problem}", where=where, remedy=remedy)


def _is(value: object, types: tuple[type, ...]) -> bool:
    """A value is of one of the types; a truth value is no number."""
    return isinstance(value, types) and (not isinstance(value, bool) or bool in types)


class _Plan:
    """What the fields of a class may hold, by its annotations."""

    def __init__(self, owner: type[attrs.AttrsInstance]) -> None:
        hints = get_type_hints(owner)
        self.name = owner.__name__
        self.fields = [_read_hint(field.name, hints[field.name]) for field in attrs.fields(owner)]
        #: all values of a record, at once: what is read most is read fastest
        self.values = attrgetter(*(field.name for field in self.fields), "__class__")
        self._more = [(i, field) for i, field in enumerate(self.fields) if field.has_more]
        #: the types of right records: few, since only those of the annotations themselves are kept
        self._right: set[tuple[type, ...]] = set()

    def check(self, values: tuple[Any, ...]) -> None:
        """Raise on the first value that is not what its field may hold."""
        types = tuple(map(type, values))
        if types not in self._right:
            for field, value in zip(self.fields, values, strict=False):
                field.check_type(value, self.name)
            if all(t in f.types for t, f in zip(types, self.fields, strict=False)):
                self._right.add(types)
        for i, field in self._more:
            field.check_more(values[i], self.name)


@lru_cache(maxsize=64)
def _plan(owner: Any) -> _Plan:
    """What the fields of a class may hold, read once."""
    return _Plan(owner)


def _read_hint(name: str, hint: Any) -> _Field:
    """What a field with an annotation may hold."""
    if get_origin(hint) is Literal:
        return _Field(name, (str,), get_args(hint))
    parts = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    types = {get_origin(part) or part for part in parts} | ({int} if float in parts else set())
    items = next((get_args(part)[0] for part in parts if get_origin(part) is tuple), None)
    return _Field(name, tuple(types), items=() if items is None else get_args(items) or (items,))


def check_fields(record: Any) -> None:
    """Check the fields of a record: their types, and what each kind of value may be.

    Raises:
        InputError: a field is of the wrong type.
        OptionError: a value cannot be, such as a kind that does not exist.
    """
    plan: _Plan = _plan(record.__class__)
    plan.check(plan.values(record))


def check_place(part: Any) -> None:
    """Check the fields of a part of the text: its place is one, too.

    Raises:
        InputError: a field is of the wrong type.
        OptionError: a value cannot be.
    """
    check_fields(part)
    if not 0 <= part.start <= part.end <= sys.maxsize:
        name = type(part).__name__
        raise OptionError(
            f"{name} cannot stand from {shorten(part.start)} to {shorten(part.end)}",
            where=name,
            remedy="pass 0 <= start <= end, in characters of the text",
        )
