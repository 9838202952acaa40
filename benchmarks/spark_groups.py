"""Group generated records on a local Spark: the cost, and differences between runs.

    pip install -e ".[spark]" psutil
    python benchmarks/spark_groups.py [--records 20000] [--hot 0.5] [--light] [--runs 5] [--compare]
    python benchmarks/spark_groups.py PATH… [--light] [--runs 5] [--compare]

With PATHs (inputs of ``quoteattr.read``), the records are those of their articles.
``--runs`` repeats the grouping, each time with the records in another order and in another number
of partitions, and prints how many groups occur in only one run; ``--compare`` does the same with
:func:`quoteattr.group` in one process. Processor time is that of the Java VM and its Python
workers, so that other load hardly counts.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from local_spark import Usage, shuffled_megabytes, spark_session
from utterances import RecordMaker

import quoteattr
from quoteattr import QuoteRecords
from quoteattr.spark import group

#: for each run: the seed of the order, the partitions of the records, and those of the work
LAYOUTS = ((0, 4, 4), (1, 1, 4), (2, 7, 3), (3, 16, 8), (4, 2, 2))

Groups = dict[str, list[str]]


def read_records(paths: Sequence[str]) -> QuoteRecords:
    """The records of articles; none without a path."""
    return QuoteRecords.join(quoteattr.extract_many(quoteattr.read(*paths)) if paths else ())


def made_records(count: int, hot: float) -> QuoteRecords:
    """Made-up records, of which a share holds one phrase."""
    made = RecordMaker(count, hot=hot).records()
    return QuoteRecords([made_record.record for made_record in made])


def run(frame: Any, partitions: int, usage: Usage) -> Groups:
    """Group, print the cost, and return the members of each group."""
    before, began = usage.seconds(), time.time()
    rows = group(frame, partitions=partitions).collect()
    java, python = (b - a for a, b in zip(before, usage.seconds(), strict=True))
    groups = defaultdict(list)
    for row in rows:
        groups[row.group_id].append(row.record_id)
    print(
        f"{len(groups):,} groups; processor time: Java {java:.0f} s, Python {python:.0f} s;"
        f" {time.time() - began:.0f} s by the clock; largest worker {usage.largest_worker:.0f} MB",
        flush=True,
    )
    return {key: sorted(members) for key, members in groups.items()}


def different(a: Groups, b: Groups) -> int:
    """The number of groups in only one of two runs."""
    return len({key for key in a.keys() | b.keys() if a.get(key) != b.get(key)})


def in_one_process(records: QuoteRecords) -> Groups:
    """The groups of :func:`quoteattr.group`, and their cost."""
    began = time.process_time()
    groups = quoteattr.group(records)
    print(f"one process: {len(groups):,} groups, {time.process_time() - began:.0f} s", flush=True)
    return {
        quote_group.id: sorted(record.id for record in quote_group.records)
        for quote_group in groups
    }


def main() -> int:
    """Group made-up records, and print figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("paths", nargs="*", metavar="PATH")
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--hot", type=float, default=0.0)
    parser.add_argument("--cores", type=int, default=1)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--light", action="store_true", help="Java compiles itself little")
    parser.add_argument("--compare", action="store_true", help="group in one process, too")
    args = parser.parse_args()
    records = read_records(args.paths) or made_records(args.records, args.hot)
    expected = in_one_process(records) if args.compare else None
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "records.parquet")
        quoteattr.write([records], path)
        del records
        spark = spark_session(folder, args.cores, args.light)
        frame = spark.read.parquet(path)
        frame.count()
        usage = Usage()
        usage.start()
        for seed, input_partitions, partitions in LAYOUTS[: args.runs]:
            shuffled = frame.selectExpr("*", f"rand({seed}) AS place").orderBy("place")
            groups = run(shuffled.repartition(input_partitions), partitions, usage)
            if expected is not None:
                print(
                    f"order {seed}, {input_partitions} parts: {different(groups, expected)} differ"
                )
            expected = expected or groups
        spark.stop()
        print(f"shuffle {shuffled_megabytes(folder) / args.runs:.0f} MB a run")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
