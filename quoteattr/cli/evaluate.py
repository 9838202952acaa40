"""``quoteattr evaluate``: compute metrics on annotated articles, and report the errors."""

from __future__ import annotations

import argparse
import json
import shutil

from quoteattr.cli.annotated import ANNOTATED, annotated_articles
from quoteattr.cli.articles import read_model
from quoteattr.cli.command import complete_files, open_output, with_progress
from quoteattr.cli.messages import SUCCESS
from quoteattr.cli.options import add_model_option
from quoteattr.cli.parser import Command
from quoteattr.evaluation.evaluate import evaluate
from quoteattr.evaluation.metrics import to_json
from quoteattr.evaluation.renderers import RENDERERS, renderer_for
from quoteattr.evaluation.report import write_report
from quoteattr.evaluation.tables import metrics_tables, print_tables
from quoteattr.formats.output import check_writable
from quoteattr.formats.table import FALLBACK_SIZE

EPILOG = """\
examples:
  quoteattr evaluate annotated/                    the metrics, as tables
  quoteattr evaluate annotated/ --report wrong.html    and every mistake in its paragraph
  quoteattr evaluate annotated/ --format json | jq .attribution.f
  quoteattr evaluate news.db                       on the reviewed articles of an archive

An annotated folder has the layout for train, or brat's own, with a.txt and a.ann side by side.
If it has names.tsv (document, id of the attribution, full name), full names are evaluated, too.
"""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``quoteattr evaluate``."""
    complete_files(parser.add_argument("folder", metavar="GOLD_DIR", help=ANNOTATED))
    names = "full names (default: GOLD_DIR/names.tsv)"
    complete_files(parser.add_argument("--names", metavar="FILE", help=names))
    report = f"show each mistake in its paragraph; FILE ends in {' or '.join(RENDERERS)}"
    complete_files(parser.add_argument("--report", metavar="FILE", help=report))
    output = "tables (default), or one JSON object"
    parser.add_argument("--format", choices=("table", "json"), default="table", help=output)
    add_model_option(parser)


def _run(args: argparse.Namespace) -> int:
    """Compare with annotations; print metrics, and write a report if requested."""
    renderer = renderer_for(args.report) if args.report else None
    if args.report:
        check_writable(args.report)
    golds = annotated_articles(args.folder, args.names)
    metrics, mistakes = evaluate(with_progress(golds), read_model(args))
    if renderer is not None:  # before the tables, since a pager may close the pipe
        with open_output(args.report) as file:
            write_report(metrics, mistakes, file, renderer)
    with open_output(None) as out:
        if args.format == "json":
            out.write(json.dumps(to_json(metrics), ensure_ascii=False, indent=2) + "\n")
            return SUCCESS
        print_tables(metrics_tables(metrics), out, shutil.get_terminal_size(FALLBACK_SIZE).columns)
    return SUCCESS


COMMAND = Command(EPILOG, _add_arguments, _run)
