"""``quoteattr archive export``: write all records of an archive, in any format."""

from __future__ import annotations

import argparse

from quoteattr.cli.archive.query import add_archive_argument, open_existing
from quoteattr.cli.command import add_output_options, open_output, output_format
from quoteattr.cli.messages import SUCCESS
from quoteattr.cli.parser import Command

EPILOG = """\
examples:
  quoteattr archive export news.db -o quotes.parquet
  quoteattr archive export news.db | jq .speaker

Writes all quotes, article by article, in the order of adding, with the metadata of each article if
the format has fields for it (docs/formats.md).
"""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``quoteattr archive export``."""
    add_archive_argument(parser)
    add_output_options(parser)


def _run(args: argparse.Namespace) -> int:
    """Write all records."""
    form = output_format(args)
    with open_existing(args) as archive, open_output(args.output, form.binary) as file:
        form.write(archive.records(), file)
    return SUCCESS


COMMAND = Command(EPILOG, _add_arguments, _run)
