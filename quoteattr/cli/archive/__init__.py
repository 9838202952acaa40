"""``quoteattr archive``: keep articles and their quotes in one file; one module per subcommand."""

from __future__ import annotations

import argparse

from quoteattr.cli.parser import Command, Parser

EPILOG = """\
examples:
  quoteattr archive add news.db articles/          add the articles that are new
  quoteattr archive search news.db bridge          quotes about the bridge
  quoteattr archive groups news.db bridge          quotes that several articles share
  quoteattr archive speakers news.db               speakers with numbers of quotes
  quoteattr archive remove news.db herald/1        an article and its quotes
  quoteattr archive export news.db -o quotes.csv   all quotes
  quoteattr archive sheet news.db -o quotes.xlsx   all quotes, for correction

An archive is one SQLite file. Several processes may read it while one writes. Archives
require pip install 'quoteattr[groups]'. Each COMMAND has its own --help.
"""

#: the subcommands, each a module of this package, with their summaries for the help
COMMANDS = {
    "add": "add articles to an archive",
    "search": "find quotes in an archive",
    "groups": "show quotes that several articles share, and how they differ",
    "speakers": "list the speakers in an archive",
    "remove": "remove articles from an archive",
    "export": "write all quotes of an archive to a file",
    "sheet": "write quotes to a sheet for correction",
    "correct": "import the corrections from a sheet",
    "review": "record that all quotes of articles were reviewed",
}


def _add_arguments(parser: Parser) -> None:
    """Add the subcommands of ``quoteattr archive``."""
    parser.add_commands(__name__, COMMANDS, "subcommand")


def _run(args: argparse.Namespace) -> int:
    """Run the called subcommand."""
    subcommand: Command = args.subcommand
    return subcommand.run(args)


COMMAND = Command(EPILOG, _add_arguments, _run)
