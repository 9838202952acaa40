"""``quoteattr archive search``: records of an archive, by their words and what is known of them."""

from __future__ import annotations

import argparse

from quoteattr.cli.archive.query import (
    add_archive,
    add_filters,
    add_limit,
    asked,
    tell_of_more,
    wanted,
)
from quoteattr.cli.command import DONE, Command, add_output, open_output, output_format

EPILOG = """\
examples:
  quoteattr archive search news.db bridge safe     in quotes and names of speakers, both words
  quoteattr archive search news.db --speaker Holm --since 2026-05
  quoteattr archive search news.db bridge --source herald/2026* --kinds direct -o bridge.xlsx
  quoteattr archive search news.db bridge --limit 1000 | jq .speaker

What fits the words best comes first; without words, what was published last. Case, accents and
punctuation do not count. The shell takes marks away: write a phrase as '"not safe"'. A star stands
for any ending: rebuil*.
"""


def _arguments(parser: argparse.ArgumentParser) -> None:
    """What ``quoteattr archive search`` takes."""
    add_archive(parser)
    add_filters(parser)
    add_limit(parser, 100)
    add_output(parser)


def _run(args: argparse.Namespace) -> int:
    """Find records, and write them down."""
    form = output_format(args)
    words, filters = wanted(args)
    with asked(args) as archive:
        records = archive.search(words, limit=args.limit + 1, **filters)
    with open_output(args.output, form.binary) as file:
        form.write([records[: args.limit]], file)
    tell_of_more(records, args.limit, "quotes")
    return DONE


COMMAND = Command("search", "find quotes in an archive", EPILOG, _arguments, _run)
