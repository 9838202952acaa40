"""``quoteattr train``: what the rules are worth, learned from annotated articles."""

from __future__ import annotations

import argparse
from itertools import chain
from pathlib import Path

from quoteattr.cli.command import DONE, Command, names_file, watched
from quoteattr.errors import OptionError
from quoteattr.evaluation.brat import read_gold
from quoteattr.extras import require
from quoteattr.text import shorten
from quoteattr.training.train import train, write

EPILOG = """\
examples:
  quoteattr train annotated/ -o model.json       learn, in a few minutes
  quoteattr extract archive/ --model model.json

An annotated folder has text/*.txt and, in brat stand-off, attributions/*.ann; docs/evaluate.md
tells how to make one. The same articles give the same model.
"""


def _arguments(parser: argparse.ArgumentParser) -> None:
    """What ``quoteattr train`` takes."""
    folders = "a folder of annotated articles"
    names_file(parser.add_argument("folders", metavar="GOLD_DIR", nargs="+", help=folders))
    output = "write to this file"
    names_file(parser.add_argument("-o", "--output", metavar="WEIGHTS", required=True, help=output))


def _run(args: argparse.Namespace) -> int:
    """Learn what the rules are worth."""
    require("train", "jax", "lightgbm", "optax", "sklearn")
    if not Path(args.output).absolute().parent.is_dir():
        raise OptionError(
            f"cannot write {shorten(args.output)}: no such folder",
            where="-o",
            remedy="name another file",
        )
    golds = chain.from_iterable(read_gold(Path(folder)) for folder in args.folders)
    write(*train(watched(golds)), Path(args.output))
    return DONE


COMMAND = Command(
    "train", "learn from annotated articles what the rules are worth", EPILOG, _arguments, _run
)
