"""``quoteattr verify``: check whether quotes occur in articles word for word."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from typing import IO, Any

import attrs

from quoteattr.cli.articles import articles, files, same_file
from quoteattr.cli.command import FailureReporter, complete_files, json_lines, open_output
from quoteattr.cli.messages import INCOMPLETE, SUCCESS, print_message, printable_line
from quoteattr.cli.options import PATHS, add_reading_options
from quoteattr.cli.parser import Command
from quoteattr.compare.quote_words import LONGEST_QUOTE, read_quote
from quoteattr.errors import InputError, OptionError
from quoteattr.extras import require
from quoteattr.formats.record_dict import record_to_dict
from quoteattr.readers.encodings import check_encoding
from quoteattr.readers.files import STDIN
from quoteattr.readers.read import read
from quoteattr.readers.text import text_of
from quoteattr.records import Failure
from quoteattr.verification import DraftQuote, Verification, verify_draft, verify_many

EPILOG = """\
examples:
  quoteattr verify "We will rebuild the pier" interview.txt
  quoteattr verify --draft draft.md interviews/    every quote of a draft, and its speaker
  quoteattr verify --quotes quotes.txt archive/    quotes from a file, one per line
  pbpaste | quoteattr verify - archive/            quotes from standard input
  quoteattr verify "We will rebuild" news.jsonl --format jsonl | jq .outcome

Typography is ignored; words may differ where the quote has an ellipsis or brackets. For each quote
the article with the best match is named. docs/verify.md defines what counts as a difference. Write
a QUOTE that begins with a dash after --.
"""

VERIFY_STATUS = """\
exit status: 0 if every quote is faithful (exact, or different only in typography, punctuation, or
words marked by an ellipsis or brackets, and no "not" is lost) and, in a draft, has the right
speaker; 1 if one is not, or something could not be read; 2 if the call is invalid; 130 after
Ctrl-C
"""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``quoteattr verify``."""
    parser.usage = "%(prog)s [options] (QUOTE | --quotes FILE | --draft FILE) PATH [PATH …]"
    words = f"the quote, or - for quotes on standard input, one per line; {PATHS}"
    complete_files(parser.add_argument("words", metavar="QUOTE PATH", nargs="+", help=words))
    sources = parser.add_mutually_exclusive_group()
    quotes = "verify each line of FILE instead of QUOTE"
    complete_files(sources.add_argument("--quotes", metavar="FILE", help=quotes))
    draft = "verify every quote in FILE in quotation marks, and its speaker"
    complete_files(sources.add_argument("--draft", metavar="FILE", help=draft))
    parser.add_argument("--format", choices=WRITERS, default="text", help="default: text")
    add_reading_options(parser)


def _run(args: argparse.Namespace) -> int:
    """Verify each quote in the articles."""
    require("verify", "rapidfuzz")
    if args.draft is not None:
        return _run_draft(args)
    quote, *paths = args.words if args.quotes is None else (STDIN, *args.words)
    quotes_path = args.quotes or (STDIN if quote == STDIN else None)
    if not paths:
        raise OptionError(
            "verify needs a QUOTE and a PATH, and one is missing",
            where="verify",
            remedy="see quoteattr verify --help",
        )
    if quotes_path == STDIN and STDIN in paths:
        raise OptionError(
            "standard input is either the quotes or an article, not both",
            where="standard input",
            remedy="name a file for one of them",
        )
    notes: list[str] = []
    entries = articles(paths, args, notes.append, all_notes=True)
    reporter = FailureReporter()
    quotes = [quote] if quotes_path is None else list(_lines(quotes_path, args.encoding, reporter))
    results = verify_many(quotes, reporter.articles(entries))
    for note in dict.fromkeys(notes):  # before NOT FOUND: an unreadable file may contain the quote
        print_message(note, SUCCESS)
    with open_output(None) as file:
        WRITERS[args.format](results, file)
    return reporter.status or (
        SUCCESS if all(result.faithful for result in results) else INCOMPLETE
    )


def _run_draft(args: argparse.Namespace) -> int:
    """Verify every quote of a draft, and its speaker, in the articles."""
    if args.draft == STDIN and STDIN in args.words:
        raise OptionError(
            "standard input is either the draft or an article, not both",
            where="--draft",
            remedy="name a file for one of them",
        )
    reporter = FailureReporter()
    drafts = list(reporter.articles(read(args.draft, encoding=args.encoding)))
    # a draft in the folder of its sources would verify all of its own quotes
    draft_paths = {args.draft} | {
        path for path in files(args.words, args) if same_file(path, args.draft)
    }
    sources = [
        a for a in reporter.articles(articles(args.words, args)) if a.source not in draft_paths
    ]
    results = [result for draft in drafts for result in verify_draft(draft, sources)]
    with open_output(None) as file:
        DRAFT_WRITERS[args.format](results, file)
    return reporter.status or (SUCCESS if all(result.right for result in results) else INCOMPLETE)


def _lines(path: str, encoding: str | None, reporter: FailureReporter) -> Iterator[str]:
    """Read the quotes in a file, one per line; a line without a word is reported as a failure."""
    text = text_of(path, check_encoding(encoding)).removeprefix("\ufeff")
    for number, line in enumerate(text.splitlines(), 1):
        try:
            if line.strip():
                read_quote(line, LONGEST_QUOTE)
                yield line
        except InputError as error:
            reporter.report(Failure(path, str(error), number))


def _write_text(results: list[Verification], file: IO[str]) -> None:
    """Write plain text: up to three lines per quote, separated by empty lines."""
    blocks = ("\n".join(map(printable_line, str(result).splitlines())) for result in results)
    file.write("\n\n".join(blocks) + "\n")


def _plain(verification: Verification) -> dict[str, Any]:
    """A verification as a JSON object, with its fields and properties."""
    plain: dict[str, Any] = attrs.asdict(verification, recurse=False)
    record, nearest = verification.record, verification.nearest
    plain["differences"] = [
        attrs.asdict(difference, recurse=False) for difference in verification.differences
    ]
    plain["record"] = record_to_dict(record) if record is not None else None
    plain["nearest"] = attrs.asdict(nearest, recurse=False) if nearest else None
    return plain | {"faithful": verification.faithful, "speaker": verification.speaker}


def _write_draft_text(results: list[DraftQuote], file: IO[str]) -> None:
    """Write plain text: up to four lines per quote, and the number of right ones."""
    for result in results:
        file.write("\n".join(map(printable_line, str(result).splitlines())) + "\n\n")
    right = sum(result.right for result in results)
    file.write(f"{right} of {len(results)} quotes are faithful, with the right speaker.\n")


def _plain_of_draft(result: DraftQuote) -> dict[str, Any]:
    """A verified quote of a draft as a JSON object."""
    return {
        "draft": record_to_dict(result.record),
        "span": result.span,
        "verification": _plain(result.verification),
        "wrong_speaker": result.wrong_speaker,
        "right": result.right,
    }


DRAFT_WRITERS: dict[str, Callable[[list[DraftQuote], IO[str]], None]] = {
    "text": _write_draft_text,
    "jsonl": json_lines(_plain_of_draft),
}

WRITERS: dict[str, Callable[[list[Verification], IO[str]], None]] = {
    "text": _write_text,
    "jsonl": json_lines(_plain),
}

COMMAND = Command(EPILOG, _add_arguments, _run, VERIFY_STATUS)
