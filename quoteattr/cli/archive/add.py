"""``quoteattr archive add``: articles into an archive."""

from __future__ import annotations

import argparse
import sys

from quoteattr.cli.archive.query import add_archive, opened
from quoteattr.cli.articles import PATHS, add_kinds, add_reading, add_workers, articles
from quoteattr.cli.command import INTERRUPTED, Command, Troubles, complain, names_file

EPILOG = """\
examples:
  quoteattr archive add news.db articles/          a folder, all below it; news.db is made
  quoteattr archive add news.db articles/          the same again reads only what is new
  quoteattr archive add news.db wire.jsonl.gz --field text=story.body --workers 4

An article whose source and text are there already is left as it is; one whose text has changed is
replaced, with its quotes. After Ctrl-C or a crash the archive is whole, and the same command goes
on where that one ended.
"""


def _arguments(parser: argparse.ArgumentParser) -> None:
    """What ``quoteattr archive add`` takes."""
    add_archive(parser, "the archive; made if it is not there")
    names_file(parser.add_argument("paths", metavar="PATH", nargs="+", help=PATHS))
    add_reading(parser)
    add_kinds(parser)
    add_workers(parser)


def _run(args: argparse.Namespace) -> int:
    """Read articles into an archive, and tell what became of them."""
    troubles = Troubles()
    given = troubles.apart(articles(args.paths, args))
    with opened(args.archive) as archive:
        try:
            added = archive.add(
                given, workers=args.workers, progress=sys.stderr.isatty(), kinds=args.kinds
            )
        except KeyboardInterrupt:
            whole = f"stopped; {args.archive} is whole, with {len(archive):,} quotes"
            return complain(f"{whole}: the same command goes on", INTERRUPTED)
    for failure in added.failures:
        troubles.tell(failure)
    counts = f"{added.new:,} new, {added.changed:,} changed, {added.known:,} known"
    told = f"{counts}; {added.records:,} quotes; {troubles.count:,} failures"
    return complain(f"{args.archive}: {told}", troubles.status)


COMMAND = Command("add", "read articles into an archive", EPILOG, _arguments, _run)
