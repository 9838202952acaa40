"""A record as plain dictionaries, lists, strings and numbers, and back.

What is written follows the fields of the classes, so that a new field cannot be forgotten: every
field that makes two records equal is written, which leaves out ``verdicts`` and ``naming``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, get_args, get_type_hints

import attrs

from quoteattr.errors import InputError, shorten
from quoteattr.records import Article, QuoteRecord

#: the written fields of a record, in order
FIELDS: tuple[str, ...] = tuple(f.name for f in attrs.fields(QuoteRecord) if f.eq)

#: the fields that hold an object of their own, such as ``mention``, and its class
NESTED: dict[str, type[attrs.AttrsInstance]] = {
    name: part
    for name, hint in get_type_hints(QuoteRecord).items()
    for part in get_args(hint)
    if name in FIELDS and attrs.has(part)
}


#: the fields that a record must have
_REQUIRED = tuple(f.name for f in attrs.fields(QuoteRecord) if f.eq and f.default is attrs.NOTHING)

#: what is known of an article besides its text and its id, which is the record's source
FACTS: tuple[str, ...] = tuple(f for f in attrs.fields_dict(Article) if f not in ("text", "id"))


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
        InputError: A field is missing or of the wrong type.
        OptionError: A value cannot be, such as a kind that does not exist.
    """
    _check_keys(data, _REQUIRED, "a record")
    return QuoteRecord(**{name: _restore(name, data[name]) for name in FIELDS if name in data})


def _restore(name: str, value: Any) -> Any:
    """The value of a field, an object again if it was one."""
    if value is None or name not in NESTED:
        return value
    part = NESTED[name]
    _check_keys(value, tuple(attrs.fields_dict(part)), name)
    return part(**{key: value[key] for key in attrs.fields_dict(part) if key in value})


def _check_keys(value: Any, keys: tuple[str, ...], where: str) -> None:
    """Make sure that an object of JSON is one, and has what it must.

    Raises:
        InputError: It is something else, or a key is missing.
    """
    if not isinstance(value, Mapping) or not set(keys) <= value.keys():
        wanted = f"an object with {', '.join(keys)}" if keys else "an object"
        raise InputError(
            f"{where} must be {wanted}, not {shorten(value)}",
            where=where,
            remedy="pass what to_dict() gives, or a line that write() wrote as JSONL",
        )


def facts(article: Article) -> dict[str, Any]:
    """What is known of an article besides its text and id, as JSON can hold it.

    >>> facts(Article("…", id="a.txt", title="Rain", authors=("Ida Moss",)))
    {'title': 'Rain', 'authors': ['Ida Moss']}
    """
    values = {name: _reduce(getattr(article, name)) for name in FACTS}
    return {name: value for name, value in values.items() if value}


def article_of(source: str | None, known: Any) -> Article | None:
    """The article of a record, without its text, by what ``facts`` told; None if it has no name.

    Raises:
        InputError: A fact is of the wrong type.
    """
    if source is None and not known:
        return None
    if known is not None:
        _check_keys(known, (), "article")
    told = {name: known[name] for name in FACTS if name in (known or {})}
    article = Article("", **told)
    return article if article.source == source else attrs.evolve(article, id=source)


def to_json(plain: Any) -> str:
    r"""Plain values as one line of JSON that any UTF-8 file can hold.

    Half a surrogate pair, which damaged text may contain, has no UTF-8; as ``\udXXX`` it has its
    place in JSON. Where two such halves meet, whoever reads it back has one character.
    """
    line = json.dumps(plain, ensure_ascii=False)
    return line.encode("utf-8", "backslashreplace").decode("utf-8")
