"""Extraction on a local Spark beside one process: processor time, and memory of the workers.

    pip install -e ".[bench,spark]"
    python benchmarks/spark.py PATH… [--count N] [--master 'local[1]']

PATH is what ``quoteattr.read`` takes. The articles are repeated until there are as many as asked
for. Processor time tells on a machine that is not quiet, too: that of this process for
``extract_many``, and that of the Python workers, start included, for Spark. A first run of a few
articles starts the workers.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from itertools import cycle, islice
from typing import Any

import psutil

import quoteattr
import quoteattr.spark
from quoteattr import Article

MEGABYTE = 1 << 20


def main() -> int:
    """Print what both take."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--master", default="local[1]")
    args = parser.parse_args()
    read = [article for article in quoteattr.read(*args.paths) if isinstance(article, Article)]
    articles = list(islice(cycle(read), args.count))
    list(quoteattr.extract_many(read[:5]))  # what is loaded at the first call does not count
    began = time.process_time()
    records = sum(map(len, quoteattr.extract_many(articles)))
    seconds = time.process_time() - began
    print(f"one process: {seconds:.1f} s of processor time, {records:,} records")
    run_spark(articles, args.master)
    return 0


def run_spark(articles: list[Article], master: str) -> None:
    """Print what the workers of a local Spark take."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    began = time.perf_counter()
    spark = SparkSession.builder.master(master).config("spark.ui.enabled", "false").getOrCreate()
    rows = [(article.text, article.source) for article in articles]
    frame = spark.createDataFrame(rows, "text string, source string")
    count(quoteattr.spark.extract(frame.limit(5)))
    print(f"Spark: started after {time.perf_counter() - began:.0f} s")
    before, began = processor_time(), time.perf_counter()
    records = count(quoteattr.spark.extract(frame))
    seconds, elapsed = processor_time() - before, time.perf_counter() - began
    print(f"Spark: {seconds:.1f} s of processor time of the workers, {elapsed:.0f} s in all")
    print(f"Spark: {records:,} records")
    memory = [worker.memory_info().rss / MEGABYTE for worker in workers()]
    print(f"Spark: {max(memory):.0f} MB the largest of {len(memory)} Python processes")
    spark.stop()


def count(frame: Any) -> int:
    """The number of rows, all columns of which are computed."""
    return len(frame.collect())


def workers() -> list[psutil.Process]:
    """The Python processes below this one."""
    children = psutil.Process().children(recursive=True)
    return [child for child in children if "python" in child.name()]


def processor_time() -> float:
    """Seconds of processor time of the workers."""
    return sum(sum(worker.cpu_times()[:2]) for worker in workers())


if __name__ == "__main__":
    raise SystemExit(main())
