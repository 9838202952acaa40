"""The command ``quoteattr``: one module per subcommand, and their table."""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Sequence
from typing import NoReturn

from quoteattr import __version__, _interrupt
from quoteattr.cli import streams
from quoteattr.cli.messages import (
    BROKEN_PIPE,
    INCOMPLETE,
    INTERRUPTED,
    SUCCESS,
    USAGE_ERROR,
    print_message,
    printable_line,
)
from quoteattr.cli.parser import STATUS, Command, Parser
from quoteattr.errors import QuoteattrError

#: the subcommands, each a module of this package, with their summaries for the help
COMMANDS = {
    "extract": "extract quotes and their speakers from articles",
    "show": "show articles with their quotes marked",
    "verify": "check whether a quote occurs in articles",
    "archive": "keep articles and their quotes in one file, and search it",
    "serve": "start a server with pages to read, correct and search",
    "audit": "count who is quoted in articles: kinds, gender shown, roles",
    "evaluate": "evaluate quoteattr on annotated articles",
    "train": "train a model on annotated articles",
    "completion": "print the completion script of a shell",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: the arguments; those of the process if None.

    Returns:
        The exit status.
    """
    warnings.showwarning = _show_warning
    try:
        streams.prepare()
        try:
            return _run(argv)
        finally:  # ``--help`` exits with buffered output
            streams.flush()
    except QuoteattrError as error:
        return print_message(error, USAGE_ERROR)
    except BrokenPipeError:  # the reader of the output has closed it
        streams.discard_output()
        return BROKEN_PIPE
    except OSError as error:
        if error.filename == streams.STDOUT:
            streams.discard_output()
        return print_message(_describe(error), INCOMPLETE)
    except KeyboardInterrupt:
        return INTERRUPTED


def _show_warning(message: Warning | str, *_: object, **__: object) -> None:
    """Print a warning on one line, without the code that raised it."""
    print_message(message, SUCCESS)


def _run(argv: Sequence[str] | None) -> int:
    """Run the called subcommand."""
    args = _parser(sys.argv[1:] if argv is None else argv).parse_args(argv)
    command: Command = args.command
    _interrupt.unwatch()
    return command.run(args)


def _describe(error: OSError) -> str:
    """The message for an operating system error: the file and the reason."""
    reason = error.strerror or error
    if error.filename is None:
        return f"cannot continue: {reason}"
    return f"cannot continue with {printable_line(error.filename)}: {reason}"


class _PrintVersion(argparse.Action):
    """Prints the version."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """Print the version and exit."""
        streams.write_text(f"quoteattr {__version__}\n")
        parser.exit()


def _parser(argv: Sequence[str] = ()) -> Parser:
    """Make the parser of the command; subcommands complete theirs when they are called."""
    Parser.argv = argv
    parser = Parser(prog="quoteattr", description="Who said what in news text.", epilog=STATUS)
    parser.add_argument(
        "--version", action=_PrintVersion, nargs=0, help="print the version and exit"
    )
    parser.set_defaults(parser=parser)
    parser.add_commands(__name__, COMMANDS, "command")
    return parser
