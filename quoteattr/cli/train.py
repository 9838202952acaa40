"""``quoteattr train``: train a model on annotated articles."""

from __future__ import annotations

import argparse
from itertools import chain
from pathlib import Path

from quoteattr.cli.command import complete_files, with_progress
from quoteattr.cli.messages import SUCCESS
from quoteattr.cli.parser import Command
from quoteattr.evaluation.brat import read_gold
from quoteattr.extras import require
from quoteattr.formats.output import check_writable
from quoteattr.training.train import train, write

EPILOG = """\
examples:
  quoteattr train annotated/ -o model.json       takes a few minutes
  quoteattr extract archive/ --model model.json

An annotated folder has text/*.txt and, in brat stand-off, attributions/*.ann; docs/evaluate.md
explains how to make one. The same articles give the same model.
"""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``quoteattr train``."""
    folders = "a folder of annotated articles"
    complete_files(parser.add_argument("folders", metavar="GOLD_DIR", nargs="+", help=folders))
    output = "write the model to this file"
    complete_files(
        parser.add_argument("-o", "--output", metavar="MODEL", required=True, help=output)
    )


def _run(args: argparse.Namespace) -> int:
    """Train a model."""
    require("train", "jax", "lightgbm", "optax", "sklearn")
    check_writable(args.output)
    golds = chain.from_iterable(read_gold(Path(folder)) for folder in args.folders)
    write(*train(with_progress(golds)), Path(args.output))
    return SUCCESS


COMMAND = Command(EPILOG, _add_arguments, _run)
