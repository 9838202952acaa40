"""Read annotated articles: a folder of them, or the reviewed articles of an archive."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from quoteattr.errors import OptionError, SourceError
from quoteattr.evaluation.brat import GoldArticle, read_gold
from quoteattr.text import shorten

#: help on the argument
ANNOTATED = "a folder of annotated articles, or an archive with reviewed ones"


def annotated_articles(path: str, names: str | None = None) -> Iterator[GoldArticle]:
    """Read annotated articles.

    Args:
        path: a folder, or the file of an archive.
        names: a table of the speakers' full names, by default that of the folder.

    Raises:
        OptionError: an archive takes no table of names.
        SourceError: the folder or file cannot be read, or no article is reviewed.
    """
    if not os.path.isfile(path):
        return read_gold(Path(path), Path(names) if names else None)
    if names is not None:
        raise OptionError(
            f"{shorten(path)} is an archive, whose reviews contain the names",
            where="--names",
            remedy="leave out --names",
        )
    return iter(_reviewed_articles(path))


def _reviewed_articles(path: str) -> list[GoldArticle]:
    """The reviewed articles of an archive."""
    from quoteattr.cli.archive.query import open_archive  # it needs an extra that folders do not

    with open_archive(path, read_only=True) as archive:
        golds = archive.gold()
    if not golds:
        raise SourceError(
            f"no article of {shorten(path)} is reviewed",
            where=path,
            remedy=f"mark reviewed articles with quoteattr archive review {path} ID …",
        )
    return golds
