"""Check the fields of records, by the annotations of their classes.

Every record is checked when it is created, whether by extraction, from JSONL, CSV, an archive or
spaCy, or by a caller.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, NoReturn, Union, get_args, get_origin, get_type_hints

import attrs

from quoteattr.checks.arguments import check_choice, check_share, describe
from quoteattr.errors import InputError, OptionError
from quoteattr.text import shorten

#: fields that are probabilities or shares
_SHARES = frozenset(("confidence", "speaker_confidence", "probability", "similarity"))

#: remedies in messages about fields of the wrong type
_REMEDIES = {
    "text": "decode bytes with .decode('utf-8'), and pass one string",
    "id": "pass str(id)",
    "source": "pass str(source)",
    "authors": "pass a tuple of names, also of one",
    "published": "pass ISO 8601, as date.isoformat() gives it",
}


class _FieldType(NamedTuple):
    """The values that a field may hold."""

    name: str
    #: the types of the value
    types: tuple[type, ...]
    #: the allowed values, if only some are
    options: tuple[str, ...] = ()
    #: the types of its items, if it is a tuple
    items: tuple[type, ...] = ()

    @property
    def is_constrained(self) -> bool:
        """Whether only some values of the right type are allowed."""
        return bool(self.options or self.items or self.name in _SHARES)

    def check_type(self, value: object, where: str) -> None:
        """Raise if the type of a value is wrong."""
        if not _is_instance(value, self.types):
            names = sorted("None" if kind is NoneType else kind.__name__ for kind in self.types)
            self._fail(f"must be {' or '.join(names)}, not {describe(value)}", where)

    def check_value(self, value: Any, where: str) -> None:
        """Raise if a value of the right type is not allowed."""
        if self.options and value is not None and value not in self.options:
            check_choice(value, self.options, f"{where}.{self.name}")
        elif self.name in _SHARES and value is not None and not 0 <= value <= 1:
            check_share(value, f"{where}.{self.name}")
        elif self.items and value:
            for item in value:
                if type(item) not in self.items and not _is_instance(item, self.items):
                    names = " or ".join(kind.__name__ for kind in self.items)
                    self._fail(f"must hold {names} only, not {describe(item)}", where)

    def _fail(self, problem: str, where: str) -> NoReturn:
        """Raise the error."""
        where = f"{where}.{self.name}"
        remedy = _REMEDIES.get(self.name, "pass a value of that type")
        raise InputError(f"{where} {problem}", where=where, remedy=remedy)


def _is_instance(value: object, types: tuple[type, ...]) -> bool:
    """Whether a value is of one of the types; a bool does not count as a number."""
    return isinstance(value, types) and (not isinstance(value, bool) or bool in types)


class _ClassFields:
    """The types of the fields of a class, by its annotations."""

    def __init__(self, owner: type[attrs.AttrsInstance]) -> None:
        hints = get_type_hints(owner)
        self.name = owner.__name__
        self.fields = [_read_hint(field.name, hints[field.name]) for field in attrs.fields(owner)]
        #: returns all values of a record at once, which is the fastest way
        self.values = attrgetter(*(field.name for field in self.fields), "__class__")
        self._constrained = [
            (i, field) for i, field in enumerate(self.fields) if field.is_constrained
        ]
        #: combinations of types that have passed: few, since subclasses are excluded
        self._passed: set[tuple[type, ...]] = set()

    def check(self, values: tuple[Any, ...]) -> None:
        """Raise if a value is wrong; the error is about the first one."""
        types = tuple(map(type, values))
        if types not in self._passed:
            for field, value in zip(self.fields, values, strict=False):
                field.check_type(value, self.name)
            if all(t in f.types for t, f in zip(types, self.fields, strict=False)):
                self._passed.add(types)
        for i, field in self._constrained:
            field.check_value(values[i], self.name)


@lru_cache(maxsize=64)
def _class_fields(owner: Any) -> _ClassFields:
    """The types of the fields of a class, cached."""
    return _ClassFields(owner)


def _read_hint(name: str, hint: Any) -> _FieldType:
    """The type of a field by its annotation."""
    if get_origin(hint) is Literal:
        return _FieldType(name, (str,), get_args(hint))
    alternatives = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    if get_origin(alternatives[0]) is Literal:  # or None
        return _FieldType(name, (str, NoneType), get_args(alternatives[0]))
    types = {get_origin(alternative) or alternative for alternative in alternatives}
    types |= {int} if float in alternatives else set()
    items = next(
        (
            get_args(alternative)[0]
            for alternative in alternatives
            if get_origin(alternative) is tuple
        ),
        None,
    )
    return _FieldType(
        name, tuple(types), items=() if items is None else get_args(items) or (items,)
    )


def check_fields(record: Any) -> None:
    """Check the fields of a record, their types and values.

    Raises:
        InputError: a field is of the wrong type.
        OptionError: a value is not allowed, such as a kind that does not exist.
    """
    fields: _ClassFields = _class_fields(record.__class__)
    fields.check(fields.values(record))


def check_place(record: Any) -> None:
    """Check the fields of a record with ``start`` and ``end``, and that these form a span.

    Raises:
        InputError: a field is of the wrong type.
        OptionError: a value is not allowed.
    """
    check_fields(record)
    if not 0 <= record.start <= record.end <= sys.maxsize:
        name = type(record).__name__
        raise OptionError(
            f"{name} cannot extend from {shorten(record.start)} to {shorten(record.end)}",
            where=name,
            remedy="pass 0 <= start <= end, in characters of the text",
        )
