"""The annotated corpora and the scorer, which lie outside the checkout.

They are in the folder that the environment variable ``QUOTEATTR_SHARED`` names, or else in
``shared`` beside the checkout; tests that need them are skipped without.
"""

from __future__ import annotations

import importlib.util
import os
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

import pytest

from quoteattr.api import extract_many
from quoteattr.evaluation.brat import read_gold
from quoteattr.evaluation.evaluate import evaluate
from quoteattr.evaluation.metrics import Metrics
from quoteattr.formats.jsonl import write_jsonl
from quoteattr.readers.read import read
from quoteattr.records import Article

SHARED = Path(os.environ.get("QUOTEATTR_SHARED") or Path(__file__).parents[2] / "shared")

needs_corpora = pytest.mark.skipif(
    not (SHARED / "eval" / "quotescore.py").exists(),
    reason="no corpora: set QUOTEATTR_SHARED to the folder with eval/ and corpora/",
)


def scorer() -> ModuleType:
    """The scorer, which is a script and no package."""
    spec = importlib.util.spec_from_file_location("quotescore", SHARED / "eval" / "quotescore.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def score_by_the_script(corpus: str, model: str | None = None) -> dict[str, Any]:
    """What the scorer says of a corpus, as a model reads it."""
    gold, quotescore = SHARED / "corpora" / corpus, scorer()
    articles = list(read(gold / "text", format="text"))
    assert all(isinstance(article, Article) for article in articles)
    with TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        with predictions.open("w", encoding="utf-8") as file:
            write_jsonl(extract_many(articles, min_confidence=0, model=model), file)
        docs, _ = quotescore.load(gold, predictions, gold / "names.tsv")
    scored, _ = quotescore.score(docs)
    return scored


@cache
def metrics_of(corpus: str) -> Metrics:
    """The metrics that the package itself computes for a corpus."""
    metrics, _ = evaluate(read_gold(SHARED / "corpora" / corpus))
    return metrics
