"""Audit records on Spark.

Each executor counts the speakers of the articles in its partition, like :func:`quoteattr.audit`;
the driver receives a row for each article, and sums them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import attrs
from attrs import frozen

from quoteattr.auditing.audit import GROUPINGS
from quoteattr.auditing.audit import audit as count_quoted
from quoteattr.auditing.labels import Labels
from quoteattr.auditing.result import Audit
from quoteattr.auditing.speakers import AuditedArticle, QuotedSpeaker, quoted_speakers
from quoteattr.extras import require
from quoteattr.formats.columns import COLUMNS, FAILURE_COLUMN
from quoteattr.record_files import by_article, read_member
from quoteattr.spark.record_columns import check_records

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

#: the column of an article with its speakers
_SPEAKERS = "speakers"
#: the fields of a counted article, and of a speaker, except those in ``_NUMBERS``
_ARTICLE_FIELDS = ("source", "publisher", "section", "month", "quotes", "unattributed")
_SPEAKER_FIELDS = (
    *("name", "kind", "gender", "gender_from", "role", "role_class", "affiliation", "id"),
    *("quotes", "words", "verbatim"),
)
_NUMBERS = frozenset(("quotes", "unattributed", "words", "verbatim"))
#: number of articles that are passed on at a time
_BATCH_ROWS = 1_000


def audit(
    records: DataFrame,
    by: str | Collection[str] = GROUPINGS,
    *,
    labels: Labels | None = None,
    guess: str | None = None,
) -> Audit:
    """Count whom articles quote, like :func:`quoteattr.audit`.

    Spark counts when this function is called; the driver receives a row for each article, with its
    speakers. An article without any record is not in the data frame, and so is not counted.

    Args:
        records: records, one per row, as from :func:`quoteattr.spark.extract` or the Parquet
            export; rows of failures are left out.
        by: as for :func:`quoteattr.audit`.
        labels: as for :func:`quoteattr.audit`.
        guess: as for :func:`quoteattr.audit`.

    Returns:
        The audit, with the articles in order of their sources.

    Raises:
        InputError: an argument is of the wrong type, or a column is missing or of another type.
        OptionError: there is no such field in ``by``, no such guess, or labels have a column or a
            value that does not exist.
        SourceError: the sheet of labels cannot be read.
        MissingExtraError: the extra ``spark`` is not installed.
    """
    require("spark", "pyspark", "pyarrow")
    check_records(records, "audit()")
    return count_quoted(_SparkRecords(records), by, labels=labels, guess=guess)


@frozen
class _SparkRecords:
    """Records on Spark, which count their speakers on request."""

    frame: DataFrame

    def quoted_speakers(self) -> tuple[list[AuditedArticle], list[QuotedSpeaker]]:
        """The articles in order of their sources, and the speakers of each."""
        counted = _counted(self.frame).toLocalIterator()
        rows = sorted((row.asDict(recursive=True) for row in counted), key=_place)
        articles, speakers = list[AuditedArticle](), list[QuotedSpeaker]()
        for row in rows:
            of_article = row.pop(_SPEAKERS)
            article = AuditedArticle(**{**row, "authors": tuple(row["authors"])})
            articles.append(article)
            speakers += (QuotedSpeaker(article, **speaker) for speaker in of_article)
        return articles, speakers


def _place(article: Mapping[str, Any]) -> tuple[str, str]:
    """Sort key of an article; several may have one source."""
    return article["source"] or "", repr(article)


def _counted(frame: DataFrame) -> DataFrame:
    """A row for each article, with its speakers."""
    from pyspark.sql.pandas.types import from_arrow_schema

    names = {column.name for column in COLUMNS}
    chosen = frame.select(*(name for name in frame.columns if name in {*names, FAILURE_COLUMN}))
    if FAILURE_COLUMN in chosen.columns:
        chosen = chosen.where(f"{FAILURE_COLUMN} IS NULL").drop(FAILURE_COLUMN)
    together = chosen.repartition("source").sortWithinPartitions("source")
    return together.mapInArrow(count_articles, from_arrow_schema(_schema()))


def count_articles(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
    """Count the speakers of articles: a row for each article.

    Args:
        batches: records in order of their sources.
    """
    import pyarrow

    records = (row for batch in batches for row in batch.to_pylist())
    by_source = groupby(records, key=itemgetter("source"))
    counted = chain.from_iterable(_count(rows) for _, rows in by_source)
    while rows := list(islice(counted, _BATCH_ROWS)):
        yield pyarrow.RecordBatch.from_pylist(rows, schema=_schema())


def _count(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The articles of one source, from the rows of its records."""
    articles, speakers = quoted_speakers(by_article(map(read_member, rows)))
    for article in articles:
        own = (speaker for speaker in speakers if speaker.article is article)
        cells = [{name: getattr(speaker, name) for name in _SPEAKER_FIELDS} for speaker in own]
        yield {**attrs.asdict(article), _SPEAKERS: cells}


def _schema() -> pyarrow.Schema:
    """The schema of the counted articles."""
    import pyarrow

    def fields(names: Iterable[str]) -> list[pyarrow.Field]:
        numbers = {name: pyarrow.int64() for name in _NUMBERS}
        return [pyarrow.field(name, numbers.get(name, pyarrow.string())) for name in names]

    speakers = pyarrow.list_(pyarrow.struct(fields(_SPEAKER_FIELDS)))
    authors = pyarrow.field("authors", pyarrow.list_(pyarrow.string()))
    return pyarrow.schema([*fields(_ARTICLE_FIELDS), authors, (_SPEAKERS, speakers)])
