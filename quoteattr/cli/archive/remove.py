"""``quoteattr archive remove``: remove articles and their quotes from an archive."""

from __future__ import annotations

import argparse

from quoteattr.cli.archive.query import add_archive_argument, check_archive_exists, open_archive
from quoteattr.cli.messages import INCOMPLETE, SUCCESS, print_message
from quoteattr.cli.parser import Command
from quoteattr.text import count, shorten

EPILOG = """\
examples:
  quoteattr archive remove news.db herald/1 herald/7

SOURCE is the source of a record. Corrections of the article are kept, and apply again if it is
added again.
"""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``quoteattr archive remove``."""
    add_archive_argument(parser)
    parser.add_argument("sources", metavar="SOURCE", nargs="+", help="source of an article")


def _run(args: argparse.Namespace) -> int:
    """Remove articles; report those that do not exist."""
    check_archive_exists(args.archive)
    status = SUCCESS
    removed = 0
    with open_archive(args.archive) as archive:
        for source in dict.fromkeys(args.sources):
            if source in archive:
                archive.remove(source)
                removed += 1
            else:
                message = f"there is no article {shorten(source)} in the archive"
                status = print_message(message, INCOMPLETE)
    return print_message(f"{args.archive}: {count(removed, 'article')} removed", status)


COMMAND = Command(EPILOG, _add_arguments, _run)
