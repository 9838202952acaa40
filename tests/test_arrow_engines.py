"""The examples of other engines: each gives the records of one process, where it is installed."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from test_arrow import articles, rows

ENGINES = Path(__file__).parent.parent / "examples" / "engines"

#: on a busy machine the processes of Ray wait longer for each other than the 15 s of the default
PATIENCE = {"RAY_agent_register_timeout_ms": "240000", "RAY_raylet_start_wait_time_s": "240"}


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["daft", "dask", "duckdb", "ray"])
def test_an_engine_gives_the_records_of_one_process(engine, tmp_path):
    if importlib.util.find_spec(engine) is None:
        pytest.skip(f"{engine} is not installed; no extra of ours brings it")
    batch, source, target = articles(), tmp_path / "articles.parquet", tmp_path / "records"
    with pq.ParquetWriter(source, batch.schema) as writer:
        for start in (0, 2):
            writer.write_batch(batch.slice(start, 2), row_group_size=2)
    if engine == "dask":
        target.mkdir()
    script = ENGINES / f"{engine}_records.py"
    command, environment = [sys.executable, script, source, target], {**os.environ, **PATIENCE}
    subprocess.run(command, check=True, timeout=300, env=environment)
    # Daft and Ray may write the row groups in another order.
    result = sorted(pq.read_table(target).to_pylist(), key=place)
    assert result == sorted(rows([batch]), key=place)


def place(row):
    """Sort key of the row of a record."""
    return row["source"], str(row["spans"])
