"""``quoteattr train``: train a model on annotated articles."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from quoteattr.cli.annotated import ANNOTATED, annotated_articles
from quoteattr.cli.command import complete_files, with_progress
from quoteattr.cli.messages import SUCCESS
from quoteattr.cli.parser import Command
from quoteattr.evaluation.brat import GoldArticle
from quoteattr.extras import require
from quoteattr.formats.output import check_writable, replacing
from quoteattr.model.model import ENCODER, ENCODER_SUFFIX
from quoteattr.training.folds import held_out_path
from quoteattr.training.train import (
    FittedQuotes,
    fit_quotes,
    train_from_quotes,
    write,
    write_held_out,
)

EPILOG = """\
examples:
  quoteattr train annotated/ -o model.json       takes a few minutes
  quoteattr train annotated/ news.db -o model.json    also on the reviewed articles of an archive
  quoteattr extract archive/ --model model.json
  quoteattr train annotated/ -o model.json --model encoder    with an encoder; takes two hours

An annotated folder has text/*.txt and, in brat stand-off, attributions/*.ann; docs/evaluate.md
explains how to make one. The same articles give the same model.
"""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``quoteattr train``."""
    encoder = "also train an encoder (pip install 'quoteattr[train-encoder]')"
    parser.add_argument("--model", choices=[ENCODER], help=encoder)
    held_out = "also write models to this folder, each trained without one fold of the articles"
    complete_files(parser.add_argument("--held-out", metavar="FOLDER", type=Path, help=held_out))
    complete_files(parser.add_argument("folders", metavar="GOLD_DIR", nargs="+", help=ANNOTATED))
    output = "write the model to this file"
    complete_files(
        parser.add_argument("-o", "--output", metavar="MODEL", required=True, help=output)
    )


def _run(args: argparse.Namespace) -> int:
    """Train a model."""
    require("train", "jax", "lightgbm", "optax", "sklearn")
    if args.model == ENCODER:
        require("train-encoder", "all_minilm_l6_v2", "onnx", "onnxruntime", "safetensors", "torch")
    check_writable(args.output)
    if args.held_out:
        args.held_out.mkdir(parents=True, exist_ok=True)
        check_writable(str(held_out_path(args.held_out, 0)))
    read = chain.from_iterable(map(annotated_articles, args.folders))
    golds, path = list(with_progress(read)), Path(args.output)
    quotes = fit_quotes(golds)
    trained = train_from_quotes(golds, quotes)
    write(trained.model, path)
    if args.held_out:
        write_held_out(trained.held_out, args.held_out)
    if args.model == ENCODER:
        _train_encoder(golds, quotes, path.with_suffix(ENCODER_SUFFIX))
    return SUCCESS


def _train_encoder(golds: Sequence[GoldArticle], quotes: FittedQuotes, path: Path) -> None:
    """Train an encoder for the model, and write it."""
    from quoteattr.training.encoder import train_encoder  # PyTorch takes seconds to load

    content, _ = train_encoder(quotes.documents, [gold.corpus for gold in golds], quotes.trees)
    with replacing(str(path), binary=True) as file:
        file.write(content)


COMMAND = Command(EPILOG, _add_arguments, _run)
