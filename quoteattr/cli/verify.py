"""``quoteattr verify``: whether quotes stand in articles, word for word."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from typing import IO, Any

import attrs

from quoteattr.cli.articles import PATHS, add_reading, articles
from quoteattr.cli.command import (
    DONE,
    NOT_ALL,
    Command,
    Troubles,
    names_file,
    open_output,
    printable,
)
from quoteattr.errors import InputError, OptionError
from quoteattr.extras import require
from quoteattr.io.plain import to_json, to_plain
from quoteattr.readers.files import STDIN
from quoteattr.readers.text import text_of
from quoteattr.records import Failure
from quoteattr.verification import Verification, verify_many
from quoteattr.wording.given import LONGEST, read_quote

EPILOG = """\
examples:
  quoteattr verify "We will rebuild the pier" interview.txt
  quoteattr verify --quotes draft.txt archive/     the quotes of a draft, one a line
  pbpaste | quoteattr verify - archive/            the same from another program
  quoteattr verify "We will rebuild" news.jsonl --format jsonl | jq .outcome

Typography does not count; words that an ellipsis or brackets tell of may differ. For each quote the
article that has it best is named. docs/verify.md tells what counts as a difference. A QUOTE that
begins with a dash is written after --.
"""

STATUS = """\
exit status: 0 when every quote is faithful (exact, or what differs is typography, punctuation, or
told by an ellipsis or brackets), 1 when one is not, or something could not be read, 2 when the call
itself cannot be meant as it stands, 130 after Ctrl-C
"""


def _arguments(parser: argparse.ArgumentParser) -> None:
    """What ``quoteattr verify`` takes."""
    parser.usage = "%(prog)s [options] (QUOTE | --quotes FILE) PATH [PATH …]"
    told = f"the quote, or - for quotes on standard input, one a line; {PATHS}"
    names_file(parser.add_argument("words", metavar="QUOTE PATH", nargs="+", help=told))
    quotes = "verify each line of FILE, and no QUOTE"
    names_file(parser.add_argument("--quotes", metavar="FILE", help=quotes))
    parser.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    add_reading(parser)


def _run(args: argparse.Namespace) -> int:
    """Look for each quote in the articles."""
    require("verify", "rapidfuzz")
    quote, *paths = args.words if args.quotes is None else (STDIN, *args.words)
    listed = args.quotes or (STDIN if quote == STDIN else None)
    if not paths:
        raise OptionError("verify takes a QUOTE and a PATH; one is missing (see --help)")
    if listed == STDIN and STDIN in paths:
        raise OptionError("standard input is either the quotes or an article, not both")
    given = articles(paths, args)
    troubles = Troubles()
    quotes = [quote] if listed is None else list(_lines(listed, troubles))
    results = verify_many(quotes, troubles.apart(given))
    with open_output(None) as file:
        FORMATS[args.format](results, file)
    return troubles.status or (DONE if all(each.faithful for each in results) else NOT_ALL)


def _lines(path: str, troubles: Troubles) -> Iterator[str]:
    """The quotes in a file; a line without a word is told of."""
    for number, line in enumerate(text_of(path).removeprefix("\ufeff").splitlines(), 1):
        try:
            if line.strip():
                read_quote(line, LONGEST)
                yield line
        except InputError as error:
            troubles.tell(Failure(path, str(error), number))


def _write_text(results: list[Verification], file: IO[str]) -> None:
    """For people: up to three lines a quote, an empty one between two."""
    told = ("\n".join(map(printable, str(each).splitlines())) for each in results)
    file.write("\n\n".join(told) + "\n")


def _write_jsonl(results: list[Verification], file: IO[str]) -> None:
    """For programs: an object a line, with the fields and properties of ``Verification``."""
    for each in results:
        plain: dict[str, Any] = attrs.asdict(each, recurse=False)
        plain["differences"] = [attrs.asdict(part, recurse=False) for part in each.differences]
        plain["record"] = to_plain(each.record) if each.record is not None else None
        plain |= {"faithful": each.faithful, "speaker": each.speaker}
        file.write(to_json(plain) + "\n")


FORMATS: dict[str, Callable[[list[Verification], IO[str]], None]] = {
    "text": _write_text,
    "jsonl": _write_jsonl,
}

COMMAND = Command(
    "verify", "tell whether a quote stands in articles", EPILOG, _arguments, _run, STATUS
)
