"""``quoteattr archive review``: record that somebody reviewed all quotes of articles."""

from __future__ import annotations

import argparse

from quoteattr.archive.corrections.reviews import SCOPES
from quoteattr.cli.archive.query import add_archive_argument, check_archive_exists, open_archive
from quoteattr.cli.messages import SUCCESS, print_message
from quoteattr.cli.parser import Command
from quoteattr.text import count

EPILOG = """\
examples:
  quoteattr archive review news.db articles/storm.txt --by Ida
  quoteattr archive review news.db articles/storm.txt --scope all --blind
  quoteattr evaluate news.db                       on all reviewed articles
  quoteattr train news.db -o model.json

Reviewed articles count as annotated: evaluate and train accept the archive in place of a
folder. See docs/corrections.md.
"""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``quoteattr archive review``."""
    add_archive_argument(parser)
    parser.add_argument("sources", metavar="ID", nargs="+", help="ids of reviewed articles")
    scope = (
        "marks: all words in quotation marks were reviewed (default); all: reported clauses, too"
    )
    parser.add_argument("--scope", choices=SCOPES, default=SCOPES[0], help=scope)
    blind = "the reviewer did not see the machine's output"
    parser.add_argument("--blind", action="store_true", help=blind)
    parser.add_argument("--by", metavar="NAME", default="", help="who reviewed them")


def _run(args: argparse.Namespace) -> int:
    """Enter reviews."""
    check_archive_exists(args.archive)
    with open_archive(args.archive) as archive:
        for source in args.sources:
            archive.review(source, scope=args.scope, blind=args.blind, by=args.by, via="cli")
        reviewed = len(archive.gold())
    return print_message(f"{args.archive}: {count(reviewed, 'reviewed article')}", SUCCESS)


COMMAND = Command(EPILOG, _add_arguments, _run)
