"""Group records of one utterance on Spark, like :func:`quoteattr.group`.

Every decision is made by that function's own code, called on Arrow batches
(``spark/group_batches.py``). This module joins and sorts its input:

1. records → distinct versions with their index keys, numbered by fullness;
2. keys → the holders of each key in order → pairs that are compared;
3. those pairs that have enough keys in common, before any text is moved;
4. the best fuller version of each version: its link;
5. links → the root of each version, in one task or by pointer jumping;
6. trees with the quotes of their sources → utterances → members.

It uses only data frames, no Spark context, so Spark Connect works, too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from attrs import frozen

from quoteattr.checks import check_count, check_text
from quoteattr.extras import require
from quoteattr.formats.columns import GROUP_COLUMN
from quoteattr.groups.split_trees import STORY_BITS
from quoteattr.groups.version import VERBATIM_KINDS
from quoteattr.records import check_kinds
from quoteattr.spark import group_batches as steps
from quoteattr.spark.checkpoints import Checkpoints
from quoteattr.spark.components import find_roots
from quoteattr.spark.record_columns import KEPT, MEMBER_ALWAYS, check_keep, record_columns

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

#: the setting for the number of parts of a shuffle
_PARTITIONS = "spark.sql.shuffle.partitions"
#: maximum number of blocks that receive all versions: nearly all are needed in each, so selecting
#: them would move as much data, and more often
FEW_BLOCKS = 8
#: number of hexadecimal digits of the id of a group
_ID_DIGITS = 16


def group(
    records: DataFrame,
    *,
    kinds: Collection[str] = VERBATIM_KINDS,
    keep: Collection[str] = (),
    partitions: int | None = None,
    checkpoints: str | None = None,
) -> DataFrame:
    """Find the utterances that are quoted more than once, like :func:`quoteattr.group`.

    Spark computes them when this function is called, in several jobs; only a join of the members
    with their groups is deferred. The result depends neither on the order of the records nor on
    their partitions.

    Args:
        records: records, one per row, as from :func:`quoteattr.spark.extract` or the Parquet
            export; rows of failures are left out. Each article needs a ``source`` of its own, to
            determine which articles report one story.
        kinds: the kinds of quotes to group, as for :func:`quoteattr.group`.
        keep: columns of the records to copy to each member.
        partitions: the number of parts of the work, two or three per core; by default
            ``spark.sql.shuffle.partitions``.
        checkpoints: a folder for the results of steps, which all executors can reach; delete it
            when the result is written. By default the executors keep them, and if one is lost the
            job fails.

    Returns:
        The records in groups, one per row: ``group_id`` (the ``QuoteGroup.id``, the same in every
        run), ``record_id``, ``source``, and the columns to keep.

    Raises:
        InputError: an argument is of the wrong type, or a column is missing or of another type.
        OptionError: a kind does not exist, or a column has a reserved name.
        MissingExtraError: the extra ``spark`` is not installed.
    """
    require("spark", "pyspark", "pyarrow", "rapidfuzz")
    wanted = check_kinds(kinds)
    check_text(checkpoints, "checkpoints", optional=True)
    check_count(partitions, "partitions", optional=True)
    record_columns(records, ())
    kept = check_keep(records, keep)
    number_of_partitions = partitions or int(records.sparkSession.conf.get(_PARTITIONS) or 1)
    run = _Run(number_of_partitions, Checkpoints(checkpoints))
    read = run.members(record_columns(records, kept), wanted)
    versions = run.versions(read)
    links = run.links(versions, run.likely(versions, run.pairs(versions)))
    return _members(read, run.utterances(read, versions, links))


@frozen
class _Run:
    """The steps of one call."""

    #: the number of partitions of the work
    partitions: int
    checkpoints: Checkpoints

    def members(self, records: DataFrame, kinds: frozenset[str]) -> DataFrame:
        """The version of each record, with the identifiers of the record."""
        from pyspark.sql.types import StructType

        def read(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
            return steps.read_members(batches, kinds)

        columns = _spark_schema({**steps.VERSION_COLUMNS, **steps.MEMBER_COLUMNS})
        kept = [field for field in records.schema.fields if field.name == KEPT]
        schema = StructType([*columns.fields, *kept])
        return self.checkpoints.keep(records.mapInArrow(read, schema), "members")

    def versions(self, members: DataFrame) -> DataFrame:
        """The distinct versions with their index keys; a fuller one has a higher ``number``."""
        from pyspark.sql import functions as sf

        counted = members.groupBy(*steps.VERSION_COLUMNS).agg(sf.count("*").alias("records"))
        by_size = ("weight", "id")
        # The number of parts is always explicit: otherwise adaptive execution merges small ones,
        # and one Python process receives everything.
        ordered = counted.repartitionByRange(self.partitions, *by_size)
        ordered = ordered.sortWithinPartitions(*by_size)
        # stored, since another computation may number them differently
        numbered = ordered.withColumn("number", sf.monotonically_increasing_id())
        return self.checkpoints.keep(
            _map(numbered, steps.index_keys, steps.INDEXED_COLUMNS), "versions"
        )

    def pairs(self, versions: DataFrame) -> DataFrame:
        """The pairs of versions to compare: a child and fuller ones, by number."""
        from pyspark.sql import functions as sf

        holders = _unpack(versions, "number", "keys").toDF("number", "key")
        holders = holders.repartition(self.partitions, "key").sortWithinPartitions(
            "key", sf.desc("number")
        )
        pairs = _map(holders, steps.compared_pairs, steps.PAIR_COLUMNS)
        return self.checkpoints.keep(pairs, "pairs")

    def likely(self, versions: DataFrame, pairs: DataFrame) -> DataFrame:
        """The pairs that share enough keys."""
        blocks = self.blocks(pairs, versions.select("number", "keys"))
        likely = _map(blocks, steps.likely_pairs, steps.PAIR_COLUMNS)
        return self.checkpoints.keep(likely, "likely")

    def links(self, versions: DataFrame, pairs: DataFrame) -> DataFrame:
        """The link of each version that has a parent."""
        blocks = self.blocks(pairs, versions.select("number", *steps.VERSION_COLUMNS))
        links = _map(blocks, steps.best_links, steps.LINK_COLUMNS)
        return self.checkpoints.keep(links, "links")

    def blocks(self, pairs: DataFrame, versions: DataFrame) -> DataFrame:
        """Pairs by block of children, after the versions that they need.

        So a version is moved once per block, not once per pair.
        """
        from pyspark.sql import functions as sf

        block = sf.pmod(sf.hash("child"), sf.lit(self.partitions)).alias("block")
        in_blocks = pairs.select(block, "child", "parents")
        if self.partitions <= FEW_BLOCKS:
            every_block = sf.sequence(sf.lit(0), sf.lit(self.partitions - 1))
            in_each = versions.select(sf.explode(every_block).alias("block"), "*")
        else:
            parents = _unpack(in_blocks, "block", "parents").toDF("block", "number")
            needed = in_blocks.select("block", "child").union(parents).toDF("block", "number")
            in_each = needed.distinct().join(versions, "number")
        rows = in_each.unionByName(in_blocks, allowMissingColumns=True)
        return rows.repartition(self.partitions, "block").sortWithinPartitions("block", "child")

    def utterances(self, members: DataFrame, versions: DataFrame, links: DataFrame) -> DataFrame:
        """The utterance of each version that is in a group: the id of its fullest version."""
        from pyspark.sql import functions as sf

        roots = find_roots(links, self.checkpoints)
        linked = versions.drop("number", "keys").join(roots, "id", "left").join(links, "id", "left")
        linked = self.checkpoints.keep(linked, "linked")
        rows = self.tree_rows(members, linked)
        rows = rows.repartition(self.partitions, "root").sortWithinPartitions("root")
        split = _map(rows, steps.split_trees, steps.UTTERANCE_COLUMNS)
        single = linked.where(sf.col("root").isNull() & (sf.col("records") >= steps.FEWEST_RECORDS))
        single = single.select("id", sf.col("id").alias("utterance"))
        return self.checkpoints.keep(split.unionByName(single), "utterances")

    def tree_rows(self, members: DataFrame, linked: DataFrame) -> DataFrame:
        """The versions of trees, the sources of these, and the quotes of these sources.

        The quotes determine which sources report one story. They are joined by tree, not by pair of
        versions, since a common phrase has very many pairs.
        """
        from pyspark.sql import functions as sf

        of_sources = members.where("source_id IS NOT NULL").select("id", "source_id").distinct()
        placed = of_sources.join(linked.select("id", "root", "name", "weight"), "id")
        placed = self.checkpoints.keep(placed, "placed")
        sources = placed.where("root IS NOT NULL").select("root", "id", "source_id")
        quotes = placed.where((sf.col("weight") >= STORY_BITS) & (sf.col("name") != "")).select(
            "source_id", sf.coalesce("root", "id").alias("story"), "name", "weight"
        )
        stories = sources.select("root", "source_id").distinct().join(quotes, "source_id")
        stories = stories.where("story <> root")
        versions = linked.where("root IS NOT NULL")
        kinds = ((stories, steps.STORY), (sources, steps.SOURCE), (versions, steps.VERSION))
        rows = [frame.withColumn("row_kind", sf.lit(kind)) for frame, kind in kinds]
        result = rows[0].unionByName(rows[1], allowMissingColumns=True)
        return result.unionByName(rows[2], allowMissingColumns=True).select(*steps.TREE_COLUMNS)


def _members(members: DataFrame, utterances: DataFrame) -> DataFrame:
    """The records of the utterances that are groups."""
    from pyspark.sql import functions as sf

    group_id = sf.lower(sf.lpad(sf.hex("utterance"), _ID_DIGITS, "0")).alias(GROUP_COLUMN)
    kept = [f"{KEPT}.*"] if KEPT in members.columns else []
    in_group = members.join(utterances.select("id", group_id), "id")
    return in_group.select(GROUP_COLUMN, *MEMBER_ALWAYS, *kept)


def _map(
    frame: DataFrame, step: Callable[..., Iterator[Any]], columns: Mapping[str, str]
) -> DataFrame:
    """The result of a step on each partition of a data frame."""
    return frame.mapInArrow(step, _spark_schema(columns))


def _unpack(frame: DataFrame, number: str, packed: str) -> DataFrame:
    """A row for each number that is packed in a column, with the number beside it."""
    return _map(frame.select(number, packed), steps.unpack_rows, steps.UNPACKED_COLUMNS)


def _spark_schema(columns: Mapping[str, str]) -> Any:
    """Columns as a Spark schema."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(steps.table_schema(columns))
