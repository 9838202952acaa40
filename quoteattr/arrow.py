"""Extract records from articles in Arrow batches, for distributed engines.

Spark (:mod:`quoteattr.spark`), Dask, DuckDB, Ray and Daft all call a Python function with Arrow
data. :func:`extract_batches` is such a function and depends on none of them. It needs the extra
``arrow``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, Unpack

from quoteattr.api import make_options
from quoteattr.checks import check_several, check_text
from quoteattr.errors import InputError, OptionError
from quoteattr.extras import require
from quoteattr.formats.columns import FAILURE_COLUMN, arrow_columns, arrow_schema, record_row
from quoteattr.formats.record_dict import METADATA_FIELDS
from quoteattr.options import ExtractOptions, Options
from quoteattr.pipeline import find_records
from quoteattr.records import Article
from quoteattr.text import shorten

if TYPE_CHECKING:
    import pyarrow

#: the fields of an article that are read from the column of the same name
METADATA = tuple(name for name in METADATA_FIELDS if name != "id")
#: number of characters after which a batch of records is passed on
OUTPUT_CHARACTERS = 1 << 20

#: values of a row of records, by column
_Row = dict[str, Any]


class ArticleColumns(NamedTuple):
    """The columns that articles are read from, and those to keep."""

    text: str
    source: str | None
    keep: tuple[str, ...]

    def check(self, schema: pyarrow.Schema) -> None:
        """Check that a table has the columns, and that text and source are text.

        Raises:
            InputError: a column is missing or is not text.
        """
        for name in filter(None, (self.text, self.source)):
            kind = str(schema.field(name).type) if name in schema.names else "missing"
            if "string" not in kind:
                raise InputError(
                    f"the column {shorten(name)} must be text, and is {kind}",
                    where="extract_batches()",
                    remedy="name another column with text= or source=, or cast it to a string",
                )
        for name in self.keep:
            if name not in schema.names:
                raise InputError(
                    f"there is no column {shorten(name)}",
                    where="keep",
                    remedy=f"keep one or more of {', '.join(schema.names)}",
                )

    def read(self, names: Iterable[str]) -> list[str]:
        """The columns of a table that are read."""
        return [name for name in names if name in {self.text, self.source, *METADATA, *self.keep}]


def record_schema(keep: Iterable[pyarrow.Field] = ()) -> pyarrow.Schema:
    """The schema of the records that :func:`extract_batches` yields.

    It has the columns of the Parquet export, all nullable; ``failure``; and the columns to keep.

    Args:
        keep: the schema fields of the columns of the articles to keep.

    Raises:
        MissingExtraError: the extra ``arrow`` is not installed.

    >>> schema = record_schema()
    >>> schema.names[:4], schema.names[-1]
    (['speaker', 'quote', 'source', 'kind'], 'failure')
    >>> print(schema.field("spans").type)
    list<item: struct<start: int64, end: int64>>
    """
    require("arrow", "pyarrow")
    import pyarrow

    fields = [field.with_nullable(True) for field in arrow_schema()]
    return pyarrow.schema([*fields, pyarrow.field(FAILURE_COLUMN, pyarrow.string()), *keep])


def article_columns(
    text: str = "text", source: str | None = "source", keep: Collection[str] = ()
) -> ArticleColumns:
    """Check the names of columns.

    Raises:
        InputError: a name is not a string.
        OptionError: a column to keep has the name of a column of the records.
    """
    check_text(text, "text")
    check_text(source, "source", optional=True)
    kept = tuple(check_several(keep, "keep", "a list of columns"))
    for name in kept:
        check_text(name, "keep")
        if name in {*record_schema().names}:
            raise OptionError(
                f"keep= cannot keep {shorten(name)}, which records have as well",
                where="keep",
                remedy="rename the column of the articles",
            )
    return ArticleColumns(text, source, kept)


def extract_batches(
    batches: Iterable[pyarrow.RecordBatch],
    *,
    text: str = "text",
    source: str | None = "source",
    keep: Collection[str] = (),
    **options: Unpack[ExtractOptions],
) -> Iterator[pyarrow.RecordBatch]:
    """Extract records from batches of articles, lazily.

    The records are those of :func:`quoteattr.extract_many`, one per row, in the order of the
    articles. A faulty article is one row with ``failure`` filled, which says what to do and never
    contains words of the article; it stops nothing. An article without quotes has no row.

    Args:
        batches: articles, one per row. Columns named ``url``, ``title``, ``authors``,
            ``publisher``, ``published``, ``language`` and ``section`` are read as those fields of
            :class:`quoteattr.Article`.
        text: the column with the text.
        source: the column with the name of the source; None if there is none.
        keep: columns of the articles to copy to each row of records.
        options: as for :func:`quoteattr.extract`.

    Yields:
        Records in the columns of :func:`record_schema`. A batch of articles yields several batches
        if its records are long: each has hardly more than a million characters.

    Raises:
        InputError: an argument is of the wrong type (raised at once), or a column is missing.
        OptionError: an option does not exist.
        MissingExtraError: the extra ``arrow`` is not installed.

    >>> import pyarrow
    >>> articles = pyarrow.record_batch({"text": ["“It is safe,” said Ida Holm.", None],
    ...                                  "source": ["a", "b"], "day": [1, 2]})
    >>> (records,) = extract_batches([articles], keep=["day"])
    >>> for row in records.to_pylist():
    ...     print(row["source"], row["day"], row["speaker"], row["quote"], row["failure"])
    a 1 Ida Holm It is safe, None
    b 2 None None there is no text; fill the column, or leave the row out
    """
    columns = article_columns(text, source, keep)
    chosen = make_options(**options)
    return _extract_batches(batches, columns, chosen)


def _extract_batches(
    batches: Iterable[pyarrow.RecordBatch], columns: ArticleColumns, options: Options
) -> Iterator[pyarrow.RecordBatch]:
    """The generator behind ``extract_batches``, which checks its arguments at the call."""
    for batch in batches:
        columns.check(batch.schema)
        output = _Output(batch, columns.keep)
        for number in range(batch.num_rows):
            for row in _rows(batch, number, columns, options):
                output.add(row, number)
                if output.size >= OUTPUT_CHARACTERS:
                    yield output.take()
        if output.rows:
            yield output.take()


class _Output:
    """The rows of records from one batch of articles that have not been yielded yet.

    Args:
        batch: the articles.
        keep: columns to keep.
    """

    def __init__(self, batch: pyarrow.RecordBatch, keep: Collection[str]) -> None:
        self._batch, self._keep = batch, keep
        self._schema = record_schema(batch.schema.field(name) for name in keep)
        self._clear()

    def _clear(self) -> None:
        """Start a new batch."""
        self.rows = list[_Row]()
        self._numbers = list[int]()
        #: number of characters in the rows
        self.size = 0

    def add(self, row: _Row, number: int) -> None:
        """Add a row of records from a row of articles."""
        self.rows.append(row)
        self._numbers.append(number)
        self.size += sum(len(value) for value in row.values() if isinstance(value, str))

    def take(self) -> pyarrow.RecordBatch:
        """Return the rows as a batch and forget them."""
        import pyarrow

        numbers = pyarrow.array(self._numbers, pyarrow.int64())
        failures = pyarrow.array([row.get(FAILURE_COLUMN) for row in self.rows], pyarrow.string())
        kept = (self._batch.column(name).take(numbers) for name in self._keep)
        columns = [*arrow_columns(self.rows), failures, *kept]
        self._clear()
        return pyarrow.record_batch(columns, schema=self._schema)


def _rows(
    batch: pyarrow.RecordBatch, number: int, columns: ArticleColumns, options: Options
) -> Iterator[_Row]:
    """Yield the rows of records of one article, or one row that says what went wrong.

    Each row repeats its paragraph, so all rows of an article together would be many times its size.
    """
    cell = _cells(batch, number)
    source = None if columns.source is None else _readable(cell, columns.source)
    try:
        text = cell(columns.text)
        if text is None:
            yield _failure(source, "there is no text; fill the column, or leave the row out")
            return
        metadata = {name: cell(name) for name in METADATA if name in batch.schema.names}
        article = Article(text, source, **_as_fields(metadata))
        for record in filter(options.accepts, find_records(article, options)):
            yield record_row(record, article)
    except UnicodeDecodeError:
        yield _failure(source, "a cell is not UTF-8; mend it, or leave the row out")
    except Exception as error:  # any error: it must not affect the other articles
        yield _failure(source, _reason(error))


def _cells(batch: pyarrow.RecordBatch, number: int) -> Callable[[str], Any]:
    """A function from a column name to the value in a row; it raises if that is not UTF-8."""
    return lambda name: batch.column(name)[number].as_py()


def _readable(cell: Callable[[str], Any], name: str) -> str | None:
    """The value of a cell; None if it is not UTF-8."""
    try:
        value: str | None = cell(name)
    except UnicodeDecodeError:
        return None
    return value


def _as_fields(metadata: Mapping[str, Any]) -> dict[str, Any]:
    """Convert metadata for an article: dates to ISO 8601, and without nulls."""
    present = {name: value for name, value in metadata.items() if value is not None}
    return {n: v.isoformat() if isinstance(v, date) else v for n, v in present.items()}


def _failure(source: str | None, reason: str) -> _Row:
    """The row of a faulty article."""
    return {"source": source, FAILURE_COLUMN: reason}


def _reason(error: Exception) -> str:
    """What went wrong, without the error message, which may contain words of the article."""
    if isinstance(error, RecursionError | MemoryError):
        return f"{type(error).__name__}; cut the article into parts"
    return f"{type(error).__name__}; call quoteattr.extract for this article to see all of it"
