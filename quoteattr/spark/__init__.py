"""Extract, group and audit on Apache Spark (extra ``spark``); docs/scale.md has the settings."""

from quoteattr.spark.auditing import audit
from quoteattr.spark.extraction import extract
from quoteattr.spark.grouping import group

__all__ = ["audit", "extract", "group"]
