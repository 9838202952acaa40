"""Train the encoder: ``quoteattr/model/encoder.onnx``.

    python -m quoteattr.training.encoder CORPUS [MORE …] [--scores FILE]

The corpora are annotated folders as for ``quoteattr train``, and ``quoteattr train --model
encoder`` does the same for a custom model. The steps are:

1. Fit the trees, for each article on the other folds (``training/train.py``).
2. Fine-tune a network for each fold, and one on all articles (``encoder_fit.py``). A network learns
   to point at one of the candidates of a quote, or at nobody, without using the rules.
3. Fit the fusion of the two scores and its calibration (``fusion.py``) on articles that neither
   model was trained on.
4. Write the network, quantised to eight bits.

``--scores`` stores the networks' held-out scores, so that step 3 can be repeated (``python -m
quoteattr.training.fusion``) when rules have changed.

The seed is fixed, and each process has one thread: the same articles give the same file on the same
kind of processor.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.resources import files
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch

from quoteattr.attribute.decision.fusion import Fusion
from quoteattr.attribute.encoder.encoder import ENCODER_VERSION, INPUTS, OUTPUT, BertPieces
from quoteattr.attribute.encoder.windows import Window, stack_windows
from quoteattr.evaluation.brat import read_gold
from quoteattr.model.model import load_default
from quoteattr.training.annotated import AnnotatedDocument, annotated_quotes
from quoteattr.training.encoder_fit import (
    EncoderExample,
    NetworkTrainer,
    choose,
    make_examples,
    network_scores,
    write_states,
)
from quoteattr.training.encoder_network import Base, EncoderNetwork, tensors
from quoteattr.training.folds import FOLDS
from quoteattr.training.fusion import HeldOutScores, fuse, write_fusion, write_scores
from quoteattr.training.rule_examples import rule_examples
from quoteattr.training.train import FittedTrees, fit_quotes

#: number of networks that are trained in parallel
PROCESSES = 2
#: ONNX operator set version of the file
_OPSET = 17


def train_encoder(
    documents: Sequence[AnnotatedDocument],
    corpora: Sequence[str],
    trees: FittedTrees,
    scores_file: Path | None = None,
) -> tuple[bytes, Fusion]:
    """Train an encoder to complement trees that are fitted on the same articles.

    Args:
        documents: the annotated articles.
        corpora: for each article its corpus.
        trees: the trees, by folds.
        scores_file: the file to which the networks' held-out scores are written.

    Returns:
        The content of the encoder's file, and the fusion of its scores with those of the trees.
    """
    base = Base.installed()
    pieces, usual = BertPieces(base.vocabulary), load_default().quotes
    numbered: list[tuple[int | None, AnnotatedDocument]] = list(enumerate(documents))
    numbered += [(None, annotated_quotes(gold)) for gold in rule_examples()]
    examples = [
        example for k, document in numbered for example in make_examples(document, k, pieces, usual)
    ]
    network, scores = _fit_networks(base, examples, choose(examples, corpora))
    if scores_file:
        write_scores(scores, scores_file)
    fusion = fuse(documents, trees, scores)
    return export(network, base.vocabulary, fusion), fusion


def _fit_networks(
    base: Base, examples: Sequence[EncoderExample], chosen: Sequence[EncoderExample]
) -> tuple[EncoderNetwork, HeldOutScores]:
    """Train all networks, several in parallel.

    Returns:
        The one that is trained on all articles; and the scores of each quote, by article and index,
        of the one that is trained without the article's fold.
    """
    folds: list[int | None] = [*range(FOLDS), None]
    with TemporaryDirectory() as folder:
        trainer = NetworkTrainer(base, chosen, Path(folder, "states.npy"))
        write_states(base.network(), chosen, trainer.states)
        with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
            networks = list(pool.map(trainer.train, folds))
    scores: HeldOutScores = {}
    for fold, network in zip(folds[:-1], networks, strict=False):
        unseen = [e for e in examples if e.article is not None and e.fold == fold]
        places = ((e.article, e.quote) for e in unseen if e.article is not None)
        scores.update(zip(places, network_scores(network, unseen), strict=True))
    return networks[-1], scores


def export(network: EncoderNetwork, vocabulary: Sequence[str], fusion: Fusion) -> bytes:
    """Make the file of an encoder: the network quantised to eight bits, vocabulary and fusion.

    Args:
        network: the trained network.
        vocabulary: its word pieces, each at its id.
        fusion: how its scores are combined with those of the trees.
    """
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with TemporaryDirectory() as folder:
        full, small = Path(folder, "full.onnx"), Path(folder, "small.onnx")
        _write_onnx(network, full)
        # a scale per channel: one scale for a whole matrix changes the outputs four times as much
        quantize_dynamic(full, small, per_channel=True, weight_type=QuantType.QInt8)
        model = onnx.load(small)
    metadata = {
        "version": ENCODER_VERSION,
        "fusion": fusion.to_json(),
        "vocabulary": list(vocabulary),
    }
    onnx.helper.set_model_props(model, {k: json.dumps(value) for k, value in metadata.items()})
    content: bytes = model.SerializeToString()
    return content


def _write_onnx(network: EncoderNetwork, path: Path) -> None:
    """Write the network in full precision; windows, pieces and candidates vary in number."""
    window = Window([1] * 8, [0] * 8, [(1, 1), (2, 3)], (5, 6))
    sizes = {"ids": 2, "roles": 2, "candidates": 2, "quote": 1, OUTPUT: 2}
    axes = {name: {k: f"{name}_{k}" for k in range(size)} for name, size in sizes.items()}
    arguments: Any = tensors(stack_windows([window, window]))
    torch.onnx.export(
        network.eval(),
        arguments,
        str(path),
        input_names=list(INPUTS),
        output_names=[OUTPUT],
        dynamic_axes=axes,
        opset_version=_OPSET,
        dynamo=False,
    )


def main(corpora: Iterable[Path], scores_file: Path | None) -> None:
    """Train on the corpora, and write the encoder into the package."""
    golds = list(chain.from_iterable(map(read_gold, corpora)))
    quotes = fit_quotes(golds)
    content, fusion = train_encoder(
        quotes.documents, [gold.corpus for gold in golds], quotes.trees, scores_file
    )
    Path(str(files("quoteattr.model").joinpath("encoder.onnx"))).write_bytes(content)
    write_fusion(fusion)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path, nargs="+", metavar="CORPUS")
    parser.add_argument("--scores", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    main(arguments.corpora, arguments.scores)
