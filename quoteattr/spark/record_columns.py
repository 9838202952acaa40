"""Check the columns of a Spark data frame of records, and convert them to those of a record."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from quoteattr.checks import check_several, check_text, describe
from quoteattr.errors import InputError, OptionError
from quoteattr.formats.columns import GROUP_COLUMN
from quoteattr.text import shorten

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

#: the columns of a member in addition to the id of its group
MEMBER_ALWAYS = ("record_id", "source")
#: the column that holds the columns to keep
KEPT = "kept"

_SPANS = "array<struct<start:bigint,end:bigint>>"
#: the columns that grouping reads, with their target types
RECORD_TYPES = {
    **dict.fromkeys(("record_id", "speaker", "quote", "source", "kind"), "string"),
    **dict.fromkeys(("spans", "quoted"), _SPANS),
    "confidence": "double",
}
#: the possible input types of each; a column without any value is *void*
_ACCEPTED = {
    "string": re.compile(r"string|void"),
    _SPANS: re.compile(r"array<struct<start:(?:big)?int,end:(?:big)?int>>|void"),
    "double": re.compile(r"double|float|decimal.*|void"),
}
_REMEDY = "pass what quoteattr.spark.extract gives, or read Parquet that quoteattr.write wrote"


def check_keep(frame: DataFrame, keep: Collection[str]) -> tuple[str, ...]:
    """Check the names of the columns to keep.

    Raises:
        InputError: the frame has no such column.
        OptionError: a column has the name of the column for the group.
    """
    kept = tuple(dict.fromkeys(check_several(keep, "keep", "a list of columns")))
    for name in kept:
        check_text(name, "keep")
        if name == GROUP_COLUMN:
            raise OptionError(
                f"keep= cannot keep {shorten(name)}, which the result has",
                where="keep",
                remedy="leave it out, or rename the column",
            )
        if name not in frame.columns:
            raise InputError(
                f"there is no column {shorten(name)}",
                where="keep",
                remedy=f"keep one or more of {', '.join(frame.columns)}",
            )
    return tuple(name for name in kept if name not in MEMBER_ALWAYS)


def record_columns(frame: DataFrame, keep: Collection[str]) -> DataFrame:
    """The columns of records that grouping reads, and one with the columns to keep.

    Raises:
        InputError: the value is not a data frame, or a column is missing or of another type.
    """
    from pyspark.sql import functions as sf

    check_records(frame, "group()")
    columns = [sf.col(name).cast(wanted).alias(name) for name, wanted in RECORD_TYPES.items()]
    kept = [sf.struct(*keep).alias(KEPT)] if keep else []
    selected: DataFrame = frame.select(*columns, *kept)
    return selected


def check_records(frame: object, where: str) -> None:
    """Check that a value is a data frame of records.

    Args:
        frame: the value.
        where: the function that was called.

    Raises:
        InputError: it is not a data frame, or a column is missing or of another type.
    """
    schema: Any = getattr(frame, "schema", None)
    if schema is None or not hasattr(frame, "mapInArrow"):
        raise InputError(
            f"expected a Spark data frame of records, not {describe(frame)}",
            where=where,
            remedy=_REMEDY,
        )
    types = {field.name: field.dataType.simpleString() for field in schema.fields}
    for name, wanted in RECORD_TYPES.items():
        actual = types.get(name, "missing")
        if not _ACCEPTED[wanted].fullmatch(actual):
            raise InputError(
                f"the column {shorten(name)} must be {wanted}, and is {actual}",
                where=where,
                remedy=_REMEDY,
            )
