"""The command ``quoteattr``: one small function for each subcommand, and a table of them."""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from tqdm import tqdm

from quoteattr.engine import extract
from quoteattr.errors import OptionError, QuoteattrError, WeightsError
from quoteattr.extras import require
from quoteattr.io.formats import FORMATS, Format, create, format_of
from quoteattr.io.table import FALLBACK
from quoteattr.io.text import find_texts, read_texts
from quoteattr.learn.brat import GoldArticle, read_gold
from quoteattr.learn.report import MARKUPS, evaluate, markup_of, print_tables, tables, write_report
from quoteattr.learn.train import train, write
from quoteattr.link.weights import Weights, read

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

TRAIN_EPILOG = """\
examples:
  quoteattr train annotated/ -o weights.json       learn, in a few minutes
  quoteattr extract archive/ --weights weights.json

An annotated folder has text/*.txt and, in brat stand-off, attributions/*.ann; docs/evaluate.md
tells how to make one. The same articles give the same weights.
"""

EVALUATE_EPILOG = """\
examples:
  quoteattr evaluate annotated/                    the figures, as tables
  quoteattr evaluate annotated/ --report wrong.html    and every wrong link in its paragraph

An annotated folder is as for train; one that holds names.tsv (document, id of the attribution,
full name) also has its full names counted.
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
    weights = _weights(args.weights)
    sources = find_texts(args.paths)
    _spare(sources, args.output)
    unread: list[int] = []
    texts = read_texts(
        _progress(sources, form, args.output),
        on_error=lambda error: unread.append(_complain(error, SOME_UNREAD)),
    )
    found = (
        extract(text, source, unattributed=args.unattributed, weights=weights)
        for text, source in texts
    )
    if form.extra:
        require(*form.extra)
    with _open(args.output, form.binary) as file:
        form.write(found, file)
    return SOME_UNREAD if unread else DONE


def _train(args: argparse.Namespace) -> int:
    """Learn what the rules are worth."""
    require("train", "lightgbm", "sklearn")
    if not Path(args.output).absolute().parent.is_dir():
        raise OptionError(f"cannot write {args.output!r}: no such folder; name another file")
    golds = chain.from_iterable(read_gold(Path(folder)) for folder in args.folders)
    write(train(_watched(golds)), Path(args.output))
    return DONE


def _evaluate(args: argparse.Namespace) -> int:
    """Compare with annotations; print figures, and write a report if it is asked for."""
    require("evaluate", "rich")
    markup = markup_of(args.report) if args.report else None
    golds = read_gold(Path(args.folder), Path(args.names) if args.names else None)
    figures, mistakes = evaluate(_watched(golds), _weights(args.weights))
    if markup is not None:  # first, since whoever reads the tables may stop in the middle
        with create(args.report) as file:
            write_report(figures, mistakes, file, markup)
    with _open(None) as out:
        print_tables(tables(figures), out, shutil.get_terminal_size(FALLBACK).columns)
    return DONE


def _weights(path: str | None) -> Weights | None:
    """The weights asked for, None for those of the package."""
    try:
        return read(Path(path)) if path is not None else None
    except OSError as error:
        raise WeightsError(f"cannot read weights {path!r}: {error.strerror}") from error


def _watched(golds: Iterable[GoldArticle]) -> Iterable[GoldArticle]:
    """Annotated articles, behind a progress bar where somebody sees one."""
    shown = sys.stderr.isatty()
    bar: Iterable[GoldArticle] = tqdm(golds, unit=" articles", disable=not shown, leave=False)
    return bar


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
def _open(output: str | None, binary: bool = False) -> Iterator[Any]:
    r"""Where the records go: a file, or standard output.

    UTF-8 wherever a program reads it; half a surrogate pair becomes ``\udXXX``.
    """
    if output is None and binary:
        if sys.stdout.isatty():
            raise OptionError("no terminal can show this format; add -o FILE")
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if output is None:
        if isinstance(sys.stdout, TextIOWrapper):
            encoding = None if sys.stdout.isatty() else "utf-8"
            sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace", newline="")
        yield sys.stdout
        sys.stdout.flush()
        return
    with create(output, binary) as file:
        yield file


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
    _weights_argument(parser)


def _train_arguments(parser: argparse.ArgumentParser) -> None:
    """What ``quoteattr train`` takes."""
    parser.add_argument(
        "folders", metavar="GOLD_DIR", nargs="+", help="a folder of annotated articles"
    )
    parser.add_argument(
        "-o", "--output", metavar="WEIGHTS", required=True, help="write to this file"
    )


def _evaluate_arguments(parser: argparse.ArgumentParser) -> None:
    """What ``quoteattr evaluate`` takes."""
    parser.add_argument("folder", metavar="GOLD_DIR", help="a folder of annotated articles")
    parser.add_argument("--names", metavar="FILE", help="full names (default: GOLD_DIR/names.tsv)")
    parser.add_argument(
        "--report",
        metavar="FILE",
        help=f"show each wrong link in its paragraph; FILE ends in {' or '.join(MARKUPS)}",
    )
    _weights_argument(parser)


def _weights_argument(parser: argparse.ArgumentParser) -> None:
    """What the rules are worth."""
    parser.add_argument("--weights", metavar="FILE", help="what quoteattr train has written")


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
    Command(
        "evaluate",
        "measure on annotated articles how often it is right",
        EVALUATE_EPILOG,
        _evaluate_arguments,
        _evaluate,
    ),
    Command(
        "train",
        "learn from annotated articles what the rules are worth",
        TRAIN_EPILOG,
        _train_arguments,
        _train,
    ),
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
