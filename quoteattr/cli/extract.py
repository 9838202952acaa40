"""``quoteattr extract``: extract records from articles, to a file or standard output."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator

from quoteattr.cli.articles import (
    articles,
    check_not_input,
    count_inputs,
    extract_records,
    files,
    same_file,
)
from quoteattr.cli.command import (
    FailureReporter,
    add_output_options,
    complete_files,
    open_output,
    output_format,
)
from quoteattr.cli.options import PATHS, add_extraction_options, add_reading_options
from quoteattr.cli.parser import Command
from quoteattr.cli.resume import PreviousOutput, is_resumable, resume
from quoteattr.formats.formats import OutputFormat
from quoteattr.records import Article, Failure

#: a progress bar is shown for more articles than this
MIN_FOR_PROGRESS = 5

EPILOG = """\
examples:
  quoteattr extract article.txt                    a table of quotes
  quoteattr extract articles/ -o quotes.xlsx       a folder with its subfolders, to Excel
  quoteattr extract articles/ -o quotes.csv        the same for data frames
  quoteattr extract articles/ | jq .speaker        JSONL, the default in a pipe
  pbpaste | quoteattr extract -                    from standard input
  quoteattr extract pages/ -o quotes.parquet       HTML, one page per file
  quoteattr extract news.jsonl.gz --field text=story.body --kinds direct --min-confidence 0.95
  quoteattr extract archive/ -o quotes.jsonl --workers 4 --resume    or resume that run

A text is a file in UTF-8, or in the encoding that --encoding names. Offsets count the characters of
the file, including a UTF-8 byte order mark and both characters of CRLF; the end is exclusive. In
pages and rows, they count the characters of the extracted text.
"""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``quoteattr extract``."""
    complete_files(parser.add_argument("paths", metavar="PATH", nargs="+", help=PATHS))
    add_output_options(parser)
    parser.add_argument(
        "--resume",
        action="store_true",
        help="skip the articles whose records are in FILE, and append those of the others",
    )
    add_reading_options(parser)
    add_extraction_options(parser)


def _run(args: argparse.Namespace) -> int:
    """Extract records from articles and write them."""
    form = output_format(args)
    previous, form = resume(args.output, form) if args.resume else (PreviousOutput(), form)
    check_not_input(args.paths, args.output, args)
    entries = previous.remaining(_without_output(articles(args.paths, args), args.output))
    files_left = [file for file in files(args.paths, args) if previous.may_lack(file)]
    count_left = count_inputs(files_left, args)
    results = extract_records(
        entries, args, count_left, _shows_progress(count_left, form, args.output)
    )
    reporter = FailureReporter()
    resumable = is_resumable(form)
    with open_output(args.output, form.binary, previous.size, resumable) as file:
        form.write(map(previous.missing_records, reporter.records(results)), file)
    return reporter.status


def _shows_progress(count: int | None, form: OutputFormat, output: str | None) -> bool:
    """Whether a progress bar is visible, useful, and not interrupted by records on the terminal."""
    interrupted = output is None and sys.stdout.isatty() and not form.needs_all
    return sys.stderr.isatty() and not interrupted and (count is None or count > MIN_FOR_PROGRESS)


def _without_output(
    entries: Iterable[Article | Failure], output: str | None
) -> Iterator[Article | Failure]:
    """The entries without the failure of the output file itself, if its folder is read."""
    return (
        entry
        for entry in entries
        if isinstance(entry, Article) or not same_file(entry.source, output)
    )


COMMAND = Command(EPILOG, _add_arguments, _run)
