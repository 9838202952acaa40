"""Options of archive queries: the file, filters, limit and output format."""

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
from quoteattr.cli.articles import same_file
from quoteattr.cli.command import complete_files
from quoteattr.cli.messages import SUCCESS, print_message
from quoteattr.cli.options import add_acts_option, add_confidence_option, add_kinds_option, positive
from quoteattr.errors import OptionError, SourceError
from quoteattr.text import shorten

Item = TypeVar("Item")


def add_archive_argument(parser: argparse.ArgumentParser, help_text: str = "the archive") -> None:
    """Add the argument for the file of the archive."""
    complete_files(parser.add_argument("archive", metavar="DB", help=help_text))


def add_filter_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that filter quotes."""
    words = "right after DB: words that must all occur in the quote or the speaker's name"
    parser.add_argument("words", metavar="WORDS", nargs="*", help=words)
    parser.add_argument("--speaker", metavar="NAME", help="speaker, in any form of the name")
    source = "id of an article, with * as a wildcard, or name of a publisher"
    parser.add_argument("--source", metavar="ID", help=source)
    since = "published from this day, month or year: 2026-05-04, 2026-05, 2026"
    parser.add_argument("--since", metavar="DATE", help=since)
    parser.add_argument(
        "--until", metavar="DATE", help="published up to this day, month or year, inclusive"
    )
    add_kinds_option(parser)
    add_acts_option(parser, "one or more of {acts} (default: all in the archive)")
    add_confidence_option(parser)
    parser.set_defaults(kinds=None)


def add_limit_option(parser: argparse.ArgumentParser, limit: int) -> None:
    """Add the option for the number of results."""
    help_text = f"number of results (default: {limit})"
    parser.add_argument("--limit", metavar="N", type=positive, default=limit, help=help_text)


def search_query(args: argparse.Namespace) -> tuple[str | None, Filters]:
    """The words of the query, None if there are none, and the other filters."""
    values = {name: getattr(args, name) for name in Filters.__annotations__}
    filters = {name: value for name, value in values.items() if value is not None}
    return " ".join(args.words) if args.words else None, cast(Filters, filters)


@contextmanager
def open_archive(path: str, read_only: bool = False) -> Iterator[QuoteArchive]:
    """Open an archive; it is created if it does not exist, unless ``read_only``.

    Raises:
        OptionError: the path is that of an archive in memory.
        QuoteattrError: as :class:`QuoteArchive`; the file cannot be read or written.
    """
    if path == MEMORY:
        raise OptionError(
            f"{MEMORY} exists only while the command runs", where=MEMORY, remedy="name a file"
        )
    try:
        with QuoteArchive(path, read_only=read_only) as archive:
            yield archive
    except sqlite3.Error as error:
        raise SourceError(
            f"cannot continue with {shorten(path)}: {error}",
            where=path,
            remedy="check the file, or name another one",
        ) from error


def check_archive_exists(path: str) -> None:
    """Check that there is an archive.

    Raises:
        OptionError: there is none.
    """
    if path != MEMORY and not os.path.exists(path):
        raise OptionError(
            f"there is no archive {shorten(path)}",
            where=path,
            remedy=f"create one with quoteattr archive add {path} PATH …",
        )


@contextmanager
def open_existing(args: argparse.Namespace) -> Iterator[QuoteArchive]:
    """Open an existing archive for reading.

    Raises:
        OptionError: the archive does not exist, or is the output.
        QuoteattrError: as :func:`open_archive`.
    """
    check_archive_exists(args.archive)
    if same_file(args.archive, args.output):
        raise OptionError(
            f"-o {args.output} is the archive", where="-o", remedy="name another file"
        )
    with open_archive(args.archive, read_only=True) as archive:
        yield archive


def note_limit(results: Sequence[object], limit: int, noun: str) -> None:
    """Print a note if there are more results than the limit."""
    if len(results) > limit:
        print_message(f"more than {limit} {noun} were found; raise --limit to see them", SUCCESS)


class View(NamedTuple, Generic[Item]):
    """An output format for results of a query."""

    #: writes results to a text file
    write: Callable[[Sequence[Item], IO[str]], None]
    #: the suffixes of its files
    suffixes: tuple[str, ...]


def view_of(views: Mapping[str, View[Item]], args: argparse.Namespace, default: str) -> View[Item]:
    """The view by ``--format``, by the suffix of the output, or the default.

    Raises:
        OptionError: no view has the suffix of the output.
    """
    if args.format is not None or args.output is None:
        return views[args.format or default]
    suffix = PurePath(args.output).suffix.lower()
    for view in views.values():
        if suffix in view.suffixes:
            return view
    raise OptionError(
        f"no format has the suffix {shorten(suffix)}",
        where="-o",
        remedy=f"add --format, one of {', '.join(views)}",
    )
