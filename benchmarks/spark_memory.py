"""Measure the memory of a Spark worker that extracts from very long articles.

    pip install -e ".[spark]" psutil
    python benchmarks/spark_memory.py [--articles 3] [--characters 1000000] [--rows 10] [--trim]

The articles are paragraphs of the project's own texts in random order. ``--rows`` is the setting
``spark.sql.execution.arrow.maxRecordsPerBatch``: a worker holds a batch of articles in addition to
the analysis of the current one. With ``--trim``, the allocator of the workers returns freed memory
to the system (``TRIM``). The output is the resident memory of the largest Python worker.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time

import pyarrow
import pyarrow.parquet as pq
from local_spark import Usage, spark_session
from utterances import TEXTS

import quoteattr.spark

#: settings with which glibc returns each freed block of at least 128 kB; by default it raises this
#: threshold up to 32 MB, and the worker keeps smaller freed blocks
TRIM = {f"spark.executorEnv.MALLOC_{name}_THRESHOLD_": str(128 << 10) for name in ("MMAP", "TRIM")}
#: the separator of paragraphs
BLANK_LINE = "\n\n"


def long_article(characters: int, seed: int) -> str:
    """An article of some length: paragraphs of the texts in random order."""
    texts = [path.read_text("utf-8") for path in TEXTS]
    paragraphs = [line for text in texts for line in text.splitlines() if line.strip()]
    choose, article, size = random.Random(seed), list[str](), 0
    while size < characters:
        article.append(choose.choice(paragraphs))
        size += len(article[-1]) + len(BLANK_LINE)
    return BLANK_LINE.join(article)[:characters]


def write_articles(path: str, count: int, characters: int) -> None:
    """Write articles, one per row, into a Parquet file."""
    texts = [long_article(characters, seed) for seed in range(count)]
    table = pyarrow.table({"text": texts, "source": [f"made/{n}" for n in range(count)]})
    pq.write_table(table, path)


def main() -> int:
    """Extract from generated articles, and print the cost."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("--articles", type=int, default=3)
    parser.add_argument("--characters", type=int, default=1_000_000)
    parser.add_argument("--rows", type=int, default=10)
    parser.add_argument("--trim", action="store_true", help="give freed memory back")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "articles.parquet")
        write_articles(path, args.articles, args.characters)
        spark = spark_session(folder, cores=1, light=True, settings=TRIM if args.trim else None)
        spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", args.rows)
        usage = Usage()
        usage.start()
        began = time.time()
        records = quoteattr.spark.extract(spark.read.parquet(path).coalesce(1)).count()
        _, python = usage.seconds()
        spark.stop()
    print(
        f"{args.articles} articles of {args.characters:,} characters: {records:,} records;"
        f" Python {python:.0f} s of processor time, {time.time() - began:.0f} s by the clock;"
        f" largest worker {usage.largest_worker:.0f} MB"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
