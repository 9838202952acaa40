"""``quoteattr show``: show articles with their quotes highlighted, in the browser."""

from __future__ import annotations

import argparse
import io
import json
import os
import tempfile
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import get_args

from quoteattr.cli.articles import articles, check_not_input, extract_records
from quoteattr.cli.command import FailureReporter, complete_files, open_output
from quoteattr.cli.messages import INCOMPLETE, print_message
from quoteattr.cli.options import PATHS, add_extraction_options, add_reading_options
from quoteattr.cli.parser import Command
from quoteattr.formats.jsonl import read_line
from quoteattr.readers.files import STDIN, open_bytes
from quoteattr.readers.rows import numbered_lines
from quoteattr.readers.streams import BoundedFile, as_binary, open_decoded
from quoteattr.records import Article, Failure, QuoteRecord, QuoteRecords
from quoteattr.text import shorten_text
from quoteattr.view.render import Style, render

EPILOG = """\
examples:
  quoteattr show article.txt                       in the browser, from a temporary file
  quoteattr show articles/ -o report.html          a page to share; nothing opens
  quoteattr show quotes.jsonl                      records from quoteattr extract, as a table
  quoteattr extract articles/ | grep Holt | quoteattr show -

The page is self-contained: no script, no network. Records from a JSONL file have no articles and
are shown unchanged: --kinds, --min-confidence and the like apply to articles only.
"""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``quoteattr show``."""
    paths = f"{PATHS}; or JSONL of quoteattr extract"
    complete_files(parser.add_argument("paths", metavar="PATH", nargs="+", help=paths))
    output = "write the page to FILE (default: a temporary file, opened in the browser)"
    complete_files(parser.add_argument("-o", "--output", metavar="FILE", help=output))
    parser.add_argument(
        "--no-open", action="store_true", help="only print the path of the temporary file"
    )
    parser.add_argument(
        "--style",
        choices=get_args(Style),
        default="article",
        help="each article with a table (default), or one table for all",
    )
    add_reading_options(parser)
    add_extraction_options(parser)


def _run(args: argparse.Namespace) -> int:
    """Write a page, and open it."""
    check_not_input(args.paths, args.output, args)
    reporter = FailureReporter()
    inputs = [buffer_pipe(path) for path in args.paths]
    of_records = [source for source in inputs if not args.read and holds_records(source)]
    of_articles = [source for source in inputs if source not in of_records]
    extracted = extract_records(articles(of_articles, args), args)
    results = chain(extracted, map(_without_articles, map(read_record_source, of_records)))
    page = render(reporter.records(results), args.style)
    path = args.output or _temporary()
    with open_output(path) as file:
        file.write(page)
    if args.output is None:
        print(path)
        if not args.no_open and not webbrowser.open(Path(path).as_uri()):
            return print_message("no browser found; open the file yourself", INCOMPLETE)
    return reporter.status


def _without_articles(records: QuoteRecords) -> QuoteRecords:
    """Records from a file, whose articles have no text to show."""
    return QuoteRecords(records, failures=records.failures)


def _temporary() -> str:
    """Create a temporary file, which is kept for the browser."""
    handle, path = tempfile.mkstemp(".html", "quoteattr-")
    os.close(handle)
    return path


class _BufferedPipe(io.BytesIO):
    """The content of standard input or another pipe, which can be read more than once."""

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(data)
        self.name = name


def buffer_pipe(path: str) -> str | _BufferedPipe:
    """Convert a pipe, which can be read only once, to its content; return other paths unchanged."""
    if path != STDIN and (os.path.isfile(path) or os.path.isdir(path) or not os.path.exists(path)):
        return path
    with open_bytes(path) as file:
        return _BufferedPipe(file.read(), path)


@contextmanager
def _open(source: str | _BufferedPipe) -> Iterator[BoundedFile]:
    """Open a file or a buffered pipe; the pipe is rewound at the end."""
    try:
        name = source if isinstance(source, str) else source.name
        packed = open_bytes(source) if isinstance(source, str) else as_binary(source)
        with packed as file, open_decoded(file, name) as lines:
            yield lines
    finally:
        if isinstance(source, _BufferedPipe):
            source.seek(0)


def holds_records(source: str | _BufferedPipe) -> bool:
    """Whether the first line of a file is a record, not an article."""
    try:
        with _open(source) as file:
            line = next((line for line in file if line.strip()), b"{}")
            first = json.loads(line)
    except (OSError, ValueError, RecursionError):  # reading it as articles reports the error
        return False
    return isinstance(first, dict) and {"speaker", "quote", "spans"} <= first.keys()


def read_record_source(source: str | _BufferedPipe) -> QuoteRecords:
    """The records in a JSONL file with the metadata of articles; an invalid line is a failure."""
    name = source if isinstance(source, str) else source.name
    records, failures = list[QuoteRecord](), list[Failure]()
    articles: dict[str | None, Article] = {}
    with _open(source) as file:
        for number, line in numbered_lines(file):
            if isinstance(line, OSError):  # too long
                failures.append(Failure(name, str(line), number))
                continue
            try:
                if line.strip():
                    record, article = read_line(line)
                    records.append(record)
                    articles |= {} if article is None else {article.source: article}
            except (ValueError, TypeError, RecursionError) as error:
                reason = f"not a record ({shorten_text(error)}); fix it, or remove it"
                failures.append(Failure(name, reason, number))
    return QuoteRecords(records, articles.values(), failures)


COMMAND = Command(EPILOG, _add_arguments, _run)
