"""The columns that CSV, Parquet, Excel and data frames share: one row for each record.

The columns follow the fields of the classes, so that a new field cannot be forgotten. A field that
holds an object has a column for each of its fields (``mention_start``). The metadata of the article
follows (``article_url``), without the text. Columns that were added later come last, so that no
column moves: those of the speakers (``speaker_kind``, ``speaker_role``), the paragraph,
``record_id``, and ``speakers``. If several people speak together, their values are separated by ``;
``, in the order of the speakers, and missing values are empty. ``speakers`` has all fields of the
speakers as JSON, so that a row holds the whole record.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

import attrs

from quoteattr.formats.record_dict import (
    METADATA_FIELDS,
    NESTED_CLASSES,
    RECORD_FIELDS,
    record_from_dict,
    to_json_line,
    to_json_value,
)
from quoteattr.records import Article, Phrase, QuoteRecord, QuoteRecords, Span
from quoteattr.text import replace_surrogates

if TYPE_CHECKING:
    import pyarrow


#: the columns in addition to those of a record: the failure of an article, and the id of a group
FAILURE_COLUMN, GROUP_COLUMN = "failure", "group_id"


class RecordColumn(NamedTuple):
    """A column."""

    name: str
    #: the attributes that lead from a record, or its article, to the value
    path: tuple[str, ...]
    #: of one value: ``str``, ``int``, ``float``, ``Span``
    type: type
    #: the value is a tuple of values of that type
    several: bool = False
    #: the value may be None
    optional: bool = False
    #: the value is an attribute of the article
    of_article: bool = False


def _field_column(owner: type, field: str) -> RecordColumn:
    """The column of a field that does not hold an object."""
    hint = get_type_hints(owner)[field]
    arguments = get_args(hint)
    types = [argument for argument in arguments if argument not in (NoneType, Ellipsis)] or [hint]
    return RecordColumn(
        field,
        (field,),
        str if Literal in (get_origin(hint), get_origin(types[0])) else types[0],
        several=get_origin(hint) is tuple,
        optional=NoneType in arguments,
    )


#: the fields of a speaker that are columns; the others are those of the record (``speaker``,
#: ``speaker_id``), or lists, which JSONL has
SPEAKER_FIELDS = ("kind", "role", "affiliation", "via", "anonymous", "gender", "known_role")
SPEAKER_COLUMNS = tuple(
    RecordColumn(f"speaker_{field}", ("speakers", field), str, optional=True)
    for field in SPEAKER_FIELDS
)
#: the fields of a record whose columns come last
_LATER = frozenset(("speakers", "paragraph"))
#: the column with all speakers as JSON
SPEAKERS_COLUMN = "speakers"
#: the separator between the values of several speakers in a cell
SPEAKER_SEPARATOR = "; "


def _record_columns() -> Iterator[RecordColumn]:
    """The columns of a record's own fields, except those that were added later."""
    for field in RECORD_FIELDS:
        if field in _LATER:
            continue
        if field not in NESTED_CLASSES:
            yield _field_column(QuoteRecord, field)
        else:
            yield from _nested_columns(field)


def _nested_columns(field: str) -> Iterator[RecordColumn]:
    """The columns of a field that holds an object."""
    for nested in attrs.fields_dict(NESTED_CLASSES[field]):
        column = _field_column(NESTED_CLASSES[field], nested)
        yield column._replace(name=f"{field}_{nested}", path=(field, nested), optional=True)


def _later_columns() -> Iterator[RecordColumn]:
    """The columns that were added later: last, so that no other column moved."""
    yield from SPEAKER_COLUMNS
    yield from _nested_columns("paragraph")
    yield RecordColumn("record_id", ("id",), str)
    yield RecordColumn(SPEAKERS_COLUMN, ("speakers",), str, optional=True)


def _article_columns() -> Iterator[RecordColumn]:
    """The columns of the article's metadata."""
    for field in METADATA_FIELDS:
        column = _field_column(Article, field)
        yield column._replace(name=f"article_{field}", optional=True, of_article=True)


#: ``speaker``, ``quote`` … ``mention_start`` …, ``article_url`` …, ``speaker_kind`` … in order
COLUMNS: tuple[RecordColumn, ...] = tuple(
    chain(_record_columns(), _article_columns(), _later_columns())
)


def record_row(record: QuoteRecord, article: Article | None = None) -> dict[str, Any]:
    """The values of a record by column, unconverted; None if there is no value.

    >>> from quoteattr import Mention, QuoteRecord
    >>> cells = record_row(QuoteRecord("Ida", "No.", "a.txt", "direct", [(1, 4)],
    ...                                mention=Mention(11, 14, "Ida", "name")))
    >>> cells["mention_start"], cells["spans"], cells["cue_text"]
    (11, (Span(start=1, end=4),), None)
    """
    row = {c.name: _follow(article if c.of_article else record, c.path) for c in COLUMNS}
    speakers = row[SPEAKERS_COLUMN]
    return row | {SPEAKERS_COLUMN: to_json_line(to_json_value(speakers)) if speakers else None}


def record_from_row(row: Mapping[str, Any]) -> QuoteRecord:
    """The record of a row of Arrow or Parquet; behind ``quoteattr.read_records``.

    Args:
        row: the values by column, as ``to_pylist`` has them. Columns that are missing, as in an
            older file, are empty.

    Raises:
        InputError: a value is missing or of the wrong type.
        OptionError: a value does not exist, such as an unknown kind.

    >>> record = QuoteRecord("Ida", "No.", "a.txt", "direct", [(1, 4)])
    >>> record_from_row(record_row(record)) == record
    True
    """
    data = dict[str, Any]()
    for column in COLUMNS:
        if not column.of_article and row.get(column.name) is not None:
            field, *nested = column.path
            if nested and field != SPEAKERS_COLUMN:
                data.setdefault(field, {})[nested[0]] = row[column.name]
            elif nested:
                continue  # the column with all speakers contains it, too
            elif column.type is Span:
                data[field] = [_as_span(span) for span in row[column.name]]
            else:
                data[field] = row[column.name]
    data[SPEAKERS_COLUMN] = json.loads(data.get(SPEAKERS_COLUMN) or "[]")
    return record_from_dict({"speaker": None, "source": None} | data)


def _as_span(span: Any) -> Any:
    """Convert a span that may be a struct."""
    return (span["start"], span["end"]) if isinstance(span, Mapping) else span


def record_rows(collections: Iterable[QuoteRecords]) -> Iterator[dict[str, Any]]:
    """The rows of all records, lazily."""
    return (record_row(record, article) for record, article in with_articles(collections))


def with_articles(
    collections: Iterable[QuoteRecords],
) -> Iterator[tuple[QuoteRecord, Article | None]]:
    """Yield each record with its article; None if its collection does not have the article."""
    for records in collections:
        articles = {article.source: article for article in records.articles}
        for record in records:
            yield record, articles.get(record.source)


def _follow(value: Any, path: tuple[str, ...]) -> Any:
    """The value at the end of a path of attributes; None if an object on the way is None."""
    for name in path:
        if name in SPEAKER_FIELDS and isinstance(value, tuple):
            return _join_speakers([getattr(speaker, name) for speaker in value])
        value = None if value is None else getattr(value, name)
    return value


def _join_speakers(values: list[Any]) -> str | None:
    """Join the values of a field of several speakers in one cell; phrases give their words."""
    words = [value.text if isinstance(value, Phrase) else value for value in values]
    return SPEAKER_SEPARATOR.join(word or "" for word in words) if any(words) else None


def arrow_schema() -> pyarrow.Schema:
    """The columns as an Arrow schema; the caller has checked that pyarrow is installed.

    Text is ``string``, whole numbers ``int64``, confidence ``float64``, and a list of spans
    ``list<struct<start: int64, end: int64>>``.
    """
    import pyarrow

    types: dict[type, Any] = {
        str: pyarrow.string(),
        int: pyarrow.int64(),
        float: pyarrow.float64(),
        Span: pyarrow.struct([(bound, pyarrow.int64()) for bound in Span._fields]),
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
    """Convert rows to Arrow."""
    import pyarrow

    return pyarrow.record_batch(arrow_columns(rows), schema=arrow_schema())


def arrow_columns(rows: list[dict[str, Any]]) -> list[pyarrow.Array]:
    """The values of rows, column by column; null if a row lacks the column."""
    import pyarrow

    return [
        pyarrow.array([without_surrogates(cells.get(c.name)) for cells in rows], field.type)
        for c, field in zip(COLUMNS, arrow_schema(), strict=True)
    ]


def without_surrogates(value: Any) -> Any:
    """Replace halves of surrogate pairs in a value of a row by U+FFFD: UTF-8 cannot encode them."""
    if isinstance(value, str):
        return replace_surrogates(value)
    if isinstance(value, tuple) and not isinstance(value, Span):
        return tuple(map(without_surrogates, value))
    return value
