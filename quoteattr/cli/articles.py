"""Read articles, and extract their records, by the options of a subcommand."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import BinaryIO

from quoteattr._interrupt import is_command
from quoteattr.api import extract_many
from quoteattr.cli.messages import SUCCESS, print_message
from quoteattr.collector import collect_rarely
from quoteattr.coref.entities.people import People
from quoteattr.errors import OptionError
from quoteattr.model.model import Model, load_model
from quoteattr.readers.encodings import check_encoding
from quoteattr.readers.fields import FieldMapping
from quoteattr.readers.files import search_folder
from quoteattr.readers.input_formats import input_format, input_suffixes
from quoteattr.readers.people import read_people
from quoteattr.readers.read import ReadOptions, read_with
from quoteattr.records import Article, Failure, QuoteRecords
from quoteattr.text import shorten_text

#: maximum number of entries that are read to see whether a file contains an article
_SNIFFED_ENTRIES = 100


def people_of_arguments(args: argparse.Namespace) -> People | None:
    """The people of the option ``--people``.

    Raises:
        SourceError: the file cannot be read.
    """
    return read_people(args.people) if args.people is not None else None


def read_model(args: argparse.Namespace) -> Model | None:
    """The model that ``--model`` names; None for the model of the package.

    Raises:
        ModelError: as :func:`quoteattr.model.model.load_model`.
    """
    return load_model(args.model) if args.model is not None else None


def _print_note(note: str) -> None:
    """Print a note about files in folders that are not read."""
    print_message(note, SUCCESS)


def articles(
    inputs: Sequence[str | BinaryIO],
    args: argparse.Namespace,
    note: Callable[[str], object] = _print_note,
    all_notes: bool = False,
) -> Iterator[Article | Failure]:
    """Read articles from paths or open files by the options of ``add_reading_options``.

    Args:
        inputs: the paths or files.
        args: the options.
        note: receives the notes about files in folders that are not read.
        all_notes: whether to note the tables without texts, and files of other formats, too.

    Raises:
        QuoteattrError: as :func:`quoteattr.read`, or if a path is a web address.
    """
    for path in inputs:
        if isinstance(path, str) and re.match("https?://", path):
            raise OptionError(
                "quoteattr does not fetch web pages",
                where=shorten_text(path),
                remedy="pipe the page to it, as in"
                f" curl -s {shorten_text(path)} | quoteattr … --read html -",
            )
    encoding = check_encoding(args.encoding)
    options = ReadOptions(
        FieldMapping(dict(args.fields), args.html),
        args.read,
        encoding,
        args.max_size,
        note,
        all_notes,
    )
    return read_with(inputs, options)


def files(paths: Iterable[str], args: argparse.Namespace) -> list[str]:
    """The files to read: the paths, with the files in folders."""
    suffixes = input_suffixes(args.read)
    return [
        file
        for path in paths
        for file in (search_folder(path, suffixes).files if os.path.isdir(path) else [path])
    ]


def count_inputs(files: Sequence[str], args: argparse.Namespace) -> int | None:
    """The number of articles in files; None if it is unknown before reading them."""
    return len(files) if all(input_format(file, args.read).single for file in files) else None


def check_not_input(paths: Iterable[str], output: str | None, args: argparse.Namespace) -> None:
    """Check that the output is not one of the inputs.

    The output of an earlier run in a folder of articles is allowed, since it has no articles.

    Raises:
        OptionError: the output is an input.
    """
    for path in paths if output is not None and os.path.exists(output) else ():
        for file in files([path], args):
            if same_file(file, output) and (file == path or _holds_article(file, args)):
                raise OptionError(
                    f"-o {output} is one of the inputs", where="-o", remedy="name another file"
                )


def same_file(first: str | None, second: str | None) -> bool:
    """Whether both paths exist and are the same file."""
    if first is None or second is None:
        return False
    return os.path.exists(first) and os.path.exists(second) and os.path.samefile(first, second)


def _holds_article(file: str, args: argparse.Namespace) -> bool:
    """Whether the first entries of a file include an article."""
    entries = islice(articles([file], args, str), _SNIFFED_ENTRIES)
    return any(isinstance(entry, Article) for entry in entries)


class _SizedArticles:
    """Articles with a known length, for the progress bar."""

    def __init__(self, articles: Iterable[Article | Failure], count: int) -> None:
        self._articles, self._count = articles, count

    def __iter__(self) -> Iterator[Article | Failure]:
        return iter(self._articles)

    def __len__(self) -> int:
        return self._count


def extract_records(
    entries: Iterable[Article | Failure],
    args: argparse.Namespace,
    count: int | None = None,
    progress: bool = False,
) -> Iterator[QuoteRecords]:
    """Extract records by the options of ``add_extraction_options``.

    Args:
        entries: the articles, and the failures of reading.
        args: the options.
        count: the number of articles, if it is known.
        progress: whether to show a progress bar.

    Returns:
        The records of each article.
    """
    if is_command():
        collect_rarely()
    return extract_many(
        entries if count is None else _SizedArticles(entries, count),
        workers=args.workers,
        progress=progress,
        kinds=args.kinds,
        acts=args.acts,
        min_confidence=args.min_confidence,
        unattributed=args.unattributed,
        model=read_model(args),
        people=people_of_arguments(args),
    )
