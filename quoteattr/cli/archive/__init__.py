"""``quoteattr archive``: articles and their quotes in one file; a module for each subcommand."""

from __future__ import annotations

import argparse

from quoteattr.cli.archive import add, export, groups, search, speakers
from quoteattr.cli.command import Command, add_commands

EPILOG = """\
examples:
  quoteattr archive add news.db articles/          read articles into an archive, or the new ones
  quoteattr archive search news.db bridge          who spoke of the bridge
  quoteattr archive groups news.db bridge          quotes that several articles carry
  quoteattr archive speakers news.db               who is quoted, and how much
  quoteattr archive export news.db -o quotes.csv   all of it

An archive is one file of SQLite. Several processes may read it while one writes. It needs
pip install 'quoteattr[groups]'. Each COMMAND has a --help of its own.
"""

COMMANDS: tuple[Command, ...] = (
    add.COMMAND,
    search.COMMAND,
    groups.COMMAND,
    speakers.COMMAND,
    export.COMMAND,
)


def _arguments(parser: argparse.ArgumentParser) -> None:
    """What ``quoteattr archive`` takes."""
    add_commands(parser, COMMANDS, "subcommand")


def _run(args: argparse.Namespace) -> int:
    """Do what the subcommand does."""
    subcommand: Command = args.subcommand
    return subcommand.run(args)


COMMAND = Command(
    "archive", "keep articles and their quotes in one file, and ask it", EPILOG, _arguments, _run
)
