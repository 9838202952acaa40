"""The command ``quoteattr``: one module per subcommand, and their table."""

from __future__ import annotations

import argparse
import importlib.metadata
import sys
import warnings
from collections.abc import Sequence
from typing import Any, NoReturn

from quoteattr import _interrupt
from quoteattr.cli import (
    archive,
    audit,
    completion,
    evaluate,
    extract,
    show,
    streams,
    train,
    verify,
)
from quoteattr.cli.command import (
    BROKEN_PIPE,
    HELP_FORMATTER,
    INCOMPLETE,
    INTERRUPTED,
    STATUS,
    SUCCESS,
    USAGE_ERROR,
    Command,
    add_commands,
    print_message,
    printable_line,
)
from quoteattr.errors import QuoteattrError
from quoteattr.text import LONGEST_VALUE, shorten

COMMANDS: tuple[Command, ...] = (
    extract.COMMAND,
    show.COMMAND,
    verify.COMMAND,
    archive.COMMAND,
    audit.COMMAND,
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
        finally:  # --help exits with its output still buffered
            streams.flush()
    except QuoteattrError as error:
        return print_message(error, USAGE_ERROR)
    except BrokenPipeError:  # the reader of the output has ended
        streams.discard_output()
        return BROKEN_PIPE
    except OSError as error:
        if error.filename == streams.STDOUT:
            streams.discard_output()
        return print_message(_describe(error), INCOMPLETE)
    except KeyboardInterrupt:
        return INTERRUPTED


def _show_warning(message: Warning | str, *_: object, **__: object) -> None:
    """Print a warning in one line, without the code that raised it."""
    print_message(message, SUCCESS)


def _run(argv: Sequence[str] | None) -> int:
    """Run the called subcommand."""
    args = _parser(sys.argv[1:] if argv is None else argv).parse_args(argv)
    command: Command = args.command
    return command.run(args)


def _describe(error: OSError) -> str:
    """The message for an error of the system: the file and the reason."""
    reason = error.strerror or error
    if error.filename is None:
        return f"cannot go on: {reason}"
    return f"cannot go on with {printable_line(error.filename)}: {reason}"


class _Parser(argparse.ArgumentParser):
    """A parser that reports a usage error in one line."""

    #: the arguments of the command
    argv: Sequence[str] = ()

    def error(self, message: str) -> NoReturn:
        """Print the message, long arguments in it shortened, and exit."""
        for argument in filter(lambda each: len(each) > LONGEST_VALUE, _Parser.argv):
            for shown in (repr(argument), argument):
                message = message.replace(shown, shorten(argument))
        self.exit(USAGE_ERROR, f"{self.prog}: {printable_line(message)} (see {self.prog} --help)\n")

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print help; argparse would ignore an error of standard output."""
        if file is not sys.stdout:
            super()._print_message(message, file)
        elif message:
            streams.write(message)


class _Version(argparse.Action):
    """Prints the version, which is looked up only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """Print the version and exit."""
        streams.write(f"quoteattr {importlib.metadata.version('quoteattr')}\n")
        parser.exit()


def _parser(argv: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The parser of the command and all its subcommands."""
    _Parser.argv = argv
    parser = _Parser(
        prog="quoteattr",
        description="Who said what in news text.",
        epilog=STATUS,
        formatter_class=HELP_FORMATTER,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    parser.set_defaults(parser=parser)
    add_commands(parser, COMMANDS, "command")
    return parser
