"""``quoteattr archive speakers``: who is quoted in an archive, and how much."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import IO

import attrs

from quoteattr.archive.speakers import SpeakerCount
from quoteattr.cli.archive.query import (
    View,
    add_archive,
    add_filters,
    add_limit,
    asked,
    tell_of_more,
    view_of,
    wanted,
)
from quoteattr.cli.command import DONE, Command, names_file, open_output
from quoteattr.formats.record_dict import to_json_line
from quoteattr.formats.table import TableColumn, write_rows

EPILOG = """\
examples:
  quoteattr archive speakers news.db               who is quoted most comes first
  quoteattr archive speakers news.db bridge --since 2026 --kinds direct,mixed
  quoteattr archive speakers news.db --limit 1000 | jq .name

The forms of a name are put together across articles. Who is not named is not counted.
"""

#: the columns of the table
COLUMNS: tuple[TableColumn[SpeakerCount], ...] = (
    TableColumn("speaker", lambda s: s.name, share=0.4),
    TableColumn("quotes", lambda s: f"{s.quotes:,}"),
    TableColumn("words", lambda s: f"{s.words:,}"),
    TableColumn("articles", lambda s: f"{len(s.sources):,}"),
    TableColumn("also called", lambda s: ", ".join(f for f in s.forms if f != s.name), share=0),
)


def _arguments(parser: argparse.ArgumentParser) -> None:
    """What ``quoteattr archive speakers`` takes."""
    add_archive(parser)
    add_filters(parser)
    add_limit(parser, 100)
    told = "default: what -o ends in; else table on a terminal and jsonl elsewhere"
    parser.add_argument("--format", choices=VIEWS, help=told)
    names_file(parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE"))


def _run(args: argparse.Namespace) -> int:
    """Count speakers, and list them."""
    view = view_of(VIEWS, args, "table" if sys.stdout.isatty() else "jsonl")
    words, filters = wanted(args)
    with asked(args) as archive:
        speakers = archive.speakers(words, **filters)
    with open_output(args.output) as file:
        view.write(speakers[: args.limit], file)
    tell_of_more(speakers, args.limit, "speakers")
    return DONE


def _write_table(speakers: Sequence[SpeakerCount], file: IO[str]) -> None:
    """For people: one a row."""
    write_rows(speakers, COLUMNS, file, empty="no speakers found")


def _write_jsonl(speakers: Sequence[SpeakerCount], file: IO[str]) -> None:
    """For programs: an object a line, with the fields of ``SpeakerCount``."""
    for speaker in speakers:
        file.write(to_json_line(attrs.asdict(speaker)) + "\n")


VIEWS: dict[str, View[SpeakerCount]] = {
    "table": View(_write_table, ("", ".txt")),
    "jsonl": View(_write_jsonl, (".jsonl", ".ndjson")),
}

COMMAND = Command("speakers", "list who is quoted in an archive", EPILOG, _arguments, _run)
