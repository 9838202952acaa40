"""Kill a run on Spark and start it again, and look for lost or duplicate records.

    pip install -e ".[spark]"
    python benchmarks/spark_resume.py [--days 6] [--kills 2]

writes the articles of the annotated examples, one folder per day, and starts a run that extracts
them day by day. When a day is complete and the next has begun, the run is killed with its Java
(SIGKILL), and started again; it continues with the days without ``_SUCCESS``. At the end the
records are compared with those of one process.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import quoteattr
from quoteattr import Article

TEXTS = Path(__file__).parents[1] / "examples/annotated/text"
#: number of copies of each article in a day, each with its own source
COPIES = 10


def articles(days: int) -> Iterator[tuple[int, Article]]:
    """The articles, with their days."""
    texts = [path.read_text("utf-8") for path in sorted(TEXTS.glob("*.txt"))]
    for day in range(days):
        for copy in range(COPIES):
            for number, text in enumerate(texts):
                yield day, Article(text, id=f"{day}/{copy}/{number}")


def write_articles(folder: Path, days: int) -> None:
    """Write the articles as Parquet, one folder per day."""
    import pyarrow
    import pyarrow.parquet

    rows = [{"text": a.text, "source": a.source, "day": day} for day, a in articles(days)]
    table = pyarrow.Table.from_pylist(rows)
    pyarrow.parquet.write_to_dataset(table, folder / "articles", ["day"])


def run(folder: Path, days: int) -> None:
    """Extract the days that are not complete."""
    from pyspark.sql import SparkSession

    import quoteattr.spark

    builder = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
    spark = builder.config("spark.local.dir", str(folder)).getOrCreate()
    for day in range(days):
        target = folder / f"records/day={day}"
        if not (target / "_SUCCESS").exists():
            frame = spark.read.parquet(str(folder / f"articles/day={day}")).repartition(2)
            quoteattr.spark.extract(frame).write.mode("overwrite").parquet(str(target))
    spark.stop()


def start(folder: Path, days: int) -> subprocess.Popen[bytes]:
    """Start a run in a process group of its own."""
    command = [sys.executable, __file__, "--days", str(days), "--run", str(folder)]
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    return subprocess.Popen(
        command, env=environment, start_new_session=True, stderr=subprocess.DEVNULL
    )


def kill_within_a_day(running: subprocess.Popen[bytes], folder: Path, complete: int) -> bool:
    """Kill a run when more days are complete than before, and another has begun."""
    while running.poll() is None:
        if len(complete_days(folder)) > complete and any(folder.glob("records/*/_temporary")):
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
            return True
        time.sleep(0.01)
    return False


def complete_days(folder: Path) -> list[str]:
    """The days that are complete."""
    return sorted(path.parent.name for path in folder.glob("records/*/_SUCCESS"))


def compare(folder: Path, days: int) -> int:
    """Count lost and duplicate records."""
    import pyarrow.parquet

    rows = pyarrow.parquet.read_table(folder / "records", columns=["record_id"]).to_pylist()
    counts = Counter(row["record_id"] for row in rows)
    in_one = quoteattr.extract_many(article for _, article in articles(days))
    expected = Counter(record.id for records in in_one for record in records)
    lost, twice = (expected - counts).total(), (counts - expected).total()
    print(f"{expected.total():,} records; {lost} lost, {twice} there twice")
    return lost + twice


def main() -> int:
    """Kill a run and repeat it, and print what became of the records."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("--days", type=int, default=6)
    parser.add_argument("--kills", type=int, default=2)
    parser.add_argument("--run", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.run:
        run(args.run, args.days)
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_articles(folder, args.days)
        for number in range(args.kills):
            complete = len(complete_days(folder))
            killed = kill_within_a_day(start(folder, args.days), folder, complete)
            print(
                f"run {number + 1}: killed {killed}, complete {complete_days(folder)}", flush=True
            )
        start(folder, args.days).wait()
        print(f"last run: complete {complete_days(folder)}")
        return compare(folder, args.days)


if __name__ == "__main__":
    raise SystemExit(main())
