"""``quoteattr show``: articles with what is said in them marked, in the browser."""

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

from quoteattr.cli.articles import PATHS, add_finding, add_reading, articles, find, spare
from quoteattr.cli.command import NOT_ALL, Command, Troubles, complain, names_file, open_output
from quoteattr.formats.jsonl import read_line
from quoteattr.readers.files import STDIN, Bounded, as_bytes, open_bytes, opened
from quoteattr.readers.rows import numbered
from quoteattr.records import Failure, QuoteRecord, QuoteRecords
from quoteattr.text import shorten_text
from quoteattr.view.render import Style, render

EPILOG = """\
examples:
  quoteattr show article.txt                       in the browser, from a temporary file
  quoteattr show articles/ -o report.html          a page to send to others; nothing opens
  quoteattr show quotes.jsonl                      what quoteattr extract wrote, as a table
  quoteattr extract articles/ | grep Holt | quoteattr show -

The page needs nothing else: no script, no network. Records from a JSONL file come without their
articles, and are shown as they are: --kinds, --min-confidence and the like are for articles.
"""


def _arguments(parser: argparse.ArgumentParser) -> None:
    """What ``quoteattr show`` takes."""
    paths = f"{PATHS}; or JSONL that quoteattr extract wrote"
    names_file(parser.add_argument("paths", metavar="PATH", nargs="+", help=paths))
    output = "write the page to FILE (default: a temporary file, opened in the browser)"
    names_file(parser.add_argument("-o", "--output", metavar="FILE", help=output))
    parser.add_argument(
        "--no-open", action="store_true", help="only tell where the temporary file is"
    )
    parser.add_argument(
        "--style",
        choices=get_args(Style),
        default="article",
        help="the articles, a table beside each (default), or one table of all",
    )
    add_reading(parser)
    add_finding(parser)


def _run(args: argparse.Namespace) -> int:
    """Write a page, and open it."""
    spare(args.paths, args.output, args)
    troubles = Troubles()
    inputs = [_kept(path) for path in args.paths]
    records = [given for given in inputs if not args.read and _holds_records(given)]
    others = [given for given in inputs if given not in records]
    found = chain(find(articles(others, args), args), map(_read_records, records))
    page = render(troubles.watch(found), args.style)
    path = args.output or _temporary()
    with open_output(path) as file:
        file.write(page)
    if args.output is None:
        print(path)
        if not args.no_open and not webbrowser.open(Path(path).as_uri()):
            return complain("no browser is found; open that file yourself", NOT_ALL)
    return troubles.status


def _temporary() -> str:
    """A new file, which stays for the browser."""
    handle, path = tempfile.mkstemp(".html", "quoteattr-")
    os.close(handle)
    return path


class _Piped(io.BytesIO):
    """What came in through standard input or another pipe, so that it can be looked at first."""

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(data)
        self.name = name


def _kept(path: str) -> str | _Piped:
    """A path, or all that comes from it if that can be read only once."""
    if path != STDIN and (os.path.isfile(path) or os.path.isdir(path) or not os.path.exists(path)):
        return path
    with open_bytes(path) as file:
        return _Piped(file.read(), path)


@contextmanager
def _open(given: str | _Piped) -> Iterator[Bounded]:
    """The bytes of a file; what came in through a pipe can then be read anew."""
    try:
        name = given if isinstance(given, str) else given.name
        packed = open_bytes(given) if isinstance(given, str) else as_bytes(given)
        with packed as file, opened(file, name) as lines:
            yield lines
    finally:
        if isinstance(given, _Piped):
            given.seek(0)


def _holds_records(given: str | _Piped) -> bool:
    """A file begins with a record rather than with an article."""
    try:
        with _open(given) as file:
            line = next((line for line in file if line.strip()), b"{}")
            first = json.loads(line)
    except (OSError, ValueError, RecursionError):  # whoever reads it as articles tells more
        return False
    return isinstance(first, dict) and {"speaker", "quote", "spans"} <= first.keys()


def _read_records(given: str | _Piped) -> QuoteRecords:
    """The records in a file; a line that is none is a failure, and the others are read."""
    name = given if isinstance(given, str) else given.name
    found, failures = list[QuoteRecord](), list[Failure]()
    with _open(given) as file:
        for number, line in numbered(file):
            if isinstance(line, OSError):  # it is too long
                failures.append(Failure(name, str(line), number))
                continue
            try:
                found += [read_line(line)[0]] if line.strip() else []
            except (ValueError, TypeError, RecursionError) as error:
                reason = f"not a record ({shorten_text(error)}); mend it, or leave it out"
                failures.append(Failure(name, reason, number))
    return QuoteRecords(found, failures=failures)


COMMAND = Command("show", "show articles with their quotes marked", EPILOG, _arguments, _run)
