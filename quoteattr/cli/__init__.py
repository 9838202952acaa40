"""The command ``quoteattr``: a module for each subcommand, and a table of them."""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import sys
import warnings
from collections.abc import Sequence
from typing import NoReturn

from quoteattr.cli import archive, completion, evaluate, extract, show, train, verify
from quoteattr.cli.command import (
    BAD_CALL,
    BROKEN_PIPE,
    DONE,
    INTERRUPTED,
    LAYOUT,
    NOT_ALL,
    STATUS,
    Command,
    add_commands,
    complain,
)
from quoteattr.errors import QuoteattrError

COMMANDS: tuple[Command, ...] = (
    extract.COMMAND,
    show.COMMAND,
    verify.COMMAND,
    archive.COMMAND,
    evaluate.COMMAND,
    train.COMMAND,
    completion.COMMAND,
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: the arguments; those of the process if None.

    Returns:
        The exit status.
    """
    warnings.showwarning = _show_warning
    try:
        args = _parser().parse_args(argv)
        command: Command = args.command
        return command.run(args)
    except QuoteattrError as error:
        return complain(error, BAD_CALL)
    except BrokenPipeError:
        # Whoever read us has enough; what is still in the buffer must not raise at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except OSError as error:
        return complain(f"cannot go on: {error.strerror or error}", NOT_ALL)
    except KeyboardInterrupt:
        return INTERRUPTED


def _show_warning(message: Warning | str, *_: object, **__: object) -> None:
    """Tell of a warning in one line, as of all else, and not of the code that gave it."""
    complain(message, DONE)


class _Parser(argparse.ArgumentParser):
    """A parser that tells of a mistake in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_CALL, f"{self.prog}: {message} (see {self.prog} --help)\n")


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """Print the version and end."""
        print("quoteattr", importlib.metadata.version("quoteattr"))
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    """The parser of the command and all its subcommands."""
    parser = _Parser(
        prog="quoteattr",
        description="Who said what in news text.",
        epilog=STATUS,
        formatter_class=LAYOUT,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    parser.set_defaults(parser=parser)
    add_commands(parser, COMMANDS, "command")
    return parser
