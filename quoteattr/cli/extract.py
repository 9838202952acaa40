"""``quoteattr extract``: from articles to records in a file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator

from quoteattr.cli.articles import (
    PATHS,
    add_finding,
    add_reading,
    articles,
    count,
    files,
    find,
    same_file,
    spare,
)
from quoteattr.cli.command import (
    Command,
    Troubles,
    add_output,
    names_file,
    open_output,
    output_format,
)
from quoteattr.cli.resume import Before, is_resumable, resume
from quoteattr.formats.formats import OutputFormat
from quoteattr.records import Article, Failure

#: more articles than these are worth a progress bar
A_FEW = 5

EPILOG = """\
examples:
  quoteattr extract article.txt                    who said what, as a table
  quoteattr extract articles/ -o quotes.xlsx       a folder, all below it, to a spreadsheet
  quoteattr extract articles/ -o quotes.csv        the same for data frames
  quoteattr extract articles/ | jq .speaker        JSONL, as it is to any other program
  pbpaste | quoteattr extract -                    what another program hands over
  quoteattr extract pages/ -o quotes.parquet       HTML, one page a file
  quoteattr extract news.jsonl.gz --field text=story.body --kinds direct --min-confidence 0.95
  quoteattr extract archive/ -o quotes.jsonl --workers 4 --resume    also where that run ended

A text is a UTF-8 file, or has the encoding that --encoding names. Offsets count its characters as
they stand in the file, a byte order mark of UTF-8 and both halves of CRLF included; the end is
exclusive. Of a page or a row, they count those of the text that was found in it.
"""


def _arguments(parser: argparse.ArgumentParser) -> None:
    """What ``quoteattr extract`` takes."""
    names_file(parser.add_argument("paths", metavar="PATH", nargs="+", help=PATHS))
    add_output(parser)
    parser.add_argument(
        "--resume",
        action="store_true",
        help="pass over the articles whose records stand in FILE, and write the others behind them",
    )
    add_reading(parser)
    add_finding(parser)


def _run(args: argparse.Namespace) -> int:
    """Find who said what in articles, and write it down."""
    form = output_format(args)
    before, form = resume(args.output, form) if args.resume else (Before(), form)
    spare(args.paths, args.output, args)
    given = before.left(_others(articles(args.paths, args), args.output))
    left = count([file for file in files(args.paths, args) if before.lacks(file)], args)
    found = find(given, args, left, _is_watched(left, form, args.output))
    troubles = Troubles()
    grows = is_resumable(form)
    with open_output(args.output, form.binary, before.size, grows) as file:
        form.write(map(before.missing, troubles.watch(found)), file)
    return troubles.status


def _is_watched(count: int | None, form: OutputFormat, output: str | None) -> bool:
    """Somebody sees a progress bar, there is time for one, and nothing else tears it."""
    torn = output is None and sys.stdout.isatty() and not form.needs_all
    return sys.stderr.isatty() and not torn and (count is None or count > A_FEW)


def _others(found: Iterable[Article | Failure], output: str | None) -> Iterator[Article | Failure]:
    """What is read, without the failure that is the output itself, in a folder of articles."""
    return (
        item for item in found if isinstance(item, Article) or not same_file(item.source, output)
    )


COMMAND = Command("extract", "find who said what in articles", EPILOG, _arguments, _run)
