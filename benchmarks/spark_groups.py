"""Groups of made-up records on a local Spark: what they cost, and whether any differs.

    pip install -e ".[spark]" psutil
    python benchmarks/spark_groups.py [--records 20000] [--hot 0.5] [--light] [--runs 5] [--compare]

``--runs`` repeats the grouping, each time with the records in another order and in another number
of partitions, and says how many groups stand in one run alone; ``--compare`` does the same with
:func:`quoteattr.group` in one process. Processor time is that of the Java machine and of its Python
workers, so that what else runs on the machine hardly counts.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
from utterances import RecordMaker

import quoteattr
from quoteattr import QuoteRecords
from quoteattr.spark import group

#: for each run: the seed of the order, the partitions of the records, and those of the work
LAYOUTS = ((0, 4, 4), (1, 1, 4), (2, 7, 3), (3, 16, 8), (4, 2, 2))

#: a setting for work that is done in seconds: else Java takes most of the time to compile itself
LIGHT = {"spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}

Groups = dict[str, list[str]]


def spark_session(folder: str, cores: int, light: bool = False) -> Any:
    """A local Spark that writes its event log into a folder.

    Args:
        folder: for all that Spark writes.
        cores: how many tasks run at a time.
        light: with the setting of ``LIGHT``.
    """
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.memory": "4g",
        "spark.sql.shuffle.partitions": "4",
        "spark.local.dir": folder,
        "spark.eventLog.enabled": "true",
        "spark.eventLog.dir": f"file://{folder}",
        "spark.eventLog.compress": "false",
        "spark.eventLog.rolling.enabled": "false",
        "spark.executorEnv.PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        **(LIGHT if light else {}),
    }
    builder = SparkSession.builder.master(f"local[{cores}]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


class Usage(threading.Thread):
    """Samples the processes of a local Spark, which ends idle workers without a trace."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        #: the processor time of each process, by its id and whether it is Java
        self._seconds = dict[tuple[int, bool], float]()
        #: the memory of the largest Python worker so far, in MB
        self.largest_worker = 0.0

    def run(self) -> None:
        """Sample four times a second."""
        while True:
            self.sample()
            time.sleep(0.25)

    def sample(self) -> None:
        """Look at all processes that live."""
        for process in psutil.Process().children(recursive=True):
            with contextlib.suppress(psutil.Error):
                is_java, times = process.name() == "java", process.cpu_times()
                self._seconds[process.pid, is_java] = times.user + times.system
                if not is_java:
                    size = process.memory_info().rss / 1e6
                    self.largest_worker = max(self.largest_worker, size)

    def seconds(self) -> tuple[float, float]:
        """Processor time so far of Java, and of the Python workers that it started."""
        self.sample()
        java = sum(value for (_, is_java), value in self._seconds.items() if is_java)
        return java, sum(self._seconds.values()) - java


def task_metrics(folder: str) -> Iterator[dict[str, Any]]:
    """The metrics of each task in the event log."""
    for path in Path(folder).glob("*local-*"):
        for line in path.read_text("utf-8").splitlines() if path.is_file() else ():
            if '"SparkListenerTaskEnd"' in line:
                yield json.loads(line).get("Task Metrics") or {}


def shuffled_megabytes(folder: str) -> float:
    """What the tasks wrote for other tasks."""
    written = (m.get("Shuffle Write Metrics", {}) for m in task_metrics(folder))
    return sum(metric.get("Shuffle Bytes Written", 0) for metric in written) / 1e6


def run(frame: Any, partitions: int, usage: Usage) -> Groups:
    """Group, print what it cost, and give the members of each group."""
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
    """How many groups stand in one of two runs alone."""
    return len({key for key in a.keys() | b.keys() if a.get(key) != b.get(key)})


def in_one_process(records: QuoteRecords) -> Groups:
    """The groups of :func:`quoteattr.group`, and what they cost."""
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
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--hot", type=float, default=0.0)
    parser.add_argument("--cores", type=int, default=1)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--light", action="store_true", help="Java compiles itself little")
    parser.add_argument("--compare", action="store_true", help="group in one process, too")
    args = parser.parse_args()
    made = RecordMaker(args.records, hot=args.hot).records()
    records = QuoteRecords([made_record.record for made_record in made])
    expected = in_one_process(records) if args.compare else None
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "records.parquet")
        quoteattr.write([records], path)
        del made, records
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
