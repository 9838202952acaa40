"""A record as plain dictionaries, lists, strings and numbers, and back.

What is written follows the fields of the classes, so that a new field cannot be forgotten: every
field that makes two records equal is written, which leaves out ``verdicts``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, get_args, get_type_hints

import attrs

from quoteattr.records import QuoteRecord

#: the written fields of a record, in order
FIELDS: tuple[str, ...] = tuple(f.name for f in attrs.fields(QuoteRecord) if f.eq)

#: the fields that hold an object of their own, such as ``mention``, and its class
NESTED: dict[str, type[attrs.AttrsInstance]] = {
    name: part
    for name, hint in get_type_hints(QuoteRecord).items()
    for part in get_args(hint)
    if name in FIELDS and attrs.has(part)
}


def to_plain(record: QuoteRecord) -> dict[str, Any]:
    """Turn a record into what JSON can hold.

    >>> to_plain(QuoteRecord(speaker=None, quote="No.", source="a.txt", kind="direct",
    ...                      spans=[(1, 4)]))["spans"]
    [[1, 4]]
    """
    plain: dict[str, Any] = _reduce(record)
    return plain


def _reduce(value: Any) -> Any:
    """A value with its objects turned into dictionaries and its tuples into lists."""
    if attrs.has(type(value)):
        return {f.name: _reduce(getattr(value, f.name)) for f in attrs.fields(type(value)) if f.eq}
    # Not attrs.asdict, which tries to make a Span out of one list instead of two numbers.
    return [_reduce(item) for item in value] if isinstance(value, tuple) else value


def from_plain(data: Mapping[str, Any]) -> QuoteRecord:
    """Make the record that ``to_plain`` turned into ``data``; keys that it does not know are left.

    Raises:
        TypeError: A field is missing or has the wrong shape.
        ValueError: A value cannot be, such as a kind that does not exist.
    """
    return QuoteRecord(**{name: _restore(name, data[name]) for name in FIELDS if name in data})


def _restore(name: str, value: Any) -> Any:
    """The value of a field, an object again if it was one."""
    if value is None or name not in NESTED:
        return value
    part = NESTED[name]
    return part(**{key: value[key] for key in attrs.fields_dict(part) if key in value})


def to_json(plain: Any) -> str:
    r"""Plain values as one line of JSON that any UTF-8 file can hold.

    Half a surrogate pair, which damaged text may contain, has no UTF-8; as ``\udXXX`` it has its
    place in JSON. Where two such halves meet, whoever reads it back has one character.
    """
    line = json.dumps(plain, ensure_ascii=False)
    return line.encode("utf-8", "backslashreplace").decode("utf-8")
