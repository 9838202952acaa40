"""Find connected components: the root of each linked version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.spark.group_batches import LINK_ENDS, ROOT_COLUMNS, roots_of_links, table_schema

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from quoteattr.spark.checkpoints import Checkpoints

#: maximum number of links that one task follows, in some 100 MB: faster than pointer jumping
ONE_TASK = 1_000_000


def find_roots(links: DataFrame, checkpoints: Checkpoints) -> DataFrame:
    """Find the root of each version of a tree, including the root itself.

    A small number of links is followed in one task. Otherwise, in each round every version is
    linked to the ancestor of its ancestor, which halves the paths: a chain of a thousand links
    takes ten rounds.

    Args:
        links: ``id`` and ``parent``; a version has at most one parent, and there is no cycle.
        checkpoints: store the result of each round.

    Returns:
        ``id`` and ``root``.
    """
    from pyspark.sql import functions as sf

    if links.count() <= ONE_TASK:
        return checkpoints.keep(_follow(links), "roots")
    pointers, moving, number = links.select("id", sf.col("parent").alias("root")), True, 0
    while moving:
        number += 1
        jumped = checkpoints.keep(_jump(pointers), f"roots-{number}")
        pointers, moving = jumped.drop("moved"), not jumped.where("moved").isEmpty()
    return pointers.union(pointers.select(sf.col("root").alias("id"), "root").distinct())


def _follow(links: DataFrame) -> DataFrame:
    """Find the roots in one task."""
    from pyspark.sql.pandas.types import from_arrow_schema

    together = links.select(*LINK_ENDS).repartition(1)
    return together.mapInArrow(roots_of_links, from_arrow_schema(table_schema(ROOT_COLUMNS)))


def _jump(pointers: DataFrame) -> DataFrame:
    """One round: link each version to the ancestor of its ancestor, if there is one."""
    from pyspark.sql import functions as sf

    above = pointers.select(sf.col("id").alias("root"), sf.col("root").alias("above"))
    return pointers.join(above, "root", "left").select(
        "id",
        sf.coalesce("above", "root").alias("root"),
        sf.col("above").isNotNull().alias("moved"),
    )
