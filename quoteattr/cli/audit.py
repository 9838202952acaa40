"""``quoteattr audit``: count whom articles quote, by publisher, section, author and month."""

from __future__ import annotations

import argparse
import os
import sys
from itertools import chain

from quoteattr.archive.search import Filters
from quoteattr.auditing.audit import GROUPINGS, audit
from quoteattr.auditing.guess import GUESSES
from quoteattr.auditing.result import Audit
from quoteattr.cli.archive.query import open_archive
from quoteattr.cli.articles import articles, check_not_input, extract_records, same_file
from quoteattr.cli.command import FailureReporter, complete_files, open_output
from quoteattr.cli.messages import SUCCESS, print_message
from quoteattr.cli.options import PATHS, add_extraction_options, add_reading_options
from quoteattr.cli.parser import Command
from quoteattr.cli.show import buffer_pipe, holds_records, read_record_source
from quoteattr.errors import OptionError
from quoteattr.text import count, shorten
from quoteattr.view.audit_files import AUDIT_FORMATS, AuditFormat, audit_format

EPILOG = """\
examples:
  quoteattr audit articles/                        tables in the terminal
  quoteattr audit news.db -o audit.html            an archive, to a web page
  quoteattr audit news.db --since 2026 --by section,section+month -o audit.xlsx
  quoteattr audit quotes.jsonl                     records from quoteattr extract
  quoteattr audit news.db --unknown people.csv     write unknown speakers to a sheet,
  quoteattr audit news.db --labels people.csv      and read it, filled in

Each speaker counts once per article. Gender is what the article's own words show; unknown genders
are listed as unknown, unless you pass --guess. docs/audit.md defines the counts, and what they must
not be used for.
"""

#: the first bytes of an SQLite file
_SQLITE = b"SQLite format 3\0"


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``quoteattr audit``."""
    paths = f"an archive; or {PATHS}; or JSONL of quoteattr extract"
    complete_files(parser.add_argument("paths", metavar="PATH|DB", nargs="+", help=paths))
    by = f"one or more of {','.join(GROUPINGS)} (default: all), with + for both: section+month"
    parser.add_argument("--by", metavar="FIELD,…", type=_by, default=GROUPINGS, help=by)
    labels = "a filled-in sheet of speakers, CSV or Excel"
    complete_files(parser.add_argument("--labels", metavar="FILE", help=labels))
    unknown = "write the speakers of unknown gender or kind to FILE, CSV or Excel"
    complete_files(parser.add_argument("--unknown", metavar="FILE", help=unknown))
    guess = "guess unknown genders from given names; every output says so"
    parser.add_argument("--guess", choices=GUESSES, help=guess)
    since = "archives only: articles published since this day, month or year"
    parser.add_argument("--since", metavar="DATE", help=since)
    until = "archives only: up to this day, month or year, inclusive"
    parser.add_argument("--until", metavar="DATE", help=until)
    format_help = "default: by the suffix of -o; else table on a terminal, json elsewhere"
    parser.add_argument("--format", choices=AUDIT_FORMATS, help=format_help)
    complete_files(parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE"))
    add_reading_options(parser)
    add_extraction_options(parser)


def _by(argument: str) -> tuple[str, ...]:
    """Parse groupings, separated by commas."""
    return tuple(field.strip() for field in argument.split(","))


def _run(args: argparse.Namespace) -> int:
    """Count whom the articles quote."""
    form = _form(args)
    reporter = FailureReporter()
    archives = [path for path in args.paths if _is_archive(path)]
    result = _of_archive(args) if archives else _of_articles(args, reporter)
    with open_output(args.output, form.binary) as file:
        form.write(result, file)
    if args.unknown is not None:
        result.write_unknown(args.unknown)
        print_message(f"{args.unknown}: fill it in, and pass it as --labels", SUCCESS)
    return reporter.status


def _form(args: argparse.Namespace) -> AuditFormat:
    """The format by ``--format``, by the suffix of the output, or by whether it is a terminal."""
    if args.format is None and args.output is None:
        return AUDIT_FORMATS["table" if sys.stdout.isatty() else "json"]
    return audit_format(args.output or "", args.format)


def _is_archive(path: str) -> bool:
    """Whether the file is an SQLite database."""
    if not os.path.isfile(path):
        return False
    with open(path, "rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def _of_archive(args: argparse.Namespace) -> Audit:
    """The audit of an archive.

    Raises:
        OptionError: there are other paths, or it is the output.
    """
    path, *others = args.paths
    if others:
        raise OptionError(
            f"an archive cannot be audited together with {count(len(others), 'other path')}",
            where="PATH|DB",
            remedy="add the articles to it with quoteattr archive add",
        )
    if same_file(path, args.output):
        raise OptionError(
            f"-o {args.output} is the archive", where="-o", remedy="name another file"
        )
    values = {name: getattr(args, name, None) for name in Filters.__annotations__}
    filters: Filters = {name: v for name, v in values.items() if v is not None}  # type: ignore[assignment]
    with open_archive(path, read_only=True) as archive:
        return archive.audit(args.by, labels=args.labels, guess=args.guess, **filters)


def _of_articles(args: argparse.Namespace, reporter: FailureReporter) -> Audit:
    """The audit of articles, or of records in JSONL.

    Raises:
        OptionError: an option applies to archives only.
    """
    for option in ("since", "until"):
        if getattr(args, option) is not None:
            raise OptionError(
                f"--{option} filters the articles of an archive, and"
                f" {shorten(args.paths[0])} is not one",
                where=f"--{option}",
                remedy="add the articles to one with quoteattr archive add",
            )
    check_not_input(args.paths, args.output, args)
    inputs = [buffer_pipe(path) for path in args.paths]
    of_records = [source for source in inputs if not args.read and holds_records(source)]
    of_articles = [source for source in inputs if source not in of_records]
    extracted = extract_records(articles(of_articles, args), args)
    results = reporter.records(chain(extracted, map(read_record_source, of_records)))
    return audit(results, args.by, labels=args.labels, guess=args.guess)


COMMAND = Command(
    EPILOG,
    _add_arguments,
    _run,
)
