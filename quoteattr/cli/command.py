"""What all subcommands share: how they are told of, how they end, where they write."""

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

from quoteattr.cli.streams import named
from quoteattr.errors import OptionError, QuoteattrError
from quoteattr.extras import require
from quoteattr.formats.formats import FORMATS, OutputFormat, format_of
from quoteattr.formats.output import growing, replacing
from quoteattr.records import Article, Failure, QuoteRecords
from quoteattr.text import printable

Item = TypeVar("Item")

#: how the command ends
DONE, NOT_ALL, BAD_CALL, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 130, 141

STATUS = """\
exit status: 0 when all was read, 1 when something could not be read or written (the rest is
done), 2 when the call itself cannot be meant as it stands, 130 after Ctrl-C
"""


#: how help is laid out
LAYOUT = partial(argparse.RawDescriptionHelpFormatter, max_help_position=26)


class Command(NamedTuple):
    """A subcommand."""

    name: str
    #: one line for ``quoteattr --help``
    summary: str
    #: what stands below the options in ``quoteattr NAME --help``
    epilog: str
    arguments: Callable[[argparse.ArgumentParser], None]
    #: does it, and returns the exit status
    run: Callable[[argparse.Namespace], int]
    #: what its exit status means
    status: str = STATUS


def add_commands(parser: argparse.ArgumentParser, commands: Sequence[Command], name: str) -> None:
    """Give a parser subcommands; the one that is called is told by an attribute of this name."""
    subcommands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in commands:
        sub = subcommands.add_parser(
            command.name,
            help=command.summary,
            description=f"{command.summary[0].upper()}{command.summary[1:]}.",
            epilog=f"{command.epilog}\n{command.status}",
            formatter_class=LAYOUT,
        )
        command.arguments(sub)
        sub.set_defaults(**{name: command})


def complain(trouble: object, status: int) -> int:
    """Tell of a trouble in one line, without tearing a progress bar."""
    with suppress(OSError):  # nobody can be told that nobody can be told
        tqdm.write(f"quoteattr: {printable_line(as_options(str(trouble)))}", file=sys.stderr)
    return status


#: what messages call an argument of Python, and what the option of the command is
_OPTIONS = (
    (re.compile(r"fields=\{'text': …\}"), "--field text=…"),
    (re.compile(r"a key of fields must be"), "FIELD of --field FIELD=NAME must be"),
    (re.compile(r"encoding must be one"), "--encoding must be one"),
    (re.compile(r"encoding='([\w-]+)'"), r"--encoding \1"),
    (re.compile(r"encoding= "), "--encoding "),
    (re.compile(r"workers=1 "), "--workers 1 "),
    (re.compile(r"max_size= "), "--max-size "),
    (re.compile(r"with format="), "with --read"),
    (re.compile(r" \(in Python format=\)"), ""),
)


def as_options(message: str) -> str:
    """A message with the options of the command in the place of the arguments of Python.

    >>> as_options("not UTF-8 but likely utf-16: pass encoding='utf-16'")
    'not UTF-8 but likely utf-16: pass --encoding utf-16'
    """
    for argument, option in _OPTIONS:
        message = argument.sub(option, message)
    return message


def printable_line(words: object) -> str:
    r"""Words for one line of a terminal.

    >>> printable_line("a\x1b[2Jb\nc")
    'a[2Jb c'
    """
    # The stream writes half a surrogate pair as \udXXX.
    return printable(str(words), surrogates=True).strip()


class Troubles:
    """Tells of each failure in a line, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    @property
    def status(self) -> int:
        """How the command ends."""
        return NOT_ALL if self.count else DONE

    def tell(self, failure: Failure) -> None:
        """Tell of one."""
        line = f", line {failure.line}" if failure.line is not None else ""
        complain(f"{failure.source or '?'}{line}: {failure.reason}", NOT_ALL)
        self.count += 1

    def apart(self, found: Iterable[Article | Failure]) -> Iterator[Article]:
        """The articles; what could not be read is told of in its turn."""
        for item in found:
            if isinstance(item, Failure):
                self.tell(item)
            else:
                yield item

    def watch(self, found: Iterable[QuoteRecords]) -> Iterator[QuoteRecords]:
        """The records; what could not be read or worked on is told of in its turn."""
        for records in found:
            for failure in records.failures:
                self.tell(failure)
            yield records


def add_output(parser: argparse.ArgumentParser) -> None:
    """Where records are written, and how."""
    parser.add_argument(
        "--format",
        choices=FORMATS,
        help="default: what -o ends in; else table on a terminal and jsonl elsewhere",
    )
    names_file(parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE"))


def output_format(args: argparse.Namespace) -> OutputFormat:
    """The format asked for by name, by the name of the file, or by the place.

    Raises:
        OptionError: No format goes by the ending of the file.
        MissingExtraError: The format needs an extra.
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
    r"""Where a command writes: a file, or standard output.

    UTF-8 wherever a program reads it; half a surrogate pair becomes ``\udXXX``. A file takes the
    place of the one that is there once it is whole, unless it grows.

    Args:
        output: the file, None for standard output.
        binary: open it for bytes.
        kept: how many bytes of a file of text that grows stay; what follows them is cut off.
        grows: write the file itself, so that another run may go on with it.

    Raises:
        OptionError: The file cannot be written, or a terminal cannot show bytes.
    """
    if output is None:
        with _standard_output(binary) as file:
            yield file
    else:
        with growing(output, kept) if grows else replacing(output, binary) as file:
            yield file


@contextmanager
def _standard_output(binary: bool) -> Iterator[Any]:
    """Standard output; its name in what goes wrong."""
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
        raise named(error) from error


def names_file(action: argparse.Action) -> None:
    """Let the shell complete names of files for an argument."""
    # What shtab calls FILE; it is an extra, and the parser is there without it.
    action.complete = {  # type: ignore[attr-defined]
        "bash": "_shtab_compgen_files",
        "zsh": "_files",
        "tcsh": "f",
    }


def watched(articles: Iterable[Item]) -> Iterable[Item]:
    """Articles, behind a progress bar where somebody sees one."""
    shown = sys.stderr.isatty()
    bar: Iterable[Item] = tqdm(articles, unit=" articles", disable=not shown, leave=False)
    return bar
