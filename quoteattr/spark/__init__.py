"""The same records and groups on Apache Spark (extra ``spark``); docs/scale.md has the settings."""

from quoteattr.spark.extraction import extract
from quoteattr.spark.grouping import group

__all__ = ["extract", "group"]
