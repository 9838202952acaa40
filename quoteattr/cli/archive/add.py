"""``quoteattr archive add``: add articles to an archive."""

from __future__ import annotations

import argparse
import sys

from quoteattr.cli.archive.query import add_archive_argument, open_archive
from quoteattr.cli.articles import articles, people_of_arguments, read_model
from quoteattr.cli.command import FailureReporter, complete_files
from quoteattr.cli.messages import INTERRUPTED, print_message
from quoteattr.cli.options import (
    EXTRACTION_CONFIDENCE,
    PATHS,
    add_acts_option,
    add_confidence_option,
    add_kinds_option,
    add_model_option,
    add_people_option,
    add_reading_options,
    add_workers_option,
)
from quoteattr.cli.parser import Command

EPILOG = """\
examples:
  quoteattr archive add news.db articles/          a folder with its subfolders; creates news.db
  quoteattr archive add news.db articles/          again: adds only new articles
  quoteattr archive add news.db wire.jsonl.gz --field text=story.body --workers 4

An article with a known source and the same text is left unchanged; one with another text is
replaced, with its quotes. After Ctrl-C or a crash the archive is valid, and the same command
resumes.
"""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``quoteattr archive add``."""
    add_archive_argument(parser, "the archive; created if it does not exist")
    complete_files(parser.add_argument("paths", metavar="PATH", nargs="+", help=PATHS))
    add_reading_options(parser)
    add_kinds_option(parser)
    add_acts_option(parser)
    add_people_option(parser)
    add_model_option(parser)
    add_confidence_option(parser, EXTRACTION_CONFIDENCE)
    add_workers_option(parser)


def _run(args: argparse.Namespace) -> int:
    """Add articles to an archive, and print a summary."""
    reporter = FailureReporter()
    articles_read = reporter.articles(articles(args.paths, args))
    with open_archive(args.archive) as archive:
        try:
            added = archive.add(
                articles_read,
                workers=args.workers,
                progress=sys.stderr.isatty(),
                kinds=args.kinds,
                acts=args.acts,
                min_confidence=args.min_confidence,
                people=people_of_arguments(args),
                model=read_model(args),
            )
        except KeyboardInterrupt:
            state = f"stopped; {args.archive} is valid, with {len(archive):,} quotes"
            return print_message(f"{state}; run the same command to resume", INTERRUPTED)
    for failure in added.failures:
        reporter.report(failure)
    counts = f"{added.new:,} new, {added.changed:,} changed, {added.known:,} known"
    summary = f"{counts}; {added.records:,} quotes; {reporter.count:,} failures"
    return print_message(f"{args.archive}: {summary}", reporter.status)


COMMAND = Command(EPILOG, _add_arguments, _run)
