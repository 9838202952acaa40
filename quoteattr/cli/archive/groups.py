"""``quoteattr archive groups``: show quotes in several articles, and how their wordings differ."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from itertools import islice
from typing import IO

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
from quoteattr.cli.options import positive
from quoteattr.cli.parser import Command
from quoteattr.formats.table import FALLBACK_SIZE
from quoteattr.groups.group import QuoteGroup
from quoteattr.groups.group_dict import group_to_dict
from quoteattr.text import printable
from quoteattr.view.group_terminal import group_lines
from quoteattr.view.render import render

EPILOG = """\
examples:
  quoteattr archive groups news.db                 sorted by number of articles
  quoteattr archive groups news.db bridge --min-sources 4
  quoteattr archive groups news.db --speaker Holm -o holm.html
  quoteattr archive groups news.db --format jsonl | jq "select(.disputed)"

Each group shows its fullest wording, and how the others differ, word by word. A group
matches if one of its quotes matches WORDS and filters. docs/groups.md defines when two quotes are
one utterance.
"""

#: the line between two groups
_RULE = "─" * 20


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``quoteattr archive groups``."""
    add_archive_argument(parser)
    add_filter_options(parser)
    min_sources = "minimum number of articles (default: 2); 1: also quotes that one article repeats"
    parser.add_argument("--min-sources", metavar="N", type=positive, default=2, help=min_sources)
    add_limit_option(parser, 20)
    format_help = "default: by the suffix of -o, else text"
    parser.add_argument("--format", choices=VIEWS, help=format_help)
    complete_files(parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE"))


def _run(args: argparse.Namespace) -> int:
    """Find groups and show them."""
    view = view_of(VIEWS, args, "text")
    words, filters = search_query(args)
    with open_existing(args) as archive:
        matches = archive.groups(words, min_sources=args.min_sources, **filters)
        groups = list(islice(matches, args.limit + 1))
    with open_output(args.output) as file:
        view.write(groups[: args.limit], file)
    note_limit(groups, args.limit, "groups")
    return SUCCESS


def _write_text(groups: Sequence[QuoteGroup], file: IO[str]) -> None:
    """Write text: in colours on a terminal, plain and unwrapped elsewhere."""
    if not groups:
        file.write("no groups found\n")
    write = _draw if file.isatty() else _write_plain
    for number, group in enumerate(groups):
        file.write(f"{_RULE}\n" if number else "")
        write(group, file)


def _write_plain(group: QuoteGroup, file: IO[str]) -> None:
    """Write a group as on a terminal, without colours and wrapping."""
    for texts, indent in group_lines(group):
        words = "".join(words for words, _ in texts)
        file.write(" " * indent + printable(words).rstrip() + "\n")


def _draw(group: QuoteGroup, file: IO[str]) -> None:
    """Draw a group in a terminal."""
    from rich.console import Console

    width = shutil.get_terminal_size(FALLBACK_SIZE).columns
    Console(file=file, width=width, highlight=False).print(group)


def _write_html(groups: Sequence[QuoteGroup], file: IO[str]) -> None:
    """Write a self-contained HTML page."""
    file.write(render(groups, title="The same words in many places"))


VIEWS: dict[str, View[QuoteGroup]] = {
    "text": View(_write_text, ("", ".txt")),
    "html": View(_write_html, (".html", ".htm")),
    "jsonl": View(json_lines(group_to_dict), (".jsonl", ".ndjson")),
}

COMMAND = Command(EPILOG, _add_arguments, _run)
