"""``quoteattr archive speakers``: list the speakers in an archive, with numbers of quotes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import IO

import attrs

from quoteattr.archive.speakers import SpeakerCount
from quoteattr.cli.archive.query import (
    View,
    add_archive_argument,
    add_filter_options,
    add_limit_option,
    note_limit,
    open_existing,
    search_query,
    view_of,
)
from quoteattr.cli.command import complete_files, json_lines, open_output
from quoteattr.cli.messages import SUCCESS
from quoteattr.cli.parser import Command
from quoteattr.formats.table import TableColumn, write_rows

EPILOG = """\
examples:
  quoteattr archive speakers news.db               sorted by number of quotes
  quoteattr archive speakers news.db bridge --since 2026 --kinds direct,mixed
  quoteattr archive speakers news.db --limit 1000 | jq .name

Forms of one name are merged across articles. Quotes without a named speaker are not counted.
"""

#: the columns of the table
COUNT_COLUMNS: tuple[TableColumn[SpeakerCount], ...] = (
    TableColumn("speaker", lambda s: s.name, share=0.4),
    TableColumn("quotes", lambda s: f"{s.quotes:,}"),
    TableColumn("words", lambda s: f"{s.words:,}"),
    TableColumn("articles", lambda s: f"{len(s.sources):,}"),
    TableColumn("also called", lambda s: ", ".join(f for f in s.forms if f != s.name), share=0),
)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``quoteattr archive speakers``."""
    add_archive_argument(parser)
    add_filter_options(parser)
    add_limit_option(parser, 100)
    format_help = "default: by the suffix of -o; else table on a terminal, jsonl elsewhere"
    parser.add_argument("--format", choices=VIEWS, help=format_help)
    complete_files(parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE"))


def _run(args: argparse.Namespace) -> int:
    """Count speakers and list them."""
    view = view_of(VIEWS, args, "table" if sys.stdout.isatty() else "jsonl")
    words, filters = search_query(args)
    with open_existing(args) as archive:
        speakers = archive.speakers(words, **filters)
    with open_output(args.output) as file:
        view.write(speakers[: args.limit], file)
    note_limit(speakers, args.limit, "speakers")
    return SUCCESS


def _write_table(speakers: Sequence[SpeakerCount], file: IO[str]) -> None:
    """Write a table, one speaker per row."""
    write_rows(speakers, COUNT_COLUMNS, file, empty="no speakers found")


VIEWS: dict[str, View[SpeakerCount]] = {
    "table": View(_write_table, ("", ".txt")),
    "jsonl": View(json_lines(attrs.asdict), (".jsonl", ".ndjson")),
}

COMMAND = Command(EPILOG, _add_arguments, _run)
