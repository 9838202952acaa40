"""The command ``quoteattr``: a module for each subcommand, and a table of them."""

from __future__ import annotations

import argparse
import importlib.metadata
import sys
import warnings
from collections.abc import Sequence
from typing import Any, NoReturn

from quoteattr import _interrupt
from quoteattr.cli import archive, completion, evaluate, extract, show, streams, train, verify
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
    printable_line,
)
from quoteattr.errors import QuoteattrError
from quoteattr.text import LONGEST_VALUE, shorten

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
        _interrupt.unwatch()
        streams.prepare()
        try:
            return _run(argv)
        finally:  # --help ends the process with what it prints still held back
            streams.flush()
    except QuoteattrError as error:
        return complain(error, BAD_CALL)
    except BrokenPipeError:  # whoever read us has enough
        streams.silence()
        return BROKEN_PIPE
    except OSError as error:
        if error.filename == streams.STDOUT:
            streams.silence()
        return complain(_trouble(error), NOT_ALL)
    except KeyboardInterrupt:
        return INTERRUPTED


def _show_warning(message: Warning | str, *_: object, **__: object) -> None:
    """Tell of a warning in one line, as of all else, and not of the code that gave it."""
    complain(message, DONE)


def _run(argv: Sequence[str] | None) -> int:
    """Run the subcommand that is called."""
    args = _parser(sys.argv[1:] if argv is None else argv).parse_args(argv)
    command: Command = args.command
    return command.run(args)


def _trouble(error: OSError) -> str:
    """What the system says cannot be done, and of which file."""
    reason = error.strerror or error
    if error.filename is None:
        return f"cannot go on: {reason}"
    return f"cannot go on with {printable_line(error.filename)}: {reason}"


class _Parser(argparse.ArgumentParser):
    """A parser that tells of a mistake in one line."""

    #: what the command is called with
    words: Sequence[str] = ()

    def error(self, message: str) -> NoReturn:
        for word in filter(lambda word: len(word) > LONGEST_VALUE, _Parser.words):
            for shown in (repr(word), word):
                message = message.replace(shown, shorten(word))
        self.exit(BAD_CALL, f"{self.prog}: {printable_line(message)} (see {self.prog} --help)\n")

    def _print_message(self, message: str, file: Any = None) -> None:
        """Write help; argparse would take no notice where standard output cannot be written."""
        if file is not sys.stdout:
            super()._print_message(message, file)
        elif message:
            streams.write(message)


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """Print the version and end."""
        streams.write(f"quoteattr {importlib.metadata.version('quoteattr')}\n")
        parser.exit()


def _parser(words: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The parser of the command and all its subcommands."""
    _Parser.words = words
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
