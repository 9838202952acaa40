"""``quoteattr archive search``: search an archive by words and filters."""

from __future__ import annotations

import argparse

from quoteattr.cli.archive.query import (
    add_archive_argument,
    add_filter_options,
    add_limit_option,
    note_limit,
    open_existing,
    search_query,
)
from quoteattr.cli.command import add_output_options, open_output, output_format
from quoteattr.cli.messages import SUCCESS
from quoteattr.cli.parser import Command

EPILOG = """\
examples:
  quoteattr archive search news.db bridge safe     both words, in quotes or speakers' names
  quoteattr archive search news.db --speaker Holm --since 2026-05
  quoteattr archive search news.db bridge --source herald/2026* --kinds direct -o bridge.xlsx
  quoteattr archive search news.db bridge --limit 1000 | jq .speaker

The best match comes first; without words, the latest article. Case, accents and punctuation are
ignored. The shell removes quotation marks: write a phrase as '"not safe"'. A star matches any
ending: rebuil*.
"""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``quoteattr archive search``."""
    add_archive_argument(parser)
    add_filter_options(parser)
    add_limit_option(parser, 100)
    add_output_options(parser)


def _run(args: argparse.Namespace) -> int:
    """Find records and write them."""
    form = output_format(args)
    words, filters = search_query(args)
    with open_existing(args) as archive:
        records = archive.search(words, limit=args.limit + 1, **filters)
    with open_output(args.output, form.binary) as file:
        form.write([records[: args.limit]], file)
    note_limit(records, args.limit, "quotes")
    return SUCCESS


COMMAND = Command(EPILOG, _add_arguments, _run)
