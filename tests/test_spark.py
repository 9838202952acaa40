"""Records and groups on a real local Spark: those of one process."""

import os
import signal
import sys
from collections import defaultdict
from itertools import islice
from pathlib import Path

import pyarrow
import pytest
import retold
from corpora import SHARED
from spark_session import local_spark, needs_spark

import quoteattr.spark
from quoteattr import InputError, OptionError, QuoteRecords, extract, extract_many
from quoteattr.spark import components, grouping

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from utterances import RecordMaker

EXAMPLE = Path(__file__).parents[1] / "examples" / "retold"

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


@pytest.mark.parametrize("partitions", [1, 3, 7])
def test_records_are_those_of_one_process(frame, articles, partitions):
    expected = QuoteRecords.join(extract_many(articles)).to_arrow().to_pylist()
    records = table(quoteattr.spark.extract(frame.repartition(partitions)))
    assert len(records) > 20
    assert records == sorted(({**row, "failure": None} for row in expected), key=order)


def test_few_rows_a_batch_are_set_where_articles_are_long(spark, frame, articles):
    """Spark 3.5 cuts batches by rows alone."""

    def batch_sizes(batches):
        """The number of rows of each batch, which is what a worker holds at a time."""
        for batch in batches:
            size = pyarrow.array([batch.num_rows], pyarrow.int32())
            yield pyarrow.record_batch({"size": size})

    setting = "spark.sql.execution.arrow.maxRecordsPerBatch"
    before = spark.conf.get(setting)
    expected = sum(map(len, extract_many(articles)))
    try:
        spark.conf.set(setting, 2)
        sizes = frame.coalesce(1).mapInArrow(batch_sizes, "size int").collect()
        assert {row["size"] for row in sizes} == {1, 2}
        assert quoteattr.spark.extract(frame.coalesce(1)).count() == expected
    finally:
        spark.conf.set(setting, before)


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


def test_a_run_whose_worker_is_killed_goes_on(spark, frame, articles, tmp_path):
    """A day whose folder has no ``_SUCCESS`` is extracted again."""
    path, days = tmp_path / "records", sorted({a.published for a in articles})[:3]
    with pytest.raises(Exception, match="worker"):
        run_days(frame, days, path, killed=days[1])
    assert [(path / day / "_SUCCESS").exists() for day in days] == [True, False, False]
    run_days(frame, days, path)
    wanted = [record for a in articles if a.published in days for record in extract(a)]
    rows = spark.read.parquet(*(str(path / day) for day in days)).select("record_id").collect()
    assert sorted(row.record_id for row in rows) == sorted(record.id for record in wanted)
    assert len(rows) > 10


def run_days(frame, days, path, killed=None):
    """Extract the days that are not complete; the worker of one of them is killed."""

    def kill_worker(batches):
        """Kill this process when the first records come."""
        for _ in batches:
            os.kill(os.getpid(), signal.SIGKILL)
            yield

    for day in days:
        if not (path / day / "_SUCCESS").exists():
            records = quoteattr.spark.extract(frame.where(frame.published == day))
            if day == killed:
                records = records.mapInArrow(kill_worker, records.schema)
            records.write.mode("overwrite").parquet(str(path / day))


def test_an_audit_is_that_of_one_process(spark, frame, articles):
    failed = spark.createDataFrame([(None, "nowhere")], "text string, source string")
    both = frame.repartition(3).unionByName(failed, allowMissingColumns=True)
    counted = quoteattr.spark.audit(quoteattr.spark.extract(both), by=["publisher", "month"])
    in_order = extract_many(sorted(articles, key=lambda article: article.id))
    expected = quoteattr.audit(filter(len, in_order), by=["publisher", "month"])
    assert counted.groups == expected.groups
    assert counted.speakers == expected.speakers
    assert len(counted.groups) > 3


# -- group ------------------------------------------------------------------------------------


def rand(seed):
    """A random column."""
    from pyspark.sql import functions

    return functions.rand(seed)


def lit(value):
    """A column of one value."""
    from pyspark.sql import functions

    return functions.lit(value)


def made_records():
    """Made-up records of which a third hold one phrase."""
    return [record.record for record in RecordMaker(200, seed=3, hot=0.3).records()]


def all_records():
    """The retold stories and example, the two seeds if they are there, and made-up records."""
    collections = [retold.records(), *extract_many(quoteattr.read(EXAMPLE)), *seed_records()]
    return QuoteRecords.join([*collections, QuoteRecords(made_records())])


def seed_records():
    """The records of two articles that tell one story."""
    folder = SHARED / "corpora" / "seeds" / "text"
    return extract_many(quoteattr.read(folder)) if folder.is_dir() else ()


@pytest.fixture(scope="module")
def records(spark, tmp_path_factory):
    """A data frame of all those records, and the groups of one process."""
    folder = tmp_path_factory.mktemp("records")
    records = all_records()
    quoteattr.write([records], folder / "records.parquet")
    return spark.read.parquet(str(folder)), quoteattr.group(records)


def members(frame):
    """The ids of the records of each group, by its id."""
    result = defaultdict(list)
    for row in frame.collect():
        result[row.group_id].append(row.record_id)
    return {group_id: sorted(ids) for group_id, ids in result.items()}


@pytest.mark.parametrize(("seed", "partitions", "parts"), [(2, 5, 3), (3, 1, 1), (4, 2, 4)])
def test_groups_are_those_of_one_process_in_any_order_and_partitions(
    records, seed, partitions, parts
):
    frame, groups = records
    shuffled = frame.withColumn("place", rand(seed)).orderBy("place").repartition(partitions)
    result = members(quoteattr.spark.group(shuffled, partitions=parts))
    assert len(result) > 60
    assert result == {
        quote_group.id: sorted(r.id for r in quote_group.records) for quote_group in groups
    }


def test_groups_that_are_written_are_read_as_those_of_one_process(records, tmp_path, monkeypatch):
    monkeypatch.setattr(components, "ONE_TASK", 0)  # roots by pointer jumping
    monkeypatch.setattr(grouping, "FEW_BLOCKS", 0)  # blocks get the versions that they need
    frame, groups = records
    result = quoteattr.spark.group(
        frame.repartition(1),
        keep=frame.columns,
        partitions=2,
        checkpoints=str(tmp_path / "steps"),
    )
    result.write.partitionBy("kind").parquet(str(tmp_path / "groups"))
    assert quoteattr.read_groups(tmp_path / "groups") == groups


def test_null_columns_and_no_rows(spark):
    quote = "We will rebuild the old wooden pier before winter"
    rows = [(f"{n}", quote, None, "direct", None) for n in range(2)] + [(None,) * 4 + ("failed",)]
    columns = "record_id string, quote string, speaker string, kind string, failure string"
    frame = spark.createDataFrame(rows, columns)
    for name in ("source", "spans", "quoted", "confidence"):
        frame = frame.withColumn(name, lit(None))
    result = members(quoteattr.spark.group(frame, partitions=1))
    assert list(result.values()) == [["0", "1"]]
    assert members(quoteattr.spark.group(frame.where("false"), partitions=1)) == {}


def test_a_wrong_frame_of_records_raises_before_spark_runs(frame, records):
    wrong = records[0].withColumn("spans", lit("[[1, 2]]"))
    for call, error, message in [
        (
            lambda: quoteattr.spark.group(frame),
            InputError,
            "'record_id' must be string, and is mis",
        ),
        (
            lambda: quoteattr.spark.group(wrong),
            InputError,
            "'spans' must be array.*quoteattr.write",
        ),
        (lambda: quoteattr.spark.group([]), InputError, "expected a Spark data frame of records"),
        (lambda: quoteattr.spark.audit([]), InputError, "expected a Spark data frame of records"),
        (lambda: quoteattr.spark.audit(records[0], by="day"), OptionError, "by"),
        (lambda: quoteattr.spark.group(records[0], kinds=["said"]), OptionError, "kinds"),
        (
            lambda: quoteattr.spark.group(records[0], keep=["day"]),
            InputError,
            "keep one or more of",
        ),
        (lambda: quoteattr.spark.group(records[0], partitions=0), OptionError, "partitions"),
    ]:
        with pytest.raises(error, match=message):
            call()
