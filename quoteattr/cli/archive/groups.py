"""``quoteattr archive groups``: what several articles carry, and what each has otherwise."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from itertools import islice
from typing import IO, Any

import attrs

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
from quoteattr.cli.articles import positive
from quoteattr.cli.command import DONE, Command, names_file, open_output
from quoteattr.formats.record_dict import to_json_line
from quoteattr.formats.table import FALLBACK_SIZE
from quoteattr.groups.group import AttributedSpeaker, QuoteGroup, Variant
from quoteattr.text import printable
from quoteattr.view.group_terminal import group_lines
from quoteattr.view.render import render

EPILOG = """\
examples:
  quoteattr archive groups news.db                 what most articles carry comes first
  quoteattr archive groups news.db bridge --min-sources 4
  quoteattr archive groups news.db --speaker Holm -o holm.html
  quoteattr archive groups news.db --format jsonl | jq "select(.disputed)"

Each group shows its fullest wording, and word by word what the others have otherwise. Words and
filters are those of one of its quotes. docs/groups.md tells what makes two quotes one utterance.
"""

#: what stands between two groups
_RULE = "─" * 20


def _arguments(parser: argparse.ArgumentParser) -> None:
    """What ``quoteattr archive groups`` takes."""
    add_archive(parser)
    add_filters(parser)
    least = "what stands in so many articles (default: 2); 1: also what one of them repeats"
    parser.add_argument("--min-sources", metavar="N", type=positive, default=2, help=least)
    add_limit(parser, 20)
    told = "default: what -o ends in, else text"
    parser.add_argument("--format", choices=VIEWS, help=told)
    names_file(parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE"))


def _run(args: argparse.Namespace) -> int:
    """Find groups, and show them."""
    view = view_of(VIEWS, args, "text")
    words, filters = wanted(args)
    with asked(args) as archive:
        found = archive.groups(words, min_sources=args.min_sources, **filters)
        groups = list(islice(found, args.limit + 1))
    with open_output(args.output) as file:
        view.write(groups[: args.limit], file)
    tell_of_more(groups, args.limit, "groups")
    return DONE


def _write_text(groups: Sequence[QuoteGroup], file: IO[str]) -> None:
    """For people: in colours on a terminal, plain and unbroken lines elsewhere."""
    if not groups:
        file.write("no groups found\n")
    write = _draw if file.isatty() else _write_plain
    for number, group in enumerate(groups):
        file.write(f"{_RULE}\n" if number else "")
        write(group, file)


def _write_plain(group: QuoteGroup, file: IO[str]) -> None:
    """Write a group as it stands in a terminal, but for colours and the width."""
    for texts, indent in group_lines(group):
        words = "".join(words for words, _ in texts)
        file.write(" " * indent + printable(words).rstrip() + "\n")


def _draw(group: QuoteGroup, file: IO[str]) -> None:
    """Draw a group in a terminal."""
    from rich.console import Console

    width = shutil.get_terminal_size(FALLBACK_SIZE).columns
    Console(file=file, width=width, highlight=False).print(group)


def _write_html(groups: Sequence[QuoteGroup], file: IO[str]) -> None:
    """For people: a page that needs nothing else."""
    file.write(render(groups, title="The same words in many places"))


def _write_jsonl(groups: Sequence[QuoteGroup], file: IO[str]) -> None:
    """For programs: an object a line."""
    for group in groups:
        file.write(to_json_line(_of_group(group)) + "\n")


def _of_group(group: QuoteGroup) -> dict[str, Any]:
    """A group as plain values; the spans of differences are of ``fullest``, and of ``quote``."""
    return {
        "speaker": group.speaker,
        "disputed": group.disputed,
        "fullest": group.variants[0].quote,
        "sources": group.sources,
        "variants": [_of_variant(each) for each in group.variants],
        "attributions": [_of_attribution(each) for each in group.attributions],
    }


def _of_variant(variant: Variant) -> dict[str, Any]:
    """A wording."""
    differences = [attrs.asdict(each, recurse=False) for each in variant.differences]
    return {"quote": variant.quote, "sources": variant.sources, "differences": differences}


def _of_attribution(told: AttributedSpeaker) -> dict[str, Any]:
    """Whom it is ascribed to, and by whom."""
    return {"speaker": told.speaker, "forms": told.forms, "sources": told.sources}


VIEWS: dict[str, View[QuoteGroup]] = {
    "text": View(_write_text, ("", ".txt")),
    "html": View(_write_html, (".html", ".htm")),
    "jsonl": View(_write_jsonl, (".jsonl", ".ndjson")),
}

COMMAND = Command(
    "groups", "show quotes that several articles carry, and what differs", EPILOG, _arguments, _run
)
