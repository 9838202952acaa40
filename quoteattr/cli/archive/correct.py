"""``quoteattr archive correct``: enter the corrections from a sheet."""

from __future__ import annotations

import argparse

from quoteattr.archive.corrections.correction import Correction, QuoteValue
from quoteattr.archive.corrections.formats import CORRECTION_FORMATS
from quoteattr.cli.archive.query import add_archive_argument, check_archive_exists, open_archive
from quoteattr.cli.command import FailureReporter, complete_files, open_output
from quoteattr.cli.messages import print_message
from quoteattr.cli.parser import Command
from quoteattr.text import clip, count, one_line, printable

EPILOG = """\
examples:
  quoteattr archive correct news.db quotes.xlsx --dry-run    what would change
  quoteattr archive correct news.db quotes.xlsx --by Ida

FILE is a filled-in sheet that the subcommand sheet wrote. Empty cells and deleted rows change
nothing. Rows with a changed locked cell are refused, and the others are entered. Entering a file
twice is harmless. See docs/corrections.md.
"""

#: maximum number of characters of a quote that are shown
_WORDS = 50


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``quoteattr archive correct``."""
    add_archive_argument(parser)
    complete_files(parser.add_argument("file", metavar="FILE", help="the filled-in sheet"))
    parser.add_argument(
        "--format", choices=CORRECTION_FORMATS, help="default: by the suffix of FILE"
    )
    parser.add_argument("--by", metavar="NAME", default="", help="who filled it in")
    parser.add_argument("--dry-run", action="store_true", help="only show what would change")


def _run(args: argparse.Namespace) -> int:
    """Enter corrections, and print each."""
    reporter = FailureReporter()
    check_archive_exists(args.archive)
    with open_archive(args.archive) as archive:
        imported = archive.read_sheet(args.file, args.format, dry_run=args.dry_run, by=args.by)
    with open_output(None) as out:
        for correction in imported.corrections:
            out.write(printable(_in_words(correction), surrogates=True) + "\n")
    for failure in imported.failures:
        reporter.report(failure)
    entered = "would be entered" if args.dry_run else "entered"
    counts = f"{count(len(imported.corrections), 'correction')} {entered}"
    summary = f"{counts}, {imported.known:,} known, {reporter.count:,} refused"
    return print_message(f"{args.archive}: {summary}", reporter.status)


def _in_words(correction: Correction) -> str:
    """A correction on one line."""
    words = clip(one_line(correction.exact), _WORDS)
    before, after = _value(correction.before), _value(correction.after)
    return f"{correction.source} {correction.start}-{correction.end} “{words}”: {before} → {after}"


def _value(value: QuoteValue | None) -> str:
    """A state of a quote, in words."""
    return "no quote" if value is None else f"{value.speaker or 'speaker unknown'}, {value.kind}"


COMMAND = Command(EPILOG, _add_arguments, _run)
