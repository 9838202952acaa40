"""Keep the results of steps, so that no later step computes them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.errors import OptionError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


class Checkpoints:
    """Keeps the results of steps: on the executors, or as Parquet in a folder.

    Args:
        folder: a folder that all executors can reach; None to keep them on the executors, where a
            result is lost with its executor, which makes the job fail.
    """

    def __init__(self, folder: str | None = None) -> None:
        self._folder = folder

    def keep(self, frame: DataFrame, name: str) -> DataFrame:
        """Compute a data frame now, and return one that reads the stored rows.

        Raises:
            OptionError: the executors cannot keep it: Spark Connect before 4.0.
        """
        if self._folder is not None:
            path = f"{self._folder}/{name}"
            frame.write.mode("overwrite").parquet(path)
            return frame.sparkSession.read.schema(frame.schema).parquet(path)
        if not hasattr(frame, "localCheckpoint"):
            raise OptionError(
                "this version of Spark Connect cannot keep results on the executors",
                where="group()",
                remedy="pass checkpoints= with a folder that all executors reach",
            )
        return frame.localCheckpoint()
