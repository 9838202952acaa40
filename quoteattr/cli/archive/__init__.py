"""``quoteattr archive``: articles and their quotes in one file; one module per subcommand."""

from __future__ import annotations

import argparse

from quoteattr.cli.archive import add, export, groups, search, speakers
from quoteattr.cli.command import Command, add_commands

EPILOG = """\
examples:
  quoteattr archive add news.db articles/          add the articles that are new
  quoteattr archive search news.db bridge          quotes about the bridge
  quoteattr archive groups news.db bridge          quotes that several articles have
  quoteattr archive speakers news.db               speakers with numbers of quotes
  quoteattr archive export news.db -o quotes.csv   all quotes

An archive is one SQLite file. Several processes may read it while one writes. It needs
pip install 'quoteattr[groups]'. Each COMMAND has its own --help.
"""

COMMANDS: tuple[Command, ...] = (
    add.COMMAND,
    search.COMMAND,
    groups.COMMAND,
    speakers.COMMAND,
    export.COMMAND,
)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the subcommands of ``quoteattr archive``."""
    add_commands(parser, COMMANDS, "subcommand")


def _run(args: argparse.Namespace) -> int:
    """Run the called subcommand."""
    subcommand: Command = args.subcommand
    return subcommand.run(args)


COMMAND = Command(
    "archive",
    "keep articles and their quotes in one file, and search it",
    EPILOG,
    _add_arguments,
    _run,
)
