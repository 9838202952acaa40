"""``quoteattr verify``: whether quotes stand in articles, word for word."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from typing import IO, Any

import attrs

from quoteattr.cli.articles import PATHS, add_reading, articles, files, same_file
from quoteattr.cli.command import (
    DONE,
    NOT_ALL,
    Command,
    Troubles,
    complain,
    names_file,
    open_output,
    printable_line,
)
from quoteattr.compare.quote_words import LONGEST, read_quote
from quoteattr.errors import InputError, OptionError
from quoteattr.extras import require
from quoteattr.formats.record_dict import record_to_dict, to_json_line
from quoteattr.readers.encodings import check_encoding
from quoteattr.readers.files import STDIN
from quoteattr.readers.read import read
from quoteattr.readers.text import text_of
from quoteattr.records import Failure
from quoteattr.verification import DraftQuote, Verification, verify_draft, verify_many

EPILOG = """\
examples:
  quoteattr verify "We will rebuild the pier" interview.txt
  quoteattr verify --draft draft.md interviews/    every quote of a draft, and who said it
  quoteattr verify --quotes quotes.txt archive/    quotes from a file, one a line
  pbpaste | quoteattr verify - archive/            the same from another program
  quoteattr verify "We will rebuild" news.jsonl --format jsonl | jq .outcome

Typography does not count; words that an ellipsis or brackets tell of may differ. For each quote the
article that has it best is named. docs/verify.md tells what counts as a difference. A QUOTE that
begins with a dash is written after --.
"""

STATUS = """\
exit status: 0 when every quote is faithful (exact, or what differs is typography, punctuation, or
told by an ellipsis or brackets, and no "not" is lost) and, of a draft, nobody else said it; 1 when
one is not, or something could not be read; 2 when the call itself cannot be meant as it stands;
130 after Ctrl-C
"""


def _arguments(parser: argparse.ArgumentParser) -> None:
    """What ``quoteattr verify`` takes."""
    parser.usage = "%(prog)s [options] (QUOTE | --quotes FILE | --draft FILE) PATH [PATH …]"
    told = f"the quote, or - for quotes on standard input, one a line; {PATHS}"
    names_file(parser.add_argument("words", metavar="QUOTE PATH", nargs="+", help=told))
    listed = parser.add_mutually_exclusive_group()
    quotes = "verify each line of FILE, and no QUOTE"
    names_file(listed.add_argument("--quotes", metavar="FILE", help=quotes))
    draft = "verify every quote in marks in FILE, and compare its speaker with that of the source"
    names_file(listed.add_argument("--draft", metavar="FILE", help=draft))
    parser.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    add_reading(parser)


def _run(args: argparse.Namespace) -> int:
    """Look for each quote in the articles."""
    require("verify", "rapidfuzz")
    if args.draft is not None:
        return _run_draft(args)
    quote, *paths = args.words if args.quotes is None else (STDIN, *args.words)
    listed = args.quotes or (STDIN if quote == STDIN else None)
    if not paths:
        raise OptionError(
            "verify takes a QUOTE and a PATH, and one is missing",
            where="verify",
            remedy="see quoteattr verify --help",
        )
    if listed == STDIN and STDIN in paths:
        raise OptionError(
            "standard input is either the quotes or an article, not both",
            where="standard input",
            remedy="name a file for one of them",
        )
    notes: list[str] = []
    given = articles(paths, args, notes.append, all_notes=True)
    troubles = Troubles()
    quotes = [quote] if listed is None else list(_lines(listed, args.encoding, troubles))
    results = verify_many(quotes, troubles.apart(given))
    for note in dict.fromkeys(notes):  # before NOT FOUND: it may stand in what was not read
        complain(note, DONE)
    with open_output(None) as file:
        FORMATS[args.format](results, file)
    return troubles.status or (DONE if all(each.faithful for each in results) else NOT_ALL)


def _run_draft(args: argparse.Namespace) -> int:
    """Look for every quote of a draft in the articles, and compare who said it."""
    if args.draft == STDIN and STDIN in args.words:
        raise OptionError(
            "standard input is either the draft or an article, not both",
            where="--draft",
            remedy="name a file for one of them",
        )
    troubles = Troubles()
    drafts = list(troubles.apart(read(args.draft, encoding=args.encoding)))
    # A draft may lie among its sources, and would have all of its own quotes.
    own = {args.draft} | {path for path in files(args.words, args) if same_file(path, args.draft)}
    sources = [a for a in troubles.apart(articles(args.words, args)) if a.source not in own]
    results = [each for draft in drafts for each in verify_draft(draft, sources)]
    with open_output(None) as file:
        DRAFT_FORMATS[args.format](results, file)
    return troubles.status or (DONE if all(each.right for each in results) else NOT_ALL)


def _lines(path: str, encoding: str | None, troubles: Troubles) -> Iterator[str]:
    """The quotes in a file; a line without a word is told of."""
    text = text_of(path, check_encoding(encoding)).removeprefix("\ufeff")
    for number, line in enumerate(text.splitlines(), 1):
        try:
            if line.strip():
                read_quote(line, LONGEST)
                yield line
        except InputError as error:
            troubles.tell(Failure(path, str(error), number))


def _write_text(results: list[Verification], file: IO[str]) -> None:
    """For people: up to three lines a quote, an empty one between two."""
    told = ("\n".join(map(printable_line, str(each).splitlines())) for each in results)
    file.write("\n\n".join(told) + "\n")


def _write_jsonl(results: list[Verification], file: IO[str]) -> None:
    """For programs: an object a line, with the fields and properties of ``Verification``."""
    for each in results:
        file.write(to_json_line(_plain(each)) + "\n")


def _plain(found: Verification) -> dict[str, Any]:
    """A verification as plain values."""
    plain: dict[str, Any] = attrs.asdict(found, recurse=False)
    plain["differences"] = [attrs.asdict(part, recurse=False) for part in found.differences]
    plain["record"] = record_to_dict(found.record) if found.record is not None else None
    plain["nearest"] = attrs.asdict(found.nearest, recurse=False) if found.nearest else None
    return plain | {"faithful": found.faithful, "speaker": found.speaker}


def _write_draft_text(results: list[DraftQuote], file: IO[str]) -> None:
    """For people: up to four lines a quote, an empty one between two, and how many are right."""
    for each in results:
        file.write("\n".join(map(printable_line, str(each).splitlines())) + "\n\n")
    right = sum(each.right for each in results)
    file.write(f"{right} of {len(results)} quotes stand in the sources as they are.\n")


def _write_draft_jsonl(results: list[DraftQuote], file: IO[str]) -> None:
    """For programs: an object a line."""
    for each in results:
        plain = {
            "draft": record_to_dict(each.record),
            "span": each.span,
            "verification": _plain(each.verification),
            "wrong_speaker": each.wrong_speaker,
            "right": each.right,
        }
        file.write(to_json_line(plain) + "\n")


DRAFT_FORMATS: dict[str, Callable[[list[DraftQuote], IO[str]], None]] = {
    "text": _write_draft_text,
    "jsonl": _write_draft_jsonl,
}

FORMATS: dict[str, Callable[[list[Verification], IO[str]], None]] = {
    "text": _write_text,
    "jsonl": _write_jsonl,
}

COMMAND = Command(
    "verify", "tell whether a quote stands in articles", EPILOG, _arguments, _run, STATUS
)
