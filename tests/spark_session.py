"""A local Spark of two executors' cores, for tests; they are skipped where it cannot start."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

HAS_JAVA = bool(shutil.which("java") or os.environ.get("JAVA_HOME"))

needs_spark = pytest.mark.skipif(
    not HAS_JAVA or importlib.util.find_spec("pyspark") is None,
    reason="Spark needs Java 17 and pyspark: pip install 'quoteattr[spark]'",
)


@contextmanager
def local_spark(folder: str) -> Iterator[Any]:
    """A session that keeps its files in a folder, and is stopped at the end."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.memory": "1g",
        # Little is computed: compiling what computes it would take most of the time.
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        "spark.local.dir": folder,
        "spark.sql.warehouse.dir": folder,
        "spark.sql.shuffle.partitions": "2",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.executorEnv.PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    builder = SparkSession.builder.master("local[2]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    try:
        yield session
    finally:
        session.stop()
