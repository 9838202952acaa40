"""Accuracy on annotated articles does not fall below what it once was.

``floors.json`` holds, for each corpus, figures of the project's scorer that may only rise. The
corpora and the scorer lie outside the checkout, in the folder that the environment variable
``QUOTEATTR_SHARED`` names, or else in ``shared`` beside the checkout; without them these tests are
skipped. ``pytest -s tests/test_floors.py`` prints every figure.
"""

from __future__ import annotations

import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType

import pytest

from quoteattr.engine import extract_many
from quoteattr.io.jsonl import write_jsonl
from quoteattr.io.text import find_texts, read_texts

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("QUOTEATTR_SHARED") or HERE.parent.parent / "shared")
FLOORS: dict[str, dict[str, float]] = json.loads((HERE / "floors.json").read_text("utf-8"))

pytestmark = pytest.mark.skipif(
    not (SHARED / "eval" / "quotescore.py").exists(),
    reason="no corpora: set QUOTEATTR_SHARED to the folder with eval/ and corpora/",
)


def scorer() -> ModuleType:
    """The scorer, which is a script and no package."""
    spec = importlib.util.spec_from_file_location("quotescore", SHARED / "eval" / "quotescore.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(corpus: str, folder: Path) -> dict[str, float]:
    """What the scorer says of a corpus, by the names that the floors go by."""
    gold, predictions = SHARED / "corpora" / corpus, folder / "predictions.jsonl"
    texts = read_texts(find_texts([str(gold / "text")]), pytest.fail)
    with predictions.open("w", encoding="utf-8") as file:
        write_jsonl((record for records in extract_many(texts) for record in records), file)
    quotescore = scorer()
    docs, _ = quotescore.load(gold, predictions, gold / "names.tsv")
    scored, _ = quotescore.score(docs)
    segments = scored["segments"]
    return {
        "segments_p": segments["attribution"]["p"],
        "segments_r": segments["attribution"]["r"],
        "segments_f": segments["attribution"]["f"],
        "name_recall": segments["name_recall"]["r"],
        "ece": segments["calibration"]["ece"],
        "recall_at_98": segments["calibration"]["recall_at_98"],
        "tokens_f": scored["tokens"]["f"],
        "spans_f": scored["spans"]["lenient"]["f"],
    }


@pytest.mark.parametrize("corpus", FLOORS)
def test_accuracy_does_not_fall(corpus, tmp_path):
    measured = figures(corpus, tmp_path)
    print(f"\n{corpus}:", *(f"{name} {figure}" for name, figure in measured.items()))
    fallen = {
        name: (measured[name], floor)
        for name, floor in FLOORS[corpus].items()
        if measured[name] < floor
    }
    assert not fallen, f"(measured, floor) on {corpus}: {fallen}"
