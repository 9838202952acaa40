"""``quoteattr archive sheet``: write a sheet in which people correct quotes."""

from __future__ import annotations

import argparse

from quoteattr.archive.corrections.formats import CORRECTION_FORMATS
from quoteattr.cli.archive.query import (
    add_archive_argument,
    add_filter_options,
    open_existing,
    search_query,
)
from quoteattr.cli.command import complete_files
from quoteattr.cli.messages import SUCCESS, print_message
from quoteattr.cli.parser import Command
from quoteattr.text import count

EPILOG = """\
examples:
  quoteattr archive sheet news.db -o quotes.xlsx
  quoteattr archive sheet news.db bridge --since 2026-03 -o march.csv
  quoteattr archive correct news.db quotes.xlsx --dry-run

The sheet has a row for each quote, with empty cells for the right speaker, the right kind, “nobody
said this” and a note, and explains how to fill it in. Articles without an id are left out. See
docs/corrections.md.
"""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``quoteattr archive sheet``."""
    add_archive_argument(parser)
    add_filter_options(parser)
    parser.add_argument("--format", choices=CORRECTION_FORMATS, help="default: by the suffix of -o")
    complete_files(
        parser.add_argument("-o", "--output", metavar="FILE", required=True, help="write to FILE")
    )


def _run(args: argparse.Namespace) -> int:
    """Write a sheet."""
    words, filters = search_query(args)
    with open_existing(args) as archive:
        written = archive.write_sheet(args.output, args.format, words=words, **filters)
    return print_message(f"{args.output}: {count(written, 'quote')}", SUCCESS)


COMMAND = Command(EPILOG, _add_arguments, _run)
