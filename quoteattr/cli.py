"""The command ``quoteattr``: one small function for each subcommand, and a table of them."""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from typing import NamedTuple, NoReturn, TextIO

from tqdm import tqdm

from quoteattr.engine import extract_many
from quoteattr.errors import OptionError, QuoteattrError
from quoteattr.io.formats import FORMATS, Format, format_of
from quoteattr.io.text import find_texts, read_texts

#: how the command ends
DONE, SOME_UNREAD, BAD_CALL, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 130, 141

#: more files than these are worth a progress bar
A_FEW = 5

EPILOG = """\
exit status: 0 when all was read, 1 when something could not be read or written (the rest is
done), 2 when the call itself cannot be meant as it stands
"""

EXTRACT_EPILOG = """\
examples:
  quoteattr extract article.txt                    who said what, as a table
  quoteattr extract articles/ -o quotes.csv        a folder, all below it, to a spreadsheet
  quoteattr extract articles/ | jq .speaker        JSONL, as it is to any other program
  pbpaste | quoteattr extract -                    what another program hands over

A text is a UTF-8 file. Offsets count its characters as they stand in the file, a byte order mark
and both halves of CRLF included; the end is exclusive.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: the arguments; those of the process if None.

    Returns:
        The exit status.
    """
    try:
        args = _parser().parse_args(argv)
        command: Command = args.command
        return command.run(args)
    except QuoteattrError as error:
        return _complain(error, BAD_CALL)
    except BrokenPipeError:
        # Whoever read us has enough; what is still in the buffer must not raise at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except OSError as error:
        return _complain(f"cannot go on: {error.strerror or error}", SOME_UNREAD)
    except KeyboardInterrupt:
        return INTERRUPTED


def _complain(trouble: object, status: int) -> int:
    """Tell of a trouble in one line, without tearing a progress bar."""
    tqdm.write(f"quoteattr: {' '.join(str(trouble).split())}", file=sys.stderr)
    return status


def _extract(args: argparse.Namespace) -> int:
    """Find who said what in texts, and write it down."""
    form = _format(args.format, args.output)
    sources = find_texts(args.paths)
    _spare(sources, args.output)
    unread: list[int] = []
    texts = read_texts(
        _progress(sources, form, args.output),
        on_error=lambda error: unread.append(_complain(error, SOME_UNREAD)),
    )
    found = extract_many(texts, unattributed=args.unattributed)
    with _open(args.output) as file:
        form.write((record for records in found for record in records), file)
    return SOME_UNREAD if unread else DONE


def _format(name: str | None, output: str | None) -> Format:
    """The format asked for by name, by the name of the file, or by the place."""
    if name is not None:
        return FORMATS[name]
    if output is not None:
        return format_of(output)
    return FORMATS["table" if sys.stdout.isatty() else "jsonl"]


def _spare(sources: Iterable[str], output: str | None) -> None:
    """Refuse to write over a text that is to be read."""
    if output is None or not os.path.exists(output):
        return
    for source in sources:
        if os.path.exists(source) and os.path.samefile(source, output):
            raise OptionError(f"-o {output} is a text to be read; name another file")


def _progress(sources: Sequence[str], form: Format, output: str | None) -> Iterable[str]:
    """The sources, behind a progress bar where somebody sees one and nothing else tears it."""
    torn = output is None and sys.stdout.isatty() and not form.waits
    show = len(sources) > A_FEW and sys.stderr.isatty() and not torn
    bar: Iterable[str] = tqdm(sources, unit=" files", disable=not show, leave=False)
    return bar


@contextmanager
def _open(output: str | None) -> Iterator[TextIO]:
    r"""Where the records go: a file, or standard output.

    UTF-8 wherever a program reads it; half a surrogate pair becomes ``\udXXX``.
    """
    if output is None:
        if isinstance(sys.stdout, TextIOWrapper):
            encoding = None if sys.stdout.isatty() else "utf-8"
            sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace", newline="")
        yield sys.stdout
        sys.stdout.flush()
        return
    with _create(output) as file:
        yield file


def _create(path: str) -> TextIO:
    """A new file for records."""
    try:
        return open(path, "w", encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as error:
        raise OptionError(f"cannot write {path!r}: {error.strerror}; name another file") from error


def _extract_arguments(parser: argparse.ArgumentParser) -> None:
    """What ``quoteattr extract`` takes."""
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="+",
        help="a text file, a folder (every *.txt in it and below), or - for standard input",
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        help="default: what -o ends in; else table on a terminal and jsonl elsewhere",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE (UTF-8)")
    parser.add_argument(
        "--unattributed",
        action="store_true",
        help="give the stretches in quotation marks that nobody said, too: titles, scare quotes",
    )


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


COMMANDS: tuple[Command, ...] = (
    Command("extract", "find who said what in texts", EXTRACT_EPILOG, _extract_arguments, _extract),
)


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
    layout = argparse.RawDescriptionHelpFormatter
    parser = _Parser(
        prog="quoteattr",
        description="Who said what in news text.",
        epilog=EPILOG,
        formatter_class=layout,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS:
        sub = commands.add_parser(
            command.name,
            help=command.summary,
            description=f"{command.summary[0].upper()}{command.summary[1:]}.",
            epilog=f"{command.epilog}\n{EPILOG}",
            formatter_class=layout,
        )
        command.arguments(sub)
        sub.set_defaults(command=command)
    return parser


if __name__ == "__main__":
    sys.exit(main())
