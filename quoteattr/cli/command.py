"""Failures, output and progress, shared by all subcommands."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import IO, Any, TypeVar

from quoteattr.cli.messages import INCOMPLETE, SUCCESS, print_message
from quoteattr.cli.streams import with_name
from quoteattr.errors import OptionError, QuoteattrError
from quoteattr.extras import require
from quoteattr.formats.formats import FORMATS, OutputFormat, format_of
from quoteattr.formats.output import growing, replacing
from quoteattr.formats.record_dict import to_json_line
from quoteattr.records import Article, Failure, QuoteRecords

Item = TypeVar("Item")


class FailureReporter:
    """Prints each failure on one line, and counts them."""

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
        """Yield the articles among entries; print the failures."""
        for entry in entries:
            if isinstance(entry, Failure):
                self.report(entry)
            else:
                yield entry

    def records(self, results: Iterable[QuoteRecords]) -> Iterator[QuoteRecords]:
        """Yield the results unchanged; print their failures."""
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
        binary: whether to open it in binary mode.
        kept: the number of bytes of a growing text file to keep; the rest is cut off.
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
    """Open standard output; errors of writing name it."""
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


def json_lines(to_plain: Callable[[Item], Any]) -> Callable[[Iterable[Item], IO[str]], None]:
    """A function that writes items to a file as JSONL, an object per line."""

    def write(items: Iterable[Item], file: IO[str]) -> None:
        file.writelines(to_json_line(to_plain(item)) + "\n" for item in items)

    return write


def complete_files(action: argparse.Action) -> None:
    """Let the shell complete file names for an argument."""
    # The value of shtab.FILE; shtab is an extra, and the parser must work without it.
    action.complete = {  # type: ignore[attr-defined]
        "bash": "_shtab_compgen_files",
        "zsh": "_files",
        "tcsh": "f",
    }


def with_progress(articles: Iterable[Item]) -> Iterable[Item]:
    """Iterate over articles with a progress bar, if standard error is a terminal."""
    if not sys.stderr.isatty():
        return articles
    from tqdm import tqdm  # slow to import

    bar: Iterable[Item] = tqdm(articles, unit=" articles", leave=False)
    return bar
