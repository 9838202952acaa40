"""The columns that CSV, Parquet, Excel and data frames share: one row a record.

They follow the fields of the classes, so that a new field cannot be forgotten. A field that holds
an object has a column for each of its parts (``mention_start``); what is known of the article
stands behind (``article_url``), its text left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

import attrs

from quoteattr.formats.plain import FIELDS, NESTED
from quoteattr.records import Article, QuoteRecord, QuoteRecords, Span

if TYPE_CHECKING:
    import pyarrow


class Column(NamedTuple):
    """A column."""

    name: str
    #: the attributes that lead from a record, or its article, to the value
    path: tuple[str, ...]
    #: of one value: ``str``, ``int``, ``float``, ``Span``
    type: type
    #: the value is a tuple of these
    several: bool = False
    #: the value may be None
    optional: bool = False
    #: it tells of the article
    of_article: bool = False


#: what of an article has no column: its text is long, its id is the record's source
_NO_COLUMN = ("text", "id")


def _of_field(owner: type, field: str) -> Column:
    """The column of a field that holds no object."""
    hint = get_type_hints(owner)[field]
    parts = get_args(hint)
    kinds = [part for part in parts if part not in (NoneType, Ellipsis)] or [hint]
    return Column(
        field,
        (field,),
        str if get_origin(hint) is Literal else kinds[0],
        several=get_origin(hint) is tuple,
        optional=NoneType in parts,
    )


def _of_record() -> Iterator[Column]:
    """The columns of the record's own fields."""
    for field in FIELDS:
        if field not in NESTED:
            yield _of_field(QuoteRecord, field)
            continue
        for part in attrs.fields_dict(NESTED[field]):
            column = _of_field(NESTED[field], part)
            yield column._replace(name=f"{field}_{part}", path=(field, part), optional=True)


def _of_article() -> Iterator[Column]:
    """The columns of what is known of the article."""
    for field in attrs.fields_dict(Article):
        if field not in _NO_COLUMN:
            column = _of_field(Article, field)
            yield column._replace(name=f"article_{field}", optional=True, of_article=True)


#: ``speaker``, ``quote`` … ``mention_start`` … ``confidence``, ``article_url`` … in order
COLUMNS: tuple[Column, ...] = tuple(chain(_of_record(), _of_article()))


def row(record: QuoteRecord, article: Article | None = None) -> dict[str, Any]:
    """The values of a record by column, each as the record has it; None where there is none.

    >>> from quoteattr import Mention, QuoteRecord
    >>> cells = row(QuoteRecord("Ida", "No.", "a.txt", "direct", [(1, 4)],
    ...                         mention=Mention(11, 14, "Ida", "name")))
    >>> cells["mention_start"], cells["spans"], cells["cue_text"]
    (11, (Span(start=1, end=4),), None)
    """
    return {c.name: _reach(article if c.of_article else record, c.path) for c in COLUMNS}


def rows(parts: Iterable[QuoteRecords]) -> Iterator[dict[str, Any]]:
    """The values of all records, each as soon as it is there."""
    return (row(record, article) for record, article in with_articles(parts))


def with_articles(parts: Iterable[QuoteRecords]) -> Iterator[tuple[QuoteRecord, Article | None]]:
    """Each record with the article that it was read in, None where that did not come along."""
    for part in parts:
        of_source = {article.source: article for article in part.articles}
        for record in part:
            yield record, of_source.get(record.source)


def _reach(value: Any, path: tuple[str, ...]) -> Any:
    """The value at the end of the path, None where an object on the way is None."""
    for name in path:
        value = None if value is None else getattr(value, name)
    return value


#: halves of surrogate pairs, which damaged text may contain
_HALVES = re.compile("[\ud800-\udfff]")


def whole_characters(text: str) -> str:
    r"""The text with U+FFFD for each half of a surrogate pair, which has no UTF-8; as long as it.

    >>> whole_characters("a\ud83db")
    'a\ufffdb'
    """
    return _HALVES.sub("\ufffd", text)


def arrow_schema() -> pyarrow.Schema:
    """The columns as an Arrow schema; whoever calls has made sure that pyarrow is there.

    Text is ``string``, whole numbers ``int64``, confidence ``float64``, and a list of spans
    ``list<struct<start: int64, end: int64>>``.
    """
    import pyarrow

    types: dict[type, Any] = {
        str: pyarrow.string(),
        int: pyarrow.int64(),
        float: pyarrow.float64(),
        Span: pyarrow.struct([(part, pyarrow.int64()) for part in Span._fields]),
    }
    return pyarrow.schema(
        pyarrow.field(
            c.name,
            pyarrow.list_(types[c.type]) if c.several else types[c.type],
            nullable=c.optional,
        )
        for c in COLUMNS
    )


def arrow_batch(rows: list[dict[str, Any]]) -> pyarrow.RecordBatch:
    """What ``row`` gave for some records, as Arrow columns."""
    import pyarrow

    schema = arrow_schema()
    arrays = [
        pyarrow.array([storable(cells[c.name]) for cells in rows], field.type)
        for c, field in zip(COLUMNS, schema, strict=True)
    ]
    return pyarrow.record_batch(arrays, schema=schema)


def storable(value: Any) -> Any:
    """A value of ``row`` in which each character is whole, so that UTF-8 has it."""
    if isinstance(value, str):
        return whole_characters(value)
    if isinstance(value, tuple) and not isinstance(value, Span):
        return tuple(map(storable, value))
    return value
