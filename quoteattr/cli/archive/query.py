"""What is asked of an archive: which one, which of its quotes, how many, and how they are shown."""

from __future__ import annotations

import argparse
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import PurePath
from typing import IO, Generic, NamedTuple, TypeVar, cast

from quoteattr.archive.archive import QuoteArchive
from quoteattr.archive.search import Filters
from quoteattr.archive.store import MEMORY
from quoteattr.cli.articles import add_confidence, add_kinds, positive, same_file
from quoteattr.cli.command import DONE, complain, names_file
from quoteattr.errors import OptionError, SourceError
from quoteattr.text import shorten

Item = TypeVar("Item")


def add_archive(parser: argparse.ArgumentParser, told: str = "the archive") -> None:
    """Which archive."""
    names_file(parser.add_argument("archive", metavar="DB", help=told))


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Which of its quotes."""
    words = "right behind DB: what must stand in the quote or the speaker's name, all of it"
    parser.add_argument("words", metavar="WORDS", nargs="*", help=words)
    parser.add_argument("--speaker", metavar="NAME", help="any form of the name is meant")
    source = "the id of an article, where * stands for anything, or the name of a publisher"
    parser.add_argument("--source", metavar="ID", help=source)
    since = "published from this day, month or year: 2026-05-04, 2026-05, 2026"
    parser.add_argument("--since", metavar="DATE", help=since)
    parser.add_argument("--until", metavar="DATE", help="and up to this one, all of it included")
    add_kinds(parser)
    add_confidence(parser)
    parser.set_defaults(kinds=None, min_confidence=None)


def add_limit(parser: argparse.ArgumentParser, limit: int) -> None:
    """How many are given."""
    told = f"give the first N (default: {limit})"
    parser.add_argument("--limit", metavar="N", type=positive, default=limit, help=told)


def wanted(args: argparse.Namespace) -> tuple[str | None, Filters]:
    """The words that are asked for, None for any, and the other filters."""
    given = {name: getattr(args, name) for name in Filters.__annotations__}
    filters = {name: value for name, value in given.items() if value is not None}
    return " ".join(args.words) if args.words else None, cast(Filters, filters)


@contextmanager
def opened(path: str, read_only: bool = False) -> Iterator[QuoteArchive]:
    """An open archive; made if it is not there, unless it is only read.

    Raises:
        OptionError: it is in no file.
        QuoteattrError: as :class:`QuoteArchive`; its file cannot be read or written.
    """
    if path == MEMORY:
        raise OptionError(
            f"{MEMORY} would be gone when the command ends", where=MEMORY, remedy="name a file"
        )
    try:
        with QuoteArchive(path, read_only=read_only) as archive:
            yield archive
    except sqlite3.Error as error:
        raise SourceError(
            f"cannot go on with {shorten(path)}: {error}",
            where=path,
            remedy="look after the file, or name another one",
        ) from error


@contextmanager
def asked(args: argparse.Namespace) -> Iterator[QuoteArchive]:
    """An open archive to read, which is there, and which the output does not write over.

    Raises:
        OptionError: it is not so.
        QuoteattrError: as :func:`opened`.
    """
    if args.archive != MEMORY and not os.path.exists(args.archive):
        raise OptionError(
            f"there is no archive {shorten(args.archive)}",
            where=args.archive,
            remedy=f"make one with quoteattr archive add {args.archive} PATH …",
        )
    if same_file(args.archive, args.output):
        raise OptionError(
            f"-o {args.output} is the archive", where="-o", remedy="name another file"
        )
    with opened(args.archive, read_only=True) as archive:
        yield archive


def tell_of_more(found: Sequence[object], limit: int, things: str) -> None:
    """Tell that more were found than are asked for, so that nobody takes these for all."""
    if len(found) > limit:
        complain(f"more {things} than {limit} were found: --limit N gives N", DONE)


class View(NamedTuple, Generic[Item]):
    """A way to show what was found."""

    #: writes to a file opened for text
    write: Callable[[Sequence[Item], IO[str]], None]
    #: how the name of a file ends that is meant to be so
    suffixes: tuple[str, ...]


def view_of(views: Mapping[str, View[Item]], args: argparse.Namespace, usual: str) -> View[Item]:
    """The view asked for by name, by the name of the file, or else the usual one.

    Raises:
        OptionError: there is none that the file could be meant for.
    """
    if args.format is not None or args.output is None:
        return views[args.format or usual]
    suffix = PurePath(args.output).suffix.lower()
    for view in views.values():
        if suffix in view.suffixes:
            return view
    raise OptionError(
        f"no format is known by {shorten(suffix)}",
        where="-o",
        remedy=f"add --format, one of {', '.join(views)}",
    )
