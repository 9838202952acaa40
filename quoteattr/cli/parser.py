"""The parser of the command, which imports a subcommand when it is called.

``quoteattr --help`` needs a line of each subcommand, and what each imports takes much longer.
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
exit status: 0 when all was read, 1 when something could not be read or written (the rest is
done), 2 when the call is invalid, 130 after Ctrl-C
"""

#: formats the help
HELP_FORMATTER = partial(argparse.RawDescriptionHelpFormatter, max_help_position=26)


class Command(NamedTuple):
    """A subcommand, as its module has it."""

    #: the text below the options in ``quoteattr NAME --help``
    epilog: str
    #: adds its arguments to its parser
    add_arguments: Callable[[Parser], None]
    #: runs the subcommand and returns the exit status
    run: Callable[[argparse.Namespace], int]
    #: explains its exit status in the help
    status: str = STATUS


class Parser(argparse.ArgumentParser):
    """A parser that reports a usage error in one line, and is completed when it is used."""

    #: the arguments of the command
    argv: Sequence[str] = ()
    #: adds what the parser does not have yet
    _add_rest: Callable[[], None] | None = None

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=HELP_FORMATTER, **options)
        self._commands: list[Parser] = []

    def add_commands(self, package: str, summaries: Mapping[str, str], name: str) -> None:
        """Add subcommands, without importing them.

        Args:
            package: the package with a module for each subcommand, which has its ``COMMAND``.
            summaries: one line for each subcommand, as ``--help`` shows it.
            name: the attribute of the arguments that holds the subcommand that is called.
        """
        action = self.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
        for command, summary in summaries.items():
            description = f"{summary[0].upper()}{summary[1:]}."
            sub: Parser = action.add_parser(command, help=summary, description=description)
            sub._add_rest = partial(_add_command, sub, f"{package}.{command}", name)
            self._commands.append(sub)

    def complete(self) -> None:
        """Add the arguments of the subcommand whose parser this is, at first use."""
        add_rest, self._add_rest = self._add_rest, None
        if add_rest:
            add_rest()

    def complete_all(self) -> None:
        """Complete the parser and those of all subcommands below it."""
        self.complete()
        for command in self._commands:
            command.complete_all()

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse arguments; ``argparse`` calls this of the subcommand that is called."""
        self.complete()
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        """Print the message, long arguments in it shortened, and exit."""
        for argument in filter(lambda value: len(value) > LONGEST_VALUE, Parser.argv):
            for shown in (repr(argument), argument):
                message = message.replace(shown, shorten(argument))
        self.exit(USAGE_ERROR, f"{self.prog}: {printable_line(message)} (see {self.prog} --help)\n")

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print help; argparse would ignore an error of standard output."""
        if file is not sys.stdout:
            super()._print_message(message, file)
        elif message:
            streams.write(message)


def _add_command(parser: Parser, module: str, name: str) -> None:
    """Import a subcommand, and add its arguments to its parser."""
    command: Command = import_module(module).COMMAND
    parser.epilog = f"{command.epilog}\n{command.status}"
    command.add_arguments(parser)
    parser.set_defaults(**{name: command})
