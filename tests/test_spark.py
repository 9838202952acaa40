"""Records and groups on a real local Spark: those of one process."""

from itertools import islice

import pytest
import retold
from spark_session import local_spark, needs_spark

import quoteattr.spark
from quoteattr import InputError, OptionError, QuoteRecords, extract_many

pytestmark = [pytest.mark.slow, needs_spark]


@pytest.fixture(scope="module")
def spark(tmp_path_factory):
    with local_spark(str(tmp_path_factory.mktemp("spark"))) as session:
        yield session


@pytest.fixture(scope="module")
def articles():
    """Some of the retold stories."""
    return list(islice(retold.articles(), 9))


@pytest.fixture(scope="module")
def frame(spark, articles):
    rows = [(a.text, a.id, a.publisher, a.published) for a in articles]
    return spark.createDataFrame(
        rows, "text string, source string, publisher string, published string"
    )


def table(frame):
    """The rows of a data frame, without the order in which partitions came."""
    rows = [row.asDict(recursive=True) for row in frame.collect()]
    return sorted(rows, key=order)


def order(row):
    """Sort key of the row of a record."""
    return row["source"], str(row["spans"]), str(row["quote"])


# -- extract ----------------------------------------------------------------------------------


@pytest.mark.parametrize("partitions", [1, 3])
def test_records_are_those_of_one_process(frame, articles, partitions):
    expected = QuoteRecords.join(extract_many(articles)).to_arrow().to_pylist()
    records = table(quoteattr.spark.extract(frame.repartition(partitions)))
    assert len(records) > 20
    assert records == sorted(({**row, "failure": None} for row in expected), key=order)


def test_what_goes_wrong_is_a_row_and_stops_nothing(spark):
    frame = spark.createDataFrame(
        [("“Go,” said Ida Holm.", "a", 1), (None, "b", 2)], "body string, source string, day int"
    )
    rows = table(quoteattr.spark.extract(frame, text="body", keep=["day"]))
    assert [(r["speaker"], r["source"], r["day"], bool(r["failure"])) for r in rows] == [
        ("Ida Holm", "a", 1, False),
        (None, "b", 2, True),
    ]


def test_a_wrong_call_raises_before_spark_runs(frame):
    with pytest.raises(InputError, match="'body' must be text, and is missing"):
        quoteattr.spark.extract(frame, text="body")
    with pytest.raises(OptionError, match="kinds"):
        quoteattr.spark.extract(frame, kinds=["spoken"])


def test_a_day_that_is_written_again_is_there_once(spark, frame, articles, tmp_path):
    """So a killed run goes on: each day is a folder, and an unfinished one is written anew."""
    path, days = str(tmp_path / "records"), sorted({a.published for a in articles})[:2]
    records = quoteattr.spark.extract(frame).withColumnRenamed("article_published", "published")
    spark.conf.set("spark.sql.sources.partitionOverwriteMode", "dynamic")
    for part in (days[:1], days):  # the first day is written twice, as after a crash
        rows = records.where(records.published.isin(part))
        rows.write.mode("overwrite").partitionBy("published").parquet(path)
    wanted = (a for a in articles if a.published in days)
    count = sum(map(len, extract_many(wanted)))
    assert spark.read.parquet(path).count() == count > 10
