"""The same records on Apache Spark (extra ``spark``); docs/scale.md tells how to run it."""

from quoteattr.spark.extraction import extract

__all__ = ["extract"]
