"""Options shared by several subcommands: on reading articles, and on extracting quotes."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from quoteattr.cli.command import complete_files
from quoteattr.readers.input_formats import INPUT_FORMATS
from quoteattr.readers.streams import MAX_SIZE
from quoteattr.records import ACTS, QUOTE_KINDS
from quoteattr.text import shorten

_BILLION = 1_000_000_000

#: help of ``--model``
_MODEL = (
    "a model that quoteattr train wrote, or encoder: that of the package with its encoder, which"
    " decides uncertain quotes, and takes longer (pip install 'quoteattr[encoder]')"
)
#: help on ``--min-confidence`` of the subcommands that read articles
EXTRACTION_CONFIDENCE = (
    "minimum confidence in a record and its speaker, 0 to 1 (default: all in quotation marks, and"
    " reported clauses that are likely speech; 0: everything found)"
)

PATHS = "files, folders (all files below with a known suffix), or - for standard input"


def add_reading_options(parser: argparse.ArgumentParser) -> None:
    """Add the options on how articles are read."""
    parser.add_argument(
        "--read",
        metavar="FORMAT",
        choices=INPUT_FORMATS,
        help=f"the format of the files, whatever their names: {', '.join(INPUT_FORMATS)}",
    )
    parser.add_argument(
        "--field",
        metavar="FIELD=NAME",
        dest="fields",
        action="append",
        default=[],
        type=_field,
        help="the column or key of a field (text, id, title …), such as text=story.body",
    )
    parser.add_argument(
        "--html",
        action=argparse.BooleanOptionalAction,
        help="read texts in rows as HTML, or do not (default: those with tags or entities)",
    )
    parser.add_argument(
        "--encoding",
        metavar="NAME",
        help="encoding of texts, JSON and CSV: cp1252, latin-1, utf-16 … (default: utf-8)",
    )
    parser.add_argument(
        "--max-size",
        metavar="BYTES",
        type=positive,
        default=MAX_SIZE,
        help="maximum size of a line, text, page or JSON file, uncompressed"
        f" (default: {MAX_SIZE:,})",
    )


def _field(argument: str) -> tuple[str, str]:
    """Parse the name of a field of an article in a row."""
    field, equals, name = argument.partition("=")
    if not (field and equals and name):
        raise argparse.ArgumentTypeError(
            f"{shorten(argument)} is not FIELD=NAME, such as text=body"
        )
    return field, name


def add_extraction_options(parser: argparse.ArgumentParser) -> None:
    """Add the options on which quotes are extracted, and how."""
    add_kinds_option(parser)
    add_acts_option(parser)
    add_people_option(parser)
    add_confidence_option(parser, EXTRACTION_CONFIDENCE)
    parser.add_argument(
        "--unattributed",
        action="store_true",
        help="also return quoted spans without a speaker: titles, scare quotes",
    )
    add_workers_option(parser)
    add_model_option(parser)


def add_kinds_option(parser: argparse.ArgumentParser) -> None:
    """Add the option for kinds of quotes."""
    parser.add_argument(
        "--kinds",
        metavar="KIND,…",
        type=_kinds,
        default=QUOTE_KINDS,
        help=f"one or more of {','.join(QUOTE_KINDS)} (default: all)",
    )


def add_acts_option(
    parser: argparse.ArgumentParser,
    help_text: str = "one or more of {acts} (default: speech; all with --min-confidence 0)",
) -> None:
    """Add the option for acts."""
    parser.add_argument(
        "--acts", metavar="ACT,…", type=_acts, help=help_text.format(acts=",".join(ACTS))
    )


def add_confidence_option(
    parser: argparse.ArgumentParser,
    help_text: str = "minimum confidence in the speaker of a record, 0 to 1 (default: 0)",
) -> None:
    """Add the option for the least confidence."""
    parser.add_argument("--min-confidence", metavar="P", type=_probability, help=help_text)


def add_workers_option(parser: argparse.ArgumentParser) -> None:
    """Add the option for the number of processes."""
    parser.add_argument(
        "--workers",
        metavar="N",
        type=positive,
        default=1,
        help="number of processes (default: 1)",
    )


def add_model_option(parser: argparse.ArgumentParser) -> None:
    """Add the option for the model."""
    complete_files(parser.add_argument("--model", metavar="FILE|encoder", help=_MODEL))


def add_people_option(parser: argparse.ArgumentParser) -> None:
    """Add the option for known people."""
    help_text = "CSV file of known people: name, aliases (separated by |), id, role, gender"
    complete_files(parser.add_argument("--people", metavar="CSV", help=help_text))


def _kinds(argument: str) -> tuple[str, ...]:
    """Parse kinds of quotes, separated by commas."""
    return _choices(argument, QUOTE_KINDS)


def _acts(argument: str) -> tuple[str, ...]:
    """Parse acts, separated by commas."""
    return _choices(argument, ACTS)


def _choices(argument: str, options: Sequence[str]) -> tuple[str, ...]:
    """Parse some of the options, separated by commas."""
    choices = tuple(choice.strip() for choice in argument.split(","))
    for choice in choices:
        if choice not in options:
            raise argparse.ArgumentTypeError(f"{shorten(choice)} is not one of {','.join(options)}")
    return choices


def positive(argument: str) -> int:
    """Parse a whole number from 1 to a billion."""
    try:
        value = int(argument)
    except ValueError:
        value = 0
    if not 1 <= value <= _BILLION:
        raise argparse.ArgumentTypeError(
            f"{shorten(argument)} is not a whole number from 1 to {_BILLION:,}"
        )
    return value


def _probability(argument: str) -> float:
    """Parse a number from 0 to 1."""
    try:
        value = float(argument)
    except ValueError:
        value = -1
    if not 0 <= value <= 1:  # NaN does not satisfy this either
        raise argparse.ArgumentTypeError(f"{shorten(argument)} is not a number from 0 to 1")
    return value
