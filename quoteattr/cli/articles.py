"""What ``extract``, ``show`` and ``verify`` are given, and what is found in it."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from quoteattr.api import extract_many
from quoteattr.cli.command import DONE, complain, names_file
from quoteattr.errors import OptionError
from quoteattr.model.model import Model, load_model
from quoteattr.readers.encodings import check_encoding
from quoteattr.readers.fields import Mapped
from quoteattr.readers.files import MAX_SIZE, search
from quoteattr.readers.read import FORMATS, Options, format_of, read_with, suffixes_of
from quoteattr.records import QUOTE_KINDS, Article, Failure, QuoteRecords
from quoteattr.text import shorten, shorten_text

_BILLION = 1_000_000_000

#: articles, at most, that are read to see whether a file has any
_A_LOOK = 100

PATHS = "files, folders (all below them whose names tell what they are), or - for standard input"


def add_reading(parser: argparse.ArgumentParser) -> None:
    """How articles are read."""
    parser.add_argument(
        "--read",
        metavar="FORMAT",
        choices=FORMATS,
        help=f"what the articles are, whatever the files are called: {', '.join(FORMATS)}",
    )
    parser.add_argument(
        "--field",
        metavar="FIELD=NAME",
        dest="fields",
        action="append",
        default=[],
        type=_field,
        help="where a field of an article (text, id, title …) stands in a row: text=story.body",
    )
    parser.add_argument(
        "--encoding",
        metavar="NAME",
        help="of texts, JSON and CSV, such as cp1252, latin-1, utf-16 (default: utf-8)",
    )
    parser.add_argument(
        "--max-size",
        metavar="BYTES",
        type=positive,
        default=MAX_SIZE,
        help="of a line, or of a text, page or JSON file, uncompressed; what is larger is not read"
        f" (default: {MAX_SIZE:,})",
    )


def _field(given: str) -> tuple[str, str]:
    """A field of an article, and its name in a row."""
    field, equals, name = given.partition("=")
    if not (field and equals and name):
        raise argparse.ArgumentTypeError(f"{shorten(given)} is not FIELD=NAME, such as text=body")
    return field, name


def add_finding(parser: argparse.ArgumentParser) -> None:
    """What is found in articles."""
    add_kinds(parser)
    add_confidence(parser)
    parser.add_argument(
        "--unattributed",
        action="store_true",
        help="give the stretches in quotation marks that nobody said, too: titles, scare quotes",
    )
    add_workers(parser)
    add_model(parser)


def add_kinds(parser: argparse.ArgumentParser) -> None:
    """Which kinds of quotes are wanted."""
    parser.add_argument(
        "--kinds",
        metavar="KIND,…",
        type=_kinds,
        default=QUOTE_KINDS,
        help=f"some of {','.join(QUOTE_KINDS)} (default: all)",
    )


def add_confidence(parser: argparse.ArgumentParser) -> None:
    """How sure records must be."""
    parser.add_argument(
        "--min-confidence",
        metavar="P",
        type=_probability,
        default=0.0,
        help="only records whose speaker is at least so sure, link and name, 0 to 1",
    )


def add_workers(parser: argparse.ArgumentParser) -> None:
    """How many processes work."""
    parser.add_argument(
        "--workers",
        metavar="N",
        type=positive,
        default=1,
        help="processes that share the work (default: 1)",
    )


def add_model(parser: argparse.ArgumentParser) -> None:
    """What the rules are worth."""
    names_file(
        parser.add_argument("--model", metavar="FILE", help="what quoteattr train has written")
    )


def _kinds(given: str) -> tuple[str, ...]:
    """Kinds of quotes, parted by commas."""
    kinds = tuple(kind.strip() for kind in given.split(","))
    for kind in kinds:
        if kind not in QUOTE_KINDS:
            raise argparse.ArgumentTypeError(f"{shorten(kind)} is none of {','.join(QUOTE_KINDS)}")
    return kinds


def positive(given: str) -> int:
    """A whole number from 1 to what nobody needs."""
    try:
        value = int(given)
    except ValueError:
        value = 0
    if not 1 <= value <= _BILLION:
        raise argparse.ArgumentTypeError(
            f"{shorten(given)} is not a whole number from 1 to {_BILLION:,}"
        )
    return value


def _probability(given: str) -> float:
    """A number from 0 to 1."""
    try:
        value = float(given)
    except ValueError:
        value = -1
    if not 0 <= value <= 1:  # which NaN is not, either
        raise argparse.ArgumentTypeError(f"{shorten(given)} is not a number from 0 to 1")
    return value


def model(args: argparse.Namespace) -> Model | None:
    """The model asked for, None for those of the package.

    Raises:
        ModelError: as :func:`quoteattr.model.model.read`.
    """
    return load_model(Path(args.model)) if args.model is not None else None


def _note(note: str) -> None:
    """Tell what is not read in a folder."""
    complain(note, DONE)


def articles(
    inputs: Sequence[str | BinaryIO],
    args: argparse.Namespace,
    note: Callable[[str], object] = _note,
    all_notes: bool = False,
) -> Iterator[Article | Failure]:
    """Read articles from paths or open files as the options of ``add_reading`` have it.

    Args:
        inputs: the paths or files.
        args: the options.
        note: what is done with a note on what is not read in a folder.
        all_notes: also note which tables are passed over, and what a format leaves out.

    Raises:
        QuoteattrError: as :func:`quoteattr.read`; a path is an address of the web.
    """
    for path in inputs:
        if isinstance(path, str) and re.match("https?://", path):
            raise OptionError(
                "nothing is fetched from the web",
                where=shorten_text(path),
                remedy="hand the page over, as in"
                f" curl -s {shorten_text(path)} | quoteattr … --read html -",
            )
    encoding = check_encoding(args.encoding)
    options = Options(
        Mapped(dict(args.fields)), args.read, encoding, args.max_size, note, all_notes
    )
    return read_with(inputs, options)


def files(paths: Iterable[str], args: argparse.Namespace) -> list[str]:
    """The files that are read for these paths."""
    suffixes = suffixes_of(args.read)
    return [
        file
        for path in paths
        for file in (search(path, suffixes).files if os.path.isdir(path) else [path])
    ]


def count(files: Sequence[str], args: argparse.Namespace) -> int | None:
    """How many articles there are in files, None where only reading them tells."""
    return len(files) if all(format_of(file, args.read).single for file in files) else None


def spare(paths: Iterable[str], output: str | None, args: argparse.Namespace) -> None:
    """Refuse to write over what is to be read.

    What an earlier run wrote into a folder of articles holds no article, and may be.

    Raises:
        OptionError: The file to be written is one to be read.
    """
    for path in paths if output is not None and os.path.exists(output) else ():
        for file in files([path], args):
            if same_file(file, output) and (file == path or _holds_article(file, args)):
                raise OptionError(
                    f"-o {output} is a text to be read", where="-o", remedy="name another file"
                )


def same_file(one: str | None, other: str | None) -> bool:
    """Both are names of one file that is there."""
    there = one is not None and other is not None and os.path.exists(one) and os.path.exists(other)
    return there and os.path.samefile(str(one), str(other))


def _holds_article(file: str, args: argparse.Namespace) -> bool:
    """An article is read from a file, or from what it begins with."""
    return any(isinstance(item, Article) for item in islice(articles([file], args, str), _A_LOOK))


class _Counted:
    """Articles of which it is known how many there are."""

    def __init__(self, articles: Iterable[Article | Failure], count: int) -> None:
        self._articles, self._count = articles, count

    def __iter__(self) -> Iterator[Article | Failure]:
        return iter(self._articles)

    def __len__(self) -> int:
        return self._count


def find(
    given: Iterable[Article | Failure],
    args: argparse.Namespace,
    count: int | None = None,
    progress: bool = False,
) -> Iterator[QuoteRecords]:
    """Find who said what as the options of ``add_finding`` have it.

    Args:
        given: what was read.
        args: the options.
        count: how many articles these are, if that is known.
        progress: show a progress bar.
    """
    found = extract_many(
        given if count is None else _Counted(given, count),
        workers=args.workers,
        progress=progress,
        kinds=args.kinds,
        unattributed=args.unattributed,
        model=model(args),
    )
    return (_sure(records, args.min_confidence) for records in found)


def _sure(records: QuoteRecords, least: float) -> QuoteRecords:
    """The records that are at least so sure."""
    sure = (record for record in records if record.overall_confidence >= least)
    return QuoteRecords(sure, records.articles, records.failures)
