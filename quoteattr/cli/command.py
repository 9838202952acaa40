"""What all subcommands share: registration, exit status, messages and output."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from io import TextIOWrapper
from typing import Any, NamedTuple, TypeVar

from tqdm import tqdm

from quoteattr.cli.streams import with_name
from quoteattr.errors import OptionError, QuoteattrError
from quoteattr.extras import require
from quoteattr.formats.formats import FORMATS, OutputFormat, format_of
from quoteattr.formats.output import growing, replacing
from quoteattr.records import Article, Failure, QuoteRecords
from quoteattr.text import printable

Item = TypeVar("Item")

#: exit statuses
SUCCESS, INCOMPLETE, USAGE_ERROR, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 130, 141

STATUS = """\
exit status: 0 when all was read, 1 when something could not be read or written (the rest is
done), 2 when the call is invalid, 130 after Ctrl-C
"""


#: formats the help
HELP_FORMATTER = partial(argparse.RawDescriptionHelpFormatter, max_help_position=26)


class Command(NamedTuple):
    """A subcommand."""

    name: str
    #: one line for ``quoteattr --help``
    summary: str
    #: the text below the options in ``quoteattr NAME --help``
    epilog: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    #: runs the subcommand and returns the exit status
    run: Callable[[argparse.Namespace], int]
    #: explains its exit status in the help
    status: str = STATUS


def add_commands(parser: argparse.ArgumentParser, commands: Sequence[Command], name: str) -> None:
    """Add subcommands to a parser; the attribute ``name`` of the arguments holds the called one."""
    subcommands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in commands:
        sub = subcommands.add_parser(
            command.name,
            help=command.summary,
            description=f"{command.summary[0].upper()}{command.summary[1:]}.",
            epilog=f"{command.epilog}\n{command.status}",
            formatter_class=HELP_FORMATTER,
        )
        command.add_arguments(sub)
        sub.set_defaults(**{name: command})


def print_message(message: object, status: int) -> int:
    """Print a message in one line on standard error, beside a progress bar; return the status."""
    with suppress(OSError):  # there is no other place for an error
        tqdm.write(f"quoteattr: {printable_line(as_options(str(message)))}", file=sys.stderr)
    return status


#: arguments of Python as messages name them, and the options of the command
_OPTIONS = (
    (re.compile(r"fields=\{'text': …\}"), "--field text=…"),
    (re.compile(r"a key of fields must be"), "FIELD of --field FIELD=NAME must be"),
    (re.compile(r"encoding must be one"), "--encoding must be one"),
    (re.compile(r"encoding='([\w-]+)'"), r"--encoding \1"),
    (re.compile(r"encoding= "), "--encoding "),
    (re.compile(r"html=False"), "--no-html"),
    (re.compile(r"format='html'"), "--read html"),
    (re.compile(r"workers=1 "), "--workers 1 "),
    (re.compile(r"max_size= "), "--max-size "),
    (re.compile(r"with format="), "with --read"),
    (re.compile(r" \(in Python format=\)"), ""),
)


def as_options(message: str) -> str:
    """A message with arguments of Python replaced by options of the command.

    >>> as_options("not UTF-8 but likely utf-16: pass encoding='utf-16'")
    'not UTF-8 but likely utf-16: pass --encoding utf-16'
    """
    for argument, option in _OPTIONS:
        message = argument.sub(option, message)
    return message


def printable_line(text: object) -> str:
    r"""A text in one line, without control characters of terminals.

    >>> printable_line("a\x1b[2Jb\nc")
    'a[2Jb c'
    """
    # The stream writes a lone surrogate as \udXXX.
    return printable(str(text), surrogates=True).strip()


class FailureReporter:
    """Prints each failure in one line, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    @property
    def status(self) -> int:
        """The exit status."""
        return INCOMPLETE if self.count else SUCCESS

    def report(self, failure: Failure) -> None:
        """Print a failure."""
        line = f", line {failure.line}" if failure.line is not None else ""
        print_message(f"{failure.source or '?'}{line}: {failure.reason}", INCOMPLETE)
        self.count += 1

    def articles(self, entries: Iterable[Article | Failure]) -> Iterator[Article]:
        """The articles among entries; failures are printed in their turn."""
        for entry in entries:
            if isinstance(entry, Failure):
                self.report(entry)
            else:
                yield entry

    def records(self, results: Iterable[QuoteRecords]) -> Iterator[QuoteRecords]:
        """The results unchanged; their failures are printed in their turn."""
        for records in results:
            for failure in records.failures:
                self.report(failure)
            yield records


def add_output_options(parser: argparse.ArgumentParser) -> None:
    """Add the options for the output file and its format."""
    parser.add_argument(
        "--format",
        choices=FORMATS,
        help="default: by the suffix of -o; else table on a terminal, jsonl elsewhere",
    )
    complete_files(parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE"))


def output_format(args: argparse.Namespace) -> OutputFormat:
    """The format by ``--format``, by the suffix of the output, or by whether it is a terminal.

    Raises:
        OptionError: no format has the suffix of the file.
        MissingExtraError: the format needs an extra.
    """
    if args.format is not None:
        form = FORMATS[args.format]
    elif args.output is not None:
        form = format_of(args.output)
    else:
        form = FORMATS["table" if sys.stdout.isatty() else "jsonl"]
    if form.extra:
        require(*form.extra)
    return form


@contextmanager
def open_output(
    output: str | None, binary: bool = False, kept: int = 0, grows: bool = False
) -> Iterator[Any]:
    r"""Open the output: a file, or standard output.

    The encoding is UTF-8, except on a terminal; a lone surrogate becomes ``\udXXX``. A file is
    replaced once its new content is complete, unless it grows.

    Args:
        output: the file; None for standard output.
        binary: whether to open it for bytes.
        kept: the number of bytes of a growing text file that are kept; the rest is cut off.
        grows: whether to write to the file itself, so that another run can resume.

    Raises:
        OptionError: the file cannot be written, or a terminal cannot show bytes.
    """
    if output is None:
        with _standard_output(binary) as file:
            yield file
    else:
        with growing(output, kept) if grows else replacing(output, binary) as file:
            yield file


@contextmanager
def _standard_output(binary: bool) -> Iterator[Any]:
    """Standard output; errors of writing name it."""
    if binary and sys.stdout.isatty():
        raise OptionError(
            "no terminal can show this format", where="--format", remedy="add -o FILE"
        )
    if not binary and isinstance(sys.stdout, TextIOWrapper):
        encoding = None if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace", newline="")
    file = sys.stdout.buffer if binary else sys.stdout
    try:
        yield file
        file.flush()
    except (BrokenPipeError, QuoteattrError):
        raise
    except OSError as error:
        raise with_name(error) from error


def complete_files(action: argparse.Action) -> None:
    """Let the shell complete file names for an argument."""
    # The value of shtab.FILE; shtab is an extra, and the parser must work without it.
    action.complete = {  # type: ignore[attr-defined]
        "bash": "_shtab_compgen_files",
        "zsh": "_files",
        "tcsh": "f",
    }


def with_progress(articles: Iterable[Item]) -> Iterable[Item]:
    """Articles with a progress bar, if standard error is a terminal."""
    hidden = not sys.stderr.isatty()
    bar: Iterable[Item] = tqdm(articles, unit=" articles", disable=hidden, leave=False)
    return bar
