"""``quoteattr archive export``: all records of an archive, in any format."""

from __future__ import annotations

import argparse

from quoteattr.cli.archive.query import add_archive, asked
from quoteattr.cli.command import DONE, Command, add_output, open_output, output_format

EPILOG = """\
examples:
  quoteattr archive export news.db -o quotes.parquet
  quoteattr archive export news.db | jq .speaker

All quotes, article by article, in order of their coming, with what is known of each article where
the format has room for it (docs/formats.md).
"""


def _arguments(parser: argparse.ArgumentParser) -> None:
    """What ``quoteattr archive export`` takes."""
    add_archive(parser)
    add_output(parser)


def _run(args: argparse.Namespace) -> int:
    """Write all records down."""
    form = output_format(args)
    with asked(args) as archive, open_output(args.output, form.binary) as file:
        form.write(archive.records(), file)
    return DONE


COMMAND = Command("export", "write all quotes of an archive to a file", EPILOG, _arguments, _run)
