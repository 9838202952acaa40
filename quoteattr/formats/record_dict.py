"""Convert records to values that JSON can hold, and back.

The keys follow the fields of the classes, so that a new field cannot be forgotten: they are all
fields by which records are compared, so not ``verdicts`` and ``naming``. A record also has its
``id``, which reading ignores, since it follows from the fields.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

import attrs

from quoteattr.errors import InputError
from quoteattr.records import Article, QuoteRecord
from quoteattr.text import shorten


@cache
def nested_classes(owner: type) -> dict[str, type[attrs.AttrsInstance]]:
    """The fields of a class that hold an object, or a tuple of objects, and the class of these.

    >>> nested_classes(QuoteRecord)["mention"].__name__
    'Mention'
    """
    return {
        name: part
        for name, hint in get_type_hints(owner).items()
        for part in get_args(hint)
        if attrs.has(part)
    }


def _required(owner: type[attrs.AttrsInstance]) -> tuple[str, ...]:
    """The fields of a class that have no default."""
    return tuple(f.name for f in attrs.fields(owner) if f.eq and f.default is attrs.NOTHING)


#: the fields of a record that are written, in order
RECORD_FIELDS: tuple[str, ...] = tuple(f.name for f in attrs.fields(QuoteRecord) if f.eq)

#: the fields that hold an object, such as ``mention``, or several, such as ``speakers``, and their
#: class
NESTED_CLASSES: dict[str, type[attrs.AttrsInstance]] = {
    name: part for name, part in nested_classes(QuoteRecord).items() if name in RECORD_FIELDS
}

#: the fields without a default, which a dictionary must have
_REQUIRED = _required(QuoteRecord)

#: the metadata of an article: all but its text and its id, which is the record's source
METADATA_FIELDS: tuple[str, ...] = tuple(
    name for name in attrs.fields_dict(Article) if name not in ("text", "id")
)


def record_to_dict(record: QuoteRecord) -> dict[str, Any]:
    """Convert a record to values that JSON can hold; behind ``QuoteRecord.to_dict``.

    >>> record_to_dict(QuoteRecord(speaker=None, quote="No.", source="a.txt", kind="direct",
    ...                            spans=[(1, 4)]))["spans"]
    [[1, 4]]
    """
    data: dict[str, Any] = to_json_value(record)
    data["id"] = record.id
    return data


def to_json_value(value: Any) -> Any:
    """Convert objects to dictionaries and tuples to lists."""
    if attrs.has(type(value)):
        compared = (f.name for f in attrs.fields(type(value)) if f.eq)
        return {name: to_json_value(getattr(value, name)) for name in compared}
    # not ``attrs.asdict``, which would turn a Span into a list instead of two numbers
    return [to_json_value(item) for item in value] if isinstance(value, tuple) else value


def record_from_dict(data: Mapping[str, Any]) -> QuoteRecord:
    """Convert the result of ``record_to_dict`` back; unknown keys are ignored.

    Raises:
        InputError: a field is missing or of the wrong type.
        OptionError: a value does not exist, such as an unknown kind.
    """
    _check_keys(data, _REQUIRED, "a record")
    record: QuoteRecord = _read(QuoteRecord, data, RECORD_FIELDS)
    return record


def _read(owner: Any, data: Mapping[str, Any], names: Iterable[str]) -> Any:
    """Make an object of a class from the fields that are present."""
    nested = nested_classes(owner)
    return owner(
        **{
            name: _from_json_value(nested[name], data[name], name) if name in nested else data[name]
            for name in names
            if name in data
        }
    )


def _from_json_value(part: type[attrs.AttrsInstance], value: Any, name: str) -> Any:
    """Make an object from a dictionary, and a tuple of objects from a list."""
    if value is None:
        return None
    if isinstance(value, list | tuple):
        return tuple(_from_json_value(part, item, name) for item in value)
    _check_keys(value, _required(part), name)
    return _read(part, value, attrs.fields_dict(part))


def _check_keys(value: Any, keys: tuple[str, ...], where: str) -> None:
    """Check that a value is a dictionary with some keys.

    Raises:
        InputError: it is something else, or a key is missing.
    """
    if not isinstance(value, Mapping) or not set(keys) <= value.keys():
        wanted = f"an object with {', '.join(keys)}" if keys else "an object"
        raise InputError(
            f"{where} must be {wanted}, not {shorten(value)}",
            where=where,
            remedy="pass the result of to_dict(), or a line that write() wrote as JSONL",
        )


def article_metadata(article: Article) -> dict[str, Any]:
    """The metadata of an article that is known, without its text and id.

    >>> article_metadata(Article("…", id="a.txt", title="Rain", authors=("Ida Moss",)))
    {'title': 'Rain', 'authors': ['Ida Moss']}
    """
    values = {name: to_json_value(getattr(article, name)) for name in METADATA_FIELDS}
    return {name: value for name, value in values.items() if value}


def article_from_metadata(source: str | None, metadata: Any) -> Article | None:
    """The article of a record, without its text.

    Args:
        source: the source of the record.
        metadata: the result of ``article_metadata``; None if nothing is known.

    Returns:
        The article; None if neither source nor metadata are known.

    Raises:
        InputError: a value is of the wrong type.
    """
    if source is None and not metadata:
        return None
    if metadata is not None:
        _check_keys(metadata, (), "article")
    values = {name: metadata[name] for name in METADATA_FIELDS if name in (metadata or {})}
    article = Article("", **values)
    return article if article.source == source else attrs.evolve(article, id=source)


def to_json_line(value: Any) -> str:
    r"""Write a value as one line of JSON that any UTF-8 file can hold.

    Half a surrogate pair, which damaged text may contain and UTF-8 cannot encode, becomes the JSON
    escape ``\udXXX``. If two such halves are adjacent, a reader gets one character.
    """
    line = json.dumps(value, ensure_ascii=False)
    return line.encode("utf-8", "backslashreplace").decode("utf-8")
