"""Start a local Spark for benchmarks, and measure its processes."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import psutil

#: settings for work that takes seconds, in which Java would mostly compile itself
LIGHT = {"spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}


def spark_session(
    folder: str, cores: int, light: bool = False, settings: Mapping[str, str] | None = None
) -> Any:
    """A local Spark that writes its event log into a folder.

    Args:
        folder: for all that Spark writes.
        cores: how many tasks run at a time.
        light: with the setting of ``LIGHT``.
        settings: more settings of Spark.
    """
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    all_settings = {
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
        **(settings or {}),
    }
    builder = SparkSession.builder.master(f"local[{cores}]")
    for name, value in all_settings.items():
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
        """The processor time so far of Java, and of the Python workers that it started."""
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
    """Megabytes that the tasks wrote for other tasks."""
    written = (m.get("Shuffle Write Metrics", {}) for m in task_metrics(folder))
    return sum(metric.get("Shuffle Bytes Written", 0) for metric in written) / 1e6
