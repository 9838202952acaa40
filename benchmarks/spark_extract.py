"""Compare extraction on a local Spark with one process: the results and the cost.

    pip install -e ".[spark]" psutil
    python benchmarks/spark_extract.py PATH… [--cores 1] [--layouts 3] [--light]

PATHs are inputs of ``quoteattr.read``. One process (``extract_many(workers=CORES)``) and Spark
(``local[CORES]``) take turns, Spark with the articles in another number of partitions each time.
The first call, which loads everything, and the start of Spark are reported separately. Processor
time is that of all processes: on a busy machine it is more reliable than the clock.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

import pyarrow
import pyarrow.parquet as pq
from local_spark import Usage, spark_session

import quoteattr.spark
from quoteattr import Article, QuoteRecords, extract_many, read
from quoteattr.arrow import METADATA

#: the partitions of the articles in each turn; the first is for two cores, too
LAYOUTS = (2, 1, 7)
#: articles for the first call, which loads what is loaded once
FIRST = 2


class Cost(NamedTuple):
    """The time of a piece of work, in seconds."""

    clock: float
    processor: float


class Stopwatch:
    """Measures the time by the clock, and the processor time of this process and its children."""

    def __init__(self, usage: Usage) -> None:
        self._usage = usage
        self._began = self._now()

    def cost(self) -> Cost:
        """The time since the stopwatch was created."""
        return Cost(*(b - a for a, b in zip(self._began, self._now(), strict=True)))

    def _now(self) -> Cost:
        """The time now, from any beginning."""
        return Cost(time.perf_counter(), sum(self._usage.seconds()) + time.process_time())


def write_articles(articles: Iterable[Article], path: str) -> None:
    """Write articles as Parquet, one per row."""
    names = ("text", "source", *METADATA)
    rows = [{name: getattr(article, name) for name in names} for article in articles]
    types = dict.fromkeys(names, pyarrow.string()) | {"authors": pyarrow.list_(pyarrow.string())}
    pq.write_table(pyarrow.Table.from_pylist(rows, pyarrow.schema([*types.items()])), path)


def different(expected: Iterable[dict[str, Any]], actual: Iterable[dict[str, Any]]) -> int:
    """The number of rows in only one of two tables, comparing all columns, in any order."""
    a, b = (Counter(map(repr, rows)) for rows in (expected, actual))
    return ((a - b) + (b - a)).total()


def main() -> int:
    """Extract in one process and on Spark, and print the cost."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--cores", type=int, default=1)
    parser.add_argument("--layouts", type=int, default=len(LAYOUTS))
    parser.add_argument("--light", action="store_true", help="Java compiles itself little")
    args = parser.parse_args()
    articles = [article for article in read(*args.paths) if isinstance(article, Article)]
    words = sum(len(article.text.split()) for article in articles)
    print(f"{len(articles):,} articles, {words:,} words", flush=True)
    list(extract_many(articles[:FIRST]))
    usage = Usage()
    usage.start()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "articles.parquet")
        write_articles(articles, path)
        start = Stopwatch(usage)
        spark = spark_session(folder, args.cores, args.light)
        frame = spark.read.parquet(path)
        report("start of Spark", start.cost())
        start = Stopwatch(usage)
        quoteattr.spark.extract(frame.limit(FIRST)).count()
        report("first call", start.cost())
        for partitions in LAYOUTS[: args.layouts]:
            take_turns(articles, frame.repartition(partitions), args.cores, usage, folder)
        spark.stop()
    print(f"largest worker {usage.largest_worker:.0f} MB")
    return 0


def take_turns(articles: list[Article], frame: Any, cores: int, usage: Usage, folder: str) -> None:
    """Extract once without Spark and once with it, and compare."""
    start = Stopwatch(usage)
    records = QuoteRecords.join(extract_many(articles, workers=cores))
    alone = start.cost()
    report(f"extract_many(workers={cores})", alone)
    target = os.path.join(folder, "records")
    start = Stopwatch(usage)
    quoteattr.spark.extract(frame).write.mode("overwrite").parquet(target)
    on_spark = start.cost()
    report(f"local[{cores}]", on_spark)
    expected = ({**row, "failure": None} for row in records.to_arrow().to_pylist())
    differ = different(expected, pq.read_table(target).to_pylist())
    throughput = (f"{a / b:.2f}" for a, b in zip(alone, on_spark, strict=True))
    print(
        f"{len(records):,} records, {differ} rows differ;"
        f" throughput of Spark {' (clock), '.join(throughput)} (processor time)",
        flush=True,
    )


def report(work: str, cost: Cost) -> None:
    """Print a cost."""
    print(f"{work}: {cost.clock:.1f} s by the clock, {cost.processor:.1f} s of processor time")


if __name__ == "__main__":
    raise SystemExit(main())
