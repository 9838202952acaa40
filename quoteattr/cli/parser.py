"""The parser of the command, which imports a subcommand only when it is called.

``quoteattr --help`` needs only one line per subcommand, and their imports would take much longer.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import Any, NamedTuple, NoReturn

from quoteattr.cli import streams
from quoteattr.cli.messages import USAGE_ERROR, printable_line
from quoteattr.text import LONGEST_VALUE, shorten

STATUS = """\
exit status: 0 if everything was read, 1 if something could not be read or written (the rest
is done), 2 if the call is invalid, 130 after Ctrl-C
"""

#: formats the help
HELP_FORMATTER = partial(argparse.RawDescriptionHelpFormatter, max_help_position=26)


class Command(NamedTuple):
    """A subcommand, as its module defines it."""

    #: the text below the options in ``quoteattr NAME --help``
    epilog: str
    #: adds its arguments to its parser
    add_arguments: Callable[[Parser], None]
    #: runs the subcommand and returns the exit status
    run: Callable[[argparse.Namespace], int]
    #: explains its exit status in the help
    status: str = STATUS


class Parser(argparse.ArgumentParser):
    """A parser that reports a usage error on one line, and adds its arguments on first use."""

    #: the arguments of the command
    argv: Sequence[str] = ()
    #: adds the arguments of the parser
    _add_rest: Callable[[], None] | None = None

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=HELP_FORMATTER, **options)
        self._commands: list[Parser] = []

    def add_commands(self, package: str, summaries: Mapping[str, str], name: str) -> None:
        """Add subcommands, without importing them.

        Args:
            package: the package with a module for each subcommand, which has its ``COMMAND``.
            summaries: one line for each subcommand, as ``--help`` shows it.
            name: the attribute of the parsed arguments for the called subcommand.
        """
        action = self.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
        for command, summary in summaries.items():
            description = f"{summary[0].upper()}{summary[1:]}."
            sub: Parser = action.add_parser(command, help=summary, description=description)
            sub._add_rest = partial(_add_command, sub, f"{package}.{command}", name)
            self._commands.append(sub)

    def complete(self) -> None:
        """Add the arguments of this subcommand on first use."""
        add_rest, self._add_rest = self._add_rest, None
        if add_rest:
            add_rest()

    def complete_all(self) -> None:
        """Complete this parser and those of all subcommands below it."""
        self.complete()
        for command in self._commands:
            command.complete_all()

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse arguments; ``argparse`` calls this on the parser of the called subcommand.

        An unknown one is reported here, with the help of the subcommand.
        """
        self.complete()
        parsed, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return parsed, unknown

    def error(self, message: str) -> NoReturn:
        """Print the message, with long arguments shortened, and exit."""
        for argument in filter(lambda value: len(value) > LONGEST_VALUE, Parser.argv):
            for shown in (repr(argument), argument):
                message = message.replace(shown, shorten(argument))
        self.exit(USAGE_ERROR, f"{self.prog}: {printable_line(message)} (see {self.prog} --help)\n")

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print help; ``argparse`` would ignore an error of standard output."""
        if file is not sys.stdout:
            super()._print_message(message, file)
        elif message:
            streams.write_text(message)


def _add_command(parser: Parser, module: str, name: str) -> None:
    """Import a subcommand, and add its arguments to its parser."""
    command: Command = import_module(module).COMMAND
    parser.epilog = f"{command.epilog}\n{command.status}"
    command.add_arguments(parser)
    parser.set_defaults(**{name: command})
